"""A CSV file: its separator, its headings, and its rows as wide as these."""

import re
from collections.abc import Iterator
from itertools import chain

from goodword.history.batch import Batch
from goodword.history.csv_records import UNREADABLE, CsvRecords
from goodword.history.problem import ProblemList
from goodword.problem import Severity

_DELIMITERS = ",;\t|"
_QUOTED = re.compile(r'"[^"]*"')
# Excel writes and reads such a first line: sep=;
_SAYS_ITS_SEPARATOR = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)


def csv_rows(
    lines: Iterator[str], problems: ProblemList, delimiter: str | None
) -> tuple[tuple[str, ...], Iterator[Batch]]:
    """Return the headings and the rows; the separator is found by looking where none is given.

    A heading that stands there again is told apart by a number: "Comment (2)". A row that is not
    as wide as the heading is named and left out; empty fields too many are none.
    """
    first, before = next(lines, ""), 0
    says = _SAYS_ITS_SEPARATOR.fullmatch(first)
    if says:
        delimiter = delimiter or says[1]
        first, before = next(lines, ""), 1
    if delimiter is None:
        delimiter = max(_DELIMITERS, key=_QUOTED.sub("", first).count)
    records = CsvRecords(chain([first], lines), delimiter, first_line=1 + before)
    headings = told_apart([heading.strip() for heading in records.heading()])
    return headings, _whole(records.batches(), problems, len(headings))


def told_apart(headings: list[str]) -> tuple[str, ...]:
    """Return the headings; those that stand there again with a number, as in "Comment (2)"."""
    seen: dict[str, int] = {}
    apart = []
    for heading in headings:
        seen[heading] = seen.get(heading, 0) + 1
        again = heading and seen[heading] > 1
        apart.append(f"{heading} ({seen[heading]})" if again else heading)
    return tuple(apart)


def _whole(batches: Iterator[Batch], problems: ProblemList, width: int) -> Iterator[Batch]:
    """Yield the rows as wide as the heading; the others are named and left out."""
    for lines, rows in batches:
        if set(map(len, rows)) == {width}:
            yield lines, rows
            continue
        whole = []
        for line, fields in zip(lines, rows, strict=True):
            if len(fields) > width and not any(fields[width:]):
                # Some programs end each line with a separator.
                del fields[width:]
            if len(fields) == width:
                whole.append((line, fields))
            elif any(fields):
                problems.add(
                    "broken-line",
                    Severity.ERROR,
                    f"The heading has {width} columns; this line has {_number(fields)}.",
                    line=line,
                    value=",".join(one for one in fields if one != UNREADABLE)[:80],
                    understood="The line is left out; the others are read.",
                    hint="Look for a quotation mark or a separator too many or too few.",
                )
        yield [line for line, _ in whole], [fields for _, fields in whole]


def _number(fields: list[str]) -> str:
    return "none that I can tell apart" if fields[-1] == UNREADABLE else f"{len(fields):,}"
