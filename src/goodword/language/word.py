"""Words made into slugs, singulars, and guesses at what was meant."""

import re
from functools import cache

from goodword.language.cued import Pattern
from goodword.language.memory import remembered
from goodword.language.pack import ENGLISH, Pack

_ENDINGS = ("ing", "ed", "es", "s", "ly")
_SHORTEST_STEM = 4
_SLUG = re.compile(r"[^a-z0-9]+")


@remembered(4_096)
def singular(word: str, pack: Pack = ENGLISH) -> str:
    """Return the singular of a noun in small letters."""
    known: str | None = pack.words("words.singulars").get(word)
    if known is not None:
        return known
    for ending, instead in _plurals(pack):
        if ending.search(word):
            return ending.sub(instead, word)
    return word


@cache
def _plurals(pack: Pack) -> tuple[tuple[Pattern, str], ...]:
    return tuple(
        (pack.compiled(ending), instead) for ending, instead in pack.words("words.plurals").items()
    )


@remembered(4_096)
def bare_stem(word: str) -> str:
    """Return an English word without its ending, where four letters stay: a mark, not a word."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def slug(words: str, *, limit: int = 60, pack: Pack = ENGLISH) -> str:
    """Return words as a slug with underscores, articles left out, cut at a word's end."""
    low = latin(words.lower().replace("'s", "").replace("'", ""), pack)
    made = _SLUG.sub("_", pack.pattern("words.articles").sub("", low)).strip("_")
    if len(made) > limit:
        made = made[:limit].rsplit("_", 1)[0]
    return made


def latin(low: str, pack: Pack = ENGLISH) -> str:
    """Return small letters with marks as the pack writes them without: `ä` as `ae` in German."""
    for letter, plain in pack.words("words.letters").items():
        low = low.replace(letter, plain)
    return low


def whole_slug(words: str, *, limit: int = 60) -> str:
    """Return words as a slug that keeps every word, small ones too, cut at a word's end."""
    made = _SLUG.sub("_", words.lower().replace("'s", "s").replace("'", "")).strip("_")
    return made if len(made) <= limit else made[:limit].rsplit("_", 1)[0]


def distance(one: str, other: str, most: int = 3) -> int:
    """Return how many letters must change, be added, dropped or swapped; at most `most`."""
    if abs(len(one) - len(other)) >= most:
        return most
    before: list[int] = []
    row = list(range(len(other) + 1))
    for index, letter in enumerate(one, 1):
        earlier, before, row = before, row, [index] + [0] * len(other)
        for place, against in enumerate(other, 1):
            row[place] = min(
                before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != against)
            )
            if index > 1 and place > 1 and letter == other[place - 2] and one[index - 2] == against:
                row[place] = min(row[place], earlier[place - 2] + 1)
        if min(row) >= most:
            return most
    return min(row[-1], most)


def meant(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the known words that are at most two letters away, nearest first, at most three."""
    near = sorted((distance(word, one), one) for one in known if word != one)
    reach = 2 if len(word) > 4 else 1
    return tuple(one for far, one in near if far <= reach)[:3]
