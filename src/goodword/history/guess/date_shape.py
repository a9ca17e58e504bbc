"""The format in which one value writes a date, told from its shape alone."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from goodword.history.date_formats import Parse, parser_of

_WORD = r"[^\W\d_]{3,}\.?"
_DATE = re.compile(
    rf"(?P<weekday>{_WORD},? )?"
    r"(?:(?P<year>\d{4})(?P<big>\. |[-/.])(?P<month>\d{1,2})(?P=big)(?P<day>\d{1,2}\.?)(?!\d)"
    r"|(?P<cjk>\d{4}[年년]\s?\d{1,2}[月월]\s?\d{1,2}[日일])"
    r"|(?P<first>\d{1,2})(?P<little>\. |[-/.])(?P<second>\d{1,2})(?P=little)"
    r"(?P<end>\d{4}|\d{2})(?!\d)"
    rf"|(?P<before>\d{{1,2}})(?P<one>\. | de |[-/ .])(?P<name>{_WORD})(?P<two>, | de |[-/ ])"
    r"(?P<after>\d{4}|\d{2})(?!\d)"
    rf"|(?P<named>{_WORD})(?P<gap> )(?P<of>\d{{1,2}})(?P<comma>,? )(?P<last>\d{{4}})(?!\d))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?P<glue>T|,? |,? at |,? um |,? à |,? a las |,? - |  )?"
    r"(?P<early>(?:[ap]m |上午|下午|午前|午後|오전|오후) ?)?"
    r"(?P<hour>\d{1,2})(?P<colon>:|h|\.|时|時|시 ?)(?P<minute>\d{2})(?P<minutes>分|분)?"
    r"(?:(?P<dot>[:.] ?|)(?P<seconds>\d{2})(?P<fraction>[.,]\d{1,9})?(?P<mark>秒|초)?)?"
    r"(?P<half> ?[ap]\.?[ \u00a0]?m\.?)?(?P<word> Uhr| hs?\.?| Hrs)?"
    r"(?P<offset> ?(?:UTC|GMT|Z|[A-Z]{3,4}|[+-]\d{2}:?\d{2}|[+-]\d{2}))?",
    re.IGNORECASE,
)
_TIME_ALONE = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
_DIGITS = {6: "%y%m%d", 8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
_FIRST_SERIAL, _LAST_SERIAL = 32_874, 51_501  # 1990 to 2040
_OLDEST_EPOCH, _NEWEST_EPOCH = 631_152_000, 2_208_988_800  # 1990 to 2040


@dataclass(frozen=True, slots=True)
class DateShape:
    """How a value writes a date: `form` is one of a map's formats.

    `other` is the same with day and month exchanged, where the value alone does not settle which
    comes first; `order` is "day" or "month" where the value does settle it. `is_number` marks
    plain digits, which may as well be no date at all. `utc` says that the value names UTC.
    """

    form: str
    other: str | None = None
    order: str | None = None
    has_time: bool = True
    is_number: bool = False
    utc: bool = False


def is_time_alone(value: str) -> bool:
    """Whether `value` is a time of day without a date."""
    return _TIME_ALONE.fullmatch(value) is not None


@lru_cache(maxsize=200_000)
def date_shape(value: str) -> DateShape | None:
    """Return how `value` writes a date, None where it is none that a map can name."""
    if len(value) < 5 or len(value) > 45 or not any(c.isdigit() for c in value):
        return None
    if value.isascii() and value.replace(".", "", 1).isdigit():
        return _number(value)
    if value[:4].isdigit() and value[4:5] == "-" and _is_iso(value):
        aware = _has_offset(value)
        return DateShape("iso", has_time=len(value) > 10, utc=aware and value[-1] in "Zz")
    found = _DATE.match(value)
    if found is None:
        return _number_and_time(value)
    rest = value[found.end() :].replace("\u202f", " ")
    time, utc = "", False
    if rest:
        clock = _TIME.fullmatch(rest)
        if clock is None:
            return None
        time, utc = _time_form(clock)
    return _checked(value, _date_forms(found), time, utc=utc, has_time=bool(rest))


def _is_iso(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _has_offset(value: str) -> bool:
    return datetime.fromisoformat(value).tzinfo is not None


def _number(value: str) -> DateShape | None:  # noqa: PLR0911 - one for each kind of number
    whole = value.partition(".")[0]
    if len(whole) == 10 and _OLDEST_EPOCH <= int(whole) < _NEWEST_EPOCH:
        return DateShape("unix", is_number=True, utc=True)
    if len(whole) == 13 and _OLDEST_EPOCH <= int(whole) // 1000 < _NEWEST_EPOCH:
        return DateShape("unix_ms", is_number=True, utc=True)
    if _FIRST_SERIAL <= float(value) < _LAST_SERIAL and len(whole) == 5:
        return DateShape("excel", has_time="." in value, is_number=True)
    form = _DIGITS.get(len(value)) if "." not in value else None
    if form is None:
        return None
    try:
        moment = datetime.strptime(value, form)  # noqa: DTZ007 - only to see whether it is a date
    except ValueError:
        return None
    if not 1990 <= moment.year <= 2040:
        return None
    return DateShape(form, has_time=len(value) > 8, is_number=True)


def _number_and_time(value: str) -> DateShape | None:
    """Return the shape of a date of plain digits with a time behind it."""
    date, glue, rest = value.partition(" ")
    if len(date) not in (6, 8) or not date.isdigit() or not is_time_alone(rest):
        return None
    shape, clock = _number(date), _TIME.fullmatch(glue + rest)
    if shape is None or clock is None:
        return None
    time, utc = _time_form(clock)
    return _checked(value, ((shape.form, None),), time, utc=utc, has_time=True)


def _date_forms(  # noqa: PLR0911 - one for each way to write a date
    found: re.Match[str],
) -> tuple[tuple[str, str | None], ...]:
    """Return the formats of the date's part, each with the order of day and month it takes."""
    part = found.groupdict()
    prefix = ""
    if part["weekday"]:
        word = part["weekday"].rstrip(", ")
        prefix = part["weekday"].replace(word, "%a")
    if part["year"]:
        dot = "." if part["day"].endswith(".") else ""
        return ((f"{prefix}%Y{part['big']}%m{part['big']}%d{dot}", None),)
    if part["cjk"]:
        form = re.sub(r"^\d{4}", "%Y", part["cjk"])
        form = re.sub(r"\d{1,2}(?=[月월])", "%m", form)
        return ((prefix + re.sub(r"\d{1,2}(?=[日일])", "%d", form), None),)
    if part["first"]:
        year = "%Y" if len(part["end"]) == 4 else "%y"
        gap = part["little"]
        day = f"{prefix}%d{gap}%m{gap}{year}"
        month = f"{prefix}%m{gap}%d{gap}{year}"
        if int(part["first"]) > 12:
            return ((day, "day"),)
        if int(part["second"]) > 12:
            return ((month, "month"),)
        return ((day, None), (month, None))
    if part["name"]:
        year = "%Y" if len(part["after"]) == 4 else "%y"
        return ((f"{prefix}%d{part['one']}%b{part['two']}{year}", None),)
    return ((f"{prefix}%b{part['gap']}%d{part['comma']}%Y", None),)


