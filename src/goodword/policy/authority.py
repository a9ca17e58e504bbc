"""Who may give what, up to which limit, and who decides above it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from goodword.policy.clause import Clause
from goodword.policy.quantity import Duration, Money

# What a share is taken of where the words do not say.
PRICE = "price"


_OR = "_or_"


def joined_actions(actions: Iterable[str]) -> str:
    """Return one name for several actions that a clause speaks of: `refund_or_credit`."""
    return _OR.join(dict.fromkeys(actions))


def actions_of(name: str) -> tuple[str, ...]:
    """Return the actions that a clause's name joins: `refund_or_credit` is `refund` and `credit`.

    A name of one action is that action alone.
    """
    return tuple(name.split(_OR)) if _OR in name else (name,)


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
    `or_above` lets the roles above it do so too ("a supervisor or above").

    `share` is a limit as a share of `share_of` ("20% of the price"); with a `limit` beside it the
    lower of the two counts ("10% up to $50"). `each` says of what the limit holds for each one
    ("$30 for each bag"). `below` is True where the limit itself is too much ("less than $50").
    `longest` bounds what is given in time ("extend a loan by up to 2 weeks"). `begins` is where
    its part of a ladder begins ("$50.01 to $200"); less than that is within the limit too.
    `limit_of` names what its limit is looked up by in a table ("tier").
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
    or_above: bool = False
    share: Decimal | None = None
    share_of: str = PRICE
    each: str | None = None
    below: bool = False
    longest: Duration | None = None
    begins: Money | None = None
    limit_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRule(Clause):
    """Beyond `over` (exclusive) and up to `up_to` (inclusive), `action` needs `approver`.

    With `at_least` the amount `over` itself needs it too ("$500 or more"). `over_share` and
    `up_to_share` bound it by a share of `share_of`. `role` is whose giving needs it. `people` is
    how many must agree, so that two pairs of eyes see it; `approver` "anyone" is any colleague.
    The roles in `also` must approve it too, those in `instead` may in the approver's place.
    `only` is True for "Only the director may … over $500": nobody else does it, asked or not.
    """

    action: str
    over: Money | None
    up_to: Money | None
    approver: str
    role: str = "anyone"
    at_least: bool = False
    over_share: Decimal | None = None
    up_to_share: Decimal | None = None
    share_of: str = PRICE
    people: int = 1
    also: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prohibition(Clause):
    """`role` (or anyone) must never do `action`, except the roles named in `except_roles`.

    `others_may` is True where whoever its condition does not hold for may do it: "reviewed by
    somebody who did not handle the first answer".
    """

    role: str
    action: str
    except_roles: tuple[str, ...] = ()
    others_may: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility(Clause):
    """`action` ("return items") is possible where the condition holds.

    `only` is True for "only if": nothing else makes it possible. It says nothing of who does it.
    """

    action: str
    only: bool = False


Acting = TypeVar("Acting", bound=Authority | ApprovalRule | Prohibition)


def one_each(clause: Acting) -> tuple[Acting, ...]:
    """Return a clause as one clause for each of its actions, each with all that it says."""
    actions = actions_of(clause.action)
    return tuple(replace(clause, action=one) for one in actions) if len(actions) > 1 else (clause,)
