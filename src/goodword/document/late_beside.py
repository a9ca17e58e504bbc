"""A promise with news of a delay in the same sentence: "…, or tell you why we cannot"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from goodword.document.late_told import late_told
from goodword.document.setting import Finding, Understood
from goodword.language.cued import Pattern, stands
from goodword.language.normal import normal
from goodword.language.number import NUMBER
from goodword.language.pack import ENGLISH
from goodword.language.time_phrase import times_in
from goodword.policy.promise import LateNotice, Promise

# Where the condition begins under which people are told.
_OPENS = re.compile(
    r"(?:[;,.]| and| but| or| although| though)+(?: (?:and|but|or|though|although|however),?)? "
    r"(?=(?:if|where|when|whenever|should|in the event)\b)"
)
# "… and let you know if there is a delay".
_TELLS = re.compile(
    r",? (?:and|or|but) (?:(?:we|will|to|always|also) )*(?=(?:let|tell|inform|notify|contact|"
    r"update|explain|write|call|keep|advise|warn)s?\b[^;.]*? (?:if|when|where|should)\b)"
)
_AND_WE = re.compile(
    r",? and (?:then )?(?:(?:we )?will )?(?=(?:aim|hope|try|endeavour|update|have|send|give|"
    r"provide|reply|respond|answer|resolve|complete|let you have)\b)"
)
_OWN_TIME = re.compile(rf"\b(?:within|in|by|every) (?:\d|{NUMBER}\b)|\bsame day\b")
# Without one of these nothing else holds where it takes longer.
_JOINED = ("if ", "where", "when", "should", "event", " or ", "though", "unless", "until")
# Without one of these nobody is told of anything.
_TELLING = (
    "tell", "told", "let ", "inform", "notif", "contact", "updat", "expla", "writ", "call", "keep",
    "advis", "warn", "know", "why", "longer", "delay", "reason", "given", "interim", "send", "sent",
)  # fmt: skip
_WHOLE = 12


def late_beside(text: str, read: Callable[[str], Understood]) -> Understood | None:
    """Return what a sentence promises with the news that it gives when it takes longer.

    `read` says what the words before that news are; None where they promise nothing.
    """
    low = normal(text)
    if not (stands(_JOINED, low) and stands(_TELLING, low) and times_in(low)):
        return None
    for place, notice in _news(text, low):
        before = read(text[:place].rstrip(" ,;."))
        if before.almost or not any(isinstance(one, Promise) for one in before.clauses):
            continue
        if any(isinstance(one, LateNotice) for one in before.clauses):
            return None
        told = [_whole(one, text[place:]) for one in before.findings]
        return Understood((*before.clauses, *notice.clauses), (*told, *notice.findings))
    return _then(text, low, read)


def _then(text: str, low: str, read: Callable[[str], Understood]) -> Understood | None:
    """Return news that opens a sentence, with the promise behind it: "and reply in five days"."""
    for joint in _AND_WE.finditer(low, _WHOLE):
        notice = late_told(text[: joint.start()])
        if notice is None or notice.findings or not times_in(low[joint.end() :]):
            continue
        promised = read(f"We will {text[joint.end() :]}")
        if not promised.almost and any(isinstance(one, Promise) for one in promised.clauses):
            findings = tuple(
                replace(one, start=0, end=len(text), fix="") for one in promised.findings
            )
            return Understood((*notice.clauses, *promised.clauses), findings)
    return None


def _news(text: str, low: str) -> Iterator[tuple[int, Understood]]:
    """Return the places at which news of a delay begins that runs to the end, and the news."""
    for opens in (*_OPENS.finditer(low, _WHOLE), *_TELLS.finditer(low, _WHOLE)):
        notice = late_told(text[opens.end() :])
        if notice is not None:
            shown = replace(notice, findings=tuple(_moved(notice.findings, opens.end())))
            yield opens.start(), shown
    instead = _instead().search(low)
    if (
        instead is not None
        and _OWN_TIME.search(instead["told"]) is None
        and "either" not in low[: instead.start()]
    ):
        why = ENGLISH.compiled(ENGLISH.words("pledges.patterns")["why"]).search(instead["told"])
        yield (
            instead.start(),
            Understood(
                (LateNotice(why=why is not None, when=why is None or "when" in instead[0]),)
            ),
        )


@cache
def _instead() -> Pattern:
    return ENGLISH.compiled(ENGLISH.words("pledges.late_told")["instead"])


def _moved(findings: tuple[Finding, ...], by: int) -> Iterator[Finding]:
    return (replace(one, start=one.start + by, end=one.end + by) for one in findings)


def _whole(finding: Finding, rest: str) -> Finding:
    """Return a finding on the promise as one on the whole sentence."""
    return replace(finding, fix=f"{finding.fix.rstrip('.')}{rest}" if finding.fix else "")
