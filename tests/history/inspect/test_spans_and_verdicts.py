"""Columns that say how long something took, or whether it was in time, are known for it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from goodword.case.own_figures import Measure
from goodword.history.column_map import ColumnMap, read_column_map
from goodword.history.guess.map_text import map_text
from goodword.history.inspect import Inspection, inspect
from goodword.history.map_fields import Met, Took, Unit
from tests.history.inspect.invented import NOW
from tests.history.inspect.other_exports import Made, made


@pytest.fixture
def looked_at(tmp_path: Path) -> Callable[..., Inspection]:
    """Return the inspection of invented cases, whose rows are made so."""

    def inspected(heading: str, row: Callable[[Made], str], n: int = 150) -> Inspection:
        path = tmp_path / "export.csv"
        path.write_text("\n".join([heading, *map(row, made(n))]), "utf-8")
        return inspect(path, now=NOW)

    return inspected


def map_of(inspection: Inspection) -> ColumnMap:
    assert inspection.column_map is not None
    text = map_text(inspection.column_map, comments=inspection.guess.reasons)
    written = read_column_map(text, path="map.toml")
    for name in ("columns", "after", "took", "met", "missing"):
        assert getattr(written, name) == getattr(inspection.column_map, name)
    return written


def open_minutes(one: Made) -> int:
    """Return the minutes from nine to five, Monday to Friday, until a case was solved."""
    assert one.solved is not None
    at, minutes = one.opened.replace(second=0), 0
    while at < one.solved.replace(second=0):
        minutes += at.weekday() < 5 and 9 <= at.hour < 17
        at += timedelta(minutes=1)
    return minutes


def solved(one: Made) -> str:
    return one.text(one.solved, "%Y-%m-%d %H:%M") if one.solved else ""


def test_own_working_time_and_verdicts_are_laid_beside(
    looked_at: Callable[..., Inspection],
) -> None:
    def row(one: Made) -> str:
        took = open_minutes(one) if one.solved else ""
        met = "" if one.solved is None else "Yes" if one.number % 9 else "No"
        return f"C{one.number},{one.text(one.opened)},{solved(one)},{took},{met}"

    heading = "Case ID,Created,Resolved,Working minutes to resolution,SLA met"
    found = map_of(looked_at(heading, row, 30))
    assert found.took == {
        "resolved": Took("Working minutes to resolution", Unit.MINUTES, Measure.WORKING)
    }
    assert found.met == {"resolved": Met("SLA met", frozenset({"Yes"}), frozenset({"No"}))}


def test_time_as_the_clock_runs_tells_nothing_new(looked_at: Callable[..., Inspection]) -> None:
    def row(one: Made) -> str:
        took = (one.solved - one.opened).total_seconds() / 3600 if one.solved else ""
        return f"C{one.number},{one.text(one.opened)},{one.text(one.solved)},{took}"

    inspection = looked_at("Case ID,Created,Resolved,Resolution time (hours)", row)
    assert map_of(inspection).took == {}
    assert "as the clock runs" in inspection.guess.reasons["Resolution time (hours)"]


def test_a_span_tells_what_no_date_does(looked_at: Callable[..., Inspection]) -> None:
    found = map_of(
        looked_at(
            "Call Id,Date,Time,Speed of answer in seconds,AvgTalkDuration",
            lambda one: (
                f"{one.number},{one.opened:%Y-%m-%d},{one.opened:%H:%M:%S},{one.number % 90},"
                f"00:{one.number % 7:02}:{one.number % 60:02}"
            ),
        )
    )
    assert found.columns["opened"] == "Date + Time"
    assert found.after == {"answered": ("Speed of answer in seconds", Unit.SECONDS)}


def test_midnight_beside_other_times_stands_for_none(looked_at: Callable[..., Inspection]) -> None:
    def row(one: Made) -> str:
        answered = one.later(seconds=40) if one.number % 4 else None
        at = f"{answered:%H:%M:%S}" if answered else "0:00:00"
        return f"{one.number},{one.opened:%y%m%d},{one.opened:%H:%M:%S},{at}"

    found = map_of(looked_at("call_id,date,q_start,ser_start", row))
    assert found.columns["answered"] == "date + ser_start"
    assert "0:00:00" in found.missing


def test_rows_of_events_in_unknown_words_are_no_cases(
    looked_at: Callable[..., Inspection],
) -> None:
    inspection = looked_at(
        "id,ticket_id,metric,type,time",
        lambda one: "\n".join(
            f"{3 * one.number + n},{one.number},reply_time,{word},{one.later(hours=n)}"
            for n, word in enumerate(("activate", "apply_sla", "fulfill"))
        ),
    )
    assert [trap.code for trap in inspection.traps if trap.column == "ticket_id"] == [
        "rows-of-events"
    ]
    assert inspection.is_wrong


def test_without_an_opening_there_is_no_map(looked_at: Callable[..., Inspection]) -> None:
    inspection = looked_at(
        "Ticket ID,Date of Purchase,First Response Time,Time to Resolution",
        lambda one: f"{one.number},2024-03-0{one.number % 9 + 1},{one.replied or ''},{one.solved}",
    )
    assert inspection.column_map is None
