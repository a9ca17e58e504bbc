"""Dates whose time of day stands in a column of its own, put together."""

from collections import Counter
from collections.abc import Sequence

from goodword.history.guess.column import Column
from goodword.history.guess.date_forms import date_forms
from goodword.history.guess.lexicon import plain

_LOOKED_AT = 4000
_READ = 0.8
_OF_DAY = ("time", "hour", "zeit", "uhrzeit", "hora", "heure", "hrs", "ora", "tijd")
_OF_DATE = ("date", "datum", "fecha", "data", "dia", "jour", "tag")
_TIME_WORDS = frozenset({*_OF_DAY, *_OF_DATE})


def joined_columns(
    columns: Sequence[Column],
) -> tuple[tuple[Column, ...], dict[str, tuple[str, ...]]]:
    """Return the columns with each date and its time as one, and of which two it is made.

    A time belongs to the date whose heading shares a word with it, or that stands before it,
    or to the only date that there is.
    """
    joined: dict[str, tuple[str, ...]] = {}
    made: dict[str, Column] = {}
    used: set[str] = set()
    for time in columns:
        date = _date_of(time, columns) if time.is_time else None
        column = None if date is None else _joined(date, time)
        if date is not None and column is not None:
            joined[column.heading] = (date.heading, time.heading)
            made[time.heading] = column
            used.add(date.heading)
    left = [made.get(one.heading, one) for one in columns if one.heading not in used]
    return tuple(left), joined


def _joined(date: Column, time: Column) -> Column | None:
    """Return both as one column, None where the loaders could not read it."""
    values = tuple(
        f"{day} {hour}" if day and hour else day
        for day, hour in zip(date.values, time.values, strict=True)
    )
    there = [value for value in values if value]
    forms = date_forms(there[:_LOOKED_AT])
    if forms.share < _READ or not forms.with_time:
        return None
    return Column(
        f"{date.heading} + {time.heading}",
        date.index,
        values,
        date.missing + time.missing,
        Counter(there),
        forms,
        is_date=True,
        is_time=False,
    )


def _date_of(time: Column, columns: Sequence[Column]) -> Column | None:
    """Return the date that a time of day belongs to."""
    words = set(plain(time.heading).split()) - _TIME_WORDS
    dates = [one for one in columns if one.is_date and not one.dates.with_time]
    near = [one for one in dates if words & (set(plain(one.heading).split()) - _TIME_WORDS)]
    if near:
        return near[0]
    before = [one for one in dates if one.index == time.index - 1]
    if before:
        return before[0]
    return dates[0] if len(dates) == 1 else None
