"""Events as columns: a whole log in a few NumPy arrays, one row an event.

The cases themselves are three short columns beside them. Everything converts both ways, to cases
and to an Arrow table, and nothing of a case is lost on the way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Self

from goodword.case.case import Case
from goodword.case.event import NO_FACTS, Event
from goodword.case.event_codes import (
    ACTOR_CODE,
    ACTORS,
    EVENT_KINDS,
    KIND_CODE,
    coded,
    fact_codes,
    usual_actors,
    word_codes,
)

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from numpy.typing import ArrayLike, NDArray

    Codes = NDArray[np.int32]
    Instants = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class EventColumns:
    """One row an event, in any order; `case` is the place of its case in `ids`.

    `at` are UTC seconds and `seq` breaks ties. `kind`, `actor` and `facts` are codes: places in
    `EVENT_KINDS`, `ACTORS` and `fact_sets`, whose first is empty. `channels`, `case_kinds` and
    `priorities` have one row a case: places in `words`, whose first is None, for unknown.
    """

    ids: Sequence[str]
    case: "Codes"
    at: "Instants"
    seq: "Instants"
    kind: "NDArray[np.int8]"
    actor: "NDArray[np.int8]"
    facts: "Codes"
    fact_sets: Sequence[Mapping[str, str]]
    channels: "Codes"
    case_kinds: "Codes"
    priorities: "Codes"
    words: Sequence[str | None]

    def __len__(self) -> int:
        return len(self.at)

    @classmethod
    def of_cases(cls, cases: Iterable[Case]) -> Self:
        """Return the events of the cases; each event keeps its place among those of its case."""
        import numpy as np  # noqa: PLC0415 - slow import

        cases = tuple(cases)
        events = list(chain.from_iterable(case.events for case in cases))
        size = len(events)
        facts, fact_sets = fact_codes(event.facts for event in events)
        (channels, case_kinds, priorities), words = word_codes(
            (case.channel for case in cases),
            (case.kind for case in cases),
            (case.priority for case in cases),
        )
        return cls(
            ids=tuple(case.id for case in cases),
            case=np.repeat(
                np.arange(len(cases), dtype=np.int32), [len(case.events) for case in cases]
            ),
            at=np.fromiter((event.at for event in events), np.int64, size),
            seq=np.fromiter((event.seq for event in events), np.int64, size),
            kind=np.fromiter((KIND_CODE[id(event.kind)] for event in events), np.int8, size),
            actor=np.fromiter((ACTOR_CODE[id(event.actor)] for event in events), np.int8, size),
            facts=np.array(facts, np.int32),
            fact_sets=fact_sets,
            channels=channels,
            case_kinds=case_kinds,
            priorities=priorities,
            words=words,
        )

    @classmethod
    def of_arrays(  # noqa: PLR0913, PLR0917  (a log has as many columns)
        cls,
        case: "ArrayLike",
        at: "ArrayLike",
        kind: "ArrayLike",
        actor: "ArrayLike | None" = None,
        seq: "ArrayLike | None" = None,
        facts: Iterable[Mapping[str, str]] | None = None,
        channels: Iterable[str | None] | None = None,
        case_kinds: Iterable[str | None] | None = None,
        priorities: Iterable[str | None] | None = None,
    ) -> Self:
        """Return the events of arrays of the same length.

        `case` holds names or numbers, `at` UTC seconds, datetime64 or dates in UTC, `kind` and
        `actor` words or codes. Without `actor` the customer opens and writes, machines close and
        reply by themselves, and a person does everything else; without `seq` the rows stand in
        order.
        `channels`, `case_kinds` and `priorities` are one a case, in the order in which the cases
        first come. Raises ValueError for a word that is no kind of event, or no actor.
        """
        import numpy as np  # noqa: PLC0415 - slow import

        instants = np.asarray(at)
        if instants.dtype.kind in "MU":
            instants = instants.astype("datetime64[s]")
        named, first, codes = np.unique(np.asarray(case), return_index=True, return_inverse=True)
        order = np.argsort(first)
        place = np.empty(len(named), np.int32)
        place[order] = np.arange(len(named), dtype=np.int32)
        kinds = coded(kind, EVENT_KINDS, "kind of event")
        told: tuple[list[int], list[Mapping[str, str]]] = ([0] * len(instants), [NO_FACTS])
        codes_of_facts, fact_sets = told if facts is None else fact_codes(facts)
        nothing = (None,) * len(named)
        words_of, words = word_codes(
            *(nothing if one is None else one for one in (channels, case_kinds, priorities))
        )
        return cls(
            ids=tuple(map(str, named[order].tolist())),
            case=place[codes.reshape(-1)],
            at=instants.astype(np.int64),
            seq=np.arange(len(instants)) if seq is None else np.asarray(seq, np.int64),
            kind=kinds,
            actor=usual_actors(kinds) if actor is None else coded(actor, ACTORS, "actor"),
            facts=np.array(codes_of_facts, np.int32),
            fact_sets=fact_sets,
            channels=words_of[0],
            case_kinds=words_of[1],
            priorities=words_of[2],
            words=words,
        )

    def cases(self) -> Iterator[Case]:
        """Yield every case, in the order of `ids`, its events by instant and sequence."""
        import numpy as np  # noqa: PLC0415 - slow import

        order = np.lexsort((self.seq, self.at, self.case))
        ends = np.searchsorted(self.case[order], np.arange(len(self.ids)), "right").tolist()
        begin = 0
        for code, end in enumerate(ends):
            yield self.case_of(code, order[begin:end])
            begin = end

    def case_of(self, code: int, rows: "NDArray[np.intp]") -> Case:
        """Return one case by its place in `ids`, with the events of these rows in this order."""
        columns = (self.at, self.seq, self.kind, self.actor, self.facts)
        events = tuple(
            Event(at, seq, EVENT_KINDS[kind], ACTORS[actor], self.fact_sets[facts])
            for at, seq, kind, actor, facts in zip(
                *(column[rows].tolist() for column in columns), strict=True
            )
        )
        return Case(
            self.ids[code],
            events,
            self.words[self.channels[code]],
            self.words[self.case_kinds[code]],
            self.words[self.priorities[code]],
        )

    def to_arrow(self) -> "pa.Table":
        """Return a table of the events: what `of_arrow` reads."""
        import pyarrow as pa  # noqa: PLC0415 - optional

        def named(codes: Any, words: Sequence[str | None]) -> "pa.Array":
            return pa.DictionaryArray.from_arrays(
                pa.array(codes, pa.int32()), pa.array(words, pa.string())
            ).cast(pa.string())

        sets = pa.array(
            [list(facts.items()) for facts in self.fact_sets], pa.map_(pa.string(), pa.string())
        )
        return pa.table(
            {
                "case": named(self.case, list(self.ids)),
                "at": pa.array(self.at).cast(pa.timestamp("s", "UTC")),
                "seq": pa.array(self.seq),
                "kind": named(self.kind, [one.value for one in EVENT_KINDS]),
                "actor": named(self.actor, [one.value for one in ACTORS]),
                "facts": sets.take(pa.array(self.facts)),
                "channel": named(self.channels[self.case], self.words),
                "case_kind": named(self.case_kinds[self.case], self.words),
                "priority": named(self.priorities[self.case], self.words),
            }
        )

    @classmethod
    def of_arrow(cls, table: "pa.Table") -> Self:
        """Return the events of a table with the columns `case`, `at` and `kind`.

        `at` is a timestamp or UTC seconds. `seq`, `actor`, `facts` (a map), `channel`,
        `case_kind` and `priority` may be there; the last three are read from the first row of
        each case.
        """
        import numpy as np  # noqa: PLC0415 - slow import
        import pyarrow as pa  # noqa: PLC0415 - optional

        def column(name: str) -> Any:
            return table.column(name) if name in table.column_names else None

        def of_case(name: str) -> list[str | None] | None:
            told = column(name)
            return None if told is None else told.take(pa.array(first)).to_pylist()

        def array(name: str) -> Any:
            told = column(name)
            return None if told is None else told.to_numpy()

        at, facts = column("at"), column("facts")
        if pa.types.is_timestamp(at.type):
            at = at.cast(pa.timestamp("s", at.type.tz), safe=False).cast(pa.int64())
        names = array("case")
        first = np.sort(np.unique(names, return_index=True)[1])
        return cls.of_arrays(
            names,
            at.to_numpy(),
            array("kind"),
            array("actor"),
            array("seq"),
            None if facts is None else [dict(one or ()) for one in facts.to_pylist()],
            of_case("channel"),
            of_case("case_kind"),
            of_case("priority"),
        )
