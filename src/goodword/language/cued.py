"""Patterns that are searched only where their cues stand.

A cue is a word, or a piece of one, without which the pattern stands nowhere; to look for it costs
a tenth of what a search does. That each is needed is proved from the patterns
(tests/language/test_cues.py). A pattern whose cues were not met yet is not even compiled.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

from goodword.language.beginning import begun
from goodword.language.sieve import Sieve

T = TypeVar("T")


class Pattern(Protocol):
    """What is asked of a pattern, compiled already or not."""

    @property
    def pattern(self) -> str:
        """The pattern as it is written."""
        ...

    def search(self, text: str, start: int = 0, end: int = sys.maxsize, /) -> re.Match[str] | None:
        """Return where the pattern first stands."""
        ...

    def match(self, text: str, start: int = 0, end: int = sys.maxsize, /) -> re.Match[str] | None:
        """Return where the pattern stands at the start."""
        ...

    def fullmatch(
        self, text: str, start: int = 0, end: int = sys.maxsize, /
    ) -> re.Match[str] | None:
        """Return how the pattern fits all of a text."""
        ...

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize, /
    ) -> Iterator[re.Match[str]]:
        """Return every place where the pattern stands."""
        ...

    def sub(
        self, instead: str | Callable[[re.Match[str]], str], text: str, /, count: int = 0
    ) -> str:
        """Return the text with something else wherever the pattern stands."""
        ...

    def split(self, text: str, /, maxsplit: int = 0) -> list[str | Any]:
        """Return the stretches between the places where the pattern stands."""
        ...


def stands(cues: tuple[str, ...], text: str) -> bool:
    """Whether one of the words stands in a text."""
    # Asked thousands of times in a page: a loop costs half of what `any` does.
    for cue in cues:  # noqa: SIM110
        if cue in text:
            return True
    return False


def _parted(cues: str) -> tuple[str, ...]:
    """Return the cues one by one; many patterns share a cue, and then the same text in memory."""
    return tuple(sys.intern(one) for one in cues.split("|"))


class Cued:
    r"""A pattern with its cues, asked as a pattern is: `Cued(r"\bask(?:s|ed)?\b", "ask")`.

    Cues are parted by "|"; one of them stands in whatever the pattern finds, in the same letters.
    Where there are several groups of cues, one of each does.
    """

    __slots__ = ("_made", "begins", "cues", "more", "pattern")

    def __init__(self, pattern: str, cues: str, *more: str, begins: str = "") -> None:
        self.pattern, self.cues, self.begins = pattern, _parted(cues), begins
        self.more = tuple(_parted(one) for one in more)
        self._made: re.Pattern[str] | None = None

    def _compiled(self) -> re.Pattern[str]:
        made = self._made = re.compile(begun(self.pattern, self.begins))
        return made

    def _may_stand(self, text: str) -> bool:
        if not stands(self.cues, text):
            return False
        # A loop costs half of what `all` does here too.
        for one in self.more:  # noqa: SIM110
            if not stands(one, text):
                return False
        return True

    def standing(self, text: str) -> re.Pattern[str] | None:
        """Return the pattern itself, to be asked at many places of a text; None without cues."""
        return (self._made or self._compiled()) if self._may_stand(text) else None

    # Asked thousands of times in a page: in those that are asked most, the cues are looked for in
    # the same place.
    def search(self, text: str, start: int = 0, end: int = sys.maxsize, /) -> re.Match[str] | None:
        """Return where the pattern first stands."""
        for cue in self.cues:
            if cue in text:
                if self.more and not self._may_stand(text):
                    return None
                return (self._made or self._compiled()).search(text, start, end)
        return None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize, /) -> re.Match[str] | None:
        """Return where the pattern stands at the start."""
        for cue in self.cues:
            if cue in text:
                if self.more and not self._may_stand(text):
                    return None
                return (self._made or self._compiled()).match(text, start, end)
        return None

    def fullmatch(
        self, text: str, start: int = 0, end: int = sys.maxsize, /
    ) -> re.Match[str] | None:
        """Return how the pattern fits all of a text."""
        known = self._may_stand(text)
        return (self._made or self._compiled()).fullmatch(text, start, end) if known else None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize, /
    ) -> Iterator[re.Match[str]]:
        """Return every place where the pattern stands."""
        for cue in self.cues:
            if cue in text:
                if self.more and not self._may_stand(text):
                    return iter(())
                return (self._made or self._compiled()).finditer(text, start, end)
        return iter(())

    def sub(
        self, instead: str | Callable[[re.Match[str]], str], text: str, /, count: int = 0
    ) -> str:
        """Return the text with something else wherever the pattern stands."""
        known = self._may_stand(text)
        return (self._made or self._compiled()).sub(instead, text, count) if known else text

    def split(self, text: str, /, maxsplit: int = 0) -> list[str | Any]:
        """Return the stretches between the places where the pattern stands."""
        known = self._may_stand(text)
        return (self._made or self._compiled()).split(text, maxsplit) if known else [text]


class Either:
    """Several patterns of which any may stand, each with cues of its own."""

    __slots__ = ("_sifted", "parts")

    def __init__(self, *parts: Cued) -> None:
        self.parts = parts
        self._sifted = sifted((part, None) for part in parts)

    def stands(self, text: str) -> bool:
        """Whether one of the patterns stands in a text."""
        return any(part.search(text) is not None for part, _ in self._sifted.through(text))


def cues_of_pattern(pattern: Pattern) -> tuple[str, ...]:
    """Return words without one of which a pattern stands nowhere; none where it names none."""
    return pattern.cues if isinstance(pattern, Cued) else ()


def sifted(things: Iterable[tuple[Pattern, T]]) -> Sieve[tuple[Pattern, T]]:
    """Return patterns, each with what it means, as those that may stand in a text: in one look."""
    return Sieve(((pattern, thing), cues_of_pattern(pattern)) for pattern, thing in things)


def standing(pattern: Pattern, text: str) -> Pattern | None:
    """Return a pattern as it is best asked often in one text; None where it stands nowhere."""
    return pattern.standing(text) if isinstance(pattern, Cued) else pattern
