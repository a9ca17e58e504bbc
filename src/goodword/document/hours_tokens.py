"""The words of a sentence about opening hours, each as the piece it is."""

# ruff: noqa: C901, PLR0911  (a reader is one list of cases)

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Any

from goodword.language.cued import Pattern, standing
from goodword.language.memory import remembered
from goodword.language.pack import ENGLISH, Pack


class Kind(StrEnum):
    """What a piece of a sentence about hours is."""

    ALWAYS = "always"
    OPEN = "open"
    CLOSED = "closed"
    EXCEPT = "except"
    INCLUDING = "including"
    BUT = "but"
    AND = "and"
    COMMA = "comma"
    BREAK = "strong_break"
    FROM = "from"
    UNTIL = "until"
    AT = "at"
    TO = "to"
    DAYS = "days"
    WEEKDAY = "weekday"
    NTH = "nth"
    OTHER = "other"
    OF_MONTH = "of_month"
    DATE = "date"
    MONTH = "month"
    FEAST = "feast"
    HOLIDAY = "holiday"
    TIME = "time"
    USUAL = "usual"
    APPOINTMENT = "appointment"
    LUNCH = "lunch"
    PART_OF_DAY = "part_of_day"
    OWN = "own"
    SEASON = "season"
    UNSUPPORTED = "unsupported"
    FILLER = "filler"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written: on a clock of 12 hours where `half` or nothing says which half.

    `half` is "a" or "p"; `sure` is True where the writing leaves no doubt, such as 09:00 or 16:30.
    """

    minute: int
    half: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the sentence, with its place in it and what it stands for."""

    kind: Kind
    start: int
    end: int
    value: Any = None


_PLAIN = (
    Kind.ALWAYS,
    Kind.UNSUPPORTED,
    Kind.APPOINTMENT,
    Kind.USUAL,
    Kind.OTHER,
    Kind.OF_MONTH,
    Kind.LUNCH,
    Kind.PART_OF_DAY,
    Kind.CLOSED,
    Kind.OPEN,
    Kind.EXCEPT,
    Kind.INCLUDING,
    Kind.BUT,
    Kind.SEASON,
    Kind.AND,
    Kind.UNTIL,
    Kind.FROM,
    Kind.TO,
    Kind.AT,
)
# What is looked for before a time of day is.
_FIRST = _PLAIN[:2]
_Known = tuple[tuple[Kind, Pattern], ...]
_DIGITS = re.compile(
    r"(?P<hour>\d{1,2})(?:(?P<mark>[:.h])(?P<minute>\d\d))?(?![\d/]|[.,]\d|%|(?:st|nd|rd|th)\b)"
)
_FOUR = re.compile(r"(?P<hour>[012]\d)(?P<minute>[0-5]\d)(?!\d)")
_YEAR = re.compile(r",? (?P<year>(?:19|20)\d\d)\b(?! ?h)")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_WORD = re.compile(r"[^\s,;:()]+")
_SPACE = re.compile(r"\s+")
_COMMA = re.compile(r"[,:()\[\]|]+")
_GAP = re.compile(r",? ")
_ORDINAL = r"(?:st|nd|rd|th)?"


