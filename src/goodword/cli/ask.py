"""`goodword ask POLICY "…"`: what the policy says to plain words."""

import argparse
import time
from collections.abc import Sequence

from goodword.cli.policy_file import reading_in
from goodword.cli.ruling_print import (
    print_clauses,
    print_list,
    wrapped,
)
from goodword.cli.terminal import paint, print_json
from goodword.decision.ask import Answer, ask
from goodword.decision.decision import Ruling
from goodword.decision.limits import said
from goodword.decision.record import answer_record
from goodword.decision.saying import role_words
from goodword.document.echo_amounts import capitalised
from goodword.document.form_phrases import role_words as form_role_words
from goodword.errors import GoodwordError
from goodword.language.pack import ENGLISH, pack
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.situation import Situation

SUMMARY = "Answer a question in plain words: the situation, its steps, the limits, whom to ask."
FINE = 0
LONGEST_QUESTION = 4_000
_COLOURS = {Ruling.ALLOW: "green", Ruling.REFUSE: "red"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the policy, the question, who asks and the form of the answer."""
    parser.add_argument("policy", metavar="POLICY", help="a policy file")
    parser.add_argument("words", nargs="+", metavar="WORDS", help="the question, in plain words")
    parser.add_argument("--role", help="who asks: a role of the policy")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Print what the policy says to the words; return 0 also where it says nothing."""
    policy = reading_in(arguments.policy).policy
    answer = ask(policy, _question(arguments.words), arguments.role, at=int(time.time()))
    if arguments.json:
        print_json(answer_record(answer, policy))
    else:
        _print(answer, policy)
    return FINE


def _question(words: Sequence[str]) -> str:
    question = " ".join(words).strip()
    if not question:
        raise GoodwordError(
            "The question has no words.", hint='Ask in plain words: "may I refund $80?"'
        )
    if len(question) > LONGEST_QUESTION:
        raise GoodwordError(
            f"The question has {len(question):,} characters; I read up to {LONGEST_QUESTION:,}.",
            hint="Ask for the heart of it in a sentence or two.",
        )
    return question


def _print(answer: Answer, policy: Policy) -> None:
    decision = answer.ruling
    one = decision.ruling if decision is not None else None
    emergency = answer.situation is not None and answer.situation.emergency
    colour = "red" if emergency else _COLOURS.get(one, "yellow") if one else "bold"
    print(paint(answer.summary, colour))
    own = pack(policy.language)
    titles = (own if own.has("ask.titles") else ENGLISH).words("ask.titles")
    if len(answer.rulings) == 1:
        print_list(titles["first"], answer.rulings[0].decision.before)
    if answer.situation is not None:
        _print_steps(answer.situation)
    limits = (capitalised(said(allowance, policy)) + "." for allowance in answer.allowances)
    print_list(titles["limits"], dict.fromkeys(limits))
    quoted = [clause for clause in answer.clauses if not isinstance(clause, Situation)]
    print_clauses(quoted, policy, title=titles["clause"])
    if decision is not None and one is not Ruling.NEED_FACTS:
        print_list(titles["changes"], decision.changes)
    print_clauses(answer.principles, policy, title=titles["guides"])
    others = [match.situation.name for match in answer.matches[1:3]]
    print_list(titles["also"], others)
    if answer.ask is not None and not emergency:
        role = role_words(answer.ask, policy)
        if own is not ENGLISH:
            role = form_role_words(answer.ask, Clause(), policy, own, "nominative")
        print(f"\n{titles['doubt'].format(role=role)}")


def _print_steps(situation: Situation) -> None:
    print(f"\n{paint(capitalised(situation.name), 'bold')} [{situation.id}]")
    for number, step in enumerate(situation.steps, 1):
        print(wrapped(f"{number}. {step.words}"))
