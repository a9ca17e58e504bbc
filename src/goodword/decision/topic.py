"""The fields of life that words belong to: looser than synonyms, and broader."""

from collections import Counter
from functools import cache
from math import log, sqrt

from goodword.decision.vocabulary import groups_in, weight

_FILE = "topics.txt"
# What all topics together say beside the words themselves; one word of a topic is little evidence.
NEARNESS, A_WORD = 1.2, 0.8


def topics_of(words: tuple[tuple[str, bool], ...]) -> dict[str, float]:
    """Return how much of a text belongs to each topic.

    `words` are all stems with whether each carries meaning. An expression of several words says
    more than one word; a word of many topics says little of each.
    """
    telling, whole = groups_in(_FILE)
    own = tuple(one for one, says in words if says)
    every = tuple(one for one, _ in words)
    found: dict[str, dict[tuple[str, ...], float]] = {}
    for row, known, longest in zip((own, every), (telling, whole), _longest(), strict=True):
        for start in range(len(row)):
            for end in range(start + 1, min(len(row), start + longest) + 1):
                part = row[start:end]
                names = known.get(part, ())
                worth = _worth(part) / sqrt(len(names) or 1)
                for name in names:
                    here = found.setdefault(name, {})
                    here[part] = max(worth, here.get(part, 0.0))
    return {name: sum(parts.values()) for name, parts in found.items()}


def _worth(part: tuple[str, ...]) -> float:
    return (
        sum(max(weight(word), 0.25) for word in part) if len(part) == 1 else 0.5 + 0.5 * len(part)
    )


@cache
def _longest() -> tuple[int, int]:
    """Return how many words the longest expression of each kind has."""
    telling, whole = groups_in(_FILE)
    return max(map(len, telling)), max(map(len, whole))


class Topics:
    """What the situations of one policy are about, and how near a question is to each."""

    __slots__ = ("_profiles", "_rarity")

    def __init__(self, texts: tuple[tuple[tuple[tuple[str, bool], ...], ...], ...]) -> None:
        """Take, for each situation, its name and phrases as words."""
        profiles = []
        for phrases in texts:
            profile: dict[str, float] = {}
            for phrase in phrases:
                for name, much in topics_of(phrase).items():
                    profile[name] = profile.get(name, 0.0) + sqrt(much)
            profiles.append(profile)
        often = Counter(name for profile in profiles for name in profile)
        many = len(profiles)
        self._rarity = {name: log(1 + (many + 1) / (1 + count)) for name, count in often.items()}
        self._profiles = tuple(map(self._scaled, profiles))

    def _scaled(self, profile: dict[str, float]) -> dict[str, float]:
        scaled = {name: sqrt(much) * self._rarity.get(name, 0.0) for name, much in profile.items()}
        length = sqrt(sum(value * value for value in scaled.values())) or 1.0
        return {name: value / length for name, value in scaled.items()}

    def near(self, words: tuple[tuple[str, bool], ...]) -> tuple[float, ...]:
        """Return how near the words are to each situation, from 0 to NEARNESS."""
        told = topics_of(words)
        asked = self._scaled(told)
        much = sum(told.values())
        trust = NEARNESS * much / (much + A_WORD)
        return tuple(
            trust * sum(value * profile.get(name, 0.0) for name, value in asked.items())
            for profile in self._profiles
        )
