"""Reviews: how often the policy is looked at again, by whom, and after what besides."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.duty_interval import interval
from goodword.document.setting import Finding, Understood
from goodword.language.cued import Cued
from goodword.language.role import role_slug
from goodword.language.time_phrase import TimePhrase
from goodword.language.word import slug
from goodword.policy.duty import ReviewRule
from goodword.policy.quantity import Duration
from goodword.problem import Severity

_DOCUMENT = r"(?:this|the|our|these|both) (?:\w+ ){0,3}?(?:policy|policies|procedures?|charter|document|standards?|promises|handbook|guide|guidelines|code|manual|(?:fee )?schedule(?: of (?:fees|charges|fines)(?: and (?:fees|charges|fines))?)?(?= (?:is|will be|shall be|must be|should be) re(?:view|vis)ed\b)|(?<!status )page|service levels)\b"
_LOOKS = r"(?:review\w*|revis\w+|re-?read\w*|revisit\w*|look(?:ed|ing)? (?:again |afresh )?at|looks (?:again|afresh) at|updat\w+|checked|refreshed|(?:gets?|given|takes?) a (?:fresh|new|second|full) look|re-?approved|gone over|go over|goes over)"
_REVIEW = Cued(
    rf"\b{_LOOKS}\b.*\b{_DOCUMENT}|\b{_DOCUMENT}.*\b{_LOOKS}|^(?:policy |next )?review(?:ed)?:|^reviewed\b|^(?:we )?review (?:it|this|dates?)\b|^policy reviews? ",
    "both|our|polic|revie|the|this",
)
_AFTER = re.compile(
    r"\b(?:and|or|also|as well as)?,? ?(?:sooner |earlier )?(?:after|following|whenever there is|when there is|if there is) (?:any |every |each |an? )?(?P<what>[\w ,-]+?)(?=\.|$|, led| by the|;)"
)
_BY = re.compile(
    r"(?:\bby|\bled by) (?P<role>the [\w' ]+?|our [\w' ]+?)(?= every| at least| once| each| annually| yearly| quarterly| twice|,|\.|$| and after| in\b)"
)
_WHO = re.compile(
    rf"^(?P<role>(?:the|our) [\w' ]+?) (?:(?:must|will|shall|should|also) )*(?:then )?(?:reviews?|revises?|revisits?|goes over|looks? (?:again|afresh) at|re-?reads?) (?={_DOCUMENT})"
)
_NEXT = re.compile(r"\b(?:next|again|due for)\b")
_ONE_OFF = re.compile(
    r"\b(?:last|first|was|were|been|within the first|decision|your|case|complaint|claim)\b"
)


def review(plain: str, low: str, times: tuple[TimePhrase, ...]) -> Understood | None:
    """Return how often the policy is reviewed; a question where it says only "regularly"."""
    if not _REVIEW.search(low) or re.search(r"\byour\b", low):
        return None
    every = interval(low, times) or _limit(low, times)
    if every is not None and every.is_exact:
        # What is looked at every hour is no policy.
        return None
    if every is None:
        return (
            _how_often(plain) if re.search(r"\bregular|periodic|from time to time", low) else None
        )
    after = _AFTER.search(low)
    by = _BY.search(low) or _WHO.match(low)
    events: tuple[str, ...] = ()
    if after and not any(after.start("what") <= one.start < after.end() for one in times):
        events = tuple(
            slug(re.sub(r"^(?:an?|any|every|each) ", "", part))
            for part in re.split(r", (?:and |or )?| and | or ", after["what"])
            if slug(part)
        )
    owner = role_slug(by["role"]) if by else None
    return Understood((ReviewRule(every=every, owner=owner, after=events),))


def _limit(low: str, times: tuple[TimePhrase, ...]) -> Duration | None:
    """Return "reviewed in twelve months", "every" with words between, as how often."""
    for one in times:
        if one.role not in {"limit", "", "bare"} or not isinstance(one.limit, Duration):
            continue
        if "every" in low or (_NEXT.search(low[: one.start]) and not _ONE_OFF.search(low)):
            return one.limit
    return None


def _how_often(plain: str) -> Understood:
    finding = Finding(
        "RV01",
        Severity.ERROR,
        "How often? Say an interval, such as every 6 months.",
        0,
        len(plain),
        (("what", "review of this policy"), ("how often", "?")),
        "We review this policy every 6 months.",
        "Name an interval",
    )
    return Understood((), (finding,), almost=True)
