"""Two rules that a semicolon joins: "Never speak to the press; enquiries go to the manager"."""

import re
from collections.abc import Callable
from dataclasses import replace

from goodword.document.setting import Understood
from goodword.language.normal import even, normal
from goodword.policy.authority import Prohibition
from goodword.policy.clause import Clause
from goodword.policy.duty import Escalation
from goodword.policy.promise import Promise

# A half that leans on the other is no sentence of its own.
_LEANS = re.compile(
    r"(?:otherwise|if not|if so|this|that|these|those|it|they|he|she|then|thereafter|after that|"
    r"however|but|and|or|also|instead|in (?:that|this|which|such) (?:case|event)|failing|"
    r"thus|so|hence|therefore|once|except|unless|at|after|by|within|for|\d)\b"
)
_OPENS = re.compile(r"(?:if|when|where|whenever|should|once|before|after|unless)\b")
_LEAST = 4

Reader = Callable[[str], Understood]


def halves(text: str, read: Reader) -> Understood | None:
    """Return what both halves say: who is told, and a promise or a ban; else None."""
    if text.count(";") != 1:
        return None
    plain = even(text)
    first, second = plain.split(";")
    lean = normal(second.strip())
    if _LEANS.match(lean) or min(len(first.split()), len(second.split())) < _LEAST:
        return None
    if _OPENS.match(normal(first.strip())) and not _OPENS.match(lean):
        # "If a guest is hurt, call the manager; give first aid": both hang on the same moment.
        return None
    said = []
    for half in (first, second):
        # Where one half says nothing of the kind, the other is not read.
        one = read(f"{half.strip().rstrip('.')}.")
        if not _may_be_half(one):
            return None
        said.append(one)
    goes_up = [_is_only(one, Escalation) for one in said]
    if sum(goes_up) != 1:
        return None
    places = ((0, len(first)), (len(first) + 1, len(text)))
    findings = tuple(
        replace(one, start=start, end=end, fix="", label="")
        for half, (start, end) in zip(said, places, strict=True)
        for one in half.findings
    )
    return Understood(tuple(one for half in said for one in half.clauses), findings)


def _may_be_half(read: Understood) -> bool:
    """Whether this may be one of two rules: who is told, a promise or a ban, and sure."""
    if read.almost or any(found.code == "PR18" for found in read.findings):
        return False
    return any(_is_only(read, kind) for kind in (Escalation, Promise, Prohibition))


def _is_only(read: Understood, kind: type[Clause]) -> bool:
    return bool(read.clauses) and all(isinstance(one, kind) for one in read.clauses)
