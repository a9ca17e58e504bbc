"""The way from the start of a promise to its due time, step by step."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from goodword.businesstime.arithmetic import is_open, next_open
from goodword.businesstime.openings import Openings, covering
from goodword.businesstime.workdays import last_closing
from goodword.businesstime.zone import instant_of, local_date
from goodword.clock.clock import Pause
from goodword.policy.quantity import Anchor, Counting, Limit


@dataclass(frozen=True, slots=True)
class Step:
    """From `start` to `end` the clock did what `code` says.

    `counted` open (or clock) seconds; `closed`; `holiday`, closed dates with their names; `paused`,
    where `name` is the reason; `day`, a working day that was counted as the `number`th.
    """

    code: str
    start: int
    end: int
    number: int = 0
    name: str = ""


def steps(
    limit: Limit, openings: Openings, start: int, until: int, pauses: Sequence[Pause]
) -> tuple[Step, ...]:
    """Return the steps from `start` until the due time (or until now, while paused)."""
    ended = [pause for pause in pauses if pause.start < until]
    if isinstance(limit, Anchor):
        return tuple(_days(openings, start, until, ended, numbered=False))
    if limit.is_exact and limit.counting is Counting.WORKING:
        return tuple(_open_time(openings, start, until, ended))
    if limit.counting is Counting.WORKING:
        return tuple(_days(openings, start, until, ended, numbered=True))
    if limit.is_exact:
        return tuple(_clock_time(start, until, ended))
    return tuple(_paused(pause, start, until) for pause in ended)


def _paused(pause: Pause, start: int, until: int) -> Step:
    end = until if pause.end is None else pause.end
    return Step("paused", max(pause.start, start), end, name=pause.reason)


def _clock_time(start: int, until: int, pauses: Sequence[Pause]) -> Iterator[Step]:
    """Yield what was counted and paused; nothing where there was no pause to speak of."""
    here = start if pauses else until
    for pause in pauses:
        step = _paused(pause, start, until)
        if step.start > here:
            yield Step("counted", here, step.start)
        yield step
        here = step.end
    if here < until:
        yield Step("counted", here, until)


def _open_time(
    openings: Openings, start: int, until: int, pauses: Sequence[Pause]
) -> Iterator[Step]:
    """Yield what was counted, closed and paused, in order."""
    here, waiting = start, list(pauses)
    while here < until:
        if waiting and waiting[0].start <= here:
            step = _paused(waiting.pop(0), here, until)
            if step.end > here:
                yield step
                here = step.end
            continue
        stop = min(until, waiting[0].start) if waiting else until
        if is_open(openings, here):
            end = min(stop, _closing(openings, here))
            yield Step("counted", here, end)
        else:
            end = min(stop, next_open(openings, here))
            zone = openings.zone
            yield from _holidays(openings, local_date(here, zone), local_date(end, zone))
            if end < stop or not waiting:
                yield Step("closed", here, end)
        here = end


def _closing(openings: Openings, instant: int) -> int:
    wide = covering(openings, instant)
    return wide.closes[bisect_right(wide.closes, instant)]


def _holidays(openings: Openings, first: date, last: date) -> Iterator[Step]:
    """Yield each run of closed dates, with their names, on which we would else open some day."""
    zone, week = openings.zone, openings.hours.week
    names = _holding(openings, first, last).closed
    run: list[date] = []
    day = first
    while day <= last + timedelta(days=1):
        if day in names and day <= last:
            run.append(day)
        elif run:
            if any(week[closed.weekday()] for closed in run):
                name = _names([names[closed] for closed in run if names[closed]])
                yield Step("holiday", _noon(run[0], zone), _noon(run[-1], zone), name=name)
            run = []
        day += timedelta(days=1)


def _names(said: list[str]) -> str:
    """Return the first few names, each once; an observed day goes by its holiday's name."""
    if len(said) > 1:
        said = [name.removesuffix(" (observed)") for name in said]
    return ", ".join(tuple(dict.fromkeys(said))[:4])


def _holding(openings: Openings, first: date, last: date) -> Openings:
    wide = covering(openings, _noon(first, openings.zone))
    return covering(wide, _noon(last, openings.zone))


def _noon(day: date, zone: str) -> int:
    return instant_of(day, time(12), zone)


def _days(
    openings: Openings, start: int, until: int, pauses: Sequence[Pause], *, numbered: bool
) -> Iterator[Step]:
    """Yield each date after the arrival: counted by its number, a holiday, or paused."""
    zone, number = openings.zone, 0
    day = local_date(start, zone)
    last = local_date(until - 1, zone)
    first_closed: date | None = None
    while day < last:
        day += timedelta(days=1)
        closing = last_closing(openings, day)
        noon = _noon(day, zone)
        if closing is None:
            first_closed = first_closed or day
            continue
        if first_closed is not None:
            yield from _holidays(openings, first_closed, day)
            first_closed = None
        pause = next((p for p in pauses if p.start < closing and _ends_after(p, closing)), None)
        if pause is not None and pause.end is None:
            break
        if pause is not None:
            yield Step("paused_day", noon, closing, name=pause.reason)
        elif numbered:
            number += 1
            yield Step("day", noon, closing, number=number)
    yield from (_paused(pause, start, until) for pause in pauses if pause.end is None)


def _ends_after(pause: Pause, instant: int) -> bool:
    return pause.end is None or pause.end > instant
