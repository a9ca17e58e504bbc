"""Dates, times of day and weeks, as people write them."""

# ruff: noqa: C901, E501, PLR0912  (a pattern reads best unbroken; a reader is one list of cases)

import re
from datetime import date, timedelta

from goodword.language.en import times as en
from goodword.policy.hours import Closure, Interval, Week

_MONTH = "|".join((*en.MONTHS, *(f"{short}\\.?" for short in (*en.MONTHS_SHORT, "sept"))))
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_DATE = re.compile(
    rf"{_DAY}(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\b"
    rf"(?:,? (?P<year>\d{{4}}))?"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year2>\d{{4}}))?"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})"
)
_TIME = r"(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|\d{1,2}[:.]\d\d|noon|midday|midnight|\d{1,2}(?=\s?(?:-|to)))"
_INTERVAL = re.compile(
    rf"(?:from |between )?(?P<from>{_TIME}) ?(?:-|to|until|till|and) ?(?P<to>{_TIME})"
)
_CLOCK_TIME = re.compile(
    r"(?<![\w.,:/£$€-])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?!\.?\d|%)|(?= ?[ap]\.?m\b)) ?(?P<half>[ap]\.?m\b)?"
)
_WEEKDAY = "|".join(
    (
        *(f"{day}s?" for day in en.WEEKDAYS),
        r"mon\b",
        r"tues?\b",
        r"wed\b",
        r"thur?s?\b",
        r"fri\b",
        r"sat\b",
        r"sun\b",
    )
)
_DAYS = re.compile(
    rf"(?P<first>{_WEEKDAY})(?: ?(?:-|to|through|until) ?(?P<last>{_WEEKDAY}))?"
    r"|(?P<weekdays>week ?days|working days)|(?P<weekends>weekends?)"
    r"|(?P<daily>every day|daily|each day|(?:7|seven) days(?: a week)?)"
)
_ALWAYS = re.compile(
    r"24 ?/ ?7|24 hours a day|(?:round|around) the clock|day and night|at all times"
)


def dates_in(text: str) -> list[tuple[int, int, int, int, int | None]]:
    """Return (start, end, month, day, year or None) of each date in small letters.

    A date that does not exist, such as 31 June, is left out.
    """
    found: list[tuple[int, int, int, int, int | None]] = []
    for match in _DATE.finditer(text):
        if match["iso"]:
            try:
                on = date.fromisoformat(match["iso"])
            except ValueError:
                continue
            found.append((match.start(), match.end(), on.month, on.day, on.year))
            continue
        month = _month(match["month"] or match["month2"])
        day = int(match["day"] or match["day2"])
        year = match["year"] or match["year2"]
        if _exists(month, day, int(year) if year else None):
            found.append((match.start(), match.end(), month, day, int(year) if year else None))
    return found


def impossible_date(text: str) -> tuple[int, int] | None:
    """Return where a date stands that does not exist, if one does."""
    known = {start for start, *_ in dates_in(text)}
    for match in _DATE.finditer(text):
        if match.start() not in known:
            return match.span()
    return None


def _month(word: str) -> int:
    return en.MONTHS_SHORT.index(word[:3]) + 1


def _exists(month: int, day: int, year: int | None) -> bool:
    try:
        date(year or 2024, month, day)
    except ValueError:
        return False
    return True


def closures_between(first: Closure, last: Closure) -> tuple[Closure, ...]:
    """Return a closure for each date from `first` to `last`, both included, at most a year."""
    # Without a year the dates are those of a year in which 29 February stands.
    turns = (first.month, first.day) > (last.month, last.day)
    year = first.year or (2023 if turns and (first.month, first.day) > (2, 29) else 2024)
    day = date(year, first.month, first.day)
    days = []
    for _ in range(366):
        days.append(Closure(day.month, day.day, day.year if first.year else None))
        if (day.month, day.day) == (last.month, last.day) and (
            last.year is None or first.year is None or day.year >= last.year
        ):
            return tuple(days)
        day += timedelta(days=1)
    return tuple(days)


