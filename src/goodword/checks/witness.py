"""A case on which two clauses differ, found by search over the boundary values."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goodword.businesstime.due import due_time
from goodword.businesstime.openings import openings_for
from goodword.businesstime.zone import local
from goodword.checks.arrivals import arrivals
from goodword.checks.reach import CENT, Asked, Ruled, amount_above, answer, doing, rough_days
from goodword.document.echo_amounts import (
    capitalised,
    counted,
    duration,
    money,
    role_name,
    with_article,
)
from goodword.document.echo_authority import action as action_words
from goodword.policy.authority import ApprovalRule, Authority, Prohibition
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.quantity import Counting, Duration, Money, Unit

ROUND_PRICE = Decimal(100)
_ROUGH_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}
DAY = 86_400


@dataclass(frozen=True, slots=True)
class Witness:
    """A case in words, and what each of the two clauses answers on it."""

    case: str
    one: str
    other: str


def of_authorities(one: Authority, other: Ruled, policy: Policy) -> Witness | None:
    """Return a request that the two clauses answer differently, a round one where there is one."""
    # "Only the owner may" is put to the test by somebody else.
    asker = other.role if one.only and isinstance(other, Authority) else one.role
    for asked in _requests(one, other):
        mine, yours = answer(one, asker, asked), answer(other, asker, asked)
        if mine != yours and "" not in {mine, yours} and "allows it" in {mine, yours}:
            return Witness(_case(one, other, asker, asked, policy), mine, yours)
    return None


def _case(one: Authority, other: Ruled, asker: str, asked: Asked, policy: Policy) -> str:
    """Return who asks for what, with every number that the two clauses look at."""
    who = _who(asker, one, policy)
    what = action_words(one.action, one.goods)
    limits, shares = _limits(one, other), _shares(one, other)
    things = [each for each in (_each(one), _each(other)) if each]
    if limits or shares:
        currency = limits[0].currency if limits else policy.currency
        what = doing(one.action, money(Money(asked.amount, currency), policy), one.goods)
        if shares:
            price = money(Money(asked.price, currency), policy)
            what = f"{what} where the {shares[0][1]} is {price}"
    if things:
        what = f"{what} for {counted(asked.number, things[0])}"
    if asked.days is not None:
        what = f"{what} by {counted(asked.days, 'day')}"
    words = f"{who} wants to {what}"
    return words[:1].upper() + words[1:]


def _who(asker: str, clause: Clause, policy: Policy) -> str:
    """Return a role with its article, and somebody's name without."""
    name = role_name(asker, policy)
    if asker == "anyone" or clause.text.startswith(f"{capitalised(name)} "):
        return name
    return with_article(name)


def _limits(*clauses: Ruled) -> list[Money]:
    found: list[Money | None] = []
    for clause in clauses:
        if isinstance(clause, Authority):
            found.append(clause.limit)
        elif isinstance(clause, ApprovalRule):
            found.extend((clause.over, clause.up_to))
    return [limit for limit in found if limit is not None]


def _shares(*clauses: Ruled) -> list[tuple[Decimal, str]]:
    """Return each share that is a bound, with what it is taken of."""
    found: list[tuple[Decimal | None, str]] = []
    for clause in clauses:
        if isinstance(clause, Authority):
            found.append((clause.share, clause.share_of))
        elif isinstance(clause, ApprovalRule):
            found += [(clause.over_share, clause.share_of), (clause.up_to_share, clause.share_of)]
    return [(part, of) for part, of in found if part]


def _each(clause: Ruled) -> str | None:
    return clause.each if isinstance(clause, Authority) else None


def _requests(*clauses: Ruled) -> Iterator[Asked]:
    """Yield requests at the bounds of the clauses, just below and above, round ones first.

    A share is asked of a round price, and of those prices at which it meets a limit.
    """
    lengths = [one.longest for one in clauses if isinstance(one, Authority) and one.longest]
    days = sorted({rough_days(one) + step for one in lengths for step in (0, 1)})
    shares = {part for part, _ in _shares(*clauses)}
    limits = {limit.amount for limit in _limits(*clauses)}
    tops = (amount_above(one.condition) for one in clauses if isinstance(one, Prohibition))
    limits |= {top for top in tops if top is not None}
    prices = [ROUND_PRICE]
    if shares and limits:
        meeting = {limit / part for limit in limits for part in shares}
        prices += sorted(
            price for meet in meeting for price in (meet, meet * 2) if price == round(price, 2)
        )
    numbers = (1, 2) if any(_each(one) for one in clauses) else (1,)
    for price in prices:
        for number in numbers:
            bounds = {limit * times for limit in limits for times in {1, number}}
            bounds |= {part * price for part in shares}
            for amount in _around(bounds):
                for length in days or (None,):
                    yield Asked(amount, price, number, length)


def _around(bounds: set[Decimal]) -> list[Decimal]:
    steps = (-CENT, Decimal(0), CENT, Decimal(10))
    wanted = {bound + step for bound in bounds for step in steps}
    positive = [amount for amount in wanted if amount > 0] or [Decimal(1)]
    return sorted(positive, key=lambda amount: (amount != amount.to_integral_value(), amount))


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
