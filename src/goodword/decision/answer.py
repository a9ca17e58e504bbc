"""Decisions put together: each ruling with its clauses, reasons and what would change it."""

from dataclasses import replace

from goodword.decision.decision import Decision, Ruling, Trace
from goodword.decision.evaluate import traces
from goodword.decision.ladder import Rung, is_away, owner_rung, present
from goodword.decision.matter import Matter
from goodword.decision.naming import close_names, known_actions, known_roles
from goodword.decision.permission import Weighed, weigh
from goodword.decision.principle import broken_rail, principles
from goodword.decision.saying import doing, role_words
from goodword.decision.table_limit import TableLimit, rows_named, table_limit
from goodword.decision.why import (
    above,
    changes_of,
    counted_before,
    firsts,
    in_the_way,
    left_to_give,
    stand_ins,
    why_beyond,
)
from goodword.document.authority_table import TABLE
from goodword.document.echo import echo
from goodword.document.echo_amounts import capitalised, listed
from goodword.document.echo_condition import condition as condition_words
from goodword.policy.authority import ApprovalRule, Authority, Eligibility, Prohibition
from goodword.policy.clause import Clause
from goodword.policy.situation import Principle

SAFE_DEFAULT = (
    "Until you have an answer, promise nothing, and do only what is safe and can be undone."
)


def allowed(matter: Matter, weighed: Weighed) -> Decision:
    """Return yes, with what comes first, what is left and who decides above it."""
    clause, policy = weighed.clause, matter.policy
    goods = clause.goods if isinstance(clause, Authority) else None
    amount = matter.amount if goods is None else None
    rules = firsts(matter)
    bounds = tuple(one.clause for one in weighed.bounds if one.clause is not clause)
    return Decision(
        Ruling.ALLOW,
        f"Yes: you may {doing(matter.action, policy, amount, goods)}.",
        clauses=_once((clause, *rules, *bounds)),
        reasons=(*stand_ins(matter), *counted_before(weighed.bounds, matter)),
        limit_left=left_to_give(weighed, matter),
        before=tuple(rule.do for rule in rules),
        trace=_trace(matter, (clause, *bounds)),
        changes=above(weighed, matter),
    )


def ask(matter: Matter, weighed: tuple[Weighed, ...], rung: Rung) -> Decision:
    """Return whom to ask, and why it is beyond the asker."""
    policy = matter.policy
    best = weighed[0] if weighed else None
    who = role_words(rung.role, policy)
    why = why_beyond(matter, weighed)
    named = (
        ""
        if rung.clause is not None
        else " The policy names nobody who may, so it is for its owner."
    )
    rules = firsts(matter)
    reasons = [*stand_ins(matter), why]
    if rung.away is not None:
        reasons.append(f"{capitalised(role_words(rung.away, policy))} is away; {who} stands in.")
    elif is_away(rung.role, matter.facts):
        reasons.append(f"{capitalised(who)} is away, and the policy names nobody who stands in.")
    if best is not None:
        reasons += counted_before(best.bounds, matter)
    reasons += _others(matter, best)
    return Decision(
        Ruling.ASK,
        f"Ask {who}: {why}{named}",
        clauses=_once(in_the_way(weighed, rung) + rules),
        reasons=tuple(dict.fromkeys(reasons)),
        ask=rung.role,
        limit_left=left_to_give(best, matter) if best is not None else None,
        before=tuple(rule.do for rule in rules),
        trace=_trace(matter, tuple(one.clause for one in weighed)),
        changes=changes_of(weighed, matter),
    )


def _others(matter: Matter, best: Weighed | None) -> list[str]:
    """Return who else must agree, or may in the approver's place."""
    band = best.band if best is not None else None
    if band is None:
        return []
    policy = matter.policy
    also = [f"{capitalised(role_words(one, policy))} must agree too." for one in band.also]
    others = (capitalised(role_words(one, policy)) for one in band.instead)
    return also + [f"{one} may decide it too." for one in others]


