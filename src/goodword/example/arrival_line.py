"""Examples of time: something arrives or begins, and something is due."""

import re
from dataclasses import replace
from datetime import datetime

from goodword.businesstime.openings import Openings, openings_for
from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.clock.clock import Clock
from goodword.clock.run import run_clocks
from goodword.document.echo_amounts import listed
from goodword.example.arrival import Arrival, arrival_of, subject_of
from goodword.example.calendar_used import calendar_used
from goodword.example.lines import ExampleLine
from goodword.example.moment import said, zone_of
from goodword.example.result import ExampleResult, ExampleState
from goodword.example.when import UnclearError, read_when, resolve
from goodword.language.en import echo_phrases as words
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise

SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_DUE = re.compile(r"^(?P<what>.+?) (?:is|will be) due (?P<when>.+)$", re.IGNORECASE)
# What is due, by the words for it; "it" is whatever comes first.
_METRICS: tuple[tuple[str, tuple[Metric, ...]], ...] = (
    (r"acknowledg", (Metric.ACKNOWLEDGE,)),
    (r"update|news", (Metric.UPDATE,)),
    (r"resol|solution|final", (Metric.RESOLUTION,)),
    (r"call(?:ing)?[ -]?back|return call", (Metric.CALLBACK,)),
    (r"first (?:reply|response|answer)", (Metric.FIRST_RESPONSE,)),
    (r"repl(?:y|ies)|response", (Metric.FIRST_RESPONSE, Metric.CALLBACK, Metric.ANSWER)),
    (r"answer", (Metric.ANSWER, Metric.FIRST_RESPONSE, Metric.RESOLUTION)),
    (r"wait|welcome", (Metric.WAIT,)),
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


def run_arrival(
    line: ExampleLine, policy: Policy, openings: Openings | None
) -> ExampleResult | None:
    """Return how the line turned out, None where it is not about an arrival.

    Raises UnclearError for what cannot be told from its words, and GoodwordError for hours that
    never open.
    """
    first, *rest = (part.strip().rstrip(".!") for part in SENTENCES.split(line.text))
    arrival = arrival_of(first, policy)
    if arrival is None:
        return None
    if not rest:
        raise UnclearError('It does not say what is due. Add "The first reply is due …".')
    zone = zone_of(policy)
    openings = openings_of(policy, openings, arrival.at, ordinary=arrival.ordinary)
    policy = in_an_ordinary_week(policy) if arrival.ordinary else policy
    expected, got, touched = [], [], []
    for sentence in rest:
        due = _DUE.match(sentence)
        if due is None:
            raise UnclearError(f'"{sentence}" does not say what is due, and when.')
        arrived = datetime.fromtimestamp(arrival.at, zone).date()
        moment = resolve(read_when(due["when"]), zone, around=arrived)
        clock = _clock(due["what"], arrival, moment, policy, openings)
        expected.append(f"due {said(moment, policy)}")
        got.append("no due time" if clock.due is None else f"due {said(clock.due, policy)}")
        touched.append(clock.promise.id)
        if not arrival.ordinary:
            limit = clock.promise.limit
            touched.extend(calendar_used(policy, openings, limit, arrival.at, clock.due))
    passed = expected == got
    wanted, came_out = listed(expected), listed(got)
    return ExampleResult(
        line.text,
        line.span,
        ExampleState.PASSED if passed else ExampleState.FAILED,
        expected=wanted,
        got=came_out,
        message="" if passed else f"The example says {wanted}; the policy says {came_out}.",
        clause_ids=tuple(dict.fromkeys(touched)),
    )


def in_an_ordinary_week(policy: Policy) -> Policy:
    """Return the policy whose channels have the hours of a week without closures."""
    channels = tuple(
        replace(
            one,
            hours=replace(one.hours, holidays=(), closures=(), own_hours=(), special=()),
        )
        for one in policy.channel_hours
    )
    return replace(policy, channel_hours=channels)


def openings_of(
    policy: Policy, openings: Openings | None, at: int, *, ordinary: bool
) -> Openings | None:
    """Return the openings in which an example runs: in an ordinary week without closures."""
    hours = policy.hours
    if ordinary and hours is not None:
        return openings_for(replace(hours, holidays=(), closures=(), own_hours=(), special=()), at)
    if openings is None and hours is not None:
        return openings_for(hours, at)
    return openings


def _clock(
    what: str, arrival: Arrival, moment: int, policy: Policy, openings: Openings | None
) -> Clock:
    """Return the clock that the words mean; of several, the one that is due at the moment.

    Raises UnclearError where none or no word fits.
    """
    name = what.lower().removeprefix("the ").strip()
    subject, metrics = arrival.subject, _metrics(name)
    if metrics is None:
        subject = subject_of(name, policy)
        metrics = (Metric.RESOLUTION,) if subject is not None else ()
    arrival = replace(arrival, subject=subject)
    if arrival.again:
        metrics = (Metric.NEXT_RESPONSE, *metrics)
    elif arrival.written:
        metrics = (Metric.UPDATE, *metrics)
    elif arrival.promise is not None:
        metrics = (arrival.promise.metric, *metrics)
    clocks = _clocks(arrival, policy, openings)
    for metric in metrics:
        fits = [one for one in clocks if one.promise.metric is metric]
        own = [one for one in fits if one.promise.start == arrival.started]
        for chosen in (own, fits):
            if chosen:
                return next((one for one in chosen if one.due == moment), chosen[0])
    running = listed(words.METRIC_NAMES[clock.promise.metric] for clock in clocks)
    known = f"What runs on it: {running}." if running else "No promise runs on such a case."
    raise UnclearError(f'I find no promise for "{what}" here. {known}')


def _metrics(name: str) -> tuple[Metric, ...] | None:
    return next((found for pattern, found in _METRICS if re.search(pattern, name)), None)


def _clocks(arrival: Arrival, policy: Policy, openings: Openings | None) -> tuple[Clock, ...]:
    is_priority = arrival.subject is not None and arrival.subject.startswith(("priority", "sever"))
    case = Case(
        id="example",
        events=_events(arrival),
        channel=arrival.channel,
        kind=None if is_priority else arrival.subject,
        priority=arrival.subject if is_priority else None,
    )
    if arrival.promise is not None:
        policy = _alone(arrival.promise, policy)
    return run_clocks(policy, openings, case, at=arrival.at)


def _events(arrival: Arrival) -> tuple[Event, ...]:
    at = arrival.at
    opened = Event(at, 0, EventKind.OPENED, Actor.CUSTOMER, arrival.facts or {})
    if arrival.again:
        replied = Event(at, 1, EventKind.REPLY, Actor.PERSON)
        return (opened, replied, Event(at, 2, EventKind.CUSTOMER_MESSAGE, Actor.CUSTOMER))
    if arrival.written:
        return (opened, Event(at, 1, EventKind.UPDATE, Actor.PERSON))
    if arrival.started is not None:
        known = set(EventKind)
        kind = EventKind(arrival.started) if arrival.started in known else EventKind.TAGGED
        return (opened, Event(at, 1, kind, Actor.PERSON, {"event": arrival.started}))
    return (opened,)


def _alone(promise: Promise, policy: Policy) -> Policy:
    """Return the policy with this promise and no other, for what its condition is about."""
    kept = (one for one in policy.clauses if one == promise or not isinstance(one, Promise))
    return replace(policy, clauses=tuple(kept))
