"""Rows that name who is told: "Lift stuck | engineer, then duty manager | at once"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import replace

from goodword.document.escalation_listed import Listed, asks_whom, listed_in, rungs_of
from goodword.document.escalation_waits import LASTING, lengths_in
from goodword.document.second_people import is_person
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.role import role_slug
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger

_ORDINAL = re.compile(
    r"(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|then|next|last|final(?:ly)?|"
    r"(?:level|tier|step|stage|rung|contact|line|escalation)(?: (?:level|contact|step))? ?(?:\d|one|two|three|four|five|i{1,3}))"
    r"(?: (?:contact|point of contact|person|level|step|stage|tier|line|call|escalation|to (?:call|contact|tell|see|ask)))?"
)
_WHEN = re.compile(
    r"\b(?:when|time|within|by when|how (?:soon|fast|quickly)|deadline|after|delay|timing|timescale)\b"
)
_AT_ONCE = re.compile(r"(?:at once|immediate(?:ly)?|straight ?away|right away|now|instantly)")
_EMPTY = re.compile(r"\W*|n/?a|none")
_AGE = re.compile(
    r"(?:t ?|at |after |over |more than |> ?)?\+? ?(?P<time>\d[\w ]*?|(?:one|two|three|four|five|six|eight|ten|half)[\w ]+?)(?: (?:later|on|open|old|unresolved|passed|gone|without (?:an? )?(?:answer|reply|response|fix)))?"
)
_PEOPLE = re.compile(
    r"(?:main |first |primary )?(?:contacts?|roles?|person|people|names?|title|position|who|point of contact|responsible)(?: (?:person|name))?"
)
_NUMBER = re.compile(r"(?:level|tier|step|stage|l)? ?\d\W*")
# A time that stands before who is told after it: "30 min – NOC Manager".
_TIMED_CELL = re.compile(r"(?:after )?(?P<time>\d[\w ]{1,20}?) ?(?:–|—|-|:|→) ?(?P<who>[A-Za-z].+)")
_COUNTED = re.compile(
    r"(?:over|more than|below|above|under|less than|at least|from|up to|[<>≤≥+-])? ?\d"
)
_SHARE = re.compile(r"\W*\d[\d.,]*\W*(?:%|per ?cent)?\W*")
_LEAST = 2
_SHORT = 4


def row_listed(
    texts: list[str], heads: list[str], above: str, setting: Setting
) -> Understood | None:
    """Return those a row names who are told of its case, one behind the other; else None."""
    heads = heads if len(heads) == len(texts) else []
    made = _each_column(texts, heads, above, setting)
    if not made:
        made = _by_age(texts, heads, above, setting) or _by_case(texts, heads, above, setting)
        if made and all(is_person(one.to, setting) for one in made):
            # Each cell says one thing, and what stands above asks for it.
            return Understood(made)
    return Understood(made, (unsure(": ".join(texts), made),)) if made else None


def _each_column(
    texts: list[str], heads: list[str], above: str, setting: Setting
) -> tuple[Escalation, ...]:
    """Return a rung for each column that is numbered: "Concern | First | Second | Third"."""
    places = [at for at, one in enumerate(heads) if at and _ORDINAL.fullmatch(_bare(one))]
    if len(places) < _LEAST or len(places) < len(heads) - 2:
        return ()
    if any(lengths_in(normal(one)) for at, one in enumerate(texts) if at not in places):
        # A column of times beside them promises something.
        return ()
    people: list[Listed] = []
    for at in places:
        if _EMPTY.fullmatch(normal(texts[at]).strip()):
            continue
        timed = _TIMED_CELL.fullmatch(texts[at].strip())
        cell = texts[at] if timed is None else f"{timed['who']} after {timed['time']}"
        named = listed_in(cell, setting) or _unknown(cell)
        if not named:
            return ()
        first = replace(named[0], then=bool(people))
        people += [first, *named[1:]]
    known = sum(is_person(one.role, setting) for one in people)
    if 2 * known < len(people):
        return ()
    theirs = not asks_whom(above)
    strength = Strength.MAY if theirs else Strength.MUST
    return rungs_of(texts[0], tuple(people), strength, goes_on=True)


def _unknown(cell: str) -> tuple[Listed, ...]:
    """Return who a short cell names, whoever it is: others in the row are known."""
    low = normal(cell).strip(" .")
    role = role_slug(low) if re.fullmatch(r"[a-z' &/-]+", low) else None
    return (Listed(role),) if role and len(low.split()) <= _SHORT else ()


def _by_age(
    texts: list[str], heads: list[str], above: str, setting: Setting
) -> tuple[Escalation, ...]:
    """Return who is told after the time that a row begins with: "+3 hours | Director"."""
    age = _AGE.fullmatch(normal(texts[0]).strip())
    if age is None or len(texts) < _LEAST or not _told_here(heads, 1, above):
        return ()
    length = next(iter(lengths_in(f"after {age['time']}")), None)
    people = listed_in(texts[1], setting)
    if length is None or not people or any(one.timed for one in people):
        return ()
    return tuple(
        Escalation(to=one.role, after=length.limit, trigger=Trigger.NOT_RESOLVED) for one in people
    )


def _by_case(
    texts: list[str], heads: list[str], above: str, setting: Setting
) -> tuple[Escalation, ...]:
    """Return who is told of the case that a row begins with, and by when or after how long."""
    low = normal(texts[0])
    odd = (
        _NUMBER.fullmatch(low)
        or _SHARE.fullmatch(low)
        or lengths_in(low)
        or listed_in(texts[0], setting)
    )
    if odd or not _LEAST <= len(texts) <= _LEAST + 2:
        return ()
    for at in range(1, len(texts)):
        people = listed_in(texts[at], setting)
        if not people or not _told_here(heads, at, above):
            continue
        rest = [one for one in range(1, len(texts)) if one != at]
        if any(ENGLISH.pattern("grid.next").fullmatch(_bare(heads[one])) for one in rest if heads):
            # "First call | After that": a rung of its own.
            return ()
        if len(rest) > 1 or (rest and heads and not _WHEN.search(normal(heads[rest[0]]))):
            return ()
        timed = _timed(people, texts[rest[0]]) if rest else people
        counted = heads and _COUNTED.match(low) is not None
        case = f"{_bare(heads[0])} is {texts[0].strip()}" if counted else texts[0]
        return rungs_of(case, timed) if timed else ()
    return ()


def _timed(people: tuple[Listed, ...], cell: str) -> tuple[Listed, ...] | None:
    """Return the people with the time that a cell of its own gives them all."""
    low = normal(cell).strip(" .")
    if _AT_ONCE.fullmatch(low) or _EMPTY.fullmatch(low):
        return people
    length = next(iter(lengths_in(low)), None)
    if length is None or length.end - length.start < len(low) or any(one.timed for one in people):
        return None
    if length.role in LASTING:
        return tuple(replace(one, after=length.limit, timed=True) for one in people)
    return tuple(replace(one, within=length.limit, timed=True) for one in people)


def _told_here(heads: list[str], at: int, above: str) -> bool:
    """Whether a column holds who is told: its header says so, or what stands above the table."""
    if not heads:
        return asks_whom(above)
    return asks_whom(heads[at]) or (
        _PEOPLE.fullmatch(_bare(heads[at])) is not None and asks_whom(above)
    )


def _bare(head: str) -> str:
    return normal(head).strip(" ?:.")
