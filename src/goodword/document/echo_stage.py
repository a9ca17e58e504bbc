"""Stages said back in one line."""

from goodword.document.echo_amounts import duration, plain_duration, role
from goodword.document.echo_condition import condition
from goodword.policy.policy import Policy
from goodword.policy.quantity import Duration
from goodword.policy.stage import Stage


def stage(clause: Stage, policy: Policy) -> str:
    """Return all that a clause says of one stage, each thing once."""
    parts = []
    if clause.name:
        parts.append(f'called "{clause.name}"')
    if clause.owner is not None:
        other = ", who did not handle it before" if clause.fresh else ""
        parts.append(f"looked after by {role(clause.owner, policy)}{other}")
    elif clause.fresh:
        parts.append("looked after by somebody who did not handle it before")
    if clause.ask_within is not None:
        parts.append(f"asked for within {_length(clause.ask_within)} of our answer")
    if clause.extension is not None:
        why = ", and we tell why" if clause.why else ""
        when = "where we need it"
        if clause.condition is not None:
            when = f"if {condition(clause.condition)}"
        parts.append(f"up to {_length(clause.extension)} longer {when}{why}")
    if clause.outside:
        parts.append(f"decided outside by the {clause.outside}")
    of = f"{'an' if clause.of[:1] in 'aeiou' else 'a'} {clause.of}"
    return f"Stage {clause.number} of {of}: {'; '.join(parts)}."


def _length(length: Duration) -> str:
    return duration(length) if length.is_exact else plain_duration(length)
