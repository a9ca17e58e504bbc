"""How long something took, as exports write it."""

import re

from goodword.history.map_fields import Unit

_SECONDS = {
    Unit.SECONDS: 1,
    Unit.MINUTES: 60,
    Unit.HOURS: 3600,
    Unit.DAYS: 86_400,
    Unit.WORKING_DAYS: 1,
}
_CLOCK = re.compile(r"(?:(\d+)(?: days?,?|d) )?(\d+):(\d{2})(?::(\d{2})(?:\.\d+)?)?")
_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d*)?")
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?,?(?:\s+(?:and|und|y|et)\b)?\s*")
_ISO = re.compile(r"P(?:\d+[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?")
# The words of durations by their beginnings: "2 Days 3 Hours", "1d 4h", "PT3H20M", "3 Stunden".
_WORDS = {
    604_800: "w wk wks week weeks woche wochen semana semanas",
    86_400: "d day days tag tage dia dias día días jour jours 天",
    3600: "h hr hrs hour hours std stunde stunden hora horas heure heures ora ore 小时",
    60: "m min mins minute minutes minuten minuto minutos 分 分钟",
    1: "s sec secs second seconds sek sekunden segundos secondes 秒",
}
_SECONDS_OF_WORD = {word: seconds for seconds, words in _WORDS.items() for word in words.split()}


def seconds_of(text: str, unit: Unit) -> int | None:
    """Return the whole seconds that a text means, None where it means none.

    `h:m:s` may do without its seconds, and have days before it: `1 day, 2:30:00`. Working days are
    returned as so many days. A decimal comma is read as such, one before three digits is not.
    """
    found = length_of(text, unit)
    return None if found is None else found[0]


def length_of(text: str, unit: Unit) -> tuple[int, int] | None:
    """Return the seconds that a text means, and the finest step that such a text can tell."""
    if unit is Unit.CLOCK:
        clock = _CLOCK.fullmatch(text)
        if clock is None:
            return None
        days, hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return ((days * 24 + hours) * 60 + minutes) * 60 + seconds, 1 if clock[4] else 60
    if unit is Unit.WORDS:
        return _in_words(text)
    try:
        number = _plain_number(text)
        decimals = len(number.partition(".")[2])
        step = max(1, round(_SECONDS[unit] / 10 ** min(decimals, 9)))
        return round(float(number) * _SECONDS[unit]), step
    except (ValueError, OverflowError):
        return None


def _plain_number(text: str) -> str:
    """Return a number with a point for its decimals and without marks of thousands."""
    if "," not in text:
        return text
    if _THOUSANDS.fullmatch(text):
        return text.replace(",", "")
    return text.replace(".", "").replace(",", ".")


def _in_words(text: str) -> tuple[int, int] | None:
    said = text.strip().lower()
    if _ISO.fullmatch(text.strip()):
        said = said.replace("p", "").replace("t", " ")
    total, step, at = 0.0, 0, 0
    while at < len(said):
        part = _PART.match(said, at)
        seconds = _SECONDS_OF_WORD.get(part[2]) if part else None
        if part is None or seconds is None:
            return None
        total += float(part[1].replace(",", ".")) * seconds
        step, at = seconds, part.end()
    return (round(total), step) if step else None
