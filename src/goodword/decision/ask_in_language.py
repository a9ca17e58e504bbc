"""A question in the language of a policy that is not English, answered in that language.

`ask.toml` of the pack has the words: what is passed over, what means the same, how leave is asked
for, and what is answered. Rulings are those of `decide`, whatever the language.
"""

from dataclasses import replace
from decimal import Decimal

from goodword.decision.answered import Answer
from goodword.decision.decide import decide
from goodword.decision.decision import Decision, Facts, Request, Ruling
from goodword.decision.find_in_language import find_in_language, groups_in, stems_in
from goodword.decision.limits import Allowance, allowances
from goodword.decision.naming import is_you, known_actions, known_roles
from goodword.decision.principle import principles
from goodword.decision.summary import RoleRuling
from goodword.document.echo import echo
from goodword.document.form_deed import deed_within
from goodword.document.form_phrases import role_words
from goodword.document.form_sentence import FormSentence, sentence_of
from goodword.document.form_words import listed
from goodword.language.normal import normal
from goodword.language.pack import Pack
from goodword.language.role import ANYONE, role_slug
from goodword.language.word import latin
from goodword.policy.authority import Authority
from goodword.policy.clause import Clause
from goodword.policy.condition import AllOf, AnyOf, Condition, Fact, Not
from goodword.policy.policy import Policy
from goodword.policy.situation import Situation, StepKind

_NOBODY = Clause()
_CLEARLY = 0.45


def ask_in_language(
    policy: Policy, words: str, role: str | None, *, at: int, facts: Facts, own: Pack
) -> Answer:
    """Return what the policy says to plain words in its own language."""
    known = None if role is None else _role(policy, role, own)
    matches = find_in_language(policy, words, own)
    situation = matches[0].situation if matches else None
    if role is not None and known is None:
        names = listed((_named(one, _NOBODY, policy, own) for one in known_roles(policy)), own)
        line = _say(own, "unknown_role").format(role=role, names=names)
        return Answer(words=words, summary=line, is_covered=False, matches=matches)
    if situation is not None and situation.emergency:
        return Answer(
            words=words,
            summary=_first_step(situation),
            is_covered=True,
            situation=situation,
            matches=matches,
            clauses=(situation,),
            ask=_whom(policy, situation, ()),
        )
    it = sentence_of(words.strip(" ?¿!¡"), policy.currency, own)
    request = _request(policy, it, known or _subject(policy, it, own) or ANYONE, own)
    if request is not None and matches and matches[0].score < _CLEARLY:
        # Leave is asked for: a moment that is only touched by a word of it is another matter.
        matches, situation = (), None
    actions = _actions(request, situation)
    one = request.role if request is not None and request.role != ANYONE else known
    asking = (one,) if one is not None else _roles_for(policy, actions)
    rulings = _rulings(policy, request, asking or (ANYONE,), facts, at, own, one)
    if rulings and all(one.decision.ruling is Ruling.NO_RULE for one in rulings):
        return _uncovered(policy, words, known, own)
    clauses = _clauses(situation, rulings)
    if not clauses:
        return _uncovered(policy, words, known, own)
    return Answer(
        words=words,
        summary=_summary(policy, situation, rulings, own),
        is_covered=True,
        situation=situation,
        matches=matches,
        request=request,
        rulings=rulings,
        allowances=_allowed(policy, actions, asking),
        clauses=clauses,
        ask=_whom(policy, situation, rulings),
        principles=tuple(rulings[0].decision.principles) if rulings else (),
    )


def _say(own: Pack, name: str) -> str:
    said: str = own.words("ask.say")[name]
    return said


def _named(role: str, clause: Clause, policy: Policy, own: Pack) -> str:
    if role == ANYONE:
        return _say(own, "anyone")
    return role_words(role, clause, policy, own, "nominative")


def _role(policy: Policy, name: str, own: Pack) -> str | None:
    """Return the role of the policy that a name means, None where it means none."""
    wanted = role_slug(normal(name), own)
    known = known_roles(policy)
    if wanted is None or wanted in {ANYONE, *known}:
        return wanted
    part = [one for one in known if wanted in one or one in wanted]
    return part[0] if len(part) == 1 else None


