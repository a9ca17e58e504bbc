"""A policy's situations laid out for searching: stems, groups of synonyms, and how rare each is."""

from collections import Counter
from dataclasses import dataclass
from math import log

from goodword.decision.spelling import Spelling
from goodword.decision.vocabulary import expressions, stems, synonyms, weight
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy, Prose
from goodword.policy.situation import EmergencyWords, Situation

PHRASE, STEP = 1.0, 0.55
SYNONYM = 0.85  # a synonym says nearly as much as the policy's own word
UNKNOWN = 0.6  # a word that neither the policy nor English service talk knows
ANYBODY = 0.25  # who it is says little about what it is
_ANYBODY = frozenset({"customer"})
COVERED, ALIKE = 0.6, 0.4
FAINTLY = 0.1


@dataclass(frozen=True, slots=True)
class Told:
    """Words as they were told: each stem in order, with the groups of synonyms it is part of."""

    stems: tuple[str, ...]
    groups: tuple[frozenset[str], ...]

    @property
    def all_groups(self) -> frozenset[str]:
        """Every group that was touched."""
        return frozenset().union(*self.groups)


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause with the weight of each stem and group in it, and its phrases one by one."""

    clause: Clause
    stems: dict[str, float]
    groups: dict[str, float]
    phrases: tuple[Told, ...]


class Index:
    """What `find` needs of one policy; built once, read only."""

    __slots__ = ("_documents", "_frequency", "_spelling", "_vocabulary", "sentences", "situations")

    def __init__(self, policy: Policy) -> None:
        self.situations = tuple(map(_entry, policy.of_kind(Situation)))
        self.sentences = tuple(map(_sentence, policy.clauses))
        texts = [*map(_text, policy.clauses), *_prose(policy)]
        self._documents = len(texts)
        self._frequency = Counter[str]()
        for text in texts:
            told = told_of(stems(text))
            self._frequency.update({*told.stems})
            self._frequency.update(f"={group}" for group in told.all_groups)
        known = {word for expression in synonyms() for word in expression}
        self._vocabulary = known | {word for word in self._frequency if not word.startswith("=")}
        self._spelling = Spelling(self._vocabulary)

    def told(self, words: str) -> Told:
        """Return plain words with their misspellings mended, ready to be matched."""
        return told_of(tuple(map(self._spelling.mend, stems(words))))

    def rarity(self, word: str) -> float:
        """Return how much a stem (or a group, written `=name`) says, by how rare it is here."""
        return log(1 + (self._documents + 1) / (1 + self._frequency[word]))

    def score(self, entry: Entry, told: Told) -> tuple[float, tuple[str, ...]]:
        """Return how well an entry fits what was told, from 0 to 1, and the words that spoke."""
        matched = total = 0.0
        spoke: dict[str, None] = {}
        for word, groups in zip(told.stems, told.groups, strict=True):
            full = self._full(word, groups)
            got = min(full, self._got(entry, word, groups))
            total += full
            matched += got
            if got > 0:
                spoke[word] = None
        if not matched:
            return 0.0, ()
        if not entry.phrases:
            return matched / total, tuple(spoke)
        alike = max(self._alike(phrase, told) for phrase in entry.phrases)
        if alike < FAINTLY:
            return 0.0, ()  # steps alone tell what is done, not when
        return COVERED * matched / total + ALIKE * alike, tuple(spoke)

    def _full(self, word: str, groups: frozenset[str]) -> float:
        if word not in self._vocabulary:
            return UNKNOWN * self.rarity(word)
        if groups == _ANYBODY:
            return ANYBODY * self.rarity("=customer")
        if groups:
            return max(self.rarity(f"={group}") for group in groups)
        return weight(word) * self.rarity(word)

    def _got(self, entry: Entry, word: str, groups: frozenset[str]) -> float:
        own = entry.stems.get(word, 0.0) * weight(word) * self.rarity(word)
        return max(
            own,
            max(
                (
                    SYNONYM * entry.groups.get(group, 0.0) * self.rarity(f"={group}")
                    for group in groups
                ),
                default=0.0,
            ),
        )

    def _alike(self, phrase: Told, told: Told) -> float:
        """Return how much of one phrase of the policy was told, rare words weighing more."""
        said, said_groups = frozenset(told.stems), told.all_groups
        matched = total = 0.0
        for word, groups in zip(phrase.stems, phrase.groups, strict=True):
            full = max(
                weight(word) * self.rarity(word),
                max((SYNONYM * self.rarity(f"={group}") for group in groups), default=0.0),
            )
            total += full
            if word in said:
                matched += full
            elif groups & said_groups:
                matched += SYNONYM * full
        # One common word is little to go by.
        return matched / (total + 1.0) if total else 0.0


def told_of(words: tuple[str, ...]) -> Told:
    """Return a row of stems with the groups that each is part of."""
    groups: list[set[str]] = [set() for _ in words]
    for start, end, group in expressions(words):
        for place in range(start, end):
            groups[place].add(group)
    return Told(words, tuple(map(frozenset, groups)))


def _entry(situation: Situation) -> Entry:
    phrases = (situation.name, *situation.phrases)
    fields = [(phrase, PHRASE) for phrase in phrases]
    fields += [(step.words, STEP) for step in situation.steps]
    by_stem, by_group = _weights(fields)
    return Entry(situation, by_stem, by_group, tuple(told_of(stems(text)) for text in phrases))


def _sentence(clause: Clause) -> Entry:
    by_stem, by_group = _weights([(_text(clause), PHRASE)])
    return Entry(clause, by_stem, by_group, ())


def _weights(fields: list[tuple[str, float]]) -> tuple[dict[str, float], dict[str, float]]:
    by_stem: dict[str, float] = {}
    by_group: dict[str, float] = {}
    for text, value in fields:
        told = told_of(stems(text))
        for word in told.stems:
            by_stem[word] = max(value, by_stem.get(word, 0.0))
        for group in told.all_groups:
            by_group[group] = max(value, by_group.get(group, 0.0))
    return by_stem, by_group


def _text(clause: Clause) -> str:
    if isinstance(clause, Situation):
        steps = " ".join(step.words for step in clause.steps)
        return f"{clause.name} {' '.join(clause.phrases)} {steps}"
    if isinstance(clause, EmergencyWords):
        return f"{' '.join(clause.words)} {clause.instruction}"
    return clause.text


def _prose(policy: Policy) -> list[str]:
    return [
        part.text
        for section in policy.sections
        for part in section.parts
        if isinstance(part, Prose)
    ]
