"""A row's first cell that tells with a time what happened: "Complaint not solved in 3 days"."""

import re

from goodword.document.table_columns import Cell
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.time_phrase import times_in

_AT_ONCE = re.compile(r"immediately|at once|straight ?away|right away|now|instantly")
_SAME_DAY = re.compile(r"(?:on |by )?(?:the )?(?:end of )?(?:the )?same day")
_NOT_DONE = re.compile(
    r"\b(?:not|never|un(?:solved|resolved|answered|acknowledged)|no (?:reply|answer|progress))\b"
    r"|n't\b"
)
# Fewer words beside the time than these only name a kind of case: "Complaints, 3 days".
_FEWEST = 2


def lasting_case(cells: tuple[Cell, ...], role: Cell) -> tuple[str, str] | None:
    """Return what happened and by when somebody is told of it; None for any other first cell.

    Only where another cell behind it says when, or none is left to say it.
    """
    first = cells[0]
    low = normal(first.text).strip(" .")
    times = [one for one in times_in(low) if not one.vague]
    # "Level 1 to Level 2" tells of a step, and not of one who is told.
    if (
        first is role
        or not times
        or " to " in normal(role.text)
        or ENGLISH.pattern("table.priority").search(low)
    ):
        return None
    beside = f"{low[: times[0].start]} {low[times[0].end :]}"
    words = re.findall(r"[a-z']{3,}", beside)
    undone = _NOT_DONE.search(low) is not None
    if len(words) < _FEWEST or not (undone or re.search(r"[a-z]{3,}s (?!of\b)", beside)):
        return None
    others = [one for one in cells[1:] if one is not role]
    by = normal(others[0].text).strip(" .") if others else ""
    told = "" if undone else _told_by(by)
    return None if told is None or len(others) > 1 else (first.text.strip().rstrip("."), told)


def _told_by(by: str) -> str | None:
    if not by or _AT_ONCE.fullmatch(by):
        return " at once"
    if _SAME_DAY.fullmatch(by):
        return " on the same day"
    return f" within {by.removeprefix('within ')}" if times_in(f"within {by}") else None
