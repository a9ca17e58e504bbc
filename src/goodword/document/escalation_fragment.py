"""Escalations without a verb: "Not resolved in 4 hours → team lead", and rows of tables."""

# ruff: noqa: PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.escalation_by_event import is_event
from goodword.document.escalation_event import trimmed
from goodword.document.escalation_rung import Rung
from goodword.document.escalation_scope import scope_in
from goodword.document.escalation_told import role_at
from goodword.document.escalation_waits import (
    LASTING,
    Length,
    is_same_day,
    lengths_in,
    trigger_in,
    waited,
)
from goodword.document.roles_known import checked
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH, Pack
from goodword.language.service import subjects_in
from goodword.language.word import slug
from goodword.policy.duty import Escalation, Trigger

_CUT = re.compile(
    r"\s*(?:→|->|=>|\||\?)\s*|:\s+|\s+[-=]\s+|,\s+|\s+\((?=if|after|when|not|un)"
    r"|\s+(?=within (?:\d|an? |one|two|three|half))"
)
_ARROW = re.compile(r"→|->|=>|\|")
_AT_ONCE = re.compile(r"^(?:at once|immediately|straight ?away|right away|instantly|now|always)$")
# What a role's name never holds.
_SAYS = re.compile(
    r"\b(?:please|contact|(?<!-)call|tell|ask|is|are|will|must|should|may|can|we|you|they|to|if|when|not|within|every)\b"
)
# "The second the duty manager" is no name.
_TWO = re.compile(r"(?<!\bof)(?<!\bfor)(?<!^) (?:the|our) ")
_MOST_WORDS = 7


def tiers(low: str, setting: Setting, pack: Pack = ENGLISH) -> Understood | None:
    """Return the line of a matrix from one tier to the next: "L1 → L2 after 30 minutes"."""
    found = pack.pattern("escalation.tiers").search(low)
    if found is None:
        return None
    lengths = [one for one in lengths_in(low, pack) if one.role in LASTING | {"limit", "", "bare"}]
    if len(lengths) != 1 or is_same_day(lengths[0].limit):
        return None
    rest = low[: found.start()] + low[found.end() :]
    for one in lengths:
        rest = rest.replace(low[one.start : one.end], "")
    trigger = trigger_in(rest, pack)
    if trigger is None and re.search(r"[a-z]{3,}", re.sub(r"\b(?:after|if|at)\b", "", rest)):
        return None
    clause = Escalation(
        to=slug(re.sub(r"(?<=[a-z]{4})(?=\d)", " ", found["second"])),
        after=lengths[0].limit,
        trigger=trigger or Trigger.NOT_RESOLVED,
        subject=scope_in(low, (0, found.start()), tuple(lengths), pack).subject,
    )
    return checked(Understood((clause,)), (clause.to,), low, setting)


def fragment(
    low: str, lengths: tuple[Length, ...], setting: Setting, pack: Pack = ENGLISH
) -> tuple[Rung, ...]:
    """Return the rungs of a line that names what waits or happens, and who is told."""
    found: list[Rung] = []
    start = 0
    for part in [*re.split(r"(;)", low), ";"]:
        if part == ";":
            start += 1
            continue
        rung = _rung(low, start, start + len(part), lengths, setting, pack, found)
        start += len(part)
        if rung is None:
            return ()
        found.append(rung)
    return tuple(found)


