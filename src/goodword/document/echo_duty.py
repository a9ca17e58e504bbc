"""Escalations, surveys, training, reviews and retention said back."""

from goodword.document.echo_amounts import (
    capitalised,
    duration,
    each,
    listed,
    plain_duration,
    role,
    role_name,
    spoken,
    with_article,
)
from goodword.document.echo_condition import framed
from goodword.document.echo_event import happens, within
from goodword.document.echo_kind import kind_said
from goodword.document.echo_promise import channels, limit
from goodword.language.role import ANYONE
from goodword.policy.clause import Strength
from goodword.policy.duty import (
    Escalation,
    PublicationRule,
    RetentionRule,
    ReviewRule,
    SurveyRule,
    TrainingRule,
    Trigger,
)
from goodword.policy.policy import Policy
from goodword.policy.quantity import Duration, Limit

_TRIGGERS = {
    Trigger.NOT_RESOLVED: "not resolved",
    Trigger.NOT_ANSWERED: "not answered",
    Trigger.NOT_ACKNOWLEDGED: "not acknowledged",
    Trigger.NOT_UPDATED: "not updated",
}


def escalation(clause: Escalation, policy: Policy) -> str:
    """Return who is told, after what; for a customer's own way, whom they can ask."""
    told = told_of(clause, policy)
    deputy = f", or, if they are away, {role(clause.deputy, policy)}" if clause.deputy else ""
    again = f", again every {each(duration(clause.every))}" if clause.every else ""
    be = "are" if clause.also else "is"
    aims = clause.strength is Strength.AIM
    if clause.trigger is not None and clause.after is not None:
        if clause.strength is Strength.MAY:
            late = f"{_whose(clause)} is {_TRIGGERS[clause.trigger]} {_by(clause.after, policy)}"
            sentence = f"If {late}, you can ask {told} to look again"
            return framed(sentence, clause.condition, clause.exception)
        sentence = (
            f"If {_whose(clause)} is {_TRIGGERS[clause.trigger]} {_by(clause.after, policy)}, "
            f"we {'normally ' if aims else ''}tell {told}{_told_by(clause, policy)}{deputy}{again}"
        )
        return framed(sentence, clause.condition, clause.exception)
    by = _by(clause.within, policy) if clause.within else "at once"
    if clause.strength is Strength.MAY:
        soon = f" {by}" if clause.within else ""
        when = within(clause.event_words or spoken(clause.event or ""), policy)
        sentence = f"If {when}, you can ask {told} to look again{soon}"
    elif aims:
        sentence = f"{happens(clause, policy)}, we normally tell {told} {by}{deputy}{again}"
    else:
        sentence = f"{happens(clause, policy)}, {told} {be} told {by}{deputy}{again}"
    return framed(sentence, clause.condition, clause.exception)


def told_of(clause: Escalation, policy: Policy) -> str:
    """Return who is told, or whom customers can ask: "us" where nobody is named."""
    if clause.to == ANYONE and clause.strength is Strength.MAY:
        return "us"
    return listed(role(one, policy) for one in (clause.to, *clause.also))


def what_goes_up(clause: Escalation, policy: Policy) -> str:
    """Return what an escalation waits for or what must happen, whoever is told of it."""
    if clause.trigger is not None and clause.after is not None:
        return f"{_whose(clause)} {_TRIGGERS[clause.trigger]} {_by(clause.after, policy)}"
    return clause.event_words or spoken(clause.event or "")


def _whose(clause: Escalation) -> str:
    what = with_article(kind_said(clause.subject or "case"))
    return f"{what} {channels(clause.channels)}" if clause.channels else what


def _by(deadline: Limit, policy: Policy) -> str:
    """Return by when: `within 4 working hours`, `by the next working day`."""
    said = limit(deadline, policy)
    return f"within {said}" if isinstance(deadline, Duration) else said


def _told_by(clause: Escalation, policy: Policy) -> str:
    return f" {_by(clause.within, policy)}" if clause.within else ""


def survey(clause: SurveyRule, policy: Policy) -> str:
    """Return when a survey goes out, how rarely, and when never."""
    never = listed((with_article(spoken(one)) for one in clause.never), "or")
    if not clause.event:
        return framed(f"We never send a survey during {never}", clause.condition, clause.exception)
    delay = f"{duration(clause.delay)} " if clause.delay else ""
    sentence = f"We send a survey {delay}after every {spoken(clause.event)}"
    if clause.cap is not None:
        sentence = f"{sentence}, at most once every {each(plain_duration(clause.cap))} per "
        sentence = f"{sentence}{policy.serves}"
    if never:
        sentence = f"{sentence}, and never during {never}"
    return framed(sentence, clause.condition, clause.exception)


def training(clause: TrainingRule, policy: Policy) -> str:
    """Return who practises what, how often, and how soon after joining."""
    if clause.within_joining is not None:
        new = "team member" if clause.who == "anyone" else role_name(clause.who, policy)
        sentence = (
            f"Every new {new} completes the policy lessons within "
            f"{duration(clause.within_joining)} of starting"
        )
    else:
        who = "everyone" if clause.who == "anyone" else f"every {role_name(clause.who, policy)}"
        sentence = f"{capitalised(who)} practises the policy"
        if clause.every is not None:
            sentence = f"{sentence} every {each(plain_duration(clause.every))}"
    if clause.on_change:
        sentence = f"{sentence} and when a clause changes"
    return framed(sentence, clause.condition, clause.exception)


def review(clause: ReviewRule, policy: Policy) -> str:
    """Return how often the policy is looked at again, by whom, and after what."""
    sentence = f"We review this policy every {each(plain_duration(clause.every))}"
    if clause.after:
        events = listed(f"any {spoken(event)}" for event in clause.after)
        sentence = f"{sentence} and after {events}"
    if clause.owner is not None:
        sentence = f"{sentence}, led by {role(clause.owner, policy)}"
    return framed(sentence, clause.condition, clause.exception)


def retention(clause: RetentionRule, policy: Policy) -> str:
    """Return how long records are kept."""
    del policy
    kind = "" if clause.subject == "record" else f"{spoken(clause.subject)} "
    sentence = f"We keep {kind}records for {plain_duration(clause.keep)}"
    return framed(sentence, clause.condition, clause.exception)


def publication(clause: PublicationRule, policy: Policy) -> str:
    """Return what is published, and how often."""
    del policy
    sentence = f"We publish our {spoken(clause.what)} every {each(plain_duration(clause.every))}"
    return framed(sentence, clause.condition, clause.exception)
