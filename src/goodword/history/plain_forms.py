"""Formats of dates as fixed shapes: which letter of a text is which digit, and what stands between.

So a whole column of dates can be read with NumPy. Formats with names of months, with zones or with
numbers of seconds have no such shape and are left to `date_formats`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from goodword.history.months import month_of

_WIDTHS = {"Y": 4, "y": 2, "m": 2, "d": 2, "H": 2, "I": 2, "M": 2, "S": 2, "p": 2}
_FIELDS = {"Y": 0, "y": 0, "m": 1, "d": 2, "H": 3, "I": 3, "M": 4, "S": 5}
_TIMES = ("%H", "%I")
_FRACTIONS = ("", ".000", ".000000")
_SINGLE = re.compile(r"(?<!\d)(\d)(?!\d)")
_NAME = re.compile(r"[^\W\d_]{3,}\.?")
_NO_MONTH = "\0"
_CENTURY_TURNS = 69
Letters = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class PlainForm:
    """One shape: `marks` are letters that must stand in their places, `digits` where digits do.

    `places` says what each digit counts in year, month, day, hour, minute and second. `half` is
    the place of the A or P of half days. `is_utc` where the shape itself says UTC. Numbers of one
    digit may be filled up with a zero where it `may_be_short`.
    """

    length: int
    marks: tuple[tuple[int, int], ...]
    digits: tuple[int, ...]
    places: NDArray[np.int64]
    has_time: bool
    half: int | None = None
    is_short_year: bool = False
    is_utc: bool = False
    may_be_short: bool = True

    def fields(self, letters: Letters) -> NDArray[np.int64] | None:
        """Return year to second of each row of letters; None where one has another shape."""
        if not all((letters[:, place] == mark).all() for place, mark in self.marks):
            return None
        digits = letters[:, self.digits] - ord("0")
        if digits.size and (int(digits.min()) < 0 or int(digits.max()) > 9):
            return None
        fields: NDArray[np.int64] = digits @ self.places
        if self.is_short_year:
            # As POSIX has it: 69 to 99 are of the last century.
            fields[:, 0] += np.where(fields[:, 0] < _CENTURY_TURNS, 2000, 1900)
        if self.half is not None and not _to_whole_days(fields, letters, self.half):
            return None
        return fields


def _to_whole_days(fields: NDArray[np.int64], letters: Letters, half: int) -> bool:
    """Turn hours of half days into those of whole ones; False where a row has no such hour."""
    # Setting one bit makes a letter small.
    mark, other = letters[:, half] | 32, letters[:, half + 1] | 32
    later = mark == ord("p")
    hour = fields[:, 3]
    if not ((later | (mark == ord("a"))) & (other == ord("m"))).all():
        return False
    if ((hour < 1) | (hour > 12)).any():
        return False
    fields[:, 3] = hour % 12 + 12 * later
    return True


@cache
def plain_forms(form: str) -> tuple[PlainForm, ...]:
    """Return the shapes of one format of a map; none where it has no fixed ones."""
    if form == "iso":
        return tuple(
            _form(f"%Y-%m-%d{time}{fraction if time.endswith('S') else ''}{zone}", is_iso=True)
            for time in ("", "T%H:%M", " %H:%M", "T%H:%M:%S", " %H:%M:%S")
            for fraction in (_FRACTIONS if time.endswith("S") else ("",))
            for zone in (("", "Z", "+00:00") if time else ("",))
        )
    codes = re.findall("%(.)", form)
    is_plain = set(codes) <= _WIDTHS.keys() and len(codes) == len(set(codes))
    has_half = ("I" in codes) == ("p" in codes)
    has_day = {"m", "d"} <= set(codes) and ("Y" in codes) != ("y" in codes)
    if not (is_plain and has_half and has_day) or re.search(r"\d", re.sub("%.", "", form)):
        return ()
    return (_form(form, is_iso=False),)


def _form(form: str, *, is_iso: bool) -> PlainForm:
    marks: list[tuple[int, int]] = []
    digits: list[int] = []
    places: list[list[int]] = []
    half, at = None, 0
    for piece in re.findall("%.|[^%]", form):
        code = piece[1:] if len(piece) > 1 else ""
        if code == "p":
            half = at
        elif code:
            for place in range(_WIDTHS[code]):
                digits.append(at + place)
                counts = [0] * 6
                counts[_FIELDS[code]] = 10 ** (_WIDTHS[code] - 1 - place)
                places.append(counts)
        elif piece == "0" and "+" not in form[: form.index(piece)]:
            # A digit of a fraction of a second: it must be one, and counts nothing.
            digits.append(at)
            places.append([0] * 6)
        else:
            marks.append((at, ord(piece)))
        at += _WIDTHS[code] if code else 1
    return PlainForm(
        length=at,
        marks=tuple(marks),
        digits=tuple(digits),
        places=np.array(places, np.int64),
        has_time=any(code in form for code in _TIMES),
        half=half,
        is_short_year="%y" in form,
        is_utc=is_iso and form.endswith(("Z", "+00:00")),
        may_be_short=not is_iso,
    )


def in_numbers(form: str) -> str:
    """Return a format with the number of the month where it has its name."""
    return form.replace("%b", "%m").replace("%B", "%m")


def with_numbers(texts: Sequence[str]) -> list[str] | None:
    """Return texts with the numbers of months for their names; None where a word is no month."""
    named = _NAME.sub(_number, "\n".join(texts)).split("\n")
    is_whole = len(named) == len(texts) and not any(_NO_MONTH in text for text in named)
    return named if is_whole else None


def _number(name: re.Match[str]) -> str:
    return _month(name[0])


@lru_cache(maxsize=1000)
def _month(name: str) -> str:
    found = month_of(name)
    return _NO_MONTH if found is None else f"{found:02}"


def filled_up(texts: Sequence[str]) -> list[str] | None:
    """Return texts with a zero before each number of one digit; None where they cannot be told."""
    filled = _SINGLE.sub(r"0\1", "\n".join(texts)).split("\n")
    return filled if len(filled) == len(texts) else None
