"""The columns in which another system says how long it took, and whether that was in time."""

from array import array
from collections.abc import Mapping, Sequence

from goodword.case.columns import NOTHING, CaseColumns
from goodword.case.own_figures import OwnFigures, OwnVerdicts
from goodword.history.durations import length_of
from goodword.history.map_fields import ColumnMap, Met, Took
from goodword.history.problem import ProblemList
from goodword.problem import Severity

_REMEMBERED = 100_000


class OwnColumns:
    """Reads the other system's own figures and verdicts along with the rows of a table."""

    def __init__(
        self, column_map: ColumnMap, places: Mapping[str, int], problems: ProblemList
    ) -> None:
        self._missing = column_map.missing
        self._problems = problems
        self._took = [(n, places[own.heading], own) for n, own in column_map.took.items()]
        self._met = [(n, places[own.heading], own) for n, own in column_map.met.items()]
        self._lengths: dict[str, dict[str, tuple[int, int] | None]] = {
            name: {} for name in column_map.took
        }
        self._steps = dict.fromkeys(column_map.took, 1 << 40)

    def give_columns(self, gathered: CaseColumns) -> None:
        """Give a table its empty columns of figures and verdicts."""
        gathered.took = {
            name: OwnFigures(own.heading, own.unit.value, own.measure)
            for name, _, own in self._took
        }
        gathered.met = {name: OwnVerdicts(own.heading) for name, _, own in self._met}

    def make_room(self, gathered: CaseColumns) -> None:
        """Put down a row that says nothing yet."""
        for figures in gathered.took.values():
            figures.taken.append(NOTHING)
        for verdicts in gathered.met.values():
            verdicts.kept.append(-1)

    def put(self, gathered: CaseColumns, row: int, line: int, fields: Sequence[str]) -> None:
        """Put down what the fields of a row say."""
        for name, place, own in self._took:
            figures = gathered.took[name]
            figures.taken[row] = self._length(name, own, line, fields[place])
            figures.step = self._steps[name]
        for name, place, met in self._met:
            gathered.met[name].kept[row] = self._verdict(met, fields[place])

    def take_all(
        self, gathered: CaseColumns, lines: Sequence[int], columns: Sequence[Sequence[str]]
    ) -> None:
        """Put down what many rows say, column by column."""
        for name, place, own in self._took:
            figures = gathered.took[name]
            figures.taken.extend(
                self._length(name, own, line, text)
                for line, text in zip(lines, columns[place], strict=True)
            )
            figures.step = self._steps[name]
        for name, place, met in self._met:
            said = {text: self._verdict(met, text) for text in set(columns[place])}
            gathered.met[name].kept.extend(array("b", map(said.__getitem__, columns[place])))

    def _length(self, name: str, own: Took, line: int, text: str) -> int:
        known = self._lengths[name]
        if text not in known:
            if len(known) >= _REMEMBERED:
                known.clear()
            bare = text.strip()
            known[text] = (NOTHING, 0) if bare in self._missing else length_of(bare, own.unit)
            read = known[text]
            if read is not None and read[1]:
                self._steps[name] = min(self._steps[name], read[1])
        read = known[text]
        if read is not None and (read[0] >= 0 or read[0] == NOTHING):
            return read[0]
        self._problems.add(
            "unreadable-figure",
            Severity.INFO,
            f'"{text.strip()[:40]}" does not say how long it took, in {own.unit.value}.',
            line=line,
            column=own.heading,
            value=text,
            understood="The case is judged; its own figure is not compared.",
            hint="Look at the unit below [recorded.took] in the map.",
        )
        return NOTHING

    def _verdict(self, met: Met, text: str) -> int:
        word = text.strip()
        return 1 if word in met.yes else 0 if word in met.no else -1
