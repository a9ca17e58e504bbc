"""May I? One answer to one request, the same whoever asks and on whatever channel."""

from collections.abc import Callable

from goodword.decision import answer
from goodword.decision.decision import Decision, Facts, Request
from goodword.decision.evaluate import applies, questions
from goodword.decision.formula import is_looked_up
from goodword.decision.ladder import (
    below_who_may,
    hats_of,
    next_up,
    outside_only,
    owner_rung,
)
from goodword.decision.matter import Matter, matter_of
from goodword.decision.missing import may_forbid, missing_facts
from goodword.decision.naming import find_role
from goodword.decision.permission import (
    Standing,
    Weighed,
    forbids,
    weigh,
)
from goodword.decision.principle import principle_for
from goodword.decision.table_limit import table_limit
from goodword.policy.authority import ApprovalRule, Authority, Eligibility, Prohibition
from goodword.policy.clause import Strength
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
        _not_eligible,
        _without_rule,
        _for_others_only,
        _not_in_table,
        _missing,
    )
    for stage in stages:
        decision = stage(matter)
        if decision is not None:
            return answer.with_rows(matter, decision)
    return answer.with_rows(matter, _by_permission(matter))


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


def _not_eligible(matter: Matter) -> Decision | None:
    """Answer where it depends on the thing itself whether this can be done at all.

    Every "only if" and every bare "unless" must hold, and of the others at least one.
    """
    rules = matter.of_kind(Eligibility)
    if not rules:
        return None
    held = {id(rule): applies(rule, matter.facts) for rule in rules}
    needed = tuple(rule for rule in rules if rule.only or _only_leaves_out(rule))
    enough = tuple(rule for rule in rules if rule not in needed)
    failed = next((rule for rule in needed if held[id(rule)] is False), None)
    if failed is None and enough and all(held[id(rule)] is False for rule in enough):
        failed = enough[0]
    if failed is not None:
        return answer.not_eligible(matter, failed, rules)
    if all(held[id(rule)] for rule in needed) and (
        not enough or any(held[id(rule)] for rule in enough)
    ):
        return None if _gives(matter) else answer.eligible(matter, rules)
    open_rules = tuple(rule for rule in rules if held[id(rule)] is None)
    asked: dict[str, str] = {}
    for rule in open_rules:
        asked |= dict(questions(rule, matter.facts))
    return answer.need_facts(matter, tuple(asked.items()), open_rules)


def _only_leaves_out(rule: Eligibility) -> bool:
    """Whether it says no more than what is left out: "things can be refunded, unless …"."""
    return rule.condition is None and rule.exception is not None


def _without_rule(matter: Matter) -> Decision | None:
    """Answer where no clause says who may: a principle leaves it to the asker, or there is none."""
    if _gives(matter) or any(may_forbid(clause, matter) for clause in _prohibitions(matter)):
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


def _excepts(clause: Prohibition, matter: Matter) -> bool:
    """Whether the clause lets somebody: the roles it excepts, or whoever meets its "unless"."""
    if clause.role == "anyone" and clause.except_roles:
        return True
    return (
        matter.concerns(clause.role)
        and (clause.exception is not None or clause.others_may)
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


def _not_in_table(matter: Matter) -> Decision | None:
    """Answer where the asker's limit is looked up in a table that has no such row."""
    weighed = weigh(matter)
    if not weighed or weighed[0].standing is not Standing.OPEN:
        return None
    clause = weighed[0].clause
    if not isinstance(clause, Authority) or not is_looked_up(clause):
        return None
    found = table_limit(clause, matter.policy, matter.facts.values)
    if found is None or found.is_missing:
        return answer.not_in_table(matter, clause, found)
    return None


def _missing(matter: Matter) -> Decision | None:
    missing, clauses = missing_facts(matter)
    return answer.need_facts(matter, missing, clauses) if missing else None


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
    rung = next_up(matter, weighed)
    if not weighed and (lower := below_who_may(matter)) is not None:
        return answer.stands_above(matter, lower)
    rung = rung or owner_rung(matter)
    band = weighed[0].band if weighed else None
    if band is not None and band.people > 1:
        return answer.agree_together(matter, weighed, band)
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
