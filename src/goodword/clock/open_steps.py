"""The way through open time: counted, closed and paused, until the seconds are used up."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from goodword.businesstime.arithmetic import is_open, next_open
from goodword.businesstime.openings import Openings, covering
from goodword.clock.clock import Pause
from goodword.clock.clock_change import clock_changes
from goodword.clock.closed_names import ClosedNames
from goodword.clock.closed_steps import closed_steps, other_hours
from goodword.clock.step import At, Long, Slot, Step


def open_steps(
    openings: Openings, names: ClosedNames, start: int, until: int, pauses: Sequence[Pause]
) -> Iterator[Step]:
    """Yield what was counted of open time, when we were closed and when the clock was paused."""
    here, waiting = start, list(pauses)
    while here < until:
        if waiting and waiting[0].start <= here:
            step = paused(waiting.pop(0), here, until)
            if step.end > here:
                yield step
                here = step.end
            continue
        stop = min(until, waiting[0].start) if waiting else until
        if is_open(openings, here):
            end = _closing(openings, here, stop)
            yield _counted(openings, here, end, until)
            yield from clock_changes(openings.zone, here, end)
        else:
            end = min(stop, next_open(openings, here))
            # A pause that begins while we are closed is told at once.
            if end < stop or not waiting:
                yield from closed_steps(openings, names, here, end, arrived=here == start)
        here = end


def paused(pause: Pause, start: int, until: int) -> Step:
    """Return a pause as a step, from `start` on; one that has not ended lasts until now."""
    begin = max(pause.start, start)
    if pause.end is None:
        since: dict[str, Slot] = {"start": At(pause.start), "reason": pause.reason}
        return Step("paused", f"paused_since_{pause.reason}", begin, until, slots=since)
    slots: dict[str, Slot] = {
        "start": At(begin),
        "end": At(pause.end),
        "reason": pause.reason,
    }
    code = "reopened" if pause.reason == "resolved" else "paused"
    return Step(code, f"paused_{pause.reason}", begin, pause.end, slots=slots)


def _counted(openings: Openings, here: int, end: int, until: int) -> Step:
    slots: dict[str, Slot] = {"length": Long(end - here, working=True), "end": At(end)}
    phrase = "counted"
    if end != until and not is_open(openings, end):
        phrase = "counted_to_closing"
        other = other_hours(openings, end)
        if other is not None:
            phrase = "counted_other_hours_named" if other else "counted_other_hours"
            slots["name"] = other
    return Step("counted", phrase, here, end, end - here, slots)


def _closing(openings: Openings, here: int, stop: int) -> int:
    """Return the next closing, or `stop` where that comes first.

    The end of what was compiled is no closing: it is passed where we stay open.
    """
    while True:
        wide = covering(openings, here)
        here = min(stop, wide.closes[bisect_right(wide.closes, here)])
        if here >= stop or not is_open(openings, here):
            return here
