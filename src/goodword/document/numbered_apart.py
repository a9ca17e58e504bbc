"""Numbered lines below a moment that are no steps of ours: they tell people what to count on."""

import re
from collections.abc import Iterable

from goodword.document.sentence_reader import understand_text
from goodword.document.setting import Setting
from goodword.document.steps import step_of
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.language.time_phrase import times_in
from goodword.language.verb import is_plain
from goodword.policy.clause import Clause, Strength
from goodword.policy.duty import Escalation
from goodword.policy.promise import Promise
from goodword.policy.situation import StepKind

# Who or what something is told of stands first, or has a verb of its own. An order has neither:
# "Mend it within 2 working days", "Pay it back the same day".
_TOLD = re.compile(
    r"^(?:we|i|you|they|it|who)\b|[,;:] (?:we|i|you|they|it)\b|"
    r"\b(?:is|are|will|shall|gets?|has|have)\b"
)
_WAY = Cued(
    r"\byou (?:can|may)\b",
    "you can|you may",
)


def counts_apart(texts: Iterable[str], setting: Setting) -> bool:
    """Whether one of the lines promises something by a time, or shows people a way of their own.

    "A complaint is acknowledged within 3 working days" is a promise like any other, and would be
    lost as a step; "Tell the manager within 3 working days" is said to the team, and is a step.
    """
    return any(_is_apart(one, setting) for one in texts)


def _is_apart(text: str, setting: Setting) -> bool:
    low = normal(text)
    if not ((times_in(low) and _TOLD.search(low)) or _WAY.search(low)):
        return False
    if is_plain(low.split(" ", 1)[0]) and not _WAY.search(low):
        return False
    if step_of(text, setting).kind is not StepKind.DO:
        return False
    understood = understand_text(text, setting)
    return not understood.almost and any(_is_for_people(one) for one in understood.clauses)


def _is_for_people(clause: Clause) -> bool:
    if isinstance(clause, Promise):
        return clause.limit is not None
    return isinstance(clause, Escalation) and clause.strength is Strength.MAY
