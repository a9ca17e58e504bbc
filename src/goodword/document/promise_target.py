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

# "90% of the time": the time before it is meant.
_OF_TIMES = re.compile(r"[^,;.]{0,3}of (?:the time|occasions)\b")
# "Calls in 20 seconds (80% of calls) and …": brackets speak of the time before them.
_ASIDE = re.compile(r" \((?:for |in |target:? |at least |over )*")
# "…, and 95% are closed within 20": the share begins what follows it.
_OPENS = re.compile(
    r"(?:[,;:.] |, with | and | but | while )(?:and |but |while |with )?(?:(?:at least|a minimum of|no (?:fewer|less) than|not less than|over|more than|the (?:other|remaining)) )*$"
)
_CLOSES = re.compile(
    r" ?(?:[,;.)]|$| of (?:the time|occasions)| and\b| or\b| at (?:least|a minimum))"
)
_APART = re.compile(r"[;()]|, (?:and|but|with)\b")
# "…, and, in 90% of cases, it is mended the same day".
_IN_CASES = re.compile(
    r"(?:[,;] |\band,? |\bbut,? )(?:and |but )?(?:in|for) (?:at least |over |more than |about )?[\w.]+ ?(?:%|per ?cent|(?:out of|in) [\w]+)$"
)
_THE_REST = re.compile(r"\b(?:remaining|other|last|rest,?|final) $")


def target_of(it: PromiseSentence, segment: Segment) -> Decimal | None:
    """Return the share that a time is promised for, or None for every time."""
    if not it.shares:
        # "In at least 90% of cases:" above a list holds for each of its lines.
        around = shares_in(it.context)
        return around[0][2] if len(around) == 1 else None
    mine = [
        (start, share)
        for start, end, share in it.shares
        if _owner(it, start, end) is segment.phrase
    ]
    if not mine or _THE_REST.search(it.low[: mine[-1][0]]):
        # "The remaining 15% within 50 days" are all the others.
        return None
    return mine[-1][1]


def _owner(it: PromiseSentence, start: int, end: int) -> TimePhrase:
    """Return the time that a share speaks of: the next, or the one before it."""
    before = [one for one in it.times if one.end <= start]
    following = [one for one in it.times if one.start >= end]
    aside = before and _ASIDE.fullmatch(it.low, before[-1].end, start)
    if not following or aside or (before and _OF_TIMES.match(it.low, end)):
        return before[-1] if before else it.times[0]
    opens = _OPENS.search(it.low[:start]) is not None and _CLOSES.match(it.low, end) is None
    runs_on = opens and _APART.search(it.low, end, following[0].start) is None
    if not before or _SHARE_OF.match(it.low[end:]) or runs_on or _IN_CASES.search(it.low[:end]):
        return following[0]
    return before[-1]
