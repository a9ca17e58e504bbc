"""Plain words find the situation they tell of, offline: nothing is sent or fetched."""

from dataclasses import dataclass, replace
from functools import cache
from math import exp
from operator import mul
from typing import TYPE_CHECKING

from goodword.decision.index import Entry, Fit, Index, Told
from goodword.decision.once import once_for_policy
from goodword.decision.urgency import emergencies, is_over
from goodword.decision.vocabulary import is_enquiry, words_of
from goodword.language.pack import ENGLISH
from goodword.language.stem import stem
from goodword.policy.clause import Clause
from goodword.policy.definition import ClosureClause, HoursClause, PartHours
from goodword.policy.policy import Policy
from goodword.policy.situation import EmergencyWords, Situation

if TYPE_CHECKING:
    from goodword.decision.likeness import Likeness

# What stands so much less near than the likeliest is not worth reading. In the logarithm of odds.
FAR_BEHIND = 3.5
NEARLY_ALL = 0.6
# A sentence of the policy that says so much more than a situation is what was asked for.
MUCH_MORE = 1.4
MOST = 5
MOST_KINDS, MOST_UNMET = 3, 3.0
# Doors, cases and accounts are opened and closed too: the word alone asks for no hours.
_OPEN = (HoursClause, PartHours, ClosureClause)
_OF_DOORS = frozenset(map(stem, ("open", "opening", "close", "closed", "shut")))
OWN_WAYS = ("score", "share", "asked for")
MARKS = (
    "sum",
    "above the middle",
    "after a thing",
    "and like it",
    "kinds",
    "score",
    "share",
    "unmet",
    "always",
)


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
    weighing more, by the concepts that they bring up, and by how near their words stand in common
    English; what each counts for was learnt from questions (decision 0010). What no situation
    covers returns nothing. Some milliseconds, after the first call on a policy.
    """
    index = index_of(policy)
    told = index.told(words)
    urgent = emergencies(policy, told)
    calls = tuple(Match(situation, 1.0, spoke) for situation, spoke in urgent)
    found = _found(policy, index, told)
    own = _told_whole(policy, words)
    if own is not None and (not found or found[0].situation is not own):
        found = [Match(own, 1.0, told.stems), *(one for one in found if one.situation is not own)]
    if found and not found[0].situation.emergency and calls and is_over(words):
        return (found[0], *calls, *found[1:])[:MOST]
    return (*calls, *found)[:MOST]


def _told_whole(policy: Policy, words: str) -> Situation | None:
    """Return the situation of which one phrase is just what was told."""
    said = words_of(words)
    for one in policy.of_kind(Situation):
        if any(words_of(phrase) == said for phrase in one.phrases):
            return one
    return None


def _found(policy: Policy, index: Index, told: Told) -> list[Match]:
    if not index.situations or not told.stems:
        return []
    fits = {id(fit.clause): fit for fit in index.scores(index.situations, told)}
    laid_out, row = likeness_of(policy), tuple(word for word, _ in told.every)
    likeness = laid_out.of(row)
    weights = _weights("fit")
    sums = []
    for entry, ways in zip(index.situations, likeness, strict=True):
        fit = fits.get(id(entry.clause))
        own = (fit.score, fit.share) if fit is not None else (0.0, 0.0)
        asked_for = float(bool(told.framed & entry.named_groups))
        sums.append(sum(map(mul, weights, (*own, asked_for, *ways))))
    ranked = sorted(range(len(sums)), key=lambda number: -sums[number])
    best = index.situations[ranked[0]]
    marks = marks_of(
        told,
        best,
        fits.get(id(best.clause)),
        Leading(
            sums[ranked[0]],
            sum(sums) / len(sums),
            laid_out.unmet(row),
        ),
    )
    if sum(map(mul, _weights("covered"), marks)) < 0:
        return []
    other = _said_best(index, told)
    top = sums[ranked[0]]
    found = []
    for number in ranked[:MOST]:
        clause = index.situations[number].clause
        fit = fits.get(id(clause))
        behind = top - sums[number]
        if not isinstance(clause, Situation) or behind > FAR_BEHIND:
            continue
        if other is not None and _says_more(other, fit):
            continue
        found.append(Match(clause, round(exp(-behind / 2), 4), fit.words if fit else ()))
    found.sort(key=lambda match: not match.situation.emergency)
    return found


@dataclass(frozen=True, slots=True)
class Leading:
    """What speaks for the likeliest situation.

    `middle` is what speaks for a situation of this policy on average, `unmet` what was told of
    which no situation speaks.
    """

    sum: float
    middle: float
    unmet: float


def marks_of(told: Told, best: Entry, fit: Fit | None, leading: Leading) -> tuple[float, ...]:
    """Return what tells whether the likeliest situation is what was asked about at all.

    A question after a thing ("do you sell …") counts against it, unless the policy itself gives a
    question of that kind as an example.
    """
    kinds = min(fit.kinds, MOST_KINDS) if fit is not None else 0.0
    phrases = best.clause.phrases if isinstance(best.clause, Situation) else ()
    answered = told.is_enquiry and any(map(is_enquiry, phrases))
    return (
        leading.sum,
        leading.sum - leading.middle,
        float(told.is_enquiry),
        float(answered),
        kinds,
        fit.score if fit is not None else 0.0,
        fit.share if fit is not None else 0.0,
        min(leading.unmet, MOST_UNMET),
        1.0,
    )


@cache
def _weights(name: str) -> tuple[float, ...]:
    """Return weights that script/weigh-situations learnt, in the order in which they are used."""
    return tuple(map(float, ENGLISH.words(f"find_weights.{name}").values()))


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
        and not (isinstance(one.clause, _OPEN) and _OF_DOORS.issuperset(one.words))
    ]
    close.sort(key=lambda pair: -pair[1])
    return tuple(close[:3])


@once_for_policy
def index_of(policy: Policy) -> Index:
    """Return the index of a policy, built once for each value."""
    return Index(policy)


@once_for_policy
def likeness_of(policy: Policy) -> "Likeness":
    """Return the situations of a policy laid out for comparing, built once for each value."""
    from goodword.decision.likeness import Likeness  # noqa: PLC0415 - 80 ms that no check needs

    return Likeness(policy.of_kind(Situation))
