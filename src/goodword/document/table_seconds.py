"""Cells that say more than one time: in brackets, behind a stroke, or behind what is done."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import dataclass, replace

from goodword.document.setting import Finding, Understood
from goodword.document.table_apart import where
from goodword.document.table_heads import metric_of
from goodword.language.normal import normal
from goodword.language.number import value_of
from goodword.language.pack import ENGLISH
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.policy.promise import Promise
from goodword.policy.quantity import Anchor, Duration, Limit
from goodword.problem import Severity

# "30 days (45 for complex cases)", "2 hours (reefer 4)", "a day (before the 15th: 4 hrs)".
_BRACKETED = re.compile(r"^(?P<first>[^()]+?) ?\((?P<more>[^()]+)\)\W*$")
_TIME = (
    r"(?P<num><<numbers.number>>)(?: (?P<unit>(?:(?:working|business|calendar) )?"
    r"(?:minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|months?)))?"
)
_NUMBER_FIRST = ENGLISH.compiled(
    rf"^(?:or |within |up to )?{_TIME} (?P<what>(?:for|in|on|at|if|when|where|during|outside|over|by|after|from)\b.+)$"
)
_NUMBER_LAST = ENGLISH.compiled(
    rf"^(?P<what>[a-z][^:]*?)(?::| -|,)? ?(?:within |up to )?\b{_TIME}$"
)
# What brackets say of the time itself, and of no second one.
_OF_ITSELF = re.compile(
    r"\b(?:from|of receipt|working days|business days|excluding|not counting|maximum|max|average|"
    r"including|usually|approx\w*|or|per|every|each|last|since|version|page|section|note|was|target)\b"
)
_CASE = re.compile(r"^(?:for|in|on|at|during|outside|over|by|after|from|before)\b")
_FOR = re.compile(r"^for ")
_WHEN = re.compile(r"^(?:if|when|where) ")
_STROKE = re.compile(r" ?/ ?")
_PAIR = 2
_MOST_BEHIND = 5
_WITHIN = "within "


@dataclass(frozen=True, slots=True)
class Second:
    """A second time that brackets say behind the first, and for what: "(45 for complex cases)"."""

    match: re.Match[str]
    words: str


def parted(cell: str) -> tuple[str, Second | None]:
    """Return a cell without the second time in its brackets, and that time; None where none is."""
    found = _BRACKETED.match(cell)
    if found is None or not times_in(f"within {normal(found['first'])}"):
        return cell, None
    more = normal(found["more"])
    second = _NUMBER_FIRST.match(more) or _NUMBER_LAST.match(more)
    if second is None or _OF_ITSELF.search(second["what"]):
        return cell, None
    return found["first"], Second(second, found["more"])


def with_second(read: Understood, second: Second | None) -> Understood:
    """Return what a cell promises with its second time, which is for a case of its own.

    A number alone counts in the unit before it. What cannot be placed is told of.
    """
    made = read.clauses[0] if len(read.clauses) == 1 else None
    if second is None or not isinstance(made, Promise):
        return read
    limit = _limit(second.match, made.limit)
    words = second.match["what"].strip(" ,;")
    said = _WHEN.sub("", words)
    ways = [said] if said != words else [f"it is {words}"] if _CASE.match(words) else []
    for way in (*ways, f"it is for {re.sub(_FOR, '', words)}"):
        more = where(replace(made, limit=limit), way) if limit is not None else made
        if limit is not None and more.condition != made.condition:
            return replace(read, clauses=(made, more))
    return replace(read, findings=(*read.findings, _unused(second.words)))


def _unused(words: str) -> Finding:
    return Finding(
        "TX06",
        Severity.WARNING,
        f'I have made no use of "{words}". Give it a row of its own, so that it is kept too.',
    )


def _limit(second: re.Match[str], first: Limit) -> Limit | None:
    if second["unit"]:
        said = times_in(f"within {second['num']} {second['unit']}")
        return said[0].limit if said else None
    if isinstance(first, Anchor):
        return None
    amount = value_of(second["num"])
    whole = isinstance(first, Duration) and amount == int(amount)
    return replace(first, amount=int(amount)) if whole and isinstance(first, Duration) else None


def deed_behind(text: str) -> tuple[str, str] | None:
    """Return the time and the deed of a cell such as "2 hours make safe"; None for others."""
    low = normal(text)
    found = _first_time(low)
    if found is None or found.start != 0 or found.limit is None:
        return None
    end = found.end - len(_WITHIN)
    deed = re.sub(r"^(?:to|for|until) ", "", low[end:].strip(" .,:-"))
    if not deed or "(" in deed or metric_of(deed) is None:
        return None
    return text[:end].strip(), deed


def strokes_apart(texts: list[str], heads: list[str]) -> list[tuple[list[str], list[str]]]:
    """Return a row for each of two things and their two times that strokes part.

    "Offensive / other | 24 hrs / 10 working days", and "High | 2 h / 8 h" below "Priority |
    Response / restore". Empty for other rows.
    """
    places = [place for place, text in enumerate(texts) if place and _are_times(text)]
    if len(places) != 1 or len(heads) != len(texts):
        return []
    at = places[0]
    times = _STROKE.split(texts[at])
    named = _STROKE.split(heads[at])
    if len(named) == _PAIR and all(named):
        return [
            (_put(texts, at, time), _put(heads, at, head))
            for time, head in zip(times, named, strict=True)
        ]
    cases = _STROKE.split(texts[0])
    if len(cases) != _PAIR or not all(cases):
        return []
    # "Graffiti: offensive / other": the same stands before both.
    opening, mark, first = cases[0].rpartition(": ")
    cases = [first, cases[1]] if mark else cases
    return [
        (_put(_put(texts, at, time), 0, f"{opening}{mark}{case}"), heads)
        for time, case in zip(times, cases, strict=True)
    ]


def _put(texts: list[str], place: int, text: str) -> list[str]:
    return [*texts[:place], text, *texts[place + 1 :]]


def _are_times(text: str) -> bool:
    parts = _STROKE.split(text)
    return len(parts) == _PAIR and all(_is_time(one) for one in parts)


def _is_time(text: str) -> bool:
    low = normal(text).strip(" .")
    found = _first_time(low)
    return found is not None and len(low[found.end - len(_WITHIN) :].split()) <= _MOST_BEHIND


def _first_time(low: str) -> TimePhrase | None:
    """Return the first time of a cell, read as a limit."""
    return next((one for one in times_in(f"{_WITHIN}{low}") if not one.vague), None)
