"""What every clause carries, whatever it says."""

from dataclasses import dataclass, field
from enum import StrEnum

from goodword.policy.condition import Condition
from goodword.span import Span

NOWHERE = Span(0, 0)


class Strength(StrEnum):
    """How binding a clause is. `aim` is measured but does not escalate."""

    MUST = "must"
    SHOULD = "should"
    AIM = "aim"
    MAY = "may"
    MUST_NOT = "must_not"


class Audience(StrEnum):
    """Who sees a clause."""

    PUBLIC = "public"
    TEAM = "team"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A sentence that runs. Equality leaves out where it stands and how it is worded.

    `id` is made from what the clause is about, never from its wording, place or numbers.
    `text` is the sentence as written, with its lead-in joined; `span` is its place in the source.
    """

    id: str = field(default="", compare=False)
    span: Span = field(default=NOWHERE, compare=False)
    text: str = field(default="", compare=False)
    section: str = field(default="", compare=False)
    audience: Audience = Audience.TEAM
    strength: Strength = Strength.MUST
    condition: Condition | None = None
    exception: Condition | None = None
