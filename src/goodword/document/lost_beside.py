"""What stands beside a promise and is kept by none of its clauses: said, so that it is not lost."""

import re
from dataclasses import replace
from decimal import Decimal

from goodword.document.hours_asked import unused
from goodword.document.number_left import number_left
from goodword.document.setting import Understood
from goodword.language.normal import even, normal
from goodword.policy.promise import Promise
from goodword.problem import Severity

# A goal of its own behind a promise: "…, and target 99.8% availability".
_SHARE = re.compile(
    r"(?P<share>\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)(?: of)? "
    r"(?:[\w'-]+ )?(?:availab|uptime|satisf|accura|complian)\w*"
)
# "A maximum of one valuation": how many, and no length of time.
_LENGTH = (
    "seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|rings?|quarters?|times?|"
    "percent|per|in|out|of|working|business|calendar|clock|clear|school|banking|office|net|"
    "consecutive|elapsed|further|additional|full|more|week"
)
_MOST = re.compile(
    r"\b(?:a maximum of|at most|a limit of|no more than|not more than) "
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?: \(\d+\))? "
    rf"(?!(?:{_LENGTH})\b)[a-z]{{3,}}"
)


def lost_beside(read: Understood, text: str) -> Understood:
    """Return promises with a warning of a share or a number of things that none of them holds."""
    if not read.clauses or not all(isinstance(one, Promise) for one in read.clauses):
        return read
    low = even(text).lower()
    goals = list(_SHARE.finditer(low))
    found = [(one.start(), one.end()) for one in (*goals, *_MOST.finditer(low))]
    number = None if _asked(read) else number_left(low, text, read.clauses)
    found += [number] if number is not None else []
    said = tuple(
        unused(text, *place, Severity.WARNING) for place in found if not _known(read, *place)
    )
    # What the goal's share is of is no share of the cases that are answered in time.
    others = {Decimal(one["share"]) / 100 for one in goals}
    clauses = tuple(
        replace(one, target=None) if isinstance(one, Promise) and one.target in others else one
        for one in read.clauses
    )
    return replace(read, clauses=clauses, findings=(*read.findings, *said)) if said else read


def lost_in_cell(read: Understood, cell: str) -> Understood:
    """Return what a cell promises, with a warning of a number in it that may be a second time."""
    if not read.clauses or _asked(read):
        return read
    place = number_left(normal(cell), cell, read.clauses)
    if place is None:
        return read
    return replace(read, findings=(*read.findings, unused(cell, *place, Severity.WARNING)))


def _asked(read: Understood) -> bool:
    """Whether something has been asked of the sentence already."""
    return any(one.severity in {Severity.WARNING, Severity.ERROR} for one in read.findings)


def _known(read: Understood, start: int, end: int) -> bool:
    """Whether a warning speaks of the same words already."""
    return any(
        one.severity is not Severity.INFO and one.start < end and start < one.end
        for one in read.findings
    )
