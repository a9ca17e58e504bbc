"""What people speak of in the life of any service, found in questions and in policies.

Concepts are what happens to people, fields what words are about; both are lists of the package.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log, sqrt

from goodword.decision.vocabulary import words_of
from goodword.language.pack import ENGLISH
from goodword.language.stem import plain, stem

# Each file, and what sets its names apart from those of the others.
_FILES = {"concepts.txt": "", "fields.txt": " (field)"}
# An expression of several words says more than one word, and may have one word between two.
_SEVERAL, _REACH = 1.3, 2
# Who or what it is about says less than what happened.
_ABOUT, _LITTLE = "~", 0.4
_PASSED_OVER = frozenset(map(stem, ENGLISH.names("find.passed_over")))

Row = tuple[str, ...]
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Known:
    """The concepts of each expression.

    Rows of words stand under their first and then their second; turns of speech of which one word
    carries meaning ("lost my") under that word, with its place.
    """

    single: dict[str, tuple[str, ...]]
    several: dict[str, dict[str, dict[Row, tuple[str, ...]]]]
    turns: dict[str, dict[tuple[Row, int], tuple[str, ...]]]


@cache
def _known() -> tuple[_Known, ...]:
    return tuple(_known_in(file, mark) for file, mark in _FILES.items())


def _known_in(file: str, mark: str) -> _Known:
    single: dict[str, list[str]] = {}
    several: dict[str, dict[str, dict[Row, list[str]]]] = {}
    turns: dict[str, dict[tuple[Row, int], list[str]]] = {}
    text = plain(files("goodword.language.en").joinpath(file).read_text(encoding="utf-8"))
    for line in text.splitlines():
        name, colon, others = line.partition(":")
        if not colon or name.startswith("#"):
            continue
        name += mark
        for expression in others.split(","):
            words = tuple(one for one, _ in words_of(expression))
            key = row_of(words) or words
            if len(key) == 1 < len(words):
                turn = (words, words.index(key[0]))
                turns.setdefault(key[0], {}).setdefault(turn, []).append(name)
            elif len(key) == 1:
                single.setdefault(key[0], []).append(name)
            elif key:
                begun = several.setdefault(key[0], {}).setdefault(key[1], {})
                begun.setdefault(key, []).append(name)
    return _Known(
        {word: _once(names) for word, names in single.items()},
        {
            word: {
                second: {key: _once(names) for key, names in rows.items()}
                for second, rows in begun.items()
            }
            for word, begun in several.items()
        },
        {word: {key: _once(names) for key, names in rows.items()} for word, rows in turns.items()},
    )


def _once(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


@cache
def words_known() -> frozenset[str]:
    """Return every stem that stands in one of the lists."""
    return frozenset().union(
        *(known.single for known in _known()),
        *(
            key
            for known in _known()
            for begun in known.several.values()
            for rows in begun.values()
            for key in rows
        ),
    )


def row_of(words: Row) -> Row:
    """Return the stems without those that only hold a sentence together."""
    return tuple(one for one in words if one not in _PASSED_OVER)


def concepts_at(words: Row) -> list[Weights]:
    """Return, for each stem of `row_of`, the concepts that an expression at it brings up.

    A word of many concepts says little of each.
    """
    kept = [place for place, word in enumerate(words) if word not in _PASSED_OVER]
    row = tuple(words[place] for place in kept)
    found = []
    for number, (place, word) in enumerate(zip(kept, row, strict=True)):
        here: Weights = {}
        for known in _known():
            names = known.single.get(word, ())
            here |= dict.fromkeys(names, 1 / sqrt(len(names) or 1))
            for names in _told_at(known, words, place, row, number):
                for name in names:
                    here[name] = max(here.get(name, 0.0), _SEVERAL / sqrt(len(names)))
        found.append(here)
    return found


def _told_at(
    known: _Known, words: Row, place: int, row: Row, number: int
) -> Iterator[tuple[str, ...]]:
    """Yield the concepts of each expression of several words that begins or stands at a place."""
    word = row[number]
    if (begun := known.several.get(word)) is not None:
        for second in row[number + 1 : number + 1 + _REACH]:
            for key, names in begun.get(second, {}).items():
                if _stands(key, row, number):
                    yield names
    for (key, before), names in known.turns.get(word, {}).items():
        if before <= place and words[place - before : place - before + len(key)] == key:
            yield names


def concepts_in(words: Row) -> Weights:
    """Return how strongly stems bring up each concept."""
    most: Weights = {}
    for here in concepts_at(words):
        for name, much in here.items():
            most[name] = max(most.get(name, 0.0), much)
    return most


def _weight(name: str) -> float:
    return _LITTLE if name.startswith(_ABOUT) else 1.0


def _stands(key: Row, row: Row, place: int) -> bool:
    for word in key[1:]:
        following = row[place + 1 : place + 1 + _REACH]
        if word not in following:
            return False
        place += 1 + following.index(word)
    return True


class Concepts:
    """What each situation of a policy speaks of in its name, its phrases and its steps."""

    __slots__ = ("_fields", "_rarity")

    def __init__(self, situations: tuple[tuple[tuple[Row, ...], ...], ...], step: float) -> None:
        """Take three fields of texts for each situation; `step` is what the last counts for."""
        self._fields: tuple[dict[str, dict[int, float]], ...] = ({}, {}, {})
        spoken: dict[str, dict[int, float]] = {}
        for number, fields in enumerate(situations):
            for field, texts in enumerate(fields):
                for text in texts:
                    for name, much in concepts_in(text).items():
                        here = self._fields[field].setdefault(name, {})
                        here[number] = max(here.get(number, 0.0), much)
                        worth = min(1.0, much * (step if field == len(fields) - 1 else 1.0))
                        of_all = spoken.setdefault(name, {})
                        of_all[number] = max(of_all.get(number, 0.0), worth)
        many = len(situations)
        self._rarity = {
            name: max(0.0, log((many + 1) / (sum(by.values()) + 0.5))) * _weight(name)
            for name, by in spoken.items()
        }

    def told(self, words: Row) -> tuple[dict[int, float], ...]:
        """Return how much of what was told each field of each situation speaks of.

        Every word counts once, for the concept that says the most.
        """
        found: tuple[dict[int, float], ...] = tuple({} for _ in self._fields)
        for here in concepts_at(words):
            for sums, field in zip(found, self._fields, strict=True):
                best: dict[int, float] = {}
                for name, much in here.items():
                    worth = much * self._rarity.get(name, 0.0)
                    for number, own in field.get(name, {}).items():
                        best[number] = max(best.get(number, 0.0), worth * own)
                for number, value in best.items():
                    sums[number] = sums.get(number, 0.0) + value
        return found

    def is_met(self, concepts: Weights) -> bool:
        """Whether any situation of the policy speaks of one of these."""
        return not self._rarity.keys().isdisjoint(concepts)
