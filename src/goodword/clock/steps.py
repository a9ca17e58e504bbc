"""The way from the start of a promise to its due time, step by step."""

from collections.abc import Iterator, Sequence

from goodword.businesstime.openings import Openings
from goodword.clock.clock import Pause
from goodword.clock.clock_change import clock_changes
from goodword.clock.closed_names import ClosedNames
from goodword.clock.day_steps import anchor_steps, calendar_steps, working_day_steps
from goodword.clock.open_steps import open_steps, paused
from goodword.clock.step import Long, Step
from goodword.policy.quantity import Anchor, Counting, Limit


def steps(
    limit: Limit,
    openings: Openings,
    names: ClosedNames,
    start: int,
    until: int,
    pauses: Sequence[Pause],
) -> tuple[Step, ...]:
    """Return the steps from `start` until the due time (or until now, while paused)."""
    ended = [pause for pause in pauses if pause.start < until]
    if isinstance(limit, Anchor):
        return tuple(anchor_steps(limit, openings, names, start, until, ended))
    if limit.counts_open_time:
        return tuple(open_steps(openings, names, start, until, ended))
    if limit.counting is Counting.WORKING:
        return tuple(working_day_steps(limit, openings, names, start, until, ended))
    if limit.is_exact:
        return tuple(_clock_time(openings.zone, start, until, ended))
    return tuple(calendar_steps(limit, openings, start, until, ended))


def _clock_time(zone: str, start: int, until: int, pauses: Sequence[Pause]) -> Iterator[Step]:
    """Yield what was counted and paused; without a pause the due time says it all."""
    here = start
    for pause in pauses:
        step = paused(pause, start, until)
        if step.start > here:
            yield from _counted(zone, here, step.start, quiet=False)
        yield step
        here = step.end
    if here < until:
        yield from _counted(zone, here, until, quiet=not pauses)


def _counted(zone: str, here: int, end: int, *, quiet: bool) -> Iterator[Step]:
    slots = {"length": Long(end - here)}
    yield Step("counted", "counted_clock", here, end, end - here, slots, quiet=quiet)
    yield from clock_changes(zone, here, end)
