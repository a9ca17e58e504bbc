"""Which column of dates opens a case, which ends it, and which was promised."""

from collections.abc import Sequence
from datetime import datetime

from goodword.history.guess.column import Column
from goodword.history.guess.date_forms import Order
from goodword.history.guess.date_shape import moment_of
from goodword.history.guess.lexicon import heading_weight, plain

_LOOKED_AT = 2000
_NAMED = 4.0
_WORDED = 2.5
_SURELY = 6.0
_FOLLOWS = 0.9
_ENDS = ("due", "first_response", "acknowledged", "answered", "resolved", "closed")


def cases_dates(dated: Sequence[Column], order: Order) -> tuple[dict[str, str], dict[str, str]]:
    """Return our names for the columns of dates of a table of cases, and the reason for each."""
    moments = {column.heading: _moments(column, order) for column in dated}
    may_open = [column for column in dated if not is_surely_another(column.heading)]
    opened = _opened(may_open or dated, moments)
    names = {"opened": opened.heading}
    follows = {
        column.heading: _share_after(moments[opened.heading], moments[column.heading])
        for column in dated
    }
    first = "it comes before the other dates" if len(dated) > 1 else "the only date"
    named = heading_weight(opened.heading, "opened") >= _NAMED
    reasons = {opened.heading: f"opened: {'by its heading; ' if named else ''}{first}"}
    others = [column for column in dated if column is not opened]
    _take_named(others, names, reasons)
    left = [column for column in others if column.heading not in names.values()]
    _take_by_order(left, names, reasons, follows)
    _share_one_end(names, reasons)
    for column in others:
        reasons.setdefault(column.heading, "a date that no promise needs: left aside")
    return names, reasons


def is_surely_another(heading: str) -> bool:
    """Whether a heading says that this is no opening: a first reply, an end, a day of birth."""
    against = max(heading_weight(heading, role) for role in (*_ENDS, "other_date"))
    return against >= _SURELY and heading_weight(heading, "opened") < _WORDED


def _opened(dated: Sequence[Column], moments: dict[str, list[datetime | None]]) -> Column:
    def score(column: Column) -> float:
        named = heading_weight(column.heading, "opened")
        against = max(heading_weight(column.heading, role) for role in (*_ENDS, "other_date"))
        mine = moments[column.heading]
        others = [
            _share_after(mine, moments[other.heading]) for other in dated if other is not column
        ]
        before = sum(others) / len(others) if others else 1.0
        timed = column.dates.with_time / max(1, column.dates.read)
        against = against if against > named else 0.0
        return named - against + 4 * column.fill + 6 * before + timed - 0.01 * column.index

    return max(dated, key=score)


def _moments(column: Column, order: Order) -> list[datetime | None]:
    return [
        moment_of(value, day_first=order.day_first) if value else None
        for value in column.values[:_LOOKED_AT]
    ]


def _share_after(before: list[datetime | None], after: list[datetime | None]) -> float:
    """Return the share of rows with both dates in which the second is not before the first."""
    pairs = [(a, b) for a, b in zip(before, after, strict=True) if a is not None and b is not None]
    late = sum(
        b >= a or (b.date() == a.date() and not (b.hour or b.minute or b.second)) for a, b in pairs
    )
    return late / len(pairs) if pairs else 0.5


def _take_named(others: Sequence[Column], names: dict[str, str], reasons: dict[str, str]) -> None:
    scored = sorted(
        (
            (heading_weight(column.heading, role), column.fill, -column.index, role, column)
            for column in others
            for role in _ENDS
            if heading_weight(column.heading, role) >= _NAMED
            and heading_weight(column.heading, role)
            >= 0.95 * heading_weight(column.heading, "other_date")
        ),
        key=lambda one: one[:3],
        reverse=True,
    )
    for _, fill, _, role, column in scored:
        if role in names or column.heading in names.values() or not fill:
            continue
        names[role] = column.heading
        reasons[column.heading] = f"{_SAID[role]}: by its heading"


_SAID = {
    "due": "due, as the other system promised",
    "first_response": "first response",
    "acknowledged": "acknowledged",
    "answered": "answered",
    "resolved": "resolved",
    "closed": "closed",
}


def _take_by_order(
    left: Sequence[Column],
    names: dict[str, str],
    reasons: dict[str, str],
    follows: dict[str, float],
) -> None:
    """Take an unnamed date that comes after the opening as the end, where none is named so."""
    if set(_ENDS[1:]) & set(names):
        return
    after = [
        column
        for column in left
        if follows[column.heading] >= _FOLLOWS
        and heading_weight(column.heading, "other_date") < _WORDED
    ]
    if after:
        last = max(after, key=lambda column: (column.fill < 1, column.index))
        names["resolved"] = last.heading
        reasons[last.heading] = (
            f"resolved: nothing is by its heading, and this is not before the opening in "
            f"{follows[last.heading]:.0%} of rows. Is it right?"
        )


def _share_one_end(names: dict[str, str], reasons: dict[str, str]) -> None:
    """Let the only end be the resolution: a closing, or an answer that is not the first of some."""
    if "resolved" in names:
        return
    if "closed" in names:
        heading = names.pop("closed")
        names["resolved"] = heading
        reasons[heading] = "resolved: nothing else says when a case was over. Does a person close?"
    elif "first_response" in names and not _is_first(names["first_response"]):
        heading = names["first_response"]
        names["resolved"] = heading
        reasons[heading] = "first response, and resolved: the answer is all that is recorded"


def _is_first(heading: str) -> bool:
    words = plain(heading)
    return any(
        mark in words
        for mark in ("first", "initial", "erst", "prem", "prim", "eerst", "首次", "第一", "初")
    )
