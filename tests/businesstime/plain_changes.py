"""Every change of a zone's clock, and questions around it that the plain count answers too."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from goodword.businesstime.arithmetic import add, elapsed, next_open
from goodword.businesstime.openings import Openings, compile_openings
from goodword.policy.hours import ALWAYS_OPEN_WEEK, Hours, Interval
from tests.businesstime.plain_openings import PlainOpenings, every_day

HOUR = 3_600
DAY = 24 * HOUR
# A day that the zone skips or repeats is the longest of changes; the answers lie within a week.
REACH = 7


@lru_cache
def changes_of(name: str, first_year: int, last_year: int) -> tuple[int, ...]:
    """Return the instants at which a zone's offset changes in these years, both included."""
    zone = ZoneInfo(name)

    def offset(instant: int) -> object:
        return datetime.fromtimestamp(instant, zone).utcoffset()

    found = []
    # Some zones changed twice within a month (Ramadan), none within half a day.
    step = 12 * HOUR
    here = round(datetime(first_year, 1, 1, tzinfo=UTC).timestamp())
    end = round(datetime(last_year + 1, 1, 1, tzinfo=UTC).timestamp())
    while here < end:
        if offset(here) != offset(here + step):
            low, high = here, here + step
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset(middle) == offset(low) else (low, middle)
            found.append(high)
        here += step
    return tuple(found)


def hours_around(name: str, change: int) -> Iterator[Hours]:
    """Yield hours by day, by night, around the clock, and with edges in what is skipped or double.

    The last two open, and close, in the middle of the local times that the change leaves out or
    brings twice.
    """
    before, after = (datetime.fromtimestamp(at, ZoneInfo(name)) for at in (change - 60, change))
    skipped = before.hour * 60 + before.minute + 1
    middle = (skipped + after.hour * 60 + after.minute) // 2 % 1440
    yield Hours(name, every_day(Interval(9 * 60, 17 * 60)))
    yield Hours(name, every_day(Interval(22 * 60, 6 * 60)))
    yield Hours(name, ALWAYS_OPEN_WEEK)
    yield Hours(name, every_day(Interval(middle, (middle + 180) % 1440 or 1440)))
    yield Hours(name, every_day(Interval((middle - 180) % 1440, middle or 1440)))


def disagreements(name: str, change: int) -> tuple[int, list[str]]:
    """Return how many questions around a change were asked, and where the answers differ."""
    asked, wrong = 0, []
    on = date.fromordinal(change // DAY + 719_163)
    for hours in hours_around(name, change):
        plain = PlainOpenings(hours, on, REACH)
        openings = compile_openings(hours, change - REACH * DAY, change + REACH * DAY)
        for question, expected, answer in _answers(plain, openings, change):
            asked += 1
            if expected != answer:
                start, end = hours.week[0][0].seconds
                wrong.append(f"{name} {change} {start}-{end} {question}: {expected}, not {answer}")
    return asked, wrong


def _answers(
    plain: PlainOpenings, openings: Openings, change: int
) -> Iterator[tuple[str, int, int]]:
    far, near = change - 30 * HOUR, change - 40 * 60
    for start, end in (
        (far, near),
        (near, change),
        (near, change + 40 * 60),
        (change, change + 5 * HOUR),
        (change + 3 * HOUR, near),
        (far, change + 30 * HOUR),
    ):
        question = f"elapsed {start - change} {end - change}"
        yield question, plain.elapsed(start, end), elapsed(openings, start, end)
    for start, amount in (
        (far, 4 * HOUR),
        (near, 0),
        (near, 30 * 60),
        (near, 2 * HOUR),
        (change, 1),
        (change, -1),
        (change, -2 * HOUR),
        (change + 30 * HOUR, -5 * HOUR),
    ):
        question = f"add {start - change} {amount}"
        yield question, plain.add(start, amount), add(openings, start, amount)
    yield "next_open", plain.add(change, 0), next_open(openings, change)
