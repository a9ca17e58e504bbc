"""How like a question is to each situation of a policy, seen in several ways at once."""

from math import log

from goodword.decision.concept import Concepts, Row, concepts_at, row_of
from goodword.decision.nearness import Vector, near, parts, rarity, telling, together, vector
from goodword.decision.vocabulary import words_of
from goodword.policy.situation import Situation

STEP = 0.4  # what a step says of when it is taken, beside the name and the phrases
# The ways in which a question can be like a situation, in the order of `Likeness.of`.
CONCEPTS = ("concepts of its name", "of its phrases", "of its steps")
WAYS = ("own words", *CONCEPTS, "sense", "words")


class Likeness:
    """The situations of a policy laid out for comparing; built once, read only."""

    __slots__ = ("_concepts", "_places", "_rarity", "_senses", "_stems", "_vectors", "_words")

    def __init__(self, situations: tuple[Situation, ...]) -> None:
        told: tuple[tuple[tuple[Row, ...], ...], ...] = tuple(
            (
                (_row(one.name),),
                tuple(map(_row, one.phrases)),
                tuple(_row(step.words) for step in one.steps),
            )
            for one in situations
        )
        many = len(situations)
        self._concepts = Concepts(told, STEP)
        told = tuple(tuple(tuple(map(row_of, texts)) for texts in fields) for fields in told)
        self._stems: dict[str, dict[int, float]] = {}
        for number, fields in enumerate(told):
            for field, texts in enumerate(fields):
                for word in {word for text in texts for word in text}:
                    here = self._stems.setdefault(word, {})
                    here[number] = max(
                        here.get(number, 0.0), STEP if field == len(fields) - 1 else 1
                    )
        self._rarity = {
            word: max(0.0, log((many + 1) / (sum(by.values()) + 0.5)))
            for word, by in self._stems.items()
        }
        self._senses = tuple(
            (
                together(name[0]),
                tuple(map(together, phrases)),
                together(tuple(word for text in (*name, *phrases, *steps) for word in text)),
            )
            for name, phrases, steps in told
        )
        known = {word: vector(word) for word in self._stems}
        self._places = {word: at for word, at in known.items() if at is not None}
        self._vectors = tuple(self._places.values())
        self._words = self._laid_out(many)

    def _laid_out(self, many: int) -> tuple[tuple[tuple[int, float], ...], ...]:
        """Return, for each situation, the places of its words and what each counts for."""
        rows: list[list[tuple[int, float]]] = [[] for _ in range(many)]
        for place, word in enumerate(self._places):
            by = self._stems[word]
            rare = max(0.0, log((many + 1) / len(by)) / log(many + 1))
            much = (telling(word) * rare) ** 0.5
            for number, own in by.items():
                rows[number].append((place, own * much))
        return tuple(map(tuple, rows))

    def of(self, words: Row) -> tuple[tuple[float, ...], ...]:
        """Return for each situation how like it is to the words, once for each of the ways."""
        whole = tuple(part for word in words for part in parts(word))
        row = row_of(whole)
        distinct = tuple(dict.fromkeys(row))
        by_name, by_phrases, by_steps = self._concepts.told(whole)
        by_words = self._by_words(distinct)
        own = self._by_own(distinct)
        sense = together(row)
        return tuple(
            (
                own.get(number, 0.0),
                by_name.get(number, 0.0),
                by_phrases.get(number, 0.0),
                by_steps.get(number, 0.0),
                _alike(sense, senses),
                by_words[number],
            )
            for number, senses in enumerate(self._senses)
        )

    def unmet(self, words: Row) -> float:
        """Return how much was told of which no situation of the policy speaks, in words."""
        whole = tuple(part for word in words for part in parts(word))
        return sum(
            rarity(word)
            for word, here in zip(row_of(whole), concepts_at(whole), strict=True)
            if here and word not in self._stems and not self._concepts.is_met(here)
        )

    def _by_own(self, words: Row) -> dict[int, float]:
        found: dict[int, float] = {}
        for word in words:
            worth = rarity(word) * self._rarity.get(word, 0.0)
            for number, own in self._stems.get(word, {}).items():
                found[number] = found.get(number, 0.0) + own * worth
        return found

    def _by_words(self, words: Row) -> list[float]:
        """Return how near the nearest word of each situation is, beside what others reach."""
        sums = [0.0] * len(self._words)
        for word in words:
            at = vector(word)
            if at is None or not sums:
                continue
            row = [near(at, other) for other in self._vectors]
            best = [
                max((row[place] * own for place, own in one), default=0.0) for one in self._words
            ]
            best = [max(0.0, one) for one in best]
            middle, much = sum(best) / len(best), telling(word)
            sums = [before + much * (one - middle) for before, one in zip(sums, best, strict=True)]
        return sums


def _row(text: str) -> Row:
    return tuple(part for one, _ in words_of(text) for part in parts(one))


def _alike(sense: Vector, senses: tuple[Vector, tuple[Vector, ...], Vector]) -> float:
    name, phrases, whole = senses
    best = max((near(sense, one) for one in phrases), default=0.0)
    return near(sense, name) + best + near(sense, whole)
