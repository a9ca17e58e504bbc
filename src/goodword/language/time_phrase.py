"""Lengths of time and named points in time, found in a sentence in small letters."""

# ruff: noqa: C901, PERF401, PLR0912  (a reader is one list of cases)

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from goodword.language.cued import Pattern
from goodword.language.memory import remembered
from goodword.language.number import value_of
from goodword.language.pack import ENGLISH, Pack
from goodword.language.time_anchor import anchors_in
from goodword.language.time_anchor import cutoff_in as cutoff_in  # noqa: PLC0414  (known by this name)
from goodword.language.time_anchor import cutoff_span as cutoff_span  # noqa: PLC0414  (the same)
from goodword.language.time_anchor import time_of as time_of  # noqa: PLC0414  (the same)
from goodword.language.time_said import TimePhrase as TimePhrase  # noqa: PLC0414  (the same)
from goodword.language.time_short import shortened
from goodword.policy.quantity import Counting, Unit

_BETWEEN = re.compile(r"[ /-]+")
_COUNTINGS: Mapping[str, Counting] = {
    "times.working": Counting.WORKING,
    "times.calendar": Counting.CALENDAR,
    "times.clock": Counting.CLOCK,
}
_PLUS = {
    Unit.MINUTE: (30, Unit.SECOND),
    Unit.HOUR: (30, Unit.MINUTE),
    Unit.DAY: (12, Unit.HOUR),
    Unit.YEAR: (6, Unit.MONTH),
}


_EXACT = {Unit.SECOND, Unit.MINUTE, Unit.HOUR}
_BRIEF = {Unit.SECOND, Unit.MINUTE}
_SHORT_DAY = 6


def times_in(text: str, pack: Pack = ENGLISH) -> tuple[TimePhrase, ...]:
    """Return every time of `text` (small letters), in order, none inside another."""
    # Remembered by text and pack, whether or not the pack was named.
    return _times_in(text, pack)


@remembered(2_048)
def _times_in(text: str, pack: Pack) -> tuple[TimePhrase, ...]:
    if text.endswith(".") and text[-5:-1].isalpha():
        # A full stop behind a word belongs to no time: readers ask with it and without.
        return _times_in(text[:-1], pack)
    if pack.has("times.hint") and pack.pattern("times.hint").search(text) is None:
        return ()
    units = pack.words("times.units")
    found: list[TimePhrase] = []
    taken = _Taken()
    if pack.has("times.nth_day"):
        # Before "by the close of business", which may be that of a later day.
        found.extend(_nth_days(text, taken, pack))
    for phrase in anchors_in(text, pack):
        if taken.claim(phrase.start, phrase.end):
            found.append(phrase)
    found.extend(
        TimePhrase(match.start(), match.end(), match.start(), "limit", vague=True)
        for match in pack.pattern("times.vague").finditer(text)
        if taken.claim(match.start(), match.end())
    )
    cutoff = cutoff_span(text, pack)
    for match in pack.pattern("times.length").finditer(text):
        if cutoff is not None and cutoff[1] - 8 <= match.start() < cutoff[1]:
            # "before 12 h" is an hour of the day.
            continue
        length = _length(text, match, pack)
        if length is not None and taken.claim(length.length_start, length.end):
            if not length.role and pack.has("times.service") and _is_service(text, length, pack):
                continue
            found.append(length)
    for match in pack.found("times.within_the", text):
        if taken.claim(match.start(), match.end()):
            unit = Unit(units[match["unit"]][0])
            found.append(
                TimePhrase(match.start(), match.end(), match.start("unit"), "limit", 1, unit)
            )
    for match in pack.found("times.rings", text):
        if taken.claim(match.start(), match.end()):
            start, role, _ = _bound(text, match.start(), pack)
            rings = int(value_of(match["num"], pack))
            after = pack.pattern("times.in_hours_after").match(text, match.end())
            counting, end = (Counting.WORKING, after.end()) if after else (None, match.end())
            found.append(
                TimePhrase(start, end, match.start(), role, counting=counting, rings=rings)
            )
    if pack.has("times.ring_times"):
        for match in pack.found("times.ring_times", text):
            said = match.groupdict()
            bound = match.start(next(one for one in ("bound", "most", "rung") if said.get(one)))
            if taken.claim(bound, match.end()):
                rings = int(value_of(match["num"], pack))
                found.append(
                    TimePhrase(bound, match.end(), match.start("num"), "limit", rings=rings)
                )
    for match in pack.found("times.ring", text):
        if taken.claim(match.start(), match.end()):
            rings = pack.names("times.ordinals").index(match["nth"])
            rings += 0 if pack.pattern("times.ring_before").search(match["word"]) else 1
            found.append(
                TimePhrase(
                    match.start(), match.end(), match.start("nth"), "limit", rings=max(1, rings)
                )
            )
    often_in = pack.compiled(r"\b(?:<<times.often>>)\b")
    for match in often_in.finditer(text) if pack.may_stand("times.often", text) else ():
        if taken.claim(match.start(), match.end()):
            amount, often = pack.words("times.often")[match[0]]
            found.append(
                TimePhrase(match.start(), match.end(), match.start(), "every", amount, Unit(often))
            )
    for match in pack.found("times.each", text):
        if taken.claim(match.start(), match.end()):
            unit, amount = _unit(match["unit"], pack)
            found.append(
                TimePhrase(
                    match.start(),
                    match.end(),
                    match.start("adj"),
                    "every",
                    amount,
                    unit,
                    _counting(match, pack),
                )
            )
    found.extend(shortened(text, found, pack))
    return tuple(sorted(found, key=lambda phrase: phrase.start))


