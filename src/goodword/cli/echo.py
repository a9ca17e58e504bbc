"""`goodword echo POLICY`: each live clause as written, as understood, and at work."""

import argparse
import textwrap
import time

from goodword.businesstime.openings import Openings, openings_for
from goodword.cli.moment import instant
from goodword.cli.policy_file import EXAMPLE
from goodword.cli.terminal import named, paint, policy_text, print_json
from goodword.document.echo import echo
from goodword.document.read import read
from goodword.errors import UnreadableFileError
from goodword.example.example import Example
from goodword.example.illustrate import illustrate
from goodword.example.moment import zone_of
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy

SUMMARY = "Say each clause back as it was understood, with a worked example."
FINE = 0
_WIDTH = 92
_INDENT = " " * 14


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the policy, the date of the examples and the form of the answer."""
    parser.add_argument("policy", metavar="POLICY", help="a policy file; - for standard input")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument(
        "--at",
        metavar="INSTANT",
        help="work the examples from this ISO 8601 date or instant on; default: now",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print every clause of the policy with its echo and its worked example; return 0."""
    text = policy_text(arguments.policy)
    if not text.strip():
        raise UnreadableFileError(f"{named(arguments.policy)} is empty.", hint=EXAMPLE)
    policy = read(text, path=arguments.policy).policy
    at = int(time.time()) if arguments.at is None else instant(arguments.at, zone_of(policy).key)
    openings = None if policy.hours is None else openings_for(policy.hours, at)
    told = [(clause, _example(clause, policy, openings, at)) for clause in policy.clauses]
    if arguments.json:
        print_json({"policy": policy.title, "clauses": [_json(*one, policy) for one in told]})
    else:
        for clause, example in told:
            _print(clause, example, policy)
        print(_summary(len(told)))
    return FINE


def _example(clause: Clause, policy: Policy, openings: Openings | None, at: int) -> Example | None:
    return illustrate(clause, policy, openings, at=at)


def _json(clause: Clause, example: Example | None, policy: Policy) -> dict[str, object]:
    return {
        "id": clause.id,
        "kind": type(clause).__name__,
        "section": clause.section,
        "audience": str(clause.audience),
        "you_wrote": clause.text,
        "i_will_do": echo(clause, policy),
        "example": None
        if example is None
        else {"words": example.words, "started_at": example.started_at, "due": example.due},
        "start": clause.span.start,
        "end": clause.span.end,
    }


def _print(clause: Clause, example: Example | None, policy: Policy) -> None:
    print(paint(clause.id, "bold"))
    _line("You wrote", " ".join(clause.text.split()))
    _line("I will do", echo(clause, policy).lstrip("# "))
    if example is not None:
        _line("For example", example.words)
    print()


def _line(name: str, words: str) -> None:
    wrapped = [
        piece for line in words.splitlines() if line for piece in textwrap.wrap(line, _WIDTH)
    ]
    body = f"\n{_INDENT}".join(wrapped)
    print(f"  {paint(f'{name:<12}', 'dim')}{body}")


def _summary(clauses: int) -> str:
    if not clauses:
        return (
            "No sentence of this text is live yet. "
            'Try one such as "We reply to every email within 1 working day."'
        )
    return f"{clauses} clause{'s' * (clauses != 1)}."
