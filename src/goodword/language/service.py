"""Words of service found in a sentence: channels, kinds of case, what is promised, how firmly."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from goodword.language.cued import Pattern
from goodword.language.memory import remembered
from goodword.language.number import figures, value_of
from goodword.language.pack import ENGLISH, Pack
from goodword.language.sieve import Sieve
from goodword.language.word import singular, slug


@dataclass(frozen=True, slots=True)
class Word:
    """A word with a meaning, and where it stands. `weak` words give way to others."""

    name: str
    start: int
    end: int
    weak: bool = False


def channels_in(text: str, pack: Pack = ENGLISH) -> tuple[Word, ...]:
    """Return the channels named in small letters, in order; at one place the first of the list."""
    # Remembered by text and pack, whether or not the pack was named.
    return _channels_in(text, pack)


@remembered(2_048)
def _channels_in(text: str, pack: Pack) -> tuple[Word, ...]:
    if _cued(pack, "lexicon.channels") is None:
        return tuple(
            Word(match.lastgroup, match.start(), match.end())
            for match in _channels(pack).finditer(text)
            if match.lastgroup
        )
    near = [
        (match, name, pattern)
        for name, pattern in _table_in(text, "lexicon.channels", pack)
        if (match := pattern.search(text)) is not None
    ]
    found: list[Word] = []
    while near:
        first, name, _ = min(near, key=lambda one: one[0].start())
        start, end = first.span()
        found.append(Word(name, start, end))
        near = [
            (match, name, pattern)
            for known, name, pattern in near
            if (match := known if known.start() >= end else pattern.search(text, end)) is not None
        ]
    return tuple(found)


@cache
def _channels(pack: Pack) -> Pattern:
    named = pack.words("lexicon.channels")
    either = "|".join(
        rf"(?P<{name}>{pack.expanded(pattern, 'lexicon.channels')})"
        for name, pattern in named.items()
    )
    return pack.compiled(rf"\b(?:{either})")


def contacts_in(text: str, pack: Pack = ENGLISH) -> tuple[Word, ...]:
    """Return the channels by which somebody comes to us, also where only a verb says it.

    For what people do ("if you write or call"), in small letters.
    """
    found = list(channels_in(text, pack))
    if pack.has("lexicon.contact_verbs"):
        for name, pattern in _table_in(text, "lexicon.contact_verbs", pack):
            for match in pattern.finditer(text):
                if not any(one.start < match.end() and match.start() < one.end for one in found):
                    found.append(Word(name, match.start(), match.end()))
    return tuple(sorted(found, key=lambda one: one.start))


def channel_names(words: Iterable[Word]) -> tuple[str, ...]:
    """Return the channels of words, each once; a ticket says that somebody asked, and not how."""
    return tuple(dict.fromkeys(word.name for word in words if word.name != "ticket"))


@remembered(2_048)
def metrics_in(text: str, pack: Pack = ENGLISH) -> tuple[Word, ...]:
    """Return the words that say what is promised, in order; the special hides the general."""
    found: list[Word] = []
    for name, pattern in _table_in(text, "lexicon.metrics", pack):
        for match in pattern.finditer(text):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(Word(name, match.start(), match.end()))
    done = pack.compiled(r"\b(?:<<lexicon.done>>)")
    for match in done.finditer(text) if pack.may_stand("lexicon.done", text) else ():
        if not any(one.start < match.end() and match.start() < one.end for one in found):
            found.append(Word("resolution", match.start(), match.end(), weak=True))
    return tuple(sorted(found, key=lambda one: one.start))


def _table_in(text: str, entry: str, pack: Pack) -> Sequence[tuple[str, Pattern]]:
    """Return the patterns of a table that may stand in the text.

    None does where one look says so, or, where the pack has a table of cues for this one, those
    of which no cue stands in the text.
    """
    if (cued := _cued(pack, entry)) is not None:
        return cued.through(text)
    any_of, table = _table(pack, entry)
    return table if any_of.search(text) is not None else ()


@cache
def _cued(pack: Pack, entry: str) -> Sieve[tuple[str, Pattern]] | None:
    """Return the patterns of a table by their cues; None where the pack has none."""
    if not pack.has(f"{entry}_cues"):
        return None
    cues = pack.words(f"{entry}_cues")
    return Sieve(
        ((name, pack.compiled(rf"\b(?:{pack.expanded(pattern, entry)})")), cues.get(name, ()))
        for name, pattern in pack.words(entry).items()
    )


@cache
def _table(pack: Pack, entry: str) -> tuple[Pattern, tuple[tuple[str, Pattern], ...]]:
    """Return one pattern for all of a table, and each, from the beginning of a word."""
    named = [(name, pack.expanded(pattern, entry)) for name, pattern in pack.words(entry).items()]
    any_of = pack.compiled(rf"\b(?:{'|'.join(f'(?:{one})' for _, one in named)})")
    return any_of, tuple((name, pack.compiled(rf"\b(?:{one})")) for name, one in named)


@remembered(2_048)
def subjects_in(text: str, pack: Pack = ENGLISH) -> tuple[Word, ...]:
    """Return the kinds of case and the priorities named in small letters, priorities first."""
    found = [
        Word(_priority(match[0], pack), match.start(), match.end())
        for match in pack.pattern("lexicon.priority_in").finditer(text)
    ]
    if not found:
        called = pack.words("lexicon.priority_slugs")
        found = [
            Word(called.get(match["word"], slug(match["word"])), match.start(), match.end())
            for match in pack.pattern("lexicon.priority_word_in").finditer(text)
        ]
        plain = pack.names("lexicon.plain_priorities")
        if not any(one.name not in plain for one in found) and (
            pack.phrase("lexicon.priority_said") not in text
        ):
            found = []
    if found:
        return tuple(found)
    kinds = [
        Word(name, match.start(), match.end())
        for name, pattern in _table_in(text, "lexicon.subjects", pack)
        for match in pattern.finditer(text)
    ]
    return tuple(sorted(kinds, key=lambda one: one.start))


def _priority(words: str, pack: Pack) -> str:
    found = pack.pattern("lexicon.priority_parts").match(words)
    if found is None:
        return slug(words)
    kind = pack.words("lexicon.priority_kinds").get(found[1], found[1])
    number = pack.words("lexicon.priority_numbers").get(found[2], found[2])
    # A letter by itself ("severity A") is no article.
    rest = f"_{slug(found[3])}" if found[3] else ""
    return f"{slug(kind)}_{slug(number) or number}{rest}"


@remembered(2_048)
def shares_in(text: str, pack: Pack = ENGLISH) -> tuple[tuple[int, int, Decimal], ...]:
    """Return the shares in small letters with their places: `90%`, `nine out of ten`."""
    found: list[tuple[int, int, Decimal]] = []
    for match in pack.found("lexicon.share", text):
        if match["percent"]:
            share = figures(match["percent"], pack) / 100
        elif match["words"]:
            share = value_of(match["words"], pack) / 100
        elif match["fraction"]:
            share = Decimal(pack.words("lexicon.fractions")[match["fraction"]])
        else:
            share = value_of(match["part"], pack) / value_of(match["whole"], pack)
        if pack.has("lexicon.all_but") and pack.pattern("lexicon.all_but").search(
            text[: match.start()]
        ):
            share = 1 - share
        if match["part"] and pack.has("lexicon.rating") and _is_rating(text, match, pack):
            continue
        if 0 < share <= 1:
            found.append((match.start(), match.end(), share.normalize()))
    return tuple(found)


def _is_rating(text: str, match: re.Match[str], pack: Pack) -> bool:
    """Whether "4 out of 5" is how somebody rated us: "scores below 4 out of 5"."""
    before = text[: match.start()]
    return "out of" in match[0] and pack.pattern("lexicon.rating").search(before) is not None


@remembered(2_048)
def hedge_in(text: str, pack: Pack = ENGLISH) -> tuple[int, int] | None:
    """Return where a hedge stands ("we aim to", "usually"), if one does."""
    match = pack.first("lexicon.aim", text)
    return match.span() if match else None


def should_in(text: str, pack: Pack = ENGLISH) -> bool:
    """Whether the sentence says "should"."""
    return pack.first("lexicon.should", text) is not None


def most_in(text: str, pack: Pack = ENGLISH) -> tuple[int, int] | None:
    """Return where a share without a number stands ("most calls")."""
    match = pack.first("lexicon.most", text)
    return match.span() if match else None


def vague_in(text: str, pack: Pack = ENGLISH) -> tuple[int, int] | None:
    """Return where a word stands that sounds like a time and is none ("promptly")."""
    match = pack.pattern("lexicon.vague").search(text)
    return match.span() if match else None


def noun_slug(words: str) -> str:
    """Return a noun in the singular as a slug: "complaint records" is `complaint_record`."""
    parts = words.strip(" .,;").split()
    if not parts:
        return ""
    parts[-1] = singular(parts[-1])
    return slug(" ".join(parts))
