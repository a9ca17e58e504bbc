"""The words of exports: what headings and values are called, read from the package's own data."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_OBJECT = "ocel:type:"
"""How an object-centric log heads the ids of one type of object."""
_SHORTEST_INSIDE = 5
_WHOLE = ("own", "void", "state")
_MOST_WORDS = 6
_NOT = ("not", "nicht", "no", "un")


@lru_cache(maxsize=50_000)
def plain(words: str) -> str:
    """Return words in lower case, without accents, with a space between words: `SRNumber` too."""
    spaced = _CAMEL.sub(" ", words)
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", spaced)
        if not unicodedata.combining(letter)
    )
    # Decomposed letters of other scripts, such as Hangul, are put together again.
    bare = unicodedata.normalize("NFC", bare.replace("ß", "ss").replace("ø", "o"))
    return " ".join("".join(c if c.isalnum() or c in "#?" else " " for c in bare.lower()).split())


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    weight: float

    @property
    def squashed(self) -> str:
        return "".join(self.words)


def _is_wide(text: str) -> bool:
    """Whether a script that writes no spaces is used."""
    return any(ord(letter) >= 0x2E80 for letter in text)


def _equal(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def _stands_in(phrase: tuple[str, ...], words: list[str]) -> bool:
    return any(
        all(map(_equal, words[at : at + len(phrase)], phrase))
        for at in range(len(words) - len(phrase) + 1)
    )


def heading_weight(heading: str, role: str) -> float:
    """Return how much a heading speaks for a role, 0 where it does not, below 0 where against.

    The more of the heading a phrase covers, the more it counts.
    """
    return _weights(heading).get(role, 0.0)


@lru_cache(maxsize=4096)
def _weights(heading: str) -> Mapping[str, float]:
    said = plain(heading.removeprefix(_OBJECT))
    words = said.split()
    squashed = said.replace(" ", "")
    found: dict[str, float] = {}
    for role, phrases in _headings().items():
        best = 0.0
        for phrase in phrases:
            if phrase.weight < 0:
                continue
            if _is_wide(phrase.squashed):
                bare = phrase.squashed.rstrip("*")
                share = len(bare) / max(1, len(squashed)) if bare in squashed else 0.0
            elif _stands_in(phrase.words, words):
                share = min(1.0, sum(map(len, phrase.words)) / max(1, len(squashed)))
            elif (
                len(words) == 1
                and len(phrase.squashed) >= _SHORTEST_INSIDE
                and phrase.squashed.rstrip("*") in squashed
            ):
                share = 0.6 * len(phrase.squashed) / len(squashed)
            else:
                continue
            best = max(best, phrase.weight * (0.6 + 0.4 * share) if share else 0.0)
        against = any(
            phrase.weight < 0
            and (
                _stands_in(phrase.words, words)
                or (_is_wide(phrase.squashed) and phrase.squashed in squashed)
            )
            for phrase in phrases
        )
        if best or against:
            found[role] = best - (8.0 if against else 0.0)
    return found


@cache
def _headings() -> Mapping[str, tuple[_Phrase, ...]]:
    return {
        role: tuple(
            _Phrase(_words_of(phrase), -1.0 if weight == "not" else float(weight))
            for weight, phrases in weighed.items()
            for phrase in phrases
        )
        for role, weighed in _toml("headings.toml").items()
    }


@lru_cache(maxsize=4096)
def _words_of(phrase: str) -> tuple[str, ...]:
    return tuple(_each_word(phrase))


def _each_word(phrase: str) -> Iterable[str]:
    for word in phrase.split():
        star = "*" if word.endswith("*") else ""
        yield plain(word.rstrip("*")) + star


def is_phrase_in(phrase: str, heading: str) -> bool:
    """Whether the words of a phrase stand in a heading, one after the other."""
    wanted = tuple(_words_of(phrase))
    said = plain(heading)
    if _is_wide("".join(wanted)):
        return "".join(wanted).rstrip("*") in said.replace(" ", "")
    return _stands_in(wanted, said.split())


def word_class(value: str, family: str) -> str | None:
    """Return the class of a value in a family of words ("channel", "state"), None where unknown.

    Matched is the value as a whole, then the value that begins or ends with such words.
    """
    return _class_of(value, family)


@lru_cache(maxsize=50_000)
def _class_of(value: str, family: str) -> str | None:
    said = plain(value)
    words = said.split()
    known = _families()[family].get(said)
    if known is not None or not words or (family in _WHOLE and len(words) > _MOST_WORDS):
        return known
    for phrase, parts, is_wide, name in _by_length(family):
        if _begins_or_ends(words, said, phrase, parts, is_wide=is_wide):
            return None if family == "state" and words[0] in _NOT else name
    return None


def _begins_or_ends(
    words: list[str], said: str, phrase: str, parts: list[str], *, is_wide: bool
) -> bool:
    if phrase.endswith("*"):
        return words[0].startswith(phrase[:-1])
    if is_wide:
        return phrase in said
    n = len(parts)
    return n < len(words) and parts in (words[:n], words[-n:])


@cache
def _families() -> Mapping[str, Mapping[str, str]]:
    return {
        family: {
            " ".join(_words_of(phrase)): name
            for name, phrases in classes.items()
            for phrase in phrases
        }
        for family, classes in _toml("words.toml").items()
    }


@cache
def _by_length(family: str) -> tuple[tuple[str, list[str], bool, str], ...]:
    """Return phrases, the longest first: each with its words, its script and its class."""
    phrases = sorted(_families()[family].items(), key=lambda one: -len(one[0]))
    return tuple((p, p.split(), _is_wide(p), name) for p, name in phrases if len(p) > 1)


def missing_marks() -> frozenset[str]:
    """Return, in lower case, what exports write where nothing is known."""
    return _missing()


@cache
def _missing() -> frozenset[str]:
    return frozenset(_toml("words.toml")["missing"]["words"])


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / name).read_text("utf-8"))