def _is_service(text: str, length: TimePhrase, pack: Pack) -> bool:
    """Whether a length says when a service is there: "the 24 hr line", "8am to 8pm, 7 days"."""
    if (length.amount, length.unit) == (7, Unit.DAY):
        return pack.pattern("times.all_week").search(text[: length.start]) is not None
    return (length.amount, length.unit) == (24, Unit.HOUR) and pack.pattern("times.service").match(
        text, length.end
    ) is not None


def _nth_days(text: str, taken: "_Taken", pack: Pack) -> list[TimePhrase]:
    """Return "by the third working day" as three days, and "by day three": the first is day 0."""
    found = []
    nth = pack.words("times.nth")
    for match in pack.found("times.nth_day", text):
        said = match.groupdict()
        group = next(name for name in ("nth", "num", "exact") if said.get(name))
        amount = int(nth[said[group]] if said[group] in nth else value_of(said[group], pack))
        if amount and taken.claim(match.start(), match.end()):
            working = said.get("working") or said.get("open")
            counting = Counting.WORKING if working else Counting.CALENDAR
            start, end = match.start(group), match.end()
            found.append(TimePhrase(match.start(), end, start, "limit", amount, Unit.DAY, counting))
    return found


def _unit(word: str, pack: Pack) -> tuple[Unit, int]:
    written = pack.words("times.units")[word]
    return Unit(written[0]), written[1]


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


def _bound(text: str, start: int, pack: Pack) -> tuple[int, str, str]:
    """Return where the words that bound a length begin, what they do, and the words."""
    pattern, roles = _bounds(pack)
    match = pattern.search(text[:start], max(0, start - 60))
    if match is None:
        return start, "", ""
    said = next(number for number, words in enumerate(match.groups()) if words is not None)
    return match.start(), roles[said], match[0].strip()


@cache
def _bounds(pack: Pack) -> tuple[Pattern, tuple[str, ...]]:
    """Return one pattern of all bounds, a group for each, and what each of them does."""
    bounds = pack.words("times.bounds")
    either = "|".join(f"({pattern})" for pattern in bounds)
    return pack.compiled(rf"(?:(?<=\W)|^)(?:{either})<<times.bound_tail>>"), tuple(bounds.values())