class _Words:
    """The patterns of one language."""

    def __init__(self, pack: Pack) -> None:
        self.plain = tuple((kind, pack.pattern(f"hours.{kind}")) for kind in _PLAIN)
        self.weekday = pack.compiled(r"(?:<<hours.weekday>>)(?![\w])")
        self.weekdays = pack.names("hours.weekdays_known")
        self.day_sets = tuple(
            (pack.compiled(rf"(?:{name})(?!\w)"), tuple(days))
            for name, days in pack.words("hours.day_sets").items()
        )
        self.any_days = pack.compiled(
            "|".join(rf"(?:{name})(?!\w)" for name in pack.words("hours.day_sets"))
        )
        ordinals = pack.words("hours.ordinals")
        self.ordinals = dict(ordinals)
        self.ordinal = pack.pattern("hours.nth")
        self.feasts = tuple(
            (pack.compiled(rf"(?:{name})(?!\w)"), what)
            for name, what in pack.words("hours.feasts").items()
        )
        self.any_feast = pack.compiled(
            "|".join(rf"(?:{name})(?!\w)" for name in pack.words("hours.feasts"))
        )
        self.holiday = pack.compiled(r"(?:<<hours.holiday>>)(?!\w)")
        self.holiday_place = pack.compiled("<<hours.holiday_place>>")
        self.months = tuple(one.lower() for one in pack.names("times.months_short"))
        self.month = pack.compiled(r"(?P<month><<hours.months>>)(?!\w)")
        self.month_words = set(pack.names("hours.month_words"))
        self.month_after = pack.pattern("hours.month_after")
        self.month_behind = pack.compiled(" ?<<hours.month_behind>>")
        self.month_before = pack.compiled("(?:<<hours.months>>) ?(?:<<hours.to>>) ?$")
        self.day = pack.compiled(rf"(?:the )?(?P<day>[12]\d|3[01]|0?[1-9]){_ORDINAL}(?!\w|[:.]\d)")
        self.day_of = pack.compiled(r"(?:<<hours.date_of>>)?")
        self.noon = pack.compiled(r"(?:<<hours.noon>>)(?!\w)")
        self.midnight = pack.compiled(r"(?:<<hours.midnight>>)(?!\w)")
        self.half = pack.compiled(r" ?(?:<<hours.half_mark>>)")
        self.after_time = pack.compiled(r"(?:<<hours.after_time>>)")
        self.hour_words = dict(pack.words("hours.hour_words"))
        self.hour_word = re.compile(rf"(?:{'|'.join(self.hour_words)})(?= |-|$|[.,])")
        self.past_minutes = pack.words("hours.past_minutes")
        # Between two numbers of one month: "24, 25 and 26 December", "24-26 December".
        self.day_joint = pack.pattern("hours.day_joint")
        self.time_behind = pack.compiled(r"[:.]\d| ?(?:<<hours.to>>|<<hours.until>>) ?\d")
        self.four_before = pack.compiled(r"[012]\d[0-5]\d ?(?:<<hours.to>>|<<hours.until>>) ?$")
        self.four_behind = pack.compiled(
            r" ?(?:<<hours.to>>|<<hours.until>>) ?[012]\d[0-5]\d(?!\d)|<<hours.after_time>>"
        )
        self.past = pack.compiled(r"(?:<<hours.past>>)(?!\w)")
        self.afternoon = pack.compiled(r"(?:<<hours.in_afternoon>>)")
        self.morning = pack.compiled(r"(?:<<hours.in_morning>>)")
        self.strong_break = pack.pattern("hours.strong_break")
        self.own = pack.compiled(r"(?:<<hours.own>>)(?!\w)")
        self.filler = pack.pattern("hours.filler")
        self.punctuation = pack.pattern("hours.punctuation")


@cache
def _words(pack: Pack) -> _Words:
    return _Words(pack)


@remembered(256)
def tokens_of(low: str, pack: Pack = ENGLISH) -> tuple[Token, ...]:
    """Return the pieces of a sentence in small letters; what is not known is one piece a word."""
    return tuple(_tokens(low, _words(pack)))


def _tokens(low: str, words: _Words) -> Iterator[Token]:
    at = 0
    plain = tuple(
        (kind, known)
        for kind, pattern in words.plain
        if (known := standing(pattern, low)) is not None
    )
    first = tuple(one for one in plain if one[0] in _FIRST)
    while at < len(low):
        if (gap := _SPACE.match(low, at)) is not None:
            at = gap.end()
            continue
        token = _next(low, at, words, first, plain)
        yield token
        at = token.end


