"""A case: one matter that a customer brought, as its events tell it."""

from dataclasses import dataclass

from goodword.case.event import Event


@dataclass(frozen=True, slots=True)
class Case:
    """A reference and its events, sorted by instant and sequence.

    `channel`, `kind` and `priority` are those at opening (slugs, None where unknown); later
    changes are events. `facts` of conditions are whatever the events carry.
    """

    id: str
    events: tuple[Event, ...]
    channel: str | None = None
    kind: str | None = None
    priority: str | None = None

    @property
    def opened_at(self) -> int:
        """The instant of the first event, in UTC seconds; raises IndexError without events."""
        return self.events[0].at
