"""Object-centric event logs (OCEL 2.0) told from one type of object: each of these is a case.

An event that concerns several cases is a row of each of them.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from goodword.errors import UnreadableFileError
from goodword.history.batch import Batch, Row, in_batches
from goodword.history.problem import ProblemList
from goodword.problem import Severity

EVENT, ACTIVITY, TIME = "ocel:eid", "ocel:activity", "ocel:timestamp"
TYPE = "ocel:type:"
"""Before the name of a type of object: the heading under which the ids of such objects stand."""
_LOOKED_AT = 1000


@dataclass(frozen=True, slots=True)
class LoggedObject:
    """An object and its attributes: name, since when, and value."""

    id: str
    type: str
    attributes: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """An event, the line or number at which it stands, and the ids of the objects it concerns."""

    line: int
    id: str
    type: str
    time: str
    attributes: Mapping[str, str]
    objects: tuple[str, ...]


class ObjectLog(Protocol):
    """A file that can be gone through for its objects, and then for its events."""

    def objects(self) -> Iterator[LoggedObject]:
        """Yield every object."""
        ...

    def events(self, problems: ProblemList) -> Iterator[LoggedEvent]:
        """Yield every event; where the file breaks off is a problem."""
        ...


@dataclass(slots=True)
class _Known:
    """What has to be known of the objects while events stream by: only what is asked for."""

    types: dict[str, str] = field(default_factory=dict)
    values: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def value(self, case: str, name: str, time: str) -> str:
        """Return an attribute as it was at a time, or as it first became known."""
        told = self.values.get((case, name))
        if not told:
            return ""
        place = bisect_right(told, time, key=lambda one: one[0])
        return told[max(place - 1, 0)][1]


def ocel_rows(
    path: str, log: ObjectLog, problems: ProblemList, wanted: Sequence[str] | None, case: str | None
) -> tuple[tuple[str, ...], Iterator[Batch]]:
    """Return headings and rows of a log, a row for each event and each case that it concerns.

    Headings are `ocel:eid`, `ocel:activity`, `ocel:timestamp`, the events' attributes by their
    names, `ocel:type:NAME` for the ids of objects of a type, and `NAME:attribute` for an attribute
    of such an object as it was at the time of the event. `case` is the heading that is the case,
    `wanted` those to read; None takes all. Raises UnreadableFileError for a type that no object
    has, naming those that there are.
    """
    if wanted is None:
        return _looked_at(log, problems)
    headings = tuple(wanted)
    known = _know(log, headings)
    if case is not None and case.removeprefix(TYPE) not in known.counts:
        there = ", ".join(f"{name} ({number:,})" for name, number in known.counts.most_common(12))
        raise UnreadableFileError(
            f'{path}: no object has the type "{case.removeprefix(TYPE)}". '
            f"The types are: {there or 'none'}.",
            hint=f'Name the type that is the case, as in: case = "{TYPE}NAME"',
        )
    return headings, in_batches(_rows(log, problems, known, headings, case))


def _know(log: ObjectLog, headings: tuple[str, ...]) -> _Known:
    known = _Known()
    wanted_types = {one.removeprefix(TYPE) for one in headings if one.startswith(TYPE)}
    for found in log.objects():
        known.counts[found.type] += 1
        named = [one for one in found.attributes if f"{found.type}:{one[0]}" in headings]
        if found.type in wanted_types or named:
            known.types[found.id] = found.type
        for name, since, value in named:
            known.values.setdefault((found.id, name), []).append((since, value))
    for told in known.values.values():
        told.sort()
    return known


def _rows(
    log: ObjectLog,
    problems: ProblemList,
    known: _Known,
    headings: tuple[str, ...],
    case: str | None,
) -> Iterator[Row]:
    of_type = case.removeprefix(TYPE) if case else None
    beside = 0
    for event in log.events(problems):
        concerned = [one for one in dict.fromkeys(event.objects) if one in known.types]
        cases = [one for one in concerned if known.types[one] == of_type]
        beside += not cases
        for one in cases if of_type is not None else [""]:
            first = {known.types[other]: other for other in reversed(concerned)}
            if of_type is not None:
                first[of_type] = one
            yield event.line, [_field(heading, event, first, known) for heading in headings]
    if beside and of_type is not None:
        problems.add(
            "no-case",
            Severity.INFO,
            f'{beside:,} events concern no object of the type "{of_type}".',
            understood="They belong to no case and are passed over.",
        )


def _field(heading: str, event: LoggedEvent, first: Mapping[str, str], known: _Known) -> str:
    if heading == TIME:
        return event.time
    if heading == ACTIVITY:
        return event.type
    if heading == EVENT:
        return event.id
    if heading.startswith(TYPE):
        return first.get(heading.removeprefix(TYPE), "")
    if heading in event.attributes:
        return event.attributes[heading]
    name, _, attribute = heading.partition(":")
    return known.value(first.get(name, ""), attribute, event.time)


def _looked_at(log: ObjectLog, problems: ProblemList) -> tuple[tuple[str, ...], Iterator[Batch]]:
    """Return every heading that the log could give, and its events with their first objects."""
    types: dict[str, None] = {}
    attributes: dict[str, None] = {}
    for found in log.objects():
        types[TYPE + found.type] = None
        attributes.update((f"{found.type}:{name}", None) for name, *_ in found.attributes)
    quiet = ProblemList(problems.path)
    own = {name: None for one in islice(log.events(quiet), _LOOKED_AT) for name in one.attributes}
    headings = tuple(dict.fromkeys((*types, ACTIVITY, TIME, *own, *attributes)))
    return headings, in_batches(_rows(log, problems, _know(log, headings), headings, None))
