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
from goodword.cli.event_lines import read_events
from goodword.cli.moment import moment
from goodword.cli.policy_file import reading_in, refuse_one_input_twice
from goodword.cli.terminal import paint, print_json
from goodword.clock.clock import Clock, Outcome
from goodword.clock.explain import explain
from goodword.clock.explanation import Explanation
from goodword.clock.run import run_clock
from goodword.clock.words import full, limit_words
from goodword.errors import NeverOpenError, UnknownNameError
from goodword.policy.definition import ChannelClause, ZoneClause
from goodword.policy.duty import Escalation
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.span import place_of

SUMMARY = "Say when each promise falls due for a case that arrives now, or then, and why."
FINE, PROBLEMS = 0, 1
_NAMES = {
    Metric.ANSWER: "Answer",
    Metric.ACKNOWLEDGE: "Acknowledgement",
    Metric.FIRST_RESPONSE: "First response",
    Metric.NEXT_RESPONSE: "Next response",
    Metric.UPDATE: "Update",
    Metric.RESOLUTION: "Resolution",
    Metric.WAIT: "Wait",
    Metric.CALLBACK: "Call back",
}
_SAID = {
    Outcome.KEPT: ("kept", "green"),
    Outcome.BROKEN_CLOSED: ("broken, done late", "red"),
    Outcome.BROKEN_OPEN: ("broken, not done", "red"),
    Outcome.OPEN: ("open", "blue"),
    Outcome.EXCUSED: ("excused", "dim"),
    Outcome.VOID: ("void", "dim"),
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
    reading = reading_in(arguments.policy)
    text, policy = reading.text, reading.policy
    zone = _zone(policy)
    case, at = _case(arguments, policy, zone)
    openings = None if policy.hours is None else openings_for(policy.hours, case.opened_at)
    answers = tuple(_answers(policy, openings, case, at, text))
    if arguments.json:
        print_json(_json(arguments.policy, zone, case, at, answers))
    else:
        _print(arguments.policy, zone, case, at, answers)
    return PROBLEMS if any(answer.refused for answer in answers) else FINE


def _zone(policy: Policy) -> str:
    """Return the zone of the policy's hours, or the one that it names, else UTC."""
    named = [clause.zone for clause in policy.of_kind(ZoneClause)]
    zone = policy.hours.zone if policy.hours else (named or ["UTC"])[-1]
    return zone_of(zone).key


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
    case = Case("case", events, channel, kind, priority)
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
    if noun == "priority" and f"priority_{slug}" in known:
        return f"priority_{slug}"
    listed = ", ".join(sorted(known))
    raise UnknownNameError(
        f'The policy knows no {noun} "{word}".',
        hint=f"It speaks of: {listed}." if listed else f"It speaks of no {noun} at all.",
    )


def _answers(
    policy: Policy, openings: Openings | None, case: Case, at: int, text: str
) -> list[_Answer]:
    answers: list[_Answer] = []
    for promise in policy.of_kind(Promise):
        line = place_of(text, promise.span.start).line
        try:
            clock = run_clock(promise, policy, openings, case, at=at)
        except NeverOpenError as refusal:
            refused = _no_hours() if policy.hours is None else refusal
            answers.append(_Answer(promise, line, refused=refused))
            continue
        if clock is not None:
            answers.append(_Answer(promise, line, clock, explain(clock, policy, openings)))
    return answers


def _no_hours() -> NeverOpenError:
    return NeverOpenError(
        "The policy names no opening hours, so working time cannot be counted.",
        hint='Write "Our opening hours are Monday to Friday, 9am to 5pm.", '
        'or give the promise in clock hours: "within 4 clock hours".',
    )


def _print(path: str, zone: str, case: Case, at: int, answers: tuple[_Answer, ...]) -> None:
    words = (case.priority, case.kind or "case", *(("by", case.channel) if case.channel else ()))
    what = " ".join(word for word in words if word).replace("_", " ")
    print(f"A {what}, arrived {full(case.opened_at, zone)} ({zone})")
    if at != case.opened_at:
        print(f"As of {full(at, zone)}")
    for answer in answers:
        print()
        _print_one(path, zone, answer)
    if not answers:
        print("\nNo promise of the policy runs on such a case, so nothing falls due.")


def _print_one(path: str, zone: str, answer: _Answer) -> None:
    name = _NAMES[answer.promise.metric]
    limit = limit_words(answer.promise.limit)
    where = f"{path}:{answer.line}"
    if answer.refused is not None:
        print(paint(f"{name} ({limit}) cannot be counted", "bold"))
        print(f"  {answer.refused}")
    elif answer.clock is not None and answer.why is not None:
        due = "no due time while we wait"
        if answer.clock.due is not None:
            due = f"due {full(answer.clock.due, zone)}"
        said, colour = _SAID[answer.clock.outcome]
        print(f"{paint(f'{name} {due}', 'bold')}   {paint(said, colour)}")
        print(f"  {answer.why.summary}")
    quoted = " ".join(answer.promise.text.split())
    print(paint(f"  “{quoted}” {where}", "dim"))


def _json(
    path: str, zone: str, case: Case, at: int, answers: tuple[_Answer, ...]
) -> dict[str, object]:
    return {
        "policy": path,
        "zone": zone,
        "arrived": _iso(case.opened_at, zone),
        "at": _iso(at, zone),
        "channel": case.channel,
        "kind": case.kind,
        "priority": case.priority,
        "promises": [_json_of(answer, zone) for answer in answers],
    }


def _json_of(answer: _Answer, zone: str) -> dict[str, object]:
    promise = answer.promise
    told: dict[str, object] = {
        "clause": promise.id,
        "metric": promise.metric.value,
        "limit": limit_words(promise.limit),
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
            "summary": answer.why.summary,
            "steps": [
                {
                    "at": _iso(reason.at, zone),
                    "local": reason.local,
                    "code": reason.code,
                    "words": reason.words,
                }
                for reason in answer.why.reasons
            ],
        }
    return told


def _iso(instant: int | None, zone: str) -> str | None:
    if instant is None:
        return None
    return datetime.fromtimestamp(instant, UTC).astimezone(zone_of(zone)).isoformat()
