"""What a clause is about, in a few words and without its numbers."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from goodword.document.echo_amounts import listed, role, spoken, with_article
from goodword.document.echo_authority import action, counted_things, doing
from goodword.document.echo_duty import told_of
from goodword.document.echo_kind import kind_said
from goodword.document.echo_promise import channels
from goodword.language.en import echo_phrases as words
from goodword.policy import definition
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    CapRule,
    Eligibility,
    Precondition,
    Prohibition,
)
from goodword.policy.behaviour import Behaviour
from goodword.policy.clause import Clause
from goodword.policy.duty import (
    Escalation,
    PublicationRule,
    RetentionRule,
    SurveyRule,
    TrainingRule,
)
from goodword.policy.goal import ShortStaffed
from goodword.policy.lookup import LookupRow
from goodword.policy.policy import Policy
from goodword.policy.promise import LateNotice, Metric, NoticeRule, Promise, QualityGoal, Remedy
from goodword.policy.situation import Conduct, HouseRule, Phrase, Principle, Situation
from goodword.policy.stage import Stage


def label(clause: Clause, policy: Policy) -> str:
    """Return what the clause is about: `first reply by email`, `refund by the owner`."""
    named = _LABELS.get(type(clause))
    if named is not None:
        return named(clause, policy)
    name = type(clause).__name__
    return words.CLAUSE_NAMES.get(name) or _words_of(name)


def _words_of(name: str) -> str:
    """Return a kind of clause in words, where nothing better is known: `late notice`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower().removesuffix(" clause")


def _promise(clause: Promise, policy: Policy) -> str:
    del policy
    name = words.METRIC_NAMES[clause.metric]
    if clause.subject is not None:
        joint = "about" if clause.metric is Metric.UPDATE else "of"
        name = f"{name} {joint} {with_article(kind_said(clause.subject))}"
    if not clause.channels:
        return name
    return f"{name} {channels(clause.channels)}"


def _quality(clause: QualityGoal, policy: Policy) -> str:
    del policy
    return words.QUALITY_NAMES[clause.quality]


def _notice(clause: NoticeRule, policy: Policy) -> str:
    del policy
    return f"notice before {clause.what}" if clause.what else "notice"


def _remedy(clause: Remedy, policy: Policy) -> str:
    del policy
    return f"what you get if {clause.event_words}"


def _late_notice(clause: LateNotice, policy: Policy) -> str:
    del clause, policy
    return "telling you when we need longer"


def _authority(clause: Authority, policy: Policy) -> str:
    return f"{action(clause.action, clause.goods)} by {role(clause.role, policy)}"


def _approval(clause: ApprovalRule, policy: Policy) -> str:
    del policy
    return f"approval to {action(clause.action)}"


def _cap_rule(clause: CapRule, policy: Policy) -> str:
    del policy
    return f"how many {counted_things(clause.action)}"


def _precondition(clause: Precondition, policy: Policy) -> str:
    del policy
    return f"what comes before {doing(clause.action)}"


def _eligibility(clause: Eligibility, policy: Policy) -> str:
    del policy
    return f"when we can {action(clause.action)}"


def _prohibition(clause: Prohibition, policy: Policy) -> str:
    return f"never {action(clause.action)} ({role(clause.role, policy)})"


def _escalation(clause: Escalation, policy: Policy) -> str:
    what = clause.event_words or spoken(clause.event or clause.subject or "case")
    return f"telling {told_of(clause, policy)} ({what})"


def _situation(clause: Situation, policy: Policy) -> str:
    del policy
    return clause.name


def _stage(clause: Stage, policy: Policy) -> str:
    del policy
    return f"stage {clause.number} of {with_article(spoken(clause.of))}"


def _phrase(clause: Phrase, policy: Policy) -> str:
    del policy
    return f'saying "{clause.say or clause.never}"'


def _conduct(clause: Conduct, policy: Policy) -> str:
    del policy
    return clause.does


def _house_rule(clause: HouseRule, policy: Policy) -> str:
    del policy
    return clause.words


def _principle(clause: Principle, policy: Policy) -> str:
    del policy
    return f"your judgment to {clause.words}"


def _survey(clause: SurveyRule, policy: Policy) -> str:
    del policy
    if not clause.event:
        return (
            f"no survey during {listed((with_article(spoken(one)) for one in clause.never), 'or')}"
        )
    return f"survey after {with_article(spoken(clause.event))}"


def _training(clause: TrainingRule, policy: Policy) -> str:
    del policy
    return "first training" if clause.within_joining else "practice"


def _retention(clause: RetentionRule, policy: Policy) -> str:
    del policy
    return f"keeping {spoken(clause.subject)} records"


def _publication(clause: PublicationRule, policy: Policy) -> str:
    del policy
    return f"publishing our {spoken(clause.what)}"


def _channel(clause: definition.ChannelClause, policy: Policy) -> str:
    del policy
    return f"{spoken(clause.channel)} address"


def _role(clause: definition.RoleClause, policy: Policy) -> str:
    return f"role of {role(clause.role, policy)}"


def _term(clause: definition.TermClause, policy: Policy) -> str:
    del policy
    return f'meaning of "{clause.term}"'


def _lookup(clause: LookupRow, policy: Policy) -> str:
    del policy
    return f'row "{clause.row}" of "{clause.what}"'


def _part_hours(clause: definition.PartHours, policy: Policy) -> str:
    del policy
    return f"hours of {clause.name}"


def _audience(clause: definition.AudienceClause, policy: Policy) -> str:
    section = policy.section(clause.section)
    return f"who sees “{section.title}”" if section and section.title else "who sees the section"


_LABELS: Mapping[type[Clause], Callable[[Any, Policy], str]] = {
    Promise: _promise,
    QualityGoal: _quality,
    NoticeRule: _notice,
    Remedy: _remedy,
    LateNotice: _late_notice,
    Authority: _authority,
    ApprovalRule: _approval,
    CapRule: _cap_rule,
    Precondition: _precondition,
    Eligibility: _eligibility,
    Prohibition: _prohibition,
    Escalation: _escalation,
    Situation: _situation,
    Behaviour: _situation,
    ShortStaffed: _situation,
    Stage: _stage,
    Phrase: _phrase,
    Principle: _principle,
    Conduct: _conduct,
    HouseRule: _house_rule,
    SurveyRule: _survey,
    TrainingRule: _training,
    RetentionRule: _retention,
    PublicationRule: _publication,
    definition.ChannelClause: _channel,
    definition.RoleClause: _role,
    definition.TermClause: _term,
    definition.PartHours: _part_hours,
    LookupRow: _lookup,
    definition.AudienceClause: _audience,
}
