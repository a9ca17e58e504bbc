"""One column of dates: read value by value, with what is wrong named, and told in the end."""

from collections.abc import Collection, Sequence

from goodword.case.columns import NOTHING
from goodword.history.instants import InstantReader, is_plausible, unreadable
from goodword.history.problem import ProblemList
from goodword.problem import Severity


class DateColumn:
    """One column of dates: where it stands, and how many of its values could be read."""

    def __init__(
        self,
        heading: str,
        index: int,
        reader: InstantReader,
        missing: frozenset[str],
        problems: ProblemList,
    ) -> None:
        self.heading = heading
        self.index = index
        self.reader = reader
        self.good = 0
        self.bad = 0
        self.first_bad: tuple[int, str] | None = None
        self._missing = missing
        self._problems = problems

    def instant(
        self,
        line: int,
        fields: Sequence[str],
        *,
        end_of_day: bool = False,
        may_be_far: bool = False,
    ) -> int | None:
        """Return a row's instant, `NOTHING` where it has none, None where it cannot be read.

        A due time `may_be_far`: a year in which nothing happens is no marker there.
        """
        text = fields[self.index]
        if text in self._missing:
            return NOTHING
        text = text.strip()
        instant = self.reader.read(text, end_of_day=end_of_day)
        if instant is not None and (is_plausible(instant) or may_be_far):
            self.good += 1
            return instant
        if text in self._missing:
            return NOTHING
        self.bad += 1
        self.first_bad = self.first_bad or (line, text)
        self._problems.add(
            *unreadable(text, instant, self.reader.unknown_zone),
            line=line,
            column=self.heading,
            value=text,
            understood="The case is not judged; nothing is guessed.",
            hint="Mend the date in the export, or name its format under dates in the map.",
        )
        return None


def has_dates_only(columns: Collection[DateColumn]) -> bool:
    """Whether no date of any column has a time of day."""
    readers = [column.reader for column in columns if column.good]
    return bool(readers) and not any(reader.with_time for reader in readers)


def say_how_dates_were_read(
    columns: Collection[DateColumn], problems: ProblemList, *, dates_only: bool
) -> None:
    """Name the columns whose dates have no time of day, or stand at a change of clocks."""
    for column in columns:
        reader = column.reader
        if reader.without_time:
            problems.add(
                "dates-without-time",
                Severity.INFO,
                f"{reader.without_time:,} dates have no time of day.",
                column=column.heading,
                understood="Promises in hours are not judged; those in days are."
                if dates_only
                else "Each is read as the beginning of its day, a due date as its end.",
            )
        if reader.skipped or reader.twice:
            problems.add(
                "clock-change",
                Severity.INFO,
                f"{reader.skipped:,} local times were skipped by a clock change, "
                f"{reader.twice:,} happened twice.",
                column=column.heading,
                understood="A skipped time is read with the offset before the change, "
                "a repeated one as its first occurrence (RFC 5545 3.3.5).",
            )
