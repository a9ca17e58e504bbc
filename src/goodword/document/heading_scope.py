"""What a heading says of the promises below it: for whom they are made, and for which share."""

from dataclasses import replace

from goodword.document.condition_text import condition_of
from goodword.document.moment_headed import moment_headed, narrows
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.service import shares_in
from goodword.policy.clause import Clause
from goodword.policy.promise import Promise


def under_heading(understood: Understood, setting: Setting) -> Understood:
    """Return the promises below a heading, kept to whom and when it names, and with its share.

    "Gold members" and "In July and August" narrow what stands below them, as "for gold members"
    would; "Emails (target 90%)" gives the share of promises that name none.
    """
    heading = setting.heading
    if not heading or not any(isinstance(one, Promise) for one in understood.clauses):
        return understood
    low = normal(heading).strip(" :.")
    scope, share = _scope(low, heading), None
    if "%" in low or "per cent" in low:
        found = ENGLISH.pattern("scope.heading_target").search(low)
        shares = shares_in(low) if found is not None else ()
        share = shares[0][2] if len(shares) == 1 else None
    moment = "" if scope else moment_headed(heading) or ""
    if not scope and not moment and share is None:
        return understood
    given = any(isinstance(one, Promise) and one.target is not None for one in understood.clauses)
    made: list[Clause] = []
    for one in understood.clauses:
        if isinstance(one, Promise):
            if scope and one.condition is None:
                one = replace(one, condition=condition_of(scope))  # noqa: PLW2901
            elif moment and narrows(moment) and one.condition is None and one.subject is None:
                one = replace(one, condition=condition_of(moment))  # noqa: PLW2901
            if share is not None and not given:
                one = replace(one, target=share)  # noqa: PLW2901
        made.append(one)
    return replace(understood, clauses=tuple(made))


def _scope(low: str, heading: str) -> str:
    """Return the condition that a heading stands for, empty where it stands for none."""
    if (found := ENGLISH.pattern("scope.heading_group").fullmatch(low)) is not None:
        return f"it is for {_written(heading, low, found.span('who'))}"
    if (found := ENGLISH.pattern("scope.heading_season").fullmatch(low)) is not None:
        at = normal(heading).find(low)
        start, end = found.span("when")
        return f"it is during {even(heading)[at + start : at + end]}"
    return ""


def _written(heading: str, low: str, span: tuple[int, int]) -> str:
    at = normal(heading).find(low)
    words = even(heading)[at + span[0] : at + span[1]]
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
