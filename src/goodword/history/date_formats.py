"""How one date is read by one format of a map: `iso`, `unix`, or a pattern such as `%d/%m/%Y`."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from goodword.history.months import month_of
from goodword.history.zone_names import placed

Parse = Callable[[str], datetime]
"""Reads a text as a moment, local where it has no offset of its own; raises ValueError."""

NAMED_FORMATS = ("iso", "unix", "unix_ms", "excel")
_TIME_CODES = ("%H", "%I", "%X", "%c")
_FIELDS = {
    "Y": r"(?P<year>\d{4})",
    "y": r"(?P<short>\d{2})",
    "m": r"(?P<month>\d{1,2})",
    "b": r"(?P<name>[^\W\d_]{3,}\.?)",
    "B": r"(?P<name>[^\W\d_]{3,}\.?)",
    "d": r"(?P<day>\d{1,2})",
    "e": r"(?P<day>\d{1,2})",
    "a": r"[^\W\d_]+\.?",
    "A": r"[^\W\d_]+\.?",
    "H": r"(?P<hour>\d{1,2})",
    "I": r"(?P<hour>\d{1,2})",
    "M": r"(?P<minute>\d{1,2})",
    "S": r"(?P<second>\d{1,2})(?:[.,]\d+)?",
    "f": r"\d{1,9}",
    "p": r"(?P<half>[AaPp]\.?\s?[Mm]\.?|上午|下午|午前|午後|오전|오후)",
    "z": r"(?P<zone>[+-]\d{2}:?\d{2}|Z|UTC|GMT)",
    "Z": r"(?P<zone>[A-Za-z][A-Za-z_]*(?:[/-][A-Za-z_]+)*|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?)",
    "%": "%",
}
_NUMBERS = ("year", "month", "day", "hour", "minute", "second")
_AFTER_NOON = ("p", "下午", "午後", "오후")
_BESIDE_ISO = re.compile(r"(.*\d) ?\[?([A-Za-z][A-Za-z_/+-]*|[+-]\d{2}:?\d{2})\]?")
_HOUR_OF_ONE_DIGIT = re.compile(r"(?<=\d[T ])(?=\d:\d\d)")
# Day 60 of the calendar of spreadsheets is 29 February 1900, which never was.
_SPREADSHEETS_BEGIN = datetime(1899, 12, 30)  # noqa: DTZ001 - local on purpose
_FIRST_SERIAL, _LAST_SERIAL = 61, 2_958_466


def parser_of(  # noqa: PLR0911 - one for each kind of format
    form: str, zone: ZoneInfo
) -> tuple[Parse, bool]:
    """Return how to read one format, and whether it holds a time of day.

    An `iso` value may do without: its reader is told apart by the length of the text.
    """
    if form == "iso":
        return _iso(zone), True
    if form == "unix":
        return (lambda text: datetime.fromtimestamp(float(text), UTC)), True
    if form == "unix_ms":
        return (lambda text: datetime.fromtimestamp(float(text) / 1000, UTC)), True
    if form == "excel":
        return _from_serial, True
    has_time = any(code in form for code in _TIME_CODES)
    if form == "%Y-%m-%d %H:%M:%S":
        return _from_iso_second(form), has_time
    if set(re.findall("%(.)", form)) <= set(_FIELDS):
        return _from_pattern(form, zone), has_time
    return (lambda text: datetime.strptime(text, form)), has_time  # noqa: DTZ007 - local on purpose


def _iso(zone: ZoneInfo) -> Parse:
    """Return a reader of ISO 8601, which may have its zone written beside it."""

    def read(text: str) -> datetime:
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            two_digits = _HOUR_OF_ONE_DIGIT.sub("0", text, 1)
            if two_digits != text:
                return read(two_digits)
            beside = _BESIDE_ISO.fullmatch(text)
            if beside is None or len(beside[1]) < 10:
                raise
            local = datetime.fromisoformat(beside[1])
            return local if local.tzinfo is not None else placed(local, beside[2], zone)

    return read


def _from_serial(text: str) -> datetime:
    """Return the moment that a spreadsheet keeps as a number of days."""
    days = float(text.replace(",", ".")) if text.count(",") == 1 else float(text)
    if not _FIRST_SERIAL <= days < _LAST_SERIAL:
        raise ValueError(text)
    return _SPREADSHEETS_BEGIN + timedelta(seconds=round(days * 86_400))


def _from_iso_second(form: str) -> Parse:
    """Return a fast reader of this one pattern; hours of one digit are left to the slow one."""
    slowly = _from_pattern(form, ZoneInfo("UTC"))

    def read(text: str) -> datetime:
        if len(text) != 19 or text[10] != " ":
            return slowly(text)
        return datetime.fromisoformat(text)

    return read


def _from_pattern(form: str, zone: ZoneInfo) -> Parse:
    """Return a reader of a pattern; several times as fast as `strptime`, in any language."""
    escaped = re.escape(form).replace(r"\%", "%").replace(r"\ ", r"\s+")
    pattern = re.compile(re.sub("%(.)", lambda code: _FIELDS[code[1]], escaped))
    if set(pattern.groupindex) <= set(_NUMBERS):
        return _from_digits(pattern)
    match = pattern.fullmatch

    def read(text: str) -> datetime:
        found = match(text)
        if found is None:
            raise ValueError(text)
        said = found.groupdict()
        numbers = {name: int(said[name]) for name in _NUMBERS if said.get(name)}
        if said.get("short"):
            # As POSIX has it: 69 to 99 are of the last century.
            numbers["year"] = int(said["short"]) + (1900 if int(said["short"]) >= 69 else 2000)
        if said.get("name"):
            numbers["month"] = month_of(said["name"]) or 0
        if said.get("half"):
            if not 1 <= numbers["hour"] <= 12:
                raise ValueError(text)
            later = said["half"].lower().startswith(_AFTER_NOON)
            numbers["hour"] = numbers["hour"] % 12 + 12 * later
        local = datetime(**numbers)  # type: ignore[arg-type]  # noqa: DTZ001 - local on purpose
        return placed(local, said["zone"], zone) if said.get("zone") else local

    return read


def _from_digits(pattern: re.Pattern[str]) -> Parse:
    match, order = pattern.fullmatch, tuple(pattern.groupindex)

    def read(text: str) -> datetime:
        found = match(text)
        if found is None:
            raise ValueError(text)
        return datetime(**dict(zip(order, map(int, found.groups()), strict=True)))  # type: ignore[arg-type]  # noqa: DTZ001

    return read
