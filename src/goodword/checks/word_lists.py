"""Words to look for, as data of the language pack, ready to be found in one pass."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from goodword.language.pack import Pack


def found_words(words: Pack, table: str, text: str, low: str) -> Iterator[re.Match[str]]:
    """Yield each word of a table of the pack (`wording.jargon`) that stands in the text by itself.

    `low` is the text in small letters. Only words that stand there at all are looked for.
    """
    there = tuple(word for word in words.words(table) if word in low)
    if there:
        yield from _pattern(there).finditer(text)


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
