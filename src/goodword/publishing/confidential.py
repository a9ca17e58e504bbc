"""What the public never reads, whatever section it stands in."""

import re

from goodword.document.echo_amounts import money
from goodword.document.reading import Reading, Sentence
from goodword.policy.authority import ApprovalRule, Authority, CapRule, Precondition
from goodword.policy.clause import Audience, Clause
from goodword.policy.policy import Policy
from goodword.policy.situation import Situation, StepKind

SAFETY_STEPS = frozenset({StepKind.WARN, StepKind.END_CONTACT})
_EXAMPLE = re.compile(r"^\W*example\b", re.IGNORECASE)


def is_for_the_team(clause: Clause) -> bool:
    """Whether a clause is kept from the public: the team's own, authority, safety steps."""
    if clause.audience is Audience.TEAM:
        return True
    if isinstance(clause, Situation):
        return not clause.emergency and any(step.kind in SAFETY_STEPS for step in clause.steps)
    return isinstance(clause, Authority | ApprovalRule | CapRule | Precondition)


def is_withheld(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence of a public section is kept from the public all the same.

    Live sentences go by their clauses. An example goes by what it shows: one that names a role or
    an amount of somebody's authority would give it away.
    """
    policy = reading.policy
    clauses = [policy.clause(clause_id) for clause_id in sentence.clause_ids]
    if any(clause is not None and is_for_the_team(clause) for clause in clauses):
        return True
    if sentence.clause_ids or not _EXAMPLE.match(sentence.text):
        return False
    words = sentence.text.lower()
    names = [role.name.lower().removeprefix("the ") for role in policy.roles]
    return any(name in words for name in names) or any(
        amount in sentence.text for amount in limits(policy)
    )


def limits(policy: Policy) -> tuple[str, ...]:
    """Return every amount up to which somebody may give something, as written."""
    return tuple(
        dict.fromkeys(
            money(clause.limit, policy)
            for clause in policy.of_kind(Authority)
            if clause.limit is not None
        )
    )
