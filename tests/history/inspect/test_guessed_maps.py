"""The map of an export is guessed by its headings and by what stands below them."""

from pathlib import Path

import pytest

from goodword.history.column_map import Shape, read_column_map
from goodword.history.guess.map_text import map_text
from goodword.history.inspect import inspect
from goodword.history.load import load
from tests.history.inspect.invented import NOW
from tests.history.inspect.other_exports import (
    EXPORTS,
    activity_log,
    message_log,
    nested_lines,
    vehicle_log,
    write,
)


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_in_another_shape_or_language_is_read_right(tmp_path: Path, name: str) -> None:
    export = EXPORTS[name]
    found = inspect(write(tmp_path / "export.csv", export), now=NOW).column_map
    assert found is not None
    assert (dict(found.columns), found.due) == (export.columns, export.due)
    assert export.dates in (None, found.dates)


@pytest.mark.parametrize("name", EXPORTS)
def test_the_map_that_is_shown_reads_the_file(tmp_path: Path, name: str) -> None:
    export = EXPORTS[name]
    path = write(tmp_path / "export.csv", export)
    inspection = inspect(path, now=NOW)
    assert inspection.column_map is not None
    text = map_text(inspection.column_map, comments=inspection.guess.reasons)
    history = load(path, read_column_map(text, path="map.toml"))
    assert (len(history), history.rows) == (export.n, export.n)


def test_a_sub_status_that_tells_more_is_the_state(tmp_path: Path) -> None:
    found = inspect(vehicle_log(tmp_path / "log.csv"), now=NOW).column_map
    assert found is not None
    assert found.states is not None
    assert (found.shape, found.columns["state"]) == (Shape.EVENTS, "Sub Status")
    assert found.states.waiting == {"Wait - User"}
    assert found.states.resolved == {"Resolved"}
    assert found.states.closed == {"Closed"}


def test_activities_without_an_opening_are_states(tmp_path: Path) -> None:
    path = activity_log(tmp_path / "log.csv")
    found = inspect(path, now=NOW).column_map
    assert found is not None
    assert found.states is not None
    assert (found.columns["case"], found.columns["at"], found.columns["state"]) == (
        "Case ID",
        "Complete Timestamp",
        "Activity",
    )
    assert found.states.resolved == {"Resolve ticket"}
    assert len(load(path, found)) == 120


def test_messages_of_both_sides_are_events_with_their_actors(tmp_path: Path) -> None:
    found = inspect(message_log(tmp_path / "log.csv"), now=NOW).column_map
    assert found is not None
    assert found.values["event"]["Agent reply"] == "reply"
    assert found.values["actor"] == {"customer": "customer", "agent": "person"}


def test_a_column_inside_an_object_is_found(tmp_path: Path) -> None:
    found = inspect(nested_lines(tmp_path / "lines.jsonl"), now=NOW).column_map
    assert found is not None
    assert (found.columns["channel"], found.columns["resolved"]) == (
        "via.channel",
        "metric_set.solved_at",
    )


@pytest.mark.parametrize(
    ("rows", "first", "by"),
    [
        (["13/02/2026", "01/03/2026"], "%d/%m/%Y", "evidence"),
        (["02/13/2026", "03/01/2026"], "%m/%d/%Y", "evidence"),
        (["01/02/2026", "02/02/2026", "03/02/2026", "01/03/2026"], "%d/%m/%Y", "sequence"),
        (["02/01/2026", "02/02/2026", "02/03/2026", "03/01/2026"], "%m/%d/%Y", "sequence"),
        (["05/05/2026"], "%d/%m/%Y", "habit"),
    ],
    ids=["day by evidence", "month by evidence", "day by sequence", "month by sequence", "habit"],
)
def test_the_order_of_day_and_month_is_decided_by_what_is_there(
    tmp_path: Path, rows: list[str], first: str, by: str
) -> None:
    path = tmp_path / "export.csv"
    path.write_text("case,opened\n" + "".join(f"{n},{at}\n" for n, at in enumerate(rows)))
    inspection = inspect(path, now=NOW)
    assert inspection.column_map is not None
    assert (inspection.column_map.dates, inspection.guess.order.by) == ((first,), by)


def test_midnight_everywhere_is_read_as_no_time_of_day(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(
        "case,received,closed\n"
        + "".join(
            f"{n},2026-03-{n:02}T00:00:00.000,2026-04-{n:02}T00:00:00.000\n" for n in range(1, 29)
        )
    )
    found = inspect(path, now=NOW).column_map
    assert found is not None
    assert found.dates == ("%Y-%m-%dT00:00:00.000",)
    assert load(path, found).dates_only


def test_marks_of_nothing_known_go_into_the_map(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    rows = ["1,2026-03-01 10:00:00,?,NULL"] * 3 + ["2,2026-03-02 10:00:00,2026-03-03 09:00:00,Web"]
    path.write_text("id,created,resolved,channel\n" + "\n".join(rows) + "\n")
    found = inspect(path, now=NOW).column_map
    assert found is not None
    assert {"?", "NULL"} <= found.missing


def test_a_number_that_could_be_a_date_is_none_without_a_heading_that_says_so(
    tmp_path: Path,
) -> None:
    path = tmp_path / "export.csv"
    rows = [f"{1_512_345_678 + n},2026-03-{n:02} 10:00:00" for n in range(1, 29)]
    path.write_text("phone,created\n" + "\n".join(rows) + "\n")
    found = inspect(path, now=NOW).column_map
    assert found is not None
    assert found.columns["opened"] == "created"
