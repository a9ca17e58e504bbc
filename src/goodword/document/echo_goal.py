"""Goals, what excellent means, and short-staffed days said back."""

from goodword.document.echo_amounts import full_date, listed
from goodword.document.echo_condition import ended
from goodword.document.echo_situation import lowered
from goodword.policy.goal import Excellence, Goal, ShortStaffed
from goodword.policy.policy import Policy


def goal(clause: Goal, policy: Policy) -> str:
    """Return the goal, what it is measured by, and until when it is to be reached."""
    del policy
    parts = [f"Goal: {clause.words}"]
    if clause.measured_by:
        parts.append(f"measured by {clause.measured_by}")
    if clause.by is not None:
        parts.append(f"by {full_date(clause.by)}")
    return ended("; ".join(parts))


def excellence(clause: Excellence, policy: Policy) -> str:
    """Return what excellent means here."""
    del policy
    return ended(f"Excellent {clause.of} means {clause.words}")


def short_staffed(clause: ShortStaffed, policy: Policy) -> str:
    """Return what comes first on a day with too few people, and what is done then."""
    del policy
    parts = [f"{listed(clause.first)} come first"] if clause.first else []
    parts += [lowered(step.words) for step in clause.steps]
    return ended(f"When {clause.name}, {'; '.join(parts)}")
