"""What happened to a case, and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class EventKind(StrEnum):
    """The kinds of event from which every clock is computed."""

    OPENED = "opened"  # the customer's first message, or a call that rang
    CUSTOMER_MESSAGE = "customer_message"
    ANSWERED = "answered"  # a phone call or a visitor was answered
    ACKNOWLEDGED = "acknowledged"  # by a person, with a name and a reference
    REPLY = "reply"  # a public reply that answers
    UPDATE = "update"  # a public message of ours that keeps the customer informed
    AUTOMATIC_REPLY = "automatic_reply"  # never stops a clock
    NOTE = "note"  # internal
    WAITING = "waiting"  # we wait for the customer
    RESUMED = "resumed"  # we no longer wait
    RESOLVED = "resolved"
    CLOSED = "closed"  # by a machine, later: not a resolution
    REOPENED = "reopened"
    KIND_CHANGED = "kind_changed"
    PRIORITY_CHANGED = "priority_changed"
    EXCEPTION_APPLIED = "exception_applied"  # the clause's own "unless" held; facts["clause"]
    VOIDED = "voided"  # merged, spam, test
    TOLD = "told"  # somebody was told of it (an escalation was sent)
    HANDED_OVER = "handed_over"
    REMEDY_GIVEN = "remedy_given"
    TAGGED = "tagged"  # something was noticed: facts["event"], as in "safety_issue"


CHANGES = {EventKind.KIND_CHANGED: "kind", EventKind.PRIORITY_CHANGED: "priority"}
"""Events after which another word holds, with the name of the fact that says it: only since then,
and not from the opening on."""


class Actor(StrEnum):
    """Who did it, without a name."""

    CUSTOMER = "customer"
    PERSON = "person"
    ASSISTANT = "assistant"
    SYSTEM = "system"


NO_FACTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """One thing that happened, at `at` (UTC seconds since 1970), `seq` breaking ties.

    `facts` names nobody: `channel`, `kind`, `priority`, `could_settle` ("yes" where an assistant
    had the authority to settle the matter), `clause`, `event`.
    """

    at: int
    seq: int
    kind: EventKind = field(compare=False)
    actor: Actor = field(default=Actor.SYSTEM, compare=False)
    facts: Mapping[str, str] = field(default_factory=lambda: NO_FACTS, compare=False)
