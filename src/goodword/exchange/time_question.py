"""One question about working time in JSON, answered in JSON: what `goodword time` is made of."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from goodword.businesstime.arithmetic import is_open
from goodword.businesstime.openings import Openings, covering, openings_for
from goodword.businesstime.workdays import add_working_days, working_days_between
from goodword.businesstime.zone import (
    FIRST_INSTANT,
    LAST_INSTANT,
    local,
    outside_calendar,
    zone_of,
)
from goodword.errors import GoodwordError
from goodword.exchange.millionths import MILLION, add_millionths, elapsed_millionths
from goodword.exchange.plain_hours import plain_hours
from goodword.policy.hours import Hours

Question = Mapping[str, Any]
# Beyond it no calendar date is left, whatever the start.
_MOST = 10**12
_CENTURY = 36_525 * 86_400
_EPOCH = datetime(1970, 1, 1, tzinfo=zone_of("UTC"))
_DAY = timedelta(days=1)
# What `datetime` would cut off without a word: digits finer than a millionth of a second.
_TOO_FINE = re.compile(r"[.,]\d{6}\d*[1-9]")
# ISO 8601 has both; `datetime` reads neither of them.
_DAYS_END = re.compile(r"[T ]24:00(?::00(?:[.,]0+)?)?(?=$|[Z+-]| [+-])")
# Common beside ISO 8601: an hour of one digit, the offset as a word, the zone after the offset.
_ONE_DIGIT = re.compile(r"(?<=\d[T ])(?=\d:\d\d)")
_WORD = re.compile(r"\s*(?:UTC|GMT)$")
_ZONE_AFTER = re.compile(r"(?<=\d)(Z|[+-]\d\d:?\d\d)\[[^\[\]]+\]$")
_HOURS = ("timezone", "hours", "holidays", "overrides", "breaks")
_NAMES = (*_HOURS, "op", "start", "end", "n", "amount_seconds")
_KNOWN = frozenset(_NAMES)
# So like a name of ours is a slip of the pen; what programs add of their own is less like it.
_ALIKE = 0.85


class UnreadableQuestionError(GoodwordError):
    """A question about working time lacks something, or holds what it cannot."""

    code = "unreadable-question"


def answered(question: object) -> dict[str, Any]:
    """Return `{"result": …}`, or `{"error": {"code", "message"}}` where there is none.

    `question` is `{"timezone", "hours", "holidays"?, "overrides"?, "breaks"?, "op", "start",
    "amount_seconds" | "end" | "n"}`. The result of `add`, `add_working_days` and `next_open` is an
    instant with the offset of its zone; of `elapsed` open seconds; of `working_days_between` a
    count; of `is_open` true or false. A moment without an offset is local time of the zone, and one
    that happens twice its first occurrence; 24:00 is the midnight that ends a date. Parts of a
    second count, to a millionth. A name that is nearly one of these is refused; others are left
    aside.
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
    _need_known_names(question)
    asked = _asked(question)
    start = _moment(question, "start", asked.hours.zone)
    return operation(question, asked.openings(start // MILLION), start)


def _need_known_names(question: Question) -> None:
    """Refuse what looks like a name of ours: left aside in silence, it would change the answer."""
    if not question.keys() <= _KNOWN:
        for name in question.keys() - _KNOWN:
            meant = get_close_matches(str(name).lower(), _NAMES, 1, _ALIKE)
            if meant:
                raise UnreadableQuestionError(
                    f'I do not know "{name}".', hint=f'Did you mean "{meant[0]}"?'
                )


@dataclass(frozen=True, slots=True)
class _Asked:
    """The hours of a question, with the widest horizon that was asked for in each century."""

    hours: Hours
    compiled: dict[int, Openings] = field(default_factory=dict)

    def openings(self, instant: int) -> Openings:
        """Return openings that hold the instant; what grew for one question serves the next."""
        century = instant // _CENTURY
        openings = self.compiled.get(century) or openings_for(self.hours, instant)
        self.compiled[century] = openings = covering(openings, instant)
        return openings


def _asked(question: Question) -> _Asked:
    said = {name: question[name] for name in _HOURS if name in question}
    try:
        written = json.dumps(said)
    except (TypeError, ValueError):
        return _Asked(plain_hours(said))
    return _asked_once(written)


@lru_cache(maxsize=128)
def _asked_once(written: str) -> _Asked:
    """Return the hours of one way of writing them: lines that repeat it are read once."""
    return _Asked(plain_hours(json.loads(written)))


def _add(question: Question, openings: Openings, start: int) -> str:
    return _written(
        add_millionths(openings, start, _seconds(question, "amount_seconds")), openings.zone
    )


def _elapsed(question: Question, openings: Openings, start: int) -> int | float:
    worked = elapsed_millionths(openings, start, _moment(question, "end", openings.zone))
    return worked / MILLION if worked % MILLION else worked // MILLION


def _add_working_days(question: Question, openings: Openings, start: int) -> str:
    closing = add_working_days(openings, start // MILLION, _whole(question, "n"))
    return _written(closing * MILLION, openings.zone)


def _working_days_between(question: Question, openings: Openings, start: int) -> int:
    end = _moment(question, "end", openings.zone)
    return working_days_between(openings, start // MILLION, end // MILLION)


def _next_open(question: Question, openings: Openings, start: int) -> str:
    del question
    return _written(add_millionths(openings, start, 0), openings.zone)


def _is_open(question: Question, openings: Openings, start: int) -> bool:
    del question
    return is_open(openings, start // MILLION)


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
        read = _read(said.strip().upper())
        placed = read if read.tzinfo else read.replace(tzinfo=zone_of(zone))
        instant = (placed - _EPOCH) // timedelta(microseconds=1)
    except (ValueError, OverflowError):
        raise UnreadableQuestionError(
            f'"{name}": "{said}" is no moment that exists.',
            hint="Write a moment such as 2026-03-02T16:40:00+01:00.",
        ) from None
    if _TOO_FINE.search(said):
        raise UnreadableQuestionError(
            f'"{name}" is finer than a millionth of a second.', hint="Write six digits at most."
        )
    if not FIRST_INSTANT * MILLION <= instant <= LAST_INSTANT * MILLION:
        raise outside_calendar(f'"{name}"')
    return instant


def _read(said: str) -> datetime:
    """Return what a moment in capitals says; 24:00 is the midnight that ends its date."""
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        said = _WORD.sub("Z", _ONE_DIGIT.sub("0", _ZONE_AFTER.sub(r"\1", said)))
        ends = _DAYS_END.search(said)
        if ends is None:
            return datetime.fromisoformat(said)
        midnight = f"{said[: ends.start()]}T00:00{said[ends.end() :]}"
        return datetime.fromisoformat(midnight) + _DAY


def _seconds(question: Question, name: str) -> int:
    """Return an amount in millionths of a second."""
    said = question.get(name)
    if isinstance(said, float) and abs(said) <= _MOST:
        return round(said * MILLION)
    return _whole(question, name) * MILLION


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
    """Return an instant in millionths of a second with the offset of its zone."""
    moment = local(instant // MILLION, zone)
    # Adding to it would forget which of two equal local times it is.
    return moment.replace(microsecond=instant % MILLION).isoformat()
