from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from goodword.case.columns import NOTHING
from goodword.case.event import Actor, EventKind
from goodword.errors import UnreadableFileError
from goodword.history.column_map import read_column_map
from goodword.history.history import History
from goodword.history.load import load
from goodword.problem import Severity

EXPORTS = Path(__file__).parent / "exports"
MAPS = Path(__file__).parents[2] / "examples" / "maps"


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def helpdesk() -> History:
    path = MAPS / "riverside-helpdesk.toml"
    return load(EXPORTS / "helpdesk.csv", read_column_map(path.read_text("utf-8"), path=path.name))


def own_names(name: str, zone: str = "Australia/Melbourne") -> History:
    return load(EXPORTS / name, None, zone=zone)


def problems_by_line(history: History) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.code) for problem in history.problems]


def test_a_column_map_says_what_the_columns_of_an_export_mean() -> None:
    columns = helpdesk().columns
    assert columns is not None
    case = columns.case(0)
    expected = [
        (at("2026-09-01T09:00+10:00"), EventKind.OPENED, Actor.CUSTOMER),
        (at("2026-09-01T10:30+10:00"), EventKind.REPLY, Actor.PERSON),
        (at("2026-09-02T12:00+10:00"), EventKind.RESOLVED, Actor.PERSON),
        (at("2026-09-07T12:00+10:00"), EventKind.CLOSED, Actor.SYSTEM),
    ]
    assert expected == [(event.at, event.kind, event.actor) for event in case.events]
    assert (
        case.id,
        case.channel,
        case.kind,
        case.priority,
    ) == ("7", "email", "billing_question", "priority_1")


def test_missing_markers_and_empty_fields_are_nothing() -> None:
    columns = helpdesk().columns
    assert columns is not None
    assert list(columns.instants["acknowledged"]) == [NOTHING] * 4
    assert columns.priority.of(1) is None


def test_the_organisations_own_work_is_read_but_left_out() -> None:
    assert Counter(own_work=1) == helpdesk().left_out


def test_a_date_with_its_own_offset_keeps_it() -> None:
    columns = helpdesk().columns
    assert columns is not None
    assert at("2026-09-02T23:00+00:00") == columns.opened[3]


def test_the_last_event_is_the_latest_of_all_but_due_times() -> None:
    assert at("2026-09-07T12:00+10:00") == helpdesk().last_event


def test_broken_lines_are_named_and_the_others_are_read() -> None:
    history = own_names("broken-rows.csv")
    expected = [
        (3, "no-such-date"),
        (4, "ends-before-start"),
        (5, "broken-line"),
        (6, "missing-case-id"),
        (7, "unreadable-date"),
        (8, "date-out-of-range"),
        (9, "duplicate-case"),
        (10, "broken-line"),
        (12, "missing-start"),
    ]
    assert expected == problems_by_line(history)
    assert history.columns is not None
    assert history.columns.ids == ("1", "3", "6", "7", "10", "12", "13", "14")


def test_every_problem_of_a_row_names_file_line_and_column_and_what_was_understood() -> None:
    first = own_names("broken-rows.csv").problems[0]
    assert (
        f'{EXPORTS / "broken-rows.csv"} line 3, column "opened"',
        Severity.WARNING,
        'There is no such date as "2026-02-30 09:00:00".',
    ) == (first.place, first.severity, first.message)
    assert all(problem.understood for problem in own_names("broken-rows.csv").problems)


def test_a_case_whose_dates_cannot_be_trusted_is_left_out_not_counted_as_open() -> None:
    expected = Counter(ends_before_start=1, unreadable_date=2)
    assert expected == own_names("broken-rows.csv").left_out


def test_of_a_case_that_stands_twice_the_later_line_counts() -> None:
    columns = own_names("broken-rows.csv").columns
    assert columns is not None
    assert at("2026-09-01T11:00+10:00") == columns.instants["resolved"][0]


def test_mixed_up_columns_are_refused_with_the_place_and_the_next_step() -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        own_names("mixed-up.csv")
    assert refusal.value.message.endswith(
        'line 2, column "opened": "email" is not a date in the map\'s formats. '
        "So it is with 3 of 3 values there."
    )
    assert refusal.value.hint.startswith("Are the columns mixed up")


def test_exchanged_beginnings_and_ends_are_refused() -> None:
    with pytest.raises(UnreadableFileError, match="6 of 6 cases end before they begin"):
        own_names("exchanged.csv")


