"""Who sees a clause: promises, hours, contact and complaint routes are public, all else is not."""

from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    CapRule,
    Eligibility,
    Precondition,
    Prohibition,
)
from goodword.policy.clause import Audience, Clause, Strength
from goodword.policy.definition import (
    ChannelClause,
    ClosureClause,
    EffectiveClause,
    HolidayClause,
    HoursClause,
    IdentityClause,
    PartHours,
    TermClause,
    ZoneClause,
)
from goodword.policy.duty import Escalation
from goodword.policy.promise import (
    LateNotice,
    NoticeRule,
    PauseRule,
    Promise,
    QualityGoal,
    Remedy,
)
from goodword.policy.situation import EmergencyWords, Situation
from goodword.policy.stage import Stage

_PUBLIC = (
    Promise,
    PauseRule,
    QualityGoal,
    NoticeRule,
    Remedy,
    LateNotice,
    Eligibility,
    HoursClause,
    PartHours,
    ClosureClause,
    HolidayClause,
    ZoneClause,
    ChannelClause,
    IdentityClause,
    TermClause,
    EffectiveClause,
    EmergencyWords,
    Stage,
)
# Limits tell people what to ask for, and steps of safety tell whom to fear: never public.
_NEVER_PUBLIC = (Authority, ApprovalRule, CapRule, Precondition, Prohibition, Situation)


def audience_of(clause: Clause, section: Audience | None) -> Audience:
    """Return who sees the clause in a section that says who sees it, or says nothing (None)."""
    if section is Audience.TEAM or isinstance(clause, _NEVER_PUBLIC):
        return Audience.TEAM
    if section is Audience.PUBLIC or isinstance(clause, _PUBLIC):
        return Audience.PUBLIC
    if isinstance(clause, Escalation) and clause.strength is Strength.MAY:
        return Audience.PUBLIC
    return Audience.TEAM
