"""What a clause says, said back in one canonical sentence."""

from collections.abc import Callable, Mapping
from typing import Any

from goodword.document import (
    echo_authority,
    echo_definition,
    echo_duty,
    echo_goal,
    echo_hours,
    echo_lookup,
    echo_pledge,
    echo_promise,
    echo_situation,
    echo_stage,
)
from goodword.document.form_echo import form_echo
from goodword.language.pack import ENGLISH, pack
from goodword.policy import (
    authority,
    behaviour,
    definition,
    duty,
    goal,
    lookup,
    promise,
    situation,
    stage,
)
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy

_ECHOES: Mapping[type[Clause], Callable[[Any, Policy], str]] = {
    promise.Promise: echo_promise.promise,
    promise.PauseRule: echo_promise.pause,
    promise.QualityGoal: echo_pledge.quality,
    promise.NoticeRule: echo_pledge.notice,
    promise.Remedy: echo_pledge.remedy,
    promise.LateNotice: echo_pledge.late_notice,
    authority.Authority: echo_authority.authority,
    authority.ApprovalRule: echo_authority.approval,
    authority.Prohibition: echo_authority.prohibition,
    authority.CapRule: echo_authority.cap_rule,
    authority.Eligibility: echo_authority.eligibility,
    authority.Precondition: echo_authority.precondition,
    situation.Situation: echo_situation.situation,
    lookup.LookupRow: echo_lookup.row,
    goal.Goal: echo_goal.goal,
    goal.Excellence: echo_goal.excellence,
    goal.ShortStaffed: echo_goal.short_staffed,
    behaviour.Behaviour: echo_situation.behaviour,
    situation.EmergencyWords: echo_situation.emergency,
    situation.Phrase: echo_situation.phrase,
    situation.Principle: echo_situation.principle,
    situation.Conduct: echo_situation.conduct,
    situation.HouseRule: echo_situation.house_rule,
    duty.Escalation: echo_duty.escalation,
    duty.SurveyRule: echo_duty.survey,
    duty.TrainingRule: echo_duty.training,
    duty.ReviewRule: echo_duty.review,
    duty.RetentionRule: echo_duty.retention,
    duty.PublicationRule: echo_duty.publication,
    stage.Stage: echo_stage.stage,
    definition.HoursClause: echo_hours.hours,
    definition.PartHours: echo_hours.part_hours,
    definition.ClosureClause: echo_hours.closure,
    definition.HolidayClause: echo_definition.holidays,
    definition.ZoneClause: echo_definition.zone,
    definition.ChannelClause: echo_definition.channel,
    definition.RoleClause: echo_definition.role_definition,
    definition.TermClause: echo_definition.term,
    definition.IdentityClause: echo_definition.identity,
    definition.OwnerClause: echo_definition.owner,
    definition.EffectiveClause: echo_definition.effective,
    definition.AudienceClause: echo_definition.audience,
}


def echo(clause: Clause, policy: Policy) -> str:
    """Return the canonical sentence of a clause, its defaults in sight.

    Read inside the policy's own definitions it yields an equal clause. A situation comes back as
    a heading with a numbered list. Text in brackets explains and is skipped by the reader.
    """
    if policy.language != ENGLISH.code:
        said = form_echo(clause, policy, pack(policy.language))
        if said is not None:
            return said
    return _ECHOES[type(clause)](clause, policy)
