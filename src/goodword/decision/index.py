"""A policy's situations laid out for searching: stems, groups of synonyms, and how rare each is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import log

from goodword.decision.concept import words_known
from goodword.decision.nearness import is_word
from goodword.decision.spelling import Spelling
from goodword.decision.vocabulary import (
    expressions,
    framed,
    is_enquiry,
    neutral,
    ordinary,
    synonyms,
    turns,
    turns_in,
    weight,
    words_of,
)
from goodword.language.memory import remembered
from goodword.language.stem import stem
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
OWN_WORDS = 0.6  # a phrase of the policy told to its last word says more than any likeness
MOST_UNKNOWN = 2
LONG = 6  # shorter words that are in no list may well be names
NEUTRAL = 0.5  # what every case has is little evidence


@dataclass(frozen=True, slots=True)
class Told:
    """Words as they were told: each stem in order, with the groups of synonyms it is part of.

    `said` and `touched` are all stems and all groups. `framed` are groups that only the turn of
    speech asks for; they help what else was told, and say nothing alone. `every` are all stems,
    with whether each carries meaning.
    """

    stems: tuple[str, ...]
    groups: tuple[frozenset[str], ...]
    said: frozenset[str]
    touched: frozenset[str]
    framed: frozenset[str] = frozenset()
    every: tuple[tuple[str, bool], ...] = ()
    is_enquiry: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a clause fits what was told, from 0 to 1, and the words that spoke for it.

    `share` is how much of what was told it says, `kinds` how many different things spoke for it,
    `weight` what they weigh together.
    """

    clause: Clause
    score: float
    words: tuple[str, ...]
    share: float
    kinds: float
    weight: float


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the policy: its stems with their groups and what each weighs, and the sum."""

    words: tuple[tuple[str, frozenset[str], float], ...]
    total: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause with what each stem and group in it weighs, and its phrases one by one."""

    clause: Clause
    stems: dict[str, float]
    groups: dict[str, float]
    phrases: tuple[Phrase, ...]
    named_stems: frozenset[str] = frozenset()
    named_groups: frozenset[str] = frozenset()


class Index:
    """What `find` needs of one policy; built once, read only."""

    __slots__ = (
        "_people",
        "_rarest",
        "_rarity",
        "_spelling",
        "_vocabulary",
        "sentences",
        "situations",
    )

    def __init__(self, policy: Policy) -> None:
        said = [(clause, told_in(_text(clause))) for clause in policy.clauses]
        texts = [*(told for _, told in said), *(told_in(text) for text in _prose(policy))]
        frequency = Counter[str]()
        for told in texts:
            frequency.update(told.said)
            frequency.update(f"={group}" for group in told.touched)
        # How much a stem (or a group, written `=name`) says, by how rare it is here.
        self._rarest = log(2 + len(texts))
        self._rarity = {
            word: log(1 + (len(texts) + 1) / (1 + often)) for word, often in frequency.items()
        }
        self._people = {
            stem(word) for role in policy.roles for word in role.name.casefold().split()
        }
        own = (word for word in frequency if not word.startswith("="))
        self._vocabulary = _known_anywhere().union(own)
        self._spelling = Spelling(self._vocabulary | ordinary())
        self.situations = tuple(map(self._situation, policy.of_kind(Situation)))
        self.sentences = tuple(
            replace(
                self._entry(clause, [(told, PHRASE)], ()),
                named_stems=told.said,
                named_groups=told.touched,
            )
            for clause, told in said
        )

    def told(self, words: str) -> Told:
        """Return plain words with their misspellings mended, ready to be matched."""
        mended = tuple((self._mended(one), says) for one, says in words_of(words))
        told = _told(tuple(one for one, says in mended if says), mended)
        return replace(
            told, framed=framed(words) - told.touched, every=mended, is_enquiry=is_enquiry(words)
        )

    def _mended(self, word: str) -> str:
        """Return a word as it was meant; what is a word of common English was meant as it is."""
        if is_word(word) or word in words_known():
            return word
        mended = self._spelling.mend(word)
        if mended == word and len(word) >= LONG:
            return _everyday().mend(word)
        return mended

    def scores(self, entries: tuple[Entry, ...], told: Told) -> Iterator[Fit]:
        """Yield each clause that fits what was told."""
        full = tuple(map(self._full, told.stems, told.groups))
        total = self._total(told, full)
        for entry in entries:
            if entry.stems.keys().isdisjoint(told.said) and (
                entry.groups.keys().isdisjoint(told.touched)
            ):
                continue
            got = tuple(
                min(limit, _got(entry, word, groups))
                for word, groups, limit in zip(told.stems, told.groups, full, strict=True)
            )
            matched = sum(got)
            if not matched:
                continue
            asked = max((entry.groups.get(group, 0.0) for group in told.framed), default=0.0)
            share = (matched + asked) / (total + asked)
            score = share
            if entry.phrases:
                alike = max(_alike(phrase, told) for phrase in entry.phrases)
                if alike < FAINTLY:
                    continue  # steps alone tell what is done, not when
                score = COVERED * share + ALIKE * alike
                score += OWN_WORDS * share * any(_is_said(phrase, told) for phrase in entry.phrases)
            spoke = dict.fromkeys(
                word for word, value in zip(told.stems, got, strict=True) if value
            )
            kinds = _kinds(told, entry) + (NEUTRAL if asked else 0.0)
            yield Fit(entry.clause, score, tuple(spoke), share, kinds, matched)

    def _total(self, told: Told, full: tuple[float, ...]) -> float:
        """Return what all that was told would weigh; a story may hold many unknown words."""
        known = strange = 0.0
        for word, limit in zip(told.stems, full, strict=True):
            if word in self._vocabulary:
                known += limit
            else:
                strange += limit
        return known + min(strange, MOST_UNKNOWN * UNKNOWN * self._rarest)

    def _says(self, word: str) -> float:
        return self._rarity.get(word, self._rarest)

    def _full(self, word: str, groups: frozenset[str]) -> float:
        """Return how much a word that was told would say if it were matched."""
        if word not in self._vocabulary:
            return UNKNOWN * self._rarest
        if groups == _ANYBODY or (word in self._people and groups <= neutral()):
            return ANYBODY * self._says("=customer")
        if groups:
            little = NEUTRAL if groups <= neutral() else 1.0
            return little * max(self._says(f"={group}") for group in groups)
        return weight(word) * self._says(word)

    def _situation(self, situation: Situation) -> Entry:
        phrases = [told_in(text) for text in (situation.name, *situation.phrases)]
        fields = [(phrase, PHRASE) for phrase in phrases]
        fields += [(told_in(step.words), STEP) for step in situation.steps]
        entry = self._entry(situation, fields, tuple(map(self._phrase, phrases)))
        return replace(
            entry,
            named_stems=frozenset[str]().union(*(one.said for one in phrases)),
            named_groups=frozenset[str]().union(*(one.touched for one in phrases)),
        )

    def _entry(
        self, clause: Clause, fields: list[tuple[Told, float]], phrases: tuple[Phrase, ...]
    ) -> Entry:
        by_stem: dict[str, float] = {}
        by_group: dict[str, float] = {}
        for told, value in fields:
            for word in told.said:
                worth = value * weight(word) * self._says(word)
                by_stem[word] = max(worth, by_stem.get(word, 0.0))
            for group in told.touched:
                worth = value * SYNONYM * self._says(f"={group}")
                by_group[group] = max(worth, by_group.get(group, 0.0))
        return Entry(clause, by_stem, by_group, phrases)

    def _phrase(self, told: Told) -> Phrase:
        words = []
        for word, groups in zip(told.stems, told.groups, strict=True):
            by_group = max((SYNONYM * self._says(f"={group}") for group in groups), default=0.0)
            words.append((word, groups, max(weight(word) * self._says(word), by_group)))
        return Phrase(tuple(words), sum(full for _, _, full in words))


