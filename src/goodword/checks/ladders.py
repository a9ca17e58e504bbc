"""Who decides how much: the amounts and shares of which no sentence says who decides them."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from goodword.checks.evidence import Evidence
from goodword.checks.reach import CENT, ENDLESS, Band, Measure, doing, is_boundless, reaches
from goodword.document.echo import echo
from goodword.document.echo_amounts import role_name
from goodword.document.reading import Reading
from goodword.language.en.echo_phrases import ACTIONS
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Prohibition,
    actions_of,
    one_each,
)
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money
from goodword.problem import Fix, Problem, Severity

Rung = Authority | ApprovalRule
NOTHING = Decimal(0)
# As shares are counted: 1 is all of it.
WHOLE = Decimal(1)
_LEADERS = frozenset({"owner", "manager", "director", "partner", "principal", "head", "lead"})


def ladder_gaps(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for each stretch of amounts, or of shares, that nobody is named for."""
    policy = reading.policy
    if _is_alone(policy):
        return
    for action, rungs in _ladders(policy).items():
        if _is_closed(policy, action):
            continue
        for measure in dict.fromkeys(measure for rung in rungs for measure, _ in reaches(rung)):
            yield from _gaps(policy, rungs, measure)


def _is_alone(policy: Policy) -> bool:
    """Whether the owner is the only one there: then nobody else could be asked."""
    return [role.slug for role in policy.roles] == [policy.owner]


def _ladders(policy: Policy) -> dict[str, tuple[Rung, ...]]:
    """Return the clauses that say who decides how much of each action."""
    found: dict[str, list[Rung]] = {}
    for clause in policy.clauses:
        if isinstance(clause, ApprovalRule) or (
            isinstance(clause, Authority) and not clause.goods and clause.action != "accept_gift"
        ):
            for one in one_each(clause):
                found.setdefault(one.action, []).append(one)
    return {action: tuple(rungs) for action, rungs in found.items()}


def _is_closed(policy: Policy, action: str) -> bool:
    """Whether the policy itself says where it ends ("No one may refund over $2,000")."""
    return any(
        action in actions_of(clause.action)
        and clause.role == "anyone"
        and clause.condition is not None
        for clause in policy.of_kind(Prohibition)
    )


def _gaps(policy: Policy, rungs: tuple[Rung, ...], measure: Measure) -> Iterator[Problem]:
    mine = tuple(rung for rung in rungs if _speaks_of(rung, measure))
    placed = sorted(((band_of(rung, measure, policy), rung) for rung in mine), key=lambda p: p[0])
    permits = any(isinstance(rung, Authority) for rung in mine)
    # Where nothing is permitted, what lies below the first approval is not asked about.
    reached = NOTHING if permits else placed[0][0].low
    for band, rung in placed:
        if band.low > reached and not _is_a_step(reached, band.low, mine, measure):
            yield _gap(policy, measure, Band(reached, band.low), mine, rung)
        reached = max(reached, band.high)
    # All of a price is the most that there is to give back.
    most = WHOLE if measure.share_of else ENDLESS
    if reached < most and not any(_is_endless(rung, policy) for rung in rungs):
        yield _gap(policy, measure, Band(reached, ENDLESS), mine, None)


def _speaks_of(rung: Rung, measure: Measure) -> bool:
    return is_boundless(rung) or any(found == measure for found, _ in reaches(rung))


def band_of(rung: Rung, measure: Measure, policy: Policy) -> Band:
    """Return what a rung decides by one measure: all of it where nothing bounds it.

    An approver decides no more than its own limit; the owner decides whatever is left.
    """
    band = next((band for found, band in reaches(rung) if found == measure), Band(NOTHING, ENDLESS))
    if isinstance(rung, Authority) or band.high < ENDLESS:
        return band
    own = _own_limit(rung, measure, policy)
    return Band(band.low, own) if own is not None and own > band.low else band


