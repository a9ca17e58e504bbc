"""Where a document gives examples of itself: its lines that begin with `Example:`."""

import re
from dataclasses import dataclass
from functools import cache

from goodword.span import Span

MARK = "Example:"
_NEW_BLOCK = re.compile(r"^[ \t]*(?:$|[-*+][ \t]+|\d+[.)][ \t]+|#|\||```|>)")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)")


@dataclass(frozen=True, slots=True)
class ExampleLine:
    """One example as it stands in the document: its words after `Example:`, and its place."""

    text: str
    span: Span


@cache
def _item(mark: str) -> re.Pattern[str]:
    return re.compile(
        rf"^[ \t]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(?:\*\*|__|\*|_)?{re.escape(mark)}(?:\*\*|__|\*|_)?"
    )


def example_lines(text: str, mark: str = MARK) -> tuple[ExampleLine, ...]:
    """Return every example of a document in its order; each begins with the mark.

    A line goes on in the next ones up to a blank line or another list item. Code is left alone.
    """
    found: list[ExampleLine] = []
    start: int | None = None
    end = offset = 0
    in_code = False
    for line in text.splitlines(keepends=True):
        if _FENCE.match(line):
            in_code = not in_code
        begins = not in_code and _item(mark).match(line) is not None
        if start is not None and (begins or in_code or _NEW_BLOCK.match(line)):
            found.append(_example(text, start, end, mark))
            start = None
        if begins:
            start = offset + line.index(mark)
        if start is not None:
            end = offset + len(line.rstrip())
        offset += len(line)
    if start is not None:
        found.append(_example(text, start, end, mark))
    return tuple(found)


def _example(text: str, start: int, end: int, mark: str) -> ExampleLine:
    words = text[start:end].removeprefix(mark).lstrip("*_")
    return ExampleLine(" ".join(words.replace("’", "'").split()), Span(start, end))