def _next(low: str, at: int, words: _Words, first: _Known, plain: _Known) -> Token:
    found = (
        _feast(low, at, words)
        or _dates(low, at, words)
        or _holiday(low, at, words)
        or _days(low, at, words)
    )
    if found is not None:
        return found
    for kind, pattern in first:
        if (match := pattern.match(low, at)) is not None:
            return Token(kind, at, match.end())
    if (found := _time(low, at, words)) is not None:
        return found
    for kind, pattern in plain:
        if (match := pattern.match(low, at)) is not None and match.end() > at:
            return Token(kind, at, match.end())
    if (match := words.strong_break.match(low, at)) is not None:
        return Token(Kind.BREAK, at, match.end())
    if (match := _COMMA.match(low, at)) is not None:
        return Token(Kind.COMMA, at, match.end(), match[0])
    for pattern in (words.filler, words.punctuation):
        if (match := pattern.match(low, at)) is not None and match.end() > at:
            return Token(Kind.FILLER, at, match.end())
    if (match := words.own.match(low, at)) is not None:
        return Token(Kind.OWN, at, match.end())
    word = _WORD.match(low, at)
    return Token(Kind.UNKNOWN, at, word.end() if word else at + 1)


def _feast(low: str, at: int, words: _Words) -> Token | None:
    if words.any_feast.match(low, at) is None:
        return None
    for pattern, what in words.feasts:
        if (match := pattern.match(low, at)) is not None:
            return Token(Kind.FEAST, at, match.end(), what)
    return None


def _holiday(low: str, at: int, words: _Words) -> Token | None:
    match = words.holiday.match(low, at)
    if match is None:
        return None
    place = words.holiday_place.match(low, match.end())
    if place is not None:
        return Token(Kind.HOLIDAY, at, match.end(), place.span("place"))
    return Token(Kind.HOLIDAY, at, match.end())


def _days(low: str, at: int, words: _Words) -> Token | None:
    if words.any_days.match(low, at) is not None:
        for pattern, days in words.day_sets:
            if (match := pattern.match(low, at)) is not None:
                return Token(Kind.DAYS, at, match.end(), days)
    if (match := words.ordinal.match(low, at)) is not None:
        return Token(Kind.NTH, at, match.end(), words.ordinals[match["nth"]])
    if (match := words.weekday.match(low, at)) is not None:
        day = next(
            (place for place, name in enumerate(words.weekdays) if match[0].startswith(name)), None
        )
        if day is not None:
            return Token(Kind.WEEKDAY, at, match.end(), day)
    return None


def _dates(low: str, at: int, words: _Words) -> Token | None:
    """Return a date, or several of one month; a weekday before it only repeats what it says."""
    start = at
    if (match := words.weekday.match(low, at)) is not None:
        gap = _GAP.match(low, match.end())
        at = gap.end() if gap else at
        if at == start:
            return None
    if (iso := _ISO.match(low, at)) is not None:
        on = (int(iso["month"]), int(iso["day"]), int(iso["year"]))
        return Token(Kind.DATE, start, iso.end(), ((*on, False),))
    found = _day_then_month(low, at, words) or _month_then_day(low, at, words)
    if found is not None:
        return Token(Kind.DATE, start, found.end, found.value)
    if start != at:
        return None
    if (match := words.month.match(low, at)) is not None and _is_month(low, match, words):
        year = _YEAR.match(low, match.end())
        end = year.end() if year else match.end()
        return Token(
            Kind.MONTH, at, end, (_month(match["month"], words), int(year["year"]) if year else 0)
        )
    return None


def _is_month(low: str, match: re.Match[str], words: _Words) -> bool:
    word = match["month"].rstrip(".")
    return (
        word not in words.month_words
        or words.month_after.search(low[: match.start()]) is not None
        or words.month_behind.match(low, match.end()) is not None
    )


def _month(word: str, words: _Words) -> int:
    return next(place for place, name in enumerate(words.months, 1) if word.startswith(name))


def _day_then_month(low: str, at: int, words: _Words) -> Token | None:
    days: list[tuple[int, bool]] = []
    while (match := words.day.match(low, at)) is not None:
        at = match.end()
        of = words.day_of.match(low, at)
        month = words.month.match(low, of.end() if of else at)
        if month is not None:
            days.append((int(match["day"]), False))
            number = _month(month["month"], words)
            year = _YEAR.match(low, month.end())
            end = year.end() if year else month.end()
            on = int(year["year"]) if year else 0
            return Token(Kind.DATE, at, end, tuple((number, day, on, to) for day, to in days))
        joint = words.day_joint.match(low, at)
        if joint is None:
            return None
        days.append((int(match["day"]), joint["to"] is not None))
        at = joint.end()
        if (weekday := words.weekday.match(low, at)) is not None:
            # "Tuesday 17 to Friday 20 December"
            gap = _GAP.match(low, weekday.end())
            at = gap.end() if gap else at
    return None


