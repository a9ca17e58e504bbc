"""Rows of who is told of a case, and who is next: "Fault | First call | After that"."""

import re
from dataclasses import dataclass, replace

from goodword.document.escalation_listed import asks_whom
from goodword.document.escalation_people import People, people_of
from goodword.document.escalation_waits import lengths_in, trigger_in
from goodword.document.grid_row import (
    Grid,
    Row,
    grid_of,
    only_time,
    time_passed,
    told_after,
    told_beside,
    told_when,
)
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation
from goodword.policy.quantity import Limit

# "If unhappy with the branch's answer", as a remark beside who is told.
_REMARK = re.compile(r"(?i)(?:if|when|where|once) (?P<when>[^;]{4,80})$")
_COUNTED = re.compile(r"\W*\d|(?:over|above|more than|under|below|less than|at least) \W?\d")
_BY_WHEN = re.compile(r"\b(?:when|within|by when|how (?:soon|fast|quickly)|deadline)\b")
_TIME_FRAME = re.compile(r"time ?(?:frame|limit|line|scale)s?|time")
# A column of its own says what happens: "Level | When | Escalate to".
_WHEN = re.compile(r"(?:when|triggers?|conditions?|criteria|situations?|events?|cases?|issues?)\b")
_NUMBER = re.compile(r"\d|i{1,3}|iv|v|one|two|three|four|five|first|second|third|fourth|final")
_IF = re.compile(r"^if ")
_SHORT_CASE = 90


@dataclass(frozen=True, slots=True)
class _Case:
    """What a row is about, who goes with it, and until when they are told."""

    words: str
    strength: Strength
    after: Limit | None
    within: Limit | None


def row_told(
    texts: list[str], heads: list[str], above: str, setting: Setting, row: Row
) -> Understood | None:
    """Return who is told by a row whose headers say so; None for every other row."""
    grid = grid_of(texts, heads)
    if grid is None or not grid.places("who", "next") or grid.places("age"):
        return None
    said_elsewhere = grid.kinds[0] == "rung" and any(_WHEN.match(normal(one)) for one in heads[1:])
    aged = grid.kinds[0] == "age" and time_passed(texts[0], heads[0]) is not None
    if aged or said_elsewhere or any(_TIME_FRAME.fullmatch(normal(one)) for one in heads):
        return None
    case = _case(grid, above)
    if case is None:
        return None
    made = [*_first(grid, case, setting), *_next(grid, case, setting)]
    told = tuple(one for one in made if one is not None)
    return told_beside(told, grid, row) if made and len(told) == len(made) else None


def _case(grid: Grid, above: str) -> _Case | None:
    """Return what a row is about; None where it is no case that somebody is told of."""
    low = normal(grid.texts[0])
    is_rung = grid.kinds[0] == "rung"
    if grid.kinds[0] not in {"", "age", "rung", "class"} or (lengths_in(low) and not is_rung):
        # How long it has lasted is part of the case.
        return None
    heads = normal(f"{above} {' '.join(grid.heads)}")
    theirs = ENGLISH.pattern("grid.theirs").search(heads) is not None
    bare = all(
        ENGLISH.pattern("grid.contact").fullmatch(normal(grid.heads[at]))
        for at in grid.places("who")
    )
    if bare and not (grid.places("next") or theirs or is_rung or asks_whom(above)):
        # A list of contacts tells nobody.
        return None
    words = _rung_said(low, above) if is_rung else _said(grid.texts[0], grid.heads[0])
    after = only_time(grid.texts[0]) if is_rung and lengths_in(low) else None
    strength = Strength.MAY if theirs else Strength.MUST
    timed = [at for at in grid.places("") if _BY_WHEN.search(normal(grid.heads[at]))]
    within = only_time(grid.texts[timed[0]]) if timed else None
    return _Case(words, strength, after, within) if words else None


def _rung_said(low: str, above: str) -> str:
    first = re.split(r", (?=\d)", low)[0].strip(" .")
    if ENGLISH.pattern("grid.rung_cell").fullmatch(first) is None:
        return ""
    number = f"level {first}" if _NUMBER.fullmatch(first) else first
    return f"{number} escalation" if asks_whom(above) else number


def _said(cell: str, head: str) -> str:
    words = cell.strip(" .,:")
    if not words or len(words) > _SHORT_CASE:
        return ""
    if _COUNTED.match(normal(words)):
        return f"{head.strip(' ?:.').lower()} is {words}"
    return f"{words[:1].lower()}{words[1:]}" if re.match(r"[A-Z][a-z ]", words) else words


def _first(grid: Grid, case: _Case, setting: Setting) -> list[Escalation | None]:
    made: list[Escalation | None] = []
    for at in grid.places("who"):
        people = people_of(grid.texts[at], setting, sure=True)
        made += [_rung(one, case) for one in _remarked(people, grid)] or [None]
    return made


def _remarked(people: tuple[People, ...], grid: Grid) -> tuple[People, ...]:
    """Return the people with the moment that a remark beside them says: "if unhappy with it"."""
    cells = [_REMARK.match(grid.texts[at].strip(" .")) for at in grid.places("aside")]
    said = [found["when"] for found in cells if found is not None]
    if len(said) != 1 or len(people) != 1 or people[0].when:
        return people
    return (replace(people[0], when=said[0]),)


def _rung(one: People, case: _Case) -> Escalation:
    after = one.after or case.after
    if after is not None:
        return told_after(one.role, after, case.words, strength=case.strength)
    words = one.when or (f"{case.words} cannot be settled there" if one.then else case.words)
    return told_when(replace(one, within=one.within or case.within), words, case.strength)


def _next(grid: Grid, case: _Case, setting: Setting) -> list[Escalation | None]:
    """Return who is told where the column before could not settle it, after its own time."""
    times = [only_time(grid.texts[at]) for at in grid.places("promised")]
    waited = times[0] if len(times) == 1 else None
    made: list[Escalation | None] = []
    for at in grid.places("next"):
        if grid.is_empty(at):
            continue
        people = people_of(grid.texts[at], setting, sure=True)
        made += [_rises(one, case, grid.heads[at], waited) for one in people] or [None]
    return made


def _rises(one: People, case: _Case, head: str, waited: Limit | None) -> Escalation:
    low = normal(head).strip(" ?:.")
    after = one.after or one.within or (waited if not one.when else None)
    if after is not None:
        return told_after(one.role, after, f"{low} {one.when}", strength=case.strength)
    undone = "unresolved" if trigger_in(low) is None else _IF.sub("", low)
    return told_when(one, one.when or f"{case.words}: {undone}", case.strength)
