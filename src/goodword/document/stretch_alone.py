"""A stretch of a sentence with what it leaves to those before it: who, the deed, or the case."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Iterator
from dataclasses import replace

from goodword.document.condition_text import condition_of
from goodword.document.promise_rest import opens_as_rest, rest_kind
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.language.service import channels_in, metrics_in, shares_in, subjects_in
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.language.verb import is_past, is_plain
from goodword.policy.clause import Clause, Strength
from goodword.policy.condition import Condition
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit

# "Failing which the matter passes to the head": what happens where the promise before is not kept.
_FAILING = Cued(
    r"^(?:failing (?:which|that)|(?:or )?else|otherwise|in default(?: of (?:this|that|which))?|"
    r"if (?:not|so not|(?:we|they|it|this|that|he|she)(?: (?:do|does|did|is|are|has|have|can|could|fails?|runs?|ran|misse?s?)(?: not|n't)?(?: (?:done|so|happened|out|answered|resolved|met|kept|been (?:done|answered|resolved)|without one|this|that|it))*|n't))|"
    r"if (?:we|they|it|he|she|this|that) (?:don't|can't|haven't|doesn't|hasn't|isn't|cannot)(?: (?:do so|do this|manage it|happen|answer|reply|respond|resolve it|answered|replied))?|"
    r"after (?:that|which)|thereafter|then),? (?P<rest>.+)$",
    "failing|else|otherwise|default|if|after|then",
)
# What a stretch opens with that only joins it to the one before.
_OWN = re.compile(r"\b(?:we|you|they|it|i|our|will|must|shall|should|is|are|has|have)\b")
# "… will be acknowledged", "Burst pipes: attended to": what stands before what is done to it.
_DONE = re.compile(
    r"^(?P<head>.*?(?:\b(?:is|are|be|get|gets)(?: (?:always|then|normally|usually|[a-z]+ly))?|[a-z]:)) [a-z]+"
)
_DONE_SHORT = re.compile(r"^(?P<head>(?:[\w'/-]+ ){1,6}?)[a-z]+(?:ed|en|nt|lt|wn|ut|id|de|ne)\b")
_WE = re.compile(r"\b(?:we|i)\b")
_MODAL = re.compile(r"(?:will|shall|must|should|aims?|tr(?:y|ies)|endeavours?|hopes?)\b")
# For which cases another time holds, and nothing that would be done.
_CASES = re.compile(
    r"(?:for|to|on|in|at|during|with|from|over|by|if|where|when|outside|otherwise|elsewhere|out of hours|all|any|our|your|the|"
    r"more|most|larger|longer|bigger|smaller|older|later|others?|those|these|ones?|anything|everything|everyone|"
    r"urgent|routine|complex|simple|standard|express|new|emergency|emergencies|normal|high|low|medium|critical|"
    r"(?:priority|stage|level|tier|class|category|severity|sev|p) ?\d)\b"
)
# What comes by a time is another thing than what came before.
_THING = re.compile(
    r"\b(?:reports?|results?|refunds?|decisions?|outcomes?|licen[cs]es?|permits?|certificates?|quot(?:e|ation)s?|estimates?|invoices?|payments?|"
    r"deliver(?:y|ies)|repairs?|removals?|replacements?|visits?|inspections?|surveys?|appointments?|completion|fix(?:es)?|solutions?|resolution|"
    r"responses?|repl(?:y|ies)|answers?|letters?|written|confirmation|acknowledge?ments?|engineers?|technicians?|fitters?|officers?|managers?|"
    r"parts|bills?|clean-?up|dispatch|shipments?|restoration|workarounds?|findings|price|advice|assessments?|closure|installations?|"
    r"connections?|rulings?|meetings?|interviews?|contact|call-?backs?|updates?|drafts?|copies|copy|cards?|notes?|notices?|hearings?|session|site)\b"
)
_KIND = re.compile(
    r"(?:(?:all|any|the|our) )?(?:other|urgent|routine|complex|simple|standard|express|new|emergency|normal|large|larger|small|smaller|minor|major|critical|first|second|later|older|more \w+|most \w+)\b"
)
# No part of the year can be asked for.
_SEASON = re.compile(
    r"(?:in|during|from|over|throughout|at) (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b"
)
_WHEN = re.compile(r"(?:.*? )?(?:if|where|when) (?P<what>.+)$")
_FOR = re.compile(r"(?P<how>for|to|on|in|during|with|at) (?P<what>.+)$")
_WHERE = {"on", "in", "at", "during"}
_VERB = re.compile(
    r"\b(?:we|you|they|it|i|will|shall|must|should|is|are|be|has|have|can|may|takes?|follows?|gets?|goes|go|comes?)\b"
)
# "The whole course done": another deed.
_ENDED = re.compile(
    r"[\w'-]+ (?:done|complete|completed|finished|gone|over|ready|closed|sorted|fixed|mended|paid|sent|issued|served|decided|settled|signed|made|put right|closed out)$"
)
_SHORTEST_LABEL, _LONGEST_LABEL, _LONGEST_GAP = 3, 5, 12


def as_sentences(words: str, heads: list[str]) -> Iterator[str]:
    """Return how a stretch is said as a sentence of its own, the likeliest first.

    `heads` are the stretches before it, whose subject it may share.
    """
    low = normal(words)
    first = next((one for one in low.split() if one not in _ADVERBS), "").rstrip(",")
    if heads and (is_past(first) or first.endswith("ed")):
        for head in reversed(heads):
            done = _DONE.match(head) or _DONE_SHORT.match(head)
            if done is not None:
                yield _sentence(f"{done['head'].rstrip()} {words}")
                break
    elif heads and _WE.search(normal(heads[0])) and _is_deed(low, first):
        yield _sentence(f"we {words}")
    yield _sentence(words)


_ADVERBS = {"then", "also", "always", "normally", "usually", "fully"}


def _is_deed(low: str, first: str) -> bool:
    """Whether a stretch begins with what we do: "reply in two days", "will reply"."""
    cues = metrics_in(low)
    said = bool(cues) and cues[0].start == 0 and not first.endswith("s")
    return said or is_plain(first) or _MODAL.match(low) is not None


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def failing(words: str, before: Promise) -> str:
    """Return who gets a matter where the promise before it was not kept, as a sentence; else ""."""
    low = normal(words)
    found = _FAILING.match(low)
    limit = before.limit
    if found is None or not isinstance(limit, Duration):
        return ""
    undone = "resolved" if before.metric is Metric.RESOLUTION else "answered"
    working = "working " if limit.counting is Counting.WORKING else ""
    time = f"{limit.amount} {working}{limit.unit}{'' if limit.amount == 1 else 's'}"
    return f"If it is not {undone} within {time}, {words[found.start('rest') :]}."


def gap(words: str, before: Promise) -> Promise | None:
    """Return the promise before with another time, for the cases that a stretch names.

    None where something else is done: "others in ten", "or 21 days where it concerns hardship".
    """
    low = normal(words)
    times = [one for one in times_in(low) if not one.vague]
    if len(times) != 1 or times[0].role == "every":
        return None
    rest = _without(low, times[0])
    size = len(rest.split())
    if size > _LONGEST_GAP:
        return None
    channels = tuple(dict.fromkeys(one.name for one in channels_in(rest)))
    when, opening = _WHEN.match(rest), _FOR.match(rest)
    label = rest[: when.start("what")] if when else rest
    cases = _CASES.match(rest) is not None
    if _VERB.search(label) or _ENDED.search(label):
        return None
    if (metrics_in(label) or _THING.search(label)) and not (
        (_KIND.match(rest) and size <= _SHORTEST_LABEL) or channels
    ):
        return None
    if _SEASON.match(rest) or not (channels or when or cases or _is_label(label)):
        return None
    condition = before.condition
    if when is not None:
        condition = condition_of(when["what"])
    elif opening is not None and not channels:
        how = opening["how"] if opening["how"] in _WHERE else "for"
        condition = condition_of(f"it is {how} {opening['what']}")
    elif opens_as_rest(rest) and len(rest.split()) <= _LONGEST_REST:
        condition = None
    elif not channels and not cases and rest:
        condition = condition_of(f"it is about {rest}")
    return _other(before, times[0], channels, condition, rest)


# "All others", "everyone else": the rest, and nothing that narrows it.
_LONGEST_REST = 3


def is_bare(words: str) -> bool:
    """Whether a stretch names a thing and a time and nothing more: what is done is anybody's guess."""
    low = normal(words)
    times = [one for one in times_in(low) if not one.vague]
    rest = _without(low, times[0]) if len(times) == 1 else low
    return _is_label(rest) and _CASES.match(rest) is None and not channels_in(rest)


