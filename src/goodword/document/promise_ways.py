"""To which of several times in a sentence a way belongs."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.promise_sentence import PromiseSentence, Segment
from goodword.language.cued import Cued
from goodword.language.pack import ENGLISH
from goodword.language.service import Word, channel_names, metrics_in, subjects_in
from goodword.policy.promise import Metric, Promise

_SEVERAL = 2
_TO_IT = re.compile(
    r"[ (,:]*(?:(?:by|via|over|on|through|in|at|with|for|if|when|sent) (?:the |an? |our )?)*"
)
_ENDS = re.compile(r"\)? ?(?:$|[,;|.:)]| - |(?:only|and|or|but|otherwise)\b)")


def way_behind(it: PromiseSentence, segment: Segment) -> tuple[str, ...]:
    """Return the way right behind a time, where each has its own: "an hour online, two by phone"."""
    if len(it.segments) < _SEVERAL:
        return ()
    each = [_behind(it, one) for one in it.segments]
    if any(not one for one in each) or len({*map(channel_names, each)}) < _SEVERAL:
        return ()
    if {word for one in each for word in one} != {*it.channels}:
        return ()
    return channel_names(each[it.segments.index(segment)])


def _behind(it: PromiseSentence, segment: Segment) -> tuple[Word, ...]:
    found: list[Word] = []
    place = segment.phrase.end
    for word in it.channels:
        if word.start < place or word.start >= segment.after[1]:
            continue
        between = it.low[place : word.start]
        fits = _OR.fullmatch(between) if found else _TO_IT.fullmatch(between)
        if fits is None:
            break
        found.append(word)
        place = word.end
    return tuple(found) if found and _ENDS.match(it.low, place) else ()


_OR = re.compile(r" ?(?:,|/|or|and|, or|, and) (?:by |via |on |in |the )*")

# "Calls are answered in a minute, and a fitter is with you in two hours": nobody rang the fitter.
_OF_ONE = Cued(
    r"\b(?:(?:an?|our|your|the) (?:[\w-]+ )?)?(?:technicians?|engineers?|fitters?|mechanics?|crews?|responders?|patrols?|locksmiths?|plumbers?|electricians?|operatives?|help|ambulances?|vans?|recovery)\b"
    r"|\bat (?:the|your) (?:door|site|scene)\b|\bon[ -]site\b",
    "ambul|at the|at your|crew|electri|engineer|fitter|help|locksm|mechanic|on site|on-site|operativ|"
    "patrol|plumb|recover|respond|technic|van",
)
# Words that name no other thing than the promise before does.
_SAME = ENGLISH.names("scope.same_thing")
_PART = re.compile(r"[a-z][\w'-]*")
_JOINT = re.compile(r"[;,]|\band\b|\bbut\b|\. ")


def _holds(segment: Segment, word: Word) -> bool:
    """Whether a word stands before a time and behind the one before it."""
    return segment.before[0] <= word.start < segment.before[1]


def is_heir(it: PromiseSentence, segment: Segment, previous: Promise, metric: Metric) -> bool:
    """Whether a later promise is for what came by the ways of the one before it.

    What names a thing of its own ("and send certificates within a week") has its own ways.
    """
    said = it.low[slice(*segment.before)]
    if any(one.name == "ticket" and _holds(segment, one) for one in it.channels):
        return False
    if previous.metric in {Metric.ANSWER, Metric.CALLBACK, Metric.WAIT} and _OF_ONE.search(said):
        return False
    if metric is not Metric.RESOLUTION or previous.metric is Metric.RESOLUTION:
        return True
    joint = _JOINT.search(said)
    if joint is None:
        return True
    own = said[joint.end() :]
    cues = [one.start for one in metrics_in(own)]
    own = own[: min(cues)] if cues else own
    if subjects_in(own):
        return True
    return all(word in _SAME for word in _PART.findall(own))
