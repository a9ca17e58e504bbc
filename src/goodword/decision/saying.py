"""Rulings in plain words: money, actions and roles as the policy's own people say them."""

from decimal import Decimal

from goodword.document.echo_amounts import days, listed, spoken, with_article
from goodword.document.echo_amounts import role as the_role
from goodword.language.en.echo_phrases import ACTIONS, SYMBOLS
from goodword.policy.authority import Cap, Per, actions_of
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money

# "Write off £80", and not "write off worth £80"; "extend the loan", as it is said.
_PARTICLES = frozenset({"off", "back", "out", "up", "down"})
_LENGTHENED = frozenset({"extend", "renew", "prolong", "shorten"})
_SMALLEST = Decimal("0.000001")


def money_words(amount: Decimal, policy: Policy, currency: str | None = None) -> str:
    """Return an amount exactly, with the sign of the policy's own money: `$100`, `$100.01`."""
    value = amount if amount.adjusted() < -6 else amount.normalize()
    if not value.is_finite():
        return "any amount"
    if value.adjusted() < -6 and value:
        value = _SMALLEST
    if value == value.to_integral_value():
        number = f"{value:,.0f}"
    else:
        exponent = int(value.as_tuple().exponent)
        number = f"{value:,.2f}" if exponent >= -2 else f"{value:,f}"
    code = currency or policy.currency
    sign = SYMBOLS.get(code)
    if sign and (code == policy.currency or sign != "$"):
        return f"{sign}{number}"
    return f"{number} {code}".strip()


def money(amount: Money, policy: Policy) -> str:
    """Return money exactly, with its sign or its code."""
    return money_words(amount.amount, policy, amount.currency)


def doing(
    action: str, policy: Policy, amount: Decimal | None = None, goods: str | None = None
) -> str:
    """Return what would be done: `refund $80`, `give a free session`, `waive the late fee`."""
    if len(several := actions_of(action)) > 1:
        return listed((doing(one, policy, amount, goods) for one in several), "or")
    words = spoken(action).strip() or "do this"
    if goods is None and action in ACTIONS and "{" not in ACTIONS[action][0]:
        words = ACTIONS[action][0]
    verb, _, thing = words.partition(" ")
    if goods is not None:
        return f"{verb if thing else 'give'} {_with_article(goods)}"
    if verb == "waive" and thing and not thing.startswith("the "):
        words = f"{verb} the {thing}"
    if verb in _LENGTHENED and thing and not thing.startswith(("the ", "a ", "an ")):
        words = f"{verb} the {thing}"
    if amount is None:
        return words
    if thing in _PARTICLES:
        return f"{words} {money_words(amount, policy)}"
    return (
        f"{words} {money_words(amount, policy)}"
        if not thing
        else (f"{words} worth {money_words(amount, policy)}")
    )


def _with_article(goods: str) -> str:
    """Return goods as they are given: "a breakfast", but "flowers" and "goodwill"."""
    first, last = goods.partition(" ")[0].casefold(), goods.rpartition(" ")[2].casefold()
    several = last.endswith("s") and not last.endswith("ss")
    if first in {"a", "an", "the", "one"} or several or last in {"goodwill", "credit", "money"}:
        return goods
    return with_article(goods)


def role_words(role: str, policy: Policy) -> str:
    """Return a role with its article: `the practice manager`."""
    return "a team member" if role == "anyone" else the_role(role, policy)


def cap_words(cap: Cap, policy: Policy) -> str:
    """Return a cap: `once per client in 90 days`, `$500 a month`."""
    parts = []
    if cap.count is not None:
        parts.append({0: "never", 1: "once", 2: "twice"}.get(cap.count, f"{cap.count} times"))
    if cap.money is not None:
        parts.append(money(cap.money, policy))
    text = f"{listed(parts)} {per_words(cap.per, policy)}"
    return text if cap.days is None else f"{text} in {days(cap.days)}"


def per_words(per: Per, policy: Policy) -> str:
    """Return what is counted over: `per client`, `a month`."""
    match per:
        case Per.CUSTOMER:
            return f"per {policy.serves}"
        case Per.PERSON:
            return "per team member"
        case Per.DAY | Per.MONTH:
            return with_article(str(per))
        case Per.CASE:
            return "per case"
