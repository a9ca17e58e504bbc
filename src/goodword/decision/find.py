"""Plain words find the situation they tell of, offline and without any model."""

from dataclasses import dataclass, replace
from functools import lru_cache

from goodword.decision.index import Fit, Index, Told
from goodword.decision.urgency import emergencies, is_over
from goodword.decision.vocabulary import is_enquiry
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.situation import EmergencyWords, Situation

# Found by trying on the questions in tests/decision that are kept for tuning. A situation counts by
# its words and by its topics; a question after a thing ("do you sell …") must be told much closer.
LEAST, LEAST_OF_ENQUIRY = 0.3, 1.0
LIKE_IT = 0.75  # where the policy itself gives a question of that kind as an example
ASKED_FOR = 0.25  # a turn of speech asks for it: "is it safe to …" for advice
FAR_BEHIND = 0.35
FULL = 1.6
NEARLY_ALL = 0.6
# A sentence of the policy that says so much more than a situation is what was asked for.
MUCH_MORE = 1.4
MOST = 5


@dataclass(frozen=True, slots=True)
class Match:
    """A situation that the words may tell of; `words` are those that spoke for it.

    `score` runs from 0 to 1. An emergency stands first whatever its score, unless it is told as
    something that is over and befell no person. Words that mean an emergency come as a situation
    with the clause's id, whose steps are its instruction.
    """

    situation: Situation
    score: float
    words: tuple[str, ...]


def find(policy: Policy, words: str) -> tuple[Match, ...]:
    """Return the situations that plain words tell of, the likeliest first, at most five.

    Names, example phrases and steps are matched by stems, synonyms and near spellings, rare words
    weighing more, and by the topics of all that was told together. What no situation covers
    returns nothing. A few milliseconds for a policy of 500 clauses, after the first call on it.
    """
    index = index_of(policy)
    told = index.told(words)
    urgent = emergencies(policy, index, words)
    calls = tuple(Match(situation, 1.0, spoke) for situation, spoke in urgent)
    found = _found(index, told)
    if found and not found[0].situation.emergency and calls and is_over(words):
        return (found[0], *calls, *found[1:])[:MOST]
    return (*calls, *found)[:MOST]


def _found(index: Index, told: Told) -> list[Match]:
    fits = {id(fit.clause): fit for fit in index.scores(index.situations, told)}
    other = _said_best(index, told)
    found = []
    for entry, near in zip(index.situations, index.near(told), strict=True):
        fit = fits.get(id(entry.clause))
        score = near + (fit.score if fit is not None else 0.0)
        if told.framed & entry.named_groups:
            score += ASKED_FOR
        if not isinstance(entry.clause, Situation) or score < _least(entry.clause, told):
            continue
        if other is not None and _says_more(other, fit):
            continue
        asked_as_a_thing = _least(entry.clause, told) == LEAST_OF_ENQUIRY
        if asked_as_a_thing and (fit is None or fit.kinds < 1):
            continue
        found.append(
            Match(entry.clause, round(min(1.0, score / FULL), 4), fit.words if fit else ())
        )
    found.sort(key=lambda match: (not match.situation.emergency, -match.score))
    best = max((one.score for one in found), default=0.0)
    return [one for one in found if one.score >= FAR_BEHIND * best]


def _least(situation: Situation, told: Told) -> float:
    if not told.is_enquiry:
        return LEAST
    return LIKE_IT if any(map(is_enquiry, situation.phrases)) else LEAST_OF_ENQUIRY


def _says_more(other: Fit, fit: Fit | None) -> bool:
    """Whether a sentence of the policy says so much more that it is what was asked for."""
    return fit is None or (other.kinds > fit.kinds and other.weight > fit.weight * MUCH_MORE)


def _said_best(index: Index, told: Told) -> Fit | None:
    """Return the sentence beside the situations that says nearly all that was told."""
    fits = (
        fit
        for fit in index.scores(index.sentences, told)
        if fit.share >= NEARLY_ALL and not isinstance(fit.clause, Situation | EmergencyWords)
    )
    return max(fits, key=lambda fit: fit.weight, default=None)


def quotes(policy: Policy, words: str) -> tuple[tuple[Clause, float], ...]:
    """Return at most three clauses that say nearly all of the words, with their scores.

    Situations are for `find` to name, and one thing that every case has is no reason to quote.
    """
    index = index_of(policy)
    fits = index.scores(index.sentences, replace(index.told(words), framed=frozenset()))
    close = [
        (one.clause, one.score)
        for one in fits
        if one.score >= NEARLY_ALL
        and one.kinds >= 1
        and not isinstance(one.clause, Situation | EmergencyWords)
    ]
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
