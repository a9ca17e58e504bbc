"""Plain words find the situation they tell of, offline and without any model."""

from dataclasses import dataclass
from functools import lru_cache

from goodword.decision.index import Fit, Index, Told
from goodword.decision.urgency import emergencies
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.situation import EmergencyWords, Situation

# Found by trying on the questions in tests/decision that are kept for tuning.
THRESHOLD = 0.27
# One thing alone is a coincidence, unless it is nearly all that was told.
ALONE, NEARLY_TOLD = 0.4, 0.8
NEARLY_ALL = 0.6
# A sentence of the policy that says so much more than a situation is what was asked for.
MUCH_MORE = 1.4
MOST = 5


@dataclass(frozen=True, slots=True)
class Match:
    """A situation that the words may tell of; `words` are those that spoke for it.

    `score` runs from 0 to 1. An emergency stands first whatever its score. Words that mean an
    emergency come as a situation with the clause's id, whose steps are its instruction.
    """

    situation: Situation
    score: float
    words: tuple[str, ...]


def find(policy: Policy, words: str) -> tuple[Match, ...]:
    """Return the situations that plain words tell of, the likeliest first, at most five.

    Names, example phrases and steps are matched by stems, synonyms and near spellings, rare words
    weighing more. What no situation covers returns nothing. A few milliseconds for a policy of
    500 clauses, after the first call on it.
    """
    index = index_of(policy)
    told = index.told(words)
    urgent = emergencies(policy, index, words)
    found = []
    other = _said_best(index, told)
    for fit in index.scores(index.situations, told):
        said_better = (
            other is not None and other.kinds > fit.kinds and other.weight > fit.weight * MUCH_MORE
        )
        if _is_enough(fit) and not said_better and isinstance(fit.clause, Situation):
            found.append(Match(fit.clause, round(fit.score, 4), fit.words))
    found.sort(key=lambda match: (not match.situation.emergency, -match.score))
    calls = tuple(Match(situation, 1.0, spoke) for situation, spoke in urgent)
    return (*calls, *found)[:MOST]


def _is_enough(fit: Fit) -> bool:
    if fit.kinds >= 1:
        return fit.score >= THRESHOLD
    return fit.score >= ALONE and fit.share >= NEARLY_TOLD


def _said_best(index: Index, told: Told) -> Fit | None:
    """Return the sentence beside the situations that says nearly all that was told."""
    fits = (
        fit
        for fit in index.scores(index.sentences, told)
        if fit.share >= NEARLY_ALL and not isinstance(fit.clause, Situation | EmergencyWords)
    )
    return max(fits, key=lambda fit: fit.weight, default=None)


def quotes(policy: Policy, words: str) -> tuple[tuple[Clause, float], ...]:
    """Return at most three clauses that say nearly all of the words, with their scores."""
    index = index_of(policy)
    fits = index.scores(index.sentences, index.told(words))
    close = [(one.clause, one.score) for one in fits if one.score >= NEARLY_ALL]
    close.sort(key=lambda pair: -pair[1])
    return tuple(close[:3])


class _TheVeryPolicy:
    """A policy as a key that is itself and no other: equal policies may differ in wording."""

    __slots__ = ("policy",)

    def __init__(self, policy: Policy) -> None:
        self.policy = policy

    def __hash__(self) -> int:
        return id(self.policy)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _TheVeryPolicy) and self.policy is other.policy


def index_of(policy: Policy) -> Index:
    """Return the index of a policy, built once for each value."""
    return _index_of(_TheVeryPolicy(policy))


@lru_cache(maxsize=16)
def _index_of(key: _TheVeryPolicy) -> Index:
    return Index(key.policy)
