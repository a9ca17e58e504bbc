"""What a promise measures."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.promise_sentence import FRAGMENT, PromiseSentence, Segment
from goodword.document.promise_start import tail_end
from goodword.language.en.lexicon import SUBJECTS as ALL_SUBJECTS
from goodword.language.normal import normal
from goodword.language.service import Word, channels_in, metrics_in
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Unit

# A line such as "Routine repairs: 28 days" says by when the thing itself is done.
_DONE_NAMED = re.compile(
    r"^[^:|]*?\b(?:repairs?|orders?|refunds?|applications?|claims?|faults?|returns|appeals?)\b"
)
_DONE_BY_NAME = {"repair", "order", "refund", "application", "claim", "fault", "return", "appeal"}
_SOON = {Unit.SECOND, Unit.MINUTE}
_WRITTEN = {"email", "letter", "text", "web_form", "social", "portal"}
_WITH_OUTCOME = re.compile(
    r" (?:of (?:receipt|receiving \w+(?: \w+)?) )?with (?:our|a|the|your|an) (?:final |full |formal |written )*(?:decision|outcome|findings|result|"
    r"conclusion|resolution|full|final)"
)


def metric_of(it: PromiseSentence, segment: Segment, previous: Promise | None) -> Metric | None:
    """Return what is done by the time of a segment, or None where nothing says."""
    windows = ((segment.after, False), (segment.before, True))
    if not it.time_first:
        windows = windows[::-1]
    for (start, end), backwards in windows:
        if not it.time_first and not backwards and previous is not None:
            continue
        cues = [cue for cue in it.cues if start <= cue.start < end]
        if not backwards and not it.time_first:
            tail = tail_end(it, segment)
            cues = [cue for cue in cues if cue.start >= tail]
        if cues:
            return _chosen(it, cues, segment, backwards=backwards)
    if previous is not None:
        return previous.metric
    for context in (it.context, normal(it.setting.heading)):
        cues = list(metrics_in(context))
        if cues:
            return _chosen(it, cues, segment, backwards=True)
    return _by_channel(it)


def _chosen(it: PromiseSentence, cues: list[Word], segment: Segment, *, backwards: bool) -> Metric:
    strong = [cue for cue in cues if not cue.weak] or cues
    if (
        backwards
        and cues[-1].weak
        and re.search(r"\band\b", it.low[strong[-1].end : cues[-1].start])
    ):
        strong = cues
    cue = strong[-1] if backwards else strong[0]
    metric = Metric(cue.name)
    after = it.low[segment.phrase.end :]
    if metric is Metric.FIRST_RESPONSE and re.match(
        r" to (?:acknowledge|confirm (?:we|that|receipt))", after
    ):
        return Metric.ACKNOWLEDGE
    if metric in {Metric.FIRST_RESPONSE, Metric.UPDATE} and _WITH_OUTCOME.match(after):
        return Metric.RESOLUTION
    channels = {word.name for word in it.channels} or {
        word.name for word in channels_in(f"{it.context} {normal(it.setting.heading)}")
    }
    if metric is Metric.ANSWER and channels & _WRITTEN and not channels & {"phone", "chat"}:
        return Metric.FIRST_RESPONSE
    if (
        metric is Metric.FIRST_RESPONSE
        and channels == {"phone"}
        and (segment.phrase.rings or (segment.phrase.unit in _SOON and not segment.phrase.anchor))
    ):
        return Metric.ANSWER
    if metric is Metric.FIRST_RESPONSE and channels == {"voicemail"}:
        return Metric.CALLBACK
    return metric


def _by_channel(it: PromiseSentence) -> Metric | None:
    """Return what a line such as "Email: 2 days" promises: a reply, or what the channel does."""
    if not (FRAGMENT.match(it.low) or it.context):
        return None
    if not it.channels:
        named = it.subjects[0].name if it.subjects else ""
        bare = re.search(r"\b(?:we|you|will|must|should|may|is|are)\b", it.low) is None
        done = named in _DONE_BY_NAME or _DONE_NAMED.match(it.low) is not None
        return Metric.RESOLUTION if done and bare else None
    name = it.channels[0].name
    return {"phone": Metric.ANSWER, "voicemail": Metric.CALLBACK, "in_person": Metric.WAIT}.get(
        name, Metric.FIRST_RESPONSE
    )


def names_only_who(it: PromiseSentence) -> bool:
    """Whether the line is a kind or priority and a time, such as "Urgent: 1 hour"."""
    if not it.subjects or it.cues or not FRAGMENT.match(it.low):
        return False
    name = it.subjects[0].name
    whole = it.times[0].start - (it.subjects[0].end + 2)
    return (
        (name in {"complaint", "request", "incident"} or name not in ALL_SUBJECTS)
        and whole <= 1
        and not it.low[it.times[0].end :].strip(" .")
    )


def bare_fits(it: PromiseSentence, segment: Segment) -> bool:
    """Whether a time without "within" can be a deadline here: in a fragment, or after "takes"."""
    before = it.low[: segment.phrase.length_start].rstrip()
    if (
        segment is not None
        and segment.before[0] > it.frame.start
        and before.endswith((" and", ",", " or"))
    ):
        return True
    if re.search(
        r"(?::|-|\||\(|,|(?:response|resolution|reply|answer|wait)(?: times?)? of|times?|response|resolution|target|takes?|is|are|allow|to|=|first|repl(?:y|ies)|emails?"
        r"|acknowledgement|update|turnaround)$",
        before,
    ):
        return True
    return (
        segment.phrase.start == 0
        or re.search(r"\b(?:we|will|are|is|was|has|have|had)\b", before) is None
    )
