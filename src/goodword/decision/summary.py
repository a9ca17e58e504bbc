"""The one line that a person with a ringing phone reads first."""

import re
from dataclasses import dataclass

from goodword.decision.answer import uncapitalised
from goodword.decision.decision import Decision, Ruling
from goodword.decision.find import Match
from goodword.decision.limits import Allowance, said
from goodword.decision.saying import doing, money, role_words
from goodword.document.echo_amounts import capitalised, listed
from goodword.language.en.echo_phrases import SYMBOLS
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money
from goodword.policy.situation import Situation, StepKind

_NUMBER = re.compile(r"\d+")
_HOW_MUCH, _HOW_LONG = frozenset({"amount", "price"}), "length_in_"
_LEAD = re.compile(r"^in an emergency,? ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RoleRuling:
    """What `decide` answers to one role.

    `is_you` is False where nobody said who asks, and the role may be another's.
    """

    role: str
    decision: Decision
    is_you: bool = True


def summary_of(
    policy: Policy,
    matches: tuple[Match, ...],
    rulings: tuple[RoleRuling, ...],
    table: tuple[Allowance, ...],
    clauses: tuple[Clause, ...],
    other_money: Money | None = None,
    taken_as: str | None = None,
) -> str:
    """Return the answer in a line: the ruling that was asked for, else the first thing to do.

    `taken_as` is the action that the words were taken for, where the policy has none of that name.
    """
    situation = matches[0].situation if matches else None
    if rulings and not (situation is not None and situation.emergency):
        opening = f'Taken as "{doing(taken_as, policy)}": ' if taken_as is not None else ""
        if len(rulings) == 1 and rulings[0].is_you:
            line = _to_one(policy, rulings[0], table, other_money)
        else:
            line = _to_each(policy, rulings, table)
        return f"{opening}{uncapitalised(line)}" if opening else line
    if situation is not None:
        return _first_step(situation, matches[1:])
    return clauses[0].text


def _first_step(situation: Situation, others: tuple[Match, ...]) -> str:
    """Return the first thing to do or say, and what to do if it is an emergency after all."""
    steps = [step for step in situation.steps if step.kind is not StepKind.NEVER_SAY]
    steps = steps or list(situation.steps)
    first = steps[0].words if steps else situation.text or situation.name
    line = capitalised(_sentence(first))
    urgent = next((one.situation for one in others if one.situation.emergency), None)
    if urgent is None or situation.emergency or not urgent.steps:
        return line
    call = urgent.steps[0].words
    numbers = set(_NUMBER.findall(call))
    if numbers and numbers <= set(_NUMBER.findall(line)):
        return line
    return f"{line} If anybody is in danger: {_sentence(_LEAD.sub('', call))}"


def _to_one(
    policy: Policy, ruling: RoleRuling, table: tuple[Allowance, ...], other_money: Money | None
) -> str:
    """Return the ruling; where only the amount is missing, the limit answers better."""
    decision = ruling.decision
    if not lacks_only_how_much(decision):
        return decision.summary
    own = [one for one in table if one.clause in decision.clauses and one.allowed]
    if not own:
        return decision.summary
    limit = said(own[0], policy).removeprefix(role_words(own[0].role, policy))
    if other_money is not None:
        sign = SYMBOLS.get(policy.currency, policy.currency)
        return f"You{limit}. How much is {money(other_money, policy)} in {sign}?"
    question = decision.missing[0][1] if decision.missing else "How much would it be?"
    return f"You{limit}. {question}"


def lacks_only_how_much(decision: Decision) -> bool:
    """Whether the limits answer best: only how much, or how long, is not known."""
    return decision.ruling is Ruling.NEED_FACTS and all(
        slug in _HOW_MUCH or slug.startswith(_HOW_LONG) for slug, _ in decision.missing
    )


def _to_each(policy: Policy, rulings: tuple[RoleRuling, ...], table: tuple[Allowance, ...]) -> str:
    """Return what each role may; roles with the same answer are named together."""
    if any(lacks_only_how_much(one.decision) for one in rulings):
        action = rulings[0].role and next((one.action for one in table), "")
        told = dict.fromkeys(said(one, policy) for one in table if one.action == action)
        return capitalised(_sentence("; ".join(told)))
    parts = []
    for ruling, words in (
        (Ruling.ALLOW, "allowed for"),
        (Ruling.YOUR_CALL, "the judgment of"),
        (Ruling.REFUSE, "not for"),
    ):
        roles = [one.role for one in rulings if one.decision.ruling is ruling]
        if roles:
            parts.append(f"{words} {listed(role_words(role, policy) for role in roles)}")
    asked: dict[str, list[str]] = {}
    for one in rulings:
        if one.decision.ruling is Ruling.ASK and one.decision.ask is not None:
            asked.setdefault(one.decision.ask, []).append(one.role)
    for whom, roles in asked.items():
        asking = listed(role_words(role, policy) for role in roles)
        parts.append(f"{asking} should ask {role_words(whom, policy)}")
    open_ones = [one for one in rulings if one.decision.ruling is Ruling.NEED_FACTS]
    limits, questions = _limits_and_questions(policy, open_ones, table)
    return " ".join((capitalised(_sentence("; ".join((*parts, *limits)))), *questions))


def _limits_and_questions(
    policy: Policy, rulings: list[RoleRuling], table: tuple[Allowance, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what those may of whom more must be known, and what must be known."""
    clauses = [clause for one in rulings for clause in one.decision.clauses]
    limits = tuple(dict.fromkeys(said(one, policy) for one in table if one.clause in clauses))
    asked = dict.fromkeys(question for one in rulings for _, question in one.decision.missing)
    if rulings and not limits:
        names = listed(role_words(one.role, policy) for one in rulings)
        limits = (f"more must be known for {names}",)
    return limits, tuple(asked)


def _sentence(words: str) -> str:
    return words if words.rstrip("\"'”’").endswith((".", "!", "?")) else f"{words}."
