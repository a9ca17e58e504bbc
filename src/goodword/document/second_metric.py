"""What a promise promises that its words do not bear out: it is said back with a question."""

from collections.abc import Collection, Mapping

from goodword.document.promise_attend import attends
from goodword.document.second_promise import is_channel, rings, said_plainly
from goodword.document.second_said import unsure
from goodword.document.sentence_marks import marks_of, words_of
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import normal
from goodword.language.weights import weights
from goodword.policy.promise import Metric, Promise

# Below what share of the words' weight it is asked what is done in time.
BORNE = 0.85
# From what share of the bare words on nothing more is looked for.
PLAINLY = 0.95
_OTHERWISE = "say it with reply, acknowledge, update, call back, see or resolve."


def unlikely_metric(
    read: Understood, text: str, setting: Setting, context: str = ""
) -> Finding | None:
    """Return the question what is done in time, where the words speak for something else as well.

    None where the words bear out what each promise promises, or say it in so many words. Costs a
    look at each word; English only.
    """
    table = weights("deeds")
    made = [one for one in read.clauses if isinstance(one, Promise)]
    if table is None or not made:
        return None
    metrics = {one.metric for one in made}
    # Words alone mostly leave no doubt, and cost less than all the marks of a sentence.
    if _together(table.shares(words_of(text)), metrics) >= PLAINLY:
        return None
    low = normal(text)
    if all(_is_said(low, one) for one in made) or is_channel(low):
        return None
    if _together(table.shares(marks_of(text, setting.heading, context)), metrics) >= BORNE:
        return None
    return unsure(text, read.clauses, _OTHERWISE)


def _together(shares: Mapping[str, float], metrics: Collection[Metric]) -> float:
    """Return how likely one of several metrics is."""
    return sum(shares.get(one, 0) for one in metrics)


def _is_said(low: str, made: Promise) -> bool:
    """Whether small letters leave no doubt of what is done in time."""
    metric = made.metric
    if metric is Metric.NEXT_RESPONSE or said_plainly(low, metric):
        return True
    if metric is Metric.UPDATE:
        return not made.once
    if metric is Metric.ANSWER:
        return rings(made)
    return metric in {Metric.FIRST_RESPONSE, Metric.WAIT} and attends(low) is not None
