"""How cases stood and what was known of them, in columns: by which promises apply."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from goodword.case.event import EventKind
from goodword.case.event_codes import EVENT_KINDS
from goodword.clock.timeline import Standing
from goodword.policy.stage import stage_of
from goodword.replay.event_table import EventTable, Flags, Places

Facts = Mapping[str, str]
Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Situations:
    """Every situation in which a case stood: `codes` points into `each`, `places` are where.

    `last` is the code of how each case stands now.
    """

    places: Places
    codes: Codes
    last: Codes
    each: tuple[tuple[Standing, Facts], ...]


class Standings:
    """What the changes of kind and priority, and the facts, make of each case."""

    def __init__(self, table: EventTable) -> None:
        self._table = table
        self._words: list[str | None] = list(table.columns.words)
        self._code = {word: code for code, word in enumerate(self._words)}
        # An empty word says as little as none.
        self._blank = np.array([not word for word in self._words], np.bool_)

    # What facts say, by the set of facts of an event.

    def _told(self, name: str) -> Codes:
        """Return the word that each event carries of this name, 0 where it carries none."""
        codes = []
        for facts in self._table.columns.fact_sets:
            word = facts.get(name) or None
            if word not in self._code:
                self._code[word] = len(self._words)
                self._words.append(word)
            codes.append(self._code[word])
        found: Codes = np.array(codes, np.int64)[self._table.facts]
        return found

    def _at_opening(self, given: NDArray[np.int32], name: str) -> Codes:
        """Return the word of each case when it was opened: its own, else the first event's."""
        own = given[self._table.codes].astype(np.int64)
        return np.where(self._blank[own], self._told(name)[self._table.first], own)

    @cached_property
    def opening_kind(self) -> Codes:
        """What kind each case was when it was opened."""
        return self._at_opening(self._table.columns.case_kinds, "kind")

    def was_of_stage(self, stage: tuple[int, str]) -> Flags:
        """Return which cases stood at the stage when they were opened."""
        of = self.opening_kind
        return np.array([stage_of(word) == stage for word in self._words], np.bool_)[of]

    def comes_to(self, stage: tuple[int, str]) -> Places:
        """Return where cases come to the stage."""
        sets = self._table.columns.fact_sets
        told = np.array([stage_of(facts.get("kind")) == stage for facts in sets])
        places = self._table.places(EventKind.KIND_CHANGED)
        found: Places = places[told[self._table.facts[places]]]
        return found

    # What was known.

    @cached_property
    def _known(self) -> tuple[Places, Codes, list[Facts]]:
        """Where something was told, and what was known from there on."""
        table = self._table
        places = np.flatnonzero(table.facts)
        known: list[Facts] = [{}]
        after: dict[tuple[int, int], int] = {}
        codes, now, of = [], 0, -1
        for case, told in zip(
            table.case[places].tolist(), table.facts[places].tolist(), strict=True
        ):
            step = (now if case == of else 0, told)
            code = after.get(step)
            if code is None:
                code = after[step] = len(known)
                known.append({**known[step[0]], **table.columns.fact_sets[told]})
            codes.append(code)
            now, of = code, case
        return places, np.array(codes, np.int64), known

    @property
    def known(self) -> list[Facts]:
        """Everything that was ever known of a case; the first is nothing."""
        return self._known[2]

    @property
    def told(self) -> Places:
        """Where something was told."""
        return self._known[0]

    def known_at(self, place: Places, case: Places) -> Codes:
        """Return what was known once the event at the place had happened: places in `known`."""
        places, codes, _ = self._known
        index = self._table.last_until(places, place, case)
        return np.where(index < 0, 0, np.append(codes, 0)[index])

    @cached_property
    def known_last(self) -> Codes:
        """What is known of each case now."""
        table = self._table
        return self.known_at(table.end - 1, np.arange(len(table)))

    # How they stood.

    @cached_property
    def plain(self) -> Situations:
        """Every situation by channel, kind and priority alone."""
        return self._situations(with_facts=False)

    @cached_property
    def informed(self) -> Situations:
        """Every situation, with what was known in it."""
        return self._situations(with_facts=True)

    def _situations(self, *, with_facts: bool) -> Situations:
        table = self._table
        changes = table.places(EventKind.KIND_CHANGED, EventKind.PRIORITY_CHANGED)
        news = self.told if with_facts else changes
        places = np.flatnonzero(table.among(table.first, changes, news))
        case = table.case[places]
        channel = self._at_opening(table.columns.channels, "channel")[case]
        kind = self._changed(places, EventKind.KIND_CHANGED, "kind", self.opening_kind)
        opening = self._at_opening(table.columns.priorities, "priority")
        priority = self._changed(places, EventKind.PRIORITY_CHANGED, "priority", opening)
        known = self.known_at(places, case) if with_facts else np.zeros(len(places), np.int64)
        codes, example = _combined(known, channel, kind, priority)
        words = self._words
        each = tuple(
            (
                Standing(0, words[channel[one]], words[kind[one]], words[priority[one]]),
                self.known[known[one]] if with_facts else {},
            )
            for one in example.tolist()
        )
        last = codes[np.searchsorted(places, table.end - 1, "right") - 1]
        return Situations(places, codes, last, each)

    def _changed(self, places: Places, by: EventKind, name: str, opening: Codes) -> Codes:
        """Return the word that holds at each place, after the changes up to there."""
        table = self._table
        case = table.case[places]
        changes = places[table.kind[places] == EVENT_KINDS.index(by)]
        index = table.last_until(changes, places, case)
        to = np.append(self._told(name)[changes], 0)
        return np.where(index < 0, opening[case], to[index])


def _combined(*columns: Codes) -> tuple[Codes, Places]:
    """Return a code for each combination that occurs, and a row where each of them does."""
    codes = columns[0]
    for column in columns[1:]:
        wide = codes * (int(column.max(initial=0)) + 1) + column
        codes = np.unique(wide, return_inverse=True)[1].reshape(-1).astype(np.int64)
    _, example, codes = np.unique(codes, return_index=True, return_inverse=True)
    return codes.reshape(-1).astype(np.int64), example
