"""Goodword keeps a customer service policy alive.

>>> import goodword
>>> reading = goodword.read("We reply to every email within 4 clock hours.")
>>> [clause.id for clause in reading.policy.clauses]
['promise-first-response-email']

Names are loaded when they are first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goodword.checks import check
    from goodword.clock.explain import explain
    from goodword.clock.run import run_clock, run_clocks
    from goodword.decision.ask import ask
    from goodword.decision.decide import decide
    from goodword.decision.find import find
    from goodword.document.compare import compare
    from goodword.document.echo import echo
    from goodword.document.read import read
    from goodword.document.understand import understand
    from goodword.document.write import write
    from goodword.example.illustrate import illustrate
    from goodword.lesson.lessons import lessons
    from goodword.metric.estimate import estimate
    from goodword.review import findings

__all__ = [
    "ask",
    "check",
    "compare",
    "decide",
    "echo",
    "estimate",
    "explain",
    "find",
    "findings",
    "illustrate",
    "lessons",
    "read",
    "run_clock",
    "run_clocks",
    "understand",
    "write",
]

_PLACES = {
    "ask": "goodword.decision.ask",
    "check": "goodword.checks",
    "compare": "goodword.document.compare",
    "decide": "goodword.decision.decide",
    "echo": "goodword.document.echo",
    "estimate": "goodword.metric.estimate",
    "explain": "goodword.clock.explain",
    "find": "goodword.decision.find",
    "findings": "goodword.review",
    "illustrate": "goodword.example.illustrate",
    "lessons": "goodword.lesson.lessons",
    "read": "goodword.document.read",
    "run_clock": "goodword.clock.run",
    "run_clocks": "goodword.clock.run",
    "understand": "goodword.document.understand",
    "write": "goodword.document.write",
}


def __getattr__(name: str) -> Any:
    place = _PLACES.get(name)
    if place is None:
        raise AttributeError(f"module 'goodword' has no attribute {name!r}")
    return getattr(import_module(place), name)
