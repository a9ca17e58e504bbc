"""A row whose headers say who is told, with what each of its columns holds."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from goodword.document.escalation_event import event_slug
from goodword.document.escalation_people import People
from goodword.document.escalation_waits import lengths_in, trigger_in
from goodword.document.second_said import unsure
from goodword.document.setting import Understood
from goodword.language.memory import remembered
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.policy.clause import Strength
from goodword.policy.condition import Condition
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration, Limit

Row = Callable[[list[str], list[str]], Understood]
_UNITS = ("minute", "hour", "day", "week")
_KINDS = ("next", "who", "people", "age", "aside", "rung", "class", "promised")
_EMPTY = re.compile(r"\W*|n/?a|none|not applicable")
_UPDATED = re.compile(r"\bupdat")
_WORKING = re.compile(r"\b(?:working|business)\b")
_LEAST, _MOST_BESIDE = 2, 3


@dataclass(frozen=True, slots=True)
class Grid:
    """A row: its cells, its headers, and the kind of each column ("who", "age", …, or "")."""

    texts: list[str]
    heads: list[str]
    kinds: tuple[str, ...]

    def places(self, *kinds: str) -> list[int]:
        """Return which columns behind the first are of these kinds."""
        return [at for at, one in enumerate(self.kinds) if at and one in kinds]

    def is_empty(self, at: int) -> bool:
        """Whether a cell says nothing: "–", "n/a"."""
        return _EMPTY.fullmatch(normal(self.texts[at]).strip()) is not None


def grid_of(texts: list[str], heads: list[str]) -> Grid | None:
    """Return a row with the kinds of its columns; None where no header stands over each."""
    if len(heads) != len(texts) or len(texts) < _LEAST:
        return None
    return Grid(texts, heads, tuple(_kind(one) for one in heads))


@remembered(1_024)
def _kind(head: str) -> str:
    low = normal(head).strip(" ?:.")
    return next((one for one in _KINDS if ENGLISH.pattern(f"grid.{one}").fullmatch(low)), "")


def told_beside(made: tuple[Escalation, ...], grid: Grid, row: Row) -> Understood:
    """Return who is told, beside what the other columns of the row promise."""
    timed = [at for at in grid.places("promised") if lengths_in(normal(grid.texts[at]))]
    first = _promised(grid, timed, row, case=True)
    updates = [at for at, one in enumerate(grid.heads) if at and _UPDATED.search(normal(one))]
    last = Understood() if first.clauses else _promised(grid, updates, row, case=False)
    findings = (*first.findings, *last.findings, unsure(": ".join(grid.texts), made))
    return Understood((*first.clauses, *made, *last.clauses), findings)


def _promised(grid: Grid, places: list[int], row: Row, *, case: bool) -> Understood:
    if not places:
        return Understood()
    cells = [grid.texts[0] if case else "", *(grid.texts[at] for at in places)]
    said = row(cells, [grid.heads[0] if case else "", *(grid.heads[at] for at in places)])
    kept = said.clauses and all(isinstance(one, Promise) for one in said.clauses)
    return said if kept else Understood()


def told_when(one: People, words: str, strength: Strength) -> Escalation:
    """Return that somebody is told of what happens."""
    return Escalation(
        to=one.role,
        event=event_slug(words),
        event_words=words,
        within=one.within,
        strength=strength,
    )


def told_after(
    role: str,
    after: Limit,
    words: str = "",
    *,
    strength: Strength = Strength.MUST,
    condition: Condition | None = None,
) -> Escalation:
    """Return that somebody is told after a time, of what is not done by then."""
    trigger = trigger_in(normal(words)) or Trigger.NOT_RESOLVED
    return Escalation(to=role, after=after, trigger=trigger, condition=condition, strength=strength)


def only_time(cell: str) -> Limit | None:
    """Return the one time that a cell holds; None where it holds more, or none."""
    found = lengths_in(f"within {normal(cell)}") or lengths_in(normal(cell))
    return found[0].limit if len(found) == 1 and "(" not in cell else None


def time_passed(cell: str, head: str) -> Limit | None:
    """Return how long a case has lasted, by a cell and the unit that its header says."""
    low = normal(cell).strip(" .")
    found = ENGLISH.pattern("grid.number").fullmatch(low)
    if found is not None:
        unit = found["unit"] or _unit(normal(head)) or ("minutes" if low.startswith("t") else "")
        timed = lengths_in(f"after {found['low']} {unit}") if unit else ()
        return timed[0].limit if len(timed) == 1 else None
    timed = lengths_in(low) or lengths_in(f"after {low}")
    if len(timed) != 1 or not isinstance(timed[0].limit, Duration):
        return None
    rest = (low[: timed[0].start] + low[timed[0].end :]).strip(" .,+>")
    return timed[0].limit if len(rest.split()) <= _MOST_BESIDE else None


def _unit(head: str) -> str:
    unit = next((one for one in _UNITS if ENGLISH.pattern(f"grid.{one}").search(head)), "")
    working = "working " if _WORKING.search(head) else ""
    return f"{working}{unit}s" if unit else ""
