"""What other people's words for events and for those who did them mean."""

from collections.abc import Mapping

from goodword.case.event import Actor, EventKind
from goodword.case.holds import truth_of

_KINDS = {
    **{kind.value: kind for kind in EventKind},
    "created": EventKind.OPENED,
    "ticket_created": EventKind.OPENED,
    "submitted": EventKind.OPENED,
    "received": EventKind.OPENED,
    "customer_replied": EventKind.CUSTOMER_MESSAGE,
    "customer_reply": EventKind.CUSTOMER_MESSAGE,
    "customer_wrote": EventKind.CUSTOMER_MESSAGE,
    "customer_responded": EventKind.CUSTOMER_MESSAGE,
    "customer_comment": EventKind.CUSTOMER_MESSAGE,
    "agent_replied": EventKind.REPLY,
    "agent_reply": EventKind.REPLY,
    "agent_responded": EventKind.REPLY,
    "agent_comment": EventKind.REPLY,
    "first_reply": EventKind.REPLY,
    "public_reply": EventKind.REPLY,
    "replied": EventKind.REPLY,
    "responded": EventKind.REPLY,
    "first_response": EventKind.REPLY,
    "auto_reply": EventKind.AUTOMATIC_REPLY,
    "autoreply": EventKind.AUTOMATIC_REPLY,
    "private_note": EventKind.NOTE,
    "internal_note": EventKind.NOTE,
    "note_added": EventKind.NOTE,
    "internal_comment": EventKind.NOTE,
    "waiting_for_customer": EventKind.WAITING,
    "waiting_on_customer": EventKind.WAITING,
    "awaiting_customer": EventKind.WAITING,
    "pending_customer": EventKind.WAITING,
    "pending": EventKind.WAITING,
    "on_hold": EventKind.WAITING,
    "paused": EventKind.WAITING,
    "unpaused": EventKind.RESUMED,
    "off_hold": EventKind.RESUMED,
    "solved": EventKind.RESOLVED,
    "re_opened": EventKind.REOPENED,
    "priority_change": EventKind.PRIORITY_CHANGED,
    "type_changed": EventKind.KIND_CHANGED,
    "kind_change": EventKind.KIND_CHANGED,
    "merged": EventKind.VOIDED,
    "deleted": EventKind.VOIDED,
    "marked_as_duplicate": EventKind.VOIDED,
    "marked_as_spam": EventKind.VOIDED,
    "spam": EventKind.VOIDED,
}
# Either side may have done it: who did says which it is.
_OF_EITHER_SIDE = frozenset({"message", "comment", "public_comment", "email"})
_ACTORS = {
    **{actor.value: actor for actor in Actor},
    "client": Actor.CUSTOMER,
    "end_user": Actor.CUSTOMER,
    "requester": Actor.CUSTOMER,
    "agent": Actor.PERSON,
    "staff": Actor.PERSON,
    "bot": Actor.ASSISTANT,
    "automation": Actor.SYSTEM,
}
_USUAL = {
    EventKind.OPENED: Actor.CUSTOMER,
    EventKind.CUSTOMER_MESSAGE: Actor.CUSTOMER,
    EventKind.AUTOMATIC_REPLY: Actor.SYSTEM,
    EventKind.CLOSED: Actor.SYSTEM,
    EventKind.VOIDED: Actor.SYSTEM,
}

_YES_OR_NO = frozenset({"could_settle"})
# The events that say how a case stands: it waits, it goes on, it is over.
_STANDING = frozenset(
    {EventKind.WAITING, EventKind.RESUMED, EventKind.RESOLVED, EventKind.REOPENED}
)
CHANGED_TO = ("to", "new", "value")
"""What a kind or a priority has changed to may be said by these names as well as by its own."""


def usual_actor(kind: EventKind) -> Actor:
    """Return who does such a thing where nobody says who did it."""
    return _USUAL.get(kind, Actor.PERSON)


def actor_named(slug: str) -> Actor | None:
    """Return who is meant: an `agent` is a person; None where the word is not known."""
    return _ACTORS.get(slug)


def event_named(slug: str, by: Actor | None = None) -> EventKind | None:
    """Return what sort of event a word means, ours or a usual one; None where it is not known.

    `by` is who did it, None where nobody says. A reply of the customer is a message; what a person
    closed was resolved, what a machine closed was not.
    """
    if slug in _OF_EITHER_SIDE:
        return None if by is None else _said_by(by)
    kind = _KINDS.get(slug)
    if kind is EventKind.REPLY and by is Actor.CUSTOMER:
        return EventKind.CUSTOMER_MESSAGE
    if kind is EventKind.CLOSED and by is Actor.PERSON:
        return EventKind.RESOLVED
    return kind


def told_after(kind: EventKind, before: EventKind) -> tuple[EventKind | None, EventKind]:
    """Return what an event tells, and what to give as `before` with the next one of its case.

    It is None where the event tells nothing: what goes on after it was resolved is reopened; what
    did not wait goes on anyhow. Before the first event, `before` is that the case was opened.
    """
    tells: EventKind | None = kind
    if kind is EventKind.RESUMED and before is not EventKind.WAITING:
        tells = EventKind.REOPENED if before is EventKind.RESOLVED else None
    return tells, tells if tells in _STANDING else before


def fact_said(name: str, text: str) -> str:
    """Return the text of a fact; "yes" where one that clocks ask of says so in another way."""
    return "yes" if name in _YES_OR_NO and truth_of(text) else text


def changed_to(facts: Mapping[str, str]) -> str | None:
    """Return by which of `CHANGED_TO` the facts of a change say what holds now."""
    return next((word for word in CHANGED_TO if word in facts), None)


def _said_by(by: Actor) -> EventKind:
    if by is Actor.CUSTOMER:
        return EventKind.CUSTOMER_MESSAGE
    return EventKind.AUTOMATIC_REPLY if by is Actor.SYSTEM else EventKind.REPLY
