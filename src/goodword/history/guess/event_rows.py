"""Whether the rows of an export are events of cases, and what they say then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from goodword.history.column_map import States
from goodword.history.guess.column import Column
from goodword.history.guess.lexicon import heading_weight, word_class

_CASE_NAMED = 5.0
_REPEATS = 0.75
_MOST_ROWS_A_CASE = 200
_UNIQUE = 0.98
_VARIES = 0.3
_CONSTANT = 0.1
_MOST_STATES = 400
_LOOKED_AT_WORDS = 100
_MOST_ACTORS = 12
_TELLING = frozenset({"reply", "answered", "acknowledged", "customer_message"})
_ENDS = frozenset({"resolved", "closed"}) | _TELLING
_OPENS = frozenset({"opened", "customer_message"})


@dataclass(frozen=True, slots=True)
class EventRows:
    """The columns of a log of events, with the reason for each.

    `states` are set where each row holds the state after it; else `events` names each word's
    event.
    """

    columns: Mapping[str, str]
    reasons: Mapping[str, str]
    states: States | None
    events: Mapping[str, str] = field(default_factory=dict)
    actors: Mapping[str, str] = field(default_factory=dict)


def event_rows(columns: Sequence[Column]) -> EventRows | None:
    """Return how these rows are events of cases, None where each row is a case."""
    if any(
        heading_weight(column.heading, "case") >= 9 and column.distinct >= _UNIQUE
        for column in columns
        if column.fill > 0.9 and not column.is_date
    ):
        return None
    best: tuple[float, EventRows] | None = None
    for column in columns:
        named = heading_weight(column.heading, "case")
        repeats = not column.is_date and column.fill > 0.9 and column.distinct < _REPEATS
        few = column.filled > _MOST_ROWS_A_CASE * len(column.words)
        if not repeats or named < _CASE_NAMED or len(column.words) < 2 or few:
            continue
        found = _as_log(column, columns)
        score = named + 3 * column.distinct
        if found is not None and (best is None or score > best[0]):
            best = score, found
    return None if best is None else best[1]


def _as_log(case: Column, columns: Sequence[Column]) -> EventRows | None:
    groups: dict[str, list[int]] = {}
    for row, value in enumerate(case.values):
        if value:
            groups.setdefault(value, []).append(row)
    several = [rows for rows in groups.values() if len(rows) > 1][:2000]
    if not several:
        return None
    at = _moment(columns, several)
    if at is None:
        return None
    said = _said(case, columns, several)
    if said is None:
        return None
    names = {"case": case.heading, "at": at.heading}
    reasons = {
        case.heading: f"the case: by its heading; {case.filled / len(groups):.1f} rows a case",
        at.heading: "when it happened: it differs between the rows of a case",
    }
    for role in ("opened", "resolved"):
        constant = _constant(role, at, columns, several)
        if constant is not None:
            names[role] = constant.heading
            reasons[constant.heading] = (
                f"{role}: by its heading, and the same in all rows of a case"
            )
    for column in columns:
        if column.is_date:
            reasons.setdefault(column.heading, "a date that no promise needs: left aside")
    found = _with_words(said, groups, names, reasons)
    return found if found.states is not None else _with_actors(found, said, columns)


def _varying(column: Column, groups: Sequence[list[int]]) -> float:
    """Return the share of cases in whose rows the column differs."""
    differ = sum(len({column.values[row] for row in rows} - {""}) > 1 for rows in groups)
    return differ / len(groups)


def _moment(columns: Sequence[Column], groups: Sequence[list[int]]) -> Column | None:
    varying = [
        (_varying(column, groups), heading_weight(column.heading, "at"), column)
        for column in columns
        if column.is_date and column.fill > 0.9
    ]
    good = [one for one in varying if one[0] >= _VARIES]
    if not good:
        return None
    return max(good, key=lambda one: (one[1] + 6 * one[0], -one[2].index))[2]


def _constant(
    role: str, at: Column, columns: Sequence[Column], groups: Sequence[list[int]]
) -> Column | None:
    found = [
        (heading_weight(column.heading, role), -column.index, column)
        for column in columns
        if column.is_date
        and column is not at
        and heading_weight(column.heading, role) >= 5
        and _varying(column, groups) <= _CONSTANT
        and (role != "opened" or column.fill > 0.9)
    ]
    return max(found, key=lambda one: one[:2])[2] if found else None


def _said(case: Column, columns: Sequence[Column], groups: Sequence[list[int]]) -> Column | None:
    """Return the column of states or events: it changes within cases, in words that are known."""
    best: tuple[float, Column] | None = None
    for column in columns:
        if column is case or column.is_date or column.is_time or column.fill < 0.7:
            continue
        if not 2 <= len(column.words) <= _MOST_STATES or column.is_number:
            continue
        varies = _varying(column, groups)
        named = heading_weight(column.heading, "state")
        some = [word for word, _ in column.words.most_common(_LOOKED_AT_WORDS)]
        classes = {word_class(word, "state") for word in some} - {None}
        ends = classes & _ENDS
        if varies < _VARIES or not ends or (named < 3 and len(classes) < 3):
            continue
        telling = 3 * len(classes & {"resolved", "closed", "waiting"}) + min(4, len(classes))
        score = max(named, 0) + telling + 2 * varies
        if best is None or score > best[0]:
            best = score, column
    return None if best is None else best[1]


def _with_words(
    said: Column,
    groups: Mapping[str, list[int]],
    names: dict[str, str],
    reasons: dict[str, str],
) -> EventRows:
    classes = {word: word_class(word, "state") for word in said.words}
    by_class: dict[str, set[str]] = {}
    for word, name in classes.items():
        if name == "waiting" and _is_not_for_customer(word):
            continue
        if name is not None:
            by_class.setdefault(name, set()).add(word)
    firsts = [classes.get(said.values[rows[0]]) for rows in groups.values()]
    opens = sum(name in _OPENS for name in firsts) / len(firsts)
    if opens >= 0.8 and _TELLING & set(by_class) and "opened" in by_class:
        names["event"] = said.heading
        reasons[said.heading] = "what happened: its words name events"
        if "resolved" not in by_class and "closed" in by_class:
            classes = {w: "resolved" if name == "closed" else name for w, name in classes.items()}
            reasons[said.heading] += "; nothing but closing ends a case"
        unknown = [word for word, name in classes.items() if name is None]
        if unknown:
            reasons[said.heading] += f"; {len(unknown):,} words that I do not know are passed over"
        # An event that is "" is passed over: so the map shows which these are.
        return EventRows(names, reasons, None, {w: name or "" for w, name in classes.items()})
    names["state"] = said.heading
    resolved, closed = by_class.get("resolved", set()), by_class.get("closed", set())
    reasons[said.heading] = "the state after each row: it changes within cases"
    if not resolved and closed:
        resolved, closed = closed, set()
        reasons[said.heading] += "; nothing but closing ends a case"
    return EventRows(
        names,
        reasons,
        States(
            waiting=frozenset(by_class.get("waiting", ())),
            resolved=frozenset(resolved),
            closed=frozenset(closed),
        ),
    )


def _with_actors(log: EventRows, said: Column, columns: Sequence[Column]) -> EventRows:
    """Return the log with the column that says who did each thing, where there is one."""
    for column in columns:
        if column is said or column.is_date or not 1 <= len(column.words) <= _MOST_ACTORS:
            continue
        actors = {word: word_class(word, "actor") for word in column.words}
        known = {word: actor for word, actor in actors.items() if actor is not None}
        named = heading_weight(column.heading, "actor") >= _CASE_NAMED
        if named and len(set(known.values())) > 1 and len(known) == len(actors):
            return replace(
                log,
                columns={**log.columns, "actor": column.heading},
                reasons={**log.reasons, column.heading: "who did it: its words name both sides"},
                actors=known,
            )
    return log


def _is_not_for_customer(word: str) -> bool:
    from goodword.history.guess.lexicon import plain  # noqa: PLC0415

    return any(word_class(part, "not_waiting") for part in plain(word).split())
