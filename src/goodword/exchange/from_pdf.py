"""PDFs with text as Markdown: headings by size, paragraphs, lists and tables by place."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from goodword.exchange.even_text import BULLET
from goodword.exchange.headings import NUMBER, is_short
from goodword.exchange.imported import Imported, ImportRefusedError, counted, short
from goodword.exchange.pdf_lines import Dot, Line, Pages, Rule, pages_of
from goodword.exchange.pdf_tables import Row, rows_of, table_of

# Where page headers and footers stand, as a share of the page's height.
_MARGIN = 0.12
_PAGE_NUMBER = re.compile(
    r"^(?:page )?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?$|^[-–] ?\d{1,3} ?[-–]$", re.IGNORECASE
)
_LARGER = 1.1
_SMALL_PRINT = 0.88
_NUMBERED = re.compile(r"^\(?(?P<number>\d{1,2}|[a-z])[.)]\s+(?P<words>\S.*)$")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+")
_MOST_LEVELS = 4


def convert(data: bytes) -> Imported:
    """Return a PDF as Markdown. Raises ImportRefusedError for one that holds no text."""
    pages = pages_of(data)
    if sum(len(line.text) for line in pages.lines) < 20 * len(pages.heights):
        number = counted(len(pages.heights), "page")
        raise ImportRefusedError(
            f"This PDF holds {number} and almost no text; its pages seem to be pictures.",
            hint="Have its text recognised first (OCR), or import the document it was made from.",
        )
    body = _body_size(pages.lines)
    lines, notes = _without_margins(pages, body)
    lines = [_with_bullet(line, pages.dots) for line in lines]
    if pages.pictures:
        notes.append(f"{counted(pages.pictures, 'picture')} left out.")
    writer = _Writer(lines, pages.rules)
    text = writer.text()
    notes += writer.notes
    return Imported(text, tuple(notes))


def _body_size(lines: Sequence[Line]) -> float:
    """Return the size in which most of the text is set."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 10.0


def _with_bullet(line: Line, dots: Sequence[Dot]) -> Line:
    """Return a line with a bullet before it where one is drawn there."""
    middle = (line.top + line.bottom) / 2
    for dot in dots:
        near = 0 < line.left - dot.left < line.size * 2.5
        if dot.page == line.page and near and abs(dot.top - middle) < line.size * 0.5:
            return replace(line, text=f"• {line.text}")
    return line


def _without_margins(pages: Pages, body: float) -> tuple[list[Line], list[str]]:
    """Return the lines without what is repeated, or small print, at the edges of the pages."""
    count = len(pages.heights)
    seen = Counter(_mark(line) for line in pages.lines if _at_edge(line, pages))
    often = {mark for mark, times in seen.items() if count > 1 and times * 2 >= max(count, 3)}
    kept: list[Line] = []
    dropped: dict[str, None] = {}
    for line in pages.lines:
        edge = _at_edge(line, pages)
        small = line.size < body * _SMALL_PRINT
        if edge and (small or _mark(line) in often or _PAGE_NUMBER.match(line.text)):
            dropped[_without_page(line)] = None
        else:
            kept.append(line)
    notes = []
    if words := [one for one in dropped if any(letter.isalpha() for letter in one)]:
        shown = ", ".join(f"“{short(one)}”" for one in words[:3])
        notes.append(f"At the top or bottom of pages, and left out: {shown}.")
    return kept, notes


def _mark(line: Line) -> tuple[str, int]:
    """Return what is the same on every page of a header or footer: its words and its height."""
    return _without_page(line), round(line.top / 4)


def _without_page(line: Line) -> str:
    return re.sub(rf"\b0*{line.page + 1}\b", "#", line.text, count=1)


def _edges(lines: Sequence[Line]) -> dict[int, float]:
    """Return where the running text of each page ends on the right."""
    found: dict[int, float] = {}
    for line in lines:
        found[line.page] = max(found.get(line.page, 0.0), line.right)
    return found


def _at_edge(line: Line, pages: Pages) -> bool:
    height = pages.heights[line.page]
    return line.bottom < height * _MARGIN or line.top > height * (1 - _MARGIN)


