"""What is asked or warned of, where an escalation keeps less than its sentence says."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.escalation_rung import Rung
from goodword.document.escalation_waits import LASTING, Length
from goodword.document.setting import Finding, Understood
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.language.pack import Pack
from goodword.policy.duty import Escalation
from goodword.problem import Severity

# Calls that are made beside the telling, to bodies that hold no role of ours.
_CALLED = re.compile(
    r"\b(?:call|phone|ring|dial|contact) (?:the |an )?(?:police|ambulance|fire (?:brigade|service)|emergency services|coastguard|\d{3})\b"
)
_NOTED = Cued(
    r"\band (?:then |also )?(?:entered|recorded|logged|documented|noted|written (?:up|down)|"
    r"enter|record|log|document|note|write) [^,;:.]*$",
    "enter|record|log|document|note|writ",
)


def is_noted_by(low: str, place: int) -> bool:
    """Whether a time says by when something is written down: "… and entered by the evening"."""
    return _NOTED.search(low, 0, place) is not None


def narrowed(plain: str, found: tuple[Rung, ...]) -> tuple[Finding, ...]:
    """Return the warning that an escalation is counted for more cases than the words say."""
    left = next((one.unused for one in found if one.unused is not None), None)
    if left is None:
        return ()
    return (wider(plain, *left),)


def noticed(
    plain: str, low: str, found: tuple[Rung, ...], lengths: tuple[Length, ...], pack: Pack
) -> tuple[Finding, ...]:
    """Return the warning that a time for which a case has lasted is left to people to notice."""
    for rung in found:
        if rung.event is None or not pack.pattern("escalation.of_cases").match(
            low[slice(*rung.event)]
        ):
            continue
        for one in lengths:
            if rung.event[0] <= one.start < rung.event[1] and one.role in LASTING:
                finding = Finding(
                    "TX06",
                    Severity.WARNING,
                    f'I do not keep count of "{plain[one.start : one.end]}" here: somebody has to '
                    'notice it. To have it counted, say what was not done ("not resolved within '
                    '1 week").',
                    one.start,
                    one.end,
                )
                return (finding,)
    return ()


def wider(plain: str, start: int, end: int) -> Finding:
    """Return the warning that a stretch which says for which cases is not kept."""
    said = plain[start:end].strip(" ,.")
    return Finding(
        "TX06",
        Severity.WARNING,
        f'I take this for every such case, not only where it says "{said}". Say it as something '
        "that somebody notices, or give these cases a kind of their own.",
        start,
        end,
    )


def lacking(plain: str, rung: Rung) -> Understood:
    """Return the question after how long, or what is late."""
    start, end = rung.when
    if rung.lacks == "kind":
        return not_counted(normal(plain), start, end)
    rest = plain[end:]
    fix = f"{plain[:end].rstrip(' ,')} within 5 working days"
    fix += rest if rest.startswith(",") else ", " + rest.lstrip(" ,")
    finding = Finding(
        "ES01",
        Severity.ERROR,
        "After how long? Say a time, such as within 5 working days.",
        start,
        end,
        (("who", rung.role.replace("_", " ")), ("after", "?")),
        fix.rstrip(" ,.") + ".",
        "Name a time",
    )
    return Understood((), (finding,), almost=True)


def not_counted(low: str, start: int, end: int) -> Understood:
    """Return the question what is late and after how long, where a time cannot be counted."""
    finding = Finding(
        "ES04",
        Severity.ERROR,
        f'I cannot keep count of "{low[start:end]}" here. Say what is late and after how long '
        '("not answered within 4 working hours"), or by when a person is told ("within 2 working hours").',
        start,
        end,
    )
    return Understood((), (finding,), almost=True)


def unused_calls(low: str, clauses: tuple[Escalation, ...]) -> tuple[Finding, ...]:
    """Return a warning of each call to the police or an ambulance that no event keeps."""
    words = [normal(one.event_words) for one in clauses if one.event_words]
    return tuple(
        Finding(
            "TX06",
            Severity.WARNING,
            f'I have made no use of "{found[0]}". Give it a sentence of its own, so that it is kept too.',
            *found.span(),
        )
        for found in _CALLED.finditer(low)
        if not any(found[0] in one for one in words)
    )
