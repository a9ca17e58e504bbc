"""What an answer comes to: words that can stand in the policy, or a kind question again."""

from dataclasses import dataclass

from goodword.checks.run import check
from goodword.document.echo import echo
from goodword.document.read import read
from goodword.policy.definition import TermClause
from goodword.policy.goal import Excellence, Goal
from goodword.problem import Severity

# In which single sentences are tried.
HOURS = "Our opening hours are Monday to Friday, 9am to 5pm.\nAll times are London time.\n"
# Clauses that say what is meant or wished, and lay nothing down.
_WISHES = (TermClause, Excellence, Goal)
GRAVE = frozenset({Severity.ERROR, Severity.WARNING})


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer that was understood: the words for the policy, and what to say of them."""

    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Again:
    """An answer that could not be used: why, and what would do."""

    message: str


def trouble(sentence: str) -> Again | None:
    """Return why a sentence of plain prose would not be quiet in a policy, None where it is."""
    reading = read(f"# A place\n\n{HOURS}\n{sentence}\n")
    after = reading.text.index(sentence)
    live = [
        one
        for one in reading.policy.clauses
        if one.span.start >= after and not isinstance(one, _WISHES)
    ]
    if live:
        return Again(
            f"I would read that as a rule: {echo(live[0], reading.policy)} Rules come in a moment; "
            "here, say what you wish for people."
        )
    for problem in check(reading, at=0):
        placed = problem.span is not None and problem.span.start >= after
        if placed and problem.severity in GRAVE:
            return Again(f"{problem.message} Can you say it otherwise?")
    return None
