"""A deed that may be a reply or the end of the matter: "Emails are dealt with in a day"."""

import re

from goodword.document.promise_sentence import PromiseSentence, Segment
from goodword.document.setting import Finding
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.policy.promise import Metric, Promise
from goodword.problem import Severity

_GENERIC = Cued(
    r"\b(?:deal(?:t|s|ing)? with|handl(?:e|es|ed|ing)|action(?:ed|s)?|process(?:ed|es)?|"
    r"tak(?:e|es|en) care of|(?:see|sees|seen) to|looked after)\b",
    "deal|handl|action|process|care of|see |sees |seen |looked",
)
_TIMES = Cued(
    r"\b(?:handling|processing|action|turn ?around) times?\b", "handl|process|action|turn"
)
# What is asked may be answered or settled; a complaint or an order is done when it is settled.
_ASKED = {"enquiry", "suggestion", "review", "compliment"}
# Whatever else is said makes it plain which of the two is meant.
_PLAIN = re.compile(
    r"\b(?:complaints?|orders?|refunds?|claims?|applications?|repairs?|resol\w+|complet\w+|clos\w+|"
    r"settl\w+|answer\w*|repl\w+|respon\w+|returns?|payments?|requests?)\b"
)


def may_be_a_reply(it: PromiseSentence, segment: Segment, promise: Promise) -> Finding | None:
    """Return the warning that a message is counted until its matter is settled, or None."""
    if promise.metric is not Metric.RESOLUTION or promise.start is not None:
        return None
    asked = promise.subject in _ASKED or (promise.subject is None and promise.channels)
    said = it.low[segment.before[0] : segment.after[1]]
    found = _GENERIC.search(said) if asked and not _PLAIN.search(it.low) else None
    if found is None and asked and not it.cues:
        # "Enquiries: four days" below "Handling time".
        found = _TIMES.search(f"{it.context} {normal(it.setting.heading)}")
    if found is None:
        return None
    return Finding(
        "PR18",
        Severity.WARNING,
        f'"{found[0]}" may mean that you reply or that the matter is settled; I count until it is '
        'resolved. Say "answered" or "resolved".',
        0,
        segment.phrase.end,
        (("what", "resolution?"),),
    )
