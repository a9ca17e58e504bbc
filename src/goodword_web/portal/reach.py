"""How to reach us and when, taken from the policy for public pages."""

from goodword.businesstime.arithmetic import is_open, next_open
from goodword.document.echo import echo
from goodword.errors import GoodwordError
from goodword.policy.definition import ChannelClause, ClosureClause, HoursClause, PartHours
from goodword.policy.policy import Policy
from goodword_web.policies.queries import openings


def ways_to_reach(policy: Policy) -> tuple[tuple[str, str], ...]:
    """Return each channel as (its name in words, its address as written)."""
    return tuple(
        (clause.channel.replace("_", " ").capitalize(), clause.address)
        for clause in policy.of_kind(ChannelClause)
        if clause.address
    )


def opening_lines(policy: Policy, at: int) -> dict[str, object]:
    """Return what a visitor wants to know of our hours: in words, and whether we are open now.

    `opens_at` is the next opening in UTC seconds while we are closed, else None.
    """
    said = tuple(
        clause.text or echo(clause, policy)
        for clause in policy.clauses
        if isinstance(clause, HoursClause | PartHours | ClosureClause)
    )
    try:
        around = openings(policy, at)
        if around is None:
            return {"said": said, "is_known": False}
        open_now = is_open(around, at)
        opens_at = None if open_now else next_open(around, at)
    except GoodwordError:
        return {"said": said, "is_known": False}
    return {"said": said, "is_known": True, "is_open": open_now, "opens_at": opens_at}
