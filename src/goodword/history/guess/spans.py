"""Columns that say how long something took, in which time, and until when."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib.resources import files

from goodword.case.own_figures import Measure
from goodword.history.durations import length_of
from goodword.history.guess.column import Column
from goodword.history.guess.date_forms import Order
from goodword.history.guess.date_shape import moment_of
from goodword.history.guess.lexicon import is_phrase_in, plain
from goodword.history.map_fields import Took, Unit

_LOOKED_AT = 2000
_READ = 0.95
_FITS = 0.95
_IS_CLOCK = 0.8
_FEW = 10
_UNITS = {
    "seconds": Unit.SECONDS,
    "minutes": Unit.MINUTES,
    "hours": Unit.HOURS,
    "days": Unit.DAYS,
}
_DAY = 86_400
# Of cases that lasted over a night, so much of the time at most is working time.
_MOST_WORKING = 0.8


@dataclass(frozen=True, slots=True)
class Spans:
    """What the columns of spans are good for.

    `after` tells instants that no date tells, `took` the other system's own figures.
    """

    after: Mapping[str, tuple[str, Unit]] = field(default_factory=dict)
    took: Mapping[str, Took] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)


def is_span(heading: str) -> bool:
    """Whether a heading names how long something took."""
    if _has(heading, "other", "words"):
        return False
    named = _has(heading, "span", "words")
    return named or (_unit_named(heading) is not None and _until(heading) is not None)


def names_a_length(heading: str) -> bool:
    """Whether a heading names a length of time, of whatever: no time of day."""
    return is_span(heading) or _has(heading, "span", "words")


def spans(columns: Sequence[Column], names: Mapping[str, str], order: Order) -> Spans:
    """Return what the columns of spans tell beside the dates that are `names`.

    A span is laid beside the time from the opening to the instant that it speaks of: where it is
    that time, it tells nothing new; where it is shorter over nights, working time was counted.
    """
    by_heading = {column.heading: column for column in columns}
    opened = _moments(by_heading.get(names.get("opened", "")), order)
    undated: list[tuple[Column, str, Unit | tuple[Unit, ...]]] = []
    took: dict[str, Took] = {}
    reasons: dict[str, str] = {}
    is_working_by_habit = False
    for column in sorted(columns, key=lambda one: (not _says_working(one.heading), one.index)):
        until = _until(column.heading)
        unit = None if column.is_date or until is None else _unit(column)
        if until is None or unit is None or not is_span(column.heading):
            continue
        said = until.replace("_", " ")
        if until not in names:
            undated.append((column, until, unit))
            continue
        done = _moments(by_heading.get(names[until]), order)
        found = _measured(column, unit, opened, done)
        if found is None:
            continue
        unit, measure = found
        if measure is Measure.CLOCK:
            reasons[column.heading] = (
                f"the time from opening to {said} as the clock runs: the dates tell it"
            )
        elif until not in took:
            is_working_by_habit = is_working_by_habit or not _says_working(column.heading)
            took[until] = Took(column.heading, unit, measure)
            counted = "working days" if measure is Measure.DAYS else f"working {unit.value}"
            reasons[column.heading] = (
                f"the other system's own count of {counted} until {said}: compared, not used"
                if unit not in (Unit.CLOCK, Unit.WORDS)
                else f"the other system's own working time until {said}: compared, not used"
            )
    after: dict[str, tuple[str, Unit]] = {}
    for column, until, unit in undated:
        said = until.replace("_", " ")
        if is_working_by_habit or _says_working(column.heading):
            reasons[column.heading] = (
                f"how long until {said}, in working time it seems; no column says when that was, "
                "so it is left aside"
            )
        elif until not in after and isinstance(unit, Unit):
            after[until] = column.heading, unit
            reasons[column.heading] = f"{said}, {unit.value} after opening: by its heading"
    return Spans(after, took, reasons)


def _measured(
    column: Column,
    unit: Unit | tuple[Unit, ...],
    opened: Sequence[datetime | None],
    done: Sequence[datetime | None],
) -> tuple[Unit, Measure] | None:
    """Return the unit and the kind of time, by laying the values beside the dates."""
    pairs = [
        (value, (b - a).total_seconds())
        for value, a, b in zip(column.values, opened, done, strict=False)
        if value and a is not None and b is not None and b >= a
    ]
    if len(pairs) < _FEW:
        return None
    best: tuple[Unit, Measure] | None = None
    for one in (unit,) if isinstance(unit, Unit) else unit:
        read = [(length_of(value, one), clock) for value, clock in pairs]
        known = [(*length, clock) for length, clock in read if length is not None]
        if len(known) < _READ * len(pairs) or not any(taken for taken, _, _ in known):
            continue
        # Dates may be cut to the minute, or to the day; a span is rounded to its step.
        slack = 60 if any(clock % _DAY for _, _, clock in known) else _DAY
        alike = sum(abs(taken - clock) <= max(step, slack) for taken, step, clock in known)
        if alike >= _IS_CLOCK * len(known):
            return one, Measure.CLOCK
        within = sum(taken <= clock + max(step, slack) for taken, step, clock in known)
        if within < _FITS * len(known):
            continue
        if one is Unit.DAYS:
            whole = all(taken % _DAY == 0 for taken, _, _ in known)
            best = (Unit.WORKING_DAYS, Measure.DAYS) if whole else best
        elif _says_working(column.heading) or _is_working(known):
            best = one, Measure.WORKING
    return best


def _is_working(known: Sequence[tuple[int, int, float]]) -> bool:
    long = [(taken, clock) for taken, _, clock in known if clock > _DAY]
    less = sum(taken <= _MOST_WORKING * clock for taken, clock in long)
    return len(long) >= _FEW and less >= _FITS * len(long)


def _moments(column: Column | None, order: Order) -> list[datetime | None]:
    if column is None:
        return []
    return [
        moment_of(value, day_first=order.day_first) if value else None
        for value in column.values[:_LOOKED_AT]
    ]


def _unit(column: Column) -> Unit | tuple[Unit, ...] | None:
    """Return the unit of a column's values; several where only the dates can tell."""
    some = list(column.words)[:400]
    if len(some) < 2:
        return None
    for unit in (Unit.CLOCK, Unit.SECONDS, Unit.WORDS):
        good = sum(length_of(value, unit) is not None for value in some)
        if good >= _READ * len(some):
            if unit is not Unit.SECONDS:
                return unit
            # Later ones fit as well where earlier ones do: the longest that fits is right.
            return _unit_named(column.heading) or tuple(_UNITS.values())
    return None


def _unit_named(heading: str) -> Unit | None:
    """Return the unit that a heading names; the last one, as in "Business hours (min)"."""
    words = plain(heading).split()
    for word in reversed(words):
        for name, marks in _lexicon()["unit"].items():
            if word in marks:
                return _UNITS[name]
    return None


def _until(heading: str) -> str | None:
    return next(
        (name for name, _ in _lexicon()["until"].items() if _has(heading, "until", name)), None
    )


def _says_working(heading: str) -> bool:
    return _has(heading, "counted", "working")


def _has(heading: str, table: str, name: str) -> bool:
    return any(is_phrase_in(phrase, heading) for phrase in _lexicon()[table][name])


@cache
def _lexicon() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files(__package__) / "spans.toml").read_text("utf-8"))
