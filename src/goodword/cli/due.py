"""`goodword due POLICY`: when each promise falls due for a case, and why."""

import argparse
import time
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime

from goodword.businesstime.openings import Openings, openings_for
from goodword.businesstime.zone import zone_of
from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.case.opening import facts_at_opening
from goodword.case.priority import priority_named
from goodword.cli.event_lines import read_events
from goodword.cli.moment import moment
from goodword.cli.policy_file import reading_in, refuse_one_input_twice
from goodword.cli.terminal import paint, print_json
from goodword.clock.clock import Clock, Outcome
from goodword.clock.explain import explain
from goodword.clock.explanation import Explanation
from goodword.clock.explanation_json import explanation_json
from goodword.clock.run import run_clock
from goodword.clock.words import Words, words_for
from goodword.errors import NeverOpenError, UnknownNameError
from goodword.language.pack import pack
from goodword.policy.definition import ChannelClause
from goodword.policy.duty import Escalation
from goodword.policy.hours import Hours
from goodword.policy.house_zone import house_zone
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.span import place_of

SUMMARY = "Say when each promise falls due for a case that arrives now, or then, and why."
FINE, PROBLEMS = 0, 1
_COLOURS = {
    Outcome.KEPT: "green",
    Outcome.BROKEN_CLOSED: "red",
    Outcome.BROKEN_OPEN: "red",
    Outcome.OPEN: "blue",
    Outcome.EXCUSED: "dim",
    Outcome.VOID: "dim",
}
# Kinds that every case may have, whether or not the policy promises anything of them.
_USUAL_KINDS = frozenset({"enquiry", "complaint"})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the policy and what is known of the case."""
    parser.add_argument("policy", help="the policy, a Markdown file; - is standard input")
    parser.add_argument("--channel", help="how the case came: email, phone, …")
    parser.add_argument("--kind", help="what kind of case it is: complaint, enquiry, …")
    parser.add_argument("--priority", help="its priority, where the policy speaks of any")
    parser.add_argument(
        "--at",
        help='when it arrives, "2026-09-04 16:30", in the policy\'s zone; default: now. '
        "With --events: the instant of judgment; default: the last event",
    )
    parser.add_argument("--events", help="what happened to the case: JSON Lines, an event a line")
    parser.add_argument(
        "--language", help="in which language to say why: en, de, …; default: the policy's"
    )
    parser.add_argument("--json", action="store_true", help="answer in JSON")


@dataclass(frozen=True, slots=True)
class _Answer:
    """A promise with its clock and why; or why it cannot be counted."""

    promise: Promise
    line: int
    clock: Clock | None = None
    why: Explanation | None = None
    refused: NeverOpenError | None = None


def run(arguments: argparse.Namespace) -> int:
    """Print each promise's due time; 1 where a promise could not be counted."""
    refuse_one_input_twice(arguments.policy, arguments.events)
    if arguments.language is not None:
        pack(arguments.language)
    reading = reading_in(arguments.policy)
    text, policy = reading.text, reading.policy
    zone = _zone(policy)
    language = arguments.language or policy.language
    case, at = _case(arguments, policy, zone)
    openings = None if policy.hours is None else openings_for(policy.hours, case.opened_at)
    words = words_for(language, Hours(zone) if policy.hours is None else policy.hours)
    asked = _Asked(arguments.policy, zone, words, case, at)
    answers = tuple(_answers(policy, openings, asked, text, language))
    if arguments.json:
        print_json(_json(asked, answers))
    else:
        _print(asked, answers)
        if not answers:
            _print_nothing(policy, words)
    return PROBLEMS if any(answer.refused for answer in answers) else FINE


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked: the file of the policy, its zone, the words to answer in, the case, when."""

    path: str
    zone: str
    words: Words
    case: Case
    at: int


def _zone(policy: Policy) -> str:
    """Return the zone of the policy's hours, or the one that it names, else UTC."""
    return zone_of(house_zone(policy)).key


def _case(arguments: argparse.Namespace, policy: Policy, zone: str) -> tuple[Case, int]:
    channel = _known(arguments.channel, "channel", _channels(policy))
    subjects = _subjects(policy)
    kind = _known(arguments.kind, "kind of case", subjects | _USUAL_KINDS)
    priority = _known(arguments.priority, "priority", subjects - _USUAL_KINDS)
    at = None if arguments.at is None else moment(arguments.at, zone)
    if arguments.events is None:
        arrival = int(time.time()) if at is None else at
        events: tuple[Event, ...] = (Event(arrival, 0, EventKind.OPENED, Actor.CUSTOMER),)
    else:
        events = read_events(arguments.events, zone)
    opened = facts_at_opening((event.kind, event.facts) for event in events)
    opened = events[0].facts if opened is None else opened
    case = Case(
        "case",
        events,
        channel or opened.get("channel"),
        kind or opened.get("kind"),
        priority or opened.get("priority"),
    )
    return case, events[-1].at if at is None else at


def _channels(policy: Policy) -> set[str]:
    named = {clause.channel for clause in policy.of_kind(ChannelClause)}
    return named.union(*(promise.channels for promise in policy.of_kind(Promise)))


def _subjects(policy: Policy) -> set[str]:
    promised = {promise.subject for promise in policy.of_kind(Promise)}
    escalated = {escalation.subject for escalation in policy.of_kind(Escalation)}
    return {subject for subject in promised | escalated if subject}


