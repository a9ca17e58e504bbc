"""When a survey goes out, and when it does not."""

from collections.abc import Collection

from goodword.businesstime.openings import Openings
from goodword.decision.decision import Facts
from goodword.decision.evaluate import applies
from goodword.document.echo_amounts import spoken
from goodword.duty.duty import Duty, DutyKind, after
from goodword.policy.duty import SurveyRule
from goodword.policy.policy import Policy

NO_FACTS = Facts()


def survey_due(
    policy: Policy,
    openings: Openings | None,
    event: str,
    happened_at: int,
    *,
    at: int,
    last_surveyed_at: int | None = None,
    groups: Collection[str] = (),
    facts: Facts = NO_FACTS,
) -> Duty | None:
    """Return the survey that an event (a slug: "visit", "resolved") brings, None where none does.

    It may lie ahead: `is_due` says. `last_surveyed_at` is when this customer was last sent one: a
    survey that would come within the cap is left out, not put off; one that comes when the cap has
    just run out goes. `groups` are what the customer is in or amid ("complaint"), and whom a
    rule says never to ask. A survey that was sent for the event itself is known by that instant.
    """
    if any(set(rule.never) & set(groups) for rule in policy.of_kind(SurveyRule)):
        return None
    for rule in policy.of_kind(SurveyRule):
        if rule.event != event or applies(rule, facts) is not True:
            continue
        due_at = happened_at
        if rule.delay is not None:
            due_at = after(rule.delay, policy, openings, happened_at)
        if last_surveyed_at is not None:
            if last_surveyed_at >= due_at:
                return None
            if rule.cap is not None:
                free_from = after(rule.cap, policy, openings, last_surveyed_at)
                if due_at < free_from:
                    return None
        return Duty(
            kind=DutyKind.SURVEY,
            clause=rule,
            due_at=due_at,
            at=at,
            words=f"Send a survey about the {spoken(event)}.",
            key=f"{rule.id}:{event}:{happened_at}",
        )
    return None
