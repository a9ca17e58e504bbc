"""The other system's own figures and verdicts beside ours, told in a terminal, JSON and CSV."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Any, Self
from zoneinfo import ZoneInfo

from goodword.case.columns import CaseColumns
from goodword.case.own_figures import Measure
from goodword.cli.replay_print import sentence
from goodword.cli.terminal import paint
from goodword.errors import UnreadableFileError
from goodword.policy.hours import Hours
from goodword.policy.promise import Promise
from goodword.replay.beside import EXAMPLES, Beside, DayClue, Differing, beside
from goodword.replay.outcomes import Outcomes
from goodword.replay.verdicts_beside import VerdictsBeside, verdicts_beside

_SHOWN = 5
_FIGURES = "The file's own figures beside ours"
_VERDICTS = "The file's own verdicts beside ours"
_WRITTEN = ("case", "until", "column", "opened", "done", "theirs", "ours", "difference")
_MOST_CLUES = 4
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OURS = {
    Measure.WORKING: "our opening hours",
    Measure.CLOCK: "the time as the clock runs",
    Measure.DAYS: "our working days",
}


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """What the file says of itself, beside what we say."""

    figures: tuple[Beside, ...]
    verdicts: tuple[VerdictsBeside, ...]
    hours: Hours
    promises: tuple[Promise, ...] = ()

    @classmethod
    def of(
        cls,
        columns: CaseColumns | None,
        outcomes: Outcomes,
        hours: Hours,
        *,
        all_of_them: bool = False,
    ) -> Self:
        """Return the own record of a table; empty for a log, which holds none."""
        if columns is None:
            return cls((), (), hours)
        most = len(columns) if all_of_them else EXAMPLES
        return cls(
            beside(columns, hours, at=outcomes.at, most=most),
            verdicts_beside(columns, outcomes.promises),
            hours,
            tuple(outcome.promise for outcome in outcomes.promises),
        )

    def show(self) -> None:
        """Print it."""
        print_beside(self.figures, self.hours)
        print_verdicts(self.verdicts, self.promises)

    @property
    def json(self) -> dict[str, Any]:
        """It, ready for JSON; nothing where the file says nothing of itself."""
        if not self.figures and not self.verdicts:
            return {}
        return beside_json(self.figures, self.verdicts, self.hours)


def print_beside(found: Sequence[Beside], hours: Hours) -> None:
    """Print, for each column of figures, how many are the same, how the others differ, and why."""
    if found:
        print(f"\n{paint(_FIGURES, 'bold')}")
    for one in found:
        _print_one(one, hours)


def _print_one(one: Beside, hours: Hours) -> None:
    event = one.event.replace("_", " ")
    print(f'  until {event}: "{one.heading}" ({one.unit}) beside {_OURS[one.measure]}')
    if not one.n:
        print("    no case has both the figure and the date")
        return
    print(
        f"    the same in {one.same:,} of {one.n:,} cases ({one.same / one.n:.1%})"
        + (f"; {one.nearly:,} to the minute, to which the dates are cut" if one.nearly else "")
        + (f"; {one.differ:,} differ" if one.differ else "")
    )
    if one.differ:
        usual = ", ".join(
            f"{_span(apart, one, sign=True)} in {number:,}"
            for apart, number in one.usual.most_common(3)
        )
        print(f"    ours is longer in {one.longer:,}, shorter in {one.shorter:,}; most: {usual}")
        for line in _reasons(one, hours):
            print(f"    {line}")
        for example in one.examples[:_SHOWN]:
            print(paint(f"      {_example(example, one, hours)}", "dim"))
        if one.differ > _SHOWN:
            print(paint("      --differing FILE.csv writes all of them.", "dim"))
    if one.silent:
        print(f"    {one.silent:,} more have the date and no figure")


def _reasons(one: Beside, hours: Hours) -> list[str]:
    """Return what the differences have in common, in sentences."""
    found = []
    if one.as_clock:
        found.append(f"{one.as_clock:,} of theirs are the time as the clock runs, day and night.")
    shift, offset = one.shift, one.by_clock_change
    if shift is not None:
        way = "later" if shift > 0 else "earlier"
        found.append(
            f"With all times {abs(shift)} hour{'s' * (abs(shift) != 1)} {way}, "
            f"{one.moved[shift] / one.n:.0%} would be the same: look at zone in the map."
        )
    if offset is not None:
        found.append(
            f"They differ where clocks in {hours.zone} are {offset / 3600:+g} hours from UTC, and "
            "not else: are the file's times local? Look at zone in the map."
        )
        return found
    clues = one.clues(hours)
    weekly = one.weekdays(clues)
    found += [
        f"Cases that last over a {_DAYS[day]} differ, on {number} dates: we count it as "
        f"{_standing(next(clue for clue in clues if clue.day.weekday() == day))}. Is it?"
        for day, number in sorted(weekly.items())
    ]
    others = [clue for clue in clues if clue.day.weekday() not in weekly]
    found += [
        f"Of the {clue.differ + clue.same:,} cases that last over {_day(clue.day)}, "
        f"{clue.differ:,} differ: we count that day as {_standing(clue)}. Is it?"
        for clue in others[:_MOST_CLUES]
    ]
    if not found and one.same < one.n / 2:
        found.append(
            "Most differ: look at the zone of the times in the map, and at the hours in the policy."
        )
    elif not found and one.longer > 9 * one.shorter:
        found.append("Theirs may leave out time in which they waited for the customer.")
    return found


def _standing(clue: DayClue) -> str:
    return "open" if clue.is_open else "closed"


def _day(day: date) -> str:
    return f"{day:%a %-d %b %Y}"


def _example(one: Differing, figures: Beside, hours: Hours) -> str:
    zone = ZoneInfo(hours.zone)
    begun, ended = (datetime.fromtimestamp(at, UTC).astimezone(zone) for at in one[1:3])
    return (
        f"{one.case[:40]}: {begun:%a %-d %b %Y %H:%M} to {ended:%a %-d %b %Y %H:%M}, "
        f"theirs {_span(one.theirs, figures)}, ours {_span(one.ours, figures)}"
    )


def _span(amount: int, one: Beside, *, sign: bool = False) -> str:
    """Return a figure as people compare it: hours, minutes and seconds, or days."""
    mark = ("+" if amount > 0 else "-") if sign else ("-" if amount < 0 else "")
    amount = abs(amount)
    if one.measure is Measure.DAYS:
        return f"{mark}{amount:,} working day{'s' * (amount != 1)}"
    return f"{mark}{amount // 3600:,}:{amount // 60 % 60:02}:{amount % 60:02}"


def print_verdicts(found: Sequence[VerdictsBeside], promises: Sequence[Promise]) -> None:
    """Print how often the other system's verdicts are ours."""
    if found:
        print(f"\n{paint(_VERDICTS, 'bold')}")
    for one in found:
        said = next((sentence(promise) for promise in promises if promise.id == one.promise), "")
        print(f'  "{one.heading}" beside: {said or one.promise}')
        if not one.n:
            print("    no case is judged by both")
            continue
        print(
            f"    the same in {one.same:,} of {one.n:,} cases ({one.same / one.n:.1%}); kept only "
            f"by ours: {one.here:,}, kept only by theirs: {one.there:,}"
        )
        for what, ids in (("ours", one.kept_here), ("theirs", one.kept_there)):
            if ids:
                more = ", …" if len(ids) > _SHOWN else ""
                print(paint(f"      only by {what}: {', '.join(ids[:_SHOWN])}{more}", "dim"))
        if one.closed:
            print(
                f"    in {one.closed:,} of the latter no open time had passed since it fell due: "
                "we count to the closing, they seem to count to the next opening"
            )
        if one.alone:
            print(f"    {one.alone:,} more have their verdict and none of ours")


