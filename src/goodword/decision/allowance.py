"""What is left to give under limits and caps, counting what was given before."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goodword.decision.decision import Given
from goodword.decision.formula import ceiling
from goodword.decision.matter import Matter, worth
from goodword.decision.naming import same_action
from goodword.policy.authority import Authority, Cap, CapRule, Per
from goodword.policy.clause import Clause

# What we receive is not counted with what we give.
_RECEIVING = ("accept", "take", "receive", "keep")


@dataclass(frozen=True, slots=True)
class Bound:
    """One limit or cap at work: its clause and what is left under it.

    `left` is money (None where only times are counted), `times_left` a count (None where only
    money is). `used` is the money already given under it; `frees_in` the days after which an
    exhausted count has room again, None where it never has. `cap` is None for a clause's limit.
    `below` is True where the limit itself is too much.
    """

    clause: Clause
    cap: Cap | None
    left: Decimal | None
    times_left: int | None
    used: Decimal = Decimal(0)
    frees_in: int | None = None
    below: bool = False

    def holds(self, amount: Decimal | None) -> bool:
        """Whether one more of this amount still fits; no amount counts as nothing."""
        if self.times_left is not None and self.times_left < 1:
            return False
        asked = amount or Decimal(0)
        return self.left is None or (asked < self.left if self.below else asked <= self.left)


def bounds_of(clause: Authority, matter: Matter) -> tuple[Bound, ...]:
    """Return the bounds that one permission itself sets: its limit and its caps."""
    most = ceiling(clause, matter)
    found = [_limit(clause, matter, most)] if most is not None else []
    found += [_capped(clause, cap, matter) for cap in clause.caps]
    return tuple(found)


def standing_bounds(matter: Matter) -> tuple[Bound, ...]:
    """Return the bounds of cap rules, which bind every permission for the action."""
    return tuple(
        _capped(rule, cap, matter)
        for rule in matter.of_kind(CapRule)
        if matter.concerns(rule.role) and matter.binds(rule)
        for cap in rule.caps
    )


def _limit(clause: Authority, matter: Matter, most: Decimal) -> Bound:
    used = Decimal(0)
    if clause.per is not None:
        used = sum(map(worth, _counted(matter, clause.per, None, times=False)), used)
    return Bound(clause, None, max(Decimal(0), most - used), None, used, below=clause.below)


def _capped(clause: Authority | CapRule, cap: Cap, matter: Matter) -> Bound:
    left, used = None, Decimal(0)
    if cap.money is not None:
        used = sum(map(worth, _counted(matter, cap.per, cap.days, times=False)), used)
        left = max(Decimal(0), cap.money.amount - used)
    times_left = frees_in = None
    if cap.count is not None:
        any_action = clause.action is None
        earlier = tuple(_counted(matter, cap.per, cap.days, times=not any_action))
        times_left = max(0, cap.count - len(earlier))
        frees_in = _frees_in(earlier, cap)
    return Bound(clause, cap, left, times_left, used, frees_in)


def _frees_in(earlier: tuple[Given, ...], cap: Cap) -> int | None:
    """Return the days until one more is allowed by a rolling count; None where it never is."""
    if cap.days is None or not cap.count or len(earlier) < cap.count:
        return None
    # The count-th latest must have left the window.
    return cap.days - sorted(one.days_ago for one in earlier)[cap.count - 1]


def _counted(matter: Matter, per: Per, days: int | None, *, times: bool) -> Iterator[Given]:
    """Yield what was given before that counts: the same action for times, all worth for money."""
    for one in matter.facts.given:
        if days is not None and one.days_ago >= days:
            continue
        if _reaches(one, per, matter.month_day) and _counts(one.action, matter.action, times=times):
            yield one


def _reaches(given: Given, per: Per, month_day: int) -> bool:
    match per:
        case Per.CASE:
            return given.same_case
        case Per.CUSTOMER:
            return given.same_customer or given.same_case
        case Per.PERSON:
            return given.by_same_person
        case Per.DAY:
            return given.days_ago < 1
        case Per.MONTH:
            # Months are the calendar's: what was given before the first does not count.
            return given.days_ago < month_day


def _counts(given: str, asked: str, *, times: bool) -> bool:
    if times or given.startswith(_RECEIVING) or asked.startswith(_RECEIVING):
        return same_action(given, asked)
    return True