def _length(text: str, match: re.Match[str], pack: Pack) -> TimePhrase | None:
    unit, factor = _unit(match["unit"], pack)
    if pack.pattern("times.no_length").match(text, match.start("unit")) or (
        unit is Unit.DAY
        and match["joint"] == "-"
        and value_of(match["low"], pack) > value_of(match["num"], pack)
    ):
        # "Three quarters of complaints" is a share, "9-5 weekdays" are hours of the day.
        return None
    counting = _counting(match, pack)
    start, role, bound = _bound(text, match.start(), pack)
    halved = any(match.groupdict().get(name) for name in ("half", "plus", "more"))
    if halved and unit not in _EXACT and counting is Counting.WORKING:
        # Half a working day is some number of hours that only the author knows.
        return TimePhrase(start, match.end(), match.start(), role or "limit", vague=True)
    amount, unit = _amount(match, unit, factor, pack)
    if not role and pack.has("times.label_before"):
        labelled = pack.pattern("times.label_before").search(text[:start])
        role = "limit" if labelled is not None else role
    article = match["half"] is None and match["num"].strip() in pack.names("numbers.articles")
    is_range = False
    low_start = match.start()
    if match["low"] is not None:
        joint = match["joint"]
        if pack.pattern("times.numbered").search(text[: match.start()]):
            # "Priority 1 - 4 hours": the first number is a name.
            low_start = match.start("num")
            start, role, bound = _bound(text, low_start, pack)
        elif pack.pattern("times.two_lengths").search(joint) and not pack.pattern(
            "times.between_before"
        ).search(text[: match.start()]):
            # "in 24 hours and 90 days": two lengths, not a range.
            if match["unit1"]:
                return None
            low_start = match.start("num")
            start, role, bound = _bound(text, low_start, pack)
        else:
            is_range = True
    elif (
        article
        and not pack.pattern("times.limit_after").match(text, match.end())
        and (
            (role in {"", "per", "bare", "for"} and not _stands(text, match, pack))
            or pack.pattern("times.no_article_after").search(bound)
        )
    ):
        return None
    if (
        is_range
        and role in {"", "bare"}
        and (between := pack.pattern("times.range_before").search(text[:start]))
    ):
        start, role = between.start(), "limit"
    ended = match.end()
    if role == "before":
        passed = pack.pattern("times.passed").match(text, match.end())
        start, role = (start, "limit") if passed else (match.start(), "")
        ended = passed.end() if passed else ended
    if role == "after" and pack.pattern("times.not_before").search(text[:start]):
        role = "limit"
    end = ended
    in_hours = False
    if after := pack.pattern("times.working_behind").match(text, end):
        counting, end = Counting.WORKING, after.end()
    elif after := pack.pattern("times.clock_behind").match(text, end):
        counting, end = Counting.CLOCK, after.end()
    elif after := pack.pattern("times.in_hours_after").match(text, end):
        # A few hours "during office hours" are hours of opening time, whichever way they are read.
        if counting is None and (unit in _BRIEF or (unit is Unit.HOUR and amount <= _SHORT_DAY)):
            counting, end = Counting.WORKING, after.end()
        else:
            in_hours, end = counting is None, after.end()
    about = (
        pack.first("times.about_before", text[: match.start()]) is not None
        or pack.pattern("times.about").search(bound) is not None
    )
    if after := pack.pattern("times.about_after").match(text, end):
        about, end = True, after.end()
    if after := pack.pattern("times.limit_after").match(text, end):
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
        short_bound=bound in (short := pack.names("times.short_bounds"))
        or text[start:low_start].rstrip().endswith(short),
        article=article,
    )


def _amount(match: re.Match[str], unit: Unit, factor: int, pack: Pack) -> tuple[int, Unit]:
    if match["half"]:
        small = _PLUS.get(unit)
        if small is not None and (parts := _quarters(match["half"], pack)) is not None:
            return small[0] * parts // 2, small[1]
        return small or (1, unit)
    value = value_of(match["num"], pack) * factor
    if match["plus"] or match.groupdict().get("more"):
        value += Decimal("0.5") * factor
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


def _stands(text: str, match: re.Match[str], pack: Pack) -> bool:
    """Whether "a week" is told as a length: "the limit is a week", "we have a week to answer"."""
    if not pack.has("times.article_stands"):
        return False
    before = pack.pattern("times.article_stands").search(text[: match.start()])
    if before is None:
        return _labelled(text, match, pack)
    behind = pack.pattern("times.article_had").match(text, match.end())
    return before["had"] is None or behind is not None


def _labelled(text: str, match: re.Match[str], pack: Pack) -> bool:
    """Whether "a week" is all that stands behind a label: "Letter: a week"."""
    if pack.has("times.article_first") and not text[: match.start()].strip():
        # "A fortnight is the longest you will wait".
        return pack.pattern("times.article_first").match(text, match.end()) is not None
    return (
        pack.has("times.article_label")
        and pack.pattern("times.article_label").search(text[: match.start()]) is not None
        and pack.pattern("times.article_ends").match(text, match.end()) is not None
    )


def _quarters(words: str, pack: Pack) -> int | None:
    """Return how many quarters are said ("three quarters of an"), or None for a half."""
    if not pack.has("times.quarters"):
        return None
    return next(
        (
            number
            for pattern, number in pack.words("times.quarters").items()
            if pack.compiled(pattern).match(words)
        ),
        None,
    )


def _counting(match: re.Match[str], pack: Pack) -> Counting | None:
    said = match.groupdict()
    beside = " ".join(said.get(name) or "" for name in ("adj", "adj1", "after"))
    words = set(_BETWEEN.split(beside.strip()))
    for entry, counting in _COUNTINGS.items():
        if not words.isdisjoint(pack.names(entry)):
            return counting
    # A language may say it in one word: "Arbeitstag".
    written = pack.words("times.units")[match["unit"]]
    return Counting(written[2]) if len(written) > 2 else None