def minutes_of(words: str, half: str = "") -> int | None:
    """Return minutes from midnight of a time of day; `half` is "a" or "p" where it says none."""
    text = (
        words.strip().replace(".", ":") if re.match(r"\d+\.\d\d", words.strip()) else words.strip()
    )
    if text in {"noon", "midday"}:
        return 720
    if text == "midnight":
        return 1440
    match = re.match(r"(\d{1,2})(?::(\d\d))? ?([ap])?", text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    part = match[3] or half
    if hour > 24 or minute > 59 or (part and hour > 12):
        return None
    if part:
        hour = hour % 12 + (12 if part == "p" else 0)
    return hour * 60 + minute


def impossible_time(text: str) -> tuple[int, int] | None:
    """Return where a time stands that no clock shows ("25:00", "9:75"), if one does."""
    for match in _CLOCK_TIME.finditer(text):
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        beyond = hour > 24 or (hour == 24 and minute > 0)
        if minute > 59 or (hour > 12 if match["half"] and not match["minute"] else beyond):
            return match.span()
    return None


def intervals_in(text: str) -> tuple[Interval, ...]:
    """Return the openings named in small letters: `8am to 6pm`, `9-5`, `from 09:00 to 17:30`."""
    found = []
    for match in _INTERVAL.finditer(text):
        opening = _interval(match["from"], match["to"])
        if opening is not None:
            found.append(opening)
    return tuple(found)


def _interval(first: str, last: str) -> Interval | None:
    end = minutes_of(last)
    start = minutes_of(first)
    if start is None or end is None:
        return None
    if not re.search(r"[apn]", first) and re.search(r"[ap]", last) and ":" not in first:
        # "9 to 5pm" opens in the morning, "1 to 5pm" after noon.
        same_half = minutes_of(first, "p" if "p" in last else "a")
        if same_half is not None and same_half < end and int(re.match(r"\d+", first)[0]) < 7:  # type: ignore[index]
            start = same_half
    if start == 1440:
        start = 0
    if end == 0:
        end = 1440
    if not re.search(r"[apn:.]", first + last) and end <= start and end < 720:
        end += 720
    return Interval(start, end)


def week_in(text: str) -> Week | None:
    """Return the week of opening hours said in small letters, or None where none is."""
    days: list[list[Interval]] = [[] for _ in range(7)]
    named = list(_DAYS.finditer(text))
    if _ALWAYS.search(text) and not intervals_in(text):
        chosen = _chosen(named[0]) if named and not named[0]["daily"] else range(7)
        for day in chosen:
            days[day].append(Interval(0, 1440))
        return _week(days)
    openings = [
        (match.start(), match.end(), opening)
        for match in _INTERVAL.finditer(text)
        if (opening := _interval(match["from"], match["to"])) is not None
    ]
    if not openings:
        return None
    if not named:
        return None
    waiting: list[int] = []
    last_days: list[int] = []
    previous = ""
    # Days stand before their times, or times before their days; the first mark tells which.
    events: list[tuple[int, str, object]] = [(m.start(), "days", m) for m in named]
    events.extend((start, "time", opening) for start, _, opening in openings)
    events.sort(key=lambda event: event[0])
    times_first = events[0][1] == "time"
    if times_first:
        held: list[Interval] = []
        for _, kind, what in events:
            if kind == "time":
                if previous == "days":
                    held = []
                held.append(what)  # type: ignore[arg-type]
            else:
                for day in _chosen(what):  # type: ignore[arg-type]
                    days[day].extend(held)
            previous = kind
        return _week(days)
    for _, kind, what in events:
        if kind == "days":
            if previous == "time":
                waiting = []
            waiting.extend(_chosen(what))  # type: ignore[arg-type]
            last_days = waiting
        else:
            for day in last_days:
                days[day].append(what)  # type: ignore[arg-type]
        previous = kind
    return _week(days)


def _chosen(match: re.Match[str]) -> list[int]:
    if match["weekdays"]:
        return [0, 1, 2, 3, 4]
    if match["weekends"]:
        return [5, 6]
    if match["daily"]:
        return list(range(7))
    first = en.WEEKDAYS_SHORT.index(match["first"][:3])
    if match["last"] is None:
        return [first]
    last = en.WEEKDAYS_SHORT.index(match["last"][:3])
    span = (last - first) % 7
    return [(first + step) % 7 for step in range(span + 1)]


def _week(days: list[list[Interval]]) -> Week:
    one, two, three, four, five, six, seven = (tuple(sorted(set(day))) for day in days)
    return one, two, three, four, five, six, seven
