"""Points in time found in a sentence in small letters: a day, an hour of the day, a cutoff."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import time

from goodword.language.memory import remembered
from goodword.language.pack import ENGLISH, Pack
from goodword.language.time_said import TimePhrase
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Unit

_FIXED: tuple[tuple[str, AnchorKind], ...] = (
    ("times.next_working_day", AnchorKind.NEXT_WORKING_DAY),
    ("times.same_day", AnchorKind.SAME_DAY),
)


def anchors_in(text: str, pack: Pack) -> list[TimePhrase]:
    """Return the points in time that are named: the next working day, the same day, "by 5pm"."""
    found = []
    for entry, kind in _FIXED:
        for match in _named(entry, text, pack):
            if kind is AnchorKind.NEXT_WORKING_DAY and pack.pattern("times.one_day").search(
                match[0]
            ):
                continue
            if kind is AnchorKind.SAME_DAY and _begins_clock(text, match, pack):
                continue
            anchor = Anchor(kind, cutoff=cutoff_in(text, pack))
            found.append(
                TimePhrase(match.start(), match.end(), match.start(), "limit", anchor=anchor)
            )
    next_days = [_next_day(match, text, pack) for match in _named("times.next_day", text, pack)]
    # "By the end of the day after we receive it" is not the end of that day.
    found = [one for one in found if not any(_holds(day, one) for day in (*next_days, *found))]
    found.extend(next_days)
    at = cutoff_span(text, pack)
    for match in pack.found("times.by_time", text):
        if at is None or not at[0] <= match.start() < at[1]:
            anchor = Anchor(AnchorKind.AT_TIME, at=time_of(match, pack=pack))
            found.append(
                TimePhrase(match.start(), match.end(), match.start(), "limit", anchor=anchor)
            )
    days = [one for one in found if one.anchor is None or one.anchor.at is None]
    hours = [one for one in found if one.anchor is not None and one.anchor.at is not None]
    # "by 5pm the next working day" is one point in time.
    alone = [one for one in hours if not any(_beside(one, day) for day in days)]
    made = [*(_with_hour(text, day, hours) for day in days), *alone]
    return _with_cutoff(text, made)


def _begins_clock(text: str, match: re.Match[str], pack: Pack) -> bool:
    """Whether a day is the one from which another time counts: "ten days of the day they write"."""
    if not match[0].startswith("the ") or not pack.has("times.counted_from"):
        return False
    return pack.pattern("times.counted_from").search(text[: match.start()]) is not None


def _next_day(match: re.Match[str], text: str, pack: Pack) -> TimePhrase:
    """Return the next day: the next that is worked, unless every day of the calendar counts."""
    start, end = match.span()
    named = pack.has("times.every_day")
    if named and pack.pattern("times.every_day").search(text) is None:
        anchor = Anchor(AnchorKind.NEXT_WORKING_DAY, cutoff=cutoff_in(text, pack))
        return TimePhrase(start, end, start, "limit", anchor=anchor)
    return TimePhrase(start, end, start, "limit", 1, Unit.DAY, Counting.CALENDAR)


def _with_cutoff(text: str, made: list[TimePhrase]) -> list[TimePhrase]:
    """Return the points in time, where "left before noon … by 5pm" says until when a day counts."""
    by = [one for one in made if not text.startswith("before", one.start)]
    before = [one for one in made if text.startswith("before ", one.start)]
    if len(by) != 1 or len(before) != 1 or before[0].start > by[0].start:
        return made
    anchor, cutoff = by[0].anchor, before[0].anchor
    if anchor is None or cutoff is None or anchor.cutoff is not None:
        return made
    return [replace(by[0], anchor=replace(anchor, cutoff=cutoff.at))]


def _holds(longer: TimePhrase, one: TimePhrase) -> bool:
    """Whether one time stands within another that says more."""
    within = longer.start <= one.start and one.end <= longer.end
    return within and longer.end - longer.start > one.end - one.start


def _beside(hour: TimePhrase, day: TimePhrase) -> bool:
    return abs(day.start - hour.end) < 18 or abs(hour.start - day.end) < 8


def _with_hour(text: str, day: TimePhrase, hours: list[TimePhrase]) -> TimePhrase:
    """Return a day with the hour that stands beside it: `by 10am the next working day`.

    "Left before 4pm the same day" says until when the day counts.
    """
    hour = next((one for one in hours if _beside(one, day)), None)
    if hour is None or hour.anchor is None or day.anchor is None:
        return day
    if day.anchor.cutoff is not None:
        # "Sent in by noon … by 5pm that day": the second hour is the point in time.
        same = day.anchor.kind is AnchorKind.SAME_DAY and day.start - 3 <= hour.end <= day.start
        start = hour.start
        anchor = replace(hour.anchor, cutoff=day.anchor.cutoff)
        return replace(day, start=start, length_start=start, anchor=anchor) if same else day
    is_next = day.anchor.kind is AnchorKind.NEXT_WORKING_DAY
    if text.startswith("before", hour.start) and hour.start < day.start:
        return day if is_next else replace(day, anchor=replace(day.anchor, cutoff=hour.anchor.at))
    kind = AnchorKind.NEXT_WORKING_DAY if is_next else AnchorKind.AT_TIME
    start, end = min(day.start, hour.start), max(day.end, hour.end)
    anchor = Anchor(kind, at=hour.anchor.at)
    return replace(day, start=start, end=end, length_start=start, anchor=anchor)


def cutoff_span(text: str, pack: Pack = ENGLISH) -> tuple[int, int] | None:
    """Return where "if you tell us before 2pm" stands, if it does."""
    match = _cutoff(text, pack)
    return match.span() if match else None


def _named(entry: str, text: str, pack: Pack) -> Iterable[re.Match[str]]:
    """Return where an entry of days stands at the start of a word."""
    may_stand = pack.may_stand(entry, text)
    return pack.compiled(rf"\b(?:<<{entry}>>)").finditer(text) if may_stand else ()


@remembered(2_048)
def _cutoff(text: str, pack: Pack) -> re.Match[str] | None:
    return pack.first("times.cutoff", text)


def cutoff_in(text: str, pack: Pack = ENGLISH) -> time | None:
    """Return the time of "if you tell us before 2pm", if it is said."""
    match = _cutoff(text, pack)
    if match is None:
        return None
    said = match.groupdict()
    spelt = ("hour", "hour24", "noon", "midnight")
    used = next(
        one for one in ("", "x", "y", "z") if any(said.get(f"{one}{name}") for name in spelt)
    )
    return time_of(match, used, pack)


def time_of(match: re.Match[str], prefix: str = "", pack: Pack = ENGLISH) -> time:
    """Return the local time of a `times.time_of_day` match; 24:00 is read as midnight."""
    said = {
        name.removeprefix(prefix): words
        for name, words in match.groupdict().items()
        if words and name.startswith(prefix)
    }
    if "noon" in said:
        return time(12)
    if "midnight" in said:
        return time(0)
    if "hour24" in said:
        return time(int(said["hour24"]) % 24, min(int(said.get("minute24", 0)), 59))
    hour = int(said["hour"]) % 12
    if pack.pattern("times.afternoon").search(said["half"]):
        hour += 12
    return time(hour, min(int(said.get("minute", 0)), 59))
