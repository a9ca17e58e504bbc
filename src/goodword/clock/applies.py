"""Which promises run on a case: by its channel, its kind or priority, and their conditions."""

from collections.abc import Mapping

from goodword.case.holds import holds
from goodword.clock.timeline import ENQUIRY, Standing, broader
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.stage import stage_of

# What these measure exists only on such channels, whether or not the sentence names one.
_OWN_CHANNELS = {
    Metric.ANSWER: frozenset({"phone", "chat"}),
    Metric.WAIT: frozenset({"in_person"}),
    Metric.CALLBACK: frozenset({"phone", "voicemail"}),
}


def applies(promise: Promise, policy: Policy, standing: Standing, facts: Mapping[str, str]) -> bool:
    """Whether the promise runs on a case that stands so.

    It must speak of the case's channel and subject, and its condition must be known to hold. Of
    promises with the same metric, one that names the subject replaces one that does not, and a
    narrower subject a broader one; then one that names the channel; then one that names a team or
    place; then one with a condition. A promise of a team or a place runs on its cases alone.
    """
    if not _speaks_of(promise, standing, facts):
        return False
    if promise.parts and not set(promise.parts) <= set(policy.parts_named(facts)):
        return False
    own = _particularity(promise)
    return not any(
        other.metric is promise.metric
        and (_particularity(other) > own or _is_narrower(other.subject, promise.subject))
        and _speaks_of(other, standing, facts)
        and (not other.parts or set(other.parts) <= set(policy.parts_named(facts)))
        for other in policy.of_kind(Promise)
    )


def asks_for_facts(promise: Promise, policy: Policy) -> bool:
    """Whether it takes facts of the case to know if the promise applies."""
    return any(
        (other.condition is not None or bool(other.parts)) and other.metric is promise.metric
        for other in policy.of_kind(Promise)
    )


def _speaks_of(promise: Promise, standing: Standing, facts: Mapping[str, str]) -> bool:
    channels = promise.channels or _OWN_CHANNELS.get(promise.metric)
    if channels and standing.channel not in channels:
        return False
    if promise.subject is not None and promise.subject not in standing.subjects:
        return False
    return promise.condition is None or holds(promise.condition, facts) is True


def _is_narrower(subject: str | None, than: str | None) -> bool:
    """Whether the first is a kind of the second: a payment complaint of a complaint.

    A kind of complaint with a promise of its own does not wait for the stages of all complaints.
    """
    if subject is None or than is None:
        return False
    stage = stage_of(than) if stage_of(subject) is None else None
    return (than if stage is None else stage[1]) in broader(subject)[1:]


def _particularity(promise: Promise) -> tuple[int, bool, bool, bool]:
    """How particular a promise is; "enquiry" is the least particular subject."""
    subject = 0 if promise.subject is None else 1 if promise.subject == ENQUIRY else 2
    return subject, bool(promise.channels), bool(promise.parts), promise.condition is not None
