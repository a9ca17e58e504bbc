"""The kinds of case that a history holds: every channel, kind, priority and place together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from goodword.clock.timeline import Standing
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.replay.tally_by import WORDS

Words = Mapping[str, tuple[str | None, ...]]
MOST_KINDS = 1 << 14
_OWN_CHANNELS = frozenset({Metric.ANSWER, Metric.WAIT, Metric.CALLBACK})


@dataclass(frozen=True, slots=True)
class KindsOfCase:
    """`names` of words with their `sizes`; the number of a kind counts the last name fastest."""

    names: tuple[str, ...]
    sizes: tuple[int, ...]
    words: Words

    @property
    def size(self) -> int:
        """How many kinds there are."""
        return prod(self.sizes)

    def standings(self) -> tuple[tuple[Standing, Mapping[str, str]], ...]:
        """Return each kind as what promises look at: how the case stands, and its facts."""
        return tuple(
            _standing(dict(zip(self.names, values, strict=True))) for values in self.values()
        )

    def values(self) -> tuple[tuple[str | None, ...], ...]:
        """Return the words of each kind, in the order of `names`."""
        return tuple(product(*(self.words[name] for name in self.names)))


def names_needed(policies: Iterable[Policy], by: Sequence[str]) -> tuple[str, ...]:
    """Return which words of a case matter: to the promises, or to how counts are told apart."""
    needed = {name for name in by if name in WORDS}
    for policy in policies:
        promises = policy.of_kind(Promise)
        if policy.channel_hours or any(
            one.channels or one.metric in _OWN_CHANNELS for one in promises
        ):
            needed.add("channel")
        if any(one.subject is not None for one in promises):
            needed |= {"kind", "priority"}
        if policy.part_hours or any(
            one.parts or one.condition is not None or one.exception is not None for one in promises
        ):
            needed.add("place")
    return tuple(name for name in WORDS if name in needed)


def _standing(words: Mapping[str, str | None]) -> tuple[Standing, Mapping[str, str]]:
    place = words.get("place")
    standing = Standing(0, words.get("channel"), words.get("kind"), words.get("priority"))
    return standing, {} if place is None else {"place": place}
