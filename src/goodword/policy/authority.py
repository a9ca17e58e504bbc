"""Who may give what, up to which limit, and who decides above it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from goodword.policy.clause import Clause
from goodword.policy.quantity import Money


class Per(StrEnum):
    """What a limit is counted over."""

    CASE = "case"
    CUSTOMER = "customer"
    PERSON = "person"
    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Cap:
    """At most `count` times, or `money` in all, per customer or case in `days` days.

    `days` None means ever. "Once per client in 90 days" is Cap(per=CUSTOMER, days=90, count=1).
    """

    per: Per
    days: int | None = None
    count: int | None = None
    money: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority(Clause):
    """`role` may do `action` (a slug: refund, waive_fee, give_goods), with a limit.

    `role` "anyone" is every team member. `limit` None means no money limit was said. `goods`
    names what may be given ("a free session") and `goods_value` what one is worth, so that it
    counts to the same caps. `approver` may allow what is beyond the limit; None leaves it to the
    ladder. `only` is True for "Only the owner may …": nobody else, whatever other clauses say.
    """

    role: str
    action: str
    limit: Money | None = None
    per: Per | None = None
    goods: str | None = None
    goods_value: Money | None = None
    caps: tuple[Cap, ...] = ()
    approver: str | None = None
    only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRule(Clause):
    """Beyond `over` (exclusive) and up to `up_to` (inclusive), `action` needs `approver`."""

    action: str
    over: Money | None
    up_to: Money | None
    approver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prohibition(Clause):
    """`role` (or anyone) must never do `action`, except the roles named in `except_roles`."""

    role: str
    action: str
    except_roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CapRule(Clause):
    """However much a role may give, `action` (None: anything given) stays within these `caps`.

    "No more than 3 refunds a client a year" permits nothing by itself; it bounds what other
    clauses permit, for `role` or anyone.
    """

    action: str | None
    caps: tuple[Cap, ...]
    role: str = "anyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Precondition(Clause):
    """Before `action`, `role` (or anyone) does what `do` says: "check the payment"."""

    action: str
    do: str
    role: str = "anyone"


class Basis(StrEnum):
    """What a formula is a share of."""

    PRICE = "price"


@dataclass(frozen=True, slots=True)
class Formula:
    """A share of the price, up to a cap: `10% up to $50`."""

    share: Decimal
    of: Basis = Basis.PRICE
    cap: Money | None = None
