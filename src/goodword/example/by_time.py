"""Examples of clauses that say by when, each from the instant at which something begins."""

from goodword.businesstime.arithmetic import next_open
from goodword.businesstime.due import due_time
from goodword.businesstime.openings import Openings
from goodword.clock.own_hours import openings_of
from goodword.document.echo_amounts import capitalised, spoken, with_article
from goodword.document.echo_condition import condition
from goodword.document.echo_duty import told_of
from goodword.document.echo_kind import kind_said
from goodword.example.example import Example
from goodword.example.moment import said, said_day
from goodword.example.timeline import OWN_CHANNEL, clock_of
from goodword.language.en import echo_phrases as words
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
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import Counting, Duration, Unit

_NOT_DONE = {
    Trigger.NOT_ACKNOWLEDGED: "If nobody has acknowledged it",
    Trigger.NOT_ANSWERED: "If nobody has answered it",
    Trigger.NOT_RESOLVED: "If it is not resolved",
    Trigger.NOT_UPDATED: "If nobody has told the customer more",
}


def promise(clause: Promise, policy: Policy, openings: Openings, start: int) -> Example | None:
    """Return when the promise falls due for a case that comes at `start`."""
    openings = openings_of(clause, policy, openings, None, start)
    if clause.metric in {Metric.ANSWER, Metric.WAIT}:
        # Nobody rings or stands at the desk while it is closed.
        start = next_open(openings, start) if openings.hours.ever_open else start
    clock = clock_of(clause, policy, openings, start)
    if clock is None or clock.due is None:
        return None
    arrives = f"{capitalised(arrival_words(clause))} {said(start, policy)}"
    return Example(
        clause.id, f"{arrives}: due {said(clock.due, policy)}.", started_at=start, due=clock.due
    )


def arrival_words(clause: Promise) -> str:
    """Return what happens when the clock starts: `an email arrives`."""
    if clause.metric is Metric.UPDATE and not clause.once:
        return f"we last write about {with_article(kind_said(clause.subject or 'case'))}"
    if clause.metric is Metric.NEXT_RESPONSE:
        return "another message arrives"
    if clause.start is not None:
        return _start_words(clause.start, clause.subject)
    if clause.once and clause.condition is not None:
        return condition(clause.condition)
    channel = clause.channels[0] if clause.channels else OWN_CHANNEL.get(clause.metric, "")
    if clause.subject is not None:
        how = f" {words.BY_CHANNEL.get(channel, f'by {spoken(channel)}')}" if channel else ""
        return f"{with_article(kind_said(clause.subject))} arrives{how}"
    return words.ARRIVALS.get(channel, "a message arrives")


def _start_words(start: str, subject: str | None) -> str:
    if start.startswith("acknowledg"):
        return f"{with_article(kind_said(subject or 'case'))} is acknowledged"
    return f"the {spoken(start)} is"


def pause(clause: PauseRule, policy: Policy, openings: Openings, start: int) -> Example | None:
    """Return how a wait of one working day moves a due time of the policy."""
    waits = due_time(Duration(1, Unit.DAY, Counting.CALENDAR), openings, start)
    until = due_time(Duration(3, Unit.DAY, Counting.CALENDAR), openings, waits)
    shown: tuple[Promise, int, int] | None = None
    for one in policy.of_kind(Promise):
        if one.metric not in clause.metrics or not isinstance(one.limit, Duration):
            continue
        plain = due_time(one.limit, openings, start)
        paused = due_time(one.limit, openings, start, ((waits, until),))
        # What is due before we wait shows nothing, and neither does a wait on closed days.
        if shown is None or (shown[1] == shown[2] and plain != paused):
            shown = (one, plain, paused)
    if shown is None:
        return None
    found, plain, paused = shown
    told = (
        f"{capitalised(arrival_words(found))} {said(start, policy)}: due {said(plain, policy)}. "
        f"We wait for the {policy.serves} from {said(waits, policy)} to {said(until, policy)}: "
        f"then due {said(paused, policy)}."
    )
    return Example(clause.id, told, started_at=start, due=paused)


