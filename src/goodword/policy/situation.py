"""What people do in a given moment."""

from dataclasses import dataclass
from enum import StrEnum

from goodword.policy.clause import Clause
from goodword.policy.quantity import Duration, Money


class StepKind(StrEnum):
    """What a step asks for."""

    DO = "do"
    SAY = "say"
    NEVER_SAY = "never_say"
    RECORD = "record"
    TELL = "tell"
    HAND_OVER = "hand_over"
    OFFER = "offer"
    WARN = "warn"
    END_CONTACT = "end_contact"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, in the author's words, with what a program needs of it.

    `phrase` is what to say or not to say; `role` whom to tell or hand over to; `within` by when;
    `action` and `amount` what is offered.
    """

    kind: StepKind
    words: str
    phrase: str | None = None
    role: str | None = None
    within: Duration | None = None
    action: str | None = None
    amount: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation(Clause):
    """A named moment, the words by which people know it, and the steps it asks for.

    `phrases` are example words ("wants their money back") that `find` matches beside the name.
    `emergency` situations pre-empt everything else.
    """

    name: str
    phrases: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    emergency: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyWords(Clause):
    """Words that mean an emergency, and what to do then. They only ever add urgency."""

    words: tuple[str, ...]
    instruction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase(Clause):
    """Say `say`; or do not say `never`, and say `say` where that is given."""

    say: str | None = None
    never: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle(Clause):
    """Room for judgment: `words`, with guard-rails ("as long as …"). The ruling is `your call`."""

    words: str
    guard_rails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct(Clause):
    """What `role` (or anyone) does whenever somebody is served, whatever the moment.

    `does` is in the author's words, as an order: "use the customer's name at least once".
    """

    does: str
    role: str = "anyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseRule(Clause):
    """What holds here, in the author's words: people keep to it, and nothing runs it.

    `words` is a whole sentence without its full stop: "returns need the original packaging". `sort`
    says of what sort it is ("channel", "hours", "eligibility"), and is empty where that is open.
    """

    words: str
    sort: str = ""
