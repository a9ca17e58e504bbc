"""Conditions in words: a small language, read by recursive descent.

A condition is a choice of parts joined by "or", each of parts joined by "and", each a plain fact,
its opposite, a comparison, a count, a time since or until something, a relation of two facts, or
so many parts of a whole. The facts get names made of the policy's own words.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from goodword.language.normal import even, normal
from goodword.language.number import value_of
from goodword.language.pack import ENGLISH, Pack
from goodword.language.word import singular, slug, whole_slug
from goodword.policy.condition import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Fact,
    Not,
    Operator,
    Quantified,
    Quantity,
    Relation,
)

_OPERATORS = {
    "more": Operator.MORE,
    "less": Operator.LESS,
    "least": Operator.AT_LEAST,
    "most": Operator.AT_MOST,
    "equal": Operator.EQUAL,
    "unequal": Operator.NOT_EQUAL,
}


# What was cut off behind a condition leaves nothing of it: "within 30 days and".
_OPEN_END = re.compile(r",? (?:and|or|but)$")
_HAPPENED = re.compile(
    r"^(?:(?:it|they|you|we|this|the \w+) )?(?:was|were|is|are|has been|have been|have) "
)
# "a gold or silver member": the two adjectives share a noun, so it is one fact.
_SHARED_NOUN = re.compile(r"\b(?:is|are|was|were|has|have|in|on|for) (?:an? |the )[\w-]+$")


def condition_of(words: str, pack: Pack = ENGLISH) -> Condition | None:
    """Return what the words ask of the facts; None for no words."""
    text = _OPEN_END.sub("", even(words).strip(" .,;:"))
    if not text:
        return None
    if (listed := _listed(text, pack)) is not None:
        return listed
    for joint, kind in (("or", AnyOf), ("and", AllOf)):
        parts = _split(text, pack.phrase(f"conditions.{joint}"), pack)
        if parts is not None:
            read = (condition_of(part, pack) for part in _completed(parts, pack))
            return kind(tuple(one for one in read if one is not None))
    low = normal(text)
    if (negated := pack.pattern("conditions.negated").match(low)) and text[negated.end() :]:
        inner = condition_of(text[negated.end() :], pack)
        return Not(inner) if inner is not None else None
    for reader in _ATOMS:
        if (atom := reader(text, low, pack)) is not None:
            return atom
    return Fact(slug(text), text)


def _listed(text: str, pack: Pack) -> Condition | None:
    """Return "any of these is true: a; b" and "all of these: a; b", and "neither a nor b"."""
    low = normal(text)
    if (neither := pack.pattern("conditions.neither").match(low)) is not None:
        parts = [condition_of(text[slice(*neither.span(name))], pack) for name in ("one", "other")]
        return AllOf(tuple(Not(one) for one in parts if one is not None))
    for name, kind in (("any_of", AnyOf), ("all_of", AllOf)):
        found = pack.pattern(f"conditions.{name}").match(low)
        if found is None or not text[found.end() :].strip():
            continue
        parts = [
            condition_of(part, pack)
            for part in re.split(r"; (?:and |or )?", text[found.end() :])
            if part.strip()
        ]
        kept = tuple(one for one in parts if one is not None)
        return kept[0] if len(kept) == 1 else kind(kept)
    return None


def _completed(parts: list[str], pack: Pack) -> list[str]:
    """Return "the status is pending", "held" as two whole sentences, where one word is shared."""
    first = pack.pattern("conditions.one_word").match(normal(parts[0]))
    if first is None:
        return parts
    opening = parts[0][: first.end("what")]
    bare = re.compile(r'^(?:"[^"]+"|[\w-]+)$')
    return [parts[0], *(f"{opening} {one}" if bare.match(one) else one for one in parts[1:])]


def _split(text: str, joint: str, pack: Pack) -> list[str] | None:
    """Return the parts of `a, b or c`, where each could stand alone; else None."""
    parts = re.split(rf",? {joint} |, (?=.*\b{joint}\b)", _shielded(text))
    if len(parts) < 2 or any(not part.strip() for part in parts):
        return None
    back = [part.replace("\x00", " ").strip() for part in parts]
    if _SHARED_NOUN.search(back[0]) and re.match(r"(?!an? |the )[\w-]+ [\w-]+", back[1]):
        return None
    return back if all(_stands(part, pack) for part in back) else None


def _shielded(text: str) -> str:
    kept = re.sub(r'"[^"]*"', lambda quoted: quoted[0].replace(" ", "\x00"), text)
    # "10 or more", "one or more": part of a number.
    return re.sub(
        r"(?<=[\w%]) (or|and) (?=(?:more|less|over|above|under|below|fewer|higher|lower)\b)",
        "\x00\\1\x00",
        kept,
    )


def _stands(part: str, pack: Pack) -> bool:
    words = part.split()
    if pack.pattern("conditions.noun").match(part) and len(words) <= 3:
        return True
    return len(words) >= 3 and pack.pattern("conditions.finite").search(part) is not None


def _operator(found: re.Match[str]) -> Operator:
    named = found.groupdict()
    return next(_OPERATORS[name] for name in _OPERATORS if named.get(name))


def _quantified(text: str, low: str, pack: Pack) -> Condition | None:
    found = pack.pattern("conditions.quantified").match(low)
    if found is None:
        return None
    so = text[slice(*found.span("so"))]
    quantity = Quantity.ALL if found["all"] else Quantity.NONE if found["none"] else Quantity.ANY
    nouns = found["part"].split()
    part = whole_slug(" ".join([*nouns[:-1], singular(nouns[-1])]))
    return Quantified(whole_slug(text), quantity, part, Fact(slug(so), so), text)


def _window(text: str, low: str, pack: Pack) -> Condition | None:
    for name, joint in (
        ("window_before", "until"),
        ("window_after", "since"),
        ("window_ago", "since"),
    ):
        found = pack.pattern(f"conditions.{name}").match(low)
        if found is None:
            continue
        if name == "window_before" and not re.search(r"\b(?:before|prior to|ahead of)\b", found[0]):
            continue
        unit = whole_slug(found["unit"])
        unit = unit if unit.endswith("s") else f"{unit}s"
        event = _event(found["event"], pack)
        if not event:
            return None
        number = value_of(found["number"], pack)
        return Compare(f"{unit}_{joint}_{event}", _operator(found), number, text)
    return None


def _event(words: str, pack: Pack) -> str:
    text = _HAPPENED.sub("", words)
    known = pack.words("conditions.events")
    return str(known.get(text.strip(), slug(text)))


def _related(text: str, low: str, pack: Pack) -> Condition | None:
    found = pack.pattern("conditions.related").match(low)
    if found is None or re.search(r"\d", found["other"]):
        return None
    name, other = found["name"].strip(), found["other"].strip()
    other = pack.pattern("conditions.one").sub(name.split()[-1], other)
    return Relation(slug(name), _operator(found), slug(other), text)


def _compared(text: str, low: str, pack: Pack) -> Condition | None:
    for name in ("counted", "compared"):
        for pattern in pack.names(f"conditions.{name}"):
            found = pack.compiled(pattern).match(low)
            if found is None:
                continue
            value = found["value"]
            number = (
                Decimal(value.replace(",", "")) if value[0].isdigit() else value_of(value, pack)
            )
            return Compare(slug(found["name"]), _operator(found), number, text)
    return None


def _quoted(text: str, low: str, pack: Pack) -> Condition | None:
    found = pack.pattern("conditions.quoted").match(low)
    if found is None:
        return None
    return Compare(slug(found["name"]), Operator.EQUAL, found["value"], text)


_ATOMS: tuple[Callable[[str, str, Pack], Condition | None], ...] = (
    _window,
    _compared,
    _related,
    _quantified,
    _quoted,
)
