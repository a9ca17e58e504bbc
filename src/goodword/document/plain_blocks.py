"""Markdown of the plain kind as blocks, at a tenth of what a whole parser costs.

Most of a policy is headings, paragraphs, lists of one level and tables with a line at both ends.
What else can stand in Markdown is left to the parser, with the whole text around it; the blocks
are the same (tests/document/test_plain_blocks.py).
"""

import re

from goodword.document.block import Block, BlockKind, Text, row_text
from goodword.document.inline_text import stripped, text_of, unescape
from goodword.document.markdown import MARK, inline_nodes
from goodword.span import Span

# White space that a parser makes other white space of.
_ODD = re.compile(r"[\t\r\f\x00]")
# What a line of a paragraph may begin with: nothing that makes a list, a table or a rule of it.
_PLAIN = re.compile(r"(?!\d{1,9}[.)](?:\s|$))(?:[^\W_]|[\"'(“‘$£€]|\*{1,2}[^\W_])")
_HEADING = re.compile(
    r"(#{1,6})((?=\s)[^\n]*?|[^\n\S]*)(?:(?<=\s)(?<!\\)#+)?[^\n\S]*$", re.MULTILINE
)
_ITEM = re.compile(r"(?P<mark>[*+-]|(?P<number>\d{1,9})[.)]) {1,4}(?=\S)")
_CELLS = re.compile(r"\s*\|\s*")
_RULE = re.compile(r":?-+:?")


def plain_blocks(source: str) -> tuple[Block, ...] | None:
    """Return the blocks of a text, or None where one of its lines is not of the plain kind."""
    return None if _ODD.search(source) else _Plain(source).blocks()


