"""Packed cases judged a stretch at a time, in memory that does not grow with the history."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.openings import Openings, compile_openings
from goodword.businesstime.zone import DAY
from goodword.case.columns import EVENT_OF_COLUMN
from goodword.case.compact import NEVER, CompactCases
from goodword.case.event import EventKind
from goodword.clock.version import Versions
from goodword.errors import GoodwordError
from goodword.policy.hours import Hours
from goodword.policy.house_zone import house_zone
from goodword.policy.promise import Promise
from goodword.policy.quantity import Limit
from goodword.replay.bulk import STOPPED_BY, can_judge
from goodword.replay.due_table import DueTable, forget_slots, steps_for
from goodword.replay.measurable import why_unmeasured
from goodword.replay.tally import Cell, Tally
from goodword.replay.tally_block import Block, Setting
from goodword.replay.tally_by import period_of, periods
from goodword.replay.tally_grid import Grid, by_key, grid_over
from goodword.replay.tally_kinds import MOST_KINDS, KindsOfCase, Words, names_needed
from goodword.replay.tally_rule import Hours as RuleHours
from goodword.replay.tally_rule import Rule, fill, openings_by_kind, rule_of
from goodword.replay.tally_sheet import Sheet, sheets_of, tally_of
from goodword.replay.tally_taken import Taken, taken_of
from goodword.replay.tally_times import Runs, Times, TimesRoom, TimesTaken

# So far beyond the last opening most promises fall due; the hours grow by themselves for others.
_AHEAD = 60 * DAY


# So many kinds have tables of their own at most; beyond, what was counted is put by.
_MOST_READY = 128


class NotInColumnsError(GoodwordError):
    """A history or a promise needs more than packed columns can say."""

    code = "not-in-columns"


class Tallying:
    """Counts the clocks of a policy's promises over stretches of cases, as `replay` does.

    `first` and `last` are instants (UTC seconds) between which cases were opened. Every stretch
    has the `origin` that is given here. `tells` are the kinds of event that the history holds.
    `times` collects the times that clocks took, where they are wanted too. Raises NotInColumnsError
    where a promise cannot be judged from columns, or the span is too long.
    """

    def __init__(
        self,
        versions: Versions,
        *,
        at: int,
        first: int,
        last: int,
        tells: frozenset[EventKind],
        by: Sequence[str] = (),
        times: TimesRoom | None = None,
    ) -> None:
        self.by = tuple(by)
        self._times = times
        self._named: list[tuple[int, Rule, KindsOfCase]] = []
        self._at = at
        self._tells = tells
        self.origin = origin_of(first)
        self._last = max(min(last, at), first)
        if not 0 <= at - self.origin < NEVER:
            raise NotInColumnsError("The history is longer than 68 years.")
        self._versions = sorted(versions, key=lambda version: version[0])
        policies = [policy for _, policy in self._versions]
        self._names = names_needed(policies, self.by)
        zone = house_zone(policies[-1]) if policies else "UTC"
        period = period_of(self.by)
        self._periods: tuple[str, ...]
        self._begins: NDArray[np.int64]
        self._periods, self._begins = (
            (("",), np.array([self.origin]))
            if period is None
            else periods(period, zone, self.origin, self._last)
        )
        self._openings = [
            compile_openings(
                policy.hours or Hours(zone=house_zone(policy)), first, self._last + _AHEAD
            )
            for policy in policies
        ]
        self._tables: dict[tuple[Limit, str, int], DueTable | None] = {}
        self._ready: dict[frozenset[tuple[str, tuple[str | None, ...]]], _Ready] = {}
        self._done = Tally(self.by)
        self.unmeasured: dict[str, str] = {}
        """Why a promise was not judged, where it was not."""

    def take(self, cases: CompactCases) -> None:
        """Judge and count one more stretch."""
        if cases.origin != self.origin:
            raise NotInColumnsError("The stretches of a history begin at different instants.")
        if not len(cases):
            return
        ready = self._for(cases.words)
        ready.cases += ready.block.take(cases)

    @property
    def names(self) -> tuple[str, ...]:
        """The words of a case that matter: to the promises, or to how counts are told apart."""
        return self._names

    def prepare(self, words: Words) -> None:
        """Make everything ready for cases of these words, before any is taken."""
        self._for(words)

    def clear(self) -> None:
        """Forget what was counted, and keep everything that was made ready."""
        self._done = Tally(self.by)
        for ready in self._ready.values():
            ready.cases = 0
            for sheet in ready.sheets:
                sheet.counts.fill(0)

    def tally(self) -> Tally:
        """Return what was counted so far."""
        found = self._done
        for ready in self._ready.values():
            counted = tally_of(
                ready.sheets, self.by, self._periods, len(self._versions), ready.kinds
            )
            found += Tally(self.by, counted.cells, ready.cases)
        return found

    def times(self) -> Times:
        """Return the times of what was counted so far; none where they were not kept."""
        found: dict[Cell, list[Runs]] = {}
        if isinstance(self._times, TimesTaken):
            cell_of = self.cell_of()
            for number, runs in self._times.by_cell().items():
                found.setdefault(cell_of(number), []).append(runs)
        return Times(self.by, found)

    def cell_of(self) -> Callable[[int], Cell]:
        """Return what tells the promise and the parts of a number under which times are put down.

        Several numbers may be of one cell.
        """
        begins = [first for first, _, _ in self._named]
        values = {id(kinds): kinds.values() for _, _, kinds in self._named}

        def cell_of(number: int) -> Cell:
            first, rule, kinds = self._named[bisect_right(begins, number) - 1]
            period, kind = divmod(number - first, len(self._versions) * kinds.size)
            words = dict(zip(kinds.names, values[id(kinds)][kind % kinds.size], strict=True))
            parts = tuple(
                words[name] if name in words else self._periods[period] for name in self.by
            )
            return rule.promise.id, parts

        return cell_of

    def _taken(self, rule: Rule, openings: dict[int, Openings], kinds: KindsOfCase) -> Taken:
        assert self._times is not None
        groups = len(self._periods), len(self._versions)
        first = self._times.reserve(prod(groups) * kinds.size)
        self._named.append((first, rule, kinds))
        span = self.origin, self._at
        return taken_of(rule, openings, kinds, first=first, groups=groups, span=span)

    def _for(self, words: Words) -> "_Ready":
        """Return what is ready for cases of these words, made when they are first asked for."""
        known = {name: words.get(name, (None,)) for name in self._names}
        name = frozenset(known.items())
        if name not in self._ready:
            if len(self._ready) >= _MOST_READY:
                self._done = self.tally()
                self._ready.clear()
            self._ready[name] = self._set_up(known)
        return self._ready[name]

    def _set_up(self, words: Words) -> "_Ready":
        """Return rules, tables and sheets for these words."""
        kinds = KindsOfCase(
            self._names, tuple(len(words[name]) for name in self._names), dict(words)
        )
        if kinds.size > MOST_KINDS:
            raise NotInColumnsError(
                f"There are {kinds.size:,} combinations of channel, kind, priority and place."
            )
        rules, calendars = self._rules(kinds)
        grid = self._grid(rules, calendars)
        shared = self._share_hours(rules, calendars, kinds, grid)
        for rule in list(rules):
            if rule.hours is None or grid is None:
                continue
            used = {rule.hours.of_kind[number] for number in rule.usable}
            # Kinds by themselves share their tables; those of several are copied side by side.
            tables = self._tables if kinds.size == 1 else {}
            try:
                fill(rule, grid, sorted(used), tables)
            except GoodwordError as refusal:
                self._refuse(rule, str(refusal), rules)
        forget_slots()
        sheets = sheets_of(rules, len(self._periods), len(self._versions), kinds.size)
        if sheets is None:
            raise NotInColumnsError("There are too many parts to count by.")
        setting = Setting(
            origin=self.origin,
            at=self._at - self.origin,
            kinds=kinds,
            grid=grid,
            hours=tuple(shared),
            sheets=sheets,
            begins=tuple(
                max(begins, self.origin - 1) - self.origin for begins, _ in self._versions
            ),
            periods=len(self._periods),
            period_begins=(self._begins - self.origin).astype(np.int64),
            period_of_key=self._period_of_key(grid),
            times=self._times,
            taken=tuple(self._taken(rule, calendars.get(id(rule), {}), kinds) for rule in rules)
            if self._times is not None
            else (),
        )
        return _Ready(kinds, sheets, Block(setting))

    def _rules(self, kinds: KindsOfCase) -> tuple[list[Rule], dict[int, dict[int, Openings]]]:
        rules: list[Rule] = []
        calendars: dict[int, dict[int, Openings]] = {}
        for number, (_, policy) in enumerate(self._versions):
            for promise in policy.of_kind(Promise):
                why = why_unmeasured(promise, policy, self._tells, dates_only=False)
                if why is not None:
                    self.unmeasured[promise.id] = why
                    continue
                if not can_judge(promise):
                    raise NotInColumnsError(f"{promise.text or promise.id}: one row cannot tell.")
                rule = rule_of(promise, policy, number, self._ends(promise), kinds)
                if not rule.usable:
                    continue
                rules.append(rule)
                if rule.seconds is None:
                    calendars[id(rule)] = openings_by_kind(
                        rule, policy, self._openings[number], kinds, self._last
                    )
        return rules, calendars

    def _ends(self, promise: Promise) -> tuple[str, ...]:
        return tuple(
            name for name in STOPPED_BY[promise.metric] if EVENT_OF_COLUMN[name] in self._tells
        )

    def _grid(self, rules: list[Rule], calendars: dict[int, dict[int, Openings]]) -> Grid | None:
        """Return a grid for the limits of the rules, as many as it can serve, the first first."""
        grid: Grid | None = None
        steps: list[int] = []
        for rule in rules:
            limit = rule.promise.limit
            found = {one.fingerprint: one for one in calendars.get(id(rule), {}).values()}
            more = [
                steps_for(limit, one, self.origin, self._last, self.origin)
                for one in found.values()
            ]
            finer = grid_over(self.origin, self._last, [*steps, *more]) if more else None
            if finer is not None:
                grid, steps = finer, [*steps, *more]
        return grid

    def _share_hours(
        self,
        rules: list[Rule],
        calendars: dict[int, dict[int, Openings]],
        kinds: KindsOfCase,
        grid: Grid | None,
    ) -> list[RuleHours]:
        shared: list[RuleHours] = []
        for rule in rules:
            wanted = calendars.get(id(rule))
            if wanted is None:
                continue
            rule.hours = next((one for one in shared if one.take_up(wanted)), None)
            if rule.hours is None:
                rule.hours = RuleHours({}, [])
                rule.hours.take_up(wanted)
                shared.append(rule.hours)
        for one in shared:
            if len(one.openings) > 1 and grid is not None:
                one.first_keys = np.zeros(kinds.size, np.int64)
                for number, which in one.of_kind.items():
                    one.first_keys[number] = which * grid.size
        return shared

    def _refuse(self, rule: Rule, why: str, rules: list[Rule]) -> None:
        self.unmeasured[rule.promise.id] = why
        rules[:] = [one for one in rules if one is not rule]

    def _period_of_key(self, grid: Grid | None) -> NDArray[np.int32] | None:
        if grid is None or len(self._periods) == 1:
            return None
        if any((self._begins[1:] - self.origin) % grid.length):
            return None
        return by_key(grid, self._begins, np.arange(len(self._begins))).astype(np.int32)


@dataclass(slots=True)
class _Ready:
    """Everything that counts cases of some kinds, and how many of them were looked at."""

    kinds: KindsOfCase
    sheets: tuple[Sheet, ...]
    block: Block
    cases: int = 0


def tallied(
    versions: Versions,
    stretches: Iterable[CompactCases],
    *,
    at: int,
    first: int,
    last: int,
    tells: frozenset[EventKind],
    by: Sequence[str] = (),
) -> Tally:
    """Return the tally of all stretches of a history: the counts that `replay` gives."""
    work = Tallying(versions, at=at, first=first, last=last, tells=tells, by=by)
    for cases in stretches:
        work.take(cases)
    return work.tally()


def origin_of(first: int) -> int:
    """Return the instant from which packed seconds count: a midnight of UTC, not after `first`."""
    return first // DAY * DAY
