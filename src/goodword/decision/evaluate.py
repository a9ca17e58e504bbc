"""Conditions of clauses judged against facts, with what was looked at and what to ask for."""

from collections.abc import Iterator

from goodword.case.holds import every, holds, negated
from goodword.decision.decision import Facts, Trace
from goodword.document.echo_condition import condition as condition_words
from goodword.policy.clause import Clause
from goodword.policy.condition import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Fact,
    Not,
    Quantified,
    Relation,
)

Leaf = Fact | Compare | Relation | Quantified


def evaluate(condition: Condition | None, facts: Facts) -> bool | None:
    """Return whether the condition holds, None where the facts do not settle it."""
    return holds(condition, facts.values)


def applies(clause: Clause, facts: Facts) -> bool | None:
    """Return whether the clause speaks here: its condition holds, and its exception does not."""
    exception = False if clause.exception is None else evaluate(clause.exception, facts)
    return every((evaluate(clause.condition, facts), negated(exception)))


def traces(clause: Clause, facts: Facts) -> tuple[Trace, ...]:
    """Return each thing the clause's condition and exception looked at, in its own words."""
    return tuple(
        Trace(condition_words(leaf), evaluate(leaf, facts), clause.id) for leaf in _leaves(clause)
    )


def questions(clause: Clause, facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the facts that would settle whether the clause applies, each with its question."""
    asked: dict[str, str] = {}
    for leaf in _leaves(clause):
        if evaluate(leaf, facts) is None:
            for name, question in _asked(leaf, facts):
                asked.setdefault(name, question)
    return tuple(asked.items())


def _asked(leaf: Leaf, facts: Facts) -> Iterator[tuple[str, str]]:
    words = condition_words(leaf)
    match leaf:
        case Fact() | Quantified():
            yield leaf.name, f"Is this so: {words}?"
        case Compare():
            yield leaf.name, f"{measure(leaf.name)} The policy asks whether {words}."
        case Relation():
            names = [name for name in (leaf.name, leaf.other) if name not in facts.values]
            for name in names or (leaf.name, leaf.other):
                yield name, f"{measure(name)} The policy asks whether {words}."


def measure(name: str) -> str:
    """Return the question for a fact that is a number or a word, not a yes or a no."""
    words = name.replace("_", " ")
    unit, since, event = words.partition(" since ")
    if since:
        return f"How many {unit} have passed since the {event}?"
    unit, until, event = words.partition(" until ")
    if until:
        return f"How many {unit} are left until the {event}?"
    if words.startswith("length in "):
        return f"How many {words.removeprefix('length in ')} would it be?"
    return f'What is "{words}"?'


def _leaves(clause: Clause) -> Iterator[Leaf]:
    for condition in (clause.condition, clause.exception):
        if condition is not None:
            yield from _leaves_of(condition)


def _leaves_of(condition: Condition) -> Iterator[Leaf]:
    match condition:
        case Fact() | Compare() | Relation() | Quantified():
            yield condition
        case Not():
            yield from _leaves_of(condition.part)
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from _leaves_of(part)
