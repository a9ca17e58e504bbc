"""What happened under a policy since it was last looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from goodword.metric.estimate import Estimate


@dataclass(frozen=True, slots=True)
class Approvals:
    """How often somebody had to ask, how often the answer was yes, and the amounts asked for."""

    asked: int
    granted: int
    amounts: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """A decision outside a clause, with the reason that was given. It names nobody."""

    clause_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Learnt:
    """How many answers to the questions on a clause there were, and how many were right."""

    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class Practice:
    """The evidence, by clause id; a clause that is missing from a mapping has none.

    `estimates` are the track records of promises. `approvals` belong to the clause whose limit
    made people ask. `uses` counts decisions, cases and lookups that a clause stood behind, None
    where nobody counted. `in_force_since` is the instant (UTC seconds) from which a clause has
    said what it says now. `reviewed_at` is the instant of the last review.
    """

    estimates: Mapping[str, Estimate] = field(default_factory=dict)
    approvals: Mapping[str, Approvals] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    learnt: Mapping[str, Learnt] = field(default_factory=dict)
    uses: Mapping[str, int] | None = None
    in_force_since: Mapping[str, int] = field(default_factory=dict)
    reviewed_at: int | None = None
    without_example: frozenset[str] = frozenset()