class _Plain:
    """One pass over the lines of a text."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._made: list[Block] = []
        self._group = 0
        # The list that an item would go on with: how its marks end, and how many it has.
        self._list, self._number = "", 0
        # The paragraph or item that a line would go on with: where each of its lines begins, how
        # far they are moved in, and where it began.
        self._open: list[tuple[int, str]] = []
        self._inset = self._began = 0
        self._table: list[tuple[int, str]] = []

    def blocks(self) -> tuple[Block, ...] | None:
        """Return the blocks, or None where a line is not plain."""
        place = 0
        for line in self._source.split("\n"):
            if not self._line(line, place):
                return None
            place += len(line) + 1
        if not self._close(place):
            return None
        return tuple(self._made)

    def _line(self, line: str, place: int) -> bool:
        """Take a line; whether it is plain."""
        first = line[:1]
        if self._table and line:
            self._table.append((place, line))
            return first == "|"
        if not line:
            return self._close(place)
        if first == "#":
            return self._heading(line, place)
        if first == "|":
            self._list = ""
            self._table.append((place, line))
            return not self._open
        # A table may also begin without a line at its left end.
        return "|" not in line and self._words(line, place)

    def _words(self, line: str, place: int) -> bool:
        """Take a line of a paragraph or a list; whether it is plain."""
        if line[0] == " ":
            return self._inner(line, place)
        if (item := _ITEM.match(line)) is not None:
            return self._item(item, line, place)
        if _PLAIN.match(line) is None or (self._open and self._inset):
            return False
        if not self._open:
            self._list, self._inset, self._began = "", 0, place
        self._open.append((place, line))
        return True

    def _inner(self, line: str, place: int) -> bool:
        """Take a line that goes on with an item, as far in as the item's own words."""
        inset = self._inset
        if not self._open or not inset or line[:inset].strip(" "):
            return False
        self._open.append((place + inset, line[inset:]))
        return _PLAIN.match(line, inset) is not None

    def _heading(self, line: str, place: int) -> bool:
        found = _HEADING.match(line)
        if found is None or not self._close(place):
            return False
        self._list = ""
        title, start = found[2].strip(), place + found.start(2)
        start += len(found[2]) - len(found[2].lstrip())
        text = self._text([(start, title)])
        span = Span(place, self._after(place, line))
        self._made.append(Block(BlockKind.HEADING, text, span, depth=len(found[1])))
        return True

    def _item(self, item: re.Match[str], line: str, place: int) -> bool:
        inset = item.end()
        if _PLAIN.match(line, inset) is None:
            return False
        if self._open and not self._inset and item["number"] not in {None, "1"}:
            # "in the year\n2020. " is no list.
            return False
        if not self._close(place):
            return False
        kind = item["mark"][-1]
        if kind != self._list:
            self._list, self._number = kind, 0
            self._group += 1
        self._number += 1
        self._inset, self._began = inset, place
        self._open.append((place + inset, line[inset:]))
        return True

    def _close(self, place: int) -> bool:
        """End the paragraph, item or table before `place`; whether it is plain."""
        if self._table:
            return self._rows()
        if not self._open:
            return True
        text = self._text(self._open)
        span = Span(self._began, min(place, len(self._source)))
        if not self._inset:
            self._made.append(Block(BlockKind.PARAGRAPH, text, span))
        else:
            number = 0 if self._list in "*+-" else self._number
            self._made.append(Block(BlockKind.ITEM, text, span, 1, number, self._group))
        self._open, self._inset = [], 0
        return True

    def _rows(self) -> bool:
        lines, self._table = self._table, []
        if any("\\" in line for _, line in lines):
            return False
        rows = [_cells(place, line) for place, line in lines]
        head, rule = rows[0], rows[1] if len(rows) > 1 else []
        if (
            not head
            or len(rule) != len(head)
            or any(_RULE.match(cell) for _, cell in head[:1])
            or not all(_RULE.fullmatch(cell) for _, cell in rule)
        ):
            return False
        self._group += 1
        for index, (place, line) in enumerate(lines):
            if index == 1:
                continue
            if not rows[index]:
                return False
            texts = [self._text([cell]) if cell[1] else Text("", ()) for cell in rows[index]]
            texts = texts[: len(head)] + [Text("", ())] * (len(head) - len(texts))
            cells = tuple(texts)
            kind = BlockKind.ROW if index else BlockKind.HEADER
            span = Span(place, self._after(place, line))
            self._made.append(Block(kind, row_text(cells), span, group=self._group, cells=cells))
        return True

    def _after(self, place: int, line: str) -> int:
        return min(place + len(line) + 1, len(self._source))

    def _text(self, lines: list[tuple[int, str]]) -> Text:
        """Return lines as one text, each with the place at which it begins."""
        if len(lines) == 1:
            start, line = lines[0]
            if MARK.search(line) is None and "&" not in line:
                plain = line.strip()
                start += len(line) - len(line.lstrip())
                return Text(plain, tuple(range(start, start + len(plain))))
        whole = "\n".join([line for _, line in lines])
        if MARK.search(whole) is not None:
            places: list[int] = []
            for start, line in lines:
                places.extend(range(start, start + len(line) + 1))
            return text_of(inline_nodes(whole, places), self._source)
        letters: list[str] = []
        places = []
        for number, (start, line) in enumerate(lines, 1):
            # Spaces before a line's end are part of its end.
            kept = line if number == len(lines) else line.rstrip(" ")
            behind = len(letters)
            letters.extend(kept)
            places.extend(range(start, start + len(kept)))
            if "&" in kept:
                unescape(letters, places, behind)
            letters.append(" ")
            places.append(start + len(kept))
        return stripped(letters, places)


def _cells(place: int, line: str) -> list[tuple[int, str]]:
    """Return the cells of a table's line, each with the place at which it begins."""
    cells: list[tuple[int, str]] = []
    last = 0
    whole = line.strip()
    for found in _CELLS.finditer(whole):
        cells.append((place + last, whole[last : found.start()]))
        last = found.end()
    cells.append((place + last, whole[last:]))
    if not cells[0][1]:
        del cells[0]
    if cells and not cells[-1][1]:
        del cells[-1]
    return cells
