"""The same policy in tidier Markdown: marks, blank lines and spaces change, never a word."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from goodword.document.read import read
from goodword.document.tidying import FAMILIES, Edit

# Each round may bring to light what the next one tidies; ordinary texts need two.
_ROUNDS = 8
# How often a text is read again while the edits that would change its meaning are told apart.
_MOST_READINGS = 60
_REFUSED = frozenset({"TX01", "TX02", "TX03", "TX04"})


def tidy(text: str) -> str:
    """Return the text with its Markdown tidied; `read` makes the same policy of both.

    Each change is made only where the text still reads the same, so nothing can change its
    meaning. Tidying twice is tidying once. A text that cannot be read comes back as it is.
    """
    if any(one.code in _REFUSED for one in read(text).problems):
        return text
    current = text
    for _ in range(_ROUNDS):
        before = current
        for family in FAMILIES:
            current = _harmless(current, family(current))
        if current == before:
            return current
    return text


def _harmless(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with those edits made that leave what it says as it is."""
    if not edits:
        return text
    said = _said(text)
    readings = 0
    accepted: list[Edit] = []
    waiting = [list(edits)]
    while waiting and readings < _MOST_READINGS:
        some = waiting.pop()
        readings += 1
        if _said(_edited(text, [*accepted, *some])) == said:
            accepted += some
        elif len(some) > 1:
            half = len(some) // 2
            waiting += [some[half:], some[:half]]
    return _edited(text, accepted)


def _edited(text: str, edits: Sequence[Edit]) -> str:
    pieces = []
    place = 0
    for edit in sorted(edits):
        pieces += [text[place : edit.start], edit.words]
        place = edit.end
    return "".join([*pieces, text[place:]])


def _said(text: str) -> tuple[Any, ...]:
    """Return everything that reading makes of a text, whatever its spaces and marks."""
    reading = read(text)
    sentences = tuple(
        (one.state, tuple(one.text.split()), one.section, one.clause_ids)
        for one in reading.sentences
    )
    return reading.policy, sentences, Counter(one.code for one in reading.problems)
