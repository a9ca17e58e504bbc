"""Which times of a sentence can be deadlines of ours."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import replace

from goodword.document.condition_text import Frame
from goodword.language.service import metrics_in
from goodword.language.time_phrase import TimePhrase, times_in

# The time is the customer's to keep, not ours.
_THEIRS = re.compile(
    r"^(?:please (?!allow|expect|note|be assured)|(?:if [^,]+, )?(?:you|customers?|clients?|patients?|the customer|"
    r"complainants?|residents?|tenants?|applicants?|claimants?|members?|passengers?|guests?|users?|students?)"
    r"(?: also| then| still)? (?:must|should(?! (?:normally |usually |generally |not |never |only )*(?:expect|receive|get|have|hear|wait|be (?:kept|waiting|seen|left|asked to wait)))|"
    r"need|have(?! (?:an|our|a) (?:answer|reply|response))|can(?! (?:usually |normally |also )?expect)|may(?! expect)|could|might|are (?:required|asked|"
    r"expected|encouraged|welcome|entitled|able|advised)|want|wish|would)\b"
    r"|(?:all |any |your |the |a )?(?:complaints?|appeals?|requests?|claims?|applications?|notices?|payments?|invoices?|"
    r"fees?|accounts?|returns?|items?|goods|products?|cancellations?|bookings?)[\w ]{0,30}? (?:must|should|can|may|"
    r"need to|has to|have to) be (?:made|submitted|sent|lodged|received|brought|raised|paid|returned|cancelled|filed|"
    r"reported|given|unused)"
    r"|(?:payment|invoices?|fees?|accounts?)[\w ]{0,20} (?:is|are|falls?) (?:due|payable)"
    r"|(?:contact|tell|let|call|email|write to|send|return|notify) us\b"
    r"|ask (?:us|the|for)\b|(?:we|this \w+) (?:was|were|have been|has been|had)\b(?! (?:asked))"
    r"|if (?:we|you) (?:have not|haven't|do not|don't)[^,]*, (?:please|you (?:can|may|should)))"
)
_NOT_TIMES = re.compile(
    r"^(?: (?:a|per|each) (?:day|week|year|month)\b|'? ?notice|-old| of age| ago\b| old\b| long\b"
    r"| (?:is|are|was|were|has|have)(?: been)? (?:up|over|passed|expired|elapsed|ended)\b| (?:is|are) not (?:up|over)\b"
    r"| (?:deadline|limit|period|window|cooling-off)\b)"
)
_NOTICE = re.compile(
    r"\bnotice\b|\bopen\b(?! until)|\bkeep (?:\w+ ){0,3}?(?:records?|data|files?)|\bretain|\blasts?\b|\bvalid\b|\bexpire"
)
_TAKES = re.compile(
    r"\b(?:may|might|could|can|sometimes) (?:sometimes |occasionally )?(?:need|take|require|last)s?(?: up to)? ?$"
)
_IT = re.compile(r"\b(?:it|this|that|these|they|which) $")


def our_times(low: str, taken: Frame) -> list[TimePhrase]:
    """Return the times that can be deadlines of ours."""
    main = low[taken.start : taken.end]
    if _THEIRS.match(main) or _THEIRS.match(low):
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
    if any(not phrase.rings for phrase in found):
        found = [
            replace(phrase, role=phrase.role or "limit") for phrase in found if not phrase.rings
        ]
    if found and _NOTICE.search(main) and not any(not one.weak for one in metrics_in(main)):
        return []
    return found