def beside_json(
    figures: Sequence[Beside], verdicts: Sequence[VerdictsBeside], hours: Hours
) -> dict[str, Any]:
    """Return figures and verdicts beside ours, ready for JSON."""
    return {
        "own_figures": [
            {
                "event": one.event,
                "column": one.heading,
                "unit": one.unit,
                "counting": one.measure.value,
                "n": one.n,
                "same": one.same,
                "same_to_the_minute": one.nearly,
                "differ": one.differ,
                "ours_longer": one.longer,
                "ours_shorter": one.shorter,
                "theirs_is_clock_time": one.as_clock,
                "without_figure": one.silent,
                "same_if_moved_by_hours": one.shift,
                "differences": [list(pair) for pair in one.usual.most_common(20)],
                "dates": [
                    {**clue._asdict(), "day": clue.day.isoformat()} for clue in one.clues(hours)
                ],
                "differing": [example._asdict() for example in one.examples[:EXAMPLES]],
            }
            for one in figures
        ],
        "own_verdicts": [
            {
                "promise": one.promise,
                "column": one.heading,
                "n": one.n,
                "same": one.same,
                "kept_only_by_ours": one.here,
                "kept_only_by_theirs": one.there,
                "done_while_closed": one.closed,
                "without_ours": one.alone,
                "differing": {"ours": one.kept_here, "theirs": one.kept_there},
            }
            for one in verdicts
        ],
    }


def write_differing(path: Path, found: Sequence[Beside], zone: str) -> None:
    """Write every case on which two counts differ as CSV; a file that is there is left alone."""
    with _new(path) as file:
        writer = csv.writer(file)
        writer.writerow(_WRITTEN)
        for one in found:
            writer.writerows(differing_rows(one, zone))


def write_differing_parts(path: Path, parts: Mapping[str, IO[str]]) -> None:
    """Write the same from rows that were put by for each column of figures."""
    with _new(path) as file:
        csv.writer(file).writerow(_WRITTEN)
        for part in parts.values():
            part.seek(0)
            copyfileobj(part, file)


def differing_rows(one: Beside, zone: str) -> Iterator[tuple[object, ...]]:
    """Yield a row for each differing case that is kept of one column of figures."""
    there = ZoneInfo(zone)
    for case in one.examples:
        moments = [
            datetime.fromtimestamp(at, UTC).astimezone(there).isoformat()
            for at in (case.opened, case.done)
        ]
        counts = (case.theirs, case.ours, case.ours - case.theirs)
        yield (_safe(case.case), one.event, one.heading, *moments, *counts)


@contextmanager
def _new(path: Path) -> Iterator[IO[str]]:
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            yield file
    except FileExistsError:
        raise UnreadableFileError(
            f"{path} exists already; it is left as it is.", hint="Give another path."
        ) from None
    except OSError as refused:
        raise UnreadableFileError(
            f"{path} cannot be written: {refused.strerror}.",
            hint="Give a path in a folder where you may write.",
        ) from refused


def _safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
