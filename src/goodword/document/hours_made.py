"""Groups of dates and times as clauses: the hours of the week, closures, and special hours."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from goodword.document.hours_dates import closed_on
from goodword.document.hours_groups import Group
from goodword.document.hours_phrases import Times, When
from goodword.document.hours_times import closing_time, opening_time
from goodword.policy.clause import Clause
from goodword.policy.definition import ClosureClause, HoursClause
from goodword.policy.hours import (
    CLOSED_WEEK,
    Closure,
    Interval,
    Occasion,
    OwnHours,
    SpecialHours,
    Week,
)

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
WHOLE_DAY = Interval(0, 1440)


@dataclass(slots=True)
class Made:
    """What the groups of a sentence add up to, and what they leave open."""

    clauses: tuple[Clause, ...] = ()
    without_days: Group | None = None
    without_times: Group | None = None
    by_appointment: list[Group] = field(default_factory=list)
    doubts: list[Times] = field(default_factory=list)
    ends_counted: list[When] = field(default_factory=list)
    conflict: Group | None = None
    holiday_place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Effect:
    intervals: tuple[Interval, ...] | None = None
    opens: int | None = None
    closes: int | None = None
    breaks: tuple[Interval, ...] = ()

    def on(self, occasion: Occasion, name: str = "") -> SpecialHours:
        return SpecialHours(
            occasion, self.intervals, self.opens, self.closes, self.breaks, name=name
        )

    @property
    def edges(self) -> "_Effect | None":
        """The same as moved edges of each day, where that says it all."""
        if not self.intervals:
            return self
        if len(self.intervals) > 1:
            return None
        only = self.intervals[0]
        return _Effect(opens=only.start, closes=only.end)


def made_of(groups: Iterable[Group]) -> Made:
    """Return the clauses of a sentence's groups."""
    return _Maker().made(groups)