def _known(word: str | None, noun: str, known: AbstractSet[str]) -> str | None:
    """Return the slug of a word; raises UnknownNameError where the policy knows no such thing."""
    if word is None:
        return None
    slug = "_".join(word.lower().replace("-", " ").replace("_", " ").split())
    if slug in known:
        return slug
    if noun == "priority" and (named := priority_named(slug)) in known:
        return named
    listed = ", ".join(sorted(known))
    raise UnknownNameError(
        f'The policy knows no {noun} "{word}".',
        hint=f"It speaks of: {listed}." if listed else f"It speaks of no {noun} at all.",
    )


def _answers(
    policy: Policy, openings: Openings | None, asked: _Asked, text: str, language: str
) -> list[_Answer]:
    answers: list[_Answer] = []
    for promise in policy.of_kind(Promise):
        line = place_of(text, promise.span.start).line
        try:
            clock = run_clock(promise, policy, openings, asked.case, at=asked.at)
        except NeverOpenError as refusal:
            refused = _no_hours() if policy.hours is None else refusal
            answers.append(_Answer(promise, line, refused=refused))
            continue
        if clock is not None:
            why = explain(clock, policy, openings, language=language, case=asked.case)
            answers.append(_Answer(promise, line, clock, why))
    return answers


def _no_hours() -> NeverOpenError:
    return NeverOpenError(
        "The policy names no opening hours, so working time cannot be counted.",
        hint='Write "Our opening hours are Monday to Friday, 9am to 5pm.", '
        'or give the promise in clock hours: "within 4 clock hours".',
    )


def _print(asked: _Asked, answers: tuple[_Answer, ...]) -> None:
    words, case = asked.words, asked.case
    nouns = (case.priority, case.kind or "case")
    what = " ".join(_noun("page", noun, words) for noun in nouns if noun)
    if case.channel:
        channel = _noun("channels", case.channel, words)
        what = words.phrase("page", "by_channel").format(what=what, channel=channel)
    arrived = words.full(case.opened_at, asked.zone)
    said = words.phrase("page", "arrived").format(what=what, at=arrived, zone=asked.zone)
    print(f"{said[:1].upper()}{said[1:]}")
    if asked.at != case.opened_at:
        print(words.phrase("page", "as_of").format(at=words.full(asked.at, asked.zone)))
    for answer in answers:
        print()
        _print_one(asked, answer)


def _print_nothing(policy: Policy, words: Words) -> None:
    """Print that no promise runs on the case, and on which cases the promises do."""
    print(f"\n{words.phrase('page', 'nothing')}")
    of = policy.of_kind(Promise)
    channels = sorted({channel for promise in of for channel in promise.channels})
    subjects = sorted({promise.subject for promise in of if promise.subject})
    named = [_noun("channels", channel, words) for channel in channels]
    named += [_noun("page", subject, words) for subject in subjects]
    if named:
        print(words.phrase("page", "meant_for").format(what=", ".join(named)))


def _noun(table: str, slug: str, words: Words) -> str:
    return words.phrase(table, slug) if words.has(table, slug) else slug.replace("_", " ")


def _print_one(asked: _Asked, answer: _Answer) -> None:
    words = asked.words
    name = words.phrase("names", str(answer.promise.metric))
    where = f"{asked.path}:{answer.line}"
    if answer.refused is not None:
        limit = words.limit(answer.promise.limit)
        refused = words.phrase("page", "refused").format(name=name, limit=limit)
        print(paint(refused, "bold"))
        print(f"  {answer.refused}")
    elif answer.clock is not None and answer.why is not None:
        clock = answer.clock
        due = words.phrase("page", "no_due").format(name=name)
        if clock.due is not None:
            at = words.full(clock.due, asked.zone)
            due = words.phrase("page", "due").format(name=name, at=at)
        said = words.phrase("outcomes", str(clock.outcome))
        print(f"{paint(due, 'bold')}   {paint(said, _COLOURS[clock.outcome])}")
        print(f"  {answer.why.summary}")
    quoted = words.phrase("page", "quoted").format(text=" ".join(answer.promise.text.split()))
    print(paint(f"  {quoted} {where}", "dim"))


def _json(asked: _Asked, answers: tuple[_Answer, ...]) -> dict[str, object]:
    case, zone = asked.case, asked.zone
    return {
        "policy": asked.path,
        "zone": zone,
        "arrived": _iso(case.opened_at, zone),
        "at": _iso(asked.at, zone),
        "channel": case.channel,
        "kind": case.kind,
        "priority": case.priority,
        "promises": [_json_of(asked, answer) for answer in answers],
    }


def _json_of(asked: _Asked, answer: _Answer) -> dict[str, object]:
    promise, zone = answer.promise, asked.zone
    told: dict[str, object] = {
        "clause": promise.id,
        "metric": promise.metric.value,
        "limit": asked.words.limit(promise.limit),
        "text": " ".join(promise.text.split()),
        "line": answer.line,
    }
    if answer.refused is not None:
        told["error"] = {"code": answer.refused.code, "message": str(answer.refused)}
    if answer.clock is not None and answer.why is not None:
        clock = answer.clock
        told |= {
            "started": _iso(clock.started_at, zone),
            "due": _iso(clock.due, zone),
            "done": _iso(clock.done_at, zone),
            "left_seconds": clock.left,
            "state": clock.state.value,
            "outcome": clock.outcome.value,
            "wakes_at": _iso(clock.wakes_at, zone),
            **explanation_json(answer.why, clock, zone),
        }
    return told


def _iso(instant: int | None, zone: str) -> str | None:
    if instant is None:
        return None
    return datetime.fromtimestamp(instant, UTC).astimezone(zone_of(zone)).isoformat()
