"""A later time that is for all other cases: "urgent ones within a day, all others within five"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.promise_sentence import PromiseSentence, Segment
from goodword.language.cued import Cued

# Without one of these no time is for the rest.
_CUES = "other|else|rest|remain|otherwise"
_REST = (
    r"(?:(?:all|any|every|the|our|most|your) )?(?:others?|rest|remainder)\b|(?:every|any)(?:thing|one|body) else\b|all else\b|(?:the )?remaining\b|"
    r"(?:or else|else|otherwise|in (?:all |any )?other cases|at (?:all )?other times)\b"
)
# Before its time, at the beginning of what is said anew: "…; everything else within five days".
_BEFORE = Cued(
    rf"(?:^|[,;:.(]|\b(?:and|but|or|while|whereas|with)) ?(?:(?:for|to|in|on|with|of) )?(?:{_REST})[^,;]{{0,60}}$",
    _CUES,
)
# Behind its time: "an hour for emergencies, five days for everything else", "4 hours (other)".
_BEHIND = re.compile(rf" ?,? ?\(?(?:(?:for|to|in|on|with|if) )?(?:{_REST})")
# What is left when a kind of everything is taken away, and not of its own kind.
_ALL_ELSE = re.compile(r"(?:every|any)(?:thing|one|body) else\b|\ball else\b")


def is_rest(it: PromiseSentence, segment: Segment) -> bool:
    """Whether a time is for all cases but those of the times before it, by its own words."""
    if it.segments[0] is segment:
        return False
    said = it.low[slice(*segment.before)]
    if _BEFORE.search(said) is not None:
        return True
    return _BEHIND.match(it.low, segment.phrase.end, segment.after[1]) is not None


def rest_of(it: PromiseSentence, segment: Segment, subject: str | None) -> str | None:
    """Return the kind of case of a time for the rest, by the kind of the one before it.

    "Urgent repairs in a day, all others in seven" leaves no kind that could be told; where the
    first time is narrowed otherwise, as in "applications on a plain matter", the kind goes on.
    """
    return rest_kind(it.low[segment.before[0] : segment.after[1]], subject)


def rest_kind(low: str, subject: str | None) -> str | None:
    """Return the kind that small letters leave of one, where they say the rest of all cases."""
    if subject is None or subject in _RANKS or _NUMBERED.match(subject):
        return None
    return None if _ALL_ELSE.search(low) is not None else subject


def opens_as_rest(low: str) -> bool:
    """Whether small letters begin with the rest of all cases: "everything else within 5 days"."""
    return _OPENS.match(low) is not None


_OPENS = re.compile(rf"\W*(?:(?:and|but|or) )?(?:(?:for|to|in|on) )?(?:{_REST})")
_RANKS = frozenset(
    ("urgent", "emergency", "critical", "routine", "high", "low", "medium", "normal", "standard")
)
_NUMBERED = re.compile(r"(?:priority|severity|category|level|grade|class|tier|p|s)_?\w+$")


def says_rest(words: str) -> bool:
    """Whether a condition says no more than that it is for the rest: "it is for everyone else"."""
    return _IS_REST.fullmatch(words) is not None


_IS_REST = re.compile(rf"(?:it|they) (?:is|are) (?:about |for |in |on )*(?:{_REST})")
