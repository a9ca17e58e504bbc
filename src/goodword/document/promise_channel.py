"""By which channels a promised case comes."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.promise_condition import names
from goodword.document.promise_sentence import PromiseSentence, Segment
from goodword.document.promise_start import in_start
from goodword.language.normal import normal
from goodword.language.service import channels_in
from goodword.policy.promise import Metric, Promise

TO_CHANNEL = re.compile(r"^ (?:for|to|on) (?:all |any |your |our |an? |every )*")
_BY_CHANNEL = re.compile(
    r"\b(?:by|via|in|over the|through|using|on the|with an?) (?:(?:an?|your|the|or|e-?mail|letter|telephone|phone) )*$"
)
_INSTRUMENT = re.compile(r"(?:in writing|by|via|through|using|in the post)\b")


def channels_of(it: PromiseSentence, segment: Segment, previous: Promise | None) -> tuple[str, ...]:
    """Return the channels that a promise is made for, by its own words."""
    after = it.low[segment.phrase.end : segment.after[1]]
    if direct := TO_CHANNEL.match(after):
        first = channels_in(after[direct.end() :])
        if first and first[0].start == 0:
            upto = re.search(r" and (?:within )?\d|,|;", after)
            return names(channels_in(after[: upto.start()] if upto else after))
    windows = (segment.after, segment.before) if it.time_first else (segment.before, segment.after)
    for index, window in enumerate(windows):
        if index and len(it.times) > 1 and not it.time_first:
            continue
        asked = _asked(it, window)
        if asked:
            return asked
    return previous.channels if previous else ()


def _asked(it: PromiseSentence, window: tuple[int, int]) -> tuple[str, ...]:
    """Return the channels by which people come to us; how we answer counts only alone."""
    words = [
        word
        for word in it.channels
        if window[0] <= word.start < window[1] and not it.hidden(word.start)
    ]
    ours = [
        word
        for word in words
        if _BY_CHANNEL.search(it.low[: word.start])
        or _INSTRUMENT.match(it.low[word.start : word.end])
    ]
    theirs = [word for word in words if word not in ours]
    if theirs:
        return names(theirs)
    named = any(not in_start(it, one.start) for one in it.subjects)
    return () if named else names(ours)


def channels_around(it: PromiseSentence, metric: Metric) -> tuple[str, ...]:
    """Return the channels that the lead-in, the heading or the deed itself names."""
    for words in (it.context, normal(it.setting.heading)):
        named = names(channels_in(words))
        if named:
            return named
    if (
        metric is Metric.CALLBACK
        or re.search(r"\bon hold\b", it.low)
        or (metric is Metric.ANSWER and re.search(r"\bcall|\bring|phone|speed of answer", it.low))
    ):
        return ("phone",)
    return ()
