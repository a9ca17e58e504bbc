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
_PAUSE_ALL = re.compile(r"\bclock of every (?P<what>[\w ,]+?) stops\b")
_METRIC_NAMES = {
    "answer": Metric.ANSWER,
    "acknowledgement": Metric.ACKNOWLEDGE,
    "first reply": Metric.FIRST_RESPONSE,
    "next reply": Metric.NEXT_RESPONSE,
    "update": Metric.UPDATE,
    "resolution": Metric.RESOLUTION,
    "wait": Metric.WAIT,
    "call back": Metric.CALLBACK,
}


def pause(low: str) -> Understood | None:
    """Return the rule that stops the clock while we wait, where small letters say one."""
    if found := _PAUSE_ALL.search(low):
        names = re.split(r", | and ", found["what"])
        metrics = tuple(_METRIC_NAMES[name] for name in names if name in _METRIC_NAMES)
        if metrics:
            return Understood((PauseRule(metrics=metrics),))
    if _PAUSE.search(low) or _WAITED.search(low):
        return Understood((PauseRule(),))
    return None
