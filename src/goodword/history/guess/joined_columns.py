"""Dates whose time of day stands in a column of its own, put together."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from goodword.history.guess.column import Column
from goodword.history.guess.date_forms import date_forms
from goodword.history.guess.lexicon import plain
from goodword.history.guess.spans import names_a_length

_LOOKED_AT = 4000
_READ = 0.8
_OF_DAY = ("time", "hour", "zeit", "uhrzeit", "hora", "heure", "hrs", "ora", "tijd")
_OF_DATE = ("date", "datum", "fecha", "data", "dia", "jour", "tag")
_HOURS_OF_A_DAY = 24
_MIDNIGHT = re.compile(r"0?0:00(?::00(?:\.0+)?)?")
_BY_CHANCE = 0.02
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
    times = [one for one in columns if one.is_time and not _is_long(one)]
    has_midnights = [one.heading for one in times if _midnights(one) > _BY_CHANCE]
    for time in times:
        if time.heading in has_midnights and len(has_midnights) < len(times):
            # Beside other times of the same rows, midnight says that there is none.
            time = _without_midnights(time)  # noqa: PLW2901 - the same column, better read
        date = _date_of(time, columns)
        column = None if date is None else _joined(date, time)
        if date is not None and column is not None:
            joined[column.heading] = (date.heading, time.heading)
            made[time.heading] = column
            used.add(date.heading)
    left = [made.get(one.heading, one) for one in columns if one.heading not in used]
    return tuple(left), joined


def _joined(date: Column, time: Column) -> Column | None:
    """Return both as one column, None where the loaders could not read it."""
    midnight = _midnight_of(time.missing)
    values = tuple(
        "" if midnight and not hour else f"{day} {hour}" if day and hour else day
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


def _midnight_of(words: Iterable[str]) -> str | None:
    return next((word for word in words if _MIDNIGHT.fullmatch(word)), None)


def _midnights(time: Column) -> float:
    """Return the share of values that are midnight to the second."""
    midnight = _midnight_of(time.words)
    return time.words[midnight] / time.filled if midnight else 0.0


def _without_midnights(time: Column) -> Column:
    midnight = _midnight_of(time.words) or ""
    return replace(
        time,
        values=tuple("" if value == midnight else value for value in time.values),
        missing=time.missing + Counter({midnight: time.words[midnight]}),
        words=Counter({word: n for word, n in time.words.items() if word != midnight}),
    )


def _is_long(time: Column) -> bool:
    """Whether some values go beyond the end of a day, as only a length can."""
    return any(int(value.partition(":")[0]) >= _HOURS_OF_A_DAY for value in time.words)


def _date_of(time: Column, columns: Sequence[Column]) -> Column | None:
    """Return the date that a time of day belongs to."""
    words = set(plain(time.heading).split()) - _TIME_WORDS
    dates = [one for one in columns if one.is_date and not one.dates.with_time]
    near = [one for one in dates if words & (set(plain(one.heading).split()) - _TIME_WORDS)]
    if near:
        return near[0]
    if names_a_length(time.heading):
        return None
    before = [one for one in dates if one.index == time.index - 1]
    if before:
        return before[0]
    return dates[0] if len(dates) == 1 else None
