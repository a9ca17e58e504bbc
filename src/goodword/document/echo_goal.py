"""Goals, what excellent means, and short-staffed days said back."""

import re

from goodword.document.echo_amounts import full_date, listed
from goodword.document.echo_condition import ended
from goodword.document.echo_situation import lowered
from goodword.document.goal_served import serving
from goodword.policy.goal import Excellence, Goal, ShortStaffed
from goodword.policy.policy import Policy

_SHOWN = 3
_LONGEST = 60


def goal(clause: Goal, policy: Policy) -> str:
    """Return the goal, what it is measured by, and until when it is to be reached."""
    parts = [f"Goal: {clause.words}"]
    if clause.measured_by:
        parts.append(f"measured by {clause.measured_by}")
    if clause.by is not None:
        parts.append(f"by {full_date(clause.by)}")
    if clause.served_by:
        parts.append(f"served by {listed(clause.served_by)}")
    said = [one.text.strip(" .") for one in serving(clause, policy) if one.text.strip()]
    if not said:
        return ended("; ".join(parts))
    more = f" and {len(said) - _SHOWN} more" if len(said) > _SHOWN else ""
    shown = "; ".join(f'"{_short(one)}"' for one in said[:_SHOWN])
    return ended(f"{'; '.join(parts)} (what serves it: {shown}{more})")


def _short(text: str) -> str:
    """Return the first words of a clause, on one line and without marks that end a sentence."""
    flat = " ".join(text.replace('"', "'").split())
    cut = flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rsplit(' ', 1)[0]} …"
    return re.sub(r"[.!?]+(?= |$)", ";", cut).rstrip("; ")


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
