"""Tables of a PDF: rows of lines that stand side by side, in columns that begin alike."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goodword.exchange.pdf_lines import Line, Rule

# How far apart, in points, what begins in one column may begin.
ALIKE = 12.0
# Rows below each other that are further apart than this many line heights are two tables.
FARTHEST = 3.0
LEAST_ROWS = 2
TALLEST_ROW = 220.0


@dataclass(frozen=True, slots=True)
class Row:
    """Lines that stand side by side, from left to right."""

    lines: tuple[Line, ...]
    ruled: bool = False

    @property
    def page(self) -> int:
        """The page it stands on."""
        return self.lines[0].page

    @property
    def top(self) -> float:
        """Where it begins."""
        return min(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return max(line.bottom for line in self.lines)


def rows_of(lines: Sequence[Line], rules: Sequence[Rule]) -> list[Row]:
    """Return lines as rows, in the order in which they are read.

    Between two strokes all lines are one row of a table, where they stand in columns.
    """
    made: list[Row] = []
    run: list[Line] = []
    by_page: dict[int, list[Rule]] = {}
    for rule in rules:
        by_page.setdefault(rule.page, []).append(rule)
    bands = _bands(lines, by_page)
    told: set[tuple[int, float, float]] = set()
    for line in lines:
        band = _band(line, by_page.get(line.page, []))
        if band is None or band not in bands:
            run.append(line)
        elif band not in told:
            told.add(band)
            made += [*_side_by_side(run), Row(tuple(bands[band]), ruled=True)]
            run = []
    return [*made, *_side_by_side(run)]


Band = tuple[int, float, float]


def _bands(lines: Sequence[Line], by_page: Mapping[int, Sequence[Rule]]) -> dict[Band, list[Line]]:
    """Return the lines between each two strokes, where they stand in several columns."""
    found: dict[Band, list[Line]] = {}
    for line in lines:
        if (band := _band(line, by_page.get(line.page, []))) is not None:
            found.setdefault(band, []).append(line)
    return {
        band: sorted(some, key=lambda one: one.left)
        for band, some in found.items()
        if max(one.left for one in some) > min(one.right for one in some)
    }


def _band(line: Line, rules: Sequence[Rule]) -> Band | None:
    middle = (line.top + line.bottom) / 2
    tops = [
        rule.top for rule in rules if rule.left <= line.left + 2 and rule.right >= line.left + 2
    ]
    above = max((top for top in tops if top <= middle), default=None)
    below = min((top for top in tops if top > middle), default=None)
    if above is None or below is None or below - above > TALLEST_ROW:
        return None
    return line.page, above, below


def _side_by_side(lines: Sequence[Line]) -> list[Row]:
    rows: list[list[Line]] = []
    for line in lines:
        last = rows[-1] if rows else []
        beside = (
            last
            and last[0].page == line.page
            and _overlap(last[0], line) > min(last[0].size, line.size) * 0.5
            and all(line.left >= one.right - 1 or line.right <= one.left + 1 for one in last)
        )
        if beside:
            last.append(line)
        else:
            rows.append([line])
    return [Row(tuple(sorted(row, key=lambda one: one.left))) for row in _joined_bullets(rows)]


def _overlap(one: Line, other: Line) -> float:
    return min(one.bottom, other.bottom) - max(one.top, other.top)


def _joined_bullets(rows: list[list[Line]]) -> list[list[Line]]:
    """Put a bullet or number that stands apart before its own words."""
    made = []
    for row in rows:
        ordered = sorted(row, key=lambda one: one.left)
        mark = ordered[0]
        is_mark = len(ordered) > 1 and len(mark.text) <= 3 and not mark.text.isalpha()
        is_mark = is_mark or (len(ordered) > 1 and mark.text in {"o", "•"})
        # A number that stands far from its words is the first cell of a table.
        if is_mark and ordered[1].left - mark.right < mark.size * 3 and len(ordered) == LEAST_ROWS:
            words = ordered[1]
            made.append(
                [
                    Line(
                        mark.page,
                        mark.left,
                        words.right,
                        min(mark.top, words.top),
                        max(mark.bottom, words.bottom),
                        words.size,
                        words.bold,
                        f"{mark.text} {words.text}",
                    )
                ]
            )
        else:
            made.append(ordered)
    return made


def table_of(rows: Sequence[Row], place: int) -> tuple[list[list[str]], int]:
    """Return the table that begins at `place` and the place after it; empty where none does.

    Without strokes a row whose first column is empty goes on with the row above it.
    """
    first = rows[place]
    columns = _ruled_columns(rows, place) if first.ruled else _columns(first)
    if len(columns) < LEAST_ROWS:
        return [], place
    table: list[list[list[str]]] = []
    last = first
    at = place
    while at < len(rows) and _follows(last, rows[at]) and rows[at].ruled == first.ruled:
        row = rows[at]
        fits = [_column(line, columns, ruled=row.ruled) for line in row.lines]
        if None in fits or (len(row.lines) == 1 and fits[0] == 0 and not row.ruled):
            break
        if row.ruled or not table or 0 in fits:
            table.append([[] for _ in columns])
        for line, column in sorted(zip(row.lines, fits, strict=True), key=lambda one: one[0].top):
            if column is not None:
                table[-1][column].append(line.text)
        last = row
        at += 1
    if len(table) < LEAST_ROWS or _is_two_columns(table):
        return [], place
    return [[" ".join(cell) for cell in cells] for cells in table], at


def _columns(row: Row) -> list[float]:
    """Return where the columns of a row begin."""
    lefts: list[float] = []
    for line in row.lines:
        if not lefts or line.left - lefts[-1] > ALIKE:
            lefts.append(line.left)
    return lefts


def _follows(above: Row, row: Row) -> bool:
    if row.page != above.page:
        return row.page == above.page + 1
    return row.top - above.bottom <= above.lines[0].size * FARTHEST


def _ruled_columns(rows: Sequence[Row], place: int) -> list[float]:
    """Return where the columns of a ruled table begin; a heading may be centred above them."""
    found: list[list[float]] = []
    last = rows[place]
    for row in rows[place:]:
        if not row.ruled or not _follows(last, row):
            break
        found.append(_columns(row))
        last = row
    usual = Counter(len(one) for one in found).most_common(1)[0][0]
    return [min(lefts) for lefts in zip(*(one for one in found if len(one) == usual), strict=True)]


def _column(line: Line, columns: Sequence[float], *, ruled: bool) -> int | None:
    """Return the column in which a line begins; between strokes, the one over which it stands."""
    if ruled:
        middle = (line.left + line.right) / 2
        return max((place for place, left in enumerate(columns) if left <= middle), default=0)
    near = [place for place, left in enumerate(columns) if abs(line.left - left) <= ALIKE]
    return near[0] if near else None


def _is_two_columns(table: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether this is running text set in columns, whose lines are long on both sides."""
    long = [row for row in table if sum(len(" ".join(cell)) > 45 for cell in row) > 1]
    return len(long) * 2 > len(table)
