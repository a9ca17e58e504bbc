"""An export with one row a case, gathered into columns."""

from array import array
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from goodword.case.columns import EVENT_OF_COLUMN, NOTHING, CaseColumns, LeftOut
from goodword.errors import UnreadableFileError
from goodword.history.case_ids import CaseIds
from goodword.history.column_map import LINE, WORDS, ColumnMap, Unit
from goodword.history.date_column import DateColumn, has_dates_only, say_how_dates_were_read
from goodword.history.durations import seconds_of
from goodword.history.history import History
from goodword.history.instants import InstantReader, looks_like_a_date
from goodword.history.own_columns import OwnColumns
from goodword.history.problem import ProblemList
from goodword.history.words import WordColumn
from goodword.problem import Severity

if TYPE_CHECKING:
    from goodword.history.plain_times import PlainTimes

_NONSENSE_FROM = 5
_WORTH_A_COLUMN = 32
# After so many batches without a plain row, only now and then one is looked at again.
_IN_VAIN, _AGAIN = 2, 32


class CaseTable:
    """Gathers rows into columns as they stream by; `history` is what came of them."""

    def __init__(
        self,
        column_map: ColumnMap,
        headings: tuple[str, ...],
        zone: ZoneInfo,
        problems: ProblemList,
    ) -> None:
        self._problems = problems
        self._formats = column_map.dates
        self._zone = zone
        self._plain: PlainTimes | None = None
        self._missing = column_map.missing
        places = {heading: index for index, heading in enumerate(headings)}
        columns = column_map.columns
        self._case = None if columns["case"] == LINE else places[columns["case"]]
        self._dates: dict[str, DateColumn] = {}

        def dates(heading: str) -> DateColumn:
            if heading not in self._dates:
                reader = InstantReader(column_map.dates, zone)
                self._dates[heading] = DateColumn(
                    heading, places[heading], reader, self._missing, problems
                )
            return self._dates[heading]

        self._opened = dates(columns["opened"])
        self._ends = {name: dates(columns[name]) for name in EVENT_OF_COLUMN if name in columns}
        self._after = {
            name: (heading, places[heading], unit)
            for name, (heading, unit) in column_map.after.items()
        }
        self._due = dates(column_map.due) if column_map.due else None
        # A date without a time means its end as a due date, its beginning as anything else.
        self._due_ends = self._due in (self._opened, *self._ends.values())
        self._done = dates(column_map.done) if column_map.due and column_map.done else None
        self._words = {
            name: WordColumn(
                places[columns[name]] if name in columns else None,
                column_map.values.get(name, {}),
                self._missing,
                column_map.always.get(name),
                of=name,
            )
            for name in WORDS
        }
        self._not_judged = [
            (places[heading], words, reason)
            for named, reason in (
                (column_map.own, LeftOut.OWN_WORK),
                (column_map.void, LeftOut.VOID),
            )
            for heading, words in named.items()
        ]
        self._own = OwnColumns(column_map, places, problems)
        self._rows = CaseIds()
        self._lines: array[int] = array("I")
        self.first_lines: dict[int, int] = {}
        self._has_places = "place" in columns or "place" in column_map.always
        self._gathered = self._nothing_gathered()
        self._headings = headings
        self._order: list[int | None] | None = None
        self._read = self._given_out = 0
        self._backwards = 0
        self._batches = self._plain_rows = self._in_vain = 0

    def _nothing_gathered(self) -> CaseColumns:
        gathered = CaseColumns(
            ids=(),
            opened=array("q"),
            instants={
                name: array("q")
                for name in EVENT_OF_COLUMN
                if name in self._ends or name in self._after
            },
            channel=self._words["channel"].names,
            kind=self._words["kind"].names,
            priority=self._words["priority"].names,
            left_out=array("b"),
            due=array("q") if self._due else None,
            done=array("q") if self._due else None,
            place=self._words["place"].names if self._has_places else None,
        )
        self._own.give_columns(gathered)
        return gathered

    def go_on_with(self, _: ColumnMap, headings: tuple[str, ...], __: ZoneInfo) -> None:
        """Take the rows that follow as those of another file of the same kind."""
        there = {heading: index for index, heading in enumerate(headings)}
        order = [there.get(heading) for heading in self._headings]
        self._order = order if order != [*range(len(headings))] else None

    def take_batch(self, lines: Sequence[int], rows: Sequence[list[str]]) -> None:
        """Read some rows: all at once where they are plain, else row by row with its problems."""
        if self._order is not None:
            rows = [["" if place is None else row[place] for place in self._order] for row in rows]
        self._batches += 1
        is_tried = self._in_vain < _IN_VAIN or self._batches % _AGAIN == 0
        before = self._plain_rows
        self._take_some(lines, rows, is_tried=is_tried and not self._after)
        self._in_vain = 0 if self._plain_rows > before else self._in_vain + is_tried

    def _take_some(
        self, lines: Sequence[int], rows: Sequence[list[str]], *, is_tried: bool
    ) -> None:
        """Read rows by columns where they are plain; halve them where one of them is not."""
        if is_tried and len(rows) >= _WORTH_A_COLUMN:
            odd = self._take_plain(lines, tuple(zip(*rows, strict=True)))
            if odd is None or len(odd) > len(rows) // _WORTH_A_COLUMN:
                half = len(rows) // 2
                self._take_some(lines[:half], rows[:half], is_tried=True)
                self._take_some(lines[half:], rows[half:], is_tried=True)
                return
            if not odd:
                self._plain_rows += len(rows)
                return
            begin = 0
            for row in odd:
                self._take_some(lines[begin:row], rows[begin:row], is_tried=True)
                self.take(lines[row], rows[row])
                begin = row + 1
            self._take_some(lines[begin:], rows[begin:], is_tried=True)
            return
        for line, fields in zip(lines, rows, strict=True):
            self.take(line, fields)

    def _take_plain(
        self, lines: Sequence[int], columns: Sequence[tuple[str, ...]]
    ) -> list[int] | None:
        """Take rows without any oddity, by columns.

        Else nothing is taken: returned are the places of the odd rows, None where I cannot tell.
        """
        ids = (
            list(map(str, lines)) if self._case is None else [*map(str.strip, columns[self._case])]
        )
        new = dict.fromkeys(ids)
        if len(new) < len(ids) or self._rows.may_have_any(new.keys()):
            return None
        if not self._missing.isdisjoint(new):
            return None
        reader = self._plain_times()
        read = {}
        oddities = {}
        for column in self._dates.values():
            instants = reader.read(columns[column.index], end_of_day=column is self._due)
            if instants is None or (column is self._due and not reader.has_time and self._due_ends):
                return None
            read[column.heading] = instants
            oddities[column.heading] = reader.skipped, reader.twice, reader.has_time
        opened = read[self._opened.heading]
        is_odd = opened == NOTHING
        for instants in read.values():
            is_odd |= (instants != NOTHING) & (instants < opened)
        if is_odd.any():
            odd: list[int] = is_odd.nonzero()[0].tolist()
            return odd
        for column in self._dates.values():
            good = int((read[column.heading] != NOTHING).sum())
            column.good += good
            if oddities[column.heading][2]:
                column.reader.with_time += good
            else:
                column.reader.without_time += good
            column.reader.skipped += oddities[column.heading][0]
            column.reader.twice += oddities[column.heading][1]
        self._put_down(lines, columns, read, ids)
        return []

    def _put_down(
        self,
        lines: Sequence[int],
        columns: Sequence[tuple[str, ...]],
        read: Mapping[str, Any],
        ids: Sequence[str],
    ) -> None:
        gathered, rows = self._gathered, len(ids)
        self._read += rows
        self._rows.extend(ids)
        self._lines.extend(lines)
        gathered.opened.frombytes(read[self._opened.heading].tobytes())
        for name, column in self._ends.items():
            gathered.instants[name].frombytes(read[column.heading].tobytes())
        if gathered.due is not None and gathered.done is not None and self._due is not None:
            gathered.due.frombytes(read[self._due.heading].tobytes())
            if self._done is None:
                gathered.done.extend([NOTHING] * rows)
            else:
                gathered.done.frombytes(read[self._done.heading].tobytes())
        self._own.take_all(gathered, lines, columns)
        for word in self._words.values():
            if word.index is None:
                word.take_nothing(rows)
            else:
                word.take_all(columns[word.index])
        own = bytearray(rows)
        for index, words, reason in self._not_judged:
            for row, text in enumerate(columns[index]):
                if not own[row] and text.strip() in words:
                    own[row] = reason
        gathered.left_out.frombytes(bytes(own))

    def _plain_times(self) -> "PlainTimes":
        """Return the fast reader; `read` leaves what it cannot tell to the slow one."""
        if self._plain is None:
            from goodword.history.plain_times import PlainTimes  # noqa: PLC0415 - slow import

            self._plain = PlainTimes(self._zone, self._missing, self._formats)
        return self._plain

    def take(self, line: int, fields: list[str]) -> None:
        """Read one row; what is wrong with it becomes a problem with its place."""
        self._read += 1
        case_id = str(line) if self._case is None else fields[self._case].strip()
        if case_id in self._missing:
            self._problems.add(
                "missing-case-id",
                Severity.ERROR,
                "There is no case id in this line.",
                line=line,
                understood="The line is left out; the others are read.",
            )
            return
        opened = self._opened.instant(line, fields, may_be_far=self._opened is self._due)
        if opened is None or opened == NOTHING:
            if opened == NOTHING:
                self._problems.add(
                    "missing-start",
                    Severity.ERROR,
                    "This line does not say when the case was opened.",
                    line=line,
                    column=self._opened.heading,
                    understood="The line is left out; the others are read.",
                )
            return
        left_out = self._why_not_judged(fields)
        ends: dict[str, int] = {}
        for name, column in self._ends.items():
            instant = column.instant(line, fields, may_be_far=column is self._due)
            if instant is None:
                left_out = left_out or LeftOut.UNREADABLE_DATE
                instant = NOTHING
            elif instant != NOTHING and instant < opened:
                instant = self._later_reading(column, instant, opened)
                if instant < opened:
                    left_out = left_out or LeftOut.ENDS_BEFORE_START
                    self._ends_before_start(line, column, fields)
            ends[name] = instant
        for name, (heading, index, unit) in self._after.items():
            taken = self._taken(line, heading, fields[index].strip(), unit)
            if taken is None:
                left_out = left_out or LeftOut.UNREADABLE_DATE
            ends[name] = NOTHING if taken is None or taken == NOTHING else opened + taken
        self._keep(line, case_id, fields, opened, ends, left_out)

    def refuse_nonsense(self, path: str) -> None:
        """Raise UnreadableFileError when most dates of a column are none, or most cases go back."""
        for column in self._dates.values():
            if column.bad > column.good and column.first_bad and self._is_nonsense(column):
                line, value = column.first_bad
                seen = column.bad + column.good
                why = (
                    "is no date that exists, or none in the map's formats"
                    if looks_like_a_date(value)
                    else "is not a date in the map's formats"
                )
                raise UnreadableFileError(
                    f'{path} line {line}, column "{column.heading}": "{value[:40]}" {why}. '
                    f"So it is with {column.bad:,} of {seen:,} values there.",
                    hint="Are the columns mixed up, or is the date written another way? "
                    "Look at [columns] and dates in the map.",
                )
        read = self._given_out + self._read
        if self._backwards * 2 > max(read, _NONSENSE_FROM):
            ends = ", ".join(column.heading for column in self._ends.values())
            raise UnreadableFileError(
                f"{path}: {self._backwards:,} of {read:,} cases end before they begin.",
                hint=f'Are the columns exchanged? "{self._opened.heading}" is read as the '
                f"beginning; {ends} as what came later.",
            )

    def _is_nonsense(self, column: DateColumn) -> bool:
        return column.bad >= _NONSENSE_FROM or (column is self._opened and not column.good)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def lines(self) -> "array[int]":
        """The line of each case that is held; `first_lines` has the first of some, by row."""
        return self._lines

    @property
    def ids(self) -> Collection[str]:
        """The ids of the cases that are held."""
        return self._rows.ids

    def leave_out(self, case_id: str) -> int:
        """Leave a case that is held out of what is judged, as one that stands twice; its line."""
        row = self._rows.row_of(case_id)
        if row is None:
            return 0
        self._gathered.left_out[row] = LeftOut.VOID
        return self._lines[row]

    def give_out(self, path: str, zone: str, *, is_last: bool) -> History:
        """Return the cases that were read since this was last asked, and forget them.

        The words of a later piece begin with those of an earlier one. How dates were written is
        told with the last piece, for all of them.
        """
        history = self.history(path, zone, is_whole=is_last)
        problems, counts = self._problems.taken()
        self.start_again()
        return replace(history, problems=problems, counts=counts)

    def start_again(self) -> None:
        """Forget the cases that were read, but not what was learnt of how they are written."""
        self._given_out += self._read
        self._rows, self._lines, self._read = CaseIds(), array("I"), 0
        self.first_lines = {}
        for word in self._words.values():
            word.start_again()
        self._gathered = self._nothing_gathered()

    def history(self, path: str, zone: str, *, is_whole: bool = True) -> History:
        """Return everything that was read."""
        gathered = self._gathered
        gathered.ids = self._rows.ids
        events = [gathered.opened, *gathered.instants.values()]
        last = max((max(column) for column in events if column), default=NOTHING)
        dates_only = has_dates_only(self._dates.values())
        if is_whole:
            say_how_dates_were_read(self._dates.values(), self._problems, dates_only=dates_only)
        reasons = Counter(LeftOut(code).name.lower() for code in gathered.left_out if code)
        return History(
            path=path,
            zone=zone,
            rows=self._read,
            last_event=None if last == NOTHING else last,
            tells=frozenset(EVENT_OF_COLUMN[name] for name in gathered.instants),
            columns=gathered,
            dates_only=dates_only,
            left_out=reasons,
            problems=self._problems.in_order(),
            counts=self._problems.counts,
        )

    def _keep(
        self,
        line: int,
        case_id: str,
        fields: list[str],
        opened: int,
        ends: Mapping[str, int],
        left_out: LeftOut,
    ) -> None:
        due = (
            self._due.instant(line, fields, end_of_day=True, may_be_far=True)
            if self._due
            else NOTHING
        )
        done = self._recorded_done(line, fields, ends)
        if due is None or done is None:
            due = done = NOTHING
        if due not in (NOTHING, None) and due < opened:
            self._problems.add(
                "due-before-start",
                Severity.INFO,
                "The recorded due time is before the case was opened.",
                line=line,
                column=self._due.heading if self._due else None,
                understood="It is counted as it was recorded.",
            )
        gathered = self._gathered
        row = self._rows.row_of(case_id)
        if row is not None:
            self._duplicate(line, row, case_id)
        else:
            row = len(self._rows)
            self._rows.extend((case_id,))
            for column in (
                gathered.opened,
                gathered.due,
                gathered.done,
                *gathered.instants.values(),
            ):
                if column is not None:
                    column.append(NOTHING)
            gathered.left_out.append(0)
            self._own.make_room(gathered)
            self._lines.append(line)
            for word in self._words.values():
                word.names.codes.append(0)
        gathered.opened[row] = opened
        gathered.left_out[row] = left_out
        self._own.put(gathered, row, line, fields)
        self._lines[row] = line
        for name, instant in ends.items():
            gathered.instants[name][row] = instant
        for word in self._words.values():
            word.names.codes[row] = word.code(fields)
        if gathered.due is not None and gathered.done is not None:
            gathered.due[row] = due
            gathered.done[row] = done

    def _recorded_done(self, line: int, fields: list[str], ends: Mapping[str, int]) -> int | None:
        if self._done is None:
            return NOTHING
        for name, column in self._ends.items():
            if column is self._done:
                unreadable = (
                    ends[name] == NOTHING and fields[column.index].strip() not in self._missing
                )
                return None if unreadable else ends[name]
        return self._done.instant(line, fields, may_be_far=self._done is self._due)

    def _later_reading(self, column: DateColumn, instant: int, opened: int) -> int:
        """Return the second occurrence of a repeated hour, where only that one can be meant."""
        later = column.reader.second_occurrence(instant)
        return later if later is not None and later >= opened else instant

    def _why_not_judged(self, fields: list[str]) -> LeftOut:
        return next(
            (reason for index, words, reason in self._not_judged if fields[index].strip() in words),
            LeftOut.NO,
        )

    def _taken(self, line: int, heading: str, text: str, unit: Unit) -> int | None:
        """Return how long something took, `NOTHING` where it has not, None where unreadable."""
        if text in self._missing:
            return NOTHING
        taken = seconds_of(text, unit)
        if taken is not None and taken >= 0:
            return taken
        self._problems.add(
            "unreadable-duration",
            Severity.WARNING,
            f'"{text[:40]}" does not say how long it took, in {unit}.',
            line=line,
            column=heading,
            value=text,
            understood="The case is not judged; nothing is guessed.",
            hint="Look at the unit below [after] in the map.",
        )
        return None

    def _duplicate(self, line: int, row: int, case_id: str) -> None:
        self.first_lines.setdefault(row, self._lines[row])
        say_it_comes_again(self._problems, case_id, line, self._lines[row])

    def _ends_before_start(self, line: int, column: DateColumn, fields: list[str]) -> None:
        self._backwards += 1
        self._problems.add(
            "ends-before-start",
            Severity.WARNING,
            f"The case was opened at {fields[self._opened.index]}, "
            f"but this column says {fields[column.index]}.",
            line=line,
            column=column.heading,
            value=fields[column.index],
            understood="The case is counted as left out and judged by no promise.",
            hint="Look at the case where it was exported from; the two times may be exchanged.",
        )


def say_it_comes_again(problems: ProblemList, case_id: str, line: int, before: int) -> None:
    """Put down that a case stands in a line, and stood in another before."""
    problems.add(
        "duplicate-case",
        Severity.WARNING,
        f'The case "{case_id[:40]}" stands in line {before} already.',
        line=line,
        understood="The later line counts, and the case is counted once.",
        hint='If each line is one event of a case, say shape = "events" in the map.',
    )
