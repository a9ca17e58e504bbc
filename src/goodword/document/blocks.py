"""Markdown as a flat list of blocks of plain text, each character with its place in the source."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from goodword.document.block import Block as Block  # noqa: PLC0414  (known by this name)
from goodword.document.block import BlockKind as BlockKind  # noqa: PLC0414
from goodword.document.block import Text as Text  # noqa: PLC0414
from goodword.document.block import row_text
from goodword.document.bold_heading import with_bold_headings
from goodword.document.clause_numbers import with_clause_numbers
from goodword.document.inline_text import text_of
from goodword.document.markdown import parsed_tree
from goodword.document.plain_blocks import plain_blocks
from goodword.language.memory import remembered
from goodword.span import Span

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
        return _settled(parsed(source), source)
    made: list[Block] = []
    groups = 0
    cuts = [0, *(match.start() for match in _SECTION.finditer(source) if match.start())]
    for start, end in zip(cuts, [*cuts[1:], len(source)], strict=True):
        own = parsed(source[start:end])
        made.extend(block.moved(start, groups) for block in own) if start else made.extend(own)
        groups += max((block.group for block in own), default=0)
    return _settled(made, source)


def _settled(blocks: Iterable[Block], source: str) -> tuple[Block, ...]:
    return tuple(with_bold_headings(with_clause_numbers(blocks, source), source))


@remembered(512)
def parsed(source: str) -> tuple[Block, ...]:
    """Return the blocks of a text that is parsed whole; texts met before come from memory."""
    plain = plain_blocks(source)
    return blocks_of_tree(source) if plain is None else plain


def blocks_of_tree(source: str) -> tuple[Block, ...]:
    """Return the blocks of the tree that the Markdown parser makes of a text."""
    return tuple(_Walker(source).walk(parsed_tree(source), 0))


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
            yield Block(kind, row_text(cells), Span(*row.source_span), group=group, cells=cells)

    def _text(self, node: Any) -> Text:
        return text_of(node.children, self._source)