class _Maker:
    def __init__(self) -> None:
        self._week: list[tuple[Interval, ...]] = [()] * 7
        # How many days the hours of each day were said of: fewer is more particular.
        self._breadth = [0] * 7
        self._edges: list[tuple[tuple[int, ...], _Effect, Group]] = []
        self._closed: set[int] = set()
        self._closures: list[Closure] = []
        self._own: list[OwnHours] = []
        self._special: list[SpecialHours] = []
        self._holidays = False
        self._made = Made()

    def made(self, groups: Iterable[Group]) -> Made:
        groups = tuple(groups)
        named = {
            day
            for group in groups
            for when in group.whens
            if when.is_days and not when.others
            for day in when.on.weekdays
        }
        for group, following in zip(groups, (*groups[1:], None), strict=False):
            group.whens = [_less(one, named) for one in group.whens]
            if following is not None and following.excepting and not group.whens:
                # "9 to 5, except weekends": on all other days.
                group.whens = _all_but(following)
            if group.appointment is not None:
                self._made.by_appointment.append(group)
                continue
            self._made.doubts.extend(one for one in group.times if one.doubt)
            self._made.ends_counted.extend(one for one in group.whens if one.ends_count)
            effect = _effect(group)
            if effect is None:
                self._made.without_times = self._made.without_times or group
                continue
            self._group(group, effect)
            self._taken_out(group)
        for days, effect, group in self._edges:
            self._moved(days, effect, group)
        self._made.clauses = tuple(self._clauses())
        return self._made

    def _clauses(self) -> Iterator[Clause]:
        closed = tuple(sorted(self._closed))
        if any(self._week) or closed:
            one, two, three, four, five, six, seven = self._week
            week: Week = (one, two, three, four, five, six, seven)
            yield HoursClause(week=week if any(week) else CLOSED_WEEK, closed=closed)
        if self._closures or self._holidays:
            yield ClosureClause(
                closures=tuple(dict.fromkeys(self._closures)), public_holidays=self._holidays
            )
        if self._own:
            yield ClosureClause(own_hours=tuple(self._own))
        for special in dict.fromkeys(self._special):
            yield ClosureClause(special=(special,))

    def _taken_out(self, group: Group) -> None:
        for when in group.without:
            if when.is_days:
                for day in when.on.weekdays:
                    self._week[day] = ()
                    self._closed.add(day)
            else:
                self._dates(when, _Effect(()), group.scope)

    def _group(self, group: Group, effect: _Effect) -> None:
        openings = effect.intervals or ()
        if any(_overlap(one, other) for one, other in combinations(openings, 2)):
            self._made.conflict = group
        if not group.whens:
            self._every_day(group, effect)
            return
        merged = _intersected(group.whens)
        if group.inherited and group.is_closed and effect == _Effect(()):
            # "Tuesday: 9 to 12, closed": the rest of the day, which has no opening anyway.
            return
        if group.inherited and group.is_closed and effect.breaks:
            self._inherited(merged, effect)
            return
        days = tuple(sorted({day for one in merged if one.is_days for day in one.on.weekdays}))
        if days:
            self._days(days, effect, group)
        for when in merged:
            if not when.is_days:
                self._dates(when, effect, group.scope)

    def _inherited(self, whens: list[When], effect: _Effect) -> None:
        for when in whens:
            if when.is_days:
                self._days(when.on.weekdays, effect, Group())
            else:
                self._special.append(effect.on(when.on, when.name))

    def _every_day(self, group: Group, effect: _Effect) -> None:
        if group.scope is not None:
            edges = effect.edges
            if edges is None:
                self._made.without_days = group
            elif edges.intervals == ():
                self._dates(group.scope, edges, None)
            else:
                self._special.append(edges.on(group.scope.on, group.scope.name))
        elif group.always or effect.breaks:
            self._days(EVERY_DAY, effect, Group())
        else:
            self._made.without_days = group

    def _days(self, days: tuple[int, ...], effect: _Effect, group: Group) -> None:
        if group.scope is not None:
            on = replace(group.scope.on, weekdays=days)
            self._special.append(effect.on(on, group.scope.name))
        elif effect.intervals is not None:
            self._openings(days, effect.intervals, group)
        else:
            self._edges.append((days, effect, group))

    def _moved(self, days: tuple[int, ...], effect: _Effect, group: Group) -> None:
        """Move the edges of days whose hours the sentence says, or of the usual ones."""
        known = [day for day in days if self._week[day]]
        if not any(self._week):
            on = Occasion(weekdays=() if days == EVERY_DAY else days)
            self._special.append(effect.on(on))
        elif len(known) < len(days) and days != EVERY_DAY:
            self._made.without_times = group
        else:
            special = effect.on(Occasion())
            for day in known:
                self._week[day] = special.applied(self._week[day])

    def _openings(
        self, days: tuple[int, ...], intervals: tuple[Interval, ...], group: Group
    ) -> None:
        for day in days:
            before, breadth = self._week[day], self._breadth[day]
            clash = any(_overlap(one, other) for one in before for other in intervals)
            if not intervals:
                self._closed.add(day)
                self._week[day] = ()
            elif clash and breadth < len(days):
                continue
            elif clash and breadth == len(days) and set(before) != set(intervals):
                self._made.conflict = group
            elif clash:
                # "Daily 9 to 5, Sundays 10 to 4": the more particular times hold.
                self._week[day] = intervals
            elif day not in self._closed or breadth >= len(days):
                self._week[day] = tuple(sorted({*before, *intervals}))
                self._closed.discard(day)
            self._breadth[day] = len(days)

    def _dates(self, when: When, effect: _Effect, scope: When | None) -> None:
        on = when.on
        if scope is not None and on.first is None:
            on = replace(on, first=scope.on.first, last=scope.on.last, year=scope.on.year)
        if when.place is not None:
            self._made.holiday_place = when.place
        is_closing = effect == _Effect(())
        if is_closing and on == Occasion(public_holiday=True):
            self._holidays = True
        elif on.first is not None and on == Occasion(first=on.first, last=on.last, year=on.year):
            self._date_range(on, effect, when)
        else:
            self._special.append(effect.on(on, when.name))

    def _date_range(self, on: Occasion, effect: _Effect, when: When) -> None:
        is_one = on.first == on.last
        closures = closed_on(on)
        if effect == _Effect(()):
            self._closures.extend(closures)
        elif is_one and effect.breaks and effect == _Effect(breaks=effect.breaks):
            self._closures.extend(
                replace(one, start=part.start, end=part.end)
                for one in closures
                for part in effect.breaks
            )
        elif is_one and on.year and on.first and effect.intervals:
            self._own.append(OwnHours(date(on.year, *on.first), effect.intervals))
        elif is_one:
            self._special.append(effect.on(on, when.name))
        elif (edges := effect.edges) is not None:
            self._special.append(edges.on(on, when.name))
        else:
            self._made.without_days = Group([when])


