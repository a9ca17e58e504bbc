"""Examples of time: something arrives, and something is due."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from goodword.businesstime.openings import Openings, openings_for
from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.clock.clock import Clock
from goodword.clock.run import run_clocks
from goodword.document.echo_amounts import listed, spoken
from goodword.example.lines import ExampleLine
from goodword.example.moment import said, zone_of
from goodword.example.result import ExampleResult, ExampleState
from goodword.example.when import ORDINARY_MONDAY, UnclearError, When, read_when, resolve
from goodword.language.en import echo_phrases as words
from goodword.language.en.lexicon import CHANNELS, SUBJECTS
from goodword.policy.definition import EffectiveClause
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise

_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_ARRIVES = re.compile(
    r"^(?P<what>.+?) (?:arrives?|comes?(?: in)?|is (?:sent|received|left|made)|rings?|reaches us)"
    r" (?P<when>.+)$",
    re.IGNORECASE,
)
_DUE = re.compile(r"^(?P<what>.+?) (?:is|will be) due (?P<when>.+)$", re.IGNORECASE)
# What is due, by the words for it; "it" is whatever comes first.
_METRICS: tuple[tuple[str, tuple[Metric, ...]], ...] = (
    (r"acknowledg", (Metric.ACKNOWLEDGE,)),
    (r"update", (Metric.UPDATE,)),
    (r"resol|solution|final", (Metric.RESOLUTION,)),
    (r"call(?:ing)?[ -]?back|return call", (Metric.CALLBACK,)),
    (r"first (?:reply|response|answer)", (Metric.FIRST_RESPONSE,)),
    (r"repl(?:y|ies)|response", (Metric.FIRST_RESPONSE, Metric.CALLBACK, Metric.ANSWER)),
    (r"answer", (Metric.ANSWER, Metric.FIRST_RESPONSE, Metric.RESOLUTION)),
    (r"wait", (Metric.WAIT,)),
    (
        r"^it$",
        (
            Metric.FIRST_RESPONSE,
            Metric.ACKNOWLEDGE,
            Metric.ANSWER,
            Metric.CALLBACK,
            Metric.WAIT,
            Metric.RESOLUTION,
            Metric.UPDATE,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Arrival:
    """What arrived, in the policy's slugs, and when; `ordinary` where only a week-day was said."""

    channel: str | None
    subject: str | None
    at: int
    ordinary: bool


def run_arrival(
    line: ExampleLine, policy: Policy, openings: Openings | None
) -> ExampleResult | None:
    """Return how the line turned out, None where it is not about an arrival.

    Raises UnclearError for what cannot be told from its words, and GoodwordError for hours that
    never open.
    """
    first, *rest = (part.strip().rstrip(".!") for part in _SENTENCES.split(line.text))
    came = _ARRIVES.match(first)
    if came is None:
        return None
    zone = zone_of(policy)
    arrival = _arrival(came, policy, zone)
    if not rest:
        raise UnclearError('It does not say what is due. Add "The first reply is due …".')
    expected, got, touched = [], [], []
    for sentence in rest:
        due = _DUE.match(sentence)
        if due is None:
            raise UnclearError(f'"{sentence}" does not say what is due, and when.')
        clock = _clock(due["what"], arrival, policy, openings)
        moment = _due_moment(read_when(due["when"]), arrival, zone)
        expected.append(f"due {said(moment, policy)}")
        got.append("no due time" if clock.due is None else f"due {said(clock.due, policy)}")
        touched.append(clock.promise.id)
    passed = expected == got
    wanted, came_out = listed(expected), listed(got)
    return ExampleResult(
        line.text,
        line.span,
        ExampleState.PASSED if passed else ExampleState.FAILED,
        expected=wanted,
        got=came_out,
        message="" if passed else f"The example says {wanted}; the policy says {came_out}.",
        clause_ids=tuple(touched),
    )


def _arrival(came: re.Match[str], policy: Policy, zone: ZoneInfo) -> _Arrival:
    when = read_when(came["when"])
    ordinary = not when.has_date and when.weekday is not None
    around = ORDINARY_MONDAY if ordinary else _first_day(policy)
    return _Arrival(
        channel=_first_match(CHANNELS, came["what"]),
        subject=_subject(came["what"], policy),
        at=resolve(when, zone, around=around if ordinary or when.has_date else None),
        ordinary=ordinary,
    )


def _first_day(policy: Policy) -> date | None:
    dates = [one.applies_from for one in policy.of_kind(EffectiveClause)]
    return next((one for one in dates if one is not None), None)


def _subject(what: str, policy: Policy) -> str | None:
    """Return the kind of case in the words: one that a promise speaks of, before any other."""
    said_words = what.lower()
    for promise in policy.of_kind(Promise):
        if promise.subject is not None and spoken(promise.subject) in said_words:
            return promise.subject
    return _first_match(SUBJECTS, what)


def _first_match(patterns: Mapping[str, str], what: str) -> str | None:
    for slug, pattern in patterns.items():
        if re.search(rf"\b(?:{pattern})", what.lower()):
            return slug
    return None


def _clock(what: str, arrival: _Arrival, policy: Policy, openings: Openings | None) -> Clock:
    """Return the clock that the words mean. Raises UnclearError where none or no word fits."""
    name = what.lower().removeprefix("the ").strip()
    subject, metrics = arrival.subject, _metrics(name)
    if metrics is None:
        subject = _subject(name, policy)
        metrics = (Metric.RESOLUTION,) if subject is not None else ()
    clocks = _clocks(replace(arrival, subject=subject), policy, openings)
    for metric in metrics:
        for clock in clocks:
            if clock.promise.metric is metric:
                return clock
    running = listed(words.METRIC_NAMES[clock.promise.metric] for clock in clocks)
    known = f"What runs on it: {running}." if running else "No promise runs on such a case."
    raise UnclearError(f'I find no promise for "{what}" here. {known}')


def _metrics(name: str) -> tuple[Metric, ...] | None:
    return next((found for pattern, found in _METRICS if re.search(pattern, name)), None)


def _clocks(arrival: _Arrival, policy: Policy, openings: Openings | None) -> tuple[Clock, ...]:
    hours = policy.hours
    if arrival.ordinary and hours is not None:
        openings = openings_for(replace(hours, holidays=(), closures=(), own_hours=()), arrival.at)
    elif openings is None and hours is not None:
        openings = openings_for(hours, arrival.at)
    is_priority = arrival.subject is not None and arrival.subject.startswith(("priority", "sever"))
    case = Case(
        id="example",
        events=(Event(arrival.at, 0, EventKind.OPENED, Actor.CUSTOMER),),
        channel=arrival.channel,
        kind=None if is_priority else arrival.subject,
        priority=arrival.subject if is_priority else None,
    )
    return run_clocks(policy, openings, case, at=arrival.at)


def _due_moment(when: When, arrival: _Arrival, zone: ZoneInfo) -> int:
    arrived = datetime.fromtimestamp(arrival.at, zone).date()
    return resolve(when, zone, around=arrived)
