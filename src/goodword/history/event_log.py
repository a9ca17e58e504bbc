"""An export with one row an event, or one row a change of state, gathered into cases."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from goodword.case.case import Case
from goodword.case.columns import EVENT_OF_COLUMN
from goodword.case.event import EventKind
from goodword.history.column_map import ColumnMap
from goodword.history.history import History
from goodword.history.log_case import EVENT_WORDS, case_of
from goodword.history.log_source import LogSource, Told
from goodword.history.problem import ProblemList
from goodword.problem import Severity

_NEVER_TOLD = {
    (EventKind.REPLY, EventKind.ANSWERED): "not answered",
    (EventKind.RESOLVED,): "not resolved",
}


class EventLog:
    """Gathers the rows of each case as they stream by; `history` is what came of them.

    With [states] in the map each row holds the state after an update: changes of state become
    events, and the last `resolved` column counts as the resolution of the last stretch. Without,
    each row names its event. `go_on_with` another file: it tells of the same cases. A log in our
    own words, each of them known, tells of everything: what no row says did not happen.
    """

    def __init__(
        self,
        column_map: ColumnMap,
        headings: tuple[str, ...],
        zone: ZoneInfo,
        problems: ProblemList,
    ) -> None:
        self._problems = problems
        self._cases: dict[str, Told] = {}
        self._read = 0
        self._source = LogSource(column_map, headings, zone, problems)
        self._sources = [self._source]
        self._told: set[EventKind] = set()

    def go_on_with(self, column_map: ColumnMap, headings: tuple[str, ...], zone: ZoneInfo) -> None:
        """Take the rows that follow as those of another file, with a map of its own."""
        self._source = LogSource(column_map, headings, zone, self._problems)
        self._sources.append(self._source)

    def turn_to(self, number: int) -> None:
        """Take the rows that follow as those of a file: the first is 0."""
        self._source = self._sources[number]

    def take_batch(self, lines: Sequence[int], rows: Sequence[list[str]]) -> None:
        """Read some rows; what is wrong with them becomes problems with their places."""
        for line, fields in zip(lines, rows, strict=True):
            self.take(line, fields)

    def take(self, line: int, fields: list[str]) -> None:
        """Read one row; what is wrong with it becomes a problem with its place."""
        self._read += 1
        self._source.take(line, fields, self._cases)

    def refuse_nonsense(self, path: str) -> None:
        """Raise UnreadableFileError when most dates are none."""
        self._source.refuse_nonsense(path)

    def __len__(self) -> int:
        return len(self._cases)

    @property
    def last_begun(self) -> str:
        """The id of the case that was begun last."""
        return next(reversed(self._cases))

    def start_again(self) -> None:
        """Forget the cases that were read, but not what was learnt of how they are written."""
        self._cases, self._read = {}, 0

    def give_out(self, path: str, zone: str, *, is_last: bool) -> History:
        """Return the cases read so far and forget them, but for the last, which may go on."""
        last = None if is_last or not self._cases else self._cases.popitem()
        history = self.history(path, zone, is_whole=is_last)
        self._cases, self._read = dict([last] if last else []), 0
        problems, counts = self._problems.taken()
        return replace(history, problems=problems, counts=counts)

    def history(self, path: str, zone: str, *, is_whole: bool = True) -> History:
        """Return everything that was read."""
        cases: list[Case] = []
        left_out: Counter[str] = Counter()
        for case_id, told in self._cases.items():
            if told.left_out:
                left_out[told.left_out.name.lower()] += 1
                continue
            case = case_of(case_id, told, self._problems)
            if case is not None:
                self._told.update(event.kind for event in case.events)
                cases.append(case)
            elif told.updates and told.updates[0].source.map.states:
                left_out["ends_before_start"] += 1
        is_ours = all(source.in_our_words for source in self._sources)
        is_ours = is_ours and not self._problems.counts["unknown-event"]
        if is_whole and is_ours:
            self._say_what_is_never_told()
        skipped = sum(source.reader.skipped for source in self._sources)
        twice = sum(source.reader.twice for source in self._sources)
        if is_whole and (twice or skipped):
            self._problems.add(
                "clock-change",
                Severity.INFO,
                f"{skipped:,} local times were skipped by a clock change, "
                f"{twice:,} happened twice.",
                understood="A skipped time is read with the offset before the change, "
                "a repeated one as its first occurrence (RFC 5545 3.3.5).",
            )
        good = sum(source.good for source in self._sources)
        return History(
            path=path,
            zone=zone,
            rows=self._read,
            last_event=max((case.events[-1].at for case in cases), default=None),
            tells=frozenset(EventKind) if is_ours else self._may_tell() | self._told,
            cases=tuple(cases),
            dates_only=bool(good) and not any(one.reader.with_time for one in self._sources),
            left_out=left_out,
            problems=self._problems.in_order(),
            counts=self._problems.counts,
        )

    def _may_tell(self) -> frozenset[EventKind]:
        """Return what the maps name, whether or not it ever happened."""
        named = {
            EventKind(word)
            for source in self._sources
            for word in source.map.values.get("event", {}).values()
            if word in EVENT_WORDS
        }
        dated = {
            kind
            for source in self._sources
            for name, kind in EVENT_OF_COLUMN.items()
            if name in source.map.columns and not source.map.states
        }
        return frozenset(named | dated)

    def _say_what_is_never_told(self) -> None:
        for kinds, undone in _NEVER_TOLD.items():
            if self._told and self._told.isdisjoint(kinds):
                words = " or ".join(f'"{kind}"' for kind in kinds)
                self._problems.add(
                    "never-told",
                    Severity.INFO,
                    f"No row says {words}.",
                    understood=f"Every case counts as {undone}.",
                    hint="If the log does not record it, give it a map that names what it does "
                    "record below [values.event].",
                )
