"""Why a due time is what it is, and how it went: steps that a customer can read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from goodword.clock.step import NO_SLOTS, Slot

STEP_CODES = (
    "started",
    "changed",
    "limit",
    "anchor",
    "counted",
    "day",
    "closed",
    "holiday",
    "closure",
    "clock_change",
    "paused",
    "reopened",
    "due",
    "told",
    "done",
    "late",
    "running",
    "waiting",
    "excused",
    "void",
)
"""The kinds of steps, in the order in which docs/reference/explanations.md tells of them."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One step: the instant it begins (UTC seconds), local time as text, and what happened.

    `code`, one of `STEP_CODES`, names the kind of step for programs; `words` is the sentence for
    people. `until` is the instant at which it ends, the same for what takes no
    time. `counted` is what is used up of the limit by then: seconds, or days where days are
    counted. `params` are what the sentence is made of, `phrase` which
    one of a pack's it is: `closed_weekend`.
    """

    at: int
    local: str
    code: str
    words: str
    until: int = 0
    counted: int = 0
    params: Mapping[str, Slot] = field(default_factory=lambda: NO_SLOTS)
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The one-line `summary`, the steps behind it, and the `verdict` in a sentence.

    `counts` says what the steps count up to the limit: `seconds`, `days`, or nothing where a limit
    is a point in time or runs to the end of a month. `language` is the one it is said in.
    """

    summary: str
    reasons: tuple[Reason, ...]
    verdict: str = ""
    language: str = "en"
    counts: str | None = None
