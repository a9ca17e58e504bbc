"""The column map that an export most likely needs, with the reason for each of its lines."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from goodword.history.column_map import INSTANTS, LINE, ColumnMap, Shape, States
from goodword.history.guess.case_dates import cases_dates, is_surely_another
from goodword.history.guess.column import Column
from goodword.history.guess.date_forms import Order, formats, order_of
from goodword.history.guess.date_shape import DateShape
from goodword.history.guess.event_rows import EventRows, event_rows
from goodword.history.guess.joined_columns import joined_columns
from goodword.history.guess.lexicon import heading_weight, word_class
from goodword.history.guess.own_verdicts import own_verdicts, verdict_columns
from goodword.history.guess.spans import Spans, spans
from goodword.history.guess.word_columns import channel_words, own_words, word_columns

_UNIQUE = 0.9
_CASE_NAMED = 4.0
_SURELY_CASE = 9.0
_OFTEN_AGAIN = 0.75
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class GuessedMap:
    """A column map and why it is so.

    `column_map` is None where the export holds no date that could open a case; `reasons` says for
    each heading what it was taken for and why, also of those that were left aside. `order` tells
    how the order of day and month was decided. `verdict` is the heading of another system's own
    verdict, `status` that of a state in a table of cases. `repeats` is a heading that names the
    case better than the one taken, and says the same in several rows: they seem to be events.
    """

    column_map: ColumnMap | None
    reasons: Mapping[str, str]
    order: Order
    verdict: str | None = None
    status: str | None = None
    repeats: str | None = None


def guessed_map(columns: Sequence[Column], *, zone: str | None = None) -> GuessedMap:
    """Return the map that these columns most likely need."""
    written = columns
    columns, joined = joined_columns(columns)
    dated = [column for column in columns if column.is_date]
    order = order_of([(column.dates, column.values) for column in dated])
    reasons: dict[str, str] = {}
    flags = verdict_columns(columns)
    verdict = flags[0].heading if flags else None
    log = event_rows(columns)
    if not dated or (log is None and not _could_open(dated)):
        return GuessedMap(None, reasons, order, verdict)
    if log is not None:
        names = dict(log.columns)
        reasons.update(log.reasons)
        status = None
    else:
        names = _case_column(columns, reasons)
        found, why = cases_dates(dated, order)
        names |= found
        reasons.update(why)
        status = _status(columns)
    measured = Spans()
    if log is None:
        measured = spans(columns, names, order)
        reasons.update(measured.reasons)
    taken = {*names.values(), *(flag.heading for flag in flags), *measured.reasons}
    words, why = word_columns([one for one in columns if one.heading not in taken])
    names |= words
    reasons.update(why)
    due = names.pop("due", None)
    joined = _without_idle_times(names, joined, columns)
    by_heading = {column.heading: column for column in (*written, *columns)}
    used = [by_heading[heading] for heading in names.values() if heading != LINE]
    used += [by_heading[due]] if due else []
    used += [by_heading[own.heading] for own in measured.took.values()]
    used += [by_heading[heading] for heading, _ in measured.after.values()]
    met, why = own_verdicts(columns, {*names, *measured.after}) if log is None else ({}, {})
    own = own_words(columns)
    for heading, marks in own.items():
        shown = ", ".join(f'"{mark}"' for mark in sorted(marks)[:3])
        known = reasons.get(heading)
        reasons[heading] = f"{known}; {shown}: your own work" if known else f"{shown}: own work"
    column_map = ColumnMap(
        path="the guessed map",
        shape=Shape.CASES if log is None else Shape.EVENTS,
        zone=_own_zone(used) or zone,
        dates=formats([one.dates for one in used if one.is_date], order),
        missing=frozenset({""}.union(*(one.missing for one in used))),
        columns=names,
        joined={name: parts for name, parts in joined.items() if name in {*names.values(), due}},
        values=_values(names, by_heading, log),
        own=own,
        due=due,
        done=(names.get("resolved") or names.get("closed")) if due else None,
        states=_states(log),
        after=measured.after,
        took=measured.took,
        met=met,
    )
    if verdict:
        reasons[verdict] = "the other system's own verdict: compared, not used"
    reasons.update(why)
    _say_the_rest(reasons, names, due, status)
    repeats = None if log is not None else _repeating(columns, names["case"])
    return GuessedMap(_dates_alone(column_map, used), reasons, order, verdict, status, repeats)


def _say_the_rest(
    reasons: dict[str, str], names: Mapping[str, str], due: str | None, status: str | None
) -> None:
    if names.get("opened") and names["opened"] not in reasons:
        reasons[names["opened"]] = "opened: the ends have no time of day, so the date alone counts"
    if due is not None:
        reasons[due] = reasons.get(due, "") or "what the other system had promised"
    if status:
        reasons.setdefault(status, "where each case stands: not needed, the dates tell it")


def _without_idle_times(
    names: dict[str, str],
    joined: Mapping[str, tuple[str, ...]],
    columns: Sequence[Column],
) -> dict[str, tuple[str, ...]]:
    """Return what is joined, without the time of an opening whose ends have none.

    A case that begins at 16:30 and ends on that day, at no time, would end before it begins.
    """
    timed = {column.heading for column in columns if column.dates.with_time}
    ends = [heading for name, heading in names.items() if name in INSTANTS[1:]]
    opened = names.get("opened", "")
    if opened in joined and ends and not timed & set(ends):
        names["opened"] = joined[opened][0]
        return {}
    return dict(joined)


def _could_open(dated: Sequence[Column]) -> bool:
    """Whether one of the dates may be the opening: it is filled, and is not said to be another."""
    return any(column.fill >= 0.5 and not is_surely_another(column.heading) for column in dated)


def _case_column(columns: Sequence[Column], reasons: dict[str, str]) -> dict[str, str]:
    """Return the column that numbers the cases; each line is its own case where there is none."""
    best, best_score = None, 0.0
    for column in columns:
        if column.is_date or column.is_time or column.fill < _UNIQUE:
            continue
        named = heading_weight(column.heading, "case")
        longest = max(map(len, list(column.words)[:200]), default=0)
        if column.distinct < _UNIQUE and not (named >= 9 and column.distinct > 0.6):
            continue
        if longest > _LONGEST_ID or named < 0 or _is_measure(column):
            continue
        score = named + 4 * column.distinct - column.index * 0.05
        if named >= _CASE_NAMED or column.distinct >= 0.995:
            if _has_spaces(column) and named < _CASE_NAMED:
                continue
            best, best_score = (column, score) if score > best_score else (best, best_score)
    if best is None:
        return {"case": LINE}
    named = heading_weight(best.heading, "case") >= _CASE_NAMED
    why = "each value stands once" if best.distinct == 1 else "nearly every value stands once"
    reasons[best.heading] = f"the case: {'by its heading, and ' if named else ''}{why}"
    return {"case": best.heading}


def _repeating(columns: Sequence[Column], case: str) -> str | None:
    """Return a heading that names the case better than `case` does, and repeats itself."""
    if heading_weight(case, "case") >= _SURELY_CASE:
        return None
    return next(
        (
            column.heading
            for column in columns
            if heading_weight(column.heading, "case") >= _SURELY_CASE
            and not column.is_date
            and column.fill > _UNIQUE
            and len(column.words) > 1
            and column.distinct < _OFTEN_AGAIN
        ),
        None,
    )


def _is_measure(column: Column) -> bool:
    """Whether the values are measures (with a fraction, or negative), such as coordinates."""
    some = list(column.words)[:200]
    return column.is_number and any("." in value or value.startswith("-") for value in some)


def _has_spaces(column: Column) -> bool:
    some = list(column.words)[:200]
    return sum(" " in value for value in some) > 0.3 * len(some)


def _status(columns: Sequence[Column]) -> str | None:
    """Return the heading that says where each case of a table stands."""
    found = [
        (heading_weight(column.heading, "state"), column.heading)
        for column in columns
        if not column.is_date
        and 1 <= len(column.words) <= 60
        and any(word_class(word, "state") in ("closed", "resolved") for word in column.words)
        and heading_weight(column.heading, "state") > 3
    ]
    return max(found)[1] if found else None


def _own_zone(used: Sequence[Column]) -> str | None:
    """Return UTC where the dates say it in a word that their format spells out."""
    dated = [one.dates for one in used if one.is_date and one.dates.with_time]
    spelled = [
        forms
        for forms in dated
        if any("UTC" in s.form or s.form[-1] in "TZ0" for s in forms.shapes)
    ]
    return "UTC" if dated and len(spelled) == len(dated) else None


def _spells_utc(shape: DateShape) -> bool:
    return shape.utc and shape.form not in ("iso", "unix", "unix_ms")


def _values(
    names: Mapping[str, str], by_heading: Mapping[str, Column], log: EventRows | None
) -> dict[str, Mapping[str, str]]:
    values: dict[str, Mapping[str, str]] = {}
    if "channel" in names:
        known = channel_words(by_heading[names["channel"]])
        if known:
            values["channel"] = known
    if log is not None and log.states is None:
        values["event"] = dict(log.events)
        if log.actors:
            values["actor"] = dict(log.actors)
    return values


def _states(log: EventRows | None) -> States | None:
    return log.states if log is not None else None


def _dates_alone(column_map: ColumnMap, used: Sequence[Column]) -> ColumnMap:
    """Return the map reading 00:00:00 as no time at all, where every date of the export has it."""
    values = [value for one in used if one.is_date for value in one.values if value]
    endings = Counter(value.partition(" ")[2] or value.partition("T")[2] for value in values)
    if not values or len(endings) != 1:
        return column_map
    ending = next(iter(endings))
    digits = [letter for letter in ending if letter.isdigit()]
    is_midnight = bool(digits) and (set(digits) == {"0"} or ending.upper() == "12:00:00 AM")
    if not is_midnight or ":" not in ending or "+" in ending:
        return column_map
    form = column_map.dates[0]
    day = "%Y-%m-%d" if form == "iso" else form.partition(" ")[0].partition("T")[0]
    if not {"%Y", "%y"} & set(re.findall("%.", day)):
        return column_map
    glue = "T" if "T" in values[0] and " " not in values[0] else " "
    return replace(column_map, dates=(f"{day}{glue}{ending}",))
