"""A moment as an example line writes it: `Friday 4 September 2026 at 16:30`."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from goodword.language.en.echo_phrases import MONTHS, WEEKDAYS

_WEEKDAY = re.compile(rf"\b({'|'.join(day[:3] for day in WEEKDAYS)})[a-z]*\b", re.IGNORECASE)
# A day written out; "Mon" and "Sat" alone are words of other sentences too.
_DAY_NAMED = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_DATE = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({'|'.join(month[:3] for month in MONTHS)})[a-z]*\.?"
    r"(?:,? (\d{4}))?\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b"
    r"|\b(?P<hour24>\d{1,2})[:.](?P<minute24>\d\d)(?::(?P<second>\d\d))?\b|\b(?P<word>noon|midday)\b",
    re.IGNORECASE,
)
# An ordinary Monday, for examples that name only days of the week.
ORDINARY_MONDAY = date(2026, 6, 1)


class UnclearError(Exception):
    """A moment cannot be told from its words; the message says why and what to write."""


@dataclass(frozen=True, slots=True)
class When:
    """The parts of a moment that were written: a date, a day of the week, a time."""

    time: time
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def has_date(self) -> bool:
        """Whether a date was written, not only a day of the week or nothing."""
        return self.day is not None


def read_when(words: str) -> When:
    """Return the moment that the words name. Raises UnclearError where no time is in them."""
    iso, written = _ISO.search(words), _DATE.search(words)
    day = month = year = None
    if iso is not None:
        year, month, day = (int(part) for part in iso.groups())
        words = words.replace(iso[0], " ")
    elif written is not None:
        day = int(written[1])
        month = next(
            place for place, name in enumerate(MONTHS, 1) if name[:3].lower() == written[2].lower()
        )
        year = int(written[3]) if written[3] else None
        words = words.replace(written[0], " ")
    named = _WEEKDAY.search(words)
    weekday = None
    if named is not None:
        weekday = next(
            place for place, name in enumerate(WEEKDAYS) if name[:3].lower() == named[1].lower()
        )
    return When(_read_time(words), weekday, day, month, year)


def moment_at(words: str) -> int:
    """Return where in the words the first day or date begins, -1 where there is none."""
    found = [
        one.start()
        for pattern in (_ISO, _DATE, _DAY_NAMED)
        if (one := pattern.search(words)) is not None
    ]
    return min(found, default=-1)


def _read_time(words: str) -> time:
    found = _TIME.search(words)
    if found is None:
        raise UnclearError('It names no time of day. Write one, such as "at 16:30".')
    if found["word"]:
        return time(12)
    hour = int(found["hour"] or found["hour24"])
    minute = int(found["minute"] or found["minute24"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    try:
        return time(hour, minute, int(found["second"] or 0))
    except ValueError:
        raise UnclearError(f'"{found[0]}" is no time of day.') from None


def resolve(when: When, zone: ZoneInfo, *, around: date | None) -> int:
    """Return the instant (UTC seconds) of a moment.

    `around` is the date from which a day of the week, or a date without its year, is looked for;
    None means that the words have to stand by themselves. Raises UnclearError.
    """
    day = _date_of(when, around)
    if when.weekday is not None and day.weekday() != when.weekday:
        written = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        raise UnclearError(
            f"{written} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[when.weekday]}."
        )
    return int(datetime.combine(day, when.time, zone).timestamp())


def _date_of(when: When, around: date | None) -> date:
    if when.day is not None and when.month is not None:
        if when.year is not None:
            return _real_date(when.year, when.month, when.day)
        if around is None:
            raise UnclearError('The date has no year. Write it, such as "4 September 2026".')
        this_year = _real_date(around.year, when.month, when.day)
        if this_year >= around:
            return this_year
        return _real_date(around.year + 1, when.month, when.day)
    if around is None:
        raise UnclearError('It names no day. Write one, such as "on Friday 4 September 2026".')
    if when.weekday is None:
        return around
    return around + timedelta(days=(when.weekday - around.weekday()) % 7)


def _real_date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UnclearError(
            f"There is no {day} {MONTHS[month - 1] if 1 <= month <= 12 else month} {year}."
        ) from None
