"""A policy of one's own, from the answers that were given."""

from goodword.businesstime.openings import openings_for
from goodword.checks.examples import has_boundary
from goodword.document.read import read
from goodword.example.illustrate import illustrate
from goodword.example.pasted import pasted
from goodword.policy.policy import Policy
from goodword.starters.draft import draft
from goodword.starters.question import Answers
from goodword.starters.sections import SECTIONS


def compose(answers: Answers, *, at: int) -> str:
    """Return a complete policy (Markdown) from the answers, clean under every check.

    What was skipped stands there in the words of the sector. Its examples are worked out from the
    first Friday after `at` (UTC seconds).
    """
    it = draft(answers)
    written = [text for section in SECTIONS if (text := section(it))]
    text = "\n\n".join(written) + "\n"
    return f"{text}\n## Examples\n\n{_examples(read(text).policy, at)}"


def _examples(policy: Policy, at: int) -> str:
    openings = openings_for(policy.hours, at) if policy.hours is not None else None
    lines = []
    for clause in policy.clauses:
        shown = illustrate(clause, policy, openings, at=at) if has_boundary(clause) else None
        if shown is not None:
            lines.append(f"{pasted(shown, policy)}\n")
    return "".join(lines)
