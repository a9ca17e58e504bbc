"""What an escalation by time waits for, and how long."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import dataclass, replace

from goodword.language.number import value_of
from goodword.language.pack import ENGLISH, Pack
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.policy.duty import Trigger
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Limit, Unit

# Bounds by which a state is said to last: "open for 3 days", "older than 10 days".
LASTING = frozenset({"for", "after", "at least"})
_UNITS = {"m": Unit.MINUTE, "h": Unit.HOUR, "d": Unit.DAY}
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth"
_ORDINALS = {word: place for place, word in enumerate(_NTH.split(), 1)}
# "On day six (working days)".
_DAYS_SAID = re.compile(r" \((?:working|business) days?\)")
_LONG = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH})
# "Within the last 21 days" tells which cases are meant, and is no time to come.
_IN_PAST = re.compile(r"\bthe (?:last|past|previous|preceding) (?:[\w-]+ ){0,2}[\w-]+$")
_LASTS = re.compile(
    r"\b(?:for|after|more than|longer than|over|exceed\w*|past|beyond|older than|without|goes|go|passes|wait(?:ed|ing|s)?|hold(?:ing)?|held|queu(?:ed|ing))\b"
)
_NEGATED = re.compile(
    r"\b(?:not|no(?!-)|never|nobody|no one|none|neither|without|cannot|unable|nothing|yet to)\b|n't\b|\bun(?!expected|explained|authori|wanted|ited|limited|identified|planned|accompanied|justified|skilled|licensed|registered|insured)\w+(?:ed|red|n)\b|\bfail\w*\b|\b(?:overdue|outstanding|late|aged|stale|open)\b(?= (?:complaints?|cases?|tickets?|requests?|enquir\w+|quer\w+|repairs?|tasks?|claims?|items?|actions?|appeals?)\b)|\bdrag\w* on\b|\blong[- ](?:running|standing)\b|\bstill open\b"
)


@dataclass(frozen=True, slots=True)
class Length:
    """A time in a sentence that counts: `start` to `end`, and what bounds it."""

    limit: Limit
    start: int
    end: int
    role: str


def lengths_in(low: str, pack: Pack = ENGLISH) -> tuple[Length, ...]:
    """Return every time of a sentence in small letters that can be counted, in order."""
    found = [
        Length(phrase.limit, phrase.start, phrase.end, phrase.role)
        for phrase in times_in(low, pack)
        if not phrase.vague and not phrase.rings
    ]
    for match in pack.found("escalation.offset_time", low):
        unit = _UNITS[(match["unit"] or "m")[0]]
        counting = Counting.CALENDAR if unit is Unit.DAY else Counting.CLOCK
        found = [one for one in found if one.end <= match.start() or one.start >= match.end()]
        found.append(Length(Duration(int(match["amount"]), unit, counting), *match.span(), "after"))
    for match in pack.found("escalation.day_number", low):
        working = match["working"] or _DAYS_SAID.match(low, match.end())
        counting = Counting.WORKING if working else Counting.CALENDAR
        days = int(value_of(match["amount"], pack))
        found = [one for one in found if one.end <= match.start() or one.start >= match.end()]
        found.append(Length(Duration(days, Unit.DAY, counting), *match.span(), "after"))
    for match in pack.found("escalation.day_end", low):
        counting = Counting.WORKING if match["working"] else Counting.CALENDAR
        found = [one for one in found if one.end <= match.start() or one.start >= match.end()]
        days = _ORDINALS.get(match["nth"]) or int(match["nth"][:-2])
        found.append(Length(Duration(days, Unit.DAY, counting), *match.span(), "limit"))
    for match in pack.found("escalation.for_a", low):
        if not any(one.start < match.end() and match.start() < one.end for one in found):
            unit = Unit(match["unit"])
            plain = Counting.CALENDAR if unit in _LONG else Counting.CLOCK
            counting = Counting.WORKING if match["working"] else plain
            role = "after" if match["led"] == "after " else "for"
            found.append(Length(Duration(1, unit, counting), *match.span(), role))
    found.extend(_bare(low, found, pack))
    found = [one for one in found if not _IN_PAST.search(low[: one.end])]
    found = [_rung_time(low, one, pack) for one in found]
    return tuple(sorted(found, key=lambda one: one.start))


def _bare(low: str, found: list[Length], pack: Pack) -> list[Length]:
    """Return the numbers that take their unit from the time before: "after four, the chair"."""
    more = []
    for match in pack.pattern("escalation.bare_after").finditer(low):
        before = [one for one in found if one.end <= match.start()]
        if not before or any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        model = max(before, key=lambda one: one.end).limit
        if isinstance(model, Duration):
            amount = int(value_of(match["amount"], pack))
            more.append(Length(replace(model, amount=amount), *match.span(), "after"))
    return more


def _rung_time(low: str, one: Length, pack: Pack) -> Length:
    """Return "at 4 hours" as a time that has passed."""
    if one.role not in {"", "bare"}:
        return one
    at = pack.pattern("escalation.at_length").search(low, 0, one.start)
    return replace(one, start=at.start(), role="after") if at is not None else one


def vague_in(low: str, pack: Pack = ENGLISH) -> TimePhrase | None:
    """Return a time that cannot be counted ("a few days"), if one is said."""
    return next((one for one in times_in(low, pack) if one.vague), None)


def trigger_in(words: str, pack: Pack = ENGLISH) -> Trigger | None:
    """Return what the words say was not done, if they say so."""
    for name, pattern in pack.words("escalation.waits").items():
        if not pack.may_stand(f"escalation.{name}", words):
            continue
        if pack.compiled(str(pattern)).search(words) is not None:
            return Trigger(name)
    return None


def is_undone(words: str) -> bool:
    """Whether the words deny something, as "nobody called" does."""
    return _NEGATED.search(words) is not None


def waited(
    words: str, start: int, lengths: tuple[Length, ...], pack: Pack = ENGLISH
) -> Length | None:
    """Return the time for which what the words tell of has lasted; `start` is where they stand.

    "Open for 3 days" lasts; "within 3 days" counts only for what was not done.
    """
    inside = [one for one in lengths if start <= one.start and one.end <= start + len(words)]
    if inside and pack.pattern("escalation.forecast").search(words):
        return None
    undone = is_undone(words)
    for one in inside:
        if one.role in LASTING and not _is_age(words, one.end - start):
            return one
        if undone and one.role in {"limit", "", "bare", "every"}:
            return one if one.role != "every" else None
        if one.role in {"", "bare"} and _LASTS.search(words[: one.start - start]):
            return one
    return None


def _is_age(words: str, end: int) -> bool:
    return (
        re.match(r" (?:of age|old|ago|a (?:day|week|month|year)|in (?:a|one|any)\b)", words[end:])
        is not None
    )


def is_same_day(limit: Limit) -> bool:
    """Whether it ends with the day, which is no time for what was not done."""
    return isinstance(limit, Anchor) and limit.kind is AnchorKind.SAME_DAY
