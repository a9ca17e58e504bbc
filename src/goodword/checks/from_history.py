"""What a history of past cases shows about a policy, as evidence for its checks."""

from collections import Counter

from goodword.checks.evidence import Evidence
from goodword.history.history import History
from goodword.metric.estimate import Estimate, estimate
from goodword.policy.policy import Policy
from goodword.replay.outcomes import PromiseOutcome
from goodword.replay.replay import replay, what_if


def evidence_of(history: History, policy: Policy, *, at: int | None = None) -> Evidence:
    """Return what the cases of a history say about each promise and channel of the policy.

    `at` is the instant of judgment (UTC seconds); None is the last event of the history. A history
    without any event says nothing.
    """
    as_of = history.last_event if at is None else at
    if as_of is None:
        return Evidence()
    cases = history.cases if history.columns is None else history.columns
    outcomes = replay(
        what_if(policy), cases, at=as_of, tells=history.tells, dates_only=history.dates_only
    )
    judged = [one for one in outcomes.promises if one.counts.judged]
    return Evidence(
        channels=_channels(history),
        estimates={one.promise.id: _estimate(one) for one in judged},
        unmeasured={
            one.promise.id: one.unmeasured
            for one in outcomes.promises
            if one.unmeasured is not None
        },
    )


def _estimate(outcome: PromiseOutcome) -> Estimate:
    counts = outcome.counts
    return estimate(counts.kept, counts.judged, outcome.promise.target)


def _channels(history: History) -> dict[str, int]:
    if history.columns is None:
        found = Counter(case.channel for case in history.cases)
        return {channel: number for channel, number in found.items() if channel}
    names = history.columns.channel
    codes = Counter(names.codes)
    words = ((names.words[code], number) for code, number in codes.items())
    return {word: number for word, number in words if word}
