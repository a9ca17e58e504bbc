"""What a clause comes to on a day of the policy's own calendar."""

from collections.abc import Callable, Mapping
from typing import Any

from goodword.businesstime.openings import Openings, openings_for
from goodword.errors import GoodwordError
from goodword.example import by_calendar, by_decision, by_time
from goodword.example.example import Example
from goodword.policy import authority, definition, duty, promise, situation
from goodword.policy.clause import Clause
from goodword.policy.hours import Hours
from goodword.policy.policy import Policy

_ILLUSTRATORS: Mapping[type[Clause], Callable[[Any, Policy, Openings, int], Example | None]] = {
    promise.Promise: by_time.promise,
    promise.PauseRule: by_time.pause,
    duty.Escalation: by_time.escalation,
    duty.SurveyRule: by_time.survey,
    duty.TrainingRule: by_time.training,
    duty.ReviewRule: by_time.review,
    duty.PublicationRule: by_time.publication,
    duty.RetentionRule: by_time.retention,
    authority.Authority: by_decision.authority,
    authority.ApprovalRule: by_decision.approval,
    authority.CapRule: by_decision.cap_rule,
    authority.Precondition: by_decision.precondition,
    authority.Prohibition: by_decision.prohibition,
    situation.Situation: by_decision.situation,
    situation.EmergencyWords: by_decision.emergency,
    situation.Principle: by_decision.principle,
    definition.RoleClause: by_decision.stand_in,
    definition.HoursClause: by_calendar.hours,
    definition.ClosureClause: by_calendar.closure,
    definition.HolidayClause: by_calendar.holidays,
    definition.ZoneClause: by_calendar.zone,
    definition.EffectiveClause: by_calendar.effective,
}


def illustrate(
    clause: Clause, policy: Policy, openings: Openings | None, *, at: int
) -> Example | None:
    """Return a worked example of the clause from the first Friday at or after `at` (UTC seconds).

    None where a clause comes to nothing that could be computed: a phrase, a role, a word's
    meaning, or working time in a policy that never opens. `openings` None is for a policy without
    hours: it counts round the clock and by dates.
    """
    illustrator = _ILLUSTRATORS.get(type(clause))
    if illustrator is None:
        return None
    try:
        usable = openings or openings_for(policy.hours or Hours(zone="UTC"), at)
        return illustrator(clause, policy, usable, at)
    except GoodwordError:
        # Hours that never open are an error of `check`, which names the place.
        return None
