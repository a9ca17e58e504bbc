"""Situations found by the words of a policy's own language: stems, groups of words, compounds."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import log

from goodword.decision.find import Match
from goodword.language.memory import remembered
from goodword.language.normal import normal
from goodword.language.pack import Pack, pack
from goodword.language.word import latin
from goodword.policy.policy import Policy
from goodword.policy.situation import Situation

_SHORTEST = 4  # a stem is no shorter, so that endings are not taken from small words
_PART = 5  # letters that a word shares with a compound: "Anwalt" in "Rechtsanwalt"
_SAME, _GROUP, _COMPOUND, _STEP = 1.0, 0.85, 0.8, 0.35
_LEAST, _FAR_BEHIND, _MOST = 0.25, 0.45, 5
_SAID, _TOLD = 0.4, 0.6


@dataclass(frozen=True, slots=True)
class _Field:
    """The stems of one phrase of a situation, and what the phrase counts."""

    stems: frozenset[str]
    counts: float


def stems_in(words: str, own: Pack) -> tuple[str, ...]:
    """Return the stems of the words that carry meaning, in order, each once."""
    low = latin(normal(words), own)
    parts = "".join(one if one.isalnum() else " " for one in low).split()
    empty = _empty(own.code)
    return tuple(dict.fromkeys(_stem(one, own) for one in parts if one not in empty))


@cache
def _empty(code: str) -> frozenset[str]:
    own = pack(code)
    return frozenset(latin(own.phrase("ask.empty"), own).split())


def _stem(word: str, own: Pack) -> str:
    for ending in own.names("ask.endings"):
        plain = latin(ending, own)
        if word.endswith(plain) and len(word) - len(plain) >= _SHORTEST:
            return word.removesuffix(plain)
    return word


@cache
def _groups(code: str) -> dict[str, frozenset[str]]:
    own = pack(code)
    found: dict[str, set[str]] = {}
    for name, words in own.words("ask.same").items():
        for one in latin(words, own).split():
            found.setdefault(_stem(one, own), set()).add(name)
    return {stem: frozenset(names) for stem, names in found.items()}


def groups_in(stems: tuple[str, ...], own: Pack) -> frozenset[str]:
    """Return the groups of words that mean the same, of which one was told."""
    known = _groups(own.code)
    return frozenset(name for stem in stems for name in known.get(stem, ()))


def find_in_language(policy: Policy, words: str, own: Pack) -> tuple[Match, ...]:
    """Return the situations that the words tell of, the likeliest first, at most five.

    An emergency stands first. What no situation covers returns nothing.
    """
    told = stems_in(words, own)
    situations = policy.of_kind(Situation)
    if not told or not situations:
        return ()
    fields = [_fields(one, own.code) for one in situations]
    often = Counter(stem for one in fields for stem in {s for f in one for s in f.stems})
    rarity = {stem: log(1 + (len(fields) + 1) / (1 + often[stem])) for stem in told}
    whole = sum(rarity.values())
    found = []
    for situation, parts in zip(situations, fields, strict=True):
        got = {
            stem: max((one.counts * _likeness(stem, one.stems, own) for one in parts), default=0.0)
            for stem in told
        }
        spoke = tuple(stem for stem, much in got.items() if much >= _STEP)
        named = [one for one in parts if one.counts == _SAME]
        share = sum(got[stem] * rarity[stem] for stem in told) / whole
        alike = max((_covered(one.stems, told, own) for one in named), default=0.0)
        score = _TOLD * share + _SAID * alike
        if alike and score >= _LEAST:
            found.append(Match(situation, round(min(1.0, score), 4), spoke))
    found.sort(key=lambda one: (not one.situation.emergency, -one.score))
    best = max((one.score for one in found), default=0.0)
    return tuple(one for one in found if one.score >= _FAR_BEHIND * best)[:_MOST]


@remembered(512)
def _fields(situation: Situation, code: str) -> tuple[_Field, ...]:
    own = pack(code)
    texts = [(text, _SAME) for text in (situation.name, *situation.phrases)]
    texts += [(step.words, _STEP) for step in situation.steps]
    return tuple(_Field(frozenset(stems_in(text, own)), counts) for text, counts in texts)


def _likeness(stem: str, others: frozenset[str], own: Pack) -> float:
    """Return how near a stem is to the nearest of others."""
    if stem in others:
        return _SAME
    groups = _groups(own.code)
    mine = groups.get(stem, frozenset())
    if mine and any(mine & groups.get(one, frozenset()) for one in others):
        return _GROUP
    longer = [one for one in others if min(len(one), len(stem)) >= _PART]
    return _COMPOUND if any(one in stem or stem in one for one in longer) else 0.0


def _covered(phrase: frozenset[str], told: tuple[str, ...], own: Pack) -> float:
    """Return how much of one phrase of the policy was told."""
    if not phrase:
        return 0.0
    mine = frozenset(told)
    return sum(_likeness(stem, mine, own) for stem in phrase) / (len(phrase) + 0.5)
