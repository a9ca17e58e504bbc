"""Questions about a time that is promised: "how quickly do we answer an email?"."""

import re

from goodword.document.echo import echo
from goodword.language.normal import normal
from goodword.language.service import channels_in, metrics_in, subjects_in
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise

_ASKS = re.compile(
    r"\b(?:how (?:long|soon|quick(?:ly)?|fast|promptly|often)|by when|within what|"
    r"time limit|deadlines?|"
    r"when (?:do|does|must|should|will|can|would) (?:we|i|you|somebody|someone|they)|"
    r"(?:reply|response|answer(?:ing)?|turnaround|resolution|call ?back|waiting) times?)\b"
)
# Who looks back, or tells what happened, asks for something else: "I have waited how long now?".
_TOLD = re.compile(
    r"\b(?:(?:has|have|had)(?! to\b)|was|were|did|been|already|still|never|not|nobody|late|"
    r"overdue)\b|n't\b"
)
_ANSWERS = {Metric.FIRST_RESPONSE, Metric.ANSWER, Metric.CALLBACK, Metric.ACKNOWLEDGE}


def time_asked(policy: Policy, words: str) -> tuple[Promise, ...]:
    """Return the promises that say the time which is asked for; none where no time is asked for.

    A question names a way in, a kind of case or what is done; a promise that names another of these
    is no answer, and the promises that share most with the question are.
    """
    low = normal(words)
    if _ASKS.search(low) is None or _TOLD.search(low) is not None:
        return ()
    ways = {one.name for one in channels_in(low)}
    kinds = {one.name for one in subjects_in(low)}
    deeds = {one.name for one in metrics_in(low)}
    answering = bool(deeds & {str(one) for one in _ANSWERS})
    if not (ways or kinds):
        return ()
    found: list[tuple[int, Promise]] = []
    for promise in policy.of_kind(Promise):
        is_way, is_kind = bool(ways & {*promise.channels}), promise.subject in kinds
        other = (promise.channels and ways and not is_way) or (
            promise.subject is not None and not is_kind
        )
        if promise.limit is None or other or not (is_way or is_kind):
            continue
        if (
            deeds
            and str(promise.metric) not in deeds
            and not (answering and promise.metric in _ANSWERS)
        ):
            continue
        found.append((is_way + 2 * is_kind, promise))
    most = max((rank for rank, _ in found), default=0)
    return tuple(promise for rank, promise in found if rank == most)


def told_times(policy: Policy, promises: tuple[Promise, ...]) -> str:
    """Return the promises in words, each with the defaults that it counts by."""
    return " ".join(echo(one, policy) for one in promises)
