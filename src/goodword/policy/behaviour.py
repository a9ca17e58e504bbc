"""Behaviour that is hard to bear: what people do as it grows, step by step."""

from dataclasses import dataclass
from enum import StrEnum

from goodword.policy.policy import Policy
from goodword.policy.situation import Situation


class Level(StrEnum):
    """How hard behaviour is to bear, the mildest first."""

    UNSETTLED = "unsettled"
    UPSET = "upset"
    ABUSIVE = "abusive"
    THREATENING = "threatening"
    VIOLENT = "violent"


LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour(Situation):
    """One rung of a ladder: the situation that behaviour is so, and what we do then.

    `name` is the moment in the author's words ("behaviour is rude or abusive"), `phrases` what
    people know it by, `level` the rung that it stands on.
    """

    level: Level


def ladder_of(policy: Policy) -> tuple[Behaviour, ...]:
    """Return the rungs that the policy writes down, the mildest first."""
    return tuple(sorted(policy.of_kind(Behaviour), key=lambda one: LEVELS.index(one.level)))
