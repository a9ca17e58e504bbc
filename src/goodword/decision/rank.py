"""Who stands above whom, as far as the policy's limits and approvals say."""

from collections import defaultdict
from decimal import Decimal

from goodword.decision.matter import Matter
from goodword.decision.once import once_for_policy
from goodword.policy.authority import ApprovalRule, Authority, actions_of
from goodword.policy.policy import Policy


def stands_above(role: str, other: str, matter: Matter) -> bool:
    """Whether the policy's own limits and approvals put `role` above `other`."""
    return other in below(role, matter)


def below(role: str, matter: Matter) -> frozenset[str]:
    """Return the roles that the policy's own limits and approvals put below a role.

    Who approves what another gives, or may give more of the same, stands above. Where they say
    both of two roles, neither does. The policy's owner stands above everybody.
    """
    if role == "anyone":
        return frozenset()
    order = _order(matter.policy)
    lower = _reached(role, order)
    if role == matter.policy.owner:
        every = {one for pair in order.items() for one in (pair[0], *pair[1])}
        return frozenset(every - {role, "anyone"})
    return frozenset(one for one in lower if role not in _reached(one, order))


@once_for_policy
def _order(policy: Policy) -> dict[str, set[str]]:
    """Return the roles that stand directly below each role."""
    lower: dict[str, set[str]] = defaultdict(set)
    by_action: dict[str, list[Authority]] = defaultdict(list)
    for one in policy.of_kind(Authority):
        if one.role != "anyone":
            for action in actions_of(one.action):
                by_action[action].append(one)
            if one.approver and one.approver != one.role:
                lower[one.approver].add(one.role)
    for grants in by_action.values():
        heights: dict[str, Authority] = {}
        for one in grants:
            known = heights.get(one.role)
            heights[one.role] = one if known is None or _more(one, known) else known
        for one in heights.values():
            lower[one.role] |= {other.role for other in heights.values() if _more(one, other)}
    for rule in policy.of_kind(ApprovalRule):
        givers = {
            one.role for action in actions_of(rule.action) for one in by_action.get(action, ())
        } | {rule.role}
        lower[rule.approver] |= givers - {"anyone", rule.approver}
    return lower


def _more(one: Authority, other: Authority) -> bool:
    """Whether one may plainly give more than the other: both have limits of the same kind."""
    if one.limit is not None and other.limit is not None:
        return one.limit.currency == other.limit.currency and one.limit.amount > other.limit.amount
    if one.limit is None and other.limit is None:
        return (one.share or Decimal(0)) > (other.share or Decimal(0)) > 0
    return False


def _reached(role: str, order: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [role]
    while waiting:
        for one in order.get(waiting.pop(), ()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return found
