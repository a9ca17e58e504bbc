"""Whom to ask: the ladder of roles for an action, and who stands in for whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goodword.decision.decision import Facts
from goodword.decision.evaluate import evaluate
from goodword.decision.matter import Matter
from goodword.decision.naming import known_roles
from goodword.decision.permission import Standing, Weighed, forbids, is_for, own_limit, weigh
from goodword.decision.rank import below
from goodword.policy.authority import Authority, Prohibition
from goodword.policy.clause import Clause
from goodword.policy.condition import Fact
from goodword.policy.definition import RoleClause
from goodword.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class Rung:
    """A role to ask. `clause` gives it the authority, None where the policy names nobody.

    `away` is the role in whose place it stands.
    """

    role: str
    clause: Clause | None = None
    away: str | None = None


def is_away(role: str, facts: Facts) -> bool:
    """Whether the role is known to be away; unknown is not away."""
    return evaluate(Fact(f"away_{role}"), facts) is True


def deputy_of(policy: Policy, role: str) -> str | None:
    """Return who takes over when the role is away, as far as the policy says."""
    for clause in policy.of_kind(RoleClause):
        if clause.role == role and clause.deputy:
            return clause.deputy
    return next((one.deputy for one in policy.roles if one.slug == role), None)


def present(policy: Policy, role: str, facts: Facts) -> str | None:
    """Return the role, or who stands in for it while it is away; None where everybody is away."""
    seen: set[str] = set()
    standing: str | None = role
    while standing is not None and is_away(standing, facts):
        seen.add(standing)
        standing = deputy_of(policy, standing)
        if standing in seen:
            return None
    return standing


def hats_of(policy: Policy, role: str, facts: Facts) -> tuple[str, ...]:
    """Return the role and every role in whose place it stands while that is away."""
    others = (
        other
        for other in known_roles(policy)
        if other != role and is_away(other, facts) and present(policy, other, facts) == role
    )
    return (role, *others)


def standing_of(matter: Matter) -> Standing:
    """Return how far the asker of a matter may decide it alone."""
    for prohibition in matter.of_kind(Prohibition):
        if forbids(prohibition, matter) and matter.binds(prohibition):
            return Standing.OUT_OF_PLACE
    if outside_only(matter):
        return Standing.OUT_OF_PLACE
    return max((one.standing for one in weigh(matter)), default=Standing.OUT_OF_PLACE)


def outside_only(matter: Matter) -> tuple[Authority, ...]:
    """Return the clauses by which only others may, empty where the asker is among them."""
    only = tuple(
        clause for clause in matter.of_kind(Authority) if clause.only and matter.binds(clause)
    )
    return () if any(is_for(clause, matter) for clause in only) else only


def next_up(matter: Matter, weighed: tuple[Weighed, ...]) -> Rung | None:
    """Return the next role up that may allow the matter, or who stands in for it.

    The order is: the approver that the asker's own clause names, the approver of the band, then
    the role with the next higher limit. A role whose own limit is too low is passed over. None
    where no clause names anybody who may.
    """
    possible: list[Rung] = []
    band = weighed[0].band if weighed else None
    if band is not None and band.also:
        # None of those who must agree may alone, so the first of them is asked.
        first = next((one for one in (band.approver, *band.also) if one not in matter.hats), None)
        if first is not None:
            return _in_person(matter, Rung(first, band))
    # Of a role without a clause of its own nobody below it is asked.
    lower = frozenset() if weighed else below(matter.role, matter)
    for role, clause in _candidates(matter, weighed):
        if role in matter.hats or role in lower:
            continue
        asked = matter.as_asked_by(role)
        standing = standing_of(asked)
        rung = Rung(role, clause or _first_clause(asked))
        if standing is Standing.GRANTS:
            return _in_person(matter, rung)
        if standing is Standing.OPEN:
            possible.append(rung)
    return _in_person(matter, possible[0]) if possible else None


def below_who_may(matter: Matter) -> Rung | None:
    """Return a role that may do this alone and stands below the asker, of whom nothing is said."""
    lower = below(matter.role, matter)
    for role in ladder(matter) if lower else ():
        if role in matter.hats or role not in lower:
            continue
        asked = matter.as_asked_by(role)
        if standing_of(asked) is Standing.GRANTS:
            return Rung(role, _first_clause(asked))
    return None


def owner_rung(matter: Matter) -> Rung | None:
    """Return the policy's owner, or who stands in, to be asked where nobody is named."""
    owner = matter.policy.owner
    if owner is None:
        limits = {role: own_limit(role, matter) for role in known_roles(matter.policy)}
        owner = max(limits, key=lambda role: limits[role], default=None)
        if owner is None or limits[owner] < 0:
            return None
    return None if owner in matter.hats else _in_person(matter, Rung(owner))


def _candidates(
    matter: Matter, weighed: tuple[Weighed, ...]
) -> Iterator[tuple[str, Clause | None]]:
    for one in weighed:
        if isinstance(one.clause, Authority) and one.clause.approver:
            yield one.clause.approver, one.clause
    for one in weighed:
        if one.band is not None:
            yield one.band.approver, one.band
    yield from ((role, None) for role in ladder(matter))


def ladder(matter: Matter) -> tuple[str, ...]:
    """Return the roles for the action, the lowest limit first; those without a limit last."""

    def height(role: str) -> Decimal:
        limit = own_limit(role, matter)
        return limit if limit >= 0 else Decimal("Infinity")

    return tuple(sorted(known_roles(matter.policy), key=height))


def _first_clause(matter: Matter) -> Clause | None:
    best = weigh(matter)
    return best[0].clause if best else None


def _in_person(matter: Matter, rung: Rung) -> Rung:
    standing = present(matter.policy, rung.role, matter.facts)
    if standing is None or standing == rung.role or standing in matter.hats:
        return rung
    return Rung(standing, rung.clause, away=rung.role)
