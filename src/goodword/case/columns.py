"""Cases as columns: a million cases in a few arrays, one row a case.

Arrays of the standard library hold them, so that reading a history needs no NumPy; the bulk replay
looks at the same memory through NumPy without copying it.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from goodword.case.case import Case
from goodword.case.event import NO_FACTS, Actor, Event, EventKind
from goodword.case.own_figures import OwnFigures, OwnVerdicts

NOTHING = -(2**63)
"""Stands in a column of instants where nothing was recorded."""

EVENT_OF_COLUMN = {
    "answered": EventKind.ANSWERED,
    "acknowledged": EventKind.ACKNOWLEDGED,
    "first_response": EventKind.REPLY,
    "resolved": EventKind.RESOLVED,
    "closed": EventKind.CLOSED,
}
"""What each column of instants tells, in the order in which ties are settled."""


class LeftOut(IntEnum):
    """Why a row is not judged against promises. `NO` is a row that is judged."""

    NO = 0
    OWN_WORK = 1
    ENDS_BEFORE_START = 2
    UNREADABLE_DATE = 3
    VOID = 4  # merged, spam, test: it should never have run


@dataclass(slots=True)
class Names:
    """A column of words as codes: `codes[row]` points into `words`, where None is unknown."""

    codes: "array[int]" = field(default_factory=lambda: array("i"))
    words: list[str | None] = field(default_factory=lambda: [None])

    def of(self, row: int) -> str | None:
        """Return the word of a row."""
        return self.words[self.codes[row]]


@dataclass(slots=True)
class CaseColumns:
    """One row a case. Instants are UTC seconds, `NOTHING` where none was recorded.

    `instants` holds a column for each name in `EVENT_OF_COLUMN` that the history tells of; a
    promise about anything else cannot be judged from it. `due` is what another system had
    recorded, `done` what that system counted as done. `place` is the team or place whose case it
    is, None where the history tells nothing of places. `took` and `met` are that system's own
    figures and verdicts, by the name of the instant that they speak of.
    """

    ids: Sequence[str]
    opened: "array[int]"
    instants: dict[str, "array[int]"]
    channel: Names
    kind: Names
    priority: Names
    left_out: "array[int]"
    due: "array[int] | None" = None
    done: "array[int] | None" = None
    place: Names | None = None
    took: dict[str, OwnFigures] = field(default_factory=dict)
    met: dict[str, OwnVerdicts] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.opened)

    def case(self, row: int, *, at: int | None = None) -> Case:
        """Return one row as a case, with the events that had happened by `at`.

        Replies, answers and acknowledgements are taken as given by a person: a table of cases
        that counts automatic replies should not name them as the first response.
        """
        opened = self.opened[row]
        told = [
            (column[row], kind)
            for name, kind in EVENT_OF_COLUMN.items()
            if (column := self.instants.get(name)) is not None
            and column[row] != NOTHING
            and (at is None or column[row] <= at)
        ]
        told.sort(key=_instant)
        place = None if self.place is None else self.place.of(row)
        facts = NO_FACTS if place is None else {"place": place}
        events = [Event(opened, 0, EventKind.OPENED, Actor.CUSTOMER, facts)]
        events += [
            Event(instant, seq, kind, Actor.SYSTEM if kind is EventKind.CLOSED else Actor.PERSON)
            for seq, (instant, kind) in enumerate(told, start=1)
        ]
        return Case(
            id=self.ids[row],
            events=tuple(events),
            channel=self.channel.of(row),
            kind=self.kind.of(row),
            priority=self.priority.of(row),
        )


def _instant(told: tuple[int, EventKind]) -> int:
    return told[0]
