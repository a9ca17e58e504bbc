"""When a promise starts to count."""

# ruff: noqa: C901, E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.promise_sentence import PromiseSentence, Segment
from goodword.document.time_scope import is_scope_behind
from goodword.language.en.lexicon import START_RECEIVED, STARTS
from goodword.language.normal import normal
from goodword.language.service import channels_in
from goodword.language.word import slug

_START = re.compile(
    r"^,? ?\(?(?P<word>of|from|after|following|upon|on(?!-| average| (?:the |your |its |our |their )?(?:progress|status|outcome|first|same|next|following|morning|afternoon)\b| (?:all |any |every )?(?:week|work(?:ing )?|mon|tues|wednes|thurs|fri|satur|sun)days?\b)|once|starting (?:from|on|when)|beginning|when|since)\b(?: us\b)?(?! ?(?:what|how|whether|why)\b) ?"
    r"(?P<what>[^,.;()]*?)(?= and (?:we|it|they|our|you|any|all|each|will|then|to|a|the|give|send|provide|resolve|answer|respond|reply|aim|within|publish|issue|post|offer|arrange|begin|start|call|ring|phone|tell|write|email|inform|review|share|make|pay|refund|fix|repair|visit|agree|confirm|update|decide|ask|check|acknowledge|have|get)\b"
    r"|, | unless\b| except\b| if\b| by (?:e-?mail|phone|letter)\b| in \d| for \d|[.;()]|$| where\b| with (?:a|an|the)\b)"
)
_RECEIVED = re.compile(START_RECEIVED)
_CAME = re.compile(
    r"\b(?:being|is|are|was|were|been) (?:first )?(?:reported|received|told|notified|made|raised|sent|submitted|placed|informed)(?: to us)?$"
)
START_WORDS = tuple((name, re.compile(rf"(?:{pattern})")) for name, pattern in STARTS)


def start_of(it: PromiseSentence, segment: Segment) -> str | None:
    """Return the event that starts the clock, or None for the message itself."""
    match = start_match(it, segment)
    words = match["what"].strip() if match else ""
    if not words and it.frame.after_word == "once":
        words = normal(it.frame.after)
    elif not words and it.frame.before_word == "once":
        words = normal(it.frame.before)
    if words[:1].isdigit():
        # "From 9 to 5" are hours of the day.
        return None
    if not words or (match and match["word"] == "on" and not words):
        return None
    if (
        match
        and match["word"] in {"of", "on"}
        and channels_in(words)
        and not _RECEIVED.match(words)
    ):
        return None
    for name, pattern in START_WORDS[:2]:
        if pattern.search(words):
            return name
    if _RECEIVED.match(words) or _CAME.search(words):
        return None
    for name, pattern in START_WORDS[2:]:
        if pattern.search(words):
            return name
    if match and match["word"] == "when":
        return None
    return slug(words, limit=40) or None


def start_match(it: PromiseSentence, segment: Segment) -> re.Match[str] | None:
    """Return the words behind a time that say from when it counts."""
    found = _START.match(it.low[segment.phrase.end : segment.after[1]])
    return None if found is not None and is_scope_behind(found[0]) else found


def tail_end(it: PromiseSentence, segment: Segment) -> int:
    """Return where the words end that say from when a time counts."""
    start = start_match(it, segment)
    return segment.phrase.end + start.end() if start else segment.phrase.end


def in_start(it: PromiseSentence, place: int) -> bool:
    """Whether a place stands in words that say from when a time counts."""
    for segment in it.segments:
        start = start_match(it, segment)
        if start and segment.phrase.end <= place < segment.phrase.end + start.end():
            return True
    return False
