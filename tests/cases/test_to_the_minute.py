"""Explanations on pages are of full minutes, where these tell the same."""

from dataclasses import replace

import pytest

from goodword.businesstime.openings import compile_openings
from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.clock.clock import Clock, Outcome
from goodword.clock.run import run_clock
from goodword.document.read import read
from goodword.policy.promise import Promise
from goodword_web.cases.queries import _to_the_minute

# Monday 7 September 2026, 09:00 in Melbourne.
NINE = 1_788_735_600
POLICY = read(
    "# P\n\nAll times are Melbourne time. We are open Monday to Friday, 9am to 5pm.\n\n"
    "We reply to every email within 4 working hours.\n"
).policy


def clock_at(at: int, *, opened: int = NINE) -> Clock:
    (promise,) = POLICY.of_kind(Promise)
    assert POLICY.hours is not None
    openings = compile_openings(POLICY.hours, NINE - 86_400, NINE + 30 * 86_400)
    case = Case("1", (Event(opened, 0, EventKind.OPENED, Actor.CUSTOMER),), channel="email")
    clock = run_clock(promise, POLICY, openings, case, at=at)
    assert clock is not None
    return clock


@pytest.mark.parametrize(
    ("at", "shown"),
    [(NINE + 3607, NINE + 3600), (NINE + 3600, NINE + 3600), (NINE + 15_000, NINE + 15_000)],
    ids=["seconds-after", "full", "late"],
)
def test_the_present_is_told_to_the_minute(at: int, shown: int) -> None:
    clock = clock_at(at)
    assert _to_the_minute(clock) == replace(clock, at=shown)


@pytest.mark.parametrize(
    ("at", "opened", "outcome"),
    [
        (NINE + 4 * 3600 + 7, NINE, Outcome.BROKEN_OPEN),
        (NINE + 67, NINE + 65, Outcome.OPEN),
    ],
    ids=["just-due", "just-begun"],
)
def test_what_changed_within_the_minute_is_told_to_the_second(
    at: int, opened: int, outcome: Outcome
) -> None:
    clock = clock_at(at, opened=opened)
    assert clock.outcome is outcome
    assert _to_the_minute(clock) is clock
