"""What a clause comes to on a day of the policy's own calendar."""

from collections.abc import Callable, Mapping
from typing import Any

from goodword.businesstime.openings import Openings, openings_for
from goodword.errors import GoodwordError
from goodword.example import by_calendar, by_decision, by_lookup, by_time
from goodword.example.example import Example
from goodword.example.moment import late_on_friday
from goodword.policy import authority, behaviour, definition, duty, lookup, promise, situation
from goodword.policy.clause import Clause
from goodword.policy.hours import Hours
from goodword.policy.policy import Policy

_Illustrator = Callable[[Any, Policy, Openings, int], Example | None]

# Each is told the instant at which something begins.
_FROM_A_START: Mapping[type[Clause], _Illustrator] = {
    promise.Promise: by_time.promise,
    promise.PauseRule: by_time.pause,
    duty.Escalation: by_time.escalation,
    duty.SurveyRule: by_time.survey,
    duty.TrainingRule: by_time.training,
    duty.ReviewRule: by_time.review,
    duty.PublicationRule: by_time.publication,
    duty.RetentionRule: by_time.retention,
}
# Each is told today, and looks ahead from it.
_FROM_TODAY: Mapping[type[Clause], _Illustrator] = {
    authority.Authority: by_decision.authority,
    authority.ApprovalRule: by_decision.approval,
    authority.CapRule: by_decision.cap_rule,
    authority.Precondition: by_decision.precondition,
    authority.Prohibition: by_decision.prohibition,
    situation.Situation: by_decision.situation,
    behaviour.Behaviour: by_decision.situation,
    situation.EmergencyWords: by_decision.emergency,
    situation.Principle: by_decision.principle,
    lookup.LookupRow: by_lookup.looked_up,
    definition.RoleClause: by_decision.stand_in,
    definition.HoursClause: by_calendar.hours,
    definition.PartHours: by_calendar.part_hours,
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
    if type(clause) in _FROM_A_START:
        return illustrate_from(clause, policy, openings, start=late_on_friday(policy, at))
    return _shown(_FROM_TODAY.get(type(clause)), clause, policy, openings, at)


def illustrate_from(
    clause: Clause, policy: Policy, openings: Openings | None, *, start: int
) -> Example | None:
    """Return the worked example of a clause about time in which it all begins at `start`.

    None for other clauses.
    """
    return _shown(_FROM_A_START.get(type(clause)), clause, policy, openings, start)


def _shown(
    illustrator: _Illustrator | None,
    clause: Clause,
    policy: Policy,
    openings: Openings | None,
    at: int,
) -> Example | None:
    if illustrator is None:
        return None
    try:
        usable = openings or openings_for(policy.hours or Hours(zone="UTC"), at)
        return illustrator(clause, policy, usable, at)
    except GoodwordError:
        # Hours that never open are an error of `check`, which names the place.
        return None
