"""May I? One answer to one request, the same whoever asks and on whatever channel."""

from collections.abc import Callable

from goodword.decision import answer
from goodword.decision.decision import Decision, Facts, Request
from goodword.decision.evaluate import applies, questions
from goodword.decision.ladder import hats_of, next_up, outside_only, owner_rung
from goodword.decision.matter import Matter, matter_of
from goodword.decision.naming import find_role
from goodword.decision.permission import Standing, Weighed, forbids, permissions, weigh
from goodword.decision.principle import principle_for
from goodword.policy.authority import ApprovalRule, Authority, Prohibition
from goodword.policy.clause import Clause, Strength
from goodword.policy.policy import Policy


def decide(policy: Policy, request: Request, facts: Facts, *, at: int) -> Decision:
    """Return the ruling on a request, with everything that stands behind it.

    Total and deterministic: any request gets exactly one ruling, and it does not depend on who
    asks or through what, unless a clause says so. `at` (UTC seconds) says in which month earlier
    gifts count; `request.amount` is in the policy's currency. The order: a prohibition wins; then
    what this role cannot help with; then missing facts; then what comes first; then permission
    within the limit; beyond it the next role up the ladder.
    """
    role = find_role(policy, request.role)
    hats = () if role is None else hats_of(policy, role, facts)
    matter = matter_of(policy, request, facts, role=role or request.role, hats=hats, at=at)
    stages: tuple[Callable[[Matter], Decision | None], ...] = (
        _forbidden,
        _unknown_role,
        _without_rule,
        _for_others_only,
        _missing,
    )
    for stage in stages:
        decision = stage(matter)
        if decision is not None:
            return decision
    return _by_permission(matter)


def _forbidden(matter: Matter) -> Decision | None:
    for clause in matter.of_kind(Prohibition):
        if not forbids(clause, matter) or applies(clause, matter.facts) is not True:
            continue
        if clause.role == "anyone" and clause.except_roles:
            continue  # "No one may, except …" means that only they may
        return answer.refused(matter, clause, next_up(matter, ()))
    return None


def _unknown_role(matter: Matter) -> Decision | None:
    return answer.role_unknown(matter) if not matter.hats else None


def _without_rule(matter: Matter) -> Decision | None:
    """Answer where no clause says who may: a principle leaves it to the asker, or there is none."""
    if _gives(matter) or any(_may_forbid(clause, matter) for clause in _prohibitions(matter)):
        return None
    principle = principle_for(matter)
    if principle is not None:
        return answer.left_to_you(matter, principle)
    return answer.without_rule(matter)


def _gives(matter: Matter) -> bool:
    """Whether some clause says who may do this, be it only by naming an exception."""
    if _gives_by_authority(matter) or _discouraging(matter) is not None:
        return True
    return any(_excepts(clause, matter) for clause in _prohibitions(matter))


def _prohibitions(matter: Matter) -> tuple[Prohibition, ...]:
    return matter.of_kind(Prohibition)


def _may_forbid(clause: Prohibition, matter: Matter) -> bool:
    return forbids(clause, matter) and applies(clause, matter.facts) is None


def _excepts(clause: Prohibition, matter: Matter) -> bool:
    """Whether the clause lets somebody: the roles it excepts, or whoever meets its "unless"."""
    if clause.role == "anyone" and clause.except_roles:
        return True
    return (
        matter.concerns(clause.role)
        and clause.exception is not None
        and applies(clause, matter.facts) is False
    )


def _for_others_only(matter: Matter) -> Decision | None:
    only = outside_only(matter)
    if only and all(applies(clause, matter.facts) is True for clause in only):
        return answer.for_others(matter, only[0], only[0].role)
    for clause in _prohibitions(matter):
        if clause.role != "anyone" or not clause.except_roles or not forbids(clause, matter):
            continue
        if applies(clause, matter.facts) is True:
            return answer.for_others(matter, clause, clause.except_roles[0])
    eligible = tuple(
        clause for clause in matter.of_kind(Authority) if clause.only and clause.role == "anyone"
    )
    if eligible and all(applies(clause, matter.facts) is False for clause in eligible):
        return answer.refused(matter, eligible[0], None)
    return None


