"""Each trap has an invented export in which it is found, and honest ones in which it is not."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from goodword.case.columns import NOTHING
from goodword.history.inspect import Inspection, inspect
from goodword.history.traps.shifted_zone import lunch_dip, shift_of
from goodword.history.traps.trap import CODES, Trap
from goodword.problem import Severity
from tests.history.inspect.invented import (
    NOW,
    OFFICE,
    ROUND_THE_CLOCK,
    SHOP,
    Row,
    honest,
    honest_times,
    rows_of,
    write,
)
from tests.history.inspect.trap_exports import TRAPS, in_utc, log, machine_closes, moved

DAYS = {"office": OFFICE, "shop": SHOP, "round the clock": ROUND_THE_CLOCK}
ROOT = Path(__file__).parents[3]


def looked_at(tmp_path: Path, rows: Sequence[Row], **options: str) -> Inspection:
    return inspect(write(tmp_path / "export.csv", rows), now=NOW, **options)  # type: ignore[arg-type]


def only(inspection: Inspection, code: str) -> Trap:
    return next(trap for trap in inspection.traps if trap.code == code)


@pytest.mark.parametrize("name", TRAPS)
def test_each_trap_is_found_in_its_export(tmp_path: Path, name: str) -> None:
    code, made = TRAPS[name]
    inspection = looked_at(tmp_path, made())
    found = [trap for trap in inspection.traps if trap.code == code]
    assert found, [trap.code for trap in inspection.traps]
    for trap in inspection.traps:
        assert trap.code in CODES
        assert "" not in (trap.message, trap.effect, trap.advice)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("n", [60, 1500])
def test_an_honest_export_holds_no_trap(tmp_path: Path, day: str, n: int) -> None:
    inspection = looked_at(tmp_path, honest(n, seed=n, day=DAYS[day]))
    assert ([trap.code for trap in inspection.traps], inspection.is_wrong) == ([], False)


def test_an_honest_log_holds_no_trap(tmp_path: Path) -> None:
    assert [trap.code for trap in looked_at(tmp_path, log()).traps] == []


@pytest.mark.parametrize("day", ["office", "shop"])
@pytest.mark.parametrize("hours", range(-11, 13))
def test_a_day_moved_by_more_than_two_hours_is_told_and_by_how_many(day: str, hours: int) -> None:
    chance = np.random.default_rng(hours + 20)
    profile = np.array(DAYS[day], float) / sum(DAYS[day])
    shift = shift_of(chance.multinomial(1200, np.roll(profile, hours)))
    if abs(hours) <= 2:
        assert shift is None
    elif shift is None:
        assert abs(hours) == 3
    else:
        assert abs((shift.hours - hours + 12) % 24 - 12) <= 1


def test_too_few_events_and_a_flat_day_tell_nothing_of_the_zone() -> None:
    moved_day = np.roll(np.array(OFFICE), 10)
    assert shift_of(np.full(24, 50)) is None
    assert shift_of(moved_day * 99 // sum(OFFICE)) is None
    assert shift_of(moved_day) is not None


def test_the_lunch_dip_is_found_where_it_is() -> None:
    half_hours = np.repeat(np.array(OFFICE), 2) * 4
    assert lunch_dip(half_hours) == 12.5
    assert lunch_dip(np.roll(half_hours, -4)) == 10.5
    assert lunch_dip(np.full(48, 300)) is None


def test_lunch_at_the_wrong_hour_gives_a_small_shift_away(tmp_path: Path) -> None:
    trap = only(looked_at(tmp_path, moved(-2, 3500)), "shifted-zone")
    assert (trap.severity, "10:30" in trap.message) == (Severity.WARNING, True)


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("Europe/Berlin", {"clock-changes"}),
        ("America/New_York", {"clock-changes", "shifted-zone"}),
        ("Australia/Sydney", {"clock-changes", "shifted-zone"}),
        ("Asia/Kolkata", {"shifted-zone"}),
    ],
)
def test_a_business_exported_in_utc_is_told_by_its_days(
    tmp_path: Path, zone: str, told: set[str]
) -> None:
    found = {trap.code for trap in looked_at(tmp_path, in_utc(zone)).traps}
    assert found & {"clock-changes", "shifted-zone"} == told


def test_utc_that_is_named_and_turned_to_the_business_zone_is_no_trap(tmp_path: Path) -> None:
    rows = in_utc("America/New_York")
    told = looked_at(tmp_path, rows, zone="UTC")
    assert {trap.severity for trap in told.traps} == {Severity.INFO}
    turned = looked_at(tmp_path, rows, zone="UTC", local="America/New_York")
    assert [trap.code for trap in turned.traps] == []


def test_times_that_name_utc_themselves_are_no_error(tmp_path: Path) -> None:
    rows = in_utc("America/Los_Angeles")
    for row in rows:
        for name in ("Created", "First reply", "Solved"):
            row[name] = f"{row[name].replace(' ', 'T')}Z" if row[name] else ""
    inspection = looked_at(tmp_path, rows)
    assert (inspection.is_wrong, only(inspection, "shifted-zone").severity) == (
        False,
        Severity.INFO,
    )


def test_the_rows_line_and_example_of_a_trap_are_those_of_the_file(tmp_path: Path) -> None:
    rows = honest(200)
    rows[41]["Solved"] = "2026-01-01 08:00:00"
    trap = only(looked_at(tmp_path, rows), "ends-before-start")
    opened = rows[41]["Created"]
    assert (trap.rows, trap.line, trap.column) == (1, 43, "Solved")
    assert trap.example == f"opened {opened}, ended 2026-01-01 08:00:00"


def test_an_end_in_the_repeated_hour_is_no_end_before_the_start(tmp_path: Path) -> None:
    rows = honest(120)
    rows[7] |= {
        "Created": "2026-10-25 01:50:00",
        "First reply": "2026-10-25 01:10:00",
        "Solved": "2026-10-25 01:20:00",
    }
    there = looked_at(tmp_path, rows, zone="Europe/London")
    assert "ends-before-start" not in {trap.code for trap in there.traps}
    nowhere = looked_at(tmp_path, rows)
    assert "ends-before-start" in {trap.code for trap in nowhere.traps}


def test_two_columns_in_two_zones_are_told_by_their_gap(tmp_path: Path) -> None:
    message = only(looked_at(tmp_path, TRAPS["two zones"][1]()), "ends-before-start").message
    assert "written in different zones" in message


def test_exchanged_columns_are_told_as_such(tmp_path: Path) -> None:
    rows = honest(200)
    for row in rows:
        row["Created"], row["Solved"] = row["Solved"] or row["Created"], row["Created"]
        row["First reply"] = ""
    inspection = looked_at(tmp_path, rows)
    trap = only(inspection, "ends-before-start")
    assert ("exchanged" in trap.message, trap.severity) == (True, Severity.ERROR)


def test_a_machine_that_closes_beside_a_resolution_is_only_worth_knowing(tmp_path: Path) -> None:
    rows = machine_closes()
    for row, plain in zip(rows, honest(), strict=True):
        row["Solved"] = plain["Solved"]
    inspection = looked_at(tmp_path, rows)
    trap = only(inspection, "automatic-closing")
    assert (trap.column, trap.severity, inspection.is_wrong) == ("Closed", Severity.INFO, False)


@pytest.mark.parametrize(("same", "told"), [(20, False), (40, True)])
def test_a_quarter_of_equal_spans_is_a_machine_and_a_fifth_is_not(
    tmp_path: Path, same: int, *, told: bool
) -> None:
    def mend(row: Row, number: int) -> Row:
        if number % 100 < same and row["First reply"]:
            replied = np.datetime64(row["First reply"].replace(" ", "T"))
            row["Solved"] = str(replied + np.timedelta64(3, "D")).replace("T", " ")
        return row

    rows = [mend(row, number) for number, row in enumerate(honest())]
    codes = {trap.code for trap in looked_at(tmp_path, rows).traps}
    assert ("automatic-closing" in codes) is told


def test_a_flag_beside_due_times_for_all_is_no_trap(tmp_path: Path) -> None:
    rows = TRAPS["a flag without promise"][1]()
    promised = [row for row in rows if row["Due date"]]
    assert [trap.code for trap in looked_at(tmp_path, promised).traps] == []
    trap = only(looked_at(tmp_path, rows), "verdict")
    assert trap.rows == len(rows) - len(promised)


def test_the_same_row_twice_and_the_same_id_with_other_content_are_told_apart(
    tmp_path: Path,
) -> None:
    trap = only(looked_at(tmp_path, TRAPS["duplicates"][1]()), "duplicate-ids")
    assert "25 word for word, 15 with other content" in trap.message


def test_events_that_share_their_time_are_told_with_the_newest_first(tmp_path: Path) -> None:
    rows = log()
    for row in rows:
        row["Event time"] = row["Event time"][:-9]
    first = looked_at(tmp_path, list(reversed(rows)))
    warned = [trap for trap in first.traps if trap.code == "events-out-of-order"]
    assert [trap.severity for trap in warned] == [Severity.WARNING, Severity.INFO]


def test_open_cases_on_the_day_of_the_export_are_no_survivors(tmp_path: Path) -> None:
    rows = [row for row in honest(4000) if row["Solved"]]
    late = rows_of(
        [
            {"Created": datetime(2026, 9, 1, 10), "First reply": None, "Solved": None},  # noqa: DTZ001
        ]
    )
    late[0]["Ticket"] = "T-1"
    codes = {trap.code for trap in looked_at(tmp_path, [*rows, *late]).traps}
    assert "survivors" not in codes


def test_a_fortnight_of_holidays_in_a_small_practice_is_no_gap(tmp_path: Path) -> None:
    start, end = datetime(2026, 4, 6), datetime(2026, 4, 13)  # noqa: DTZ001
    times = [one for one in honest_times(80) if not start <= (one["Created"] or start) < end]
    assert "gap" not in {trap.code for trap in looked_at(tmp_path, rows_of(times)).traps}


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (lambda row: row | {"Type": "Blood test"}, set()),
        (lambda row: row | {"Type": "Spam"}, {"no-cases"}),
    ],
    ids=["blood test", "spam"],
)
def test_a_kind_may_end_in_test_and_is_a_case(
    tmp_path: Path, change: Callable[[Row], Row], codes: set[str]
) -> None:
    rows = honest()
    mended = [change(row) if number % 7 == 0 else row for number, row in enumerate(rows)]
    assert {trap.code for trap in looked_at(tmp_path, mended).traps} == codes


def test_nothing_stands_for_no_date_in_arithmetic() -> None:
    assert NOTHING < -(2**62)


def test_every_trap_has_its_place_in_the_documentation() -> None:
    page = (ROOT / "docs" / "reference" / "traps.md").read_text("utf-8")
    assert [code for code in CODES if f"## {code}\n" not in page] == []
