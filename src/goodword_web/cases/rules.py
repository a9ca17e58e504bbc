"""Pure: what events add up to, and which version judges which clock."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from goodword.case.case import Case as CoreCase
from goodword.case.event import Actor, Event, EventKind
from goodword.clock.clock import Clock
from goodword.clock.version import run_clocks_in_force
from goodword.decision.find import index_of
from goodword.decision.urgency import emergencies
from goodword.policy.authority import Authority
from goodword.policy.duty import Escalation
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.situation import Situation

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

FACTS_THAT_NAME_NOBODY = frozenset(
    {"channel", "kind", "priority", "could_settle", "clause", "event", "to", "late", "action"}
)


def reference_for(organisation: str, *, length: int = 4) -> str:
    """Return a reference that can be read aloud, such as RP-4F7K; no 0, O, 1 or I."""
    initials = "".join(word[0] for word in organisation.split() if word[0].isalpha())[:3].upper()
    tail = "".join(secrets.choice(ALPHABET) for _ in range(length))
    return f"{initials or 'GW'}-{tail}"


def core_case(reference: str, events: Sequence[Event]) -> CoreCase:
    """Return the core's case from its events; channel, kind and priority are those at opening."""
    ordered = tuple(sorted(events))
    opening: Mapping[str, str] = ordered[0].facts if ordered else {}
    return CoreCase(
        id=reference,
        events=ordered,
        channel=opening.get("channel") or None,
        kind=opening.get("kind") or None,
        priority=opening.get("priority") or None,
    )


def status_after(status: str, kind: EventKind, actor: Actor) -> str:
    """Return where a case stands once an event of this kind has been added."""
    if kind is EventKind.VOIDED:
        return "void"
    if kind is EventKind.RESOLVED:
        return "resolved"
    if kind is EventKind.WAITING:
        return "waiting"
    answered = kind is EventKind.CUSTOMER_MESSAGE and actor is Actor.CUSTOMER
    if kind in {EventKind.OPENED, EventKind.REOPENED, EventKind.RESUMED}:
        return "open"
    return "open" if answered and status == "waiting" else status


def status_of(events: Iterable[Event]) -> str:
    """Return where a case stands after all of its events."""
    status = "open"
    for event in events:
        status = status_after(status, event.kind, event.actor)
    return status


def kinds_of(policy: Policy) -> tuple[str, ...]:
    """Return the kinds of case that promises and escalations speak of, in document order."""
    kinds = (subject for subject in _subjects(policy) if not is_priority(subject))
    return tuple(dict.fromkeys(kinds))


def priorities_of(policy: Policy) -> tuple[str, ...]:
    """Return the priorities that promises and escalations speak of, in document order."""
    return tuple(dict.fromkeys(one for one in _subjects(policy) if is_priority(one)))


def _subjects(policy: Policy) -> tuple[str, ...]:
    counted = (one for one in policy.clauses if isinstance(one, Promise | Escalation))
    return tuple(one.subject for one in counted if one.subject)


def is_priority(subject: str) -> bool:
    """Whether a promise's subject is a priority, not a kind of case."""
    return subject.startswith("priority")


def worth_of(policy: Policy, action: str, goods: str | None) -> Decimal | None:
    """Return what goods are worth where the policy says it, so that they count to the caps."""
    for clause in policy.of_kind(Authority):
        if clause.action != action or clause.goods_value is None or not clause.goods:
            continue
        named, asked = clause.goods.casefold(), (goods or "").casefold()
        if asked in named or named in asked:
            return clause.goods_value.amount
    return None


@dataclass(frozen=True, slots=True)
class Judged:
    """A clock, and the index of the version that judges it."""

    version: int
    clock: Clock


def clocks_under(
    versions: Sequence[tuple[int, Policy]], case: CoreCase, *, at: int
) -> tuple[Judged, ...]:
    """Return the clocks of a case, each judged by the version in force when it started.

    `versions` are (UTC seconds from which it is in force, policy), oldest first.
    """
    if not case.events:
        return ()
    found = (
        (version_index(versions, clock.began_at), clock)
        for clock in run_clocks_in_force(versions, case, at=at)
    )
    return tuple(Judged(index, clock) for index, clock in found if index is not None)


def version_index(versions: Sequence[tuple[int, Policy]], instant: int) -> int | None:
    """Return which version was in force; the last of several that begin at the same instant."""
    begun = [index for index, (since, _) in enumerate(versions) if since <= instant]
    return max(begun, key=lambda index: (versions[index][0], index), default=None)


def emergency_in(policy: Policy, text: str) -> Situation | None:
    """Return the emergency that the policy's words find in the text, None where there is none.

    They only ever add urgency, so a word too many is better than one too few.
    """
    found = emergencies(policy, index_of(policy).told(text))
    return found[0][0] if found else None


def nameless(facts: Mapping[str, str]) -> dict[str, str]:
    """Return the facts as an event may carry them; raises ValueError on any other key."""
    strange = set(facts) - FACTS_THAT_NAME_NOBODY
    if strange:
        raise ValueError(f"An event carries no such fact: {', '.join(sorted(strange))}.")
    return {key: value for key, value in facts.items() if value}


class Waking(Protocol):
    """What has an instant at which it changes by itself."""

    promise_id: str
    wakes_at: int | None


def wake_ups(rows: Iterable[Waking]) -> dict[str, int]:
    """Return for each promise id the next instant at which its clock can change by itself."""
    wakes: dict[str, int] = {}
    for row in rows:
        if row.wakes_at is not None:
            wakes[row.promise_id] = min(row.wakes_at, wakes.get(row.promise_id, row.wakes_at))
    return wakes
