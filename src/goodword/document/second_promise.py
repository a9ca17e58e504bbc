"""A promise read by its weighed words, where no form of sentence fitted."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import replace

from goodword.document.condition_text import frame
from goodword.document.promise_attend import attends
from goodword.document.promise_channel import met_soon, stands_here
from goodword.document.promise_problems import findings_for
from goodword.document.promise_sentence import FRAGMENT, PromiseSentence, taken_to_pieces
from goodword.document.promise_times import our_times
from goodword.document.promises import promise_of
from goodword.document.second_said import unsure
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.cued import Cued
from goodword.language.en import echo_phrases as words
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import channels_in, hedge_in, subjects_in
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.language.weights import weights
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Duration, Unit
from goodword.problem import Severity

# From this share on the words outweigh the form in what a promise promises.
SURE = 0.6
# The same where no known word of the form says what is done.
UNKNOWN = 0.3
# A length that is said of something else.
_NO_LIMIT = {"after", "at least", "per"}


def second_promise(
    text: str, setting: Setting, context: str, marks: tuple[str, ...]
) -> Understood | None:
    """Return the promise of a sentence whose words weigh as one; None where it names no time."""
    table = weights("deeds")
    low, taken = normal(text), frame(text)
    times = tuple(our_times(low, taken, led=True)) or _any_times(low)
    if table is None or len(times) != 1 or _REFUSED.search(low, taken.start) is not None:
        return None
    it = taken_to_pieces(text, taken, times, setting, context)
    metric = Metric.ANSWER if times[0].rings else Metric(table.best(marks)[0])
    if metric in _ANSWERS and _is_thing(it):
        # "Wasps: 3 working days": nobody writes to a wasp.
        metric = Metric.RESOLUTION
    made = promise_of(it, it.segments[0], metric, None)
    findings = findings_for(text, low, times, (made,), hedge_in(low), setting)
    if any(one.severity is Severity.ERROR for one in findings):
        return Understood((), tuple(findings), almost=True)
    return Understood((made,), (*findings, _unsure(text, made)))


# "Cancel later than that and you will not get it back", "we will not look at older ones".
_REFUSED = Cued(
    r"\b(?:you|they|customers?|guests?|members?|people) (?:(?:will|do|can|may|shall)(?: not|n't)|cannot|won't) (?:get|receive|be (?:given|refunded|entitled|able)|have|claim|qualify)\b|\byou (?:will )?(?:lose|forfeit)\b|"
    r"\bwe (?:(?:will|do|can|may|shall)(?: not|n't)|cannot|won't)(?: normally| usually| generally)? (?:look|consider|accept|investigate|take|refund|deal|review|give|offer|process|handle|exchange|respond|reply|answer|pay|replace|entertain|examine|hear|re-?open|allow|be able|discuss)\b(?! (?:more|longer)\b)",
    "not|n't|cannot|lose|forfeit",
)
# A length of something else: "the two-hour slot", "an hour's drive".
_SPAN = re.compile(r"'? ?(?:slots?|windows?|walk|drive|travell?ing)\b")
_ANSWERS = {Metric.FIRST_RESPONSE, Metric.ACKNOWLEDGE}
# What is not done in the seconds in which a phone is answered.
_NO_RINGING = {Metric.FIRST_RESPONSE, Metric.CALLBACK}


def _is_thing(it: PromiseSentence) -> bool:
    """Whether the sentence is a thing and its time, with no word of who asks or is answered."""
    label = FRAGMENT.match(it.low)
    if label is None or it.cues or it.context or it.low[it.times[0].end :].strip(" .;"):
        return False
    named = channels_in(it.low) or subjects_in(it.low) or channels_in(normal(it.setting.heading))
    return not named and it.times[0].length_start - label.end() <= _BARELY


_BARELY = 24


def rings(made: Promise) -> bool:
    """Whether it is a phone or a chat that is answered in seconds or minutes."""
    soon = isinstance(made.limit, Duration) and made.limit.unit in {Unit.SECOND, Unit.MINUTE}
    return soon and made.channels in {("phone",), ("chat",)}


def _waiting_here(text: str, made: Promise, deed: Metric) -> tuple[str, ...]:
    """Return how people are met: before us where they wait so shortly, or on the phone."""
    unit = made.limit.unit if isinstance(made.limit, Duration) else None
    if deed is Metric.CALLBACK:
        return ("phone",)
    low = normal(text)
    here = met_soon(low, unit) or (stands_here(low, unit) and not channels_in(low))
    return ("in_person",) if deed is Metric.WAIT and here else ()


def second_deed(first: Understood, text: str, marks: tuple[str, ...]) -> Understood:
    """Return a promise with what its words say is done, where they clearly say something else."""
    table = weights("deeds")
    if table is None or len(first.clauses) != 1 or not isinstance(first.clauses[0], Promise):
        return first
    made = first.clauses[0]
    deed, share = table.best(marks)
    least = UNKNOWN if any(one.code == "PR18" for one in first.findings) else SURE
    if deed == made.metric or share < least or made.metric is Metric.NEXT_RESPONSE:
        return first
    if deed in _NO_RINGING and made.metric is Metric.ANSWER and rings(made):
        return first
    if _is_sure(made.metric, normal(text)):
        return first
    recurs = made.metric is Metric.UPDATE and not made.once
    if recurs or said_plainly(normal(text), made.metric) or is_channel(normal(text)):
        return first
    other = replace(
        made,
        metric=Metric(deed),
        channels=made.channels or _waiting_here(text, made, Metric(deed)),
        once=deed == Metric.UPDATE and made.metric is not Metric.UPDATE,
    )
    findings = [one for one in first.findings if one.code != "PR18"]
    return replace(first, clauses=(other,), findings=(*findings, _unsure(text, other)))


def _is_sure(metric: Metric, low: str) -> bool:
    """Whether a form says exactly what is done, so that words weigh nothing against it."""
    if metric in {Metric.FIRST_RESPONSE, Metric.WAIT}:
        return attends(low) is not None
    return metric is Metric.ACKNOWLEDGE and _ARRIVED.search(low) is not None


# "… to say that your letter has come": that it is here, and no more.
_ARRIVED = Cued(
    r"\bthat (?:(?:your|the|a|its|their|it)\b[\w ']{0,30} (?:has|have|is) (?:arrived|come|been received|with us|received|reached)\b|we have (?:it|your|received)\b)",
    "arrived|come|received|with us|reached|we have",
)


def said_plainly(low: str, metric: Metric) -> bool:
    """Whether small letters say in so many words what a promise is read to promise."""
    plain = ENGLISH.words("second.plain_deeds")
    return metric in plain and ENGLISH.compiled(plain[metric]).search(low) is not None


def is_channel(low: str) -> bool:
    """Whether small letters are a line of a channel and its time: "Emails: within a day"."""
    times, named = times_in(low), channels_in(low)
    if len(times) != 1 or not named:
        return False
    rest = list(low[: times[0].start])
    for word in named:
        rest[word.start : word.end] = " " * (word.end - word.start)
    words = set("".join(rest).replace(":", " ").replace("-", " ").replace(",", " ").split())
    return words <= _JOINS and not low[times[0].end :].strip(" .")


_JOINS = frozenset(("and", "or", "by", "via", "all", "your", "our", "|", "/", "&"))


def _any_times(low: str) -> tuple[TimePhrase, ...]:
    return tuple(
        one
        for one in times_in(low)
        if not one.vague and one.role not in _NO_LIMIT and not _SPAN.match(low, one.end)
    )


def _unsure(text: str, made: Promise) -> Finding:
    """Return the warning that a promise was read by its words, with what is done by then."""
    return unsure(
        text,
        (made,),
        "say who does what, and by when.",
        (("what", words.METRIC_NAMES[made.metric]),),
    )
