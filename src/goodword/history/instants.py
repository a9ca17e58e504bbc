"""Dates and times as exports write them, read as instants."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from goodword.history.date_formats import parser_of
from goodword.history.zone_names import UnknownZoneError
from goodword.problem import Severity

_LOOKS_LIKE_A_DATE = re.compile(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}")
FIRST_YEAR, LAST_YEAR = 1901, 2199
"""An event outside these years is a marker ("never", "none"), not something that happened."""
_EARLIEST = int(datetime(FIRST_YEAR, 1, 1, tzinfo=UTC).timestamp())
_LATEST = int(datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC).timestamp())


def is_plausible(instant: int) -> bool:
    """Whether something may have happened then, rather than it being a marker."""
    return _EARLIEST <= instant < _LATEST


class InstantReader:
    """Reads local dates and times in the formats of one map.

    A time that the clocks skip in spring is read with the offset from before the change, one that
    happens twice in autumn as its first occurrence (RFC 5545 3.3.5); `skipped` and `twice` count
    them. `without_time` and `with_time` count how the values were written. A value that carries its
    own offset keeps it.
    """

    def __init__(self, formats: Sequence[str], zone: ZoneInfo) -> None:
        self._zone = zone
        self._parsers = tuple((*parser_of(form, zone), form == "iso") for form in formats)
        self._ordinary_days: dict[int, bool] = {}
        self.skipped = 0
        self.twice = 0
        self.without_time = 0
        self.with_time = 0
        self.unknown_zone: str | None = None

    def read(self, text: str, *, end_of_day: bool = False) -> int | None:
        """Return the instant in UTC seconds, or None where `text` is no date in these formats.

        A date without a time is its first second, or with `end_of_day` its last one, as a due date
        means the whole day. `unknown_zone` is then the zone that the text names, if it is none.
        """
        self.unknown_zone = None
        for parse, has_time, is_iso in self._parsers:
            try:
                moment = parse(text)
            except UnknownZoneError as unknown:
                self.unknown_zone = unknown.name
                continue
            except (ValueError, OverflowError, OSError):
                continue
            if has_time and not (is_iso and len(text) <= 10):
                self.with_time += 1
            else:
                self.without_time += 1
                if end_of_day:
                    moment += timedelta(days=1, seconds=-1)
            try:
                return self._instant(moment)
            except (ValueError, OverflowError):
                return None
        return None

    def second_occurrence(self, instant: int) -> int | None:
        """Return when the local time of `instant` came round again, None where it did not."""
        local = datetime.fromtimestamp(instant, self._zone)
        if local.fold:
            return None
        later = int(local.replace(fold=1).timestamp())
        return later if later > instant else None

    def _instant(self, moment: datetime) -> int:
        if moment.tzinfo is not None:
            return int(moment.timestamp() // 1)
        local = moment.replace(tzinfo=self._zone)
        if not self._is_ordinary(moment):
            self._count_oddity(local)
        return int(local.timestamp() // 1)

    def _is_ordinary(self, moment: datetime) -> bool:
        day = moment.toordinal()
        known = self._ordinary_days.get(day)
        if known is None:
            midnight = datetime(moment.year, moment.month, moment.day, tzinfo=self._zone)
            try:
                later = midnight + timedelta(days=1)
            except OverflowError:
                later = midnight
            known = midnight.utcoffset() == later.utcoffset()
            self._ordinary_days[day] = known
        return known

    def _count_oddity(self, local: datetime) -> None:
        there_and_back = local.astimezone(UTC).astimezone(self._zone)
        if there_and_back.replace(tzinfo=None) != local.replace(tzinfo=None):
            self.skipped += 1
        elif local.utcoffset() != local.replace(fold=1).utcoffset():
            self.twice += 1


def looks_like_a_date(text: str) -> bool:
    """Whether `text` is written like a date, though perhaps one that does not exist."""
    return _LOOKS_LIKE_A_DATE.search(text) is not None


def unreadable(
    text: str, instant: int | None, unknown_zone: str | None
) -> tuple[str, Severity, str]:
    """Return code, severity and message of a problem: why a text could not be taken as a date."""
    if unknown_zone is not None:
        return (
            "no-such-zone",
            Severity.WARNING,
            f'"{text[:40]}" names a zone that I do not know: "{unknown_zone[:40]}".',
        )
    if instant is not None or _is_far_away(text):
        return (
            "date-out-of-range",
            Severity.WARNING,
            f'"{text[:40]}" is not in the years {FIRST_YEAR} to {LAST_YEAR}.',
        )
    if looks_like_a_date(text):
        return "no-such-date", Severity.WARNING, f'There is no such date as "{text[:40]}".'
    return (
        "unreadable-date",
        Severity.WARNING,
        f'"{text[:40]}" is not a date in the map\'s formats.',
    )


def _is_far_away(text: str) -> bool:
    """Whether the text is a date at the end of the calendar, which no zone can hold."""
    return re.fullmatch(r"(?:9999-12-31|0001-01-01)(?:[T ].*)?", text) is not None
