"""How an example of the document turned out."""

from dataclasses import dataclass
from enum import StrEnum

from goodword.span import Span


class ExampleState(StrEnum):
    """Whether the policy says what its example says."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example line: what it expected, what came instead, and which clauses it touches.

    `expected` and `got` are in the same words, so that they can be compared by eye. `message` is
    for people; empty where it passed.
    """

    text: str
    span: Span
    state: ExampleState
    expected: str
    got: str
    message: str = ""
    clause_ids: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the policy says what the example says."""
        return self.state is ExampleState.PASSED
