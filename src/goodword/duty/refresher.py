"""When somebody is to learn or practise the policy."""

from collections.abc import Iterator

from goodword.businesstime.openings import Openings
from goodword.decision.naming import known_roles
from goodword.document.echo_amounts import duration, plain_duration
from goodword.duty.duty import Duty, DutyKind, after
from goodword.policy.duty import TrainingRule
from goodword.policy.policy import Policy


def refresher_due(
    policy: Policy,
    openings: Openings | None,
    role: str,
    last_practised_at: int | None,
    joined_at: int,
    *,
    at: int,
    changed_at: int | None = None,
) -> Duty | None:
    """Return the earliest practice that is due of a person, None where no rule is for them.

    It may lie ahead: `is_due` says. `last_practised_at` None is never; then what counts is
    `joined_at`. `changed_at` is when a clause they must know last changed, for rules that say so.
    """
    found = _duties(policy, openings, role, last_practised_at, joined_at, at, changed_at)
    return min(found, key=lambda duty: duty.due_at, default=None)


def _duties(
    policy: Policy,
    openings: Openings | None,
    role: str,
    practised: int | None,
    joined: int,
    at: int,
    changed: int | None,
) -> Iterator[Duty]:
    for rule in policy.of_kind(TrainingRule):
        if not _is_for(rule, role, policy):
            continue
        if rule.within_joining is not None and practised is None:
            words = f"Complete the lessons within {duration(rule.within_joining)} of starting."
            due_at = after(rule.within_joining, policy, openings, joined)
            yield _duty(rule, due_at, at, words, role)
        if rule.every is not None:
            words = f"Practise the policy, as everybody does every {plain_duration(rule.every)}."
            since = joined if practised is None else practised
            yield _duty(rule, after(rule.every, policy, openings, since), at, words, role)
        if rule.on_change and changed is not None and (practised is None or practised < changed):
            yield _duty(rule, changed, at, "Practise what has changed in the policy.", role)


def _is_for(rule: TrainingRule, role: str, policy: Policy) -> bool:
    """Whether the rule is for the role. Whoever is no role ("new_team_member") is everybody."""
    return rule.who == role or rule.who not in known_roles(policy)


def _duty(rule: TrainingRule, due_at: int, at: int, words: str, role: str) -> Duty:
    return Duty(
        kind=DutyKind.REFRESHER,
        clause=rule,
        due_at=due_at,
        at=at,
        words=words,
        key=f"{rule.id}:{due_at}",
        to=role,
    )
