"""Rows of who is told after how long: "Days overdue | Goes to", "Elapsed | Severity 1"."""

import re

from goodword.document.condition_text import condition_of
from goodword.document.escalation_listed import asks_whom
from goodword.document.escalation_people import People, people_of
from goodword.document.grid_row import (
    Grid,
    Row,
    grid_of,
    time_passed,
    told_after,
    told_beside,
    told_when,
)
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation
from goodword.policy.quantity import Limit

_DAY_OF = re.compile(r"\bday of\b")


def row_aged(
    texts: list[str], heads: list[str], above: str, setting: Setting, row: Row
) -> Understood | None:
    """Return who is told after the time that a row says a case has lasted; else None."""
    grid = grid_of(texts, heads)
    if grid is None:
        return None
    made: tuple[Escalation, ...] = ()
    if grid.kinds[0] == "age":
        made = _by_age(grid, above, setting)
    elif grid.kinds[0] == "rung" and grid.places("age") and asks_whom(f"{above} {heads}"):
        made = _by_own_age(grid, setting)
    elif grid.kinds[0] == "rung" and grid.places("class"):
        made = _by_class(grid, setting)
    return told_beside(made, grid, row) if made else None


def _by_age(grid: Grid, above: str, setting: Setting) -> tuple[Escalation, ...]:
    """Return who is told after the time that a row begins with, in each column of people."""
    after = time_passed(grid.texts[0], grid.heads[0])
    if after is None:
        return ()
    told = grid.places("who", "next")
    if not told and asks_whom(above):
        told = grid.places("class")
    made: list[Escalation] = []
    for at in told:
        named = grid.kinds[at] == "who"
        people = people_of(grid.texts[at], setting, sure=named)
        if not people and not grid.is_empty(at):
            return ()
        case = grid.heads[at].strip() if grid.kinds[at] == "class" else ""
        made += [_after(one, after, case) for one in people]
    return tuple(made)


def _by_own_age(grid: Grid, setting: Setting) -> tuple[Escalation, ...]:
    """Return who is told after the day of a later column: "Level | Official | Day of …"."""
    told, ages = grid.places("who", "people"), grid.places("age")
    if len(told) != 1 or len(ages) != 1 or _DAY_OF.search(normal(grid.heads[ages[0]])) is None:
        return ()
    after = time_passed(grid.texts[ages[0]], grid.heads[ages[0]])
    people = people_of(grid.texts[told[0]], setting, sure=True) if after is not None else ()
    return tuple(_after(one, after, "") for one in people if after is not None)


def _by_class(grid: Grid, setting: Setting) -> tuple[Escalation, ...]:
    """Return who is told after each time below a severity: "Level | Contact | P1 | P2"."""
    told = grid.places("who", "people")
    people = people_of(grid.texts[told[0]], setting, sure=True) if len(told) == 1 else ()
    times = [
        (grid.heads[at].strip(), time_passed(grid.texts[at], grid.heads[at]))
        for at in grid.places("class")
    ]
    if len(people) != 1 or any(time is None for _, time in times):
        return ()
    return tuple(_after(people[0], time, head) for head, time in times if time is not None)


def _after(one: People, after: Limit, case: str) -> Escalation:
    if one.when:
        return told_when(one, one.when, Strength.MUST)
    condition = condition_of(f"the case is {case}") if case else None
    return told_after(one.role, after, condition=condition)
