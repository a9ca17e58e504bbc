"""Why a clock stands as it does, in words that a customer can read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goodword.businesstime.arithmetic import elapsed, is_open
from goodword.businesstime.openings import Openings, openings_for
from goodword.businesstime.zone import local
from goodword.clock.clock import Clock, Outcome, Pause
from goodword.clock.explanation import Explanation, Reason
from goodword.clock.own_hours import openings_of
from goodword.clock.steps import Step, steps
from goodword.clock.words import Moments, day_name, full, length, limit_words
from goodword.policy.definition import ZoneClause
from goodword.policy.hours import Hours
from goodword.policy.policy import Policy
from goodword.policy.quantity import Counting, Duration

# More steps than this are told in one: nobody reads forty openings and closings.
MOST_STEPS = 7


def explain(
    clock: Clock, policy: Policy, openings: Openings | None, *, language: str = "en"
) -> Explanation:
    """Return the steps that led to the due time, and to the verdict where there is one.

    Local times are in the zone of the policy's hours. English is the language there is so far;
    any other `language` is answered in English. `openings` None is for policies without hours.
    """
    del language
    usable = openings or _zone_only(policy, clock.at)
    told = _Teller(
        clock, openings_of(clock.promise, policy, usable, clock.channel, clock.started_at)
    )
    reasons = tuple(told.reasons())
    return Explanation(summary=told.summary(), reasons=reasons)


def _zone_only(policy: Policy, around: int) -> Openings:
    zones = [clause.zone for clause in policy.of_kind(ZoneClause)]
    return openings_for(Hours(zone=zones[-1] if zones else "UTC"), around)


@dataclass(frozen=True, slots=True)
class _Said:
    at: int
    code: str
    words: str


class _Teller:
    """Tells one clock; the words are made once, for the steps and for the summary."""

    def __init__(self, clock: Clock, openings: Openings) -> None:
        self._clock = clock
        self._openings = openings
        self._zone = openings.zone
        self._moments = Moments(openings.zone)
        limit = clock.promise.limit
        self._working = (
            isinstance(limit, Duration) and limit.is_exact and limit.counting is Counting.WORKING
        )
        self._said = tuple(self._tell())

    def summary(self) -> str:
        """Return the steps in one line."""
        line = "; ".join(said.words for said in self._said)
        return f"{line[:1].upper()}{line[1:]}."

    def reasons(self) -> Iterator[Reason]:
        """Yield the steps as sentences with their local times."""
        for said in self._said:
            words = f"{said.words[:1].upper()}{said.words[1:]}."
            yield Reason(said.at, full(said.at, self._zone), said.code, words)

    def _tell(self) -> Iterator[_Said]:
        clock = self._clock
        start = self._moments.say(clock.started_at)
        yield _Said(clock.started_at, "started", f"started {start}")
        until = clock.at if clock.due is None else clock.due
        taken = steps(
            clock.promise.limit, self._openings, clock.started_at, until, self._pauses(until)
        )
        yield from self._shortened(taken)
        if clock.due is not None:
            limit = limit_words(clock.promise.limit)
            yield _Said(clock.due, "due", f"due {self._moments.say(clock.due)} ({limit})")
        yield from self._verdict()

    def _pauses(self, until: int) -> tuple[Pause, ...]:
        """Return the pauses that fell between the start and the due time."""
        return tuple(
            pause
            for pause in self._clock.pauses
            if pause.start < until and (pause.end is None or pause.end > self._clock.started_at)
        )

    def _shortened(self, taken: Sequence[Step]) -> Iterator[_Said]:
        """Yield every step, or the first and the last ones and the middle in one sentence."""
        if len(taken) <= MOST_STEPS:
            for step in taken:
                yield self._one(step)
            return
        first, middle, last = taken[:2], taken[2:-2], taken[-2:]
        for step in first:
            yield self._one(step)
        for step in middle:
            if step.code in {"holiday", "paused", "paused_day"}:
                yield self._one(step)
        yield self._many(middle)
        for step in last:
            yield self._one(step)

    def _many(self, middle: Sequence[Step]) -> _Said:
        days = [step for step in middle if step.code == "day"]
        if days:
            first, last = days[0].number, days[-1].number
            return _Said(middle[0].start, "counted", f"working days {first} to {last} counted")
        seconds = sum(step.end - step.start for step in middle if step.code == "counted")
        words = f"{length(seconds, working=self._working)} counted up to "
        return _Said(middle[0].start, "counted", words + self._moments.say(middle[-1].end))

    def _one(self, step: Step) -> _Said:
        moment = local(step.start, self._zone)
        if step.code == "counted":
            words = self._counted(step)
        elif step.code == "closed":
            words = f"closed until {self._moments.say(step.end)}"
        elif step.code == "holiday":
            words = self._closed_dates(step)
        elif step.code == "day":
            words = f"{day_name(moment)} is working day {step.number}"
        elif step.code == "paused_day":
            words = f"{day_name(moment)} is not counted, as at closing {_because(step.name)}"
            return _Said(step.start, "paused", words)
        else:
            begin = self._moments.say(step.start)
            end = self._moments.say(step.end)
            words = f"paused {begin} to {end} while {_because(step.name)}"
        return _Said(step.start, step.code, words)

    def _closed_dates(self, step: Step) -> str:
        first, last = local(step.start, self._zone), local(step.end, self._zone)
        if first.date() == last.date():
            name = f", {step.name}" if step.name else ""
            return f"closed on {day_name(first)}{name}"
        names = f" ({step.name})" if step.name else ""
        return f"closed from {day_name(first)} to {day_name(last)}{names}"

    def _counted(self, step: Step) -> str:
        """Return how much was counted, and up to when where that is not said next."""
        seconds = length(step.end - step.start, working=self._working)
        if not self._working:
            return f"{seconds} counted round the clock"
        to = self._moments.say(step.end)
        if step.end == self._clock.due or is_open(self._openings, step.end):
            return f"{seconds} counted to {to}"
        return f"{seconds} counted to closing at {to}"

    def _verdict(self) -> Iterator[_Said]:
        clock = self._clock
        if clock.outcome is Outcome.VOID:
            yield _Said(clock.at, "void", "this promise does not apply to the case any more")
        elif clock.outcome is Outcome.EXCUSED:
            yield _Said(clock.at, "excused", "not counted, because the promise's exception applied")
        elif clock.due is None:
            yield _Said(clock.at, "waiting", "no due time while we wait for you")
        elif clock.done_at is not None:
            yield _Said(clock.done_at, "done", self._done(clock.due, clock.done_at))
        elif clock.outcome is Outcome.BROKEN_OPEN:
            late = self._difference(clock.due, clock.at)
            yield _Said(clock.at, "late", f"not done by {self._moments.say(clock.at)}, {late} late")

    def _done(self, due: int, done: int) -> str:
        when = f"done {self._moments.say(done)}"
        if done == due:
            return f"{when}, exactly on time"
        if done < due:
            return f"{when}, {self._difference(done, due)} before it was due"
        return f"{when}, {self._difference(due, done)} late"

    def _difference(self, start: int, end: int) -> str:
        """Return the time between in the promise's own counting, or by the clock outside it."""
        open_seconds = elapsed(self._openings, start, end) if self._working else 0
        if open_seconds:
            return f"{length(open_seconds, working=True)} of opening time"
        return length(end - start)


def _because(reason: str) -> str:
    return "it was resolved" if reason == "resolved" else "we waited for you"
