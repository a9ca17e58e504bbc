"""Exports as people have them: packed by any program, in any encoding, with any separator."""

import bz2
import gzip
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from goodword.errors import GoodwordError, UnknownNameError
from goodword.history.encoding import encoding_of, known_encoding
from goodword.history.load import load
from goodword.history.problem import ProblemList
from goodword.history.rows import open_rows

TEXT = "case,opened,kind\n7,2026-09-04 16:30:00,Blödsinn\n"


def rows(path: Path) -> tuple[tuple[str, ...], list[tuple[int, list[str]]]]:
    read = open_rows(path, ProblemList(path.name))
    return read.headings, list(read.rows)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_file_reads_like_a_plain_one(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    plain, packed = tmp_path / "a.csv", tmp_path / "a.csv.packed"
    plain.write_text(TEXT)
    packed.write_bytes(pack(TEXT.encode()))
    assert rows(plain) == rows(packed)


def test_a_zip_archive_of_one_file_reads_like_the_file(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.csv", tmp_path / "a.zip"
    plain.write_text(TEXT)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("export/", "")
        archive.writestr("export/a.csv", TEXT)
        archive.writestr("__MACOSX/._a.csv", "x")
    assert rows(plain) == rows(packed)


def test_an_archive_of_several_files_is_refused_with_their_names(tmp_path: Path) -> None:
    packed = tmp_path / "a.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("tickets.csv", TEXT)
        archive.writestr("users.csv", TEXT)
    with pytest.raises(GoodwordError, match=r"archive of 2 files.*tickets\.csv, users\.csv"):
        rows(packed)


def test_zstandard_says_how_to_unpack_it_where_python_cannot(tmp_path: Path) -> None:
    packed = tmp_path / "a.csv.zst"
    packed.write_bytes(b"\x28\xb5\x2f\xfd" + b"\0" * 20)
    with pytest.raises((GoodwordError, OSError, EOFError), match=r"unzstd|damaged|ends"):
        rows(packed)


@pytest.mark.parametrize(
    ("words", "encoding", "found"),
    [
        ("Vorgang;Eröffnet am;Erledigt am\n1;Müller;Straße\n", "utf-8", "utf-8-sig"),
        ("Vorgang;Eröffnet am;Erledigt am\n1;Müller;Straße\n", "cp1252", "cp1252"),
        ("référence;créé le;clôturé à\n1;été;forêt\n", "cp1252", "cp1252"),
        ("caso;apertura;teléfono\n1;año;señora\n", "cp1252", "cp1252"),
        ("编号,回访时间,客户满意度\n1,2026-09-04,很满意\n", "gb18030", "gb18030"),
        ("编号,回访时间,客户满意度\n1,2026-09-04,很满意\n", "utf-8", "utf-8-sig"),
        ("case,opened,kind\n1,2026-09-04,Zoë\n", "utf-16", "utf-16"),
        ("case,opened,kind\n1,2026-09-04,Zoë\n", "utf-16-le", "utf-16-le"),
        ("case,opened,kind\n1,2026-09-04,Zoë\n", "utf-16-be", "utf-16-be"),
        ("case,opened,kind\n1,2026-09-04,Zoë\n", "utf-32", "utf-32"),
    ],
    ids=lambda value: value[:9],
)
def test_the_encoding_is_found_by_looking(
    tmp_path: Path, words: str, encoding: str, found: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(words.encode(encoding))
    assert encoding_of(path.read_bytes(), path) == found
    headings, read = rows(path)
    assert [*headings, *read[0][1]] == words.replace(";", ",").replace("\n", ",").split(",")[:-1]


def test_a_character_cut_in_two_where_the_look_ends_is_still_utf_8() -> None:
    assert encoding_of("é".encode() * 10 + b"\xc3", Path("a.csv")) == "utf-8-sig"


def test_an_encoding_that_does_not_exist_is_named() -> None:
    assert known_encoding("UTF8", "map.toml") == "utf-8-sig"
    for name in ("klingon", "hex", "", "utf-8\0"):
        with pytest.raises(UnknownNameError, match=r"map\.toml: there is no encoding"):
            known_encoding(name, "map.toml")


def test_excels_own_first_line_names_the_separator(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\ncase;opened\n1;2026-09-04\n2\n")
    problems = ProblemList("a.csv")
    read = open_rows(path, problems)
    assert (read.headings, list(read.rows)) == (("case", "opened"), [(3, ["1", "2026-09-04"])])
    assert [problem.line for problem in problems.kept] == [4]


def test_separators_inside_quoted_headings_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('"case, its number, and more";"opened, when"\n1;2026-09-04\n')
    assert rows(path)[0] == ("case, its number, and more", "opened, when")


def test_empty_fields_too_many_are_none_and_others_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("case,opened\n1,2026-09-04,\n2,2026-09-04,x\n3\n")
    history = load(path, None)
    assert len(history) == 1
    told = [(problem.line, problem.message[-7:]) for problem in history.problems][:2]
    assert told == [(3, " has 3."), (4, " has 1.")]


def test_quoted_fields_are_read_the_same_in_bulk_and_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = ['1,"a ""b"" c",x', '2,5" pipe,6" pipe', '3,"over\ntwo",y', '4,plain,"z,z"']
    path.write_text("case,one,two\n" + "\n".join(lines * 50) + "\n")
    bulk = tmp_path / "b.csv"
    bulk.write_text("case,one,two\n" + "\n".join([lines[0], lines[3]] * 50) + "\n")
    read = [fields for _, fields in rows(path)[1]]
    assert read[:4] == [
        ["1", 'a "b" c', "x"],
        ["2", '5" pipe', '6" pipe'],
        ["3", "over\ntwo", "y"],
        ["4", "plain", "z,z"],
    ]
    assert [fields for _, fields in rows(bulk)[1]][:2] == [read[0], read[3]]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("place", [12, 40])
def test_packed_content_that_is_damaged_says_so(
    tmp_path: Path, pack: Callable[[bytes], bytes], place: int
) -> None:
    packed = bytearray(pack(TEXT.encode() * 3))
    packed[place] ^= 0xFF
    path = tmp_path / "a.csv.packed"
    path.write_bytes(packed)
    try:
        told = str(load(path, None).counts)
    except GoodwordError as refused:
        told = refused.message
    assert "cut-off" in told or "damaged" in told or "ends in the middle" in told
