"""Examples that say what a clause's own worked example says, in the same words."""

import re
from collections.abc import Iterator, Mapping

from goodword.businesstime.openings import Openings
from goodword.document.echo_amounts import money
from goodword.document.echo_authority import action
from goodword.document.echo_duty import told_of
from goodword.example.arrival import start_of
from goodword.example.arrival_line import openings_of
from goodword.example.by_time import arrival_words
from goodword.example.example import Example
from goodword.example.illustrate import illustrate, illustrate_from
from goodword.example.lines import ExampleLine
from goodword.example.moment import LATE
from goodword.example.result import ExampleResult, ExampleState
from goodword.example.when import UnclearError, moment_at
from goodword.language.cued import Cued
from goodword.language.en.echo_phrases import MONTHS, WEEKDAYS
from goodword.language.memory import remembered
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    CapRule,
    Precondition,
    Prohibition,
    one_each,
)
from goodword.policy.clause import Clause
from goodword.policy.definition import (
    ClosureClause,
    EffectiveClause,
    HolidayClause,
    HoursClause,
    RoleClause,
    ZoneClause,
)
from goodword.policy.duty import (
    Escalation,
    PublicationRule,
    RetentionRule,
    ReviewRule,
    SurveyRule,
    TrainingRule,
)
from goodword.policy.policy import Policy
from goodword.policy.promise import PauseRule, Promise
from goodword.policy.situation import EmergencyWords, Principle, Situation

# What a worked example of each kind of clause always says.
_CUES: Mapping[type[Clause], re.Pattern[str]] = {
    kind: re.compile(cue, re.IGNORECASE)
    for kind, cue in (
        (Promise, r": due "),
        (PauseRule, r": then due "),
        (Escalation, r" is told| to look again"),
        (SurveyRule, r" survey goes out "),
        (TrainingRule, r" completed by |: again by "),
        (ReviewRule, r"reviewed .*: due again by "),
        (PublicationRule, r"published .*: due again by "),
        (RetentionRule, r": kept until "),
        (Authority, r" wants to .*: "),
        (ApprovalRule, r" wants to .*: "),
        (CapRule, r" wants to .* (?:after \d|with the whole sum).*: "),
        (Precondition, r" wants to .*; first "),
        (Prohibition, r" asks about .*: "),
        (Situation, r" finds this situation "),
        (EmergencyWords, r" is found as an emergency"),
        (Principle, r" wants to .*: "),
        (RoleClause, r"while .* is away, .* wants to .*: "),
        (HoursClause, r": open|: closed"),
        (ClosureClause, r": open|: closed"),
        (HolidayClause, r" is a public holiday "),
        (ZoneClause, r" hours? (?:ahead of|behind) universal time"),
        (EffectiveClause, r" is judged by "),
    )
}
_CALENDAR = (HoursClause, ClosureClause, HolidayClause, ZoneClause, EffectiveClause)
# Moments in small letters, as an even line has them.
_DAYS = "|".join(WEEKDAYS).lower()
_MONTHS = "|".join(MONTHS).lower()
_YEAR = Cued(rf"\b((?:{_MONTHS})),? \d{{4}}\b", _MONTHS)
_DRESS = Cued(rf"\b(?:on|at) (?=(?:{_DAYS})\b|\d{{1,2}}:\d\d)", "on |at ")
_COMMA = Cued(rf"\b({_DAYS}), (?=\d)", "day, ")
_DATED = Cued(rf"\b({_DAYS}),? \d{{1,2}} (?:{_MONTHS})\b", "day")
_MOMENT = re.compile(
    rf"\b(?:{_DAYS})(?:,? \d{{1,2}} (?:{_MONTHS}))?(?:,? \d{{1,2}}:\d\d(?::\d\d)?)?\b"
)


