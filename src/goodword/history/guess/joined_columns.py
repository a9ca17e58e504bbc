"""Dates whose time of day stands in a column of its own, put together."""

from collections import Counter
from collections.abc import Sequence

from goodword.history.guess.column import Column
from goodword.history.guess.date_forms import date_forms
from goodword.history.guess.lexicon import plain

_OF_DAY = ("time", "hour", "zeit", "uhrzeit", "hora", "heure", "hrs", "ora", "tijd")
_OF_DATE = ("date", "datum", "fecha", "data", "dia", "jour", "tag")
_TIME_WORDS = frozenset({*_OF_DAY, *_OF_DATE})


def joined_columns(
    columns: Sequence[Column],
) -> tuple[tuple[Column, ...], dict[str, tuple[str, ...]]]:
    """Return the columns with each date and its time as one, and of which two it is made.

    A time belongs to the date whose heading shares a word with it, or that stands before it.
    """
    joined: dict[str, tuple[str, ...]] = {}
    made: dict[str, Column] = {}
    taken: set[str] = set()
    for time in columns:
        if not time.is_time:
            continue
        date = _date_of(time, [one for one in columns if one.heading not in taken])
        if date is None:
            continue
        heading = f"{date.heading} + {time.heading}"
        values = tuple(
            " ".join(part for part in pair if part) if pair[0] else ""
            for pair in zip(date.values, time.values, strict=True)
        )
        there = [value for value in values if value]
        forms = date_forms(there)
        if forms.share < 0.8 or not forms.with_time:
            continue
        joined[heading] = (date.heading, time.heading)
        taken |= {date.heading, time.heading}
        made[date.heading] = Column(
            heading,
            date.index,
            values,
            date.missing + time.missing,
            Counter(there),
            forms,
            is_date=True,
            is_time=False,
        )
    left = [one for one in columns if one.heading not in taken or one.heading in made]
    return tuple(made.get(one.heading, one) for one in left), joined


def _date_of(time: Column, columns: Sequence[Column]) -> Column | None:
    words = set(plain(time.heading).split()) - _TIME_WORDS
    dates = [one for one in columns if one.is_date and not one.dates.with_time]
    near = [one for one in dates if words & (set(plain(one.heading).split()) - _TIME_WORDS)]
    if near:
        return near[0]
    before = [one for one in dates if one.index == time.index - 1]
    return before[0] if before else None
