import gzip
import json
from pathlib import Path

import pytest

from goodword.errors import UnreadableFileError
from goodword.history.load import load
from goodword.history.problem import ProblemList
from goodword.history.rows import open_rows

ROW = "1,2026-09-01 09:00:00\n"


def read(
    path: Path, **options: object
) -> tuple[list[tuple[int, list[str]]], list[tuple[int | None, str]]]:
    problems = ProblemList(path.name)
    rows = list(open_rows(path, problems, **options).rows)  # type: ignore[arg-type]
    return rows, [(problem.line, problem.code) for problem in problems.kept]


def test_a_gzipped_file_reads_like_a_plain_one(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.csv", tmp_path / "a.csv.gz"
    plain.write_text("case,opened\n" + ROW)
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert ([(2, ["1", "2026-09-01 09:00:00"])], []) == read(plain) == read(packed)


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_separators_are_found_by_looking(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"case{delimiter}opened\n1{delimiter}2026-09-01\n")
    assert read(path) == ([(2, ["1", "2026-09-01"])], [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_byte_order_marks_are_understood(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("case,über\n1,Zoë\n".encode(encoding))
    problems = ProblemList("a.csv")
    rows = open_rows(path, problems)
    assert (rows.headings, list(rows.rows)) == (("case", "über"), [(2, ["1", "Zoë"])])


def test_a_broken_character_spoils_neither_its_line_nor_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        b"case,opened,kind\n1,2026-09-01 09:00:00,caf\xe9\n2,2026-09-01 09:00:00,tea\n"
    )
    history = load(path, None)
    assert history.columns is not None
    assert history.columns.ids == ("1", "2")


def test_a_quoted_field_may_hold_separators_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('case,words\n1,"one, and\ntwo"\n2,three\n')
    assert read(path) == ([(2, ["1", "one, and\ntwo"]), (4, ["2", "three"])], [])


def test_a_quotation_mark_never_closed_costs_its_own_line_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('case,words\n1,one\n2,"two\n' + "".join(f"{n},more\n" for n in range(3, 9)))
    rows, problems = read(path)
    assert [line for line, _ in rows] == [2, 4, 5, 6, 7, 8, 9]
    assert problems == [(3, "broken-line")]


def test_a_field_longer_than_any_is_a_broken_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("case,words\n1,one\n2," + "x" * 200_000 + "\n3,three\n")
    rows, problems = read(path)
    assert ([line for line, _ in rows], problems) == ([2, 4], [(3, "broken-line")])


def test_json_lines_give_the_wanted_fields_also_from_inside(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [{"id": 7, "via": {"channel": "email"}}, {"id": 8, "via.channel": "phone", "x": None}]
    path.write_text("\n".join(map(json.dumps, lines)))
    rows, problems = read(path, wanted=("id", "via.channel", "x"))
    assert rows == [(1, ["7", "email", ""]), (2, ["8", "phone", ""])]
    assert problems == []


def test_a_broken_json_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": 1}\n{"id": 2\n\n[3]\n{"id": 4}\n' + "[" * 100_000 + "\n")
    rows, problems = read(path, wanted=("id",))
    assert rows == [(1, ["1"]), (5, ["4"])]
    assert problems == [(2, "broken-line"), (4, "broken-line"), (6, "broken-line")]


def test_a_compressed_file_that_is_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    whole = gzip.compress(
        (
            "case,opened\n" + "".join(f"{n * 7919 % 100_003},x{n * 31}\n" for n in range(60_000))
        ).encode()
    )
    path.write_bytes(whole[: len(whole) * 2 // 3])
    rows, problems = read(path)
    assert len(rows) > 20_000
    assert problems[-1][1] == "cut-off"


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("")
    with pytest.raises(UnreadableFileError, match=r"a\.csv is empty\. Export the cases again"):
        read(path)


def test_a_binary_file_is_refused_with_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\x89PNG\x00\x00")
    with pytest.raises(UnreadableFileError, match="a NUL byte at byte 5"):
        read(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="There is no file"):
        read(tmp_path / "none.csv")
    with pytest.raises(UnreadableFileError, match="is a folder"):
        read(tmp_path)


def test_a_heading_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("case,opened,opened\n")
    with pytest.raises(UnreadableFileError, match="stands there twice"):
        load(path, None)


def test_a_heading_that_nobody_asks_for_may_stand_there_often(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("case,opened,Comment,Comment\n1,2026-09-01,one,two\n")
    rows = open_rows(path, ProblemList("a.csv"))
    assert rows.headings == ("case", "opened", "Comment", "Comment (2)")
    assert len(load(path, None)) == 1


def test_ten_megabytes_without_a_line_end_are_refused_with_a_message(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("x" * 10_000_000)
    with pytest.raises(UnreadableFileError, match='there is no column "case"'):
        load(path, None)


def test_progress_is_told_in_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("case,opened\n" + ROW * 10_000)
    told: list[tuple[int, int]] = []
    rows = open_rows(
        path, ProblemList("a.csv"), progress=lambda done, size: told.append((done, size))
    )
    assert len(list(rows.rows)) == 10_000
    size = path.stat().st_size
    assert (size, size) == told[-1]
    assert sorted(told) == told
