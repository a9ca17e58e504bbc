"""A log of events by case and instant, and what follows from the events alone, in columns."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from goodword.case.case import Case
from goodword.case.event import Actor, EventKind
from goodword.case.event_codes import ACTORS, EVENT_KINDS
from goodword.case.event_columns import EventColumns
from goodword.clock.timeline import FROM_CUSTOMER
from goodword.policy.stage import stage_of

Places = NDArray[np.intp]
Instants = NDArray[np.int64]
Flags = NDArray[np.bool_]

NEVER = 2**62
"""Stands for an instant that has not come."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches of time, by case and start; `end` is `NEVER` where one has not ended."""

    case: Places
    start: Instants
    end: Instants


class EventTable:
    """The events known at `at`: `kind`, `actor` and `facts` by place, in the order of their cases.

    `case` says which of the cases that exist an event belongs to, and `codes` which of the log's
    cases that is; its events stand from `first` up to `end`. A place that does not exist is the
    number of events, whose instant is `NEVER`.
    """

    def __init__(self, columns: EventColumns, at: int) -> None:
        order = _in_order(columns, np.flatnonzero(columns.at <= at))
        self.at = at
        self.rows = order
        self.instant: Instants = np.append(columns.at[order], NEVER)
        self.actor = columns.actor[order]
        self.facts = columns.facts[order]
        self.columns = columns
        own = columns.case[order]
        self.first: Places = np.flatnonzero(np.append(True, own[1:] != own[:-1])[: len(own)])
        self.end: Places = np.append(self.first[1:], len(own))[: len(self.first)]
        self.case: Places = np.repeat(np.arange(len(self.first)), self.end - self.first)
        self.codes = own[self.first]
        self.kind = self._told_kinds(columns.kind[order])

    def __len__(self) -> int:
        return len(self.first)

    def case_of(self, number: int) -> Case:
        """Return one of the cases, with the events that are known."""
        rows = self.rows[self.first[number] : self.end[number]]
        return self.columns.case_of(int(self.codes[number]), rows)

    # Places of events.

    def places(self, *kinds: EventKind) -> Places:
        """Return where events of these kinds stand."""
        return np.flatnonzero(_among(kinds)[self.kind])

    def with_fact(self, name: str, value: str) -> Flags:
        """Return which events carry a fact of this value."""
        told = [facts.get(name) == value for facts in self.columns.fact_sets]
        return np.array(told, np.bool_)[self.facts]

    def after(self, places: Places, than: Places, case: Places) -> Places:
        """Return the first of the places that stands after another in the same case."""
        found = np.append(places, len(self.kind))[np.searchsorted(places, than, "right")]
        return np.where(found < self.end[case], found, len(self.kind))

    def last_until(self, places: Places, until: Places, case: Places) -> Places:
        """Return the index in `places` of the last one up to a place in the same case, else -1."""
        index = np.searchsorted(places, until, "right") - 1
        found = np.append(places, -1)[index]
        return np.where(found >= self.first[case], index, -1)

    def among(self, *several: Places) -> Flags:
        """Return for each place whether it is one of these."""
        found = np.zeros(len(self.kind), np.bool_)
        for places in several:
            found[places] = True
        return found

    def first_of(self, places: Places) -> Places:
        """Return the first of the places in each case."""
        found = np.full(len(self), len(self.kind), np.intp)
        found[self.case[places[::-1]]] = places[::-1]
        return found

    # What answers, and what is public.

    @cached_property
    def customers(self) -> Places:
        """Where the customer wrote or called."""
        return self.places(*FROM_CUSTOMER)

    @cached_property
    def replies(self) -> tuple[Places, Places]:
        """Where we answered the customer in public, as `is_reply` says; in a complaint, second."""
        answered = self.kind == EVENT_KINDS.index(EventKind.ANSWERED)
        by_us = answered & (self.actor != ACTORS.index(Actor.ASSISTANT))
        reply = answered | (self.kind == EVENT_KINDS.index(EventKind.REPLY))
        usual, complaint = (np.flatnonzero(by_us | (reply & ours)) for ours in self._ours)
        return usual, complaint

    @cached_property
    def answers(self) -> tuple[Places, Places]:
        """Where a call or a visitor was answered; in a complaint, second."""
        code = EVENT_KINDS.index(EventKind.ANSWERED)
        usual, complaint = (places[self.kind[places] == code] for places in self.replies)
        return usual, complaint

    @cached_property
    def acknowledgements(self) -> Places:
        """Where a person acknowledged the case."""
        told = self.places(EventKind.ACKNOWLEDGED)
        found: Places = told[self.actor[told] == ACTORS.index(Actor.PERSON)]
        return found

    @cached_property
    def public(self) -> tuple[Places, Places]:
        """Where we wrote in public, which an update is counted from; in a complaint, second."""
        told = _among((EventKind.UPDATE, EventKind.ACKNOWLEDGED))[self.kind]
        usual, complaint = (
            np.flatnonzero((told & ours) | self.among(replies))
            for ours, replies in zip(self._ours, self.replies, strict=True)
        )
        return usual, complaint

    @cached_property
    def _ours(self) -> tuple[Flags, Flags]:
        """Which events are of a person, or of an assistant that could settle the matter."""
        person: Flags = self.actor == ACTORS.index(Actor.PERSON)
        able = self.with_fact("could_settle", "yes")
        return person | (able & (self.actor == ACTORS.index(Actor.ASSISTANT))), person

    # When it was resolved, and when we waited.

    @cached_property
    def turns(self) -> tuple[Places, Flags]:
        """Where cases were resolved and opened again by turns, and which of these are resolved."""
        told = _among((EventKind.RESOLVED, EventKind.REOPENED))[self.kind]
        told |= (self.kind == EVENT_KINDS.index(EventKind.KIND_CHANGED)) & self.goes_up
        places = np.flatnonzero(told)
        return self._by_turns(places, self.kind[places] == EVENT_KINDS.index(EventKind.RESOLVED))

    @cached_property
    def goes_up(self) -> Flags:
        """Which events carry the kind of a later stage."""
        stages = [stage_of(facts.get("kind")) for facts in self.columns.fact_sets]
        return np.array([stage is not None and stage[0] > 1 for stage in stages])[self.facts]

    def is_resolved(self, place: Places, case: Places) -> Flags:
        """Return whether the case is resolved once the event at the place has happened."""
        places, resolved = self.turns
        index = self.last_until(places, place, case)
        return np.append(resolved, False)[index] & (index >= 0)

    @cached_property
    def resolved_at(self) -> Instants:
        """The resolution of each case that stands, else `NEVER`."""
        places, resolved = self.turns
        index = self.last_until(places, self.end - 1, np.arange(len(self)))
        stands = (index >= 0) & np.append(resolved, False)[index]
        return np.where(stands, self.instant[np.append(places, len(self.kind))[index]], NEVER)

    @cached_property
    def resolved(self) -> Spans:
        """The stretches between a resolution and a reopening."""
        places, resolved = self.turns
        spans = self._spans(places, resolved)
        ended = spans.end != NEVER
        return Spans(spans.case[ended], spans.start[ended], spans.end[ended])

    @cached_property
    def waiting(self) -> Spans:
        """The stretches in which we waited for the customer."""
        begins = self.places(EventKind.WAITING)
        begins = begins[~self.is_resolved(begins, self.case[begins])]
        ends = self.places(
            EventKind.RESUMED, EventKind.CUSTOMER_MESSAGE, EventKind.RESOLVED, EventKind.REOPENED
        )
        places = np.flatnonzero(self.among(begins, ends))
        return self._spans(*self._by_turns(places, self.among(begins)[places]))

    def _by_turns(self, places: Places, begins: Flags) -> tuple[Places, Flags]:
        """Leave out what begins when it had begun, and what ends when nothing had."""
        case = self.case[places]
        had_begun = np.append(False, begins[:-1] & (case[1:] == case[:-1]))[: len(places)]
        kept = begins != had_begun
        return places[kept], begins[kept]

    def _spans(self, places: Places, begins: Flags) -> Spans:
        start = places[begins]
        case = self.case[start]
        end = self.after(places[~begins], start, case)
        spans = Spans(case, self.instant[start], self.instant[end])
        lasting = spans.end > spans.start
        return Spans(spans.case[lasting], spans.start[lasting], spans.end[lasting])

    def _told_kinds(self, kind: "NDArray[np.int8]") -> "NDArray[np.int8]":
        """Return the kinds, where a resolution before the customer's first message is a note."""
        asked = np.array(self.first)
        customers = np.flatnonzero(_among(FROM_CUSTOMER)[kind])[::-1]
        asked[self.case[customers]] = customers
        early = np.arange(len(kind)) < asked[self.case]
        early &= kind == EVENT_KINDS.index(EventKind.RESOLVED)
        return np.where(early, np.int8(EVENT_KINDS.index(EventKind.NOTE)), kind)


def _in_order(columns: EventColumns, rows: Places) -> Places:
    """Return the rows by case and instant; the sequence breaks ties, but what opens goes first."""
    later = columns.kind != EVENT_KINDS.index(EventKind.OPENED)
    keys = tuple(one[rows] for one in (columns.case, columns.at, later, columns.seq))
    ordered = np.ones(max(len(rows) - 1, 0), np.bool_)
    for key in reversed(keys):
        ordered = (key[1:] > key[:-1]) | ((key[1:] == key[:-1]) & ordered)
    return rows if ordered.all() else rows[np.lexsort(keys[::-1])]


def _among(kinds: Iterable[EventKind]) -> Flags:
    """Return for each code of a kind whether it is one of these."""
    chosen = frozenset(kinds)
    return np.array([kind in chosen for kind in EVENT_KINDS], np.bool_)
