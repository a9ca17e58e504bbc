"""Things that a sentence begins with and that something is done with: "burst mains are attended".

Several of them are one scope, and so are those that brackets or a few words describe.
"""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.scope_words import (
    Scope,
    Token,
    article,
    as_written,
    content_of,
    is_any_case,
    is_one_of,
    words_of,
)
from goodword.language.service import channels_in, metrics_in, subjects_in
from goodword.language.time_phrase import times_in

_NO = r"(?!(?:is|are|was|were|be|been|will|shall|must|should|can|may|have|has|had|get|gets|we|you|they|it|if|when|where|who|that|which|within|by|at|to|under|after|before|until|once|unless|this|these|those|not|no|never|as|also|only|please)\b)"
_WORD = rf"{_NO}(?!(?:in|on|of|for|from|with|and|or)\b)[a-z][\w'-]*"
_THING = rf"{_WORD}(?: {_WORD}){{0,3}}"
_BEHIND = rf"(?:(?:in|on|of|from|with|lost by|damaged by|caused by|left in|bought from) (?:{_NO}[\w'-]+ ?){{1,5}})"
_OPENS = re.compile(
    rf"(?:(?:all|any|the|our|your|most|and|(?P<one>an?)) )*(?P<what>(?!every\b|each\b|effort){_THING}(?:(?:, {_THING})*,? (?:and|or) (?:the |your |our )?{_THING})?)"
    rf"(?: \([^()]{{1,60}}\))?(?: (?P<tail>{_BEHIND}))?(?<! ) ?(?:is|are|will be|must be|shall be|should be|gets?) "
    r"(?:(?:\w+ly|usually|always|also|first|both|then) )*(?P<deed>[a-z]+(?:ed|en|ght|de|id|ld|pt|wn|ne|nt|ut|ad|lt|st))\b"
)
# Deeds of messages, not of things; and what is only said of a time.
_NO_DEED = frozenset(
    ("answered", "acknowledged", "replied", "responded", "returned", "based", "expected", "allowed",
     "needed", "required", "given", "taken", "sent", "told", "informed", "called", "contacted",
     "counted", "limited", "supposed", "different", "present", "absent", "best", "intent",
     "invited", "asked", "advised", "notified", "updated", "kept", "seen", "met", "done")
)  # fmt: skip
_PART = re.compile(r"; ")
_LIKE = re.compile(r",? and the like$")
_BETWEEN = re.compile(r"(?:,? and |,? or |, )(?:the |your |our )?")
_KNOWN = ("people", "cases", "outcomes", "ours", "periods", "manner", "tags", "tiers")


def opening_things(low: str, text: str, tokens: list[Token], shut: list[Scope]) -> list[Scope]:
    """Return what each part of a sentence says is done by a time, where nothing else says it.

    `shut` are the scopes that were found before; a part that has one is narrowed already.
    """
    found = []
    starts = [0, *(one.end() for one in _PART.finditer(low))] if "; " in low else [0]
    for start, end in zip(starts, [*starts[1:], len(low)], strict=True):
        own = _opening(low, text, tokens, start, end)
        if own is not None and not any(one.words and start <= one.start < own[1] for one in shut):
            found.append(own[0])
    return found


def _opening(
    low: str, text: str, tokens: list[Token], first: int, last: int
) -> tuple[Scope, int] | None:
    """Return what a part begins with, and where its time stands."""
    found = _OPENS.match(low, first, last)
    if found is None or found["deed"] in _NO_DEED:
        return None
    start, end = found.span("what")
    words = [one for one in tokens if start <= one.start < end and one.word != ","]
    if not words or any(one.taken for one in words) or not _are_things(words):
        return None
    plain = low[start:end]
    if channels_in(plain) or subjects_in(plain) or metrics_in(plain):
        return None
    time = next((one for one in times_in(low) if one.start >= first), None)
    if time is None or not found.end() <= time.start < last:
        return None
    stop = found.end("tail") if found["tail"] else end
    either = " or ".join(_BETWEEN.split(_LIKE.sub("", as_written(text, start, end))))
    tail = f" {text[found.start('tail') : stop].strip()}" if found["tail"] else ""
    one = f"{article(either)} " if found["one"] else ""
    return Scope(start, stop, f"it is about {one}{either}{tail}"), time.start


def _are_things(words: list[Token]) -> bool:
    if is_any_case(words) or not content_of(words):
        return False
    return not any(
        one.word[:1].isdigit()
        or one.word.endswith("ly")
        or one.word in words_of("helping")
        or any(is_one_of(one, name) for name in _KNOWN)
        for one in words
        if one.word not in {"and", "or"}
    )