class _Writer:
    """Lines while they become Markdown."""

    def __init__(self, lines: Sequence[Line], rules: Sequence[Rule]) -> None:
        self.notes: list[str] = []
        self._rows = rows_of(lines, rules)
        self._edges = _edges(lines)
        self._body = _body_size(lines)
        # A line all in bold stands out only where the text is not bold itself.
        bold = sum(len(line.text) for line in lines if line.bold)
        self._bold_stands_out = bold * 2 < sum(len(line.text) for line in lines)
        headings = [row.lines[0] for row in self._rows if self._is_heading(row)]
        looks = sorted({self._look(line) for line in headings}, reverse=True)
        self._levels = {look: min(place, _MOST_LEVELS) for place, look in enumerate(looks, 1)}
        whole = " ".join(line.text for line in lines)
        self._hyphenated = set(_WORD.findall(whole))
        self._blocks: list[str] = []

    def text(self) -> str:
        """Return all lines as Markdown."""
        place = 0
        while place < len(self._rows):
            table, after = table_of(self._rows, place)
            if table:
                self._blocks.append(_table(table))
                place = after
                continue
            if self._is_heading(self._rows[place]):
                place = self._heading(place)
                continue
            place = self._paragraph(place)
        return "\n".join(self._spaced())

    def _spaced(self) -> Iterator[str]:
        before = ""
        for block in self._blocks:
            if before and not (_is_item(before) and _is_item(block)):
                yield ""
            yield block
            before = block

    def _look(self, line: Line) -> tuple[float, bool]:
        return round(line.size, 1), line.bold

    def _is_heading(self, row: Row) -> bool:
        if len(row.lines) != 1:
            return False
        line = row.lines[0]
        if (
            not is_short(line.text)
            or line.text.endswith((".", ";", ","))
            or BULLET.match(line.text)
        ):
            return False
        return line.size > self._body * _LARGER or (line.bold and self._bold_stands_out)

    def _heading(self, place: int) -> int:
        """Write a heading that may run over several lines; return the place after it."""
        first = self._rows[place].lines[0]
        look = self._look(first)
        words = first.text
        place += 1
        while place < len(self._rows) and self._is_heading(self._rows[place]):
            line = self._rows[place].lines[0]
            near = line.page == first.page and line.top - first.bottom < first.size * 0.6
            if self._look(line) != look or not near or NUMBER.match(line.text):
                break
            words, first = self._joined(words, line.text), line
            place += 1
        self._blocks.append(f"{'#' * self._levels[look]} {words}")
        return place

    def _paragraph(self, place: int) -> int:
        row = self._rows[place]
        line = row.lines[0]
        text = " ".join(one.text for one in row.lines)
        mark, words = _marked(text)
        depth = self._depth(line.left) if mark else 0
        before = row
        place += 1
        while place < len(self._rows) and self._goes_on(before, self._rows[place], words, mark):
            before = self._rows[place]
            words = self._joined(words, " ".join(one.text for one in before.lines))
            place += 1
        self._blocks.append(f"{'  ' * depth}{mark}{words}")
        return place

    def _depth(self, left: float) -> int:
        """Return how deep an item stands below the list's first one."""
        if not self._blocks or not _is_item(self._blocks[-1]):
            self._lefts = [left]
            return 0
        while len(self._lefts) > 1 and left < self._lefts[-1] - 4:
            self._lefts.pop()
        if left > self._lefts[-1] + 8:
            self._lefts.append(left)
        return len(self._lefts) - 1

    def _goes_on(self, before: Row, row: Row, words: str, mark: str) -> bool:
        """Whether a row goes on with the paragraph above it."""
        if self._is_heading(row) or len(row.lines) > 1 or _marked(row.lines[0].text)[0]:
            return False
        above, line = before.lines[-1], row.lines[0]
        if abs(line.size - above.size) > 1:
            return False
        if line.page != above.page:
            return not words.endswith((".", "!", "?", ":", ";")) and line.text[:1].islower()
        gap = line.top - above.bottom
        first_word = len(line.text.partition(" ")[0]) * line.size * 0.6
        if (
            words.endswith((".", "!", "?"))
            and self._edges[line.page] - above.right > first_word * 2
        ):
            # The next word had room on the line above, so the author began a new line.
            return False
        if mark and line.left < before.lines[0].left - 2:
            return False
        return -above.size < gap < above.size * 0.55

    def _joined(self, words: str, more: str) -> str:
        """Return two lines as one; a word that was parted at the line's end is whole again."""
        if not words.endswith("-") or not more[:1].islower() or words.endswith((" -", "--")):
            return f"{words} {more}"
        tail = re.search(r"[A-Za-z]+(?:-[A-Za-z]+)*-$", words)
        head = re.match(r"[A-Za-z]+", more)
        if tail is None or head is None:
            return f"{words} {more}"
        whole = f"{tail[0]}{head[0]}"
        if whole in self._hyphenated or tail[0][:-1].lower() in _PREFIXES:
            return f"{words}{more}"
        return f"{words[:-1]}{more}"


# What keeps its hyphen: "follow-up", "non-urgent".
_PREFIXES = frozenset({"follow", "non", "self", "co", "pre", "ex", "well", "face", "out", "anti"})


def _is_item(block: str) -> bool:
    return bool(re.match(r"^ *(?:- |\d+\. )", block))


def _marked(text: str) -> tuple[str, str]:
    """Return the Markdown mark of a list item and its words; no mark for running text."""
    if (found := BULLET.match(text)) is not None and text[found.end() :].strip():
        return "- ", text[found.end() :].strip()
    if re.match(r"^[-–*] \S", text):
        return "- ", text[2:].strip()
    if (found := _NUMBERED.match(text)) is not None and not NUMBER_IS_TIME.match(text):
        number = found["number"]
        return (f"{number}. " if number.isdigit() else "- "), found["words"]
    return "", text


NUMBER_IS_TIME = re.compile(r"^\d{1,2}[.)]\s*(?:am|pm|o'clock)\b", re.IGNORECASE)


def _table(rows: Sequence[Sequence[str]]) -> str:
    def written(cells: Sequence[str]) -> str:
        return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"

    rule = f"|{'|'.join('---' for _ in rows[0])}|"
    return "\n".join([written(rows[0]), rule, *(written(row) for row in rows[1:])])
