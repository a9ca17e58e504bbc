"""A question in plain words, answered from the policy and from nothing else."""

from dataclasses import replace

from goodword.decision.absence import BOSS, asks_who_stands_in, away_in, stand_in
from goodword.decision.answer import SAFE_DEFAULT
from goodword.decision.answered import Answer as Answer  # noqa: PLC0414  (known by this name)
from goodword.decision.ask_in_language import ask_in_language
from goodword.decision.decide import decide
from goodword.decision.decision import Facts, Request, Ruling
from goodword.decision.find import Match, find, index_of, quotes
from goodword.decision.hours_asked import asks_hours, hours_asked
from goodword.decision.limits import Allowance, allowances
from goodword.decision.lookup_asked import LookedFor, looked_for, rows_named_in
from goodword.decision.naming import close_names, find_role, is_you, known_roles
from goodword.decision.principle import principles
from goodword.decision.requested import Requested, requested
from goodword.decision.saying import role_words
from goodword.decision.sum_asked import other_money_in, share_in, without_amounts
from goodword.decision.summary import RoleRuling, lacks_only_how_much, summary_of
from goodword.decision.time_asked import time_asked, told_times
from goodword.decision.told_facts import told_facts
from goodword.decision.wanted import actions_in, may_i, subject_in
from goodword.document.echo_amounts import listed
from goodword.language.pack import ENGLISH, pack
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.situation import Situation, StepKind

NO_FACTS = Facts()


def ask(  # noqa: C901, PLR0911  (a list of cases)
    policy: Policy, words: str, role: str | None = None, *, at: int, facts: Facts = NO_FACTS
) -> Answer:
    """Return what the policy says to plain words: situation, steps, limits and the ruling.

    The same words get the same answer whoever asks; a `role` narrows the limits and the ruling to
    it. Nothing is invented: what no clause covers is said to be so. `at` is in UTC seconds.
    """
    own = pack(policy.language) if policy.language != ENGLISH.code else ENGLISH
    if own is not ENGLISH and own.has("ask.say"):
        return ask_in_language(policy, words, role, at=at, facts=facts, own=own)
    known = None if role is None else find_role(policy, role)
    subject = subject_in(policy, words)
    matches = find(policy, without_amounts(policy, words))
    situation = matches[0].situation if matches else None
    if role is not None and known is None:
        return _unknown_role(policy, words, role, matches)
    if situation is not None and situation.emergency:
        return _emergency(policy, words, matches)
    if (row := looked_for(policy, words)) is not None:
        return _looked_up(policy, words, row, known)
    if not may_i(words) and asks_hours(policy, words):
        return _hours(policy, words, known)
    if not may_i(words) and (promises := time_asked(policy, words)):
        said = told_times(policy, promises)
        return Answer(words=words, summary=said, is_covered=True, clauses=promises)
    known = subject or known
    wanted = requested(policy, words, known)
    request = wanted.request if wanted is not None else None
    away = away_in(policy, words)
    if request is None and away[:1] not in {(), (BOSS,)} and asks_who_stands_in(words):
        return _stand_in(policy, words, away[0])
    facts = _with_away(facts, away)
    if request is not None:
        told = {**rows_named_in(policy, words), **told_facts(policy, request.action, words)}
        facts = Facts({**told, **facts.values}, facts.given)
    actions = _actions(policy, request, situation)
    asking = (known,) if known is not None else _roles_for(policy, actions)
    rulings = _rulings(policy, request, asking, facts, at, known)
    if known is None and any(one.decision.ruling is Ruling.ALLOW for one in rulings):
        rulings += _who_must_ask(policy, request, asking, facts, at)
    if BOSS in away:
        facts = _with_away(facts, tuple(one.decision.ask for one in rulings if one.decision.ask))
        rulings = _rulings(policy, request, asking, facts, at, known)
    if rulings and all(one.decision.ruling is Ruling.NO_RULE for one in rulings):
        return _uncovered(policy, words, known)
    clauses = _clauses(policy, words, situation, rulings)
    if not clauses:
        return _uncovered(policy, words, known)
    table = allowances(policy, actions, asking)
    return Answer(
        words=words,
        summary=summary_of(
            policy,
            matches,
            _asked_for(wanted, rulings),
            table,
            clauses,
            other_money_in(policy, words),
            taken_as=wanted.request.action if wanted is not None and wanted.is_near else None,
        ),
        is_covered=True,
        situation=situation,
        matches=matches,
        request=request,
        rulings=rulings,
        allowances=table,
        clauses=clauses,
        ask=_whom(policy, situation, rulings, table),
        principles=tuple(rulings[0].decision.principles) if rulings else (),
    )


def _asked_for(wanted: Requested | None, rulings: tuple[RoleRuling, ...]) -> tuple[RoleRuling, ...]:
    """Return the rulings that were asked for, by a question for leave or by an amount.

    Else somebody told what happened: what to do stands first, unless it tells the one who asks how
    far they may go.
    """
    if wanted is None or wanted.is_asked:
        return rulings
    helps = len(rulings) == 1 and rulings[0].decision.ruling is not Ruling.REFUSE
    helps = helps and (rulings[0].is_you or lacks_only_how_much(rulings[0].decision))
    return rulings if helps else ()


def _hours(policy: Policy, words: str, role: str | None) -> Answer:
    """Return when the house is open, as far as the policy says it."""
    line, clauses = hours_asked(policy, words)
    if not clauses:
        return _uncovered(policy, words, role)
    return Answer(words=words, summary=line, is_covered=True, clauses=clauses)