def _subject(policy: Policy, it: FormSentence, own: Pack) -> str | None:
    """Return the role of which a question asks what it may do."""
    low = latin(it.low, own)
    named = [one for one in known_roles(policy) if one.replace("_", " ") in low]
    return named[0] if len(named) == 1 else None


def _request(policy: Policy, it: FormSentence, role: str, own: Pack) -> Request | None:
    """Return what leave is asked for, None where none is."""
    asked = own.pattern("ask.leave").search(it.low) is not None
    wanted = own.pattern("ask.wants").search(it.low) is not None
    sums = [one.money for one in it.amounts if one.money.currency == policy.currency]
    action = goods = None
    told = set(stems_in(it.text, own))
    for clause in policy.of_kind(Authority):
        if clause.goods and set(stems_in(clause.goods, own)) & told and asked:
            action, goods = clause.action, clause.goods
    if action is None and (deed := deed_within(it, (0, len(it.low)))) is not None:
        action = deed.action
    if action is None and (asked or wanted):
        action = _told_action(policy, told, own)
    if action is None or not (asked or wanted or sums or it.shares):
        return None
    share: Decimal | None = it.shares[0][2] if len(it.shares) == 1 else None
    amount = sums[0].amount if len(sums) == 1 else None
    return Request(role, action, amount, goods, share)


def _told_action(policy: Policy, told: set[str], own: Pack) -> str | None:
    """Return an action of the policy all of whose words were told."""
    for action in known_actions(policy):
        wanted = set(stems_in(action.replace("_", " "), own))
        if wanted and wanted <= told:
            return action
    meant = groups_in(tuple(told), own)
    return next((action for action in known_actions(policy) if action in meant), None)


def _actions(request: Request | None, situation: Situation | None) -> tuple[str, ...]:
    found = [request.action] if request is not None else []
    steps = situation.steps if situation is not None else ()
    found += [step.action for step in steps if step.action is not None]
    return tuple(dict.fromkeys(found))


def _roles_for(policy: Policy, actions: tuple[str, ...]) -> tuple[str, ...]:
    concerned = {one.role for one in allowances(policy, actions, known_roles(policy))}
    return tuple(role for role in reversed(known_roles(policy)) if role in concerned)


def _allowed(
    policy: Policy, actions: tuple[str, ...], roles: tuple[str, ...]
) -> tuple[Allowance, ...]:
    """Return who may do what, each told by its clause."""
    table = allowances(policy, actions, roles)
    return tuple(replace(one, words=echo(one.clause, policy)) for one in table)


def _rulings(
    policy: Policy,
    request: Request | None,
    roles: tuple[str, ...],
    facts: Facts,
    at: int,
    own: Pack,
    known: str | None,
) -> tuple[RoleRuling, ...]:
    if request is None:
        return ()
    made = []
    for role in roles:
        decision = decide(policy, replace(request, role=role), facts, at=at)
        told = _told(decision, policy, own)
        made.append(RoleRuling(role, told, is_you(policy, role, known)))
    return tuple(made)


def _told(decision: Decision, policy: Policy, own: Pack) -> Decision:
    """Return the decision with its summary and its questions in the policy's language."""
    asked = tuple((fact, _question(fact, policy, own)) for fact, _ in decision.missing)
    return replace(
        decision,
        summary=_line(decision, asked, policy, own),
        reasons=(),
        changes=(),
        missing=asked,
    )


def _question(fact: str, policy: Policy, own: Pack) -> str:
    words = next(
        (
            one.words
            for clause in policy.clauses
            for condition in (clause.condition, clause.exception)
            for one in _facts(condition)
            if one.name == fact
        ),
        fact.replace("_", " "),
    )
    return _say(own, "fact").format(words=words)


def _facts(condition: Condition | None) -> tuple[Fact, ...]:
    match condition:
        case Fact():
            return (condition,)
        case Not(part=part):
            return _facts(part)
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return tuple(fact for one in parts for fact in _facts(one))
        case _:
            return ()


