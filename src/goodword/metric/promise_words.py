"""A promise as a sentence that is read back as that very promise."""

from collections.abc import Iterator

from goodword.document.echo import echo
from goodword.document.echo_amounts import duration, share, spoken
from goodword.document.read import read
from goodword.language.en import echo_phrases as words
from goodword.language.pack import ENGLISH
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Duration

_FRAMES = {
    Metric.FIRST_RESPONSE: "We reply to every {what} within {limit}, {share}.",
    Metric.ACKNOWLEDGE: "We acknowledge every {what} within {limit}, {share}.",
    Metric.RESOLUTION: "We resolve every {what} within {limit}, {share}.",
    Metric.ANSWER: "We answer every {what} within {limit}, {share}.",
    Metric.CALLBACK: "We return every {what} within {limit}, {share}.",
    Metric.WAIT: "If you come in person, you will not wait more than {limit}, {share}.",
}


_NOUNS = frozenset({"complaint", "enquiry", "request", "question", "order", "call", "visit"})
"""Kinds of case that are things; others are what a case is about: a billing case."""


def promise_sentence(promise: Promise, policy: Policy) -> str | None:
    """Return the first plain sentence that reads back as the promise; None where none does.

    A kind of case for which the language has no words yet is such a promise.
    """
    return next(
        (
            sentence
            for sentence in _candidates(promise, policy)
            if _says(sentence, promise, policy.language)
        ),
        None,
    )


def _candidates(promise: Promise, policy: Policy) -> Iterator[str]:
    # In other languages nouns have genders and cases, which the language's own echo knows.
    frame = _FRAMES.get(promise.metric) if policy.language == ENGLISH.code else None
    if frame is not None and isinstance(promise.limit, Duration) and promise.target is not None:
        said = words.SHARE.format(share=share(promise.target))
        for what in _whats(promise):
            yield frame.format(what=what, limit=duration(promise.limit), share=said)
    yield f"{echo(promise, policy).rstrip('.')}."


def _whats(promise: Promise) -> Iterator[str]:
    """Yield ways to name the cases that the promise is about, the plainest first."""
    channel = promise.channels[0] if promise.channels else None
    kind = None if promise.subject is None else spoken(promise.subject)
    is_message = promise.metric in {Metric.FIRST_RESPONSE, Metric.ACKNOWLEDGE}
    cases = [f"{kind} case", kind] if kind else ["message" if is_message else "case"]
    if kind is not None and kind.split()[-1] in _NOUNS:
        cases.reverse()
    if channel is None:
        yield from cases
        return
    noun = words.CHANNEL_NOUNS.get(channel, f"{spoken(channel)} message")
    by = words.BY_CHANNEL.get(channel, f"by {spoken(channel)}")
    if kind is None:
        if promise.metric is Metric.RESOLUTION:
            yield f"case that comes {by}"
        yield noun
        return
    yield from (f"{case} that comes {by}" for case in cases)
    yield f"{noun} about a {kind}"


def _says(sentence: str, promise: Promise, language: str) -> bool:
    front = "" if language == ENGLISH.code else f"---\nlanguage: {language}\n---\n\n"
    found = read(f"{front}{sentence}", path="").policy.clauses
    if len(found) != 1 or not isinstance(found[0], Promise):
        return False
    one = found[0]
    return _terms(one) == _terms(promise) and one.condition is None and one.exception is None


def _terms(promise: Promise) -> tuple[object, ...]:
    return promise.metric, promise.channels, promise.subject, promise.limit, promise.target
