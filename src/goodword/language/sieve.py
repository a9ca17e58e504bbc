"""Many things of which each may only be meant where one of its cues stands."""

import re
import sys
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")

# From so many cues on one search for all of them costs half of what a look for each does.
MANY = 40


class Sieve(Generic[T]):
    """Things of which each may only be meant where one of its cues stands, in order.

    Many of them share a cue: it is looked for once, and what it belongs to is never tried one
    after another.
    """

    __slots__ = ("_always", "_any", "_at_least", "_by_cue", "things")

    def __init__(self, things: Iterable[tuple[T, Iterable[str]]]) -> None:
        named = [(thing, frozenset(cues)) for thing, cues in things]
        by_cue: dict[str, list[int]] = {}
        for number, (_, cues) in enumerate(named):
            for cue in sorted(cues):
                by_cue.setdefault(sys.intern(cue), []).append(number)
        self.things = tuple(thing for thing, _ in named)
        self._at_least = [number for number, (_, cues) in enumerate(named) if not cues]
        self._always = frozenset(self._at_least)
        self._by_cue = {cue: tuple(numbers) for cue, numbers in by_cue.items()}
        self._any: re.Pattern[str] | None = None
        if len(by_cue) >= MANY:
            self._any = re.compile(f"(?=({either(by_cue)}))")
            # Where a cue stands, so does every other with which it begins.
            self._by_cue = {cue: _numbers_of(cue, by_cue) for cue in by_cue}

    def through(self, text: str) -> list[T]:
        """Return what may be meant in a text; what has no cues may be in any."""
        if self._any is not None:
            met = [self._by_cue[cue] for cue in self._any.findall(text)]
        else:
            met = [of for cue, of in self._by_cue.items() if cue in text]
        numbers = sorted(self._always.union(*met)) if met else self._at_least
        return [self.things[number] for number in numbers]


def _numbers_of(cue: str, by_cue: dict[str, list[int]]) -> tuple[int, ...]:
    """Return the numbers of a cue, and of every cue that it begins with."""
    begins = (by_cue.get(cue[:end], ()) for end in range(len(cue) + 1))
    return tuple(sorted({number for numbers in begins for number in numbers}))


def either(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest that fits, parted letter by letter.

    So one look at a letter leaves out all the words that do not go on with it.
    """
    behind: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if word:
            behind.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    if not behind:
        return ""
    ways = "|".join(re.escape(first) + either(rest) for first, rest in behind.items())
    return f"(?:{ways})?" if ends else f"(?:{ways})"