def for_others(matter: Matter, clause: Clause, role: str) -> Decision:
    """Return that this role cannot help here, and who can."""
    policy = matter.policy
    who = present(policy, role, matter.facts) or role
    only = f"only {role_words(role, policy)} may {doing(matter.action, policy)}."
    return Decision(
        Ruling.ASK,
        f"Ask {role_words(who, policy)}: {only}",
        clauses=(clause,),
        reasons=(capitalised(only),),
        ask=who,
        trace=_trace(matter, (clause,)),
        changes=(f"{capitalised(role_words(who, policy))} may do this.",),
    )


def refused(matter: Matter, clause: Clause, rung: Rung | None) -> Decision:
    """Return no, quoting the clause, and who may do it instead where somebody may."""
    policy = matter.policy
    changes = []
    if clause.exception is not None:
        changes.append(f"It would be another matter if {condition_words(clause.exception)}.")
    if clause.condition is not None:
        state = "not so that " if isinstance(clause, Prohibition) else "so that "
        changes.append(
            f"It would be another matter if it were {state}{condition_words(clause.condition)}."
        )
    if rung is not None:
        changes.append(f"{capitalised(role_words(rung.role, policy))} may decide it: hand it over.")
    return Decision(
        Ruling.REFUSE,
        f"No: {_quoted(clause, matter)}",
        clauses=_once((clause, *((rung.clause,) if rung and rung.clause else ()))),
        reasons=(_quoted(clause, matter),),
        ask=rung.role if rung is not None else None,
        trace=_trace(matter, (clause,)),
        changes=tuple(changes),
    )


def excepted(matter: Matter, clause: Prohibition) -> Decision:
    """Return yes by the exception that a prohibition itself makes."""
    rules = firsts(matter)
    return Decision(
        Ruling.ALLOW,
        f"Yes: you may {doing(matter.action, matter.policy, matter.amount)}.",
        clauses=_once((clause, *rules)),
        reasons=(*stand_ins(matter), "The clause itself makes this exception."),
        before=tuple(rule.do for rule in rules),
        trace=_trace(matter, (clause,)),
    )


def not_eligible(matter: Matter, clause: Eligibility, rules: tuple[Eligibility, ...]) -> Decision:
    """Return that this cannot be done here, and what would have to be so."""
    wanted = [condition_words(one.condition) for one in rules if one.condition is not None]
    changes = [f"It would be possible if {one}." for one in wanted]
    if clause.exception is not None:
        changes.append(f"It is not possible because {condition_words(clause.exception)}.")
    quoted = _quoted(clause, matter)
    return Decision(
        Ruling.REFUSE,
        f"No: {quoted}",
        clauses=_once((clause, *rules)),
        reasons=(quoted,),
        trace=_trace(matter, rules),
        changes=tuple(dict.fromkeys(changes)),
    )


def eligible(matter: Matter, rules: tuple[Eligibility, ...]) -> Decision:
    """Return that this can be done here, and by anyone, since no clause says who may."""
    before = firsts(matter)
    return Decision(
        Ruling.ALLOW,
        f"Yes: you may {doing(matter.action, matter.policy, matter.amount)}.",
        clauses=_once((*rules, *before)),
        reasons=(*stand_ins(matter), "Everything that the policy asks for is so."),
        before=tuple(rule.do for rule in before),
        trace=_trace(matter, rules),
    )


def stands_above(matter: Matter, lower: Rung) -> Decision:
    """Return that a role below the asker may do this, and that the policy says no more."""
    policy = matter.policy
    who = role_words(lower.role, policy)
    what = doing(matter.action, policy, matter.amount)
    return Decision(
        Ruling.YOUR_CALL,
        f"Your call: {who} may {what}, and you decide above them. The policy names no limit "
        "for you.",
        clauses=_once((lower.clause,) if lower.clause is not None else ()),
        reasons=(f"{capitalised(who)} may do this alone, and you stand above them.",),
        principles=principles(policy),
        before=tuple(rule.do for rule in firsts(matter)),
        changes=("A sentence with your own limit would settle it for good.",),
    )


