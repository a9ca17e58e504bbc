"""One file of a log: what each of its rows says, read through its own column map."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from zoneinfo import ZoneInfo

from goodword.case.columns import LeftOut
from goodword.case.event import NO_FACTS
from goodword.case.event_words import fact_said
from goodword.case.part_of_second import part_of_second
from goodword.errors import UnknownNameError, UnreadableFileError
from goodword.history.column_map import INSTANTS, WORDS, ColumnMap
from goodword.history.instants import InstantReader, is_plausible, unreadable
from goodword.history.problem import ProblemList
from goodword.history.words import our_word
from goodword.problem import Severity

_NONSENSE_FROM = 5
_REMEMBERED = 100_000
Words = tuple[str | None, ...]


class Update(NamedTuple):
    """One row: when, what it says, and the words that stood in it. `part` is that of its second."""

    at: int
    seq: int
    line: int
    said: str
    actor: str
    words: Words
    source: "LogSource"
    facts: Mapping[str, str] = NO_FACTS
    part: str = ""


@dataclass(slots=True)
class Told:
    """What the rows of one case told: updates, dates of the whole case, why it is not judged."""

    updates: list[Update] = field(default_factory=list)
    dates: dict[str, int] = field(default_factory=dict)
    left_out: LeftOut = LeftOut.NO
    words: Words = (None,) * len(WORDS)
    line: int = 0


class LogSource:
    """Reads the rows of one file. `reader` counts how its dates were written."""

    def __init__(
        self,
        column_map: ColumnMap,
        headings: tuple[str, ...],
        zone: ZoneInfo,
        problems: ProblemList,
    ) -> None:
        columns = column_map.columns
        said = "state" if column_map.states else "event"
        if said not in columns:
            raise UnknownNameError(
                f'Nothing says which column is "{said}": {column_map.path} should.',
                hint='Add it below [columns]: "state" goes with [states], "event" without them.',
            )
        self.map = column_map
        self.reader = InstantReader(column_map.dates, zone)
        self.good = 0
        self._problems = problems
        self._places = {heading: index for index, heading in enumerate(headings)}
        self._column = {name: self._places[heading] for name, heading in columns.items()}
        self._said = self._column[said]
        # The later of two that tell one fact has the last word, where it says anything.
        told = [*column_map.else_facts.items(), *column_map.facts.items()]
        self._facts = [(name, self._places[heading]) for name, heading in told]
        self._dated = tuple(name for name in INSTANTS if name in self._column)
        self._not_judged = [
            (self._places[heading], words, reason)
            for named, reason in (
                (column_map.own, LeftOut.OWN_WORK),
                (column_map.void, LeftOut.VOID),
            )
            for heading, words in named.items()
        ]
        self._only = [(self._places[heading], words) for heading, words in column_map.only.items()]
        # Each update repeats the dates of its case: a date is read once.
        self._instants: dict[str, int] = {}
        self._words: list[tuple[str, int | None, dict[str, str | None]]] = [
            (name, self._column.get(name), {}) for name in WORDS
        ]
        self._bad = 0
        self._first_bad = (0, "")

    @property
    def in_our_words(self) -> bool:
        """Whether its rows name their events in our words, with no map between."""
        return self.map.states is None and "event" not in self.map.values

    def take(self, line: int, fields: list[str], cases: dict[str, Told]) -> None:
        """Put down what a row tells of its case; what is wrong with it becomes a problem."""
        case_id = fields[self._column["case"]].strip()
        dates = {name: self._instant(name, line, fields) for name in self._dated}
        tells = not self._only or all(fields[index].strip() in words for index, words in self._only)
        at = self._instant("at", line, fields) if tells else None
        said = fields[self._said].strip() if tells else ""
        is_opening = (
            at is None
            and dates.get("opened") is not None
            and (not tells or fields[self._column["at"]].strip() in self.map.missing)
        )
        if case_id in self.map.missing or (tells and at is None and not is_opening):
            self._problems.add(
                "broken-line",
                Severity.ERROR,
                "This line does not say which case it is about, or when it happened.",
                line=line,
                understood="The line is left out; the others are read.",
            )
            return
        words = self._words_of(fields)
        told = cases.get(case_id)
        if told is None:
            if not tells and not is_opening:
                return
            told = cases[case_id] = Told(words=words, line=line)
        if at is not None:
            self._put_down(told, case_id, line, (at, said, words), fields)
        for name, date in dates.items():
            if date is not None:
                told.dates[name] = date
        if self._not_judged and not told.left_out:
            told.left_out = next(
                (
                    reason
                    for index, named, reason in self._not_judged
                    if fields[index].strip() in named
                ),
                LeftOut.NO,
            )

    def refuse_nonsense(self, path: str) -> None:
        """Raise UnreadableFileError when most dates are none."""
        if self._bad > max(self.good, _NONSENSE_FROM):
            line, value = self._first_bad
            raise UnreadableFileError(
                f'{path} line {line}: "{value[:40]}" is not a date in the map\'s formats. So it is '
                f"with {self._bad:,} of {self._bad + self.good:,} values there.",
                hint="Are the columns mixed up, or is the date written another way? "
                "Look at [columns] and dates in the map.",
            )

    def _put_down(
        self,
        told: Told,
        case_id: str,
        line: int,
        what: tuple[int, str, Words],
        fields: list[str],
    ) -> None:
        at, said, words = what
        if told.updates and at < told.updates[-1].at and told.updates[-1].source is self:
            self._problems.add(
                "out-of-order",
                Severity.INFO,
                f'An event of the case "{case_id[:40]}" stands after a later one.',
                line=line,
                column=self.map.columns["at"],
                understood="Events are taken in the order in which they happened.",
            )
        actor = fields[self._column["actor"]].strip() if "actor" in self._column else ""
        facts = {
            name: fact_said(name, text)
            for name, place in self._facts
            if (text := fields[place].strip())
        }
        if facts and not facts.keys().isdisjoint(WORDS):
            words = tuple(
                [
                    self.our_word(name, facts.pop(name)) if name in facts else word
                    for name, word in zip(WORDS, words, strict=True)
                ]
            )
        seq = len(told.updates)
        part = part_of_second(fields[self._column["at"]])
        told.updates.append(
            Update(at, seq, line, said, actor, words, self, facts or NO_FACTS, part)
        )

    def _words_of(self, fields: list[str]) -> Words:
        return tuple(
            [
                self.map.always.get(name)
                if index is None
                else known[fields[index]]
                if fields[index] in known
                else self._learn(name, fields[index], known)
                for name, index, known in self._words
            ]
        )

    def _learn(self, name: str, written: str, known: dict[str, str | None]) -> str | None:
        known[written] = self.our_word(name, written)
        return known[written]

    def our_word(self, name: str, written: str) -> str | None:
        """Return our word for one of the file; `name` is our name of its column."""
        values = self.map.values.get(name, {})
        always = self.map.always.get(name)
        return our_word(written, values, self.map.missing, always, of=name)

    def _instant(self, name: str, line: int, fields: list[str]) -> int | None:
        text = fields[self._column[name]]
        known = self._instants.get(text)
        if known is not None:
            return known
        text = text.strip()
        if text in self.map.missing:
            return None
        instant = self.reader.read(text)
        if instant is not None and is_plausible(instant):
            self.good += 1
            if len(self._instants) >= _REMEMBERED:
                self._instants.clear()
            self._instants[text] = instant
            return instant
        if not self._bad:
            self._first_bad = line, text
        self._bad += 1
        self._problems.add(
            *unreadable(text, instant, self.reader.unknown_zone),
            line=line,
            column=self.map.columns[name],
            value=text,
            understood="It is taken as not recorded.",
            hint="Mend the date in the export, or name its format under dates in the map.",
        )
        return None
