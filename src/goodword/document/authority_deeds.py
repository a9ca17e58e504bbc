"""Two things that one role may do in one sentence: "may replace an item or refund up to $20"."""

import re
from collections.abc import Callable
from dataclasses import replace

from goodword.document.authority_action import GIVING, bare_deed, several_verbs
from goodword.document.authority_bound import MARK
from goodword.document.authority_sentence import AuthoritySentence, taken_apart
from goodword.document.second_said import unsure
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.policy.authority import Authority

_MODAL = Cued(
    r" (?:may|can|(?:is|are) (?:authori[sz]ed|allowed|permitted|empowered|able|free) to)"
    r"(?: also| either| always)? ",
    " are able to| are allowed to| are authori| are empowered to| are free to| are permitted to|"
    " can| is able to| is allowed to| is authori| is empowered to| is free to| is permitted to|"
    " may",
)
_JOINT = re.compile(r",? (?:and/or|and|or)(?: also| even| then)? (?=[a-z])")
_APART = "give each a sentence of its own, with its own limit."


def deeds(
    it: AuthoritySentence, read: Callable[[AuthoritySentence], Understood | None]
) -> Understood | None:
    """Return one clause a deed, each with its own words; None where there is only one.

    What both share stands behind the last ("… if the fault is ours"). A limit behind the last
    alone is counted for the first as well, the safer of two readings, with a warning.
    """
    modal = _MODAL.search(it.shape, it.start, it.end)
    if modal is None or ". " in it.shape[modal.end() : it.end]:
        return None
    for joint in _JOINT.finditer(it.shape, modal.end(), it.end):
        first = it.shape[modal.end() : joint.start()]
        if " " in first.strip() and GIVING.match(first) and GIVING.match(it.shape[joint.end() :]):
            if MARK not in first and _share_a_limit(it, modal.end()):
                return None
            head = it.plain[: modal.end()]
            pieces = (it.plain[: joint.start()], f"{head}{it.plain[joint.end() :]}")
            one, two = (taken_apart(piece, it.setting) for piece in pieces)
            return _joined(it, [read(one), deeds(two, read) or read(two)])
    return None


def _share_a_limit(it: AuthoritySentence, start: int) -> bool:
    """Whether what is said behind two deeds is said of both: "refund or credit up to $20"."""
    bound = it.shape.find(MARK, start, it.end)
    doing = it.words(start, it.end if bound < 0 else bound)
    return several_verbs(bare_deed(doing), it.pack) is not None


def _joined(it: AuthoritySentence, both: list[Understood | None]) -> Understood | None:
    said = [one for one in both if one is not None and not one.almost]
    rules = [rule for one in said for rule in one.clauses if isinstance(rule, Authority)]
    if len(said) < 2 or len(rules) != sum(len(one.clauses) for one in said):
        return None
    first, last = rules[0], rules[-1]
    if len({one.role for one in rules}) > 1 or (first.action, first.goods) == (
        last.action,
        last.goods,
    ):
        return None
    findings = tuple(finding for one in said for finding in one.findings)
    if it.taken.after or it.taken.unless:
        first = replace(first, condition=last.condition, exception=last.exception)
    clauses = (first, *rules[1:])
    if first.limit is None and first.share is None and last.limit is not None:
        clauses = (replace(first, limit=last.limit, per=last.per), *rules[1:])
        asked = tuple(one for one in findings if one.code != "AU03")
        findings = (*asked, unsure(it.plain, clauses, otherwise=_APART))
    return Understood(clauses, findings)
