"""How like a question is to each situation of a policy, seen in several ways at once."""

from goodword.decision.concept import Concepts, Row, concepts_at, row_of, words_known
from goodword.decision.nearness import Vector, between, less, near, parts, rarity, together
from goodword.decision.vocabulary import words_of
from goodword.policy.situation import Situation

STEP = 0.4  # what a step says of when it is taken, beside the name and the phrases
# The ways in which a question can be like a situation, in the order of `Likeness.of`.
CONCEPTS = ("concepts of its name", "of its phrases", "of its steps")
WAYS = (*CONCEPTS, "sense of its name", "of a phrase", "of both", "of the whole")


class Likeness:
    """The situations of a policy laid out for comparing; built once, read only."""

    __slots__ = ("_concepts", "_middle", "_senses", "_stems")

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
            )
            for number, (name, phrases, both, everything) in enumerate(self._senses)
        )

    def unmet(self, words: Row) -> float:
        """Return how much was told of which no situation of the policy speaks, in words."""
        whole = tuple(part for word in words for part in _parts(word))
        return sum(
            rarity(word)
            for word, here in zip(row_of(whole), concepts_at(whole), strict=True)
            if here and word not in self._stems and not self._concepts.is_met(here)
        )


def _parts(word: str) -> Row:
    return (word,) if word in words_known() else parts(word)


def _row(text: str) -> Row:
    return tuple(part for one, _ in words_of(text) for part in _parts(one))


def _joined(fields: tuple[tuple[Row, ...], ...]) -> Row:
    return tuple(dict.fromkeys(word for texts in fields for text in texts for word in text))