def agree_together(matter: Matter, weighed: tuple[Weighed, ...], band: ApprovalRule) -> Decision:
    """Return that more than one person must agree, and who."""
    whom = "people" if band.approver == "anyone" else f"{band.approver.replace('_', ' ')}s"
    counted = {2: "two", 3: "three", 4: "four"}.get(band.people, str(band.people))
    who = "a colleague" if band.approver == "anyone" else f"{counted} {whom}"
    rules = firsts(matter)
    return Decision(
        Ruling.ASK,
        f"Ask {who}: {counted} {whom} must agree to this.",
        clauses=_once((band, *in_the_way(weighed, None), *rules)),
        reasons=(f"{capitalised(counted)} {whom} must agree.",),
        ask=band.approver,
        before=tuple(rule.do for rule in rules),
        trace=_trace(matter, (band,)),
        changes=(f"It is allowed once {counted} {whom} agree.",),
    )


def better_not(matter: Matter, clause: Prohibition) -> Decision:
    """Return that one should not, and may with a reason that is written down."""
    return Decision(
        Ruling.YOUR_CALL,
        f"Better not: {_quoted(clause, matter)} If you do, write down why.",
        clauses=(clause,),
        reasons=("You may deviate from what should be, with a reason.",),
        trace=_trace(matter, (clause,)),
        principles=principles(matter.policy),
    )


def left_to_you(matter: Matter, principle: Principle) -> Decision:
    """Return that it is the asker's call, inside the guard-rails."""
    policy, rail = matter.policy, broken_rail(matter, principle)
    owner = owner_rung(matter)
    if rail is not None and owner is not None:
        return Decision(
            Ruling.ASK,
            f"Ask {role_words(owner.role, policy)}: it is your call only as long as {rail}.",
            clauses=(principle,),
            reasons=(f"A guard-rail does not hold: {rail}.",),
            ask=owner.role,
            principles=(principle,),
            changes=(f"It is your call as long as {rail}.",),
        )
    return Decision(
        Ruling.YOUR_CALL,
        f"Your call: {_quoted(principle, matter)}",
        clauses=(principle,),
        reasons=("The policy leaves this to your judgment.",),
        ask=owner.role if owner is not None else None,
        principles=(principle,),
        changes=tuple(f"Ask first if it is not so that {one}." for one in principle.guard_rails),
    )


def owners_call(matter: Matter) -> Decision:
    """Return that the owner of the policy, of whom the clauses say nothing, decides."""
    clauses = matter.of_kind(Authority)
    return Decision(
        Ruling.YOUR_CALL,
        "Your call: the policy gives this to others and names no limit for you, who look after it.",
        clauses=clauses[:3],
        reasons=("You look after this policy, and it says nothing of you here.",),
        principles=principles(matter.policy),
        changes=("A sentence with your own limit would settle it for good.",),
    )


def nobody_may(matter: Matter, weighed: tuple[Weighed, ...]) -> Decision:
    """Return no where the asker is the last to ask and the policy goes no further."""
    why = why_beyond(matter, weighed)
    return Decision(
        Ruling.REFUSE,
        f"No: {why} The policy names nobody who may.",
        clauses=_once(in_the_way(weighed, None)),
        reasons=(why, "The policy names nobody who may."),
        limit_left=left_to_give(weighed[0], matter) if weighed else None,
        trace=_trace(matter, tuple(one.clause for one in weighed)),
        changes=(
            *changes_of(weighed, matter),
            "Going beyond the policy is an override, and needs its reason.",
        ),
    )


