"""The public promises on one page."""

from dataclasses import dataclass

from goodword.document.echo import echo
from goodword.policy.clause import Audience
from goodword.policy.definition import (
    ChannelClause,
    ClosureClause,
    HolidayClause,
    HoursClause,
    PartHours,
)
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.publishing.confidential import is_for_the_team
from goodword.publishing.counting import how_we_count


@dataclass(frozen=True, slots=True)
class CharterLine:
    """One sentence of the charter: as the policy words it, and as it runs."""

    clause_id: str
    words: str
    echo: str


@dataclass(frozen=True, slots=True)
class Charter:
    """What we promise everybody, when we are open, how to reach us and how we count."""

    title: str
    organisation: str
    promises: tuple[CharterLine, ...]
    hours: tuple[CharterLine, ...]
    contact: tuple[CharterLine, ...]
    counting: tuple[str, ...]


def charter(policy: Policy) -> Charter:
    """Return the public promises of a policy, and what is needed to hold us to them."""
    return Charter(
        title=policy.title,
        organisation=policy.organisation,
        promises=_lines(policy, Promise),
        hours=_lines(policy, HoursClause, PartHours, ClosureClause, HolidayClause),
        contact=_lines(policy, ChannelClause),
        counting=how_we_count(policy),
    )


def _lines(policy: Policy, *kinds: type) -> tuple[CharterLine, ...]:
    return tuple(
        CharterLine(clause.id, clause.text.strip(), echo(clause, policy))
        for clause in policy.clauses
        if isinstance(clause, kinds)
        and clause.audience is Audience.PUBLIC
        and not is_for_the_team(clause)
    )
