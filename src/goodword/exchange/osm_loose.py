"""Hours as people type them into OpenStreetMap, put into the form that its readers share."""

import re
from collections.abc import Callable

_DAYS = {
    "Mo": "mo|mon|monday|mondays",
    "Tu": "tu|tue|tues|tuesday|tuesdays",
    "We": "we|wed|weds|wednesday|wednesdays",
    "Th": "th|thu|thur|thurs|thursday|thursdays",
    "Fr": "fr|fri|friday|fridays",
    "Sa": "sa|sat|saturday|saturdays",
    "Su": "su|sun|sunday|sundays",
    "Mo-Fr": "weekdays|weekday|working days",
    "Sa-Su": "weekends|weekend",
    "Mo-Su": "daily|every day|everyday|all days|all week",
    "PH": "ph|public holidays|public holiday|bank holidays|holidays",
    "off": "closed|close",
    "00:00-24:00": "24 hours|24 hrs|24hrs|24h|24hours|all day|around the clock|round the clock",
}
_DAY = "Mo|Tu|We|Th|Fr|Sa|Su|PH"
_WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_RULE = re.compile(r"((?:(?:Mo|Tu|We|Th|Fr|Sa|Su)[-, ]*)+)\d\d:.*")
_CLOCK = r"(?P<hour>\d{1,2})(?:(?:[:.h](?P<minute>\d{2}))|h)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
_SPAN = re.compile(
    rf"(?<![\d:./]){_CLOCK}\s*-\s*{_CLOCK.replace('P<', 'P<end_')}(?![\d:/])", re.IGNORECASE
)
_STEPS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"[\u2010-\u2015\u2212]|(?<=\w)\s+(?:to|till|until|bis)\s+(?=\w)"), "-"),
    (re.compile(r"[\u00a0\u2009\u202f\t]+"), " "),
    (re.compile(r"\s*[\n|]\s*"), "; "),
    (re.compile(r"\bfrom\s+", re.IGNORECASE), ""),
    *(
        (re.compile(rf"(?<![\w\"])(?:{words})\b(?:\.(?!\d))?", re.IGNORECASE), name)
        for name, words in _DAYS.items()
    ),
    (re.compile(r"\b(\d{2})(\d{2})\s*-\s*(\d{2})(\d{2})\b"), r"\1:\2-\3:\4"),
    (re.compile(r"\b(?:noon|midday)\b", re.IGNORECASE), "12:00"),
    (re.compile(r"(?<=-)\s*midnight\b", re.IGNORECASE), "24:00"),
    (re.compile(r"\bmidnight\b(?=\s*-)", re.IGNORECASE), "00:00"),
    (re.compile(r"(?<=\d)\s*(?:hrs|uhr|o'clock)\b", re.IGNORECASE), ""),
    (re.compile(rf"\b({_DAY})\s*-\s*(?=(?:{_DAY})\b)"), r"\1-"),
    (re.compile(rf"\b({_DAY})\s*(?:&|\+|/|and|und)\s*(?=(?:{_DAY})\b)", re.IGNORECASE), r"\1,"),
    (re.compile(rf"\b({_DAY})\s*[:=]\s*"), r"\1 "),
    (re.compile(rf"\b({_DAY})\s*\(([^()]*)\)"), r"\1 \2"),
    (re.compile(rf"\b({_DAY})(?=\d)"), r"\1 "),
    # A day after hours begins a rule of its own, whatever stands between.
    (re.compile(rf"(?<=\d|m|f)\s*[,.;]?\s+(?=(?:{_DAY})\b)", re.IGNORECASE), "; "),
    (re.compile(r"(?<=m)\s*(?:&|\band\b)\s*(?=\d)", re.IGNORECASE), ","),
    (re.compile(r"(?<=\d)\s*(?:&|\band\b|\bund\b)\s*(?=\d)", re.IGNORECASE), ","),
)


def as_osm_writes_it(text: str) -> str | None:
    """Return the text in the shared form; None where a time in it could be two.

    Nothing is guessed: "9-5" may end at five in the morning, "8-10pm" begin at eight in the
    morning. What has no shared form stays as it is, for the reader to refuse.
    """
    for pattern, by in _STEPS:
        text = pattern.sub(by, text.strip())
    unclear = False

    def span(found: re.Match[str]) -> str:
        nonlocal unclear
        said = _span(found)
        unclear |= said is None
        return said or found[0]

    written = re.sub(r"\s*([;,])\s*", r"\1 ", _SPAN.sub(span, text)).strip(" ;,.")
    return None if unclear or _names_a_day_twice(written) else written


def _names_a_day_twice(written: str) -> bool:
    """Whether two rules of a week tell of one day: whether the later adds or replaces is open."""
    seen: set[int] = set()
    for rule in written.split(";"):
        days = _RULE.fullmatch(rule.strip())
        if days is None:
            continue
        here: set[int] = set()
        for first, last in re.findall(r"(\w\w)(?:-(\w\w))?", days[1]):
            begin = _WEEK.index(first)
            end = _WEEK.index(last or first)
            here.update(day % 7 for day in range(begin, end + 7 * (end < begin) + 1))
        if here & seen:
            return True
        seen |= here
    return False


def _span(found: re.Match[str]) -> str | None:
    half, end_half = (_half(found[name]) for name in ("half", "end_half"))
    start, end = (int(found[name]) for name in ("hour", "end_hour"))
    minutes, end_minutes = (int(found[name] or 0) for name in ("minute", "end_minute"))
    if end_half and not half:
        # Of half past nine to five in the afternoon only the morning can be meant.
        if start >= 12:
            return _written(start, minutes, end, end_minutes, end_half)
        if (start, minutes) < (end, end_minutes):
            return None
        half = "a"
    elif half and not end_half and not (end >= 12 and found["end_minute"]):
        return None
    if not half and not end_half and (start, minutes) >= (end, end_minutes):
        is_exact = found["minute"] and found["end_minute"]
        return _written(start, minutes, end, end_minutes, "") if is_exact else None
    start = _hour(start, half)
    return _written(start, minutes, end, end_minutes, end_half)


def _written(start: int, minutes: int, end: int, end_minutes: int, end_half: str) -> str:
    until = _hour(end, end_half)
    if end_half == "a" and end == 12 and not end_minutes:
        until = 24
    return f"{start:02}:{minutes:02}-{until:02}:{end_minutes:02}"


def _hour(hour: int, half: str) -> int:
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half == "p" else 0)


def _half(written: str | None) -> str:
    return (written or "")[:1].lower()