def escalation(
    clause: Escalation, policy: Policy, openings: Openings, start: int
) -> Example | None:
    """Return when the role is told of a case that comes, or an event that happens, at `start`."""
    told = told_of(clause, policy)
    be = "are" if clause.also else "is"
    is_theirs = clause.strength is Strength.MAY
    if clause.after is not None and clause.trigger is not None:
        due = due_time(clause.after, openings, start)
        does = f"you can ask {told} to look again" if is_theirs else f"{told} {be} told"
        sentence = (
            f"{capitalised(with_article(kind_said(clause.subject or 'case')))} arrives "
            f"{said(start, policy)}. {_NOT_DONE[clause.trigger]} by {said(due, policy)}, "
            f"{does}."
        )
        return Example(clause.id, sentence, started_at=start, due=due)
    due = start if clause.within is None else due_time(clause.within, openings, start)
    event = clause.event_words or spoken(clause.event or "")
    by = "at once" if clause.within is None else f"by {said(due, policy)}"
    does = f"you can ask {told} to look again" if is_theirs else f"{told} {be} told {by}"
    sentence = f"{capitalised(event)} {said(start, policy)}: {does}."
    return Example(clause.id, sentence, started_at=start, due=due)


def survey(clause: SurveyRule, policy: Policy, openings: Openings, start: int) -> Example | None:
    """Return when the survey goes out, and from when on the next one may."""
    if not clause.event:
        return None
    sent = start if clause.delay is None else due_time(clause.delay, openings, start)
    # By days it goes out on a day; by hours at a moment, which then hangs on when it began.
    by_hours = clause.delay is not None and clause.delay.is_exact
    tell = said if by_hours else said_day
    sentence = (
        f"{capitalised(with_article(spoken(clause.event)))} on {tell(start, policy)}: the "
        f"survey goes out on {tell(sent, policy)}"
    )
    if clause.cap is not None:
        again = due_time(clause.cap, openings, sent)
        sentence = f"{sentence}, and the next at the earliest on "
        sentence = f"{sentence}{said_day(again, policy, year=True)}"
    return Example(clause.id, f"{sentence}.", started_at=start, due=sent)


def training(
    clause: TrainingRule, policy: Policy, openings: Openings, start: int
) -> Example | None:
    """Return by when somebody who starts, or practised, at `start` has to practise."""
    length = clause.within_joining or clause.every
    if length is None:
        return None
    due = due_time(length, openings, start)
    begins = "Somebody starts" if clause.within_joining else "Somebody practises"
    again = "lessons completed" if clause.within_joining else "again"
    sentence = (
        f"{begins} on {said_day(start, policy, year=True)}: {again} by "
        f"{said_day(due, policy, year=True)}."
    )
    return Example(clause.id, sentence, started_at=start, due=due)


def review(clause: ReviewRule, policy: Policy, openings: Openings, start: int) -> Example | None:
    """Return when the next review is due after one at `start`."""
    due = due_time(clause.every, openings, start)
    sentence = (
        f"Reviewed on {said_day(start, policy, year=True)}: due again by "
        f"{said_day(due, policy, year=True)}."
    )
    return Example(clause.id, sentence, started_at=start, due=due)


def publication(
    clause: PublicationRule, policy: Policy, openings: Openings, start: int
) -> Example | None:
    """Return when the next publication is due after one at `start`."""
    due = due_time(clause.every, openings, start)
    sentence = (
        f"Published on {said_day(start, policy, year=True)}: due again by "
        f"{said_day(due, policy, year=True)}."
    )
    return Example(clause.id, sentence, started_at=start, due=due)


def retention(
    clause: RetentionRule, policy: Policy, openings: Openings, start: int
) -> Example | None:
    """Return until when a record of a case that closes at `start` is kept."""
    due = due_time(clause.keep, openings, start)
    sentence = (
        f"{capitalised(with_article(spoken(clause.subject)))} of "
        f"{said_day(start, policy, year=True)}: kept until "
        f"{said_day(due, policy, year=True)}."
    )
    return Example(clause.id, sentence, started_at=start, due=due)
