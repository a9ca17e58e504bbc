"""How every action on a case ends: folded anew, clocks run, one entry in the log."""

from collections.abc import Mapping

from goodword.case.event import Actor, EventKind
from goodword_web.cases import queries, rules
from goodword_web.cases.actions.clocks import run_clocks
from goodword_web.cases.actions.recording import add_event
from goodword_web.cases.models import (
    Case,
)
from goodword_web.people.actions import record
from goodword_web.people.models import Person


def settle(
    case: Case,
    actor: Person | None,
    action: str,
    at: int,
    facts: Mapping[str, str | bool] | None = None,
) -> None:
    """Fold the case anew, run its clocks and log what was done. Every action ends here."""
    core = queries.core_case(case)
    case.status = rules.status_of(core.events)
    case.save(update_fields=["status", "kind", "priority", "emergency"])
    run_clocks(case, at, core)
    record(actor=actor, action=action, subject=f"case:{case.uuid}", facts=dict(facts or {}), at=at)


def do(
    case: Case,
    kind: EventKind,
    actor: Person | None,
    action: str,
    at: int,
    facts: Mapping[str, str] | None = None,
) -> None:
    """The event stands, and the case is settled after it."""
    by = Actor.SYSTEM if actor is None else Actor.PERSON
    add_event(case, kind, at, by=by, person=actor, facts=facts)
    settle(case, actor, action, at)
