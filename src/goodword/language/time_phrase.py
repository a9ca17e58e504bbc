"""Lengths of time and named points in time, found in a sentence in small letters."""

# ruff: noqa: C901, E501, PERF401, PLR0912  (a pattern reads best unbroken; a reader is one list of cases)

import re
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from goodword.language.en import times as en
from goodword.language.number import NUMBER, NUMBER_OR_ARTICLE, value_of
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Limit, Unit

_UNIT = "|".join(sorted(en.UNITS, key=len, reverse=True))
_COUNTING = "|".join(
    sorted((*en.WORKING, *en.CLOCK, *en.CALENDAR, *en.FILLERS), key=len, reverse=True)
)
_ADJECTIVES = rf"(?:(?:{_COUNTING})(?: ?/ ?| or |[ -])+)*"
_LENGTH = re.compile(
    rf"(?<![\w$£€.%])(?:(?P<half>half an?|half of an) |"
    rf"(?:(?P<low>{NUMBER})[ -]?(?P<adj1>{_ADJECTIVES})(?P<unit1>{_UNIT})? ?"
    rf"(?P<joint>-|to|or|/|and) ?(?:up to )?)?"
    rf"(?P<num>{NUMBER_OR_ARTICLE})(?: ?\((?:{NUMBER})\))?(?P<plus> and a half)? ?-?)"
    rf"(?P<adj>{_ADJECTIVES})(?P<unit>{_UNIT})(?![\w%])(?:'s?(?!\w))?(?!-old)"
)
_AFTER_WORKING = re.compile(rf",? ?(?:{en.WORKING_AFTER})")
_AFTER_CLOCK = re.compile(rf" ?(?:{en.CLOCK_AFTER})")
_AFTER_HOURS = re.compile(en.IN_HOURS_AFTER)
_BOUNDS = tuple(
    (
        re.compile(
            rf"(?:(?<=\W)|^)(?:{pattern}) ?(?:(?:the|a|an) )?(?:(?:first|next|following|maximum(?: of)?|"
            rf"period of|target of|average(?: time)? of|minimum of|space of|stipulated|agreed|further|standard|usual)"
            rf"(?: of)? )*(?:{en.ABOUT} )?$"
        ),
        role,
    )
    for pattern, role in en.BOUNDS.items()
)
_ABOUT = re.compile(rf"{en.ABOUT} $")
_OR_SO = re.compile(r" or so\b")
_SUFFIX_LIMIT = re.compile(
    r" (?:or (?:less|under|sooner|fewer|earlier)|at (?:the )?(?:most|latest|maximum)|maximum|max\b|tops)"
)
_FIXED: tuple[tuple[re.Pattern[str], AnchorKind], ...] = (
    (re.compile(rf"\b(?:{en.SAME_DAY})"), AnchorKind.SAME_DAY),
    (re.compile(rf"\b(?:{en.NEXT_WORKING_DAY})"), AnchorKind.NEXT_WORKING_DAY),
)
_NEXT_DAY = re.compile(rf"\b(?:{en.NEXT_DAY})")
_BY_TIME = re.compile(rf"\b(?:by|before|no later than|not later than) (?:{en.TIME_OF_DAY})")
_CUTOFF = re.compile(
    rf"(?:if|when|where|provided|for|(?:who|that) (?:call|ring|phone|e-?mail|contact|order|write|tell)s?)\b[^.;]*?\b(?:before|by|prior to) (?:{en.TIME_OF_DAY})"
    rf"|\b(?:received|reported|placed|made|sent|submitted|ordered|logged)\b[^.;]{{0,25}}? "
    rf"(?:before|by|prior to) (?:{en.TIME_OF_DAY.replace('?P<', '?P<x')})"
)
_RINGS = re.compile(rf"(?P<num>{NUMBER}) (?:telephone )?rings?\b")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_RING = re.compile(
    rf"\b(?P<word>by|before|on|within|after no more than) the (?P<nth>{'|'.join(_ORDINALS)}) ring\b"
)
# "every hour", "once a week": a length of one, said without a number.
_EACH = re.compile(
    rf"\b(?:at least )?(?:(?:once )?(?:every|each)|once (?:a|an|per|in a)) (?P<adj>{_ADJECTIVES})(?!seconds?\b)(?P<unit>{_UNIT})\b"
)
_OFTEN = re.compile(r"\b(?:" + "|".join(en.OFTEN) + r")\b")
_VAGUE = re.compile(rf"\b(?:{en.VAGUE_AMOUNTS.format(unit='(?:' + _UNIT + ')')})\b")
_WITHIN_THE = re.compile(r"\b(?:within|inside) the (hour|day|week|month)\b(?! (?:of|after|from))?")
# "You will not wait more than": the length is a limit, whatever stands between.
_NOT_BEFORE = re.compile(r"(?:\bnot|n't|\bnever|\bno one|\bnobody|\bno \w+)(?: [\w']+){0,5} $")
_NUMBERED = re.compile(
    r"\b(?:priority|severity|sev|level|stage|tier|category|step|class|grade|band|p)[ -]?(?:level )?$"
)
_PLUS = {Unit.HOUR: (30, Unit.MINUTE), Unit.DAY: (12, Unit.HOUR), Unit.YEAR: (6, Unit.MONTH)}


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time in a sentence: `start` to `end` covers its bound ("within"), `length_start` does not.

    `role` says what its bound does: limit, every, after, per, at least, for, bare, or "" for none.
    `counting` is None where the words do not say; `limit_with` gives the declared default.
    `vague` marks a time that cannot be counted ("a few days").
    """

    start: int
    end: int
    length_start: int
    role: str
    amount: int = 0
    unit: Unit = Unit.DAY
    counting: Counting | None = None
    anchor: Anchor | None = None
    is_range: bool = False
    about: bool = False
    in_hours: bool = False
    rings: int = 0
    vague: bool = False
    short_bound: bool = False
    article: bool = False

    @property
    def limit(self) -> Limit:
        """The limit with the declared defaults: plain hours by the clock, plain days by date."""
        if self.anchor is not None:
            return self.anchor
        counting = self.counting
        if counting is None or (counting is Counting.CLOCK and self.unit not in _EXACT):
            counting = Counting.CLOCK if self.unit in _EXACT else Counting.CALENDAR
        if counting is Counting.CALENDAR and self.unit in _EXACT:
            counting = Counting.CLOCK
        return Duration(self.amount, self.unit, counting)


_EXACT = {Unit.SECOND, Unit.MINUTE, Unit.HOUR}
_BRIEF = {Unit.SECOND, Unit.MINUTE}
_SHORT_DAY = 6


def times_in(text: str) -> tuple[TimePhrase, ...]:
    """Return every time of `text` (small letters), in order, none inside another."""
    found: list[TimePhrase] = []
    taken = _Taken()
    for phrase in _anchors(text):
        if taken.claim(phrase.start, phrase.end):
            found.append(phrase)
    found.extend(
        TimePhrase(match.start(), match.end(), match.start(), "limit", vague=True)
        for match in _VAGUE.finditer(text)
        if taken.claim(match.start(), match.end())
    )
    for match in _LENGTH.finditer(text):
        length = _length(text, match)
        if length is not None and taken.claim(length.length_start, length.end):
            found.append(length)
    for match in _WITHIN_THE.finditer(text):
        if taken.claim(match.start(), match.end()):
            unit = en.UNITS[match[1]][0]
            found.append(TimePhrase(match.start(), match.end(), match.start(1), "limit", 1, unit))
    for match in _RINGS.finditer(text):
        if taken.claim(match.start(), match.end()):
            start, role, _ = _bound(text, match.start())
            rings = int(value_of(match["num"]))
            found.append(TimePhrase(start, match.end(), match.start(), role, rings=rings))
    for match in _RING.finditer(text):
        if taken.claim(match.start(), match.end()):
            rings = _ORDINALS.index(match["nth"]) + (0 if match["word"] == "before" else 1)
            found.append(
                TimePhrase(
                    match.start(), match.end(), match.start("nth"), "limit", rings=max(1, rings)
                )
            )
    for match in _OFTEN.finditer(text):
        if taken.claim(match.start(), match.end()):
            amount, unit = en.OFTEN[match[0]]
            found.append(
                TimePhrase(match.start(), match.end(), match.start(), "every", amount, unit)
            )
    for match in _EACH.finditer(text):
        if taken.claim(match.start(), match.end()):
            unit, amount = en.UNITS[match["unit"]]
            found.append(
                TimePhrase(
                    match.start(),
                    match.end(),
                    match.start("adj"),
                    "every",
                    amount,
                    unit,
                    _counting(match["adj"], ""),
                )
            )
    return tuple(sorted(found, key=lambda phrase: phrase.start))


class _Taken:
    """Stretches already read, so that no word is read twice."""

    def __init__(self) -> None:
        self._stretches: list[tuple[int, int]] = []

    def claim(self, start: int, end: int) -> bool:
        """Take the stretch and return True, or return False where part of it was taken."""
        if any(start < other_end and other < end for other, other_end in self._stretches):
            return False
        self._stretches.append((start, end))
        return True


def _anchors(text: str) -> list[TimePhrase]:
    found = []
    for pattern, kind in _FIXED:
        for match in pattern.finditer(text):
            if kind is AnchorKind.NEXT_WORKING_DAY and _is_one_day(match[0]):
                continue
            anchor = Anchor(kind, cutoff=cutoff_in(text))
            found.append(
                TimePhrase(match.start(), match.end(), match.start(), "limit", anchor=anchor)
            )
    for match in _NEXT_DAY.finditer(text):
        found.append(
            TimePhrase(
                match.start(), match.end(), match.start(), "limit", 1, Unit.DAY, Counting.CALENDAR
            )
        )
    at = cutoff_span(text)
    for match in _BY_TIME.finditer(text):
        if at is None or not at[0] <= match.start() < at[1]:
            anchor = Anchor(AnchorKind.AT_TIME, at=time_of(match))
            found.append(
                TimePhrase(match.start(), match.end(), match.start(), "limit", anchor=anchor)
            )
    days = [one for one in found if one.anchor is None or one.anchor.at is None]
    # "by 5pm the next working day" is one point in time, and the day says more than the hour.
    return [
        one
        for one in found
        if one.anchor is None
        or one.anchor.at is None
        or not any(abs(day.start - one.end) < 18 or abs(one.start - day.end) < 8 for day in days)
    ]


def _is_one_day(words: str) -> bool:
    """Whether "within one working day" was met, which is a length and not the next day."""
    return re.search(r"\bone\b", words) is not None or re.search(r"\bfirst\b", words) is not None


def cutoff_span(text: str) -> tuple[int, int] | None:
    """Return where "if you tell us before 2pm" stands, if it does."""
    match = _CUTOFF.search(text)
    return match.span() if match else None


def cutoff_in(text: str) -> time | None:
    """Return the time of "if you tell us before 2pm", if it is said."""
    match = _CUTOFF.search(text)
    if match is None:
        return None
    prefix = (
        "x"
        if match["hour"] is match["hour24"] is match["noon"] is match["midnight"] is None
        else ""
    )
    return time_of(match, prefix)


def time_of(match: re.Match[str], prefix: str = "") -> time:
    """Return the local time of a TIME_OF_DAY match; 24:00 is read as midnight."""
    if match[f"{prefix}noon"]:
        return time(12)
    if match[f"{prefix}midnight"]:
        return time(0)
    if match[f"{prefix}hour24"]:
        return time(int(match[f"{prefix}hour24"]) % 24, min(int(match[f"{prefix}minute24"]), 59))
    hour = int(match[f"{prefix}hour"]) % 12
    if match[f"{prefix}half"].startswith("p"):
        hour += 12
    return time(hour, min(int(match[f"{prefix}minute"] or 0), 59))


def _bound(text: str, start: int) -> tuple[int, str, str]:
    """Return where the words that bound a length begin, what they do, and the words."""
    before = text[:start]
    best: tuple[int, str, str] = (start, "", "")
    for pattern, role in _BOUNDS:
        match = pattern.search(before, max(0, start - 60))
        if match is not None and match.start() < best[0]:
            best = (match.start(), role, match[0].strip())
    return best


def _length(text: str, match: re.Match[str]) -> TimePhrase | None:
    unit, factor = en.UNITS[match["unit"]]
    if match["unit"] == "quarters" and text.startswith(" of ", match.end()):
        # "Three quarters of complaints" is a share.
        return None
    start, role, bound = _bound(text, match.start())
    halved = match["half"] is not None or match["plus"] is not None
    if halved and unit not in _EXACT and _counting(match["adj"] or "", "") is Counting.WORKING:
        # Half a working day is some number of hours that only the author knows.
        return TimePhrase(start, match.end(), match.start(), role or "limit", vague=True)
    amount, unit = _amount(match, unit, factor)
    article = match["half"] is None and match["num"] in {"a", "an"}
    is_range = False
    low_start = match.start()
    if match["low"] is not None:
        joint = match["joint"]
        if _NUMBERED.search(text[: match.start()]):
            # "Priority 1 - 4 hours": the first number is a name.
            low_start = match.start("num")
            start, role, bound = _bound(text, low_start)
        elif joint == "and" and not re.search(r"between $", text[: match.start()]):
            # "in 24 hours and 90 days": two lengths, not a range.
            if match["unit1"]:
                return None
            low_start = match.start("num")
            start, role, bound = _bound(text, low_start)
        else:
            is_range = True
    elif article and (role in {"", "per", "bare", "for"} or bound.endswith(("once", "per"))):
        return None
    if (
        is_range
        and role in {"", "bare"}
        and (between := re.search(r"\b(?:between|from) $", text[:start]))
    ):
        start, role = between.start(), "limit"
    if role == "after" and _NOT_BEFORE.search(text[:start]):
        role = "limit"
    end = match.end()
    counting = _counting(match["adj"] or "", match["adj1"] or "")
    in_hours = False
    if after := _AFTER_WORKING.match(text, end):
        counting, end = Counting.WORKING, after.end()
    elif after := _AFTER_CLOCK.match(text, end):
        counting, end = Counting.CLOCK, after.end()
    elif after := _AFTER_HOURS.match(text, end):
        # A few hours "during office hours" are hours of opening time, whichever way they are read.
        if counting is None and (unit in _BRIEF or (unit is Unit.HOUR and amount <= _SHORT_DAY)):
            counting, end = Counting.WORKING, after.end()
        else:
            in_hours, end = counting is None, after.end()
    about = (
        _ABOUT.search(text[: match.start()]) is not None or re.search(en.ABOUT, bound) is not None
    )
    if after := _OR_SO.match(text, end):
        about, end = True, after.end()
    if after := _SUFFIX_LIMIT.match(text, end):
        role, end = role if role in {"limit", "every"} else "limit", after.end()
    return TimePhrase(
        start,
        end,
        low_start,
        role,
        amount,
        unit,
        counting,
        is_range=is_range,
        about=about,
        in_hours=in_hours,
        short_bound=bound in {"with", "minimum of", "a minimum of"},
        article=article,
    )


def _amount(match: re.Match[str], unit: Unit, factor: int) -> tuple[int, Unit]:
    if match["half"]:
        small = _PLUS.get(unit)
        return small or (1, unit)
    value = value_of(match["num"]) * factor
    if match["plus"]:
        value += Decimal("0.5")
    if value == value.to_integral_value():
        return int(value), unit
    smaller = {
        Unit.HOUR: (60, Unit.MINUTE),
        Unit.MINUTE: (60, Unit.SECOND),
        Unit.DAY: (24, Unit.HOUR),
        Unit.WEEK: (7, Unit.DAY),
        Unit.YEAR: (12, Unit.MONTH),
        Unit.MONTH: (30, Unit.DAY),
        Unit.SECOND: (1, Unit.SECOND),
    }[unit]
    return max(1, round(value * smaller[0])), smaller[1]


def _counting(adjectives: str, first: str) -> Counting | None:
    words = set(re.split(r"[ /-]+", f"{adjectives} {first}"))
    if words & set(en.WORKING):
        return Counting.WORKING
    if words & set(en.CALENDAR):
        return Counting.CALENDAR
    if words & set(en.CLOCK):
        return Counting.CLOCK
    return None
