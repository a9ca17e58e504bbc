"""How far a clause of authority reaches: what it says of one request, and of a stretch of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goodword.document.echo_amounts import money
from goodword.document.echo_authority import action as action_words
from goodword.document.echo_authority import share_words
from goodword.language.en.echo_phrases import ACTIONS, WITH_OF
from goodword.policy.authority import ApprovalRule, Authority, Prohibition
from goodword.policy.condition import Compare, Condition, Operator
from goodword.policy.policy import Policy
from goodword.policy.quantity import Duration, Money, Unit

CENT = Decimal("0.01")
ENDLESS = Decimal("Infinity")
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}
_ABOVE = frozenset({Operator.MORE, Operator.AT_LEAST})
Ruled = Authority | ApprovalRule | Prohibition


@dataclass(frozen=True, slots=True)
class Measure:
    """What a limit is counted in: amounts of a currency, for each of something, or shares.

    `currency` is empty for shares of `share_of`.
    """

    currency: str = ""
    each: str | None = None
    share_of: str = ""

    def words(self, size: Decimal, policy: Policy) -> str:
        """Return a size as people write it: `$50`, `20% of the price`, `$30 for each bag`."""
        if self.share_of:
            return share_words(size, self.share_of)
        each = f" for each {self.each}" if self.each else ""
        return f"{money(Money(size, self.currency), policy)}{each}"

    @property
    def unit(self) -> Decimal:
        """The step within which a ladder has no hole: people write "$0 to $50, $51 to $200"."""
        return CENT if self.share_of else Decimal(1)


def doing(action: str, size: str, goods: str | None = None) -> str:
    """Return an action with a size: `refund $50`, `give a discount of more than 10%`."""
    words = action_words(action, goods)
    if words.endswith(" the fee"):
        words = words.replace(" the fee", " a fee of")
    elif action in WITH_OF or (" " in words and action not in ACTIONS and goods is None):
        words = f"{words} of"
    return f"{words} {size}"


@dataclass(frozen=True, slots=True, order=True)
class Band:
    """Sizes above `low` (exclusive) up to `high` (inclusive)."""

    low: Decimal
    high: Decimal


def reaches(clause: Authority | ApprovalRule) -> Iterator[tuple[Measure, Band]]:
    """Yield each measure by which a clause is bounded, with what it decides by it.

    Nothing where it is bounded by no amount at all, or by a length of time.
    """
    if isinstance(clause, Authority):
        endless = clause.approver is not None  # who may allow what is beyond the limit
        if clause.limit is not None:
            high = clause.limit.amount - (CENT if clause.below else 0)
            low = clause.begins.amount - CENT if clause.begins is not None else Decimal(0)
            yield (
                Measure(clause.limit.currency, clause.each),
                Band(max(Decimal(0), low), ENDLESS if endless else high),
            )
        if clause.share is not None:
            yield (
                Measure(share_of=clause.share_of),
                Band(Decimal(0), ENDLESS if endless else clause.share),
            )
        return
    bound = clause.over or clause.up_to
    if bound is not None:
        low = clause.over.amount if clause.over is not None else Decimal(0)
        low = max(Decimal(0), low - CENT) if clause.at_least else low
        high = clause.up_to.amount if clause.up_to is not None else ENDLESS
        yield Measure(bound.currency), Band(low, high)
    if clause.over_share is not None or clause.up_to_share is not None:
        low = clause.over_share or Decimal(0)
        high = clause.up_to_share if clause.up_to_share is not None else ENDLESS
        yield Measure(share_of=clause.share_of), Band(low, high)


def is_boundless(clause: Authority | ApprovalRule) -> bool:
    """Whether a clause names no limit of any kind."""
    longest = clause.longest if isinstance(clause, Authority) else None
    return longest is None and not any(True for _ in reaches(clause))


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks for: an amount, on a price, for a number of things, or a length of time.

    `days` is None where no length is asked for.
    """

    amount: Decimal
    price: Decimal
    number: int = 1
    days: int | None = None


def rough_days(length: Duration) -> int:
    """Return a length in days, near enough to tell which of two is longer."""
    return length.amount * _DAYS[length.unit] if length.unit in _DAYS else 0


def amount_above(condition: Condition | None) -> Decimal | None:
    """Return the amount above which a condition holds, where that is all it says."""
    if (
        isinstance(condition, Compare)
        and condition.name == "amount"
        and condition.operator in _ABOVE
        and isinstance(condition.value, Decimal)
    ):
        return condition.value
    return None


def answer(clause: Ruled, role: str, asked: Asked) -> str:
    """Return what a clause says to a role that asks; nothing where it does not speak of it."""
    if isinstance(clause, Prohibition):
        above = amount_above(clause.condition)
        return "forbids it" if above is None or asked.amount > above else ""
    if isinstance(clause, ApprovalRule):
        if not _asks(clause, asked):
            return ""
        return "forbids it" if clause.only else "asks for approval"
    if clause.only and clause.role != role:
        return "forbids it"
    return "allows it" if _allows(clause, asked) else "does not allow it"


def _asks(rule: ApprovalRule, asked: Asked) -> bool:
    """Whether what is asked for lies between the bounds from which on approval is needed."""
    if rule.over is not None and not _is_over(asked.amount, rule.over.amount, rule):
        return False
    if rule.over_share is not None and not _is_over(
        asked.amount, rule.over_share * asked.price, rule
    ):
        return False
    if rule.up_to is not None and asked.amount > rule.up_to.amount:
        return False
    return rule.up_to_share is None or asked.amount <= rule.up_to_share * asked.price


def _is_over(amount: Decimal, bound: Decimal, rule: ApprovalRule) -> bool:
    return amount >= bound if rule.at_least else amount > bound


def _allows(clause: Authority, asked: Asked) -> bool:
    if clause.longest is not None and (asked.days or 0) > rough_days(clause.longest):
        return False
    if clause.share is not None and asked.amount > clause.share * asked.price:
        return False
    if clause.limit is None:
        return True
    most = clause.limit.amount * (asked.number if clause.each is not None else 1)
    return asked.amount < most if clause.below else asked.amount <= most
