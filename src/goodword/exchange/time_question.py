"""One question about working time in JSON, answered in JSON: what `goodword time` is made of."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from goodword.businesstime.arithmetic import add, elapsed, is_open, next_open
from goodword.businesstime.openings import Openings, openings_for
from goodword.businesstime.workdays import add_working_days, working_days_between
from goodword.businesstime.zone import FIRST_INSTANT, LAST_INSTANT, local, outside_calendar
from goodword.errors import GoodwordError
from goodword.exchange.plain_hours import plain_hours

Question = Mapping[str, Any]
# Beyond it no calendar date is left, whatever the start.
_MOST = 10**12


class UnreadableQuestionError(GoodwordError):
    """A question about working time lacks something, or holds what it cannot."""

    code = "unreadable-question"


def answered(question: object) -> dict[str, Any]:
    """Return `{"result": …}`, or `{"error": {"code", "message"}}` where there is none.

    `question` is `{"timezone", "hours", "holidays"?, "overrides"?, "breaks"?, "op", "start",
    "amount_seconds" | "end" | "n"}`. The result of `add`, `add_working_days` and `next_open` is an
    instant with the offset of its zone; of `elapsed` open seconds; of `working_days_between` a
    count; of `is_open` true or false. A moment without an offset is local time of the zone.
    """
    try:
        if not isinstance(question, Mapping):
            raise UnreadableQuestionError(
                "A question is an object.", hint='It has "timezone", "hours", "op" and "start".'
            )
        return {"result": _result(question)}
    except GoodwordError as refusal:
        return {"error": {"code": refusal.code, "message": str(refusal)}}


def _result(question: Question) -> object:
    wanted = question.get("op")
    operation = OPERATIONS.get(wanted) if isinstance(wanted, str) else None
    if operation is None:
        said = '"op" is missing' if wanted is None else f'I do not know the "op" {wanted!r}'
        raise UnreadableQuestionError(f"{said}.", hint=f"It is one of {', '.join(OPERATIONS)}.")
    hours = plain_hours(question)
    start = _moment(question, "start", hours.zone)
    return operation(question, openings_for(hours, start), start)


def _add(question: Question, openings: Openings, start: int) -> str:
    return _written(add(openings, start, _whole(question, "amount_seconds")), openings.zone)


def _elapsed(question: Question, openings: Openings, start: int) -> int:
    return elapsed(openings, start, _moment(question, "end", openings.zone))


def _add_working_days(question: Question, openings: Openings, start: int) -> str:
    return _written(add_working_days(openings, start, _whole(question, "n")), openings.zone)


def _working_days_between(question: Question, openings: Openings, start: int) -> int:
    return working_days_between(openings, start, _moment(question, "end", openings.zone))


def _next_open(question: Question, openings: Openings, start: int) -> str:
    del question
    return _written(next_open(openings, start), openings.zone)


def _is_open(question: Question, openings: Openings, start: int) -> bool:
    del question
    return is_open(openings, start)


OPERATIONS: dict[str, Callable[[Question, Openings, int], object]] = {
    "add": _add,
    "elapsed": _elapsed,
    "add_working_days": _add_working_days,
    "working_days_between": _working_days_between,
    "next_open": _next_open,
    "is_open": _is_open,
}


def _moment(question: Question, name: str, zone: str) -> int:
    said = question.get(name)
    if not isinstance(said, str):
        raise UnreadableQuestionError(
            f'"{name}" is missing.' if said is None else f'"{name}" is no text.',
            hint="Write a moment such as 2026-03-02T16:40:00+01:00.",
        )
    try:
        read = datetime.fromisoformat(said.strip())
        placed = read if read.tzinfo else read.replace(tzinfo=ZoneInfo(zone))
        instant = placed.timestamp()
    except (ValueError, OverflowError):
        raise UnreadableQuestionError(
            f'"{name}": "{said}" is no moment that exists.',
            hint="Write a moment such as 2026-03-02T16:40:00+01:00.",
        ) from None
    if instant != int(instant):
        raise UnreadableQuestionError(
            f'"{name}" has part of a second.', hint="Write whole seconds."
        )
    if not FIRST_INSTANT <= instant <= LAST_INSTANT:
        raise outside_calendar(f'"{name}"')
    return int(instant)


def _whole(question: Question, name: str) -> int:
    said = question.get(name)
    if isinstance(said, float) and said.is_integer():
        said = int(said)
    if not isinstance(said, int) or isinstance(said, bool):
        raise UnreadableQuestionError(
            f'"{name}" is missing.' if said is None else f'"{name}" is no whole number.',
            hint=f'Write, for example, "{name}": 3.',
        )
    if abs(said) > _MOST:
        raise outside_calendar(f'"{name}"')
    return said


def _written(instant: int, zone: str) -> str:
    return local(instant, zone).isoformat()
