"""Where something stands in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of a source text, counted from 0."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters this span covers in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line and a column, both counted from 1, as editors show them."""

    line: int
    column: int


def place_of(text: str, offset: int) -> Place:
    """Return the line and column of a character offset. O(offset)."""
    before = text[:offset]
    line = before.count("\n") + 1
    return Place(line, offset - (before.rfind("\n") + 1) + 1)
