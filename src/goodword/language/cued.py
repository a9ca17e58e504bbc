"""Patterns that are searched only where one of their cues stands.

A cue is a word, or a piece of one, without which the pattern stands nowhere; to look for it costs
a tenth of what a search does. That each is needed is proved from the patterns
(tests/language/test_cues.py). A pattern none of whose cues was met yet is not even compiled.
"""

import re
import sys
from collections.abc import Callable, Iterator

from goodword.language.pack import stands


class Cued:
    r"""A pattern with its cues, asked as a pattern is: `Cued(r"\bask(?:s|ed)?\b", "ask")`.

    Cues are parted by "|"; one of them stands in whatever the pattern finds, in the same letters.
    """

    __slots__ = ("_made", "cues", "pattern")

    def __init__(self, pattern: str, cues: str) -> None:
        self.pattern, self.cues = pattern, tuple(cues.split("|"))
        self._made: re.Pattern[str] | None = None

    def _compiled(self) -> re.Pattern[str]:
        made = self._made = re.compile(self.pattern)
        return made

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return where the pattern first stands."""
        for cue in self.cues:
            if cue in text:
                return (self._made or self._compiled()).search(text, start, end)
        return None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return where the pattern stands at the start."""
        for cue in self.cues:
            if cue in text:
                return (self._made or self._compiled()).match(text, start, end)
        return None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return every place where the pattern stands."""
        known = stands(self.cues, text)
        return (self._made or self._compiled()).finditer(text) if known else iter(())

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return the text with something else wherever the pattern stands."""
        known = stands(self.cues, text)
        return (self._made or self._compiled()).sub(instead, text) if known else text


class Either:
    """Several patterns of which any may stand, each with cues of its own."""

    __slots__ = ("parts",)

    def __init__(self, *parts: Cued) -> None:
        self.parts = parts

    def stands(self, text: str) -> bool:
        """Whether one of the patterns stands in a text."""
        return any(part.search(text) is not None for part in self.parts)
