"""The real histories, recomputed with nothing but the csv module and their own flags."""

import csv
import gzip
import os
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from goodword.case.event import EventKind
from goodword.history.column_map import read_column_map
from goodword.history.history import History
from goodword.history.load import load
from goodword.replay.recorded import Recorded, count_recorded

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("GOODWORD_DATA") or ROOT.parent / "shared" / "data")
MAPS = ROOT / "examples" / "maps"
BOSTON = "boston-311-2011q3.csv.gz"
SERVICENOW = "servicenow-incidents-to-2016-04.csv.gz"
CFPB = "cfpb-complaints-sample.csv.gz"

pytestmark = pytest.mark.history


def real(name: str) -> Path:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the real history {name} is not in {DATA}; GOODWORD_DATA names its folder")
    return path


@cache
def history(name: str, map_name: str) -> History:
    path = MAPS / map_name
    return load(real(name), read_column_map(path.read_text("utf-8"), path=path.name))


def rows(name: str) -> list[dict[str, str]]:
    with gzip.open(real(name), "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def recorded(instant: int | None = None) -> Recorded:
    read = history(BOSTON, "boston-311.toml")
    assert read.columns is not None
    assert read.last_event is not None
    found = count_recorded(read.columns, at=read.last_event if instant is None else instant)
    assert found is not None
    return found


def test_bostons_record_agrees_with_closed_before_target_on_every_case() -> None:
    counts: Counter[str] = Counter()
    last = max(max(row["open_dt"], row["closed_dt"]) for row in rows(BOSTON))
    for row in rows(BOSTON):
        target, closed = row["target_dt"], row["closed_dt"]
        if not target:
            counts["without_promise"] += 1
        elif closed:
            counts["kept" if closed <= target else "broken_closed"] += 1
        else:
            counts["broken_open" if target < last else "open"] += 1
    judged = counts["kept"] + counts["broken_closed"] + counts["broken_open"] + counts["open"]
    assert (
        Recorded(
            n=judged,
            kept=counts["kept"],
            broken_closed=counts["broken_closed"],
            broken_open=counts["broken_open"],
            open=counts["open"],
            without_promise=counts["without_promise"],
        )
        == recorded()
    )


def test_bostons_record_agrees_with_the_citys_flag_on_every_closed_case_that_carries_one() -> None:
    columns = history(BOSTON, "boston-311.toml").columns
    assert columns is not None
    assert columns.due is not None
    assert columns.done is not None
    place = {case_id: row for row, case_id in enumerate(columns.ids)}
    compared = 0
    for row in rows(BOSTON):
        if row["target_dt"] and row["closed_dt"] and row["ontime"]:
            mine = place[row["case_enquiry_id"]]
            kept = columns.done[mine] <= columns.due[mine]
            assert (row["ontime"] == "ONTIME") == kept
            compared += 1
    assert compared == 25_101


def test_bostons_record_of_one_day_knows_nothing_later() -> None:
    zone = ZoneInfo("America/New_York")
    instant = int(datetime(2011, 10, 1, tzinfo=zone).timestamp())
    day = "2011-10-01 00:00:00"
    counts: Counter[str] = Counter()
    for row in rows(BOSTON):
        target, closed = row["target_dt"], row["closed_dt"]
        if row["open_dt"] > day:
            continue
        if not target:
            counts["without_promise"] += 1
        elif closed and closed <= day:
            counts["kept" if closed <= target else "broken_closed"] += 1
        else:
            counts["broken_open" if target < day else "open"] += 1
    found = recorded(instant)
    assert counts == Counter(
        kept=found.kept,
        broken_closed=found.broken_closed,
        broken_open=found.broken_open,
        open=found.open,
        without_promise=found.without_promise,
    )
    assert found.n == found.kept + found.broken_closed + found.broken_open + found.open


def test_the_citys_own_work_is_left_out_of_promises() -> None:
    expected = sum(
        row["source"] in {"Employee Generated", "Maximo Integration"} for row in rows(BOSTON)
    )
    assert Counter(own_work=expected) == history(BOSTON, "boston-311.toml").left_out


def test_servicenows_automatic_closing_is_no_resolution() -> None:
    told = history(SERVICENOW, "servicenow.toml")
    last = {row["number"]: row for row in rows(SERVICENOW)}
    resolved = {
        case.id: [event.at for event in case.events if event.kind is EventKind.RESOLVED]
        for case in told.cases
    }
    utc = ZoneInfo("UTC")
    compared = 0
    for number, row in last.items():
        if number in resolved and row["resolved_at"] != "?":
            expected = datetime.strptime(row["resolved_at"], "%d/%m/%Y %H:%M").replace(tzinfo=utc)
            assert resolved[number][-1] == int(expected.timestamp())
            compared += 1
    assert compared > 15_000
    assert len(last) == len(told.cases) + told.left_out["ends_before_start"]


def test_servicenows_waiting_states_pause_and_end() -> None:
    for case in history(SERVICENOW, "servicenow.toml").cases:
        waits = [
            event.kind
            for event in case.events
            if event.kind in {EventKind.WAITING, EventKind.RESUMED}
        ]
        assert waits[::2] == [EventKind.WAITING] * len(waits[::2])
        assert waits[1::2] == [EventKind.RESUMED] * len(waits[1::2])


def test_the_bureaus_dates_have_no_time_and_six_rows_go_backwards() -> None:
    read = history(CFPB, "cfpb.toml")
    assert (True, Counter(ends_before_start=6)) == (read.dates_only, read.left_out)
    assert (read.rows, read.counts["ends-before-start"]) == (3186, 6)