def run_shown(line: ExampleLine, policy: Policy, openings: Openings | None) -> ExampleResult | None:
    """Return how a line turned out that is worded as a clause's worked example, else None.

    The line and the worked example begin at the same moment; what comes of it is compared.
    """
    written = _even(line.text)
    outline = _outline(written)
    near: ExampleResult | None = None
    for clause, shown in _worked(line.text, policy, openings):
        comes_to = _even(shown.words)
        if not _DATED.search(written):
            comes_to = _DATED.sub(r"\1", comes_to)
        if comes_to == written:
            return _result(line, clause, ExampleState.PASSED, written, comes_to)
        if near is None and outline.count("@") > 1 and _outline(comes_to) == outline:
            near = _result(line, clause, ExampleState.FAILED, written, comes_to)
    return near


def _worked(
    text: str, policy: Policy, openings: Openings | None
) -> Iterator[tuple[Clause, Example]]:
    begins = moment_at(text)
    outline = _outline(_even(text))
    clauses = tuple(
        clause
        for clause in policy.clauses
        if _may_be(clause, text, policy) and _outline(_even(_always(clause, policy))) in outline
    )
    if begins < 0:
        for clause in clauses:
            shown = illustrate(clause, policy, openings, at=0)
            if shown is not None:
                yield clause, shown
        return
    try:
        at, ordinary = start_of(_with_time(text[begins:]), policy)
    except UnclearError:
        return
    usable = openings_of(policy, openings, at, ordinary=ordinary)
    for clause in clauses:
        shown = illustrate_from(clause, policy, usable, start=at)
        if shown is None and isinstance(clause, _CALENDAR):
            shown = illustrate(clause, policy, usable, at=at)
        if shown is not None:
            yield clause, shown


def _may_be(clause: Clause, text: str, policy: Policy) -> bool:
    """Whether the line could be the worked example of a clause, by words that it would have.

    Working an example out is dear, and a document may hold a hundred clauses and as many lines.
    """
    cue = _CUES.get(type(clause))
    if cue is None or cue.search(text) is None:
        return False
    if isinstance(clause, Authority) and clause.limit is not None:
        return money(clause.limit, policy) in text
    if isinstance(clause, Situation):
        return clause.name in text or any(phrase in text for phrase in clause.phrases)
    return True


def _always(clause: Clause, policy: Policy) -> str:
    """Return words that stand in the worked example of a clause whenever it begins."""
    if isinstance(clause, Promise):
        return arrival_words(clause)
    if isinstance(clause, Escalation):
        return told_of(clause, policy)
    if isinstance(clause, Authority):
        return f"wants to {action(one_each(clause)[0].action, clause.goods)}"
    if isinstance(clause, ApprovalRule):
        return f"wants to {action(one_each(clause)[0].action)}"
    return ""


def _with_time(words: str) -> str:
    """Return the first moment in the words, with the usual time of day where it has none."""
    first = re.split(r"[:;.](?= )|\bby\b|\band\b", words, maxsplit=1)[0]
    return first if re.search(r"\d:\d\d|\d ?[ap]m\b", first) else f"{first} {LATE:%H:%M}"


@remembered(2_048)
def _even(text: str) -> str:
    """Return the text without what only dresses a moment: years, "on", "at"."""
    even = " ".join(text.replace("“", '"').replace("”", '"').split()).rstrip(".").lower()
    even = _YEAR.sub(r"\1", even)
    even = _DRESS.sub("", even)
    return _COMMA.sub(r"\1 ", even)


def _outline(even: str) -> str:
    return _MOMENT.sub("@", even) if "day" in even else even


def _result(
    line: ExampleLine, clause: Clause, state: ExampleState, written: str, comes_to: str
) -> ExampleResult:
    expected, got = _differing(written, comes_to)
    passed = state is ExampleState.PASSED
    return ExampleResult(
        line.text,
        line.span,
        state,
        expected=expected,
        got=got,
        message="" if passed else f"The example says {expected}; the policy says {got}.",
        clause_ids=(clause.id,),
    )


def _differing(written: str, comes_to: str) -> tuple[str, str]:
    """Return the first moments in which the two differ, else the whole."""
    pairs = zip(_MOMENT.findall(written), _MOMENT.findall(comes_to), strict=False)
    for mine, theirs in pairs:
        if mine != theirs:
            return mine.title(), theirs.title()
    return written, comes_to