def _missing(matter: Matter) -> Decision | None:
    """Ask for what would settle it: a fact of a prohibition always, others only where needed."""
    asking: list[Clause] = [
        clause for clause in _prohibitions(matter) if _may_forbid(clause, matter)
    ]
    only = tuple(clause for clause in matter.of_kind(Authority) if clause.only)
    if only and not any(
        applies(clause, matter.facts) is True and matter.concerns(clause.role) for clause in only
    ):
        asking += [clause for clause in only if applies(clause, matter.facts) is None]
    weighed = weigh(matter)
    granted = bool(weighed) and weighed[0].standing is Standing.GRANTS
    wants_amount = False
    if not granted:
        opened = [one for one in weighed if one.standing is Standing.OPEN]
        asking += [one.clause for one in opened]
        asking += _blockers_in_doubt(weighed, matter)
        wants_amount = matter.amount is None and (
            any(one.amount is None for one in opened) or _ladder_wants_amount(matter, weighed)
        )
    missing: dict[str, str] = {}
    if wants_amount:
        missing["amount"] = answer.how_much()
    if _wants_goods(matter, weighed):
        missing["goods"] = answer.which_goods(matter)
    for clause in asking:
        missing |= dict(questions(clause, matter.facts))
    if not missing:
        return None
    return answer.need_facts(
        matter, tuple(missing.items()), (*asking, *(one.clause for one in weighed))
    )


def _blockers_in_doubt(weighed: tuple[Weighed, ...], matter: Matter) -> list[Clause]:
    """Return restricting clauses that may not apply, where one of them alone stands in the way."""
    doubtful: list[Clause] = []
    for one in weighed:
        stops: list[Clause] = [one.band] if one.band is not None else []
        if one.passed is not None:
            stops.append(one.passed.clause)
        own_limit_passed = any(stop is one.clause for stop in stops)
        if stops and not own_limit_passed and all(_in_doubt(stop, matter) for stop in stops):
            doubtful += stops
    return doubtful


def _in_doubt(clause: Clause, matter: Matter) -> bool:
    return applies(clause, matter.facts) is None


def _ladder_wants_amount(matter: Matter, weighed: tuple[Weighed, ...]) -> bool:
    """Whether a role without a permission of its own must say how much before anybody is named."""
    if weighed:
        return False
    clauses = matter.of_kind(Authority)
    return any(clause.limit is not None for clause in clauses) or any(
        rule.over is not None for rule in matter.of_kind(ApprovalRule)
    )


def _wants_goods(matter: Matter, weighed: tuple[Weighed, ...]) -> bool:
    """Whether it depends on which of several goods is meant."""
    if matter.goods is not None:
        return False
    kinds = {clause.goods for clause in permissions(matter) if clause.goods is not None}
    return len(kinds) > 1 and len({one.standing for one in weighed}) > 1


def _by_permission(matter: Matter) -> Decision:
    exception = next((one for one in _prohibitions(matter) if _excepts(one, matter)), None)
    soft = _discouraging(matter)
    weighed = weigh(matter)
    if not _gives_by_authority(matter):
        if exception is not None:
            return answer.excepted(matter, exception)
        if soft is not None:
            return answer.better_not(matter, soft)
    if weighed and weighed[0].standing is Standing.GRANTS:
        if soft is not None:
            return answer.better_not(matter, soft)
        return answer.allowed(matter, weighed[0])
    return _beyond(matter, weighed)


def _beyond(matter: Matter, weighed: tuple[Weighed, ...]) -> Decision:
    """Answer what is not the asker's to allow: the next role up, else the policy's owner."""
    if matter.policy.owner in matter.hats and not weighed:
        return answer.owners_call(matter)
    rung = next_up(matter, weighed) or owner_rung(matter)
    if rung is not None:
        return answer.ask(matter, weighed, rung)
    return answer.nobody_may(matter, weighed)


def _discouraging(matter: Matter) -> Prohibition | None:
    """Return a clause that says one should not, where one says so and holds here."""
    return next(
        (
            clause
            for clause in _prohibitions(matter)
            if clause.strength in {Strength.SHOULD, Strength.AIM}
            and matter.concerns(clause.role)
            and not set(clause.except_roles) & set(matter.hats)
            and applies(clause, matter.facts) is True
        ),
        None,
    )


def _gives_by_authority(matter: Matter) -> bool:
    return bool(matter.of_kind(Authority)) or bool(matter.of_kind(ApprovalRule))
