"""A learning item whose key the policy itself answers."""

from dataclasses import dataclass
from enum import StrEnum


class LessonKind(StrEnum):
    """What a question is about."""

    BOUNDARY = "boundary"  # may I, just at the limit?
    ASK = "ask"  # who decides above it?
    NEVER = "never"  # what nobody, or not this role, may do
    DUE = "due"  # by when?
    TOLD = "told"  # who must hear of it?
    PHRASE = "phrase"  # what do we say, and what not?
    STEP = "step"  # what comes first?
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question with its choices, of which exactly one is right.

    `id` is made from the clause and what is asked of it, and stays the same when a number in the
    clause changes; `fingerprint` changes then, so that what was learnt before does not count for
    the new clause. It does not change with the wording or with the day on which a question is
    asked. `key` is the place of the right choice. `explanation` quotes the clause.
    """

    id: str
    kind: LessonKind
    question: str
    choices: tuple[str, ...]
    key: int
    clause_id: str
    explanation: str
    fingerprint: str

    @property
    def answer(self) -> str:
        """The right choice."""
        return self.choices[self.key]
