"""When the clock stops, said in words."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.setting import Finding, Understood
from goodword.language.cued import Cued
from goodword.policy.promise import Metric, PauseRule
from goodword.problem import Severity

_WAITED = Cued(
    r"\bstops? the clock (?:while|when|whenever|until)\b.*\b(?:wait|await|hear|repl|answer|information)"
    r"|\bclocks?\b.*\b(?:stop|paus)\w*\b.*\bawait(?:s|ing)?\b"
    r"|\btime\b[^.;]{0,60}\bwait(?:s|ing|ed)?\b[^.;]{0,60}(?:\bnot|n't) (?:be )?(?:count|includ)"
    r"|\b(?:clock|days|hours|time)\b (?:do|does|will)(?: not|n't) (?:run|start|begin)(?: to run)? (?:until|while|before) (?:you|the customer|they)\b"
    r"|\btime (?:taken by|spent waiting for|(?:we )?(?:spend )?waiting for|waiting on) (?:the |our )?(?:you|customers?|clients?|users?)\b.*\b(?:not (?:count|includ)|excluded)",
    "clock|stop|time|days|hours",
)
_PAUSE = Cued(
    r"\b(?:clock|time|count(?:ing|down)?|timer)s?\b(?P<what>(?: of [\w ]+?)?) (?:stops?|pauses?|is paused|is stopped|"
    r"stands still)\b.*\b(?:wait|waiting|hear from you|your (?:answer|reply))",
    "clock|count|time",
)
_PAUSE_ALL = Cued(
    r"\bclock of every (?P<what>[\w ,]+?) stops\b"
    r"|\bclocks? (?:stops?|pauses?|is paused|is stopped|stands still) for (?P<named>[\w ,]+?)"
    r" (?=while|when|whenever|until)",
    "clock",
)
_METRIC_NAMES = {
    "answer": Metric.ANSWER,
    "acknowledgement": Metric.ACKNOWLEDGE,
    "first reply": Metric.FIRST_RESPONSE,
    "first response": Metric.FIRST_RESPONSE,
    "next reply": Metric.NEXT_RESPONSE,
    "next response": Metric.NEXT_RESPONSE,
    "update": Metric.UPDATE,
    "resolution": Metric.RESOLUTION,
    "wait": Metric.WAIT,
    "call back": Metric.CALLBACK,
    "callback": Metric.CALLBACK,
}
# "Every further reply", "every answer to a further message".
_FURTHER = re.compile(
    r"(?=.*\b(?:further|next|later|subsequent|follow[ -]?up)\b).*\b(?:repl|respons|answer|message)"
)
# What is named so is a clock of some kind, though not which.
_SOME_CLOCK = re.compile(r"\b(?:repl|respons|answer|messag|updat|resol|acknowledg|call)")


def pause(low: str) -> Understood | None:
    """Return the rule that stops the clock while we wait, where small letters say one."""
    if found := _PAUSE_ALL.search(low):
        names = re.split(r",? and |, ", found["what"] or found["named"])
        known = {name: _metric(_singular(name)) for name in names}
        metrics = tuple(metric for metric in known.values() if metric is not None)
        for name, metric in known.items():
            if metric is None and (metrics or _SOME_CLOCK.search(name)):
                return _which(name, low.index(name))
        if metrics:
            return Understood((PauseRule(metrics=metrics),))
    if _PAUSE.search(low) or _WAITED.search(low):
        return Understood((PauseRule(),))
    return None


def _metric(name: str) -> Metric | None:
    """Return which promise a name in the singular means."""
    if name in _METRIC_NAMES:
        return _METRIC_NAMES[name]
    return Metric.NEXT_RESPONSE if _FURTHER.match(name) else None


def _which(name: str, start: int) -> Understood:
    """Return the question which clock is meant: one left out in silence would go on."""
    finding = Finding(
        "PR18",
        Severity.ERROR,
        f'I know no clock of every "{name}". Name the first reply, the next reply, the '
        "acknowledgement, the update, the resolution or the call back.",
        start,
        start + len(name),
        (("what", "a pause while we wait"), ("which clock", "?")),
        "The clock of every resolution stops while we wait for you.",
        "Name the clock",
    )
    return Understood((), (finding,), almost=True)


def _singular(name: str) -> str:
    return re.sub(r"^(?:the|every|all|each) ", "", re.sub(r"s$", "", name.replace("ies", "y")))
