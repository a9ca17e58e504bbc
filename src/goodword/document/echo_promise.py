"""Promises said back, with every default in sight."""

from goodword.document.echo_amounts import (
    clock_time,
    duration,
    each,
    listed,
    share,
    spoken,
    week,
    with_article,
)
from goodword.document.echo_condition import framed
from goodword.document.echo_kind import kind_said
from goodword.document.promise_parts import at_parts
from goodword.language.en import echo_phrases as words
from goodword.policy.definition import PartHours
from goodword.policy.hours import ALWAYS_OPEN_WEEK
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Limit


def promise(clause: Promise, policy: Policy) -> str:
    """Return the promise: what, for whom, by when, for which share."""
    is_once = clause.metric is Metric.UPDATE and clause.once
    name = "update_once" if is_once else str(clause.metric)
    what = words.PROMISES[name].format(what=_what(clause), limit=_deadline(clause, policy))
    sentence = words.STRENGTH_FRAMES[clause.strength].format(what=what)
    sentence = framed(f"{sentence}, {target(clause)}", clause.condition, clause.exception)
    return at_parts(sentence, _parts(clause, policy))


def _parts(clause: Promise, policy: Policy) -> tuple[str, ...]:
    """Return the names of the teams and places that a promise is made for."""
    named = {one.part: one.name for one in policy.of_kind(PartHours)}
    return tuple(named.get(part, spoken(part)) for part in clause.parts)


def _what(clause: Promise) -> str:
    """Return what the promise is about: by which channels it comes, and of what kind it is."""
    subject = kind_said(clause.subject) if clause.subject else ""
    about = f"about {with_article(subject)}" if subject else ""
    if clause.metric is Metric.NEXT_RESPONSE:
        how = f"({_nouns(clause.channels)})" if clause.channels else words.ANY_CHANNEL
        return f"{about} {how}".strip()
    if not clause.channels:
        noun = subject or words.ANY_SUBJECT.get(clause.metric, words.ANY_MESSAGE)
        return f"{noun} {words.ANY_CHANNEL}"
    return f"{_nouns(clause.channels)} {about}".strip()


def _nouns(slugs: tuple[str, ...]) -> str:
    return listed(
        (words.CHANNEL_NOUNS.get(slug, f"{spoken(slug)} message") for slug in slugs), "or"
    )


def target(clause: Promise) -> str:
    """Return for which share of the cases the promise is made."""
    if clause.target is None:
        return words.EVERY_TIME
    return words.SHARE.format(share=share(clause.target))


def channels(slugs: tuple[str, ...]) -> str:
    """Return by which channels, or that any will do."""
    if not slugs:
        return words.ANY_CHANNEL
    return listed((words.BY_CHANNEL.get(slug, f"by {spoken(slug)}") for slug in slugs), "or")


def limit(deadline: Limit, policy: Policy) -> str:
    """Return a deadline with how it is counted beside it."""
    if isinstance(deadline, Duration):
        beside = counting(deadline, policy)
        return f"{duration(deadline)} ({beside})" if beside else duration(deadline)
    return anchor(deadline)


def anchor(point: Anchor) -> str:
    """Return a promised point in time."""
    if point.kind is AnchorKind.AT_TIME and point.at is not None:
        text = f"no later than {clock_time(point.at)}"
    elif point.kind is AnchorKind.SAME_DAY:
        text = "on the same working day"
    elif point.at is not None:
        text = f"by {clock_time(point.at)} on the next working day"
    else:
        text = "by the next working day"
    if point.cutoff is not None:
        text = f"{text} (received before {clock_time(point.cutoff)})"
    return text


def counting(
    length: Duration,
    policy: Policy,
    channels: tuple[str, ...] = (),
    parts: tuple[str, ...] = (),
) -> str:
    """Return how the time is counted, for the brackets beside it; empty where it is plain."""
    hours = policy.hours_for(channels, parts=parts)
    if length.counting is Counting.CLOCK:
        return words.ROUND_THE_CLOCK
    if length.counting is Counting.WORKING and length.is_exact and hours is not None:
        if hours.week == ALWAYS_OPEN_WEEK:
            return words.ROUND_THE_CLOCK
        return week(hours.week)
    return ""


def _deadline(clause: Promise, policy: Policy) -> str:
    deadline = clause.limit
    start = ""
    if clause.start is not None:
        start = f" {words.START_WORDS.get(clause.start, f'after {spoken(clause.start)}')}"
    if not isinstance(deadline, Duration):
        return f"{anchor(deadline)}{start}"
    bound = "every" if clause.metric is Metric.UPDATE and not clause.once else "within"
    beside = counting(deadline, policy, clause.channels, clause.parts)
    length = each(duration(deadline)) if bound == "every" else duration(deadline)
    return f"{bound} {length}{start}{f' ({beside})' if beside else ''}"


def pause(clause: PauseRule, policy: Policy) -> str:
    """Return when the clock stands still."""
    del policy
    sentence = "The clock stops while we wait for you"
    if clause.metrics != (Metric.RESOLUTION, Metric.UPDATE):
        named = listed(words.METRIC_NAMES[metric] for metric in clause.metrics)
        sentence = f"The clock of every {named} stops while we wait for you"
    return framed(sentence, clause.condition, clause.exception)