def need_facts(
    matter: Matter, missing: tuple[tuple[str, str], ...], clauses: tuple[Clause, ...]
) -> Decision:
    """Return what must be known first, each with the question to ask."""
    first = "One thing first" if len(missing) == 1 else f"{len(missing)} things first"
    return Decision(
        Ruling.NEED_FACTS,
        f"{first}: {uncapitalised(' '.join(question for _, question in missing))}",
        clauses=_once(clauses),
        reasons=("What is not known never counts as true.",),
        missing=missing,
        limit_left=next((left_to_give(one, matter) for one in weigh(matter)), None),
        before=tuple(rule.do for rule in firsts(matter)),
        trace=_trace(matter, clauses),
        changes=tuple(f'The answer to "{question}"' for _, question in missing),
    )


def uncapitalised(sentence: str) -> str:
    """Return the sentence as it stands inside another."""
    return sentence[:1].lower() + sentence[1:]


def without_rule(matter: Matter) -> Decision:
    """Return that no clause says who may, with the principles, a safe default and whom to ask."""
    policy, what = matter.policy, matter.action.replace("_", " ").strip()
    close = close_names(matter.action, known_actions(policy))
    meant = listed((f'"{one.replace("_", " ")}"' for one in close), "or")
    hint = f" Did you mean {meant}?" if close and matter.action not in close else ""
    return _no_rule(matter, f'The policy has no rule for "{what}".{hint}')


def not_in_table(matter: Matter, clause: Authority, found: TableLimit | None) -> Decision:
    """Return that the limit stands in a table that has no row for this, and which rows it has."""
    if found is None:
        named = f" by {clause.limit_of}" if clause.limit_of != TABLE else ""
        opening = f"The limit stands in a table{named}, and the policy has none with amounts."
    else:
        opening = (
            f'The table "{found.table.what}" has no row for "{found.value}". '
            f"It has {rows_named(found.table)}."
        )
    rows = found.table.rows if found is not None else ()
    return replace(_no_rule(matter, opening), clauses=_once((clause, *rows)))


def with_rows(matter: Matter, decision: Decision) -> Decision:
    """Return the decision with its clauses as they are written, and the rows looked up in them."""
    if not any(isinstance(one, Authority) and one.limit_of for one in decision.clauses):
        return decision
    clauses: list[Clause] = []
    for one in decision.clauses:
        clauses.append(matter.policy.clause(one.id) or one)
        if isinstance(one, Authority) and one.limit_of is not None:
            found = table_limit(one, matter.policy, matter.facts.values)
            clauses += [found.row] if found is not None and found.row is not None else []
    return replace(decision, clauses=_once(tuple(clauses)))


def role_unknown(matter: Matter) -> Decision:
    """Return that the policy does not know this role, and which it does."""
    policy = matter.policy
    known = known_roles(policy)
    close = close_names(matter.role, known)
    names = listed((role_words(one, policy) for one in close or known), "or")
    question = f"Did you mean {names}?" if close else f"Its roles are {names}."
    return _no_rule(matter, f'The policy knows no role "{matter.role}". {question}')


def _no_rule(matter: Matter, opening: str) -> Decision:
    policy, owner = matter.policy, owner_rung(matter)
    whom = (
        f" Ask {role_words(owner.role, policy)}."
        if owner is not None
        else " It is for you to decide, and worth a sentence in the policy."
    )
    return Decision(
        Ruling.NO_RULE,
        f"{opening}{whom}",
        reasons=(SAFE_DEFAULT,),
        ask=owner.role if owner is not None else None,
        principles=principles(policy),
        changes=("A sentence in the policy that says who may do this.",),
    )


def _quoted(clause: Clause, matter: Matter) -> str:
    text = clause.text or echo(clause, matter.policy)
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _once(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    kept: list[Clause] = []
    for clause in clauses:
        if not any(clause is one for one in kept):
            kept.append(clause)
    return tuple(kept)


def _trace(matter: Matter, clauses: tuple[Clause, ...]) -> tuple[Trace, ...]:
    return tuple(step for clause in _once(clauses) for step in traces(clause, matter.facts))
