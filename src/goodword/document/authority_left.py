"""What a rule of authority says and no field of it keeps: said aloud in one warning."""

import dataclasses
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import Any

from goodword.document.authority_bound import Bound, bounds_in
from goodword.document.authority_table import elsewhere
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.memory import remembered
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    CapRule,
    Eligibility,
    Per,
    Precondition,
    Prohibition,
    actions_of,
)
from goodword.policy.clause import Clause
from goodword.problem import Severity

_RULES = (Authority, ApprovalRule, CapRule, Eligibility, Precondition, Prohibition)
_ALOUD = {Severity.ERROR, Severity.WARNING}
_WORD = re.compile(r"[a-z][a-z'-]*|\d[\d.,]*%?")
_ENDING = re.compile(r"(?:'s|'|ing|ed|ies|es|s|e|y|ment|ation|ion|al|er|or)$")
_SHORT = 3
# Two words left that stand close together are one thing: "by phone", "at the weekend".
_NEAR = re.compile(r" (?:[a-z']{1,4} ){0,2}|[-/]")
_JOINT = re.compile(
    r"(?P<joint>\b(?:by|on|at|in|with|for|from|to|of|via|during|after|before|over|per|under|through|within|until|outside)"
    r" (?:the |an? |any |their |our |your )?)$"
)
_NUMBERS = {2: ("two", "second", "both", "another", "additional"), 3: ("three",), 4: ("four",)}
_AMOUNT = re.compile(
    r"\d[\d.,]*(?: ?(?:%|per ?cent|k\b|pounds?|dollars?|euros?"
    r"|(?:and|or) (?:more|less|over|under|above)))*"
)
_JOINED = re.compile(r"[-']")
_WRITTEN = re.compile(r"[a-z]+|\d[\d.,]*%?")
_ELSEWHERE = {"id", "span", "text", "section", "audience", "strength"}


def unkept(understood: Understood, text: str, setting: Setting) -> Understood:
    """Return the same, with a warning that names the first words that no rule here keeps.

    Every word of weight must stand in some field: the roles, what is done, the amounts and what
    they are counted over, the conditions. Only rules of authority are looked at, and nothing is
    added where something is said aloud already.
    """
    clauses = understood.clauses
    if not clauses or not all(isinstance(one, _RULES) for one in clauses):
        return understood
    if understood.almost or any(one.severity in _ALOUD for one in understood.findings):
        return understood
    low = normal(text)
    place = _first_left(low, clauses, setting)
    if place is None:
        return understood
    said = text[slice(*place)].strip(" ,;:()")
    found = Finding(
        "TX06",
        Severity.WARNING,
        f'I have made no use of "{said}". Say it as "if …" or "unless …", or give it a sentence '
        "of its own, so that it is kept too.",
        *place,
    )
    return dataclasses.replace(understood, findings=(*understood.findings, found))


def _first_left(low: str, clauses: tuple[Any, ...], setting: Setting) -> tuple[int, int] | None:
    """Return where the first words stand that no clause keeps."""
    words: list[str] = []
    for one in clauses:
        _add_words(one, words)
        words.extend(_by_kind(one))
    kept = {_stem(word) for word in words}
    counted = any(_is_counted(one) for one in clauses)
    spent = [
        (one.start, one.end if counted else _without_tail(low, one))
        for one in bounds_in(low, setting.currency, ENGLISH)
    ]
    spent.extend(found.span() for found in ENGLISH.found("authority.without", low))
    spent.extend(found.span() for found in ENGLISH.found("authority.throughout", low))
    if (table := elsewhere(low)) is not None:
        spent.append((table.start, table.end))
    idle = _idle()
    start, end = -1, -1
    for found in _WORD.finditer(low):
        if any(begin <= found.start() < stop for begin, stop in spent):
            continue
        parts = [one for one in _JOINED.split(found[0]) if len(one) > 1 or one.isdigit()]
        if found[0] in idle or all(one in idle or _stem(one) in kept for one in parts):
            continue
        if counted and ENGLISH.pattern("authority.counting").fullmatch(found[0]):
            continue
        if start < 0:
            start, end = found.span()
        elif _NEAR.fullmatch(low, end, found.start()):
            end = found.end()
        else:
            break
    if start < 0:
        return None
    joint = _JOINT.search(low, 0, start)
    return (joint.start("joint") if joint is not None else start), end


def _without_tail(low: str, bound: Bound) -> int:
    """Return where a bound ends without what it is counted over, where no field counts it.

    By the case is how every rule is counted that says nothing else.
    """
    counted = bound.window or bound.each or bound.total or bound.per not in {None, Per.CASE}
    amount = _AMOUNT.search(low, bound.start, bound.end)
    return amount.end() if counted and amount is not None else bound.end


def _is_counted(clause: Clause) -> bool:
    return any(getattr(clause, name, None) for name in ("per", "caps", "each", "longest"))


def _by_kind(clause: Clause) -> tuple[str, ...]:
    said: dict[str, str] = dict(ENGLISH.words("authority.said_in"))
    return tuple(said.get(type(clause).__name__, "").split())


def _add_words(value: Any, words: list[str]) -> None:
    """Add every word that a clause holds, however deep it stands."""
    if isinstance(value, str):
        words.extend(_of_text(value))
    elif isinstance(value, tuple):
        for one in value:
            _add_words(one, words)
    elif isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        words.append(f"{value:f}" if isinstance(value, Decimal) else f"{value}")
        words.extend(_NUMBERS.get(int(value), ()))
    elif value is not None:
        for name in _parts_of(value.__class__):
            _add_words(getattr(value, name), words)


@cache
def _parts_of(kind: type) -> tuple[str, ...]:
    """Return the names of the fields that hold words; none where it is no dataclass."""
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(one.name for one in dataclasses.fields(kind) if one.name not in _ELSEWHERE)


@remembered(1_024)
def _of_text(text: str) -> tuple[str, ...]:
    """Return the words of a text, and those by which an action is said: a discount is taken off."""
    said: Mapping[str, str] = ENGLISH.words("authority.said_by")
    actions = actions_of(text)
    others = (
        words.split()
        for name, words in said.items()
        if any(one.startswith(name) for one in actions)
    )
    return (*_WRITTEN.findall(text.lower()), *chain.from_iterable(others))


@cache
def _idle() -> frozenset[str]:
    return frozenset(ENGLISH.phrase("authority.idle").split())


@remembered(4_096)
def _stem(word: str) -> str:
    """Return what two forms of a word have in common: waive, waiver, waiving."""
    while len(cut := _ENDING.sub("", word)) >= _SHORT and cut != word:
        word = cut
    return word[:-1] if len(word) > _SHORT and word[-1] == word[-2] else word
