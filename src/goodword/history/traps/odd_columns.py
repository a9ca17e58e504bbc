"""Traps that the columns themselves give away."""

from collections.abc import Sequence

from goodword.history.guess.column import Column
from goodword.history.guess.date_forms import Order
from goodword.history.guess.date_shape import date_shape
from goodword.history.guess.guessed_map import GuessedMap
from goodword.history.traps.trap import Trap
from goodword.problem import Severity

_FEW = 3
_LOOKED_AT = 200


def odd_columns(columns: Sequence[Column], guess: GuessedMap) -> list[Trap]:
    """Return the traps that a look at the columns shows, each before any figure is made."""
    return [
        *_no_headings(columns),
        *_events_not_understood(columns, guess),
        *_split_times(guess),
        *_serial_dates(columns),
        *_order(columns, guess.order),
    ]


def _no_headings(columns: Sequence[Column]) -> list[Trap]:
    data = [
        column.heading
        for column in columns
        if (shape := date_shape(column.heading)) is not None and not shape.is_number
    ]
    if not data:
        return []
    return [
        Trap(
            code="broken-lines",
            severity=Severity.ERROR,
            message=f'The first line holds a date ("{data[0][:40]}"): it seems to be data, and the '
            "file to have no headings.",
            rows=1,
            of=1,
            line=1,
            example=data[0],
            effect="The first case would be lost, and the columns have no names.",
            advice="Export with headings, or put a line of headings on top.",
        )
    ]


def _events_not_understood(columns: Sequence[Column], guess: GuessedMap) -> list[Trap]:
    """Tell rows that seem to be events of cases, in words that are not known."""
    column = next((one for one in columns if one.heading == guess.repeats), None)
    if column is None:
        return []
    return [
        Trap(
            code="rows-of-events",
            severity=Severity.ERROR,
            message=f"Some {column.filled / len(column.words):.1f} rows share each value of "
            f'"{column.heading}": they seem to be events of cases, in words that I do not know.',
            rows=len(column.values),
            of=len(column.values),
            column=column.heading,
            example=column.examples[0],
            effect="Each row would count as a case of its own.",
            advice="Is there a ready map for this system (goodword maps)? Else write one for a log "
            "of events, and say below [values.event] what the words mean.",
            map_lines=f'shape = "events"\n[columns]\ncase = "{column.heading}"',
        )
    ]


def titles_above(
    headings: Sequence[str], lines: Sequence[int], rows: Sequence[Sequence[str]]
) -> list[Trap]:
    """Tell a title that stands above the headings of a file: the file seems to have one column."""
    if len(headings) != 1 or len(rows) < _FEW:
        return []
    texts = [row[0] for row in rows[:_LOOKED_AT]]
    for mark in ",;|\t":
        counts = [text.count(mark) for text in texts]
        usual = max(set(counts), key=counts.count)
        if usual < 2 or counts.count(usual) < 0.6 * len(counts):
            continue
        at = counts.index(usual)
        return [
            Trap(
                code="broken-lines",
                severity=Severity.ERROR,
                message=f"The headings seem to stand in line {lines[at]}, below a title.",
                rows=len(rows),
                of=len(rows),
                line=lines[at],
                example=texts[at][:80],
                effect="The title is taken for the heading, so nothing can be read.",
                advice=f"Delete what stands above line {lines[at]}, and look again.",
            )
        ]
    return []


def _split_times(guess: GuessedMap) -> list[Trap]:
    joined = guess.column_map.joined if guess.column_map is not None else {}
    return [
        Trap(
            code="split-times",
            severity=Severity.INFO,
            message=f'The date stands in "{parts[0]}" and the time of day in "{parts[-1]}".',
            rows=0,
            of=0,
            column=parts[-1],
            effect="None: the map puts both together.",
            advice="Nothing to do, if the two belong together.",
        )
        for parts in joined.values()
    ]


def _serial_dates(columns: Sequence[Column]) -> list[Trap]:
    return [
        Trap(
            code="serial-dates",
            severity=Severity.INFO,
            message=f"This column holds a spreadsheet's numbers of days "
            f"({next(iter(column.words))}) instead of dates.",
            rows=column.filled,
            of=len(column.values),
            column=column.heading,
            example=next(iter(column.words)),
            effect="None: the map reads them as days since 1900.",
            advice="Look at the first cases above: are these the days that you know?",
        )
        for column in columns
        if column.is_date and any(shape.form == "excel" for shape in column.dates.shapes)
    ]


def _order(columns: Sequence[Column], order: Order) -> list[Trap]:
    dated = [column for column in columns if column.is_date]
    n = sum(column.dates.read for column in dated)
    undecided = sum(column.dates.undecided for column in dated)
    column = next((one.heading for one in dated if one.dates.undecided), None)
    first = "day" if order.day_first else "month"
    second = "month" if order.day_first else "day"
    if order.by in ("habit", "sequence"):
        sure = (
            "but nothing settles it"
            if order.by == "habit"
            else "for so the file stands in better order of time; nothing else settles it"
        )
        sample = next((v for one in dated for v in one.values if date_shape(v)), "")
        return [
            Trap(
                code="day-or-month",
                severity=Severity.WARNING,
                message=f"No date goes beyond the 12th: I take the {first} first, {sure}.",
                rows=undecided,
                of=n,
                column=column,
                example=sample,
                effect="The other way round every date is another one.",
                advice=f"If the {second} stands first, exchange %d and %m under dates in the map.",
            )
        ]
    if order.by == "evidence" and min(order.day_proofs, order.month_proofs):
        few = min(order.day_proofs, order.month_proofs)
        return [
            Trap(
                code="day-or-month",
                severity=Severity.ERROR,
                message=f"Both orders occur: {order.day_proofs:,} dates can only have the day "
                f"first, {order.month_proofs:,} only the month.",
                rows=few,
                of=n,
                column=column,
                example=order.proof,
                effect=f"Dates up to the 12th are read with the {first} first; some of them are "
                "another day.",
                advice="Export the dates as 2026-09-04, which can be read in one way alone.",
            )
        ]
    return []
