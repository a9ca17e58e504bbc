"""How a promise went, as a step of its explanation."""

from goodword.businesstime.arithmetic import elapsed
from goodword.businesstime.openings import Openings
from goodword.clock.clock import Clock, Outcome
from goodword.clock.step import At, Long, Slot, Step
from goodword.clock.story import Story


def verdict(clock: Clock, openings: Openings, story: Story) -> Step:
    """Return how the promise went, or how it stands as of the clock's instant."""
    if clock.outcome is Outcome.VOID:
        phrase, slots = story.void()
        return _step("void", phrase, clock.at, slots)
    if clock.outcome is Outcome.EXCUSED:
        phrase, slots = story.excused()
        return _step("excused", phrase, clock.at, slots)
    if clock.due is None:
        return _step("waiting", "waiting", clock.at, {})
    if clock.done_at is not None:
        return _done(clock, openings, clock.due, clock.done_at)
    name, code = ("running", "running") if clock.at <= clock.due else ("not_done", "late")
    length = _between(clock, openings, clock.at, clock.due)
    phrase = f"{name}_open" if length.working else name
    return _step(code, phrase, clock.at, {"now": At(clock.at), "length": length})


def _done(clock: Clock, openings: Openings, due: int, done: int) -> Step:
    slots: dict[str, Slot] = {"done": At(done)}
    if done == due:
        return _step("done", "kept_exactly", done, slots)
    slots["length"] = length = _between(clock, openings, due, done)
    phrase = "kept" if done < due else "late"
    return _step("done", f"{phrase}_open" if length.working else phrase, done, slots)


def _step(code: str, phrase: str, at: int, slots: dict[str, Slot]) -> Step:
    return Step(code, phrase, at, at, slots=slots)


def _between(clock: Clock, openings: Openings, one: int, other: int) -> Long:
    """Return the time between in the promise's own counting, or by the clock outside it."""
    if clock.promise.limit.counts_open_time:
        seconds = abs(elapsed(openings, one, other))
        if seconds:
            return Long(seconds, working=True)
    return Long(abs(other - one))
