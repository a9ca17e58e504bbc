"""A text as it stands in the editor, read once and kept while it is looked at."""

from functools import lru_cache

from goodword.checks.run import check
from goodword.document.read import read
from goodword.document.reading import Reading, Sentence
from goodword.problem import Problem
from goodword.span import Span


@lru_cache(maxsize=8)
def reading_of(text: str, path: str = "policy.md") -> Reading:
    """Return the reading of a text; the same text is read once."""
    return read(text, path=path)


@lru_cache(maxsize=8)
def problems(text: str, at: int, path: str = "policy.md") -> tuple[Problem, ...]:
    """Return everything that reading and checking say of a text, judged at `at`."""
    return check(reading_of(text, path), at=at)


def sentence_at(reading: Reading, offset: int) -> Sentence | None:
    """Return the sentence under a place, or just before it."""
    for sentence in reading.sentences:
        if sentence.span.start <= offset <= sentence.span.end:
            return sentence
    return None


def word_at(text: str, offset: int) -> Span:
    """Return the word around a place; empty where there is none."""
    start = end = offset
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "'’-"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in "'’-"):
        end += 1
    return Span(start, end)
