"""The rows of a file as its column map asks for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from goodword.errors import UnreadableFileError
from goodword.history.batch import Batch
from goodword.history.column_map import ColumnMap, map_of_headings
from goodword.history.ocel import TYPE
from goodword.history.problem import ProblemList
from goodword.history.rows import Progress, Rows, called, open_rows
from goodword.problem import Severity


@dataclass(frozen=True, slots=True)
class MappedRows:
    """The rows of a file with the headings that its map names, those made of others included."""

    column_map: ColumnMap
    headings: tuple[str, ...]
    batches: Iterator[Batch]


def open_mapped(
    path: Path,
    column_map: ColumnMap | None,
    problems: ProblemList,
    progress: Progress | None = None,
) -> MappedRows:
    """Return the rows of a file, read as its map says; without one the headings are the map.

    Raises UnreadableFileError for a file that cannot be read or that lacks a column of the map.
    """
    if column_map is None:
        rows = open_rows(path, problems, progress=progress)
        column_map = map_of_headings(rows.headings)
    else:
        case = column_map.columns["case"]
        rows = open_rows(
            path,
            problems,
            wanted=column_map.headings(),
            delimiter=column_map.delimiter,
            encoding=column_map.encoding,
            json_shape=column_map.json,
            case=case if case.startswith(TYPE) else None,
            progress=progress,
        )
    written, column_map = column_map, column_map.for_headings(rows.headings)
    _say_what_is_not_told(written, column_map, problems)
    _need_headings(rows, column_map, called(path))
    if rows.is_typed and "iso" not in column_map.dates:
        column_map = replace(column_map, dates=("iso", *column_map.dates))
    if not column_map.joined:
        return MappedRows(column_map, rows.headings, rows.batches)
    headings = (*rows.headings, *column_map.joined)
    marks = column_map.missing - {""}
    return MappedRows(column_map, headings, _joined(rows, column_map.joined, marks))


def _say_what_is_not_told(written: ColumnMap, there: ColumnMap, problems: ProblemList) -> None:
    gone = [one for one in written.headings() if one not in there.headings()]
    if gone:
        names = ", ".join(f'"{one}"' for one in gone)
        problems.add(
            "column-not-there",
            Severity.INFO,
            f"There is no column {names}, which {written.path} names.",
            understood="What it would tell is taken as not known.",
        )


def _joined(
    rows: Rows, joined: Mapping[str, tuple[str, ...]], marks: frozenset[str]
) -> Iterator[Batch]:
    """Yield the rows with the fields that are made of others at their end.

    Where a part holds one of the marks that say that nothing is known, nothing is.
    """
    places = [[rows.headings.index(part) for part in parts] for parts in joined.values()]
    for lines, batch in rows.batches:
        for fields in batch:
            fields += [join([fields[place] for place in parts], marks) for parts in places]
        yield lines, batch


def join(parts: Sequence[str], marks: frozenset[str]) -> str:
    """Return parts with a space between; nothing where one says that nothing is known."""
    said = [bare for text in parts if (bare := text.strip())]
    return "" if marks and not marks.isdisjoint(said) else " ".join(said)


def _need_headings(rows: Rows, column_map: ColumnMap, path: Path) -> None:
    found = ", ".join(_printable(heading) for heading in rows.headings[:12])
    found += ", …" if len(rows.headings) > 12 else ""
    objects = [heading for heading in rows.headings if heading.startswith(TYPE)]
    if objects and "case" not in column_map.columns:
        raise UnreadableFileError(
            f"{path} is an object-centric log, and says of no type of object that it is the case. "
            f"The types are: {', '.join(one.removeprefix(TYPE) for one in objects[:12])}.",
            hint=f'Name one in a map, as in: case = "{objects[0]}"',
        )
    if "case" not in column_map.columns or not {"opened", "at"} & set(column_map.columns):
        raise UnreadableFileError(
            f'{path} line 1: there is no column "case" or no column "opened". '
            f"The columns are: {found}.",
            hint="See what is in it with goodword history inspect, which proposes a map for --map.",
        )
    twice = [one for one in column_map.headings() if f"{one} (2)" in rows.headings]
    if twice:
        raise UnreadableFileError(
            f'{path} line 1: the heading "{twice[0]}" stands there twice, and {column_map.path} '
            "names it.",
            hint=f'Give each column a heading of its own; the second is "{twice[0]} (2)" here.',
        )
    missing = [heading for heading in column_map.headings() if heading not in rows.headings]
    if missing:
        near = get_close_matches(missing[0], rows.headings, n=1)
        raise UnreadableFileError(
            f'{path} line 1: there is no column "{missing[0]}", which {column_map.path} names. '
            f"The columns are: {found}.",
            hint=f'Is "{near[0]}" meant?' if near else "Is it the right map for this file?",
        )


def _printable(heading: str) -> str:
    """Return a heading short and without characters that a terminal would act on."""
    shown = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in heading
    )
    return shown[:40] or "(empty)"