def _own_limit(rule: ApprovalRule, measure: Measure, policy: Policy) -> Decimal | None:
    """Return how far those who approve may go themselves, None where nothing bounds them.

    Whoever may give more than the policy's own owner has nobody above.
    """
    most = NOTHING
    for role in (rule.approver, *rule.instead):
        reach = _reach(role, rule.action, measure, policy)
        if role in {policy.owner, "anyone"} or rule.also or reach is None:
            return None
        most = max(most, reach)
    owners = _reach(policy.owner, rule.action, measure, policy)
    return None if owners is not None and owners < most else most


def _reach(role: str | None, action: str, measure: Measure, policy: Policy) -> Decimal | None:
    """Return a role's own highest limit, None where it has none."""
    bounds = [
        band.high
        for one in policy.of_kind(Authority)
        if one.role == role and action in actions_of(one.action) and not one.goods
        for found, band in reaches(one)
        if found == measure
    ]
    return max(bounds, default=None)


def _is_endless(rung: Rung, policy: Policy) -> bool:
    """Whether a rung names who decides the highest amounts, in whatever they are counted."""
    return is_boundless(rung) or any(
        band_of(rung, measure, policy).high == ENDLESS for measure, _ in reaches(rung)
    )


def _is_a_step(low: Decimal, high: Decimal, rungs: tuple[Rung, ...], measure: Measure) -> bool:
    """Whether a hole is the step from one whole amount to the next ("up to $50, from $51")."""
    slips = low + CENT == high and any(isinstance(one, Authority) and one.below for one in rungs)
    return high - low <= measure.unit and not slips


def _gap(
    policy: Policy, measure: Measure, band: Band, rungs: tuple[Rung, ...], above: Rung | None
) -> Problem:
    action = rungs[0].action
    low, high = measure.words(band.low, policy), measure.words(band.high, policy)
    between = doing(action, f"more than {low} and up to {high}")
    steps = " Say who decides, or say that nobody does."
    if above is None:
        what = f"No sentence says who may {doing(action, f'more than {low}')}"
    elif isinstance(above, Authority):
        above_who = role_name(above.role, policy)
        what = f"No sentence names who may {between}"
        steps = f" I let the {above_who} decide, who comes next. Say so, or name somebody else."
    elif band.low + CENT == band.high:
        what = f"No sentence says who may {doing(action, f'exactly {high}')}"
    else:
        what = f"No sentence says who may {between}"
    below = [one for one in rungs if band_of(one, measure, policy).high == band.low]
    place = below[0] if below else rungs[0]
    return Problem(
        code="AU02",
        severity=Severity.WARNING,
        message=f"{what}, so people look for somebody while a customer waits.{steps}",
        span=place.span,
        fix=_rung(policy, measure, band, rungs),
        related=tuple(clause.span for clause in rungs if clause is not place),
    )


def _rung(policy: Policy, measure: Measure, band: Band, rungs: tuple[Rung, ...]) -> Fix | None:
    """Return the sentence that closes a hole; a sum for each of something has none."""
    if measure.each is not None:
        return None
    over = None if measure.share_of else Money(band.low, measure.currency)
    up_to = None if measure.share_of else Money(band.high, measure.currency)
    is_open = band.high == ENDLESS
    missing = ApprovalRule(
        action=rungs[0].action,
        over=over,
        up_to=None if is_open else up_to,
        approver=_highest(policy, rungs),
        over_share=band.low if measure.share_of else None,
        up_to_share=band.high if measure.share_of and not is_open else None,
        share_of=measure.share_of or "price",
    )
    if rungs[0].action not in ACTIONS and not measure.share_of:
        # "Adjust bills over $50 need …" is no English; "only … may" keeps the author's verb.
        missing = replace(missing, only=True)
    return Fix("Add the missing rung", echo(missing, policy))


def _highest(policy: Policy, clauses: tuple[Clause, ...]) -> str:
    """Return who might decide beyond the ladder: the owner, or somebody not on it yet."""
    if policy.owner:
        return policy.owner
    climbing = {clause.role for clause in clauses if isinstance(clause, Authority)}
    above = [one.slug for one in policy.roles if one.slug not in climbing]
    leading = [slug for slug in above if set(slug.split("_")) & _LEADERS]
    return next(iter(leading or above), "owner")
