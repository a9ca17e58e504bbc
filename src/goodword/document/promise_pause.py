"""When the clock stops, said in words."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.setting import Understood
from goodword.policy.promise import Metric, PauseRule

_WAITED = re.compile(
    r"\bstops? the clock (?:while|when|whenever|until)\b.*\b(?:wait|await|hear|repl|answer|information)"
    r"|\bclocks?\b.*\b(?:stops?|paus)\w*\b.*\bawaiting\b"
    r"|\btime (?:taken by|spent waiting for|(?:we )?(?:spend )?waiting for|waiting on) (?:the |our )?(?:you|customers?|clients?|users?)\b.*\b(?:not (?:count|includ)|excluded)"
)
_PAUSE = re.compile(
    r"\b(?:clock|time|count(?:ing|down)?|timer)s?\b(?P<what>(?: of [\w ]+?)?) (?:stops?|pauses?|is paused|is stopped|"
    r"stands still)\b.*\b(?:wait|waiting|hear from you|your (?:answer|reply))"
)
_PAUSE_ALL = re.compile(
    r"\bclock of every (?P<what>[\w ,]+?) stops\b"
    r"|\bclocks? (?:stops?|pauses?|is paused|is stopped|stands still) for (?P<named>[\w ,]+?)"
    r" (?=while|when|whenever|until)"
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
}


def pause(low: str) -> Understood | None:
    """Return the rule that stops the clock while we wait, where small letters say one."""
    if found := _PAUSE_ALL.search(low):
        names = re.split(r",? and |, ", found["what"] or found["named"])
        singular = (_singular(name) for name in names)
        metrics = tuple(_METRIC_NAMES[name] for name in singular if name in _METRIC_NAMES)
        if metrics:
            return Understood((PauseRule(metrics=metrics),))
    if _PAUSE.search(low) or _WAITED.search(low):
        return Understood((PauseRule(),))
    return None


def _singular(name: str) -> str:
    return re.sub(r"^(?:the|every|all|each) ", "", re.sub(r"s$", "", name.replace("ies", "y")))
