"""Places as editors count them: lines from 0, and within a line in units of an encoding.

The language server protocol counts in UTF-16 unless both sides agree on another encoding: an
emoji is two units there and one character here.
"""

import re
from bisect import bisect_right

from goodword.span import Span

UTF16, UTF8, UTF32 = "utf-16", "utf-8", "utf-32"
_LINE_END = re.compile(r"\r\n|\n|\r")
Position = tuple[int, int]


class Lines:
    """A text with the places where its lines begin."""

    def __init__(self, text: str, encoding: str = UTF16) -> None:
        self._text = text
        self._encoding = encoding
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(end.end() for end in ends)]
        self._stops = [*(end.start() for end in ends), len(text)]

    def position(self, offset: int) -> Position:
        """Return the line and unit of a character offset; beyond the text, its end."""
        offset = max(0, min(offset, len(self._text)))
        line = bisect_right(self._starts, offset) - 1
        # Between the two characters of a line's end there is no place.
        stop = min(offset, self._stops[line])
        return line, self._units(self._text[self._starts[line] : stop])

    def offset(self, line: int, unit: int) -> int:
        """Return the character offset of a line and unit; beyond a line, its end.

        A unit inside a character stands for the character's start.
        """
        if line < 0:
            return 0
        if line >= len(self._starts):
            return len(self._text)
        start, stop = self._starts[line], self._stops[line]
        words = self._text[start:stop]
        if self._encoding == UTF32 or words.isascii():
            return min(start + max(0, unit), stop)
        passed = 0
        for place, letter in enumerate(words):
            passed += self._units(letter)
            if passed > unit:
                return start + place
        return stop

    def range(self, span: Span) -> tuple[Position, Position]:
        """Return where a span starts and ends."""
        return self.position(span.start), self.position(span.end)

    def span(self, start: Position, end: Position) -> Span:
        """Return the characters between two places."""
        first, last = self.offset(*start), self.offset(*end)
        return Span(min(first, last), max(first, last))

    def _units(self, words: str) -> int:
        if self._encoding == UTF32 or words.isascii():
            return len(words)
        if self._encoding == UTF8:
            return len(words.encode("utf-8", "surrogatepass"))
        return len(words.encode("utf-16-le", "surrogatepass")) // 2
