"""What tidying changes in Markdown: one family of edits a function, found from its blocks."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from goodword.document.blocks import BlockKind, blocks_of
from goodword.document.markdown import parsed_tree


class Edit(NamedTuple):
    """Put `words` where the characters `start` to `end` stand."""

    start: int
    end: int
    words: str


Family = Callable[[str], list[Edit]]

_BLANKS = re.compile(r"\n(?:[ \t]*\n){2,}")
_BLANK_BELOW = re.compile(r"\n[ \t]*\n|\s*\Z")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_LINE_END = re.compile(r"\r\n?")
_ATX = re.compile(r"^[ ]{0,3}(#{1,6})[ \t]+(.*?)[ \t]*(?:[ \t]#+)?[ \t]*$")
_BULLET = re.compile(r"[-*+][ \t]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,9})[.)][ \t]+(?=\S)")
_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^\s*(:?)-+(:?)\s*$")
_SPACES = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")


def line_ends(text: str) -> list[Edit]:
    """Return what makes every line end as on Unix."""
    return [Edit(*found.span(), "\n") for found in _LINE_END.finditer(text)]


def blank_lines(text: str) -> list[Edit]:
    """Return what leaves one blank line where there are more, and none at either end."""
    kept = _kept_as_they_are(text)
    edits = [
        Edit(*found.span(), "\n\n")
        for found in _BLANKS.finditer(text)
        if not _inside(found.start(), kept) and found.end() < len(text) and found.start()
    ]
    start = len(text) - len(text.lstrip(" \t\n"))
    first = text.rfind("\n", 0, start) + 1
    if first and not _inside(0, kept):
        edits = [Edit(0, first, ""), *(edit for edit in edits if edit.start >= first)]
    bare = len(text.rstrip(" \t\n"))
    if text[bare:] != "\n" and bare > first:
        edits = [*(edit for edit in edits if edit.end <= bare), Edit(bare, len(text), "\n")]
    return edits


def trailing_spaces(text: str) -> list[Edit]:
    """Return what takes spaces from the ends of lines, but for the two that break a line."""
    kept = _kept_as_they_are(text)
    edits = []
    for found in _TRAILING.finditer(text):
        if _inside(found.start(), kept):
            continue
        below = found.end() + 1
        follows = bool(text[below : max(below, text.find("\n", below))].strip())
        at_start = found.start() == 0 or text[found.start() - 1] == "\n"
        words = "  " if found[0].startswith("  ") and follows and not at_start else ""
        if found[0] != words:
            edits.append(Edit(*found.span(), words))
    return edits


def headings(text: str) -> list[Edit]:
    """Return what writes every heading with hashes before it, and a blank line around it."""
    edits = []
    for node in _nodes(text, {"Heading", "SetextHeading"}, deep=False):
        start, end = node.source_span
        start = text.rfind("\n", 0, start) + 1
        raw = text[start:end].rstrip("\n")
        stop = start + len(raw)
        if (found := _ATX.match(raw)) is not None:
            words = f"{found[1]} {found[2]}".rstrip()
        elif raw.count("\n") == 1:
            words = f"{'#' * node.level} {raw.partition(chr(10))[0].strip()}"
        else:
            continue
        before = "" if start < 2 or text[start - 2 : start] == "\n\n" else "\n"
        after = "" if _BLANK_BELOW.match(text, stop) else "\n"
        if (made := f"{before}{words}{after}") != text[start:stop]:
            edits.append(Edit(start, stop, made))
    return edits


def lists(text: str) -> list[Edit]:
    """Return what gives bullets one dash, and numbers their order with a full stop."""
    edits = []
    for node in _nodes(text, {"List"}, deep=True):
        pattern = _NUMBER if node.ordered else _BULLET
        for place, item in enumerate(node.children):
            start = item.source_span[0]
            found = pattern.match(text, start)
            if found is None:
                continue
            mark = f"{node.start + place}. " if node.ordered else "- "
            if found[0] != mark:
                edits.append(Edit(*found.span(), mark))
    return edits


def tables(text: str) -> list[Edit]:
    """Return what puts one space around each cell of a table. Columns are not lined up.

    A table that is lined up changes in every row when one cell grows; this one in one row.
    """
    edits = []
    for node in _nodes(text, {"Table"}, deep=False):
        start, end = node.source_span
        place = start
        for line in text[start:end].splitlines(keepends=True):
            bare = line.rstrip("\n")
            if bare.strip() and (made := _row(bare)) != bare:
                edits.append(Edit(place, place + len(bare), made))
            place += len(line)
    return edits


def _row(line: str) -> str:
    inner = line.strip()
    inner = inner.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    cells = _CELL.split(inner)
    rules = [_RULE.match(cell) for cell in cells]
    if all(rules):
        return f"|{'|'.join(_rule(rule) for rule in rules if rule)}|"
    return f"| {' | '.join(cell.strip() for cell in cells)} |".replace("|  |", "| |")


def _rule(found: re.Match[str]) -> str:
    left, right = found[1], found[2]
    return f"{left}{'-' * (3 - len(left) - len(right))}{right}"


def spaces(text: str) -> list[Edit]:
    """Return what leaves one space between two words of running text."""
    edits = []
    for block in blocks_of(text):
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING}:
            continue
        raw = block.span.of(text)
        # Code keeps its spaces, and in HTML they may stand inside a quotation.
        if "`" in raw or "<" in raw:
            continue
        start = block.span.start
        edits += [Edit(start + a, start + b, " ") for a, b in _runs(raw)]
    return edits


def _runs(raw: str) -> Iterator[tuple[int, int]]:
    for found in _SPACES.finditer(raw):
        line = raw[raw.rfind("\n", 0, found.start()) + 1 : found.start()]
        # The space behind a bullet or a number belongs to the list.
        if line.strip(" \t>") not in {"-", "*", "+"} and not re.fullmatch(r"[ \t>]*\d+[.)]", line):
            yield found.span()


@lru_cache(maxsize=2)
def _parsed(text: str) -> Any:
    return parsed_tree(text)


def _nodes(text: str, kinds: set[str], *, deep: bool) -> Iterator[Any]:
    waiting = [_parsed(text)]
    while waiting:
        node = waiting.pop()
        if type(node).__name__ in kinds:
            yield node
        inner = type(node).__name__ in {"Document", "List", "ListItem", "Quote"}
        if inner and (deep or type(node).__name__ == "Document"):
            waiting.extend(node.children)


def _kept_as_they_are(text: str) -> list[tuple[int, int]]:
    """Return where code and HTML stand."""
    return [
        (block.span.start, block.span.end)
        for block in blocks_of(text)
        if block.kind is BlockKind.OTHER
    ]


def _inside(place: int, kept: list[tuple[int, int]]) -> bool:
    last = bisect_right(kept, place, key=lambda one: one[0]) - 1
    return last >= 0 and kept[last][0] <= place < kept[last][1] - 1


FAMILIES: tuple[Family, ...] = (
    line_ends,
    trailing_spaces,
    headings,
    lists,
    tables,
    spaces,
    blank_lines,
)