def _intersected(whens: list[When]) -> list[When]:
    """Return the dates, those that follow each other without a joint taken together.

    "On Saturdays in July" means the dates that are both; "Saturdays and public holidays" either.
    """
    merged: list[When] = []
    for when in _united(whens):
        before = merged[-1] if merged else None
        both = _both(before.on, when.on) if before is not None and not when.joined else None
        if before is not None and both is not None:
            merged[-1] = replace(
                before, end=when.end, on=both, name=before.name or when.name, is_month=when.is_month
            )
        elif before is not None and when.is_month and before.is_month and before.on.weekdays:
            # "Saturdays in June and August": the days are those of each month.
            on = replace(when.on, weekdays=before.on.weekdays, nth=before.on.nth)
            merged.append(replace(when, on=on))
        else:
            merged.append(when)
    return merged


def _united(whens: list[When]) -> list[When]:
    """Return the dates, with days of the week that a list joins as one."""
    united: list[When] = []
    for when in whens:
        before = united[-1] if united else None
        if before is not None and before.is_days and when.is_days:
            days = tuple(sorted({*before.on.weekdays, *when.on.weekdays}))
            united[-1] = replace(before, end=when.end, on=Occasion(weekdays=days))
        else:
            united.append(when)
    return united


def _less(when: When, named: set[int]) -> When:
    """Return the dates, where they are "the other days" without those that are named."""
    if not when.others:
        return when
    left = tuple(day for day in when.on.weekdays if day not in named)
    return replace(when, on=Occasion(weekdays=left))


def _all_but(excepted: Group) -> list[When]:
    out = {day for one in excepted.whens if one.is_days for day in one.on.weekdays}
    if not out or not excepted.is_closed:
        return []
    left = tuple(day for day in EVERY_DAY if day not in out)
    return [When(excepted.whens[0].start, excepted.whens[-1].end, Occasion(weekdays=left))]


def _both(one: Occasion, other: Occasion) -> Occasion | None:
    if one.first is not None and other.first is not None:
        return None
    if one.weekdays and other.weekdays:
        return None
    if (one.weekdays or other.weekdays) and (one.public_holiday or other.public_holiday):
        return None
    dated = one if one.first is not None else other
    if dated.first is None:
        return None
    return Occasion(
        one.weekdays or other.weekdays,
        one.nth or other.nth,
        dated.first,
        dated.last,
        dated.year,
        one.easter or other.easter,
        one.public_holiday or other.public_holiday,
    )


def _effect(group: Group) -> _Effect | None:  # noqa: C901, PLR0911  (one case a way to say it)
    """Return what a group says of its dates; None where it says nothing."""
    if group.always:
        return _Effect((WHOLE_DAY,))
    if group.is_part and not group.times:
        return None
    intervals = tuple(sorted({one.interval for one in group.times if one.interval is not None}))
    if group.is_closed:
        closes = next((_closing(one) for one in group.times if one.interval is None), None)
        opens = next((one.closes for one in group.times if one.last is not None), None)
        if intervals:
            return _Effect(breaks=intervals)
        if group.lunch:
            return None
        if opens is not None:
            return _Effect(opens=_first_of(group))
        if closes is not None:
            return _Effect(closes=closes)
        return _Effect(())
    opens = next((_opening(one) for one in group.times if _opening(one) is not None), None)
    closes = next((one.closes for one in group.times if one.last is not None), None)
    if intervals and opens is None and closes is None:
        return _Effect(intervals)
    if opens is not None and closes is not None and not _are_seasons(group):
        # "On Mondays we open at 10 and close at 4" says all of the day.
        return _Effect((Interval(opens, closes),))
    if not intervals and (opens is not None or closes is not None):
        return _Effect(opens=opens, closes=closes)
    if group.usual or (group.is_open and not group.times and _are_dates(group)):
        return _Effect()
    return None


def _are_dates(group: Group) -> bool:
    return bool(group.whens) and all(one.on.rank > 2 for one in group.whens)


def _are_seasons(group: Group) -> bool:
    """Whether only stretches of dates are said, on whose days we open as usual."""
    ranks = {one.on.rank for one in group.whens if not one.on.weekdays}
    return bool(ranks == {1} or (not group.whens and group.scope is not None))


def _first_of(group: Group) -> int | None:
    """Return when a day opens that is "closed until 10"."""
    last = next(one.last for one in group.times if one.last is not None)
    return opening_time(last)


def _closing(times: Times) -> int | None:
    """Return when a day closes that is "closed from 2" or "closes at 2"."""
    at = times.at or times.first
    return closing_time(at) if at is not None else None


def _opening(times: Times) -> int | None:
    at = times.at or times.first
    return opening_time(at) if at is not None else None


def _overlap(one: Interval, other: Interval) -> bool:
    ends = [it.end if it.end > it.start else it.end + 1440 for it in (one, other)]
    return one.start < ends[1] and other.start < ends[0]
