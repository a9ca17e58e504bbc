"""What a column map says, as it is kept once read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from goodword.case.own_figures import Measure
from goodword.history.json_records import JsonShape

INSTANTS = ("opened", "answered", "acknowledged", "first_response", "resolved", "closed")
WORDS = ("channel", "kind", "priority", "place")
EVENT_COLUMNS = ("at", "event", "state", "actor")
COLUMNS = ("case", *INSTANTS, *WORDS, *EVENT_COLUMNS, "due")
LINE = "#line"
"""Stands for the heading of the case id where an export has none: each line is its own case."""
OTHERS = "*"
"""Stands below [values] for every word that is not named there."""


class Shape(StrEnum):
    """Whether a row of the export is a whole case, or one event of a case."""

    CASES = "cases"
    EVENTS = "events"


class Unit(StrEnum):
    """How an export writes how long something took."""

    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    CLOCK = "h:m:s"
    WORDS = "words"
    WORKING_DAYS = "working days"


@dataclass(frozen=True, slots=True)
class States:
    """Which states of another system mean what, for logs that hold a state at each update.

    Where `running` names some, a state that is named nowhere changes nothing; where it names
    none, every such state means that the case is being worked on.
    """

    waiting: frozenset[str] = frozenset()
    resolved: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    running: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Took:
    """The column in which another system says how long it took, and what time it counted."""

    heading: str
    unit: Unit
    measure: Measure = Measure.WORKING


@dataclass(frozen=True, slots=True)
class Met:
    """The column in which another system says whether it was in time, and by which words."""

    heading: str
    yes: frozenset[str]
    no: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """Which column of an export tells what.

    `columns` maps our names (`COLUMNS`) to the export's headings. `values` maps, for a name, the
    export's words to ours. `own` names the columns and words by which the organisation's own work
    is known, which is no customer's case. `due` and `done` are the headings of a due time that the
    other system had recorded, and of what it counted as done. `zone` None takes the policy's.

    `joined` holds the headings that are made of others, with a space between: a date and its time.
    `after` gives instants as so long after the opening: heading and unit. `always` are words for
    cases whose columns say nothing. `void` is like `own`, for cases that should never have run.
    `only` names the rows of a log that tell events: heading and words. `optional` are our names
    whose headings an export may do without ("void" and "own" among them). `file` is a pattern for
    files of a folder, `also` are further maps for other files of it that tell of the same cases.
    `took` and `met` are the other system's own figures and verdicts, by the name of the instant.
    `facts` are headings of a log that tell a fact of each event, by the fact's name; `else_facts`
    are those looked into where the first is empty.
    """

    path: str
    shape: Shape = Shape.CASES
    zone: str | None = None
    dates: tuple[str, ...] = ("iso",)
    missing: frozenset[str] = frozenset({""})
    delimiter: str | None = None
    encoding: str | None = None
    json: JsonShape = field(default_factory=JsonShape)
    columns: Mapping[str, str]
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    after: Mapping[str, tuple[str, Unit]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    always: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, frozenset[str]] = field(default_factory=dict)
    void: Mapping[str, frozenset[str]] = field(default_factory=dict)
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)
    due: str | None = None
    done: str | None = None
    states: States | None = None
    optional: frozenset[str] = frozenset()
    file: str | None = None
    also: tuple["ColumnMap", ...] = ()
    took: Mapping[str, Took] = field(default_factory=dict)
    met: Mapping[str, Met] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    else_facts: Mapping[str, str] = field(default_factory=dict)

    def headings(self) -> tuple[str, ...]:
        """Return every heading of the export that this map speaks of."""
        named = [
            *self.columns.values(),
            *self.own,
            *self.void,
            *self.only,
            *self.facts.values(),
            *self.else_facts.values(),
            *(heading for heading, _ in self.after.values()),
            *(own.heading for own in self.took.values()),
            *(own.heading for own in self.met.values()),
            self.due,
            self.done,
        ]
        parts = [part for name in named for part in self.joined.get(name or "", (name,))]
        return tuple(dict.fromkeys(name for name in parts if name not in (None, LINE)))

    def for_headings(self, there: Collection[str]) -> "ColumnMap":
        """Return the map without the optional names whose headings are not there."""

        def has(name: str, heading: str) -> bool:
            parts = self.joined.get(heading, (heading,))
            return name not in self.optional or all(part in there for part in parts)

        def told(name: str, named: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
            return {heading: words for heading, words in named.items() if has(name, heading)}

        columns = {name: one for name, one in self.columns.items() if has(name, one)}
        due = self.due if self.due and has("due", self.due) else None
        return replace(
            self,
            columns=columns,
            joined={name: parts for name, parts in self.joined.items() if name in columns.values()},
            after={name: one for name, one in self.after.items() if has(name, one[0])},
            own=told("own", self.own),
            void=told("void", self.void),
            due=due,
            done=self.done if due else None,
        )

    @property
    def is_columns_alone(self) -> bool:
        """Whether each fact stands in one column of one file, a row a case.

        What reads columns without this package's loaders, such as a query engine, can take such a
        map as it is; any other must go through `load` or `load_pieces`.
        """
        return self.shape is Shape.CASES and not (self.joined or self.after or self.also)
