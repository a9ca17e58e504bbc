"""Escalations, surveys, reviews, records and practice said back by the templates of a pack."""

from goodword.document.form_echo_promise import subject_words
from goodword.document.form_phrases import part, role_words, slug_words, template
from goodword.document.form_words import duration_every, duration_within, length
from goodword.language.pack import Pack
from goodword.language.role import ANYONE
from goodword.policy.clause import Strength
from goodword.policy.duty import (
    Escalation,
    PublicationRule,
    RetentionRule,
    ReviewRule,
    SurveyRule,
    TrainingRule,
)
from goodword.policy.policy import Policy
from goodword.policy.quantity import Duration


def escalation(clause: Escalation, policy: Policy, pack: Pack) -> str:
    """Return who is told, and when."""
    role = role_words(clause.to, clause, policy, pack, "accusative")
    if clause.strength is Strength.MAY:
        return template(pack, "own_route", event=clause.event_words, role=role)
    within = ""
    if isinstance(clause.within, Duration):
        within = duration_within(clause.within, pack)
    entry = "tell_within" if within else "tell"
    if clause.strength is Strength.AIM:
        entry = f"{entry}_aim"
    tell = part(pack, entry, role=role, within=within)
    deputy = ""
    if clause.deputy:
        deputy = part(
            pack, "deputy", role=role_words(clause.deputy, clause, policy, pack, "accusative")
        )
    if clause.event is not None:
        return template(pack, "happens", event=clause.event_words, tell=tell, deputy=deputy)
    subjects = pack.words("echo.one_subject")
    subject = subjects["case"]
    if clause.subject:
        subject = subjects.get(clause.subject) or subject_words(clause.subject, pack)
    after = duration_within(clause.after, pack) if isinstance(clause.after, Duration) else ""
    done = pack.words("echo.done")[str(clause.trigger)]
    return template(
        pack, "late", subject=subject, after=after, start="", done=done, tell=tell, deputy=deputy
    )


def survey(clause: SurveyRule, policy: Policy, pack: Pack) -> str:
    """Return when a survey goes out."""
    del policy
    event = slug_words(clause.event or "", clause, pack)
    delay = part(pack, "delay", delay=length(clause.delay, pack)) if clause.delay else ""
    cap = part(pack, "cap", cap=length(clause.cap, pack)) if clause.cap else ""
    return template(pack, "survey", event=event, delay=delay, cap=cap)


def review(clause: ReviewRule, policy: Policy, pack: Pack) -> str:
    """Return how often the policy is reviewed."""
    after = "".join(
        part(pack, "review_after", event=slug_words(one, clause, pack)) for one in clause.after
    )
    every = duration_every(clause.every, pack)
    if clause.owner:
        role = role_words(clause.owner, clause, policy, pack, "nominative")
        return template(pack, "review_by", role=role, every=every, after=after)
    return template(pack, "review", every=every, after=after, owner="")


def publication(clause: PublicationRule, policy: Policy, pack: Pack) -> str:
    """Return what is published, and how often."""
    del policy
    known = pack.words("echo.published").get(clause.what)
    what = known or slug_words(clause.what, clause, pack)
    return template(pack, "publication", what=what, every=duration_every(clause.every, pack))


def retention(clause: RetentionRule, policy: Policy, pack: Pack) -> str:
    """Return how long records are kept."""
    del policy
    subject = pack.words("echo.subjects").get(clause.subject)
    subject = subject or slug_words(clause.subject, clause, pack)
    return template(pack, "retention", subject=subject, keep=length(clause.keep, pack))


def training(clause: TrainingRule, policy: Policy, pack: Pack) -> str:
    """Return who practises, and how often."""
    who = pack.phrase("echo.anyone")
    if clause.who != ANYONE:
        who = role_words(clause.who, clause, policy, pack)
    every = duration_every(clause.every, pack) if clause.every else ""
    return template(pack, "training", who=who, every=every)
