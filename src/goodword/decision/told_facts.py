"""Facts that a question itself tells: which fee it is, and for how long."""

import re
from collections.abc import Iterator
from decimal import Decimal

from goodword.case.holds import Value
from goodword.decision.formula import length_of
from goodword.decision.naming import same_action
from goodword.decision.vocabulary import words_of
from goodword.language.number import value_of
from goodword.language.stem import plain
from goodword.policy.authority import Authority
from goodword.policy.condition import Fact
from goodword.policy.policy import Policy
from goodword.policy.quantity import Duration, Unit

_ONES = "an?|another|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|couple of"
_LENGTH = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{_ONES}) ?(?:more |extra |whole |full |working |business )*"
    r"(?P<unit>mins?|minutes?|hrs?|hours?|days?|wks?|weeks?|months?|mths?|years?|yrs?)\b"
)
_UNITS = (Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
_SHORT = {"min": 0, "hr": 1, "hou": 1, "day": 2, "wk": 3, "wee": 3, "mon": 4, "mth": 4, "yea": 5}
# How many of the smaller unit there are in the larger, where that is always the same.
_IN = {
    (Unit.HOUR, Unit.MINUTE): 60,
    (Unit.DAY, Unit.HOUR): 24,
    (Unit.WEEK, Unit.DAY): 7,
    (Unit.YEAR, Unit.MONTH): 12,
}
_NAMED = re.compile(r"^it is (?:an? |the )?(?P<thing>.+ (?:fee|fine|charge|penalty|cost)s?)$")
# So long it has been already, which says nothing of how much longer.
_BEHIND = re.compile(r"\b(?:overdue|late|ago|already|since|has been|have been|was|were)\b")
_NOT = re.compile(r"\bnot\b|n't\b")


def told_facts(policy: Policy, action: str, words: str) -> dict[str, Value]:
    """Return what the words say of the facts that permissions for an action hang on."""
    low = plain(words)
    is_ahead = _BEHIND.search(low) is None
    found: dict[str, Value] = {}
    for clause in policy.of_kind(Authority):
        if not same_action(clause.action, action):
            continue
        length = _length_in(low, clause.longest) if clause.longest is not None else None
        if clause.longest is not None and is_ahead and length is not None:
            found[length_of(clause.longest)] = Decimal(length)
        if isinstance(clause.condition, Fact) and _is_told(clause.condition, low):
            found[clause.condition.name] = True
    return found


def _is_told(fact: Fact, low: str) -> bool:
    """Whether a fee is called by its name: "the late checkout fee" for "a late check-out fee"."""
    named = _NAMED.match(plain(fact.words))
    if named is None or _NOT.search(low) is not None:
        return False
    if _letters(named["thing"]) in _letters(low):
        return True
    said = {one for one, _ in words_of(low)}
    return all(one in said for one, says in words_of(named["thing"]) if says)


def _letters(text: str) -> str:
    return "".join(one for one in text if one.isalnum())


def _length_in(low: str, longest: Duration) -> int | None:
    """Return the one length of time that is named, in the unit of a limit; never rounded down."""
    found = set(_lengths(low))
    if len(found) != 1:
        return None
    number, unit = found.pop()
    if unit is longest.unit:
        return number
    if (many := _IN.get((unit, longest.unit))) is not None:
        return number * many
    if (many := _IN.get((longest.unit, unit))) is not None:
        return -(-number // many)
    return None


def _lengths(low: str) -> Iterator[tuple[int, Unit]]:
    for match in _LENGTH.finditer(low):
        said = match["number"]
        number = int(said) if said.isdigit() else _spelt(said)
        place = next(at for short, at in _SHORT.items() if match["unit"].startswith(short))
        yield number, _UNITS[place]


def _spelt(number: str) -> int:
    if number in {"a", "an", "another"}:
        return 1
    return 2 if number == "couple of" else int(value_of(number))
