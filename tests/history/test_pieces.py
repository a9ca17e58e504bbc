"""A file longer than memory is loaded a piece at a time, and tells the same."""

import tracemalloc
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.case.case import Case
from goodword.history.column_map import ColumnMap, read_column_map
from goodword.history.history import History
from goodword.history.load import load
from goodword.history.pieces import load_pieces
from goodword.history.seen_ids import SeenIds

HEAD = "case,opened,resolved,channel\n"
LOG = read_column_map(
    'shape = "events"\n[columns]\ncase = "case"\nat = "at"\nevent = "event"\n', path="log.toml"
)


def rows(count: int, first: int = 1) -> str:
    return "".join(
        f"{number},2026-09-{number % 28 + 1:02} 09:00:{number % 60:02},"
        f"{'' if number % 3 else f'2026-10-{number % 28 + 1:02} 10:00:00'},"
        f"{('email', 'phone', 'post')[number % 3]}\n"
        for number in range(first, first + count)
    )


def cases(history: History) -> list[Case]:
    columns = history.columns
    if columns is None:
        return list(history.cases)
    return [columns.case(row) for row in range(len(columns)) if not columns.left_out[row]]


def same(path: Path, column_map: ColumnMap | None = None, *, rows: int = 5_000) -> list[History]:
    """Return the pieces, which tell the same as the whole."""
    whole = load(path, column_map)
    pieces = list(load_pieces(path, column_map, rows=rows))
    assert cases(whole) == [case for piece in pieces for case in cases(piece)]
    assert whole.rows == sum(piece.rows for piece in pieces)
    assert whole.counts == sum((piece.counts for piece in pieces), Counter())
    assert whole.left_out == sum((piece.left_out for piece in pieces), Counter())
    assert whole.last_event == max(piece.last_event or 0 for piece in pieces)
    return pieces


def test_a_table_in_pieces_tells_the_same_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(HEAD + rows(20_000))
    assert len(same(path)) == 3


def test_a_broken_line_in_the_middle_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(HEAD + rows(9_000) + '9001,"broken\n' + rows(9_000, 9_002))
    pieces = same(path)
    told = [problem for piece in pieces for problem in piece.problems if problem.line]
    assert [(problem.line, problem.code) for problem in told] == [(9_002, "broken-line")]


def test_a_case_that_stands_far_above_counts_as_it_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(HEAD + rows(9_000) + "7,2026-12-01 09:00:00,,email\n" + rows(9_000, 9_001))
    pieces = list(load_pieces(path, None, rows=5_000))
    told = [case for piece in pieces for case in cases(piece)]
    assert len({case.id for case in told}) == len(told) == 18_000
    assert [(one.line, one.code) for piece in pieces for one in piece.problems] == [
        (9_002, "duplicate-case")
    ]


def test_a_log_whose_cases_stand_together_is_cut_between_them(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(
        "case,at,event\n"
        + "".join(
            f"c{number},2026-09-01T{hour:02}:00Z,{word}\n"
            for number in range(4_000)
            for hour, word in ((9, "opened"), (11, "reply"), (12, "resolved"))
        )
    )
    assert len(same(path, LOG)) == 2


def test_a_log_in_xes_is_cut_between_its_traces(tmp_path: Path) -> None:
    path = tmp_path / "log.xes"
    path.write_text(
        "<log>"
        + "".join(
            f'<trace><string key="concept:name" value="t{number}"/>'
            + "".join(
                f'<event><string key="concept:name" value="{word}"/>'
                f'<date key="time:timestamp" value="2026-09-01T{hour:02}:00:00Z"/></event>\n'
                for hour, word in ((9, "begin"), (11, "end"))
            )
            + "</trace>"
            for number in range(3_000)
        )
        + "</log>"
    )
    assert len(same(path, rows=2_000)) == 2


def test_a_log_whose_cases_do_not_stand_together_is_one_piece_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(
        "case,at,event\n"
        + "".join(
            f"c{number},2026-09-01T{hour:02}:00Z,{word}\n"
            for hour, word in ((9, "opened"), (11, "reply"), (12, "resolved"))
            for number in range(3_000)
        )
    )
    (piece,) = load_pieces(path, LOG, rows=1_000)
    assert len(piece) == 3_000
    assert [one.code for one in piece.problems] == ["not-together"]
    assert "all 9,000 are held in memory" in piece.problems[0].message


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peaks = []
    for count in (9_000, 27_000):
        path = tmp_path / f"{count}.csv"
        path.write_text(HEAD + rows(count))
        tracemalloc.start()
        assert sum(len(piece) for piece in load_pieces(path, None, rows=4_500)) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.3


@settings(max_examples=50)
@given(
    st.lists(
        st.lists(
            st.one_of(st.integers(0, 40).map(str), st.sampled_from(["007", "a", "b", "é", "-1"])),
            unique=True,
            max_size=12,
        ),
        max_size=30,
    )
)
def test_ids_seen_before_are_those_of_earlier_pieces(pieces: list[list[str]]) -> None:
    seen, before = SeenIds(), set[str]()
    for piece in pieces:
        assert seen.take(dict.fromkeys(piece)) == [one for one in piece if one in before]
        before.update(piece)


@pytest.mark.parametrize("name", ["none.csv", "empty.csv"])
def test_a_file_that_is_none_is_refused_as_ever(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.csv").write_text("")
    with pytest.raises(Exception, match=name):
        list(load_pieces(tmp_path / name, None))
