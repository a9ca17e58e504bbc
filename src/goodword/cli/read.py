"""`goodword read POLICY`: every sentence with what it became."""

import argparse
from collections import Counter
from typing import Any

from goodword.cli.terminal import paint, policy_text, print_json
from goodword.document.echo import echo
from goodword.document.fields import fields_of
from goodword.document.read import read
from goodword.document.reading import Reading, Sentence, SentenceState
from goodword.policy.clause import Clause
from goodword.problem import Problem, Severity
from goodword.span import place_of

SUMMARY = "Show every sentence of a policy: live, almost live, or prose."
FINE, PROBLEMS = 0, 1
_MARKS = {
    SentenceState.LIVE: ("live", "green"),
    SentenceState.ALMOST: ("almost", "yellow"),
    SentenceState.PROSE: ("prose", "dim"),
}
_COLOURS = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.INFO: "blue",
    Severity.HINT: "dim",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the policy and the form of the answer."""
    parser.add_argument("policy", metavar="POLICY", help="a policy file; - for standard input")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Print every sentence with its state; return 1 where reading met an error, else 0."""
    reading = read(policy_text(arguments.policy), path=arguments.policy)
    if arguments.json:
        print_json(as_json(reading))
    else:
        _print(reading)
    failed = any(problem.severity is Severity.ERROR for problem in reading.problems)
    return PROBLEMS if failed else FINE


def as_json(reading: Reading) -> dict[str, Any]:
    """Return a reading ready for JSON: counts, sentences with their clauses, problems."""
    clauses = {clause.id: clause for clause in reading.policy.clauses}
    return {
        "path": reading.path,
        "title": reading.policy.title,
        "counts": counts(reading),
        "sentences": [
            {
                "state": str(sentence.state),
                "text": sentence.text,
                "section": sentence.section,
                "line": place_of(reading.text, sentence.span.start).line,
                "start": sentence.span.start,
                "end": sentence.span.end,
                "clauses": [
                    {
                        "id": clauses[one].id,
                        **fields_of(clauses[one]),
                        "audience": str(clauses[one].audience),
                        "echo": echo(clauses[one], reading.policy),
                    }
                    for one in sentence.clause_ids
                ],
            }
            for sentence in reading.sentences
        ],
        "problems": [_problem_json(problem, reading) for problem in reading.problems],
    }


def counts(reading: Reading) -> dict[str, int]:
    """Return how many sentences are live, almost live and prose, and how many clauses there are."""
    states = Counter(sentence.state for sentence in reading.sentences)
    return {
        "live": states[SentenceState.LIVE],
        "almost": states[SentenceState.ALMOST],
        "prose": states[SentenceState.PROSE],
        "clauses": len(reading.policy.clauses),
    }


def _problem_json(problem: Problem, reading: Reading) -> dict[str, Any]:
    place = place_of(reading.text, problem.span.start) if problem.span else None
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "understood": [list(slot) for slot in problem.understood],
        "fix": problem.fix.replacement if problem.fix else None,
    }


def _print(reading: Reading) -> None:
    clauses = {clause.id: clause for clause in reading.policy.clauses}
    section = None
    said: set[str] = set()
    for sentence in reading.sentences:
        if sentence.section != section:
            section = sentence.section
            found = reading.policy.section(section)
            print(f"\n{paint(found.title if found and found.title else reading.path, 'bold')}")
        _print_sentence(sentence, clauses, reading, said)
    for problem in reading.problems:
        _print_problem(problem, reading)
    told = counts(reading)
    print(
        f"\n{told['live']} live, {told['almost']} almost live, {told['prose']} prose; "
        f"{told['clauses']} clauses."
    )


def _print_sentence(
    sentence: Sentence, clauses: dict[str, Clause], reading: Reading, said: set[str]
) -> None:
    name, colour = _MARKS[sentence.state]
    print(f"  {paint(f'{name:<7}', colour)} {' '.join(sentence.text.split())}")
    for one in sentence.clause_ids:
        if one in said:
            continue
        said.add(one)
        first = echo(clauses[one], reading.policy).splitlines()[0]
        print(f"          {paint(f'{one}: {first}', 'dim')}")


def _print_problem(problem: Problem, reading: Reading) -> None:
    line = place_of(reading.text, problem.span.start).line if problem.span else 1
    print(
        f"\n{reading.path}:{line}  {paint(problem.code, _COLOURS[problem.severity])}  "
        f"{problem.message}"
    )
    if problem.understood:
        print(
            "   I understood: "
            + " · ".join(f"{name} = {value}" for name, value in problem.understood)
        )
    if problem.fix is not None:
        print(f"   Try: {problem.fix.replacement}")