def _looked_up(policy: Policy, words: str, row: LookedFor, role: str | None) -> Answer:
    """Return what a table says: its row, or that it has none."""
    line = row.line(policy)
    if row.is_missing:
        uncovered = _uncovered(policy, words, role)
        _, _, rest = uncovered.summary.partition(". ")
        return replace(uncovered, summary=f"{line} {rest}", clauses=row.table.rows)
    return Answer(words=words, summary=line, is_covered=True, clauses=row.rows or row.table.rows)


def _emergency(policy: Policy, words: str, matches: tuple[Match, ...]) -> Answer:
    """Return what to do now, and nothing that could stand in its way: no limit and no ruling."""
    situation = matches[0].situation
    return Answer(
        words=words,
        summary=summary_of(policy, matches, (), (), ()),
        is_covered=True,
        situation=situation,
        matches=matches,
        clauses=(situation,),
        ask=_whom(policy, situation, (), ()),
    )


def _with_away(facts: Facts, away: tuple[str, ...]) -> Facts:
    """Return the facts with those who are said to be away."""
    values = {f"away_{role}": True for role in away if role != BOSS}
    return Facts({**values, **facts.values}, facts.given)


def _stand_in(policy: Policy, words: str, role: str) -> Answer:
    line, whom, clauses = stand_in(policy, role)
    return Answer(
        words=words,
        summary=line,
        is_covered=bool(clauses),
        clauses=clauses,
        ask=whom,
        principles=() if clauses else principles(policy),
    )


def _actions(
    policy: Policy, request: Request | None, situation: Situation | None
) -> tuple[str, ...]:
    found = [request.action] if request is not None else []
    if situation is not None:
        index = index_of(policy)
        for step in situation.steps:
            if step.action is not None:
                found.append(step.action)
            if step.kind in {StepKind.OFFER, StepKind.DO}:
                found += actions_in(policy, index.told(step.words))
    return tuple(dict.fromkeys(found))


def _roles_for(policy: Policy, actions: tuple[str, ...]) -> tuple[str, ...]:
    """Return the roles of whom some clause about these actions speaks, the most limited first."""
    concerned = {one.role for one in allowances(policy, actions, known_roles(policy))}
    return tuple(role for role in reversed(known_roles(policy)) if role in concerned)


def _rulings(
    policy: Policy,
    request: Request | None,
    roles: tuple[str, ...],
    facts: Facts,
    at: int,
    known: str | None,
) -> tuple[RoleRuling, ...]:
    if request is None:
        return ()
    asked = roles or ("anyone",)
    return tuple(
        RoleRuling(
            role,
            decide(
                policy,
                replace(request, role=role),
                facts,
                at=at,
            ),
            is_you(policy, role, known),
        )
        for role in asked
    )


def _who_must_ask(
    policy: Policy, request: Request | None, asking: tuple[str, ...], facts: Facts, at: int
) -> tuple[RoleRuling, ...]:
    """Return the rulings of those of whom no clause speaks, and who ask somebody who may."""
    others = tuple(role for role in reversed(known_roles(policy)) if role not in asking)
    made = _rulings(policy, request, others, facts, at, None) if others else ()
    return tuple(one for one in made if one.decision.ruling is Ruling.ASK)


def _clauses(
    policy: Policy, words: str, situation: Situation | None, rulings: tuple[RoleRuling, ...]
) -> tuple[Clause, ...]:
    found: list[Clause] = []
    for one in rulings:
        found += one.decision.clauses
    if situation is not None:
        found.append(situation)
    if not rulings and not (may_i(words) and situation is None and share_in(words) is not None):
        found += [clause for clause, _ in quotes(policy, words) if clause is not situation]
    kept: dict[str, Clause] = {}
    for clause in found:
        kept.setdefault(clause.id or clause.text or str(id(clause)), clause)
    return tuple(kept.values())


def _whom(
    policy: Policy,
    situation: Situation | None,
    rulings: tuple[RoleRuling, ...],
    table: tuple[Allowance, ...],
) -> str | None:
    """Return whom to ask: who may allow it, whom the steps name, else the policy's owner."""
    if len(rulings) == 1 and rulings[0].is_you:
        decision = rulings[0].decision
        above = next((one.above for one in table if one.clause in decision.clauses), None)
        if decision.ask is not None or decision.ruling is Ruling.ALLOW:
            return decision.ask
        if decision.ruling is Ruling.NEED_FACTS and above is not None:
            return above
    steps = situation.steps if situation is not None else ()
    for kind in (StepKind.TELL, StepKind.HAND_OVER):
        for step in steps:
            if step.kind is kind and step.role is not None:
                return step.role
    return policy.owner


def _unknown_role(policy: Policy, words: str, role: str, matches: tuple[Match, ...]) -> Answer:
    known = known_roles(policy)
    close = close_names(role, known)
    names = listed((role_words(one, policy) for one in close or known), "or")
    question = f"Did you mean {names}?" if close else f"Its roles are {names}."
    urgent = tuple(match for match in matches if match.situation.emergency)
    return Answer(
        words=words,
        summary=f'The policy knows no role "{role}". {question}',
        is_covered=bool(urgent),
        situation=urgent[0].situation if urgent else None,
        matches=matches,
        clauses=tuple(match.situation for match in urgent),
        ask=policy.owner,
        principles=principles(policy),
    )


def _uncovered(policy: Policy, words: str, role: str | None) -> Answer:
    owner = policy.owner if policy.owner != role else None
    whom = f" Ask {role_words(owner, policy)}." if owner is not None else ""
    return Answer(
        words=words,
        summary=f"No clause of the policy covers this.{whom} {SAFE_DEFAULT}",
        is_covered=False,
        ask=owner,
        principles=principles(policy),
    )