@cache
def _known_anywhere() -> frozenset[str]:
    """Return every stem of the known expressions, whatever the policy."""
    return frozenset(word for expression in (*synonyms(), *turns()) for word in expression)


@cache
def _everyday() -> Spelling:
    """Return the words that people speak of in the life of any service, to mend others by."""
    return Spelling(words_known())


def _kinds(told: Told, entry: Entry) -> float:
    """Return how many different things name the moment: two words of one group are one thing.

    Things that every case has ("appointment", "order") are worth half. Only its name and example
    phrases count: steps tell what is done, not when.
    """
    met: list[frozenset[str]] = []
    kinds = 0.0
    for word, groups in zip(told.stems, told.groups, strict=True):
        shared = groups & entry.named_groups
        own = word in entry.named_stems
        if not shared and not own:
            continue
        names = groups or frozenset({f"={word}"})
        if weight(word) < 1.0 and not shared:
            continue
        if any(names & other for other in met):
            continue
        met.append(names)
        kinds += NEUTRAL if groups and groups <= neutral() else 1.0
    return kinds


def _got(entry: Entry, word: str, groups: frozenset[str]) -> float:
    own = entry.stems.get(word, 0.0)
    return max(own, max((entry.groups.get(group, 0.0) for group in groups), default=0.0))


def _alike(phrase: Phrase, told: Told) -> float:
    """Return how much of one phrase of the policy was told, rare words weighing more."""
    matched = 0.0
    for word, groups, full in phrase.words:
        if word in told.said:
            matched += full
        elif not groups.isdisjoint(told.touched):
            matched += SYNONYM * full
    # One common word is little to go by.
    return matched / (phrase.total + 1.0)


def _is_said(phrase: Phrase, told: Told) -> bool:
    """Whether every word of a phrase was told, just as the policy has it."""
    return bool(phrase.words) and all(word in told.said for word, _, _ in phrase.words)


def told_of(words: tuple[str, ...]) -> Told:
    """Return a row of stems with the groups that each is part of."""
    return _told(words, ())


@remembered(2_048)
def told_in(text: str) -> Told:
    """Return a text as it was told: its stems, with the groups that each is part of."""
    words = words_of(text)
    return _told(tuple(one for one, says in words if says), words)


def _told(words: tuple[str, ...], whole: tuple[tuple[str, bool], ...]) -> Told:
    groups: list[set[str]] = [set() for _ in words]
    for start, end, group in expressions(words):
        for place in range(start, end):
            groups[place].add(group)
    for place, group in turns_in(whole):
        groups[place].add(group)
    touched = frozenset[str]().union(*groups)
    return Told(words, tuple(map(frozenset, groups)), frozenset(words), touched)


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