def _time_form(clock: re.Match[str]) -> tuple[str, bool]:
    part = {name: text or "" for name, text in clock.groupdict().items()}
    early = part["early"]
    half = part["half"]
    form = part["glue"] + (f"%p{early[len(early.rstrip()) :]}" if early else "")
    form += ("%I" if half or early else "%H") + part["colon"] + "%M" + part["minutes"]
    if part["seconds"]:
        # A fraction of a second is read along with the seconds.
        form += part["dot"] + "%S" + part["mark"]
    if half:
        form += f"{half[: -len(half.lstrip())]}%p"
    form += part["word"]
    offset = part["offset"]
    named = offset.strip().upper()
    utc = named in ("UTC", "GMT", "Z", "+00")
    if offset and not utc:
        code = "%Z" if named.isalpha() or len(named) == 3 else "%z"
        offset = f"{offset[: -len(offset.strip())]}{code}"
    return form + offset, utc


def _checked(
    value: str,
    dates: tuple[tuple[str, str | None], ...],
    time: str,
    *,
    utc: bool,
    has_time: bool,
) -> DateShape | None:
    """Return the shape when a loader's reader agrees; what it cannot read, no map can name."""
    good = []
    for date, order in dates:
        try:
            _reader(date + time)(value)
        except (ValueError, OverflowError):
            continue
        good.append((date + time, order))
    if not good:
        return None
    first, order = good[0]
    other = good[1][0] if len(good) > 1 else None
    return DateShape(first, other, order, has_time=has_time, utc=utc)


@cache
def _reader(form: str) -> Parse:
    return parser_of(form, ZoneInfo("UTC"))[0]


def moment_of(value: str, *, day_first: bool = True) -> datetime | None:
    """Return the local moment that a value writes, to be compared with others; None for no date."""
    shape = date_shape(value)
    if shape is None:
        return None
    form = shape.other if shape.other and not day_first else shape.form
    try:
        return _reader(form)(value).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return None
