from datetime import datetime
from pathlib import Path

from goodword.history.column_map import read_column_map
from goodword.history.load import load
from goodword.replay.recorded import Recorded, count_recorded

EXPORT = Path(__file__).parent / "exports" / "promised-elsewhere.csv"
MAP = """
zone = "UTC"
[columns]
case = "id"
opened = "opened"
resolved = "closed"
channel = "source"
[recorded]
due = "target"
done = "closed"
[own]
source = ["us"]
"""


def recorded(at: str) -> Recorded | None:
    columns = load(EXPORT, read_column_map(MAP, path="map.toml")).columns
    assert columns is not None
    return count_recorded(columns, at=int(datetime.fromisoformat(at).timestamp()))


def test_another_systems_record_counts_all_cases_with_a_due_time_our_own_work_too() -> None:
    expected = Recorded(n=6, kept=3, broken_closed=1, broken_open=1, open=1, without_promise=2)
    assert expected == recorded("2026-09-10T00:00Z")


def test_at_an_earlier_day_later_cases_do_not_exist_and_later_closings_have_not_happened() -> None:
    expected = Recorded(n=4, kept=1, broken_closed=0, broken_open=1, open=2, without_promise=1)
    assert expected == recorded("2026-09-02T12:00:01Z")


def test_exactly_at_the_recorded_due_time_is_kept_and_open_until_then() -> None:
    expected = Recorded(n=4, kept=1, broken_closed=0, broken_open=0, open=3, without_promise=1)
    assert expected == recorded("2026-09-02T12:00:00Z")


def test_a_history_without_a_due_column_has_no_record() -> None:
    text = MAP[: MAP.index("[recorded]")]
    columns = load(EXPORT, read_column_map(text, path="map.toml")).columns
    assert columns is not None
    assert count_recorded(columns, at=0) is None


def test_what_happens_at_the_instant_of_judgment_itself_has_happened() -> None:
    expected = Recorded(n=5, kept=3, broken_closed=1, broken_open=0, open=1, without_promise=1)
    assert expected == recorded("2026-09-03T12:00:00Z")
