"""Exports that are no text: old and new workbooks, Parquet and Arrow, whole and damaged."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
import xlwt
from pyarrow import ipc, parquet

from goodword.errors import UnreadableFileError
from goodword.history.column_map import read_column_map
from goodword.history.load import load

HEADINGS = ("Vorgang", "Eröffnet am", "Erledigt am", "Kanal", "Betrag")
START = datetime(2026, 9, 4, 16, 30)  # noqa: DTZ001  (a workbook's times have no zone)
MAP = """
zone = "Europe/Berlin"
dates = ["%d.%m.%Y %H:%M"]
[columns]
case = "Vorgang"
opened = "Eröffnet am"
resolved = "Erledigt am"
channel = "Kanal"
"""


def cases(count: int = 5) -> list[tuple[Any, ...]]:
    return [
        (
            1000.0 + number,
            START + timedelta(days=number),
            START + timedelta(days=number, hours=3) if number % 2 else None,
            ("E-Mail", "Telefon")[number % 2],
            12.5,
        )
        for number in range(count)
    ]


def loaded(path: Path, mapped: str = MAP) -> tuple[list[str], list[int], list[str]]:
    history = load(path, read_column_map(mapped, path="map.toml"))
    columns = history.columns
    assert columns is not None
    return list(columns.ids), list(columns.opened), [one.code for one in history.problems]


EXPECTED = [
    int((START + timedelta(days=number)).replace(tzinfo=UTC).timestamp()) - 7200
    for number in range(5)
]


def xlsx(path: Path, rows: list[tuple[Any, ...]], *, title: str = "") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Notizen"
    sheet.append(["Bitte vertraulich behandeln"])
    data = book.create_sheet("Vorgänge")
    if title:
        data.append([title])
        data.append([])
    data.append(HEADINGS)
    for row in rows:
        data.append(row)
    book.save(path)
    return path


def test_a_new_workbook_is_read_with_headings_of_any_language(tmp_path: Path) -> None:
    ids, opened, problems = loaded(xlsx(tmp_path / "cases.xlsx", cases()))

    assert ids == ["1000", "1001", "1002", "1003", "1004"]
    assert opened == EXPECTED
    assert problems == ["sheets"]


def test_titles_above_the_headings_are_passed_over(tmp_path: Path) -> None:
    ids, opened, _ = loaded(xlsx(tmp_path / "cases.xlsx", cases(), title="Export vom 4. September"))

    assert (len(ids), opened) == (5, EXPECTED)


def test_an_old_workbook_is_read(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    style = xlwt.easyxf(num_format_str="DD/MM/YYYY HH:MM")
    for column, heading in enumerate(HEADINGS):
        sheet.write(0, column, heading)
    for number, row in enumerate(cases(), 1):
        for column, value in enumerate(row):
            if isinstance(value, datetime):
                sheet.write(number, column, value, style)
            elif value is not None:
                sheet.write(number, column, value)
    book.save(str(tmp_path / "cases.xls"))

    assert loaded(tmp_path / "cases.xls")[:2] == (
        ["1000", "1001", "1002", "1003", "1004"],
        EXPECTED,
    )


def table(rows: list[tuple[Any, ...]], *, zone: str | None = None) -> pa.Table:
    kinds = [
        pa.float64(),
        pa.timestamp("us", zone),
        pa.timestamp("us", zone),
        pa.string(),
        pa.float64(),
    ]
    return pa.table(
        {
            heading: pa.array([row[at] for row in rows], kind)
            for at, (heading, kind) in enumerate(zip(HEADINGS, kinds, strict=True))
        }
    )


def test_parquet_and_arrow_are_read_and_say_their_own_zone(tmp_path: Path) -> None:
    parquet.write_table(table(cases()), tmp_path / "cases.parquet")
    with ipc.new_file(tmp_path / "cases.arrow", table(cases()).schema) as file:
        file.write_table(table(cases()), max_chunksize=2)
    parquet.write_table(table(cases(), zone="UTC"), tmp_path / "utc.parquet")

    assert loaded(tmp_path / "cases.parquet")[:2] == loaded(tmp_path / "cases.arrow")[:2]
    assert loaded(tmp_path / "cases.parquet")[1] == EXPECTED
    assert loaded(tmp_path / "utc.parquet")[1] == [one + 7200 for one in EXPECTED]


@pytest.mark.parametrize("name", ["cases.parquet", "cases.arrow", "cases.xlsx"])
def test_a_file_that_is_cut_off_says_so(tmp_path: Path, name: str) -> None:
    whole = tmp_path / name
    if name.endswith("xlsx"):
        xlsx(whole, cases())
    elif name.endswith("arrow"):
        with ipc.new_file(whole, table(cases()).schema) as file:
            file.write_table(table(cases()))
    else:
        parquet.write_table(table(cases(5000)), whole)
    content = whole.read_bytes()
    whole.write_bytes(content[: len(content) * 2 // 3])

    with pytest.raises(UnreadableFileError, match=name) as refused:
        loaded(whole)
    assert refused.value.hint


def test_a_workbook_without_headings_is_refused_by_name(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in cases():
        sheet.append(row)
    book.save(tmp_path / "bare.xlsx")

    with pytest.raises(UnreadableFileError, match="no row of headings"):
        loaded(tmp_path / "bare.xlsx")


def test_a_moment_that_no_calendar_has_costs_its_own_row_alone(tmp_path: Path) -> None:
    moments = pa.array([1_788_000_000, 2**40, 1_788_000_060], pa.int64()).cast(pa.timestamp("s"))
    cases = pa.table({"case": ["a", "b", "c"], "opened": moments})
    parquet.write_table(cases, tmp_path / "cases.parquet")

    history = load(tmp_path / "cases.parquet", None)

    assert history.columns is not None
    assert list(history.columns.ids) == ["a", "c"]
    assert [one.line for one in history.problems] == [2]


@pytest.mark.parametrize("name", ["cases.arrow", "cases.parquet", "cases.xls"])
def test_damage_anywhere_is_a_refusal_and_never_a_crash(tmp_path: Path, name: str) -> None:
    whole = tmp_path / name
    rows = pa.table({"case": [f"c{number}" for number in range(50)], "opened": [START] * 50})
    if name.endswith("xls"):
        book = xlwt.Workbook()
        sheet = book.add_sheet("Sheet1")
        for number, (case, opened) in enumerate([("case", "opened"), ("a", "2026-09-04")]):
            sheet.write(number, 0, case)
            sheet.write(number, 1, opened)
        book.save(str(whole))
    elif name.endswith("arrow"):
        with ipc.new_file(whole, rows.schema) as file:
            file.write_table(rows)
    else:
        parquet.write_table(rows, whole)
    content = whole.read_bytes()
    refused = 0
    for place in range(8, len(content), max(len(content) // 40, 1)):
        damaged = bytearray(content)
        damaged[place : place + 4] = b"\xff\xff\xff\x7f"
        whole.write_bytes(damaged)
        try:
            load(whole, None)
        except UnreadableFileError as told:
            refused += bool(told.hint)
    assert refused
