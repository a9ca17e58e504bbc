"""Limits that are computed or counted: a share of the price, so much for each bag, so long."""

from decimal import Decimal

from goodword.case.holds import number_of
from goodword.decision.decision import Value
from goodword.decision.matter import Matter
from goodword.decision.naming import slug
from goodword.decision.table_limit import table_limit
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.quantity import Counting, Duration


def unknown_bases(clause: ApprovalRule | Authority, matter: Matter) -> tuple[str, ...]:
    """Return the facts that a computed limit still waits for: `price`, `bags`."""
    if isinstance(clause, ApprovalRule):
        shared = (clause.over_share is not None or clause.up_to_share is not None) and (
            matter.share is None or clause.over is not None
        )
        return _unknown((slug(clause.share_of),) if shared else (), matter)
    wanted = []
    if is_looked_up(clause):
        found = table_limit(clause, matter.policy, matter.facts.values)
        # Without a table there is nothing to look up, whatever is known.
        return (found.fact if found is not None else slug(clause.limit_of or ""),)
    if clause.share is not None and not _asked_as_share(clause, matter):
        wanted.append(slug(clause.share_of))
    if clause.each is not None:
        wanted.append(each_of(clause.each))
    if clause.longest is not None:
        wanted.append(length_of(clause.longest))
    return _unknown(tuple(wanted), matter)


def is_looked_up(clause: ApprovalRule | Authority) -> bool:
    """Whether the limit of a permission stands in a table and has not been found there yet."""
    return (
        isinstance(clause, Authority)
        and clause.limit_of is not None
        and clause.limit is None
        and clause.share is None
    )


def each_of(thing: str) -> str:
    """Return the fact that counts a thing: `bags`."""
    return f"{slug(thing)}s"


def length_of(longest: Duration) -> str:
    """Return the fact that tells how long it would be: `length_in_days`."""
    working = "working_" if longest.counting is Counting.WORKING else ""
    return f"length_in_{working}{longest.unit}s"


def is_too_long(clause: Authority, matter: Matter) -> bool:
    """Whether more time is asked for than the clause gives."""
    if clause.longest is None:
        return False
    asked = _known(length_of(clause.longest), matter)
    return asked is not None and asked > clause.longest.amount


def ceiling(clause: Authority, matter: Matter) -> Decimal | None:
    """Return the most that a clause allows here, None where nothing bounds it or not yet.

    Of a share and an amount the lower counts.
    """
    found: list[Decimal] = []
    if clause.limit is not None:
        number = _known(each_of(clause.each), matter) if clause.each is not None else Decimal(1)
        if number is not None:
            found.append(clause.limit.amount * number)
    if clause.share is not None:
        base = _known(slug(clause.share_of), matter)
        if base is not None:
            found.append(clause.share * base)
        elif _asked_as_share(clause, matter) and matter.amount is not None:
            assert matter.share is not None
            found.append(matter.amount if matter.share <= clause.share else Decimal(0))
    return min(found, default=None)


def passes_share(clause: Authority, matter: Matter) -> bool:
    """Whether a part of the price is asked for that is more than the clause allows."""
    if not _asked_as_share(clause, matter) or clause.share is None or matter.share is None:
        return False
    return matter.share > clause.share


def is_over(rule: ApprovalRule, matter: Matter, amount: Decimal | None) -> bool:
    """Whether an amount, or a part of the price, is one that the rule is about or lies beyond."""
    if rule.over is None and rule.over_share is None:
        return amount is not None or matter.share is not None
    over: list[bool] = []
    if rule.over is not None and amount is not None:
        over.append(amount >= rule.over.amount if rule.at_least else amount > rule.over.amount)
    if rule.over_share is not None:
        asked, bound = matter.share, rule.over_share
        base = _known(slug(rule.share_of), matter)
        if asked is None and amount is not None and base is not None:
            asked, bound = amount, rule.over_share * base
        if asked is not None:
            over.append(asked >= bound if rule.at_least else asked > bound)
    return any(over)


def start_of(rule: ApprovalRule, matter: Matter) -> Decimal:
    """Return the amount from which on a rule speaks; -1 for any."""
    if rule.over is not None:
        return rule.over.amount
    if rule.over_share is not None:
        base = _known(slug(rule.share_of), matter)
        return rule.over_share * base if base is not None else rule.over_share
    return Decimal(-1)


def _asked_as_share(clause: Authority, matter: Matter) -> bool:
    """Whether shares can be compared with each other, whatever the price."""
    return clause.share is not None and matter.share is not None and clause.limit is None


def _unknown(names: tuple[str, ...], matter: Matter) -> tuple[str, ...]:
    return tuple(name for name in names if _known(name, matter) is None)


def _known(name: str, matter: Matter) -> Decimal | None:
    value: Value | None = matter.facts.values.get(name)
    number = number_of(value)
    return number if number is not None and number >= 0 else None