def _is_label(label: str) -> bool:
    """Whether a few small letters name a kind of case, and nothing that is done."""
    said = label.split()
    return len(said) <= _LONGEST_LABEL and not any(
        is_plain(one) or one.endswith(("ing", "ed")) for one in said
    )


def _without(low: str, time: TimePhrase) -> str:
    """Return small letters without a time and without what joins them to the words before."""
    rest = f"{low[: time.start].strip()} {low[time.end :].strip()}".strip(" ,.;:()-")
    return _LONGER.sub("", _JOINS.sub("", rest)).strip(" ,")


_JOINS = re.compile(r"^(?:or|and|but|except|although|though) ")
# "In September this may be 22", "the harder ones can take 30".
_LONGER = re.compile(
    r"(?:\b(?:this|it|that|they|these|which|the (?:time|wait|limit)) (?:is |are )?)?(?:\b(?:may|can|could|might|will|usually|normally)\b ?)*(?:\b(?:be|takes?|rises? to|goes up to)\b|$)"
)


def _other(
    before: Promise,
    time: TimePhrase,
    channels: tuple[str, ...],
    condition: Condition | None,
    rest: str,
) -> Promise:
    metric = before.metric
    ways = channels or before.channels
    soon = isinstance(time.limit, Duration) and (time.limit.unit in {Unit.SECOND, Unit.MINUTE})
    if channels == ("voicemail",) or (channels == ("phone",) and metric is Metric.FIRST_RESPONSE):
        metric = Metric.ANSWER if soon else Metric.CALLBACK
    elif metric in {Metric.ANSWER, Metric.CALLBACK} and channels and "phone" not in channels:
        metric = Metric.FIRST_RESPONSE
    shares = shares_in(rest)
    kinds = subjects_in(rest)
    left = rest_kind(rest, before.subject) if opens_as_rest(rest) else before.subject
    return replace(
        before,
        metric=metric,
        limit=time.limit,
        channels=ways,
        by=() if channels else before.by,
        subject=kinds[0].name if kinds else left,
        condition=condition,
        target=shares[0][2] if shares else None,
        once=metric is Metric.UPDATE,
    )


def shared(clause: Clause, before: Promise | None, words: str) -> Clause:
    """Return a promise with what it leaves to the one before: its cases, and that it is tried."""
    if not isinstance(clause, Promise) or before is None:
        return clause
    low = normal(words)
    if before.strength is Strength.AIM and _OWN.search(low) is None:
        clause = replace(clause, strength=Strength.AIM)
    if clause.channels or clause.subject or channels_in(low):
        return clause
    if opens_as_rest(low) and rest_kind(low, before.subject) != before.subject:
        return clause
    return replace(clause, channels=before.channels, subject=before.subject)