def _month_then_day(low: str, at: int, words: _Words) -> Token | None:
    month = words.month.match(low, at)
    if month is None or low[month.end() : month.end() + 1] != " ":
        return None
    if words.month_before.search(low[:at]) is not None:
        # "November to February 9 to 4": after a stretch of months come times.
        return None
    here = month.end() + 1
    days: list[tuple[int, bool]] = []
    end = here
    while (match := words.day.match(low, here)) is not None:
        # "March 9am" and "December 24, 9 to 12" speak of a time.
        if words.half.match(low, match.end()) is not None:
            break
        joint = words.day_joint.match(low, match.end())
        days.append((int(match["day"]), False))
        end = match.end()
        following = words.day.match(low, joint.end()) if joint else None
        if (
            joint is None
            or following is None
            or joint[0] == ", "
            or words.half.match(low, following.end()) is not None
            or words.time_behind.match(low, following.end()) is not None
        ):
            break
        days[-1] = (days[-1][0], joint["to"] is not None)
        here = joint.end()
    if not days:
        return None
    days[-1] = (days[-1][0], False)
    if any(day >= after for (day, _), (after, _) in pairwise(days)):
        return None
    year = _YEAR.match(low, end)
    end = year.end() if year else end
    number, on = _month(month["month"], words), int(year["year"]) if year else 0
    return Token(Kind.DATE, at, end, tuple((number, day, on, to) for day, to in days))


def is_date(month: int, day: int, year: int) -> bool:
    """Whether the date exists, in a leap year where no year is said."""
    try:
        date(year or 2024, month, day)
    except ValueError:
        return False
    return True


def _time(low: str, at: int, words: _Words) -> Token | None:
    for pattern, minute in ((words.noon, 720), (words.midnight, 1440)):
        if (match := pattern.match(low, at)) is not None:
            return Token(Kind.TIME, at, match.end(), Clock(minute, sure=True))
    if (match := words.past.match(low, at)) is not None:
        hour = int(words.hour_words.get(match["word"], 0) or match["word"])
        minutes = words.past_minutes[match["past"]]
        return _clocked(low, at, match.end(), hour % 12 * 60 + minutes, words)
    if (match := words.hour_word.match(low, at)) is not None:
        return _clocked(low, at, match.end(), words.hour_words[match[0]] * 60, words)
    if (match := _FOUR.match(low, at)) is not None and (
        words.four_behind.match(low, match.end()) or words.four_before.search(low[:at])
    ):
        tail = words.after_time.match(low, match.end())
        minute = int(match["hour"]) * 60 + int(match["minute"])
        return Token(Kind.TIME, at, tail.end() if tail else match.end(), Clock(minute, sure=True))
    if (match := _DIGITS.match(low, at)) is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    sure = hour > 12 or hour == 0 or (match["hour"].startswith("0") and match["minute"] is not None)
    return _clocked(low, at, match.end(), hour * 60 + minute, words, sure=sure)


def _clocked(
    low: str, at: int, end: int, minute: int, words: _Words, *, sure: bool = False
) -> Token | None:
    """Return the time with what stands behind it: `am`, `h`, `in the afternoon`."""
    half = ""
    if (match := words.half.match(low, end)) is not None:
        half, end = match["half"], match.end()
    elif (match := words.afternoon.match(low, end)) is not None:
        half, end = "p", match.end()
    elif (match := words.morning.match(low, end)) is not None:
        half, end = "a", match.end()
    elif (match := words.after_time.match(low, end)) is not None:
        end = match.end()
        # "8:00 h" is a clock of 24 hours, "9 o'clock" is not.
        sure = sure or match[0].strip() == "h"
    if half and minute >= 780:
        # "17:00pm" says the same thing twice.
        return Token(Kind.TIME, at, end, Clock(minute, sure=True)) if half == "p" else None
    if half:
        minute = minute % 720 + (720 if half == "p" else 0)
    return Token(Kind.TIME, at, end, Clock(minute, half, sure or bool(half)))
