"""Which times of a sentence can be deadlines of ours."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import replace

from goodword.document.condition_text import Frame
from goodword.document.promise_whose import is_theirs
from goodword.language.service import metrics_in
from goodword.language.time_phrase import TimePhrase, times_in

_NOT_TIMES = re.compile(
    r"^(?: (?:a|per|each|every) (?:day|week|year|month)\b|'? ?notice|-old| of age| ago\b| old\b| long\b"
    r"| (?:is|are|was|were|has|have)(?: been)? (?:up|over|passed|expired|elapsed|ended)\b| (?:is|are) not (?:up|over)\b"
    r"| (?:deadline|limit|period|window|cooling-off|extension)\b)"
)
_NOTICE = re.compile(
    r"\bnotice\b|\bopen\b(?! until)|\bkeep (?:\w+ ){0,3}?(?:records?|data|files?)|\bretain|\blasts?\b|\bvalid\b|\bexpire"
)
_TAKES = re.compile(
    r"\b(?:may|might|could|can|sometimes) (?:sometimes |occasionally )?(?:need|take|require|last)s?(?: up to)? ?$"
)
_IT = re.compile(r"\b(?:it|this|that|these|they|which) $")


def our_times(low: str, taken: Frame, *, led: bool) -> list[TimePhrase]:
    """Return the times that can be deadlines of ours."""
    main = low[taken.start : taken.end]
    if is_theirs(main, led=led) or is_theirs(low, led=led):
        return []
    hidden = (taken.before_span, taken.after_span, taken.unless_span, taken.turned_span)
    found = []
    for phrase in times_in(low):
        if phrase.vague or _NOT_TIMES.match(low[phrase.end :]):
            continue
        if any(start <= phrase.length_start < end for start, end in hidden):
            continue
        if phrase.role in {"after", "at least", "for", "per"}:
            continue
        if (takes := _TAKES.search(low[: phrase.start])) and (
            _IT.search(low[: takes.start()]) or not metrics_in(low[: phrase.start])
        ):
            continue
        found.append(phrase)
    if any(not phrase.rings for phrase in found) and any(phrase.rings for phrase in found):
        # "Three rings or 20 seconds" is said twice; the seconds are exact.
        bound = next(phrase.role for phrase in found if phrase.rings)
        found = [replace(phrase, role=phrase.role or bound) for phrase in found if not phrase.rings]
    if found and _NOTICE.search(main) and not any(not one.weak for one in metrics_in(main)):
        return []
    return found
