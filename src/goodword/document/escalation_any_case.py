"""Complaints that go somewhere else whatever the moment: to a body outside, or as an appeal."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.language.normal import normal
from goodword.language.time_phrase import times_in

# A first complaint, and nothing that was looked at before.
_FIRST = re.compile(
    r"\b(?:have|has|having|make|makes|had) (?:an? |any |cause for )(?:\w+ )?(?:complaints?|concerns?|quer(?:y|ies)|"
    r"questions?|problems?|comments?|issues?|grievances?)\b"
)
# What is taken to somebody as a complaint, whatever the moment.
_COMPLAINS = re.compile(
    r"\b(?:complain\w*|appeals?|refer|take|lodge|escalate|raise|submit|bring|put|be (?:referred|taken|put))\b"
)
_BARE = re.compile(r"\bcomplain\b|\bcomplaints? (?:about|against)\b")
_APPEALS = re.compile(
    r"\bappeals?\b|\b(?:ask for|request|seek) (?:an? |the )?(?:\w+ )?(?:review|hearing|second look)\b|\bask\b.* to (?:reconsider|review|re-?examine|think again|look (?:at|into)|decide)\b"
)


def any_case(way: str, low: str, words: str, *, outside: bool) -> str:
    """Return when a complaint goes to a body outside, or an appeal to anybody; empty for others."""
    appeals = _APPEALS.search(way) is not None
    if not outside and (not appeals or (words and _FIRST.search(normal(words)))):
        return ""
    if not appeals and (_COMPLAINS.search(way) is None or times_in(low)):
        return ""
    if not words and not appeals and _BARE.search(way) is None:
        # "You can go to the ombudsman at any time" says no moment.
        return ""
    about = re.search(r"\bcomplaints? (?:about|against) [\w' ]{3,60}?(?= can| may)", way)
    return words or (about[0] if about is not None else "you are not satisfied")
