"""A table of cases as a log of events: what `CaseColumns.case` tells of one row, of all at once."""

from typing import TYPE_CHECKING

from goodword.case.columns import EVENT_OF_COLUMN, NOTHING, CaseColumns, Names
from goodword.case.event import NO_FACTS, Actor, EventKind
from goodword.case.event_codes import ACTORS, EVENT_KINDS
from goodword.case.event_columns import EventColumns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def events_of(columns: CaseColumns, rows: "NDArray[np.intp]") -> EventColumns:
    """Return the events of these rows; the case of an event is its row. O(cells)."""
    import numpy as np  # noqa: PLC0415 - slow import

    opened = np.frombuffer(columns.opened, np.int64)[rows]
    facts, fact_sets = np.zeros(len(rows), np.int32), [NO_FACTS]
    if columns.place is not None:
        fact_sets += [{"place": word or ""} for word in columns.place.words[1:]]
        facts = np.frombuffer(columns.place.codes, np.int32)[rows]
    told = [(rows, opened, EventKind.OPENED, Actor.CUSTOMER, facts)]
    for name, kind in EVENT_OF_COLUMN.items():
        if name not in columns.instants:
            continue
        instants = np.frombuffer(columns.instants[name], np.int64)[rows]
        known = instants != NOTHING
        actor = Actor.SYSTEM if kind is EventKind.CLOSED else Actor.PERSON
        nothing = np.zeros(int(known.sum()), np.int32)
        told.append((rows[known], instants[known], kind, actor, nothing))
    sizes = [len(one[0]) for one in told]
    words, (channels, kinds, priorities) = _one_list(
        columns.channel, columns.kind, columns.priority
    )
    return EventColumns(
        ids=columns.ids,
        case=np.concatenate([one[0] for one in told]).astype(np.int32),
        at=np.concatenate([one[1] for one in told]),
        seq=np.repeat(np.arange(len(told)), sizes),
        kind=np.repeat([EVENT_KINDS.index(one[2]) for one in told], sizes).astype(np.int8),
        actor=np.repeat([ACTORS.index(one[3]) for one in told], sizes).astype(np.int8),
        facts=np.concatenate([one[4] for one in told]),
        fact_sets=fact_sets,
        channels=channels,
        case_kinds=kinds,
        priorities=priorities,
        words=words,
    )


def _one_list(*names: Names) -> "tuple[list[str | None], list[NDArray[np.int32]]]":
    """Return the words of all columns in one list, and the codes of each column in it."""
    import numpy as np  # noqa: PLC0415 - slow import

    words: list[str | None] = [None]
    codes = []
    for name in names:
        own = np.frombuffer(name.codes, np.int32)
        codes.append(np.where(own == 0, 0, own + np.int32(len(words) - 1)).astype(np.int32))
        words += name.words[1:]
    return words, codes
