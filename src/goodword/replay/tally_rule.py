"""A promise of one version made ready to judge packed cases: which kinds, which tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.openings import Openings
from goodword.case.holds import holds
from goodword.clock.applies import applies
from goodword.clock.own_hours import openings_of
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.quantity import Counting, Duration, Limit
from goodword.replay.due_table import Base, DueTable, Moves, due_table
from goodword.replay.tally_grid import Grid
from goodword.replay.tally_kinds import KindsOfCase


@dataclass(slots=True)
class Hours:
    """Which openings count for each kind of case, of those promises that agree about it.

    `first_keys` has, for each kind, the place in a table at which its openings' keys begin; None
    where one calendar counts for all. `moves` are those of promises in working time: the same
    for all of them.
    """

    of_kind: dict[int, int]
    openings: list[Openings]
    first_keys: NDArray[np.int64] | None = None
    moves: Moves | None = None

    def take_up(self, wanted: Mapping[int, Openings]) -> bool:
        """Whether these kinds' openings go with what stands here; if so, they are put down."""
        prints = [one.fingerprint for one in self.openings]
        for kind, openings in wanted.items():
            known = self.of_kind.get(kind)
            if known is not None and prints[known] != openings.fingerprint:
                return False
        for kind, openings in wanted.items():
            if openings.fingerprint not in prints:
                prints.append(openings.fingerprint)
                self.openings.append(openings)
            self.of_kind[kind] = prints.index(openings.fingerprint)
        return True


@dataclass(slots=True)
class Rule:
    """One promise in one version: `usable` are the numbers of the kinds it runs on.

    `ends` are the columns that stop it. `seconds` is for a promise round the clock; `base` and
    `moves` are its tables, as in `DueTable`, for all openings of `hours`, one after another.
    `always` is a promise whose every due moves with its start. With neither, its limit is asked of
    each case.
    """

    promise: Promise
    version: int
    ends: tuple[str, ...]
    usable: tuple[int, ...]
    excused: frozenset[int]
    hours: Hours | None = None
    seconds: int | None = None
    base: Base | None = None
    moves: Moves | None = None
    always: bool = False


def rule_of(
    promise: Promise,
    policy: Policy,
    version: int,
    ends: tuple[str, ...],
    kinds: KindsOfCase,
) -> Rule:
    """Return the rule of a promise, still without hours and tables."""
    standings = kinds.standings()
    usable = tuple(
        number
        for number, (standing, facts) in enumerate(standings)
        if applies(promise, policy, standing, facts)
    )
    excused = frozenset(
        number
        for number in usable
        if promise.exception is not None and holds(promise.exception, standings[number][1]) is True
    )
    rule = Rule(promise, version, ends, usable, excused)
    limit = promise.limit
    if isinstance(limit, Duration) and limit.is_exact and limit.counting is Counting.CLOCK:
        rule.seconds = limit.seconds
    return rule


def openings_by_kind(
    rule: Rule, policy: Policy, openings: Openings, kinds: KindsOfCase, at: int
) -> dict[int, Openings]:
    """Return the openings in which the promise counts on each kind of case it runs on."""
    standings = kinds.standings()
    found = {}
    for number in rule.usable:
        standing, facts = standings[number]
        parts = policy.parts_named(facts) if policy.part_hours else ()
        found[number] = openings_of(rule.promise, policy, openings, standing.channel, at, parts)
    return found


def fill(
    rule: Rule,
    grid: Grid,
    used: Sequence[int],
    known: dict[tuple[Limit, str, int], DueTable | None],
) -> None:
    """Give the rule its tables, for those of its hours' openings that it uses.

    Without straight lines to rely on it gets none.
    """
    hours = rule.hours
    if hours is None:
        return
    tables: dict[int, DueTable] = {}
    for number in used:
        limit, openings = rule.promise.limit, hours.openings[number]
        by_date = isinstance(limit, Duration) and limit.counting is Counting.CALENDAR
        name = limit, openings.zone if by_date else openings.fingerprint, grid.length
        if name not in known:
            known[name] = due_table(rule.promise.limit, hours.openings[number], grid)
        table = known[name]
        if table is None:
            return
        tables[number] = table
    size = grid.size * len(hours.openings)
    # What is not used stays untouched, and so takes no memory.
    rule.base = tables[0].base if len(hours.openings) == 1 else np.zeros(size, np.int32)
    for number, table in tables.items():
        place = slice(number * grid.size, (number + 1) * grid.size)
        if len(hours.openings) > 1:
            rule.base[place] = table.base
        if table.moves is not None:
            if hours.moves is None:
                hours.moves = np.zeros(size, np.int32)
            hours.moves[place] = table.moves
            rule.moves = hours.moves
    rule.always = bool(tables) and all(table.always for table in tables.values())
