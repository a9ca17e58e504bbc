"""A number behind a promise's time that may be a second one, kept by no promise: "…, others 20"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.condition_text import frame
from goodword.language.cued import Cued
from goodword.language.number import NUMBER
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.policy.clause import Clause
from goodword.policy.duty import Escalation
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration

# A number at the end of what is said, that counts nothing named behind it.
_BARE = re.compile(
    rf"(?<![\w.:$£€#/×-])(?P<num>{NUMBER}|\d{{1,3}})(?![.,:×]\d|×)(?: (?:more|again))?"
    r"(?=\W*$|[,.;:)]| (?:and|or|but|if|when|where|for|once|unless|otherwise|depending|thereafter|with|on|in|after|from|between|of (?:that|those|the|your|its)) ?)"
)
# Behind one of these a number is a name, an hour, a share or a part of one.
_NAMED = re.compile(
    r"(?:\b(?:stages?|levels?|tiers?|steps?|priority|priorities|severity|sev|band|category|class|grade|p|cat|rooms?|lines?|options?|clause|section|pages?|phase|part|team|article|rule|act|form|size|before|after|from|until|till|past|between|since|ring|call|dial|ext|extension|numbers?|nos?|questions?|items?|appendix|annex|schedule|version|zone|region|area|ward|unit|bay|gate|window|desk|counter|channel|press|text|the|this|that|any|each|every|which|only|as|but|at least|plan|by|at|a|or|and|to|of|times?|for|chapter|tables?|paragraph|round|term|year|week|month|standard|commitment|promise|note|point|rung|code|about|over|with|like|all|mean|means|close|make it)"
    r"|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: (?:times|cases|calls|out|parts?))?(?: (?:in|of|out of))?(?: every)?|%) $"
)
_SHARE = re.compile(r" ?(?:%|per ?cent)| (?:in|out of|of) (?:ten|five|\d|them\b|these\b)")
_NO_LIMIT = {"after", "at least", "per", "for"}
_IDLE = Cued(
    r"(?: |-)(?:old|ago|of age|notice)\b|'? notice\b| (?:a|per|each|every) (?:day|week|month|year)\b",
    " a day| a month| a week| a year| each | every | old| per |-old|ago|notice|of age",
)


def number_left(low: str, text: str, clauses: tuple[Clause, ...]) -> tuple[int, int] | None:
    """Return where a number stands that may be a time, with more times said than clauses keep."""
    said = times_in(low)
    first = next((one.end for one in said if isinstance(one.limit, Duration)), None)
    if first is None or not any(map(str.isalnum, low[first:])):
        return None
    hidden = frame(text).hidden
    left = [
        found.span("num")
        for found in _BARE.finditer(low, first)
        if not any(one.start < found.end() and found.start() < one.end for one in said)
        and not any(start <= found.start() < end for start, end in hidden)
        and not _NAMED.search(low[: found.start()])
        and not _SHARE.match(low, found.end())
    ]
    if not left:
        return None
    told = sum(_counts(one, low) and not _is_in(one, hidden) for one in said)
    return left[-1] if len(left) + told > sum(map(_has_time, clauses)) else None


def _counts(one: TimePhrase, low: str) -> bool:
    return not one.vague and one.role not in _NO_LIMIT and _IDLE.match(low, one.end) is None


def _is_in(one: TimePhrase, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= one.start < end for start, end in spans)


def _has_time(clause: Clause) -> bool:
    return isinstance(clause, Promise) or (
        isinstance(clause, Escalation) and clause.after is not None
    )
