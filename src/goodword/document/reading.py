"""What came of reading a text."""

from dataclasses import dataclass
from enum import StrEnum

from goodword.policy.policy import Policy
from goodword.problem import Problem
from goodword.span import Span


class SentenceState(StrEnum):
    """What a sentence is to the machine. Nothing else exists, and nothing is dropped."""

    LIVE = "live"
    ALMOST = "almost"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item with its lead-in, or table row, and what it became.

    `text` is plain text with the lead-in joined; `span` covers the sentence's own characters in
    the source and `lead_in_span` those of its lead-in. `clause_ids` are in order.
    """

    text: str
    span: Span
    state: SentenceState
    section: str
    clause_ids: tuple[str, ...] = ()
    lead_in_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, the policy in it, every sentence with its state, and the problems met.

    `path` is what messages call the text. `problems` are those of reading alone; `check` adds its
    own.
    """

    text: str
    path: str
    policy: Policy
    sentences: tuple[Sentence, ...]
    problems: tuple[Problem, ...]
