"""Resolution clocks against a count of minute after minute, and of day after day."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.clock.clock import Outcome
from goodword.policy.promise import Metric
from goodword.policy.quantity import Counting, Duration, Unit
from tests.clock.clock_cases import ZONE, promise, running

START = datetime(2026, 9, 7, 10, 0, tzinfo=ZoneInfo(ZONE))
BEGIN = int(START.timestamp())
TURNS = (
    EventKind.WAITING,
    EventKind.WAITING,
    EventKind.RESUMED,
    EventKind.CUSTOMER_MESSAGE,
    EventKind.RESOLVED,
    EventKind.REOPENED,
    EventKind.REPLY,
)
JUDGED_AT = 12 * 1440
MINUTES = 30 * 1440


def events_of(random: Random) -> list[tuple[int, EventKind]]:
    """Return the turns of a case by the minute in which they came, in order."""
    minute, found = 0, []
    for _ in range(random.randint(0, 9)):
        minute += random.choice((0, 1, 15, 60, 200, 480, 900, 1440, 2000))
        found.append((minute, random.choice(TURNS)))
    return [turn for turn in found if turn[0] <= JUDGED_AT]


class Stepped:
    """A case stepped through minute by minute: what stood still, and when it was resolved."""

    def __init__(self, turns: list[tuple[int, EventKind]]) -> None:
        self.still: list[bool] = []
        self.resolved_at: int | None = None
        waiting, coming = False, list(turns)
        for minute in range(MINUTES):
            while coming and coming[0][0] == minute:
                kind = coming.pop(0)[1]
                if kind is EventKind.WAITING:
                    waiting = waiting or self.resolved_at is None
                elif kind is not EventKind.REPLY:
                    waiting = False
                if kind is EventKind.RESOLVED and self.resolved_at is None:
                    self.resolved_at = minute
                elif kind is EventKind.REOPENED:
                    self.resolved_at = None
            self.still.append(waiting or self.resolved_at is not None)
        self.waits_on = waiting
        if self.resolved_at is not None:
            # What comes after it is resolved changes nothing about when it was due.
            self.still[self.resolved_at :] = [False] * (MINUTES - self.resolved_at)

    def due_of_minutes(self, limit: int) -> int | None:
        """Return the minute at which so many open ones have run; None while it stands still."""
        left = limit
        for minute, still in enumerate(self.still):
            if not still and OPEN[minute]:
                left -= 1
                if left == 0:
                    return minute + 1
        return None

    def due_of_days(self, limit: int) -> int | None:
        """Return the closing of the last of so many working days that closed while it ran."""
        left = limit
        for days in range(1, MINUTES // 1440):
            day = START.date() + timedelta(days=days)
            closing = datetime.combine(day, time(17), START.tzinfo)
            minute = (int(closing.timestamp()) - BEGIN) // 60
            if not is_working_day(day) or minute >= MINUTES or self._inside_a_pause(minute):
                continue
            left -= 1
            if left == 0:
                return minute
        return None

    def _inside_a_pause(self, minute: int) -> bool:
        """Whether it stood still both just before and just after."""
        return self.still[minute - 1] and self.still[minute]


def is_working_day(day: date) -> bool:
    """Whether we open: 25 September 2026, before the Grand Final, is a holiday in Victoria."""
    return day.weekday() < 5 and day != date(2026, 9, 25)


def is_open(minute: int) -> bool:
    local = (START.astimezone(UTC) + timedelta(minutes=minute)).astimezone(START.tzinfo)
    return is_working_day(local.date()) and 9 <= local.hour < 17


OPEN = [is_open(minute) for minute in range(MINUTES)]


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(["minutes", "days"]))
def test_a_resolution_clock_is_what_stepping_through_the_case_counts(seed: int, unit: str) -> None:
    random = Random(seed)  # noqa: S311
    turns = events_of(random)
    stepped = Stepped(turns)
    if unit == "minutes":
        amount = random.randint(1, 1500)
        limit = Duration(amount, Unit.MINUTE, Counting.WORKING)
        due = stepped.due_of_minutes(amount)
    else:
        amount = random.randint(1, 5)
        limit = Duration(amount, Unit.DAY, Counting.WORKING)
        due = stepped.due_of_days(amount)
    opened = Event(BEGIN, 0, EventKind.OPENED, Actor.CUSTOMER)
    later = (
        Event(BEGIN + 60 * minute, seq, kind, Actor.PERSON)
        for seq, (minute, kind) in enumerate(turns, start=1)
    )
    at = (START.astimezone(UTC) + timedelta(minutes=JUDGED_AT)).astimezone(START.tzinfo)
    found = running(
        promise(Metric.RESOLUTION, limit),
        Case("1", (opened, *later), "email"),
        f"{at:%Y-%m-%d %H:%M}",
        pauses=True,
    )
    done = stepped.resolved_at
    assert (found.due is None, found.done_at) == (
        due is None,
        None if done is None else BEGIN + 60 * done,
    )
    if due is not None:
        assert found.due == BEGIN + 60 * due
    late = due is not None and (JUDGED_AT if done is None else done) > due
    if done is None:
        assert found.outcome is (Outcome.BROKEN_OPEN if late else Outcome.OPEN)
    else:
        assert found.outcome is (Outcome.BROKEN_CLOSED if late else Outcome.KEPT)
