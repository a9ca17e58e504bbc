"""What the desk's pages show of a case, in words."""

from dataclasses import dataclass

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from goodword.case.event import EventKind
from goodword.document.echo_label import label
from goodword.policy.promise import Promise
from goodword.policy.quantity import Counting, Duration
from goodword_web.cases.models import Case
from goodword_web.cases.queries import CaseClock, TimelineEntry, TodayRow, clocks_of, timeline
from goodword_web.policies.queries import reading_of

EVENT_WORDS: dict[EventKind, str | Lazy] = {
    EventKind.OPENED: _("They wrote to us"),
    EventKind.CUSTOMER_MESSAGE: _("They wrote again"),
    EventKind.ANSWERED: _("Answered by a person"),
    EventKind.ACKNOWLEDGED: _("Told by a person that we have it"),
    EventKind.REPLY: _("Our reply"),
    EventKind.UPDATE: _("Told how it stands"),
    EventKind.AUTOMATIC_REPLY: _("An automatic note went out; it stops no clock"),
    EventKind.NOTE: _("Note for the team"),
    EventKind.WAITING: _("We wait for the customer"),
    EventKind.RESUMED: _("We no longer wait"),
    EventKind.RESOLVED: _("Resolved"),
    EventKind.CLOSED: _("Closed automatically; that is no resolution"),
    EventKind.REOPENED: _("Opened again"),
    EventKind.KIND_CHANGED: _("The kind was changed"),
    EventKind.PRIORITY_CHANGED: _("The priority was changed"),
    EventKind.EXCEPTION_APPLIED: _("The clause's own exception applied"),
    EventKind.VOIDED: _("Set aside: it counts nowhere"),
    EventKind.TOLD: _("Told"),
    EventKind.HANDED_OVER: _("Handed over"),
    EventKind.REMEDY_GIVEN: _("A remedy was given"),
    EventKind.TAGGED: _("Noticed"),
}


@dataclass(frozen=True, slots=True)
class TodayLine:
    """A row of Today with what was promised, in a few words."""

    row: TodayRow
    about: str


def today_lines(rows: tuple[TodayRow, ...]) -> tuple[TodayLine, ...]:
    """Return the rows of Today, each with its promise as written."""
    return tuple(TodayLine(row, _about_promise(row)) for row in rows)


def _about_promise(row: TodayRow) -> str:
    if row.clock is None:
        return ""
    policy = reading_of(row.clock.version).policy
    clause = policy.clause(row.clock.promise_id)
    return label(clause, policy) if clause is not None else ""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One thing that happened, in words; `about` is the fact that went with it."""

    entry: TimelineEntry
    words: str | Lazy
    about: str


def entry_lines(case: Case) -> tuple[EntryLine, ...]:
    """Return everything that happened to a case, oldest first."""
    return tuple(
        EntryLine(entry, EVENT_WORDS[entry.kind], _about(entry)) for entry in timeline(case)
    )


def _about(entry: TimelineEntry) -> str:
    facts = entry.event.facts
    about = facts.get("to") or facts.get("event") or facts.get("action") or ""
    if entry.kind in {EventKind.KIND_CHANGED, EventKind.PRIORITY_CHANGED}:
        about = facts.get("kind") or facts.get("priority") or "enquiry"
    late = "late" if facts.get("late") else ""
    return ", ".join(part.replace("_", " ") for part in (str(about), late) if part)


@dataclass(frozen=True, slots=True)
class ClockLine:
    """A clock of a case, what it is about, and whether what is left is working time."""

    item: CaseClock
    about: str
    counts_working: bool


def clock_lines(case: Case, at: int) -> tuple[ClockLine, ...]:
    """Return the clocks of a case as of `at`, first due first."""
    return tuple(
        ClockLine(
            item,
            label(item.clock.promise, reading_of(item.version).policy),
            counts_working(item.clock.promise),
        )
        for item in clocks_of(case, at)
    )


def counts_working(promise: Promise) -> bool:
    """Whether the promise is counted in open hours."""
    limit = promise.limit
    return isinstance(limit, Duration) and limit.counting is Counting.WORKING and limit.is_exact
