"""Markdown as a flat list of blocks of plain text, each character with its place in the source."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from goodword.document.markdown import parsed_tree
from goodword.language.memory import remembered
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
        return replace(
            self,
            text=self.text.moved(by),
            span=Span(self.span.start + by, self.span.end + by),
            group=self.group + groups if self.group else 0,
            cells=tuple(cell.moved(by) for cell in self.cells),
        )


# What reaches across sections: fences, HTML, and what links are called further down.
_ACROSS = re.compile(r"(?m)^[ \t>]*(?:`{3}|~{3}|<|\[[^\]\n]+\]:)")
_SECTION = re.compile(r"(?m)^#{1,6}[ \t]")


def blocks_of(source: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text, in order. Linear in ordinary text.

    Sections that were parsed before are not parsed again, so that a text with one line changed
    comes back at the cost of the section that changed. Line ends may be those of any system.
    """
    if "\r" in source:
        # Of the same length, so that every place stays what it was.
        source = source.replace("\r\n", " \n").replace("\r", "\n")
    if _ACROSS.search(source) is not None:
        return parsed(source)
    made: list[Block] = []
    groups = 0
    cuts = [0, *(match.start() for match in _SECTION.finditer(source) if match.start())]
    for start, end in zip(cuts, [*cuts[1:], len(source)], strict=True):
        own = parsed(source[start:end])
        made.extend(block.moved(start, groups) for block in own) if start else made.extend(own)
        groups += max((block.group for block in own), default=0)
    return tuple(made)


@remembered(512)
def parsed(source: str) -> tuple[Block, ...]:
    """Return the blocks of a text that is parsed whole; texts met before come from memory."""
    walker = _Walker(source)
    return tuple(walker.walk(parsed_tree(source), 0))


class _Walker:
    """One pass over a Markdown tree."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._group = 0

    def walk(self, node: Any, depth: int) -> Iterator[Block]:
        """Yield the blocks below `node`."""
        for child in node.children:
            yield from self._block(child, depth)

    def _block(self, node: Any, depth: int) -> Iterator[Block]:
        kind = type(node).__name__
        if kind == "BlankLine":
            return
        span = Span(*node.source_span)
        if kind in {"Heading", "SetextHeading"}:
            yield Block(BlockKind.HEADING, self._text(node), span, depth=node.level)
        elif kind == "Paragraph":
            yield Block(BlockKind.PARAGRAPH, self._text(node), span, depth=depth)
        elif kind == "List":
            yield from self._list(node, depth)
        elif kind == "Table":
            yield from self._table(node)
        elif kind in {"Quote", "ListItem"}:
            yield from self.walk(node, depth)
        else:
            plain = span.of(self._source).rstrip()
            span = Span(span.start, span.start + len(plain))
            yield Block(BlockKind.OTHER, Text(plain, tuple(range(span.start, span.end))), span)

    def _list(self, node: Any, depth: int) -> Iterator[Block]:
        self._group += 1
        group = self._group
        for number, item in enumerate(node.children, 1):
            first = True
            for child in item.children:
                if first and type(child).__name__ == "Paragraph":
                    span = Span(item.source_span[0], child.source_span[1])
                    yield Block(
                        BlockKind.ITEM,
                        self._text(child),
                        span,
                        depth=depth + 1,
                        number=number if node.ordered else 0,
                        group=group,
                    )
                else:
                    yield from self._block(child, depth + 1)
                first = False

    def _table(self, node: Any) -> Iterator[Block]:
        self._group += 1
        group = self._group
        for index, row in enumerate(node.children):
            cells = tuple(self._text(cell) for cell in row.children)
            kind = BlockKind.ROW if index else BlockKind.HEADER
            yield Block(kind, _joined(cells), Span(*row.source_span), group=group, cells=cells)

    def _text(self, node: Any) -> Text:
        letters: list[str] = []
        places: list[int] = []
        self._inline(node, letters, places)
        start, end = 0, len(letters)
        while start < end and letters[start].isspace():
            start += 1
        while end > start and letters[end - 1].isspace():
            end -= 1
        return Text("".join(letters[start:end]), tuple(places[start:end]))

    def _inline(self, node: Any, letters: list[str], places: list[int]) -> None:
        for child in node.children:
            kind = type(child).__name__
            if kind == "LineBreak":
                letters.append(" ")
                places.append(child.source_span[0])
            elif kind == "InlineHTML":
                continue
            elif isinstance(child.children, str):
                self._raw(child, kind, letters, places)
            else:
                self._inline(child, letters, places)

    def _raw(self, node: Any, kind: str, letters: list[str], places: list[int]) -> None:
        content: str = node.children
        start, end = node.source_span
        if kind == "RawText" and self._source.startswith(content, start):
            letters.extend(content)
            places.extend(range(start, start + len(content)))
        else:
            self._escaped(content, start, end, letters, places)
        if kind == "RawText" and "&" in content:
            _unescape(letters, places, len(letters) - len(content))

    def _escaped(
        self, content: str, start: int, end: int, letters: list[str], places: list[int]
    ) -> None:
        place = start
        for letter in content:
            # Escapes and code fences stand in the source but not in the content.
            while place < end and self._source[place] != letter and not letter.isspace():
                place += 1
            letters.append(letter)
            places.append(min(place, end - 1))
            place += 1


_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)


def _unescape(letters: list[str], places: list[int], start: int) -> None:
    content = "".join(letters[start:])
    for match in reversed(list(_ENTITY.finditer(content))):
        plain = html.unescape(match[0])
        if plain != match[0]:
            at = start + match.start()
            letters[at : start + match.end()] = list(plain)
            places[at : start + match.end()] = [places[at]] * len(plain)


def _joined(texts: tuple[Text, ...]) -> Text:
    letters: list[str] = []
    places: list[int] = []
    for text in texts:
        if not text.plain:
            continue
        if letters:
            letters.extend(": " if letters and not _has(letters, ":") else ", ")
            places.extend([places[-1]] * 2)
        letters.extend(text.plain)
        places.extend(text.offsets)
    return Text("".join(letters), tuple(places))


def _has(letters: list[str], mark: str) -> bool:
    return mark in letters
