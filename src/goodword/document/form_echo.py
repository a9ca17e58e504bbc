"""A clause said back in the language of its policy, by the templates of its pack."""

from collections.abc import Callable, Mapping
from typing import Any

from goodword.document import (
    form_echo_authority,
    form_echo_definition,
    form_echo_duty,
    form_echo_pledge,
    form_echo_promise,
    form_echo_situation,
)
from goodword.language.pack import Pack
from goodword.policy import authority, definition, duty, promise, situation
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy


def form_echo(clause: Clause, policy: Policy, pack: Pack) -> str | None:
    """Return the canonical sentence of a clause; None where the pack lacks a phrase for it."""
    tell = _ECHOES.get(type(clause))
    if tell is None:
        return None
    try:
        said = tell(clause, policy, pack)
    except KeyError:
        # A pack may begin with a few forms; what it cannot say yet is said in English.
        return None
    if pack.has("echo.several"):
        for one, several in pack.words("echo.several").items():
            # "Therapists may": the author's own words say that they are several.
            who, verb, rest = said.partition(one)
            if verb and f"{who}{several}".strip().lower() in clause.text.lower():
                said = f"{who}{several}{rest}"
    if pack.has("echo.contractions"):
        for words, instead in pack.words("echo.contractions").items():
            said = said.replace(words, instead)
    return said[:1].upper() + said[1:]


_ECHOES: Mapping[type[Clause], Callable[[Any, Policy, Pack], str]] = {
    promise.Promise: form_echo_promise.promise,
    promise.PauseRule: form_echo_promise.pause,
    promise.QualityGoal: form_echo_pledge.quality,
    promise.NoticeRule: form_echo_pledge.notice,
    promise.Remedy: form_echo_pledge.remedy,
    promise.LateNotice: form_echo_pledge.late_notice,
    authority.Authority: form_echo_authority.authority,
    authority.ApprovalRule: form_echo_authority.approval,
    authority.Prohibition: form_echo_authority.prohibition,
    authority.CapRule: form_echo_authority.cap_rule,
    authority.Precondition: form_echo_authority.precondition,
    duty.Escalation: form_echo_duty.escalation,
    duty.SurveyRule: form_echo_duty.survey,
    duty.ReviewRule: form_echo_duty.review,
    duty.PublicationRule: form_echo_duty.publication,
    duty.RetentionRule: form_echo_duty.retention,
    duty.TrainingRule: form_echo_duty.training,
    definition.HoursClause: form_echo_definition.hours,
    definition.PartHours: form_echo_definition.part_hours,
    definition.ClosureClause: form_echo_definition.closure,
    definition.HolidayClause: form_echo_definition.holidays,
    definition.ZoneClause: form_echo_definition.zone,
    definition.ChannelClause: form_echo_definition.channel,
    definition.RoleClause: form_echo_definition.role,
    definition.TermClause: form_echo_definition.term,
    definition.IdentityClause: form_echo_definition.identity,
    definition.OwnerClause: form_echo_definition.owner,
    definition.EffectiveClause: form_echo_definition.effective,
    definition.AudienceClause: form_echo_definition.audience,
    situation.EmergencyWords: form_echo_definition.emergency,
    situation.Situation: form_echo_situation.situation,
    situation.Phrase: form_echo_situation.phrase,
    situation.Principle: form_echo_situation.principle,
}
