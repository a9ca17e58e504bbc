"""One step of an explanation, before it is said: what happened, from when to when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from types import MappingProxyType

from goodword.policy.quantity import Limit


@dataclass(frozen=True, slots=True)
class At:
    """A moment to be said, in UTC seconds."""

    instant: int


@dataclass(frozen=True, slots=True)
class Long:
    """A length of time to be said; working time is said in hours, however long it is."""

    seconds: int
    working: bool = False

    @property
    def is_one(self) -> bool:
        """Whether it is said as one of a unit: one minute, one hour."""
        return self.seconds in {1, 60, 3_600} or (self.seconds == 86_400 and not self.working)


Slot = At | Long | Limit | date | time | int | str | tuple[str, ...]
NO_SLOTS: Mapping[str, Slot] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Step:
    """From `start` to `end` the clock did what `code` says; `phrase` is how a language says it.

    `counted` is what the step adds to the limit: seconds of exact times, else days. `slots` are
    what the phrase is filled with. A `quiet` step adds nothing that the due time does not say.
    """

    code: str
    phrase: str
    start: int
    end: int
    counted: int = 0
    slots: Mapping[str, Slot] = field(default_factory=lambda: NO_SLOTS)
    quiet: bool = False
