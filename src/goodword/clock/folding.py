"""Many steps told in few: nobody reads forty openings and closings."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from goodword.clock.step import At, Long, Slot, Step

MOST_STEPS = 7
# So many closed dates are named one by one, and more in one sentence.
MOST_CLOSURES = 5
_USUAL = frozenset({"counted", "closed", "day"})
_CLOSURES = frozenset({"holiday", "closure"})


def folded(taken: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps, with long stretches of usual days told in one; what they count stays.

    The first two and the last two steps, pauses and closed dates are told as they are.
    """
    if len(taken) <= MOST_STEPS:
        return tuple(taken)
    middle = taken[2:-2]
    named = [step for step in middle if step.code in _CLOSURES]
    if len(named) > MOST_CLOSURES:
        middle = [step for step in middle if step.code not in _CLOSURES]
        return (*taken[:2], *_in_one(middle), _closures_in_one(named), *taken[-2:])
    return (*taken[:2], *_in_one(middle), *taken[-2:])


def _in_one(middle: Sequence[Step]) -> Iterator[Step]:
    run: list[Step] = []
    for step in middle:
        if step.code in _USUAL:
            run.append(step)
            continue
        yield from _run(run)
        run = []
        yield step
    yield from _run(run)


def _run(run: Sequence[Step]) -> Iterator[Step]:
    """Yield a run of usual steps as one, or as it is where there is nothing to fold."""
    counted = [step for step in run if step.counted]
    if len(counted) <= 1:
        yield from run
        return
    first, last = counted[0], counted[-1]
    total = sum(step.counted for step in counted)
    if first.code == "day":
        slots: dict[str, Slot] = {
            "first": first.slots["number"],
            "last": last.slots["number"],
            "day": last.slots["day"],
        }
        yield replace(last, phrase="days", start=first.start, counted=total, slots=slots)
        return
    slots = {"length": Long(total, working=True), "end": At(last.end)}
    yield Step("counted", "counted_many", first.start, last.end, total, slots)


def _closures_in_one(named: Sequence[Step]) -> Step:
    dates = sum(_number(step.slots.get("count")) for step in named)
    names = [name for step in named for name in _names(step)]
    slots: dict[str, Slot] = {"count": dates, "names": tuple(dict.fromkeys(names))}
    return Step(named[0].code, "closures_many", named[0].start, named[-1].end, slots=slots)


def _number(count: Slot | None) -> int:
    return count if isinstance(count, int) else 1


def _names(step: Step) -> tuple[str, ...]:
    several, one = step.slots.get("names"), step.slots.get("name")
    if isinstance(several, tuple):
        return several
    return (one,) if isinstance(one, str) and one else ()
