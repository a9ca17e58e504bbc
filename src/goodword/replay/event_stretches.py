"""From which event to which a promise is judged, for all cases at once: `stretches` in columns."""

from dataclasses import dataclass

import numpy as np

from goodword.case.event import EventKind
from goodword.case.holds import holds
from goodword.policy.promise import Metric, Promise
from goodword.policy.stage import stage_of
from goodword.replay.event_situations import Standings
from goodword.replay.event_table import NEVER, EventTable, Flags, Instants, Places


@dataclass(frozen=True, slots=True)
class Stretches:
    """The stretches of each case in order; `done` is `NEVER` where one is not done.

    `cut` are those that ended because nothing more was owed.
    """

    case: Places
    start: Instants
    done: Instants
    cut: Flags

    def of(self, chosen: "Flags | Places") -> "Stretches":
        """Return some of the stretches."""
        return Stretches(self.case[chosen], self.start[chosen], self.done[chosen], self.cut[chosen])


@dataclass(frozen=True, slots=True)
class _Begun:
    """The cases on which a promise has begun, from which event, and by which: places."""

    case: Places
    told: Places
    first: Places

    def of(self, chosen: Flags) -> "_Begun":
        return _Begun(self.case[chosen], self.told[chosen], self.first[chosen])


def stretches(
    promise: Promise, table: EventTable, standings: Standings, cases: Places, complaint: Flags
) -> Stretches:
    """Return what the promise is judged on in these cases, by case and start.

    `complaint` says of each case of the table whether only a person's reply counts.
    """
    begun = _begun(promise, table, standings, cases)
    if promise.metric is Metric.RESOLUTION:
        begun = begun.of(~table.is_resolved(begun.first, begun.case))
        start, done = table.instant[begun.first], table.resolved_at[begun.case]
        return _whole(begun.case, start, np.where(done >= start, done, NEVER))
    found = []
    for only_people in (False, True):
        some = begun.of(complaint[begun.case] == only_people)
        if promise.metric is Metric.UPDATE and not promise.once:
            found.append(_updates(table, some, table.public[only_people]))
        elif promise.metric is Metric.NEXT_RESPONSE:
            found.append(_exchanges(table, some, table.replies[only_people]))
        else:
            found.append(_once(table, some, _stops(promise.metric, table, only_people)))
    both = Stretches(
        *(
            np.concatenate([getattr(one, name) for one in found])
            for name in ("case", "start", "done", "cut")
        )
    )
    return both.of(np.argsort(both.case, kind="stable"))


def _whole(case: Places, start: Instants, done: Instants) -> Stretches:
    return Stretches(case, start, done, np.zeros(len(case), np.bool_))


def _begun(promise: Promise, table: EventTable, standings: Standings, cases: Places) -> _Begun:
    """Return where the promise begins, on those of the cases on which it has begun."""
    nowhere = len(table.kind)
    starts = _starts(promise, table)
    told = table.first_of(starts)[cases]
    stage = stage_of(promise.subject)
    if stage is not None and stage[0] > 1:
        # What is promised for a later stage begins with that stage.
        reached = table.first_of(standings.comes_to(stage))[cases]
        begins = reached if promise.start is None else table.after(starts, reached - 1, cases)
        told = np.where((reached < nowhere) & ~standings.was_of_stage(stage)[cases], begins, told)
    has_begun = told < nowhere
    begun = _Begun(cases[has_begun], told[has_begun], told[has_begun])
    if promise.condition is None:
        return begun
    true = np.array([holds(promise.condition, one) is True for one in standings.known], np.bool_)
    at_once = true[standings.known_at(begun.told, begun.case)]
    news = standings.told
    holding = news[true[standings.known_at(news, table.case[news])]]
    first = np.where(at_once, begun.told, table.after(holding, begun.told, begun.case))
    return _Begun(begun.case, begun.told, first).of(first < nowhere)


def _starts(promise: Promise, table: EventTable) -> Places:
    """Return the places of the events that start the promise."""
    if promise.start is None:
        return table.customers
    kinds = [kind for kind in EventKind if kind == promise.start]
    tagged = table.places(EventKind.TAGGED)
    tagged = tagged[table.with_fact("event", promise.start)[tagged]]
    return np.flatnonzero(table.among(table.places(*kinds), tagged))


def _stops(metric: Metric, table: EventTable, only_people: bool) -> Places:  # noqa: FBT001
    if metric is Metric.UPDATE:
        return table.public[only_people]
    if metric is Metric.ACKNOWLEDGE:
        return table.acknowledgements
    if metric in {Metric.ANSWER, Metric.WAIT}:
        return table.answers[only_people]
    return table.replies[only_people]


def _once(table: EventTable, begun: _Begun, stops: Places) -> Stretches:
    """Return the one stretch of each case, until the first event that stops it."""
    # What was done before anybody could know that it was promised is owed no more.
    begun = begun.of(table.after(stops, begun.told, begun.case) > begun.first)
    done = table.after(stops, begun.first, begun.case)
    return _whole(begun.case, table.instant[begun.first], table.instant[done])


def _exchanges(table: EventTable, begun: _Begun, replies: Places) -> Stretches:
    """Return each exchange after the first reply: from the first message without an answer."""
    from_when = np.full(len(table), len(table.kind), np.intp)
    from_when[begun.case] = begun.first
    said = np.flatnonzero(table.among(table.customers, replies))
    said = said[said > from_when[table.case[said]]]
    case = table.case[said]
    is_reply = table.among(replies)[said]
    after_reply = np.append(False, is_reply[:-1] & (case[1:] == case[:-1]))[: len(said)]
    asked = said[after_reply & ~is_reply]
    own = table.case[asked]
    answered = table.after(replies, asked, own)
    return _whole(own, table.instant[asked], table.instant[answered])


def _updates(table: EventTable, begun: _Begun, public: Places) -> Stretches:
    """Return the intervals from one public message of ours to the next, until resolved."""
    from_when = np.full(len(table), len(table.kind), np.intp)
    from_when[begun.case] = begun.first
    turns, resolved = table.turns
    public = public[~table.is_resolved(public, table.case[public])]
    later = np.flatnonzero(table.among(public, turns))
    later = later[later > from_when[table.case[later]]]
    starts = begun.first[~table.is_resolved(begun.first, begun.case)]
    marks = np.flatnonzero(table.among(starts, later))
    case = table.case[marks]
    ends_here = table.among(turns[resolved])[marks]
    last = np.append(case[1:] != case[:-1], True)[: len(marks)]
    following = np.append(marks[1:], len(table.kind))[: len(marks)]
    done = np.where(last, len(table.kind), following)
    cut = np.append(ends_here[1:], False)[: len(marks)] & ~last
    owed = ~ends_here
    return Stretches(case[owed], table.instant[marks[owed]], table.instant[done[owed]], cut[owed])
