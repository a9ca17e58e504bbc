"""Something wrong, or worth knowing, in the user's own text: a value, never raised."""

from dataclasses import dataclass
from enum import StrEnum

from goodword.span import Span


class Severity(StrEnum):
    """How much a problem matters. Only an error keeps a policy from being published."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that would mend a problem: put `replacement` where `span` stands.

    `replacement` is a complete sentence that reads as a live clause.
    """

    label: str
    replacement: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about a text, with its place and a next step.

    `understood` lists the slots that were read ("to", "email"), so that the author sees what is
    missing. `related` points at other sentences involved, as in a contradiction, and `ways_out`
    are the choices that the author has there.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    understood: tuple[tuple[str, str], ...] = ()
    fix: Fix | None = None
    related: tuple[Span, ...] = ()
    ways_out: tuple[str, ...] = ()
