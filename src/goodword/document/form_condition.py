"""Conditions in any language: and, or, not, comparisons and plain facts, by the words of a pack.

A condition is a choice of parts joined by "or", each of parts joined by "and", each a comparison,
the opposite of a part, or a fact in the author's own words. What makes a part, a comparison or an
opposite is data: `conditions.toml` of the pack. An entry that a pack leaves out is not looked for.
"""

import re
from decimal import Decimal

from goodword.language.normal import even, normal
from goodword.language.number import value_of
from goodword.language.pack import Pack
from goodword.language.word import slug
from goodword.policy.condition import AllOf, AnyOf, Compare, Condition, Fact, Not, Operator

_OPERATORS = {
    "more": Operator.MORE,
    "less": Operator.LESS,
    "least": Operator.AT_LEAST,
    "most": Operator.AT_MOST,
    "equal": Operator.EQUAL,
}
_FEWEST = 2


def condition_in(words: str, pack: Pack) -> Condition | None:
    """Return the condition that the words say, without their conjunction; None for no words."""
    text = even(words).strip(" ,;.")
    if not slug(text, pack=pack):
        return None
    if (listed := _listed(text, pack)) is not None:
        return listed
    for joint, kind in (("or", AnyOf), ("and", AllOf)):
        parts = _parts(text, joint, pack)
        if parts:
            read = (condition_in(part, pack) for part in parts)
            return joined(tuple(one for one in read if one is not None), kind)
    return _negated(text, pack) or _compared(text, pack) or fact(text, pack)


def fact(words: str, pack: Pack) -> Condition | None:
    """Return a condition in the author's own words; None where none are left."""
    name = slug(words, pack=pack)
    return Fact(name, words) if name else None


def joined(
    parts: tuple[Condition, ...], kind: type[AllOf] | type[AnyOf] = AllOf
) -> Condition | None:
    """Return the parts as one condition, those of the same kind taken in; None for no part."""
    flat: list[Condition] = []
    for part in parts:
        inner = part.parts if isinstance(part, AllOf | AnyOf) and type(part) is kind else (part,)
        flat.extend(one for one in inner if one not in flat)
    return kind(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None


def _listed(text: str, pack: Pack) -> Condition | None:
    """Return "one of these is true: a; b" and "all of these: a; b"."""
    for entry, kind in (("conditions.any_of", AnyOf), ("conditions.all_of", AllOf)):
        if not pack.has(entry):
            continue
        found = pack.pattern(entry).match(normal(text))
        if found is None or not text[found.end() :].strip():
            continue
        joint = pack.compiled("; (?:(?:<<conditions.and>>|<<conditions.or>>) )?")
        parts = (condition_in(part, pack) for part in joint.split(text[found.end() :]))
        return joined(tuple(one for one in parts if one is not None), kind)
    return None


def _parts(text: str, joint: str, pack: Pack) -> list[str]:
    """Return the parts of `a, b or c` where each could stand alone; else none."""
    entry = f"conditions.{joint}"
    if not pack.has(entry) or not pack.has("conditions.finite"):
        return []
    word = pack.compiled(rf",? (?:<<{entry}>>) (?!<<conditions.of_number>>)")
    low = normal(text)
    places = [0]
    for found in word.finditer(low):
        places.extend((found.start(), found.end()))
    if len(places) == 1:
        return []
    ends = [*places[1:], len(text)]
    whole = [text[places[at] : ends[at]] for at in range(0, len(places), 2)]
    first = [one for one in whole[0].split(", ") if one]
    parts = [*first, *whole[1:]] if all(_stands(one, pack) for one in first) else whole
    return parts if all(_stands(one, pack) for one in parts) else []


def _stands(part: str, pack: Pack) -> bool:
    enough = len(part.split()) >= _FEWEST
    return enough and pack.pattern("conditions.finite").search(part.strip()) is not None


def _negated(text: str, pack: Pack) -> Condition | None:
    """Return the opposite of what the words say without their "not"."""
    if not pack.has("conditions.negated"):
        return None
    for pattern, instead in pack.words("conditions.negated").items():
        found = pack.compiled(pattern).search(normal(text))
        if found is None:
            continue
        plain = f"{text[: found.start()]}{instead}{text[found.end() :]}".strip()
        if pack.compiled("<<conditions.any_negation>>").search(normal(plain)):
            return None
        inner = _compared(plain, pack) or fact(plain, pack)
        said = opposite(inner.words, pack) if isinstance(inner, Fact) else None
        # An opposite that could not be said back again stays in the author's words.
        if said is None or not isinstance(inner, Fact):
            return None
        return Not(inner)
    return None


def opposite(words: str, pack: Pack) -> str:
    """Return the words with the language's "not" in them, where it usually stands."""
    for pattern, instead in pack.words("conditions.negate").items():
        found = re.match(pattern, words)
        if found is not None:
            return found.expand(instead)
    return words


def _compared(text: str, pack: Pack) -> Condition | None:
    """Return a comparison with a number, or with a word in quotation marks."""
    low = normal(text)
    if pack.has("conditions.quoted") and (
        found := pack.pattern("conditions.quoted").fullmatch(low)
    ):
        name = slug(found["name"], pack=pack)
        value = text[slice(*found.span("value"))]
        return Compare(name, Operator.EQUAL, value, text) if name else None
    if not pack.has("conditions.compared"):
        return None
    for pattern in pack.names("conditions.compared"):
        found = pack.compiled(pattern).fullmatch(low)
        if found is None:
            continue
        said = found.groupdict()
        unit = said.get("unit") or ""
        name = slug(f"{unit} {found['name']}", pack=pack)
        side = next((name for name in _OPERATORS if said.get(name)), None)
        if name and side:
            number: Decimal = value_of(found["value"], pack)
            return Compare(name, _OPERATORS[side], number, text)
    return None
