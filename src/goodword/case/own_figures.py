"""What another system said of its own cases: how long each took, and whether it was in time."""

from array import array
from dataclasses import dataclass, field
from enum import StrEnum


class Measure(StrEnum):
    """What kind of time another system counted."""

    WORKING = "working"
    CLOCK = "clock"
    DAYS = "working days"


@dataclass(slots=True)
class OwnFigures:
    """One row a case: how long it took by another system's own count.

    `taken` is in seconds, or in days where working days were counted; `NOTHING` where it says
    nothing. `heading` is that of the export, `unit` how the figure is written there, and `step` the
    finest difference that its way of writing can tell.
    """

    heading: str
    unit: str
    measure: Measure
    step: int = 1
    taken: "array[int]" = field(default_factory=lambda: array("q"))


@dataclass(slots=True)
class OwnVerdicts:
    """One row a case: whether it was in time by another system's own judgment; -1 for not said."""

    heading: str
    kept: "array[int]" = field(default_factory=lambda: array("b"))
