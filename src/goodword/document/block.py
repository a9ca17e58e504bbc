"""A stretch of Markdown as plain text, each character with its place in the source."""

from dataclasses import dataclass
from enum import StrEnum

from goodword.span import Span


class BlockKind(StrEnum):
    """What a stretch of Markdown is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADER = "header"
    ROW = "row"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text with the source offset of each of its characters."""

    plain: str
    offsets: tuple[int, ...]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return where the characters `start` to `end` stand in the source."""
        end = len(self.plain) if end is None else end
        if not self.offsets or start >= end:
            at = self.offsets[min(start, len(self.offsets) - 1)] if self.offsets else 0
            return Span(at, at)
        return Span(self.offsets[start], self.offsets[min(end, len(self.offsets)) - 1] + 1)

    def moved(self, by: int) -> "Text":
        """Return the same text, `by` characters further on in the source."""
        return Text(self.plain, tuple([place + by for place in self.offsets]))

    def cut(self, start: int, end: int) -> "Text":
        """Return the characters `start` to `end` with their places."""
        return Text(self.plain[start:end], self.offsets[start:end])


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of Markdown. `depth` is a heading's level or how deep an item is nested.

    `span` covers its source with all marks. `cells` hold a table row's texts, `number` the place
    of an item in a numbered list (0 in a bulleted one), `group` the list or table it belongs to.
    """

    kind: BlockKind
    text: Text
    span: Span
    depth: int = 0
    number: int = 0
    group: int = 0
    cells: tuple[Text, ...] = ()

    def moved(self, by: int, groups: int) -> "Block":
        """Return the same block, `by` characters further on and `groups` groups later."""
        return Block(
            self.kind,
            self.text.moved(by),
            Span(self.span.start + by, self.span.end + by),
            self.depth,
            self.number,
            self.group + groups if self.group else 0,
            tuple([cell.moved(by) for cell in self.cells]),
        )


def row_text(cells: tuple[Text, ...]) -> Text:
    """Return the cells of a table's row as one text: "Email: 2 hours, 90% of the time"."""
    letters: list[str] = []
    places: list[int] = []
    mark = ": "
    for text in cells:
        if not text.plain:
            continue
        if letters:
            letters.append(mark)
            places.extend([places[-1]] * 2)
            mark = ", "
        if ":" in text.plain:
            mark = ", "
        letters.append(text.plain)
        places.extend(text.offsets)
    return Text("".join(letters), tuple(places))
