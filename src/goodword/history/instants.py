"""Dates and times as exports write them, read as instants."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

Parse = Callable[[str], datetime]

_FIELDS = {
    "Y": r"(?P<year>\d{4})",
    "m": r"(?P<month>\d{1,2})",
    "d": r"(?P<day>\d{1,2})",
    "H": r"(?P<hour>\d{1,2})",
    "M": r"(?P<minute>\d{1,2})",
    "S": r"(?P<second>\d{1,2})(?:\.\d+)?",
}
_TIME_CODES = ("%H", "%I", "%X", "%c")
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
        self._parsers = tuple(_parser(form) for form in formats)
        self._ordinary_days: dict[int, bool] = {}
        self.skipped = 0
        self.twice = 0
        self.without_time = 0
        self.with_time = 0

    def read(self, text: str, *, end_of_day: bool = False) -> int | None:
        """Return the instant in UTC seconds, or None where `text` is no date in these formats.

        A date without a time is its first second, or with `end_of_day` its last one, as a due date
        means the whole day.
        """
        for parse, has_time in self._parsers:
            try:
                moment = parse(text)
            except (ValueError, OverflowError):
                continue
            if has_time and not (has_time is _ISO and len(text) <= 10):
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


_ISO = "iso"


def _parser(form: str) -> tuple[Parse, str]:
    """Return how to read one format, and whether it holds a time of day (empty: it does not)."""
    if form == "iso":
        return datetime.fromisoformat, _ISO
    if form == "unix":
        return _from_seconds, "unix"
    if form == "unix_ms":
        return _from_milliseconds, "unix_ms"
    has_time = form if any(code in form for code in _TIME_CODES) else ""
    if form == "%Y-%m-%d %H:%M:%S":
        return _from_iso_second, has_time
    if set(re.findall("%(.)", form)) <= set(_FIELDS):
        return _from_digits(form), has_time
    return (lambda text: datetime.strptime(text, form)), has_time  # noqa: DTZ007 - local on purpose


def _from_seconds(text: str) -> datetime:
    return datetime.fromtimestamp(float(text), UTC)


def _from_milliseconds(text: str) -> datetime:
    return datetime.fromtimestamp(float(text) / 1000, UTC)


def _from_iso_second(text: str) -> datetime:
    if len(text) != 19 or text[10] != " ":
        raise ValueError(text)
    return datetime.fromisoformat(text)


def _from_digits(form: str) -> Parse:
    """Return a reader of an all-digits format; several times as fast as `strptime`."""
    pattern = re.sub("%(.)", lambda code: _FIELDS[code[1]], re.escape(form).replace(r"\%", "%"))
    match = re.compile(pattern).fullmatch
    order = tuple(re.compile(pattern).groupindex)

    def read(text: str) -> datetime:
        found = match(text)
        if found is None:
            raise ValueError(text)
        return datetime(**dict(zip(order, map(int, found.groups()), strict=True)))  # type: ignore[arg-type]  # noqa: DTZ001

    return read
