"""Something that is to be done by a rule of the policy, and when."""

from dataclasses import dataclass
from enum import StrEnum

from goodword.businesstime.due import due_time
from goodword.businesstime.openings import Openings, openings_for
from goodword.policy.clause import Clause
from goodword.policy.hours import Hours
from goodword.policy.house_zone import house_zone
from goodword.policy.policy import Policy
from goodword.policy.quantity import Limit

# A worker that looks every few minutes is not late; one that was down is.
GRACE_SECONDS = 300


class DutyKind(StrEnum):
    """What kind of thing falls due."""

    ESCALATION = "escalation"
    SURVEY = "survey"
    REFRESHER = "refresher"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing to do, as of `at`; instants are UTC seconds.

    It falls due at `due_at`, and is to be done by `by` where the clause names a time for that.
    `to` is the role it is for, `away` the role in whose place that stands. `words` say it to
    people. `key` is the same whenever the same duty is found again, so that it is done once.
    """

    kind: DutyKind
    clause: Clause
    due_at: int
    at: int
    words: str
    key: str
    to: str | None = None
    away: str | None = None
    by: int | None = None

    @property
    def is_due(self) -> bool:
        """Whether it is to be done now."""
        return self.due_at <= self.at

    @property
    def is_late(self) -> bool:
        """Whether it should have been done before, as when nobody was looking."""
        latest = self.due_at + GRACE_SECONDS if self.by is None else self.by
        return self.at > latest


def usable(openings: Openings | None, policy: Policy, around: int) -> Openings:
    """Return the openings, or ones that know only the policy's zone (else UTC)."""
    if openings is not None:
        return openings
    return openings_for(policy.hours or Hours(house_zone(policy)), around)


def after(length: Limit, policy: Policy, openings: Openings | None, start: int) -> int:
    """Return the instant that lies a length of time after `start`, counted as the policy counts.

    Raises NeverOpenError where working time is needed and there is none.
    """
    return due_time(length, usable(openings, policy, start), start)
