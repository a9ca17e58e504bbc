"""Columns of plain local times (`2026-09-04 16:30:00`, `04/09/2026 4:30 PM`) read with NumPy."""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from goodword.case.columns import NOTHING
from goodword.history.instants import FIRST_YEAR, LAST_YEAR
from goodword.history.plain_forms import PlainForm, filled_up, in_numbers, plain_forms, with_numbers

_DAY = 86_400
_DAYS = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
_DAYS_TO_1970 = 719_469
_ISO = ("iso",)


class PlainTimes:
    """Reads whole columns by the rules of `InstantReader`: the same instants, many times faster.

    What is not plain is left to that reader: then `read` answers None for the whole column.
    `skipped` and `twice` count, over the last column that was read, times at a change of clocks;
    `has_time` says whether its dates had a time of day.
    """

    def __init__(
        self, zone: ZoneInfo, missing: frozenset[str], formats: Sequence[str] = _ISO
    ) -> None:
        self._zone = zone
        self._missing = missing - {""}
        self._forms: list[PlainForm] = []
        # Names of months become numbers first, where all dates are written with them.
        self._has_names = len(formats) == 1 and any(code in formats[0] for code in ("%b", "%B"))
        for form in formats:
            shapes = plain_forms(in_numbers(form) if self._has_names else form)
            if not shapes:
                # What this format reads cannot be told by its shape, so no later one is sure.
                break
            self._forms.extend(shapes)
        self.has_time = True
        self._years: tuple[int, int] | None = None
        self._boundaries = self._edges = np.empty(0, np.int64)
        self._offsets = np.zeros(1, np.int64)
        self._forward = np.empty(0, np.bool_)
        self.skipped = 0
        self.twice = 0

    def read(self, texts: Sequence[str], *, end_of_day: bool = False) -> NDArray[np.int64] | None:
        """Return the instants in UTC seconds, `NOTHING` where a text is missing.

        A date without a time is its first second, or with `end_of_day` its last one.
        """
        if self._missing:
            texts = ["" if text in self._missing else text for text in texts]
        if self._has_names:
            named = with_numbers(texts)
            if named is None:
                return None
            texts = named
        found = self._fields(texts)
        if found is None:
            return None
        form, there, fields = found
        seconds = _seconds_of(fields)
        if seconds is None:
            return None
        self.has_time = form is None or form.has_time
        if end_of_day and not self.has_time:
            seconds += _DAY - 1
        local = np.zeros(len(texts), np.int64)
        local[there] = seconds
        if not self._know_years(seconds):
            return None
        if form is not None and form.is_utc:
            self.skipped = self.twice = 0
            return np.where(there, local, NOTHING)
        self._count_oddities(seconds)
        region = np.searchsorted(self._boundaries, local, "right")
        return np.where(there, local - self._offsets[region], NOTHING)

    def _fields(
        self, texts: Sequence[str]
    ) -> tuple[PlainForm | None, NDArray[np.bool_], NDArray[np.int64]] | None:
        """Return the one shape of all texts, where there are any, and year to second of these."""
        lengths = set(map(len, texts)) - {0}
        if not lengths:
            return None, np.zeros(len(texts), np.bool_), np.empty((0, 6), np.int64)
        known = {form.length for form in self._forms}
        is_filled = False
        if len(lengths) > 1 or not lengths <= known:
            filled = filled_up(texts)
            if filled is None:
                return None
            texts, is_filled = filled, True
            lengths = set(map(len, texts)) - {0}
            if len(lengths) > 1 or not lengths <= known:
                return None
        length = lengths.pop()
        written = np.array(texts, f"U{length}")
        there: NDArray[np.bool_] = written != ""
        letters = written[there].view(np.int32).reshape(-1, length)
        for form in self._forms:
            if form.length == length and (form.may_be_short or not is_filled):
                fields = form.fields(letters)
                if fields is not None:
                    return form, there, fields
        return None

    def instants(self, local: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return local times, as seconds without a zone, in UTC seconds."""
        self._know_years(local)
        region = np.searchsorted(self._boundaries, local, "right")
        found: NDArray[np.int64] = local - self._offsets[region]
        return found

    def _count_oddities(self, local: NDArray[np.int64]) -> None:
        inside = np.searchsorted(self._edges, local, "right")
        change = inside[inside % 2 == 1] // 2
        self.skipped = int(self._forward[change].sum())
        self.twice = len(change) - self.skipped

    def _know_years(self, local: NDArray[np.int64]) -> bool:
        """Look up the zone's changes for the years of these times; False where they are odd."""
        if not len(local):
            return True
        first, last = (
            datetime.fromtimestamp(int(edge), UTC).year if abs(edge) < 2**40 else 9999
            for edge in (local.min(), local.max())
        )
        if first < FIRST_YEAR or last > LAST_YEAR:
            return False
        if self._years is None or first < self._years[0] or last > self._years[1]:
            known = self._years or (first, last)
            self._years = min(first, known[0]), max(last, known[1])
            self._look_up(*self._years)
        return True

    def _look_up(self, first: int, last: int) -> None:
        start = int(datetime(first, 1, 1, tzinfo=UTC).timestamp()) - 2 * _DAY
        end = int(datetime(last + 1, 1, 1, tzinfo=UTC).timestamp()) + 2 * _DAY
        offsets = [self._offset(start)]
        changes: list[tuple[int, int, int]] = []
        for day in range(start, end, _DAY):
            if self._offset(day + _DAY) != offsets[-1]:
                instant = self._change_between(day, day + _DAY)
                changes.append((instant, offsets[-1], self._offset(instant)))
                offsets.append(self._offset(instant))
        # RFC 5545 3.3.5: up to the later of the two local times of a change, the offset before it
        # holds. That reads a skipped time with the offset before, a repeated one as its first.
        self._boundaries = np.array([at + max(pair) for at, *pair in changes], np.int64)
        self._edges = np.array(
            [at + edge for at, *pair in changes for edge in sorted(pair)], np.int64
        )
        self._forward = np.array([after > before for _, before, after in changes], np.bool_)
        self._offsets = np.array(offsets, np.int64)

    def _offset(self, instant: int) -> int:
        offset = datetime.fromtimestamp(instant, self._zone).utcoffset()
        return 0 if offset is None else int(offset.total_seconds())

    def _change_between(self, before: int, after: int) -> int:
        """Return the first instant with another offset than `before` has."""
        held = self._offset(before)
        while after - before > 1:
            middle = (before + after) // 2
            if self._offset(middle) == held:
                before = middle
            else:
                after = middle
        return after


def _seconds_of(fields: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """Return the seconds of local times since 1970, None where one is no time that exists.

    `fields` has year to second of each. Days are counted from 1 March, so that the odd day of a
    leap year is the last of its year.
    """
    year, month, day, hour, minute, second = fields.T
    is_leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    if ((month < 1) | (month > 12) | (year < 1)).any():
        return None
    length = _DAYS[month] + (is_leap & (month == 2))
    if ((day < 1) | (day > length) | (hour > 23) | (minute > 59) | (second > 59)).any():
        return None
    march = year - (month <= 2)
    days = 365 * march + march // 4 - march // 100 + march // 400
    days += (153 * ((month + 9) % 12) + 2) // 5 + day - _DAYS_TO_1970
    found: NDArray[np.int64] = ((days * 24 + hour) * 60 + minute) * 60 + second
    return found