def test_a_time_that_the_clocks_skip_is_read_with_the_offset_before_the_change() -> None:
    columns = own_names("clock-change.csv", "America/New_York").columns
    assert columns is not None
    assert at("2026-03-08T03:30:00-04:00") == columns.instants["resolved"][0]


def test_a_time_that_happens_twice_is_its_first_occurrence() -> None:
    columns = own_names("clock-change.csv", "America/New_York").columns
    assert columns is not None
    assert at("2026-11-01T01:30:00-04:00") == columns.instants["resolved"][1]


def test_a_time_that_happens_twice_is_its_second_occurrence_where_the_first_cannot_be() -> None:
    columns = own_names("clock-change.csv", "America/New_York").columns
    assert columns is not None
    assert at("2026-11-01T01:10:00-05:00") == columns.instants["resolved"][2]


def test_clock_changes_are_told() -> None:
    told = [
        (problem.column, problem.message)
        for problem in own_names("clock-change.csv", "America/New_York").problems
    ]
    expected = [
        (
            "opened",
            "0 local times were skipped by a clock change, 1 happened twice.",
        ),
        (
            "resolved",
            "1 local times were skipped by a clock change, 2 happened twice.",
        ),
    ]
    assert expected == told


def test_dates_without_a_time_are_told_and_a_due_date_means_its_whole_day(tmp_path: Path) -> None:
    export = tmp_path / "dates.csv"
    export.write_text("case,opened,resolved,due\n1,2026-09-01,2026-09-03,2026-09-03\n")
    history = load(export, None, zone="Australia/Melbourne")
    assert history.dates_only
    assert [problem.code for problem in history.problems] == ["dates-without-time"] * 3
    columns = history.columns
    assert columns is not None
    assert columns.due is not None
    assert (at("2026-09-01T00:00+10:00"), at("2026-09-03T23:59:59+10:00")) == (
        columns.opened[0],
        columns.due[0],
    )


def test_an_export_without_a_case_number_counts_each_line_as_a_case(tmp_path: Path) -> None:
    export = tmp_path / "letters.csv"
    export.write_text("day\n2026-09-01\n2026-09-01\n")
    column_map = read_column_map('[columns]\ncase = "#line"\nopened = "day"\n', path="letters.toml")
    history = load(export, column_map)
    assert history.columns is not None
    assert history.columns.ids == ("2", "3")


def test_a_missing_heading_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    export = tmp_path / "cases.csv"
    export.write_text("case_id,opened_at\n1,2026-09-01\n")
    column_map = read_column_map(
        '[columns]\ncase = "case_id"\nopened = "opened_dt"\n', path="my.toml"
    )
    with pytest.raises(UnreadableFileError) as refusal:
        load(export, column_map)
    assert refusal.value.hint == 'Is "opened_at" meant?'
    assert 'there is no column "opened_dt", which my.toml names' in refusal.value.message


def test_headings_that_are_not_ours_need_a_map(tmp_path: Path) -> None:
    export = tmp_path / "cases.csv"
    export.write_text("a,b\n1,2\n")
    with pytest.raises(UnreadableFileError, match="--map"):
        load(export, None)


def test_all_problems_are_counted_and_the_first_hundred_of_a_kind_are_kept(tmp_path: Path) -> None:
    export = tmp_path / "cases.csv"
    rows = [
        f"{number},2026-09-01 09:00:00,{'late' if number % 3 == 0 else ''}" for number in range(900)
    ]
    rows += [f"x{number},2026-09-01 09:00:00,2026-09-02 09:00:00" for number in range(900)]
    export.write_text("\n".join(["case,opened,resolved", *sorted(rows, reverse=True)]))
    history = load(export, None)
    assert Counter({"unreadable-date": 300}) == history.counts
    assert len(history.problems) == 100


def test_a_history_may_tell_whose_place_a_case_is(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("case,opened,place\n1,2026-09-01,Northgate\n2,2026-09-01,\n")
    columns = load(table, None).columns
    assert columns is not None
    assert columns.place is not None
    assert [columns.place.of(row) for row in range(2)] == ["northgate", None]
    log = tmp_path / "log.jsonl"
    log.write_text('{"case": "1", "at": "2026-09-01", "event": "opened", "place": "Northgate"}\n')
    for case in (columns.case(0), load(log, None).cases[0]):
        assert case.events[0].facts == {"place": "northgate"}


def test_a_history_that_tells_no_place_has_no_such_column() -> None:
    columns = helpdesk().columns
    assert columns is not None
    assert columns.place is None
