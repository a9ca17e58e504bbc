"""Rulings and clauses on the terminal: the ruling first, then what to do, then why."""

import textwrap
from collections.abc import Iterable

from goodword.cli.terminal import paint
from goodword.decision.decision import Decision, Ruling
from goodword.decision.record import clause_record
from goodword.decision.saying import money
from goodword.document.echo_amounts import capitalised
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy

_COLOURS = {Ruling.ALLOW: "green", Ruling.REFUSE: "red"}
_WIDTH = 92


def print_decision(decision: Decision, policy: Policy) -> None:
    """Print a decision so that its first line can be acted on."""
    print(paint(decision.summary, _COLOURS.get(decision.ruling, "yellow")))
    print_list("First", decision.before)
    print_clauses(decision.clauses, policy)
    left = decision.limit_left
    if left is not None:
        print(f"\nLeft to give here: {money(left, policy)}")
    print_list("Why", (one for one in decision.reasons if one not in decision.summary))
    print_list("What would change it", decision.changes)
    print_principles(decision.principles, policy)


def print_list(title: str, lines: Iterable[str]) -> None:
    """Print lines under a title, and nothing where there are none."""
    found = [capitalised(line) for line in lines if line]
    if found:
        print(f"\n{paint(title, 'bold')}")
        for line in found:
            print(wrapped(f"- {line}"))


def print_clauses(clauses: Iterable[Clause], policy: Policy, *, title: str = "The clause") -> None:
    """Print clauses as they are quoted, each with its id."""
    found = list(clauses)
    if found:
        print(f"\n{paint(title, 'bold')}")
        for clause in found:
            record = clause_record(clause, policy)
            print(wrapped(f'- "{" ".join(str(record["text"]).split())}" [{clause.id}]'))


def print_principles(clauses: Iterable[Clause], policy: Policy) -> None:
    """Print the principles that guide where no rule does."""
    print_clauses(clauses, policy, title="What guides us")


def wrapped(line: str) -> str:
    """Return a line indented and broken to the width of a terminal."""
    return textwrap.fill(
        line, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
    )
