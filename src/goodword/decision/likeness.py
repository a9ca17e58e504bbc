"""How like a question is to each situation of a policy, seen in several ways at once."""

import numpy as np
from numpy.typing import NDArray

from goodword.decision.concept import Concepts, Row, concepts_at, row_of, words_known
from goodword.decision.nearness import Vector, between, less, near, parts, rarity, together
from goodword.decision.vocabulary import words_of
from goodword.language.vectors import scaled, vector_of_stems
from goodword.policy.situation import Situation

STEP = 0.4  # what a step says of when it is taken, beside the name and the phrases
# The ways in which a question can be like a situation, in the order of `Likeness.of`.
CONCEPTS = ("concepts of its name", "of its phrases", "of its steps")
WAYS = (
    *CONCEPTS,
    "sense of its name",
    "of a phrase",
    "of both",
    "of the whole",
    "meaning of its name",
    "meaning of a phrase",
    "meaning of both",
    "meaning of the whole",
)


class Likeness:
    """The situations of a policy laid out for comparing; built once, read only."""

    __slots__ = ("_concepts", "_meanings", "_middle", "_senses", "_stems")

    def __init__(self, situations: tuple[Situation, ...]) -> None:
        told: tuple[tuple[tuple[Row, ...], ...], ...] = tuple(
            (
                (_row(one.name),),
                tuple(map(_row, one.phrases)),
                tuple(_row(step.words) for step in one.steps),
            )
            for one in situations
        )
        self._concepts = Concepts(told, STEP)
        self._meanings = Meanings(situations)
        told = tuple(tuple(tuple(map(row_of, texts)) for texts in fields) for fields in told)
        self._stems = {
            word for fields in told for texts in fields for text in texts for word in text
        }
        wholes = [together(_joined(fields)) for fields in told]
        # What all situations of a policy have in common says nothing about which is meant.
        self._middle = between(wholes)
        self._senses = tuple(
            (
                self._apart(together(_joined((name,)))),
                tuple(self._apart(together(text)) for text in phrases) or ((),),
                self._apart(together(_joined((name, phrases)))),
                self._apart(whole),
            )
            for (name, phrases, _), whole in zip(told, wholes, strict=True)
        )

    def _apart(self, sense: Vector) -> Vector:
        return less(sense, self._middle)

    def of(self, words: Row) -> tuple[tuple[float, ...], ...]:
        """Return for each situation how like it is to the words, once for each of the ways."""
        whole = tuple(part for word in words for part in _parts(word))
        by_name, by_phrases, by_steps = self._concepts.told(whole)
        sense = self._apart(together(tuple(dict.fromkeys(row_of(whole)))))
        return tuple(
            (
                by_name.get(number, 0.0),
                by_phrases.get(number, 0.0),
                by_steps.get(number, 0.0),
                near(sense, name),
                max(near(sense, one) for one in phrases),
                near(sense, both),
                near(sense, everything),
                *meant,
            )
            for number, ((name, phrases, both, everything), meant) in enumerate(
                zip(self._senses, self._meanings.of(words), strict=True)
            )
        )

    def unmet(self, words: Row) -> float:
        """Return how much was told of which no situation of the policy speaks, in words."""
        whole = tuple(part for word in words for part in _parts(word))
        return sum(
            rarity(word)
            for word, here in zip(row_of(whole), concepts_at(whole), strict=True)
            if here and word not in self._stems and not self._concepts.is_met(here)
        )


class Meanings:
    """Where the situations of a policy stand among the vectors of the language pack."""

    __slots__ = ("_firsts", "_middle", "_phrases", "_texts")

    def __init__(self, situations: tuple[Situation, ...]) -> None:
        names, both, wholes = [], [], []
        phrases: list[NDArray[np.float32]] = []
        self._firsts: list[int] = []
        for one in situations:
            told = (one.name, *one.phrases)
            names.append(_vector(one.name))
            both.append(_vector(" ".join(told)))
            wholes.append(_vector(" ".join((*told, *(step.words for step in one.steps)))))
            self._firsts.append(len(phrases))
            phrases += [_vector(text) for text in told[1:] or told]
        self._middle = np.mean(wholes, axis=0) if wholes else np.zeros(1, np.float32)
        self._texts = tuple(self._apart(rows) for rows in (names, both, wholes))
        self._phrases = self._apart(phrases)

    def _apart(self, rows: list[NDArray[np.float32]]) -> NDArray[np.float32]:
        """Return rows as seen from the middle of the policy."""
        return scaled(np.array(rows) - self._middle)

    def of(self, words: Row) -> list[list[float]]:
        """Return for each situation how near its name, a phrase, both and the whole are."""
        if not self._firsts:
            return []
        at = vector_of_stems(words)
        at = scaled(at - self._middle) if at.any() else at
        name, both, whole = (rows @ at for rows in self._texts)
        phrase = np.maximum.reduceat(self._phrases @ at, self._firsts)
        found: list[list[float]] = np.stack((name, phrase, both, whole), axis=1).tolist()
        return found


def _vector(text: str) -> NDArray[np.float32]:
    """Return where a text stands; its words were looked for before, and are remembered."""
    return vector_of_stems(one for one, _ in words_of(text))


def _parts(word: str) -> Row:
    return (word,) if word in words_known() else parts(word)


def _row(text: str) -> Row:
    return tuple(part for one, _ in words_of(text) for part in _parts(one))


def _joined(fields: tuple[tuple[Row, ...], ...]) -> Row:
    return tuple(dict.fromkeys(word for texts in fields for text in texts for word in text))
