"""Words to look for, as data of the language pack, ready to be found in one pass."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from goodword.language.memory import remembered
from goodword.language.pack import Pack

_OWN = re.compile(r"[\w-]+")


def found_words(words: Pack, table: str, text: str, low: str) -> Iterator[re.Match[str]]:
    """Yield each word of a table of the pack (`wording.jargon`) that stands in the text by itself.

    `low` is the text in small letters. Only words that stand there at all are looked for.
    """
    own = _own_words(low)
    there = tuple([word for word, first in _firsts(words, table) if first in own and word in low])
    if there:
        yield from _pattern(there).finditer(text)


@remembered(4)
def _own_words(low: str) -> frozenset[str]:
    """Return everything that stands by itself in a text, and nothing at all."""
    return frozenset(["", *_OWN.findall(low)])


@lru_cache(maxsize=16)
def _firsts(words: Pack, table: str) -> tuple[tuple[str, str], ...]:
    """Return each word of a table with what must stand by itself where the word does."""
    found = ((word, _OWN.match(word)) for word in words.words(table))
    return tuple((word, first[0] if first is not None else "") for word, first in found)


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(word) for word in longest_first) + r")(?![\w-])",
        re.IGNORECASE,
    )


def instead(words: Pack, table: str, match: re.Match[str]) -> str:
    """Return what to say instead of a word that was found."""
    found: Mapping[str, str] = words.words(table)
    return found[match.group().lower()]
