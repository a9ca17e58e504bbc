"""For which share of the cases a promise is made."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from decimal import Decimal

from goodword.document.promise_sentence import PromiseSentence, Segment
from goodword.language.service import shares_in
from goodword.language.time_phrase import TimePhrase

_SHARE_OF = re.compile(
    r" ?(?:of (?!the time|cases|occasions|the cases)|within|inside|under|in |by |answered|resolved|to be)"
)


def target_of(it: PromiseSentence, segment: Segment) -> Decimal | None:
    """Return the share that a time is promised for, or None for every time."""
    if not it.shares:
        # "In at least 90% of cases:" above a list holds for each of its lines.
        around = shares_in(it.context)
        return around[0][2] if len(around) == 1 else None
    mine = [share for start, end, share in it.shares if _owner(it, start, end) is segment.phrase]
    return mine[-1] if mine else None


def _owner(it: PromiseSentence, start: int, end: int) -> TimePhrase:
    """Return the time that a share speaks of: the next, or the one before it."""
    before = [one for one in it.times if one.end <= start]
    following = [one for one in it.times if one.start >= end]
    if following and (not before or _SHARE_OF.match(it.low[end:])):
        return following[0]
    return before[-1] if before else it.times[0]