def _rung(
    low: str,
    start: int,
    end: int,
    lengths: tuple[Length, ...],
    setting: Setting,
    pack: Pack,
    before: list[Rung],
) -> Rung | None:
    words = low[start:end]
    cells = _cells(words, start)
    if len(cells) < 2:
        return None
    head = normal(setting.heading)
    goes_up = (
        pack.pattern("escalation.who_heading").search(head) is not None
        or pack.pattern("escalation.cond_open").match(low[slice(*cells[0])]) is not None
    )
    waits = bool(before or goes_up or lengths)
    role = _role(low, cells, setting, pack) if waits or _points(words, start, cells) else None
    if role is None:
        return None
    name, cell = role
    rest = [one for one in cells if one != cell]
    trigger = trigger_in(words, pack)
    inside = [one for one in lengths if start <= one.start and one.end <= end]
    length = waited(words, start, lengths)
    subject = next((one.name for one in subjects_in(words, pack)), None)
    if trigger is not None and length is not None:
        scope = scope_in(low, rest[0], lengths, pack)
        return Rung(
            name,
            trigger=trigger,
            after=length,
            subject=scope.subject or subject,
            channels=scope.channels,
            unused=scope.unused,
            when=rest[0],
        )
    if before and len(inside) == 1 and inside[0].role in LASTING | {"", "bare"}:
        return Rung(name, trigger=before[-1].trigger, after=inside[0], when=rest[0])
    if goes_up and len(inside) == 1 and inside[0].role in LASTING | {"", "bare", "limit"}:
        only = [one for one in rest if not _is_time(low, one, inside)]
        if all(re.search(r"\d|level|stage|tier|step", low[slice(*one)]) for one in only):
            return Rung(
                name, trigger=Trigger.NOT_RESOLVED, after=inside[0], subject=subject, when=rest[0]
            )
    at_once = any(_AT_ONCE.match(low[slice(*one)]) for one in rest)
    events = [
        one
        for one in rest
        if not _is_time(low, one, inside) and not _AT_ONCE.match(low[slice(*one)])
    ]
    if len(events) != 1 or not (_ARROW.search(words) or at_once or goes_up):
        return None
    event_itself = is_event(low[slice(*events[0])], pack)
    if (trigger is not None and not event_itself) or (inside and inside[0].role in LASTING):
        return None
    if not goes_up and not at_once and not (inside or _ARROW.search(words)):
        return None
    within = inside[0] if inside else None
    lead = pack.pattern("escalation.cond_open").match(low[slice(*events[0])])
    event = (events[0][0] + lead.end(), events[0][1]) if lead is not None else events[0]
    return Rung(name, event=event, within=within, subject=subject, when=event)


def _points(words: str, start: int, cells: list[tuple[int, int]]) -> bool:
    """Whether an arrow points to who is told, or it is done at once."""
    return _ARROW.search(words) is not None or any(
        _AT_ONCE.match(words[first - start : last - start]) for first, last in cells
    )


def _cells(words: str, start: int) -> list[tuple[int, int]]:
    found = []
    at = 0
    # "Subpoenas, court orders: legal": the list before the colon is one cell.
    listed = re.match(r"[\w' /&-]+(?:, [\w' /&-]+)+(?=: )", words.lstrip())
    if listed is not None:
        at = len(words) - len(words.lstrip()) + listed.end()
        found.append((start + at - listed.end(), start + at))
        at += 2
    for cut in [*_CUT.finditer(words, at), None]:
        stop = cut.start() if cut else len(words)
        span = trimmed(words, at, stop)
        if span is not None:
            found.append((start + span[0], start + span[1]))
        at = cut.end() if cut else stop
    return found


def _role(
    low: str, cells: list[tuple[int, int]], setting: Setting, pack: Pack
) -> tuple[str, tuple[int, int]] | None:
    for cell in reversed(cells[1:]):
        words = low[slice(*cell)]
        if (
            len(words.split()) > _MOST_WORDS
            or _SAYS.search(words)
            or _TWO.search(words)
            or re.search(r"\d+ ?(?:min|hour|day|h\b)", words)
        ):
            continue
        named = role_at(low, *cell, setting, sure=False, pack=pack)
        if named is not None and named[0] and (named[1], named[2]) == cell:
            return named[0], cell
    return None


def _is_time(low: str, cell: tuple[int, int], inside: list[Length]) -> bool:
    rest = low[slice(*cell)]
    for one in inside:
        if cell[0] <= one.start and one.end <= cell[1]:
            rest = low[cell[0] : one.start] + low[one.end : cell[1]]
            return len(re.findall(r"[a-z]{3,}", rest)) == 0
    return False
