"""Who decides how much: amounts that nobody decides, and amounts that two decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goodword.checks.contradictions import by_amount
from goodword.checks.evidence import Evidence
from goodword.document.echo_amounts import money, role_name
from goodword.document.echo_authority import action as action_words
from goodword.document.reading import Reading
from goodword.policy.authority import ApprovalRule, Authority, Prohibition
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money
from goodword.problem import Fix, Problem, Severity

CENT = Decimal("0.01")
ENDLESS = Decimal("Infinity")
_LEADERS = frozenset({"owner", "manager", "director", "partner", "principal", "head", "lead"})


@dataclass(frozen=True, slots=True, order=True)
class Band:
    """Amounts above `low` (exclusive) up to `high` (inclusive) that somebody decides."""

    low: Decimal
    high: Decimal


def ladder_gaps(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for each stretch of amounts that nobody may decide."""
    policy = reading.policy
    if _is_alone(policy):
        return
    for action, currency in _laddered(policy):
        clauses = _rungs(policy, action, currency)
        bands = sorted(band for clause in clauses for band in _bands(clause))
        if _is_closed(policy, action):
            continue
        if not clauses:
            continue
        permits = any(isinstance(clause, Authority) for clause in clauses)
        # Where nothing is permitted, what lies below the first approval is not asked about.
        reached = Decimal(0) if permits else bands[0].low
        for band in bands:
            if band.low > reached:
                yield _gap(policy, action, currency, Band(reached, band.low), clauses)
            reached = max(reached, band.high)
        if reached < ENDLESS:
            yield _gap(policy, action, currency, Band(reached, ENDLESS), clauses)


def _is_alone(policy: Policy) -> bool:
    """Whether the owner is the only one there: then nobody else could be asked."""
    return [role.slug for role in policy.roles] == [policy.owner]


def _laddered(policy: Policy) -> tuple[tuple[str, str], ...]:
    """Return each action that is limited by amounts, with the currency of the amounts."""
    found: dict[tuple[str, str], None] = {}
    for clause in policy.clauses:
        if isinstance(clause, Authority) and clause.action == "accept_gift":
            continue
        if isinstance(clause, Authority) and clause.limit and not clause.goods:
            found[clause.action, clause.limit.currency] = None
        elif isinstance(clause, ApprovalRule):
            amount = clause.over or clause.up_to
            if amount:
                found[clause.action, amount.currency] = None
    return tuple(found)


def _rungs(policy: Policy, action: str, currency: str) -> tuple[Authority | ApprovalRule, ...]:
    return tuple(
        clause
        for clause in policy.clauses
        if isinstance(clause, Authority | ApprovalRule)
        and clause.action == action
        and not (isinstance(clause, Authority) and clause.goods)
        and by_amount(clause)
        and all(amount.currency == currency for amount in _amounts(clause))
    )


def _amounts(clause: Authority | ApprovalRule) -> Iterator[Money]:
    found = (clause.limit,) if isinstance(clause, Authority) else (clause.over, clause.up_to)
    yield from (amount for amount in found if amount is not None)


def _bands(clause: Authority | ApprovalRule) -> Iterator[Band]:
    if isinstance(clause, Authority):
        # An approver may allow what is beyond the limit.
        beyond = clause.limit is None or clause.approver is not None
        yield Band(Decimal(0), ENDLESS if beyond or clause.limit is None else clause.limit.amount)
    else:
        yield _approval_band(clause)


def _approval_band(clause: ApprovalRule) -> Band:
    low = clause.over.amount if clause.over else Decimal(0)
    return Band(
        max(Decimal(0), low - CENT) if clause.at_least else low,
        clause.up_to.amount if clause.up_to else ENDLESS,
    )


def _is_closed(policy: Policy, action: str) -> bool:
    """Whether the policy itself says where it ends ("No one may refund over $2,000")."""
    return any(
        clause.action == action and clause.role == "anyone" and clause.condition is not None
        for clause in policy.of_kind(Prohibition)
    )


def _gap(
    policy: Policy,
    action: str,
    currency: str,
    band: Band,
    clauses: tuple[Authority | ApprovalRule, ...],
) -> Problem:
    doing = action_words(action)
    low = money(Money(band.low, currency), policy)
    if band.high == ENDLESS:
        what = f"Nobody may {doing} more than {low}"
        asked = f"{doing.capitalize()}s over {low} need the {_highest(policy, clauses)}'s approval."
    else:
        high = money(Money(band.high, currency), policy)
        what = f"Nobody may {doing} more than {low} and up to {high}"
        asked = (
            f"{doing.capitalize()}s between {low} and {high} need the "
            f"{_highest(policy, clauses)}'s approval."
        )
    below = [clause for clause in clauses if any(one.high == band.low for one in _bands(clause))]
    place = below[0] if below else clauses[0]
    return Problem(
        code="AU02",
        severity=Severity.WARNING,
        message=f"{what}, so a customer who should have it waits while people look for somebody. "
        "Say who decides, or say that nobody does.",
        span=place.span,
        fix=Fix(label="Add the missing rung", replacement=asked),
        related=tuple(clause.span for clause in clauses if clause is not place),
    )


def _highest(policy: Policy, clauses: tuple[Clause, ...]) -> str:
    """Return who might decide beyond the ladder: the owner, or somebody not on it yet."""
    if policy.owner:
        return role_name(policy.owner, policy)
    climbing = {clause.role for clause in clauses if isinstance(clause, Authority)}
    above = [role_name(one.slug, policy) for one in policy.roles if one.slug not in climbing]
    leading = [name for name in above if set(name.lower().split()) & _LEADERS]
    return next(iter(leading or above), "owner")


def ladder_overlaps(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning where two approvals of different roles claim the same amounts.

    One that lies wholly inside another ("over $200", "over $1,000") is the next rung, no overlap.
    """
    policy = reading.policy
    rules = policy.of_kind(ApprovalRule)
    for later, rule in enumerate(rules):
        for earlier in rules[:later]:
            shared = _shared(earlier, rule)
            if shared is None:
                continue
            currency = next(_amounts(rule)).currency
            low = money(Money(shared.low, currency), policy)
            high = money(Money(shared.high, currency), policy)
            witness = f"{action_words(rule.action)} of {high}"
            yield Problem(
                code="AU04",
                severity=Severity.WARNING,
                message=f"Over {low} and up to {high}, two sentences decide: a {witness} goes to "
                f"the {role_name(earlier.approver, policy)} by one and to the "
                f"{role_name(rule.approver, policy)} by the other. "
                f"Let one end where the other begins.",
                span=rule.span,
                related=(earlier.span,),
            )


def _shared(one: ApprovalRule, other: ApprovalRule) -> Band | None:
    if one.action != other.action or one.approver == other.approver:
        return None
    if one.condition != other.condition or one.exception != other.exception:
        return None
    if len({amount.currency for rule in (one, other) for amount in _amounts(rule)}) != 1:
        return None
    mine, yours = _approval_band(one), _approval_band(other)
    band = Band(max(mine.low, yours.low), min(mine.high, yours.high))
    nested = band in {mine, yours} and mine != yours
    return None if band.low >= band.high or nested or band.high == ENDLESS else band
