"""For which cases somebody is told when a time has passed: their kind, their channel."""

# ruff: noqa: PLR0911  (a reader is one list of cases)

import re
from dataclasses import dataclass

from goodword.document.escalation_waits import Length, is_undone, trigger_in
from goodword.language.pack import ENGLISH, Pack
from goodword.language.service import channels_in, noun_slug, subjects_in
from goodword.language.word import singular

_MOST_WORDS = 5
_ROUND_CLOCK = re.compile(r"\d+[-/]?\d*")


@dataclass(frozen=True, slots=True)
class Scope:
    """The cases that are meant: their `subject` and `channels`, none for any.

    `unused` is a stretch that narrows them further, in words that no field keeps.
    """

    subject: str | None = None
    channels: tuple[str, ...] = ()
    unused: tuple[int, int] | None = None


def scope_in(
    low: str, when: tuple[int, int], lengths: tuple[Length, ...], pack: Pack = ENGLISH
) -> Scope:
    """Return which cases the words of an escalation by time speak of.

    "Payment disputes older than 3 days" are of the kind `payment_dispute`; "emails not answered"
    came by email. What else narrows them ("from gold members") is `unused`.
    """
    start, end = when
    noun = _noun(low, start, end, lengths, pack)
    if noun is None:
        subject = _first_kind(low, start, end, pack)
        return Scope(subject, (), _other_part(low, start, end, lengths, pack))
    words = low[slice(*noun)]
    channels = tuple(
        dict.fromkeys(
            one.name
            for one in channels_in(words, pack)
            if not words.startswith("ticket", one.start)
        )
    )
    kind = _kind(low, noun, pack)
    if kind is None:
        kind = _first_kind(low, start, end, pack)
    behind = _behind(low, noun[1], end, lengths, pack)
    if behind is not None and (by := channels_in(low[slice(*behind)], pack)):
        channels = channels or tuple(dict.fromkeys(one.name for one in by))
        behind = None
    return Scope(kind, channels, behind or _other_part(low, start, end, lengths, pack))


def _first_kind(low: str, start: int, end: int, pack: Pack) -> str | None:
    """Return the first kind of case or priority that is named, before another main clause."""
    comma = low.find(",", start, end)
    # Whom to reach in an emergency is no kind of case.
    words = low[start : comma if comma > 0 else end].replace("emergency contact", "contact")
    return next((one.name for one in subjects_in(words, pack)), None)


def _noun(
    low: str, start: int, end: int, lengths: tuple[Length, ...], pack: Pack
) -> tuple[int, int] | None:
    """Return the noun that a stretch begins with: "payment disputes", "an email"."""
    lead = pack.pattern("escalation.scope_lead").match(low, start, end)
    begin = lead.end() if lead is not None else start
    stop = pack.pattern("escalation.scope_stop")
    at = begin
    last = begin
    for _ in range(_MOST_WORDS):
        if any(one.start <= at < one.end for one in lengths):
            break
        word = re.compile(r"[a-z0-9][\w'&/-]*").match(low, at, end)
        if word is None or (last > begin and word[0].endswith("ed")):
            break
        if stop.match(low, at, end) is not None:
            # "Chat or phone contacts": the second channel belongs to the noun as well.
            joined = re.compile(r"(?:or|and) (?=[\w-]+)").match(low, at, end)
            if joined is None or not channels_in(low[begin:last], pack):
                break
            if not channels_in(re.compile(r"[\w-]+").findall(low, joined.end(), end)[0], pack):
                break
        last = word.end()
        at = last + 1
        if not low.startswith(" ", last):
            break
    return (begin, last) if last > begin else None


def _kind(low: str, noun: tuple[int, int], pack: Pack) -> str | None:
    """Return the kind of case that a noun names; None where it stands for any."""
    words = low[slice(*noun)]
    named = subjects_in(words, pack)
    rest = words
    for one in channels_in(words, pack):
        rest = rest[: one.start] + " " * (one.end - one.start) + rest[one.end :]
    priority = pack.pattern("lexicon.priority_in").search(words) or (
        named and pack.pattern("lexicon.priority_word_in").search(words)
    )
    if priority:
        return named[0].name
    known = named[0] if named else None
    if known is not None:
        rest = rest[: known.start] + " " * (known.end - known.start) + rest[known.end :]
    left = [
        one
        for one in rest.split()
        if not pack.pattern("escalation.scope_any").fullmatch(one)
        and not _ROUND_CLOCK.fullmatch(one)
    ]
    if not left:
        return known.name if known is not None else None
    if known is not None:
        near = words[: known.start].split()[-1:] == left[-1:]
        return noun_slug(f"{left[-1]} {known.name}") if near else known.name
    if pack.pattern("escalation.scope_person").search(left[-1]) is not None:
        return None
    before = low[: noun[0]].rstrip()
    many = singular(left[-1]) != left[-1]
    if before.endswith((" the", " this", " our", " your", " its")) or before in {"the", "this"}:
        return None
    if not many and not re.search(r"\b(?:an?|any|every|each)$", before):
        return None
    return noun_slug(" ".join(left))


def _behind(
    low: str, start: int, end: int, lengths: tuple[Length, ...], pack: Pack
) -> tuple[int, int] | None:
    """Return what stands behind the noun and says which ones: "from gold members"."""
    found = pack.pattern("escalation.scope_behind").match(low, start, end)
    if found is None:
        return None
    span = found.span("what")
    if any(span[0] <= one.start < span[1] for one in lengths):
        return None
    words = low[slice(*span)]
    if is_undone(words) or pack.pattern("escalation.scope_idle").match(words):
        return None
    return span


def _other_part(
    low: str, start: int, end: int, lengths: tuple[Length, ...], pack: Pack
) -> tuple[int, int] | None:
    """Return a second thing that must be so, beside what waits: "if it is raining and …"."""
    if pack.pattern("escalation.scope_if").match(low, start, end) is None:
        return None
    at = start
    for joint in [*re.compile(r" and | but ").finditer(low, start, end), None]:
        stop = joint.start() if joint is not None else end
        words = low[at:stop]
        plain = (
            trigger_in(words, pack) is None
            and not is_undone(words)
            and not any(at <= one.start < stop for one in lengths)
        )
        finite = pack.pattern("escalation.scope_finite").search(words) is not None
        if plain and finite and len(words.split()) > 2:
            lead = pack.pattern("escalation.scope_if").match(low, at, stop)
            return (lead.end() if lead is not None else at), stop
        at = joint.end() if joint is not None else end
    return None
