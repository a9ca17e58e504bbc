"""Promises of one row that differ in nothing but the time, told apart by their headers."""

import re
from dataclasses import replace

from goodword.document.condition_text import condition_of
from goodword.document.setting import Understood
from goodword.document.table_columns import Cell, Column
from goodword.language.normal import normal
from goodword.language.service import metrics_in
from goodword.language.time_phrase import times_in
from goodword.policy.clause import Clause, Strength
from goodword.policy.condition import AllOf
from goodword.policy.promise import Promise


def told_apart(
    whole: Understood, read: list[Understood], cells: tuple[Cell, ...]
) -> Understood | None:
    """Return promises that differ in nothing but the time, told apart by their headers.

    None where there are none such, or where the headers do not tell them apart.

    "Initial response (Standard) | Initial response (Premium)" are for two kinds of customer; a
    target beside a guaranteed time is an aim with its outer limit.
    """
    times = [one for one in cells if one.column is Column.TIME]
    made = [clause for one in read for clause in one.clauses]
    if not alike(whole.clauses) or len(made) != len(times):
        return None
    above, times = times, [named_by_itself(one) for one in times]
    heads = [_HEAD_WORD.findall(normal(one.head)) for one in times]
    common = [word for word in heads[0] if all(word in other for other in heads[1:])]
    rest = [[word for word in words if word not in common] for words in heads]
    if not (metrics_in(" ".join(common)) or "hours" in common or _are_sorts(rest)):
        return None
    says = any(not one.weak for words in rest for one in metrics_in(" ".join(words)))
    if says and above == times:
        # "First reply | Squared away by": where one says what is done, so does the other.
        return None
    told = tuple(
        _of_head(clause, words, cell, common)
        for clause, words, cell in zip(made, rest, times, strict=True)
    )
    if len({(one.strength, one.condition) for one in told}) < len(told):
        return None
    return replace(whole, clauses=told)


def _are_sorts(rest: list[list[str]]) -> bool:
    """Whether the words of each header name a sort of case, or a target and its outer limit."""
    if any(_AIMED.intersection(words) for words in rest):
        return any(_OUTER.intersection(words) for words in rest)
    return all(any(_NO_SORT.match(one) is None for one in words) for words in rest)


_DOES = re.compile(r"\b(?:will|is|are|must|to|in|up|be|we|you|you'll|by|from|of|the|our|your)\b")


def named_by_itself(cell: Cell) -> Cell:
    """Return a cell below a header that names its case instead of its time: "Towns 12 hours"."""
    low = normal(cell.text)
    timed = next((one for one in times_in(low) if not one.vague), None)
    named = cell.text[: timed.start].strip(" :,-–") if timed is not None else ""
    plain = timed is not None and not low[timed.end :].strip(" .*") and timed.role != "every"
    if not plain or not named[:1].isupper() or metrics_in(low) or _DOES.search(normal(named)):
        return cell
    return replace(cell, head=named)


def _of_head(clause: Clause, words: list[str], cell: Cell, common: list[str]) -> Clause:
    """Return a promise as its own header has it, by the words that the others have not."""
    if not isinstance(clause, Promise):
        return clause
    if _OUTER.intersection(words):
        return replace(clause, strength=Strength.MUST)
    rest = [word for word in words if word not in _AIMED | _HEAD_IDLE]
    if not rest:
        return clause
    if "hours" in common:
        opening = "it is" if rest[0] in {"after", "outside", "out"} else "it is in"
        return where(clause, f"{opening} {cell.head.lower()}")
    gloss = _IN_BRACKETS.search(cell.head)
    if gloss is not None and rest[0] in normal(gloss["what"]):
        named = gloss["what"]
    else:
        low = normal(cell.head)
        named = cell.head[low.find(rest[0]) : low.rfind(rest[-1]) + len(rest[-1])]
    plain = named if named[1:2].isupper() else f"{named[:1].lower()}{named[1:]}"
    return where(clause, f"it is for {plain}")


def where(clause: Promise, words: str) -> Promise:
    """Return a promise that holds only where the words do, beside what it depends on anyway."""
    own = condition_of(words)
    if own is None or clause.condition is None:
        return replace(clause, condition=clause.condition or own)
    return replace(clause, condition=AllOf((clause.condition, own)))


# Headers that tell no sort of case from another: figures, ends of a range, years.
_NO_SORT = re.compile(
    r"^(?:minimum|min|maximum|max|average|mean|median|actual|achieved|performance|results?|first|second|"
    r"third|last|this|current|previous|quarter|month|year|comments?|notes?|q[1-4]|\d+|target|goal|times?|"
    r"days?|hours?|timescales?|from|to|of|the|by)$"
)
_IN_BRACKETS = re.compile(r"\((?P<what>[^()]+)\)")
_HEAD_WORD = re.compile(r"[a-z0-9][\w'-]*")
_OUTER = frozenset(("maximum", "max", "guaranteed", "latest", "limit"))
_AIMED = frozenset(("target", "expected", "typical", "estimated", "goal"))
_HEAD_IDLE = frozenset(("time", "times", "response", "resolution", "initial", "first", "the"))


def alike(clauses: tuple[Clause, ...]) -> bool:
    """Whether two promises of a row differ in nothing but the time."""
    made = [one for one in clauses if isinstance(one, Promise)]
    return any(
        one.limit != other.limit
        and replace(one, limit=other.limit, strength=other.strength) == other
        for place, one in enumerate(made)
        for other in made[place + 1 :]
    )
