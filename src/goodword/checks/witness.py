"""A case on which two clauses differ, found by search over the boundary values."""

from dataclasses import dataclass
from decimal import Decimal

from goodword.businesstime.due import due_time
from goodword.businesstime.openings import openings_for
from goodword.businesstime.zone import local
from goodword.checks.arrivals import arrivals
from goodword.checks.dead_clauses import amount_above
from goodword.document.echo_amounts import duration, money, role_name, with_article
from goodword.document.echo_authority import action as action_words
from goodword.policy.authority import ApprovalRule, Authority, Prohibition
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.quantity import Counting, Duration, Money, Unit

CENT = Decimal("0.01")
_ROUGH_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}
DAY = 86_400


@dataclass(frozen=True, slots=True)
class Witness:
    """A case in words, and what each of the two clauses answers on it."""

    case: str
    one: str
    other: str


def of_authorities(
    one: Authority, other: Authority | Prohibition | ApprovalRule, policy: Policy
) -> Witness | None:
    """Return an amount that the two clauses answer differently, a round one where there is one."""
    currency = next((limit.currency for limit in _limits(one, other)), policy.currency)
    # "Only the owner may" is put to the test by somebody else.
    asker = other.role if one.only and isinstance(other, Authority) else one.role
    for amount in _boundaries(one, other):
        mine, yours = _answer(one, asker, amount), _answer(other, asker, amount)
        if mine != yours and "" not in {mine, yours} and "allows it" in {mine, yours}:
            who = "anyone" if asker == "anyone" else with_article(role_name(asker, policy))
            what = action_words(one.action, one.goods)
            priced = any(_limits(one, other))
            amount_words = money(Money(amount, currency), policy)
            case = f"{who} wants to {what} {amount_words}" if priced else f"{who} wants to {what}"
            return Witness(case[:1].upper() + case[1:], mine, yours)
    return None


def _limits(*clauses: Authority | Prohibition | ApprovalRule) -> list[Money]:
    found: list[Money | None] = []
    for clause in clauses:
        if isinstance(clause, Authority):
            found.append(clause.limit)
        elif isinstance(clause, ApprovalRule):
            found.extend((clause.over, clause.up_to))
    return [limit for limit in found if limit is not None]


def _boundaries(*clauses: Authority | Prohibition | ApprovalRule) -> list[Decimal]:
    """Return the limits and the amounts just below and above them, round amounts first."""
    tops = [amount_above(one.condition) for one in clauses if isinstance(one, Prohibition)]
    limits = [limit.amount for limit in _limits(*clauses)]
    limits += [top for top in tops if top is not None]
    steps = (-CENT, Decimal(0), CENT, Decimal(10))
    around = {limit + step for limit in limits for step in steps}
    wanted = [amount for amount in around if amount > 0] or [Decimal(1)]
    return sorted(wanted, key=lambda amount: (amount != amount.to_integral_value(), amount))


def _answer(clause: Authority | Prohibition | ApprovalRule, role: str, amount: Decimal) -> str:
    """Return what a clause says of an amount; nothing where it does not speak of it."""
    if isinstance(clause, Prohibition):
        above = amount_above(clause.condition)
        return "forbids it" if above is None or amount > above else ""
    if isinstance(clause, ApprovalRule):
        low = clause.over.amount if clause.over else Decimal(0)
        asks = (amount > low or (clause.at_least and amount == low)) and (
            clause.up_to is None or amount <= clause.up_to.amount
        )
        return "asks for approval" if asks else ""
    if clause.only and clause.role != role:
        return "forbids it"
    within = clause.limit is None or amount <= clause.limit.amount
    if clause.below and clause.limit is not None and amount == clause.limit.amount:
        within = False
    return "allows it" if within else "does not allow it"


def of_promises(one: Promise, other: Promise, policy: Policy, at: int) -> Witness | None:
    """Return a case that keeps the one promise and breaks the other."""
    mine, yours = one.limit, other.limit
    if isinstance(mine, Duration) and isinstance(yours, Duration):
        lengths = _comparable(mine, yours)
        if lengths is not None:
            if lengths[0] == lengths[1]:
                return None
            sooner = lengths[0] < lengths[1]
            after = duration(yours if sooner else mine)
            broken, kept = "says we broke our word", "says we kept it"
            return Witness(
                f"A case that is done after {after}",
                broken if sooner else kept,
                kept if sooner else broken,
            )
    return _by_calendar(one, other, policy, at)


def _comparable(one: Duration, other: Duration) -> tuple[int, int] | None:
    """Return two lengths that can be compared without a calendar."""
    if one.counting is other.counting and one.is_exact and other.is_exact:
        return one.seconds, other.seconds
    if Counting.WORKING not in {one.counting, other.counting}:
        return _rough_seconds(one), _rough_seconds(other)
    if one.counting is other.counting and one.unit is other.unit:
        return one.amount, other.amount
    return None


def _rough_seconds(length: Duration) -> int:
    return length.seconds if length.is_exact else length.amount * _ROUGH_DAYS[length.unit] * DAY


def _by_calendar(one: Promise, other: Promise, policy: Policy, at: int) -> Witness | None:
    hours = policy.hours
    if hours is None or not hours.ever_open:
        return None
    openings = openings_for(hours, at)
    for arrival in arrivals(openings, at):
        mine = due_time(one.limit, openings, arrival)
        yours = due_time(other.limit, openings, arrival)
        if mine == yours:
            continue
        started, done = (
            f"{local(instant, hours.zone):%A %-d %B %Y at %H:%M}"
            for instant in (arrival, max(mine, yours))
        )
        broken, kept = "says we broke our word", "says we kept it"
        return Witness(
            f"A case that arrives on {started} and is done on {done}",
            broken if mine < yours else kept,
            kept if mine < yours else broken,
        )
    return None
