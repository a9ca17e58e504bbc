"""What a header says in plain words is done by the time below it."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import replace

from goodword.document.setting import Understood
from goodword.document.table_apart import named_by_itself, where
from goodword.document.table_columns import Cell, Column
from goodword.language.memory import remembered
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import hedge_in, metrics_in
from goodword.policy.clause import Clause, Strength
from goodword.policy.promise import Metric, Promise

# How each is said, so that it is read whatever stands in the row.
_SAID = {
    Metric.ACKNOWLEDGE: "acknowledgement",
    Metric.FIRST_RESPONSE: "first response",
    Metric.UPDATE: "update",
    Metric.CALLBACK: "call back",
    Metric.RESOLUTION: "resolution",
    Metric.WAIT: "waiting time",
}
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")
_SEVERAL = 2
_WAY = re.compile(
    r"(?:by |via )?(?:(?P<live>(?:live |web )?-?chat|(?:tele)?phones?|phone calls?|calls?)|e-?mails?|letters?|"
    r"social media|web ?forms?|tickets?|portal|sms|texts?|text messages?|messages?)(?: support)?"
)
_AT_ONCE = re.compile(r"\d ?(?:s|secs?|seconds?|mins?|minutes?|rings?)\b")


def plain_head(head: str, text: str) -> str:
    """Return a header in the words of its promise: "Engineer engaged" is a first response.

    A way to reach us stands over how soon we answer there. A header that says it already, or says
    nothing of what is done, stays as it is.
    """
    metric = metric_of(head)
    if metric is None:
        way = _WAY.fullmatch(normal(head))
        if way is None or metrics_in(normal(text)):
            return head
        live = way["live"] and _AT_ONCE.search(normal(text))
        spoken = "chats answered" if live and "chat" in way["live"] else "calls answered"
        return spoken if live else f"{head} first response"
    aimed = hedge_in(normal(head)) is not None
    return f"{'target ' if aimed else ''}{_SAID[metric]}"


@remembered(1_024)
def metric_of(head: str) -> Metric | None:
    """Return what is done by the time below a header; None where it does not say so plainly."""
    low = _BRACKETS.sub(" ", normal(head)).strip(" ?.:*")
    bare = ENGLISH.pattern("table.head_behind").sub("", low, count=1).strip()
    core = ENGLISH.pattern("table.head_before").sub("", bare, count=1)
    named = (
        metric
        for words in dict.fromkeys((low, bare, core))
        for metric in _SAID
        if ENGLISH.pattern(f"table.head_{metric}").fullmatch(words)
    )
    return next(named, None)


def by_deeds(
    whole: Understood, read: list[Understood], cells: tuple[Cell, ...]
) -> Understood | None:
    """Return promises of one row told apart by what their headers say is done; None for others.

    "Workaround | Permanent fix" ends a case twice: each time is kept for its own end. A time that
    the law sets is kept, and one that the house sets itself beside it is tried.
    """
    times = [named_by_itself(one) for one in cells if one.column is Column.TIME]
    made = [one.clauses[0] for one in read if len(one.clauses) == 1]
    if len(made) != len(read) or len(times) != len(read) or len(read) < _SEVERAL:
        return None
    heads = [normal(one.head) for one in times]
    if len(set(heads)) < len(heads):
        return None
    if all(metric_of(one) is not None for one in heads):
        named = zip(made, times, strict=True)
        told = tuple(_for_its_deed(one, cell, made) for one, cell in named)
        return replace(whole, clauses=told)
    outer = [ENGLISH.pattern("table.head_outer").fullmatch(one) is not None for one in heads]
    aimed = [ENGLISH.pattern("table.head_aimed").fullmatch(one) is not None for one in heads]
    if sum(outer) == 1 and sum(aimed) == 1 and len(heads) == _SEVERAL:
        firm = zip(made, outer, strict=True)
        return replace(whole, clauses=tuple(_firmly(one, must=must) for one, must in firm))
    return None


def _for_its_deed(clause: Clause, cell: Cell, made: list[Clause]) -> Clause:
    """Return a promise for what its header names, where the row has another of the same metric."""
    if not isinstance(clause, Promise):
        return clause
    same = [one for one in made if isinstance(one, Promise) and one.metric is clause.metric]
    if len(same) < _SEVERAL:
        return clause
    named = _BRACKETS.sub(" ", cell.head).strip()
    plain = named if named[1:2].isupper() else f"{named[:1].lower()}{named[1:]}"
    return where(clause, f"it is for {plain}")


def _firmly(clause: Clause, *, must: bool) -> Clause:
    if not isinstance(clause, Promise):
        return clause
    return replace(clause, strength=Strength.MUST if must else Strength.AIM)
