"""Verbs of what anybody can see being done, in the three forms in which steps are written."""

import re
from functools import cache

from goodword.language.pack import ENGLISH

_ES = re.compile(r"(?:s|sh|ch|x|z|o)$")
_Y = re.compile(r"(?<![aeiou])y$")
# One vowel and one consonant last: "tag" is "tagged".
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")


def is_plain(word: str) -> bool:
    """Whether a word is such a verb as an order has it: "offer"."""
    return word in _plain()


def is_third(word: str) -> bool:
    """Whether a word is such a verb as it is told of one: "offers"."""
    return word in _third()


def is_past(word: str) -> bool:
    """Whether a word is such a verb as what is done: "offered", "given"."""
    return word in _past()


@cache
def _plain() -> frozenset[str]:
    return frozenset(ENGLISH.names("moments.verbs")) | frozenset(ENGLISH.names("moments.ours"))


@cache
def _third() -> frozenset[str]:
    return frozenset(_with_s(one) for one in _plain())


@cache
def _past() -> frozenset[str]:
    irregular = ENGLISH.words("moments.past")
    made = {irregular.get(one) or _with_ed(one) for one in _plain()}
    return frozenset(made | {f"{one}led" for one in ("cancel", "label")})


def _with_s(verb: str) -> str:
    if _Y.search(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if _ES.search(verb) else f"{verb}s"


def _with_ed(verb: str) -> str:
    if _Y.search(verb):
        return f"{verb[:-1]}ied"
    if verb.endswith("e"):
        return f"{verb}d"
    doubles = _DOUBLES.match(verb) or verb in {"transfer", "refer", "submit"}
    return f"{verb}{verb[-1]}ed" if doubles else f"{verb}ed"
