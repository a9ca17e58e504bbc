"""What the times of one promise need: which clocks, under which numbers, in which hours."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.openings import Openings, covering
from goodword.businesstime.tables import Tables, tables_of
from goodword.replay.tally_kinds import KindsOfCase
from goodword.replay.tally_rule import Rule


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """The times of one rule.

    `first` is the first of its numbers of cells: a group's number is added. `wanted` says which
    groups it has times of, None for all. `tables` are those of the openings in which it counts,
    None for wall time; `calendar` has the one of each kind of case, None where there is one.
    """

    rule: Rule
    first: int
    wanted: NDArray[np.bool_] | None
    tables: Tables | None
    calendar: NDArray[np.uint8] | None


def taken_of(
    rule: Rule,
    openings: Mapping[int, Openings],
    kinds: KindsOfCase,
    *,
    first: int,
    groups: tuple[int, int],
    span: tuple[int, int],
) -> Taken:
    """Return how the times of a rule are found.

    `openings` are those of each kind of case it runs on, `groups` how many stretches of time and
    versions there are, `span` the first and last instant that is asked about.
    """
    wanted = np.zeros((*groups, kinds.size), np.bool_)
    wanted[:, rule.version, [one for one in rule.usable if one not in rule.excused]] = True
    found = None if wanted.all() else wanted.reshape(-1)
    if not rule.promise.limit.counts_open_time:
        return Taken(rule, first, found, None, None)
    own: dict[str, Openings] = {}
    calendar = np.zeros(kinds.size, np.uint8)
    for kind, one in openings.items():
        own.setdefault(one.fingerprint, one)
        calendar[kind] = list(own).index(one.fingerprint)
    covered = tuple(covering(covering(one, span[0]), span[1]) for one in own.values())
    low, high = min(one.start for one in covered), max(one.end for one in covered)
    covered = tuple(covering(covering(one, low), high - 1) for one in covered)
    return Taken(rule, first, found, tables_of(covered, 1), calendar if len(own) > 1 else None)
