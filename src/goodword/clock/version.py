"""Which version of the policy judges: the one in force when the clock started."""

from collections.abc import Sequence

from goodword.businesstime.openings import openings_for
from goodword.case.case import Case
from goodword.clock.clock import Clock
from goodword.clock.run import run_clocks
from goodword.policy.policy import Policy

Versions = Sequence[tuple[int, Policy]]


def version_at(versions: Versions, instant: int) -> Policy | None:
    """Return the policy in force at the instant; None before the first.

    `versions` are (effective from in UTC seconds, policy). Of two with the same instant the later
    one in the sequence counts.
    """
    index = _index_at(versions, instant)
    return None if index is None else versions[index][1]


def _index_at(versions: Versions, instant: int) -> int | None:
    begun = [index for index, (begins, _) in enumerate(versions) if begins <= instant]
    return max(begun, key=lambda index: (versions[index][0], index)) if begun else None


def run_clocks_in_force(versions: Versions, case: Case, *, at: int) -> tuple[Clock, ...]:
    """Return the case's clocks, each under the version in force when that clock started."""
    clocks: list[Clock] = []
    for index, (_, policy) in enumerate(versions):
        openings = None if policy.hours is None else openings_for(policy.hours, at)
        clocks.extend(
            clock
            for clock in run_clocks(policy, openings, case, at=at)
            if _index_at(versions, clock.began_at) == index
        )
    return tuple(clocks)
