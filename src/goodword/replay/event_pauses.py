"""The pauses of many stretches at once."""

from dataclasses import dataclass

import numpy as np

from goodword.case.holds import holds
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.replay.event_situations import Standings
from goodword.replay.event_stretches import Stretches
from goodword.replay.event_table import EventTable, Instants, Places, Spans


@dataclass(frozen=True, slots=True)
class Pauses:
    """When stretches stood still: one row a pause of a stretch, by stretch and start.

    `row` is the place of the stretch, to which the pause is not cut; `end` is `NEVER` where it has
    not ended.
    """

    row: Places
    start: Instants
    end: Instants

    def between(self, since: Instants, until: Instants) -> "Pauses":
        """Return what of the pauses lies between two instants of their stretches."""
        start = np.maximum(self.start, since[self.row])
        end = np.minimum(self.end, until[self.row])
        lasting = end > start
        return Pauses(self.row[lasting], start[lasting], end[lasting])


def pauses_of(
    promise: Promise, policy: Policy, table: EventTable, standings: Standings, of: Stretches
) -> Pauses:
    """Return when the promise stood still: as `_pauses` in the fold of one case."""
    spans = []
    rules = [rule for rule in policy.of_kind(PauseRule) if promise.metric in rule.metrics]
    if rules:
        spans.append(_waiting(rules, table, standings))
    if promise.metric is Metric.RESOLUTION:
        spans.append(table.resolved)
    case, start, end = (
        np.concatenate([getattr(one, name) for one in spans] or [np.zeros(0, np.int64)])
        for name in ("case", "start", "end")
    )
    order = np.lexsort((start, case))
    case, start, end = case[order], start[order], end[order]
    # Every stretch has each pause of its case that touches it.
    low = np.searchsorted(case, of.case, "left")
    many = np.searchsorted(case, of.case, "right") - low
    row = np.repeat(np.arange(len(of.case)), many)
    place = np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many) + low[row]
    touching = (start[place] < of.done[row]) & (end[place] > of.start[row])
    row, place = row[touching], place[touching]
    return Pauses(row, start[place], end[place])


def _waiting(rules: list[PauseRule], table: EventTable, standings: Standings) -> Spans:
    """Return when we waited, in the cases in which one of the rules holds."""
    if any(rule.condition is None for rule in rules):
        return table.waiting
    holding = np.array(
        [any(holds(rule.condition, one) is True for rule in rules) for one in standings.known],
        np.bool_,
    )
    spans = table.waiting
    own = holding[standings.known_last[spans.case]]
    return Spans(spans.case[own], spans.start[own], spans.end[own])