def _line(decision: Decision, asked: tuple[tuple[str, str], ...], policy: Policy, own: Pack) -> str:
    first = decision.clauses[0] if decision.clauses else None
    name = str(decision.ruling)
    slots = {"clause": echo(first, policy) if first is not None else "", "whom": ""}
    if decision.ruling is Ruling.ASK:
        whom = decision.ask or policy.owner or ANYONE
        slots["role"] = _named(whom, first or _NOBODY, policy, own)
    elif decision.ruling is Ruling.NEED_FACTS:
        name = "amount" if _only_the_amount(asked) else name
        slots["facts"] = " ".join(words for _, words in asked)
    line = _say(own, name).format(**slots).strip()
    return line[:1].upper() + line[1:]


def _summary(
    policy: Policy, situation: Situation | None, rulings: tuple[RoleRuling, ...], own: Pack
) -> str:
    if len(rulings) == 1 and rulings[0].is_you:
        return rulings[0].decision.summary
    if not rulings:
        return _first_step(situation) if situation is not None else ""
    if any(_lacks_only_the_amount(one.decision) for one in rulings):
        clauses = (clause for one in rulings for clause in one.decision.clauses)
        limits = dict.fromkeys(echo(one, policy) for one in clauses if isinstance(one, Authority))
        return _say(own, "amount").format(clause=" ".join(limits)).strip()
    parts = []
    for ruling, name in (
        (Ruling.ALLOW, "each_allow"),
        (Ruling.NEED_FACTS, "each_facts"),
        (Ruling.REFUSE, "each_refuse"),
    ):
        roles = [one.role for one in rulings if one.decision.ruling is ruling]
        if roles:
            parts.append(_say(own, name).format(roles=_listed(roles, policy, own)))
    asked: dict[str, list[str]] = {}
    for one in rulings:
        if one.decision.ruling is Ruling.ASK and one.decision.ask is not None:
            asked.setdefault(one.decision.ask, []).append(one.role)
    for whom, roles in asked.items():
        line = _say(own, "each_ask")
        name = _named(whom, _NOBODY, policy, own)
        parts.append(line.format(roles=_listed(roles, policy, own), whom=name))
    told = "; ".join(parts)
    return f"{told[:1].upper()}{told[1:]}."


def _lacks_only_the_amount(decision: Decision) -> bool:
    return decision.ruling is Ruling.NEED_FACTS and _only_the_amount(decision.missing)


def _only_the_amount(asked: tuple[tuple[str, str], ...]) -> bool:
    return [fact for fact, _ in asked] == ["amount"]


def _listed(roles: list[str], policy: Policy, own: Pack) -> str:
    return listed((_named(one, _NOBODY, policy, own) for one in roles), own)


def _first_step(situation: Situation) -> str:
    steps = [step for step in situation.steps if step.kind is not StepKind.NEVER_SAY]
    first = (steps or list(situation.steps))[0].words if situation.steps else situation.name
    return first if first.endswith((".", "!", "?")) else f"{first}."


def _clauses(situation: Situation | None, rulings: tuple[RoleRuling, ...]) -> tuple[Clause, ...]:
    found: list[Clause] = [clause for one in rulings for clause in one.decision.clauses]
    if situation is not None:
        found.append(situation)
    return tuple({clause.id or clause.text: clause for clause in found}.values())


def _whom(
    policy: Policy, situation: Situation | None, rulings: tuple[RoleRuling, ...]
) -> str | None:
    if len(rulings) == 1 and rulings[0].is_you:
        decision = rulings[0].decision
        if decision.ask is not None or decision.ruling is Ruling.ALLOW:
            return decision.ask
    for step in situation.steps if situation is not None else ():
        if step.kind in {StepKind.TELL, StepKind.HAND_OVER} and step.role is not None:
            return step.role
    return policy.owner


def _uncovered(policy: Policy, words: str, role: str | None, own: Pack) -> Answer:
    owner = policy.owner if policy.owner != role else None
    whom = ""
    if owner is not None:
        name = _named(owner, _NOBODY, policy, own)
        whom = _say(own, "uncovered_ask").format(role=name)
    return Answer(
        words=words,
        summary=_say(own, "uncovered").format(whom=whom),
        is_covered=False,
        ask=owner,
        principles=principles(policy),
    )
