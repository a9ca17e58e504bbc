"""When the policy itself is to be looked at again."""

from collections.abc import Mapping
from datetime import time

from goodword.businesstime.openings import Openings
from goodword.businesstime.zone import instant_of
from goodword.document.echo_amounts import plain_duration, spoken
from goodword.duty.duty import Duty, DutyKind, after, usable
from goodword.policy.definition import EffectiveClause
from goodword.policy.duty import ReviewRule
from goodword.policy.policy import Policy

NOTHING: Mapping[str, int] = {}


def review_due(
    policy: Policy,
    openings: Openings | None,
    last_reviewed_at: int | None,
    *,
    at: int,
    happened: Mapping[str, int] = NOTHING,
) -> Duty | None:
    """Return the next review, None where the policy sets none or no day to count from is known.

    It may lie ahead: `is_due` says. It is counted from the last review, else from the day the
    policy began to apply. `happened` tells the latest instant of events that call for a review
    (by slug, as in `ReviewRule.after`): one since the last review makes it due at that instant.
    """
    rule = next(iter(policy.of_kind(ReviewRule)), None)
    since = last_reviewed_at
    if since is None:
        since = _began(policy, openings, at)
    if rule is None:
        return None
    called = [
        (instant, event)
        for event, instant in happened.items()
        if event in rule.after and instant <= at and (since is None or instant > since)
    ]
    due: list[tuple[int, str]] = [
        (instant, f"Review the policy: {spoken(event)}.") for instant, event in called
    ]
    if since is not None:
        interval = plain_duration(rule.every)
        due_at = after(rule.every, policy, openings, since)
        due.append((due_at, f"Review the policy, as we do every {interval}."))
    if not due:
        return None
    due_at, words = min(due)
    return Duty(
        kind=DutyKind.REVIEW,
        clause=rule,
        due_at=due_at,
        at=at,
        words=words,
        key=f"{rule.id}:{due_at}",
        to=rule.owner or policy.owner,
    )


def _began(policy: Policy, openings: Openings | None, at: int) -> int | None:
    dates = [one.applies_from for one in policy.of_kind(EffectiveClause) if one.applies_from]
    if not dates:
        return None
    return instant_of(max(dates), time(0), usable(openings, policy, at).hours.zone)
