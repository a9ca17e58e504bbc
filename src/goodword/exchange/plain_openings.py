"""The openings of one day as another program writes them in JSON, in the ways that programs do."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from goodword.errors import GoodwordError
from goodword.policy.hours import Interval, IntervalToTheSecond

_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?", re.ASCII)
# "09:00-17:00", with whatever dash.
_SPAN = re.compile(r"\s*([\d:.]+)\s*[-–—]\s*([\d:.]+)\s*")
_ENDS = (("start", "end"), ("from", "to"), ("open", "close"), ("opens", "closes"))
_DAY = 86_400


class UnreadableHoursError(GoodwordError):
    """Opening hours in JSON hold something that they cannot."""

    code = "unreadable-hours"


def openings_of(said: Any, place: str) -> tuple[Interval, ...]:
    """Return the openings of a day, sorted; `place` is where they stand.

    They are a list of `["09:00", "17:00"]`. One pair alone, the times in a row, `"09:00-17:00"`,
    `{"start", "end"}` (or from and to, open and close) and `{"09:00": "17:00"}` say the same.
    An opening that ends at or before its start runs over midnight. Raises UnreadableHoursError.
    """
    return _intervals(_pairs(said, place), place)


def breaks_of(said: Any, place: str) -> tuple[Interval, ...]:
    """Return the closed parts of a day, written as openings are.

    One that ends as it begins closes nothing: a pause of no length, and not a day of rest.
    """
    return _intervals([pair for pair in _pairs(said, place) if pair[0] != pair[1]], place)


def _intervals(pairs: list[tuple[int, int]], place: str) -> tuple[Interval, ...]:
    parts = [_interval(start, end or _DAY, place) for start, end in pairs]
    return tuple(sorted(parts, key=lambda part: part.seconds))


def _pairs(said: Any, place: str) -> list[tuple[int, int]]:
    if said is None:
        return []
    if isinstance(said, str | Mapping):
        said = [said]
    if not isinstance(said, list | tuple):
        raise refusal(place, "is a list of [opening, closing]", '[["09:00", "17:00"]]')
    if said and all(isinstance(one, str) and not _SPAN.fullmatch(one) for one in said):
        # Times in a row, opening and closing by turns.
        times = [_second_of(one, place) for one in said]
        if len(times) % 2 or any(later < one for one, later in pairwise(times[:-1])):
            raise refusal(place, "is a list of [opening, closing]", '[["09:00", "17:00"]]')
        return list(zip(times[::2], times[1::2], strict=True))
    return [pair for one in said for pair in _pairs_of(one, place)]


def _pairs_of(one: Any, place: str) -> list[tuple[int, int]]:
    ends: list[tuple[Any, Any]] = []
    if isinstance(one, str) and (span := _SPAN.fullmatch(one)):
        ends = [(span[1], span[2])]
    elif isinstance(one, list | tuple) and len(one) == 2:
        ends = [(one[0], one[1])]
    elif isinstance(one, Mapping):
        names = next((pair for pair in _ENDS if set(pair) <= one.keys()), None)
        ends = list(one.items()) if names is None else [(one[names[0]], one[names[1]])]
    if not ends and one != {}:
        raise refusal(place, "is a list of [opening, closing]", '[["09:00", "17:00"]]')
    return [(_second_of(start, place), _second_of(end, place)) for start, end in ends]


def _interval(opening: int, closing: int, place: str) -> Interval:
    if opening == _DAY:
        raise UnreadableHoursError(
            f"{place}: nothing opens at 24:00.", hint="Write 00:00 on the day after."
        )
    (start, start_second), (end, end_second) = divmod(opening, 60), divmod(closing, 60)
    if start_second or end_second:
        return IntervalToTheSecond(start, end, start_second, end_second)
    return Interval(start, end)


def _second_of(said: Any, place: str) -> int:
    """Return a time of day in seconds from midnight; 24:00 is the midnight that ends the day."""
    found = _TIME.fullmatch(said.strip()) if isinstance(said, str) else None
    hour, minute, second = (int(part or 0) for part in found.groups()) if found else (99, 99, 99)
    at = (hour * 60 + minute) * 60 + second
    if minute > 59 or second > 59 or at > _DAY:
        raise UnreadableHoursError(
            f'{place}: "{said}" is no time of day.',
            hint="Write HH:MM, or HH:MM:SS, from 00:00 to 24:00.",
        )
    return at


def refusal(place: str, what: str, example: str) -> UnreadableHoursError:
    """Return the refusal of something that has not the shape it needs."""
    return UnreadableHoursError(f"{place} {what}.", hint=f"Write, for example, {example}.")
