"""Which promises a history can be asked about at all."""

from goodword.case.event import EventKind
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration

_TOLD_BY = {
    Metric.ANSWER: (frozenset({EventKind.ANSWERED}),),
    Metric.WAIT: (frozenset({EventKind.ANSWERED}),),
    Metric.CALLBACK: (frozenset({EventKind.REPLY}), frozenset({EventKind.ANSWERED})),
    Metric.FIRST_RESPONSE: (frozenset({EventKind.REPLY}), frozenset({EventKind.ANSWERED})),
    Metric.ACKNOWLEDGE: (frozenset({EventKind.ACKNOWLEDGED}),),
    Metric.RESOLUTION: (frozenset({EventKind.RESOLVED}),),
    Metric.NEXT_RESPONSE: (frozenset({EventKind.CUSTOMER_MESSAGE, EventKind.REPLY}),),
    Metric.UPDATE: (
        frozenset({EventKind.UPDATE}),
        frozenset({EventKind.CUSTOMER_MESSAGE, EventKind.REPLY}),
    ),
}
_NOUNS = {
    Metric.ANSWER: "when a call or visit was answered",
    Metric.WAIT: "when a call or visit was answered",
    Metric.CALLBACK: "when we called back",
    Metric.FIRST_RESPONSE: "when the first reply was sent",
    Metric.ACKNOWLEDGE: "when the case was acknowledged",
    Metric.RESOLUTION: "when the case was resolved",
    Metric.NEXT_RESPONSE: "the messages of both sides",
    Metric.UPDATE: "when the customer was kept informed",
}


def why_unmeasured(
    promise: Promise, policy: Policy, tells: frozenset[EventKind] | None, *, dates_only: bool
) -> str | None:
    """Return why a promise cannot be judged from such a history; None where it can.

    `tells` None means that the history holds every kind of event, as our own cases do. What an
    export does not tell is neither kept nor broken.
    """
    if tells is not None and not any(needed <= tells for needed in _TOLD_BY[promise.metric]):
        return f"The history does not say {_NOUNS[promise.metric]}."
    if policy.hours is None and _needs_hours(promise):
        return "The policy names no opening hours, so working time cannot be counted."
    if dates_only and _needs_time_of_day(promise):
        return "The history holds dates without a time of day, so hours cannot be judged."
    return None


def _needs_hours(promise: Promise) -> bool:
    limit = promise.limit
    return isinstance(limit, Anchor) or limit.counting is Counting.WORKING


def _needs_time_of_day(promise: Promise) -> bool:
    limit = promise.limit
    if isinstance(limit, Duration):
        return limit.is_exact
    return limit.kind is AnchorKind.AT_TIME or limit.cutoff is not None
