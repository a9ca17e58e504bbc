"""Goals for which nothing here is done."""

from collections.abc import Iterator

from goodword.checks.evidence import Evidence
from goodword.document.echo_amounts import listed, spoken
from goodword.document.goal_served import nearest, served_by, serving
from goodword.document.reading import Reading
from goodword.policy.clause import Clause
from goodword.policy.goal import Goal
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise, QualityGoal
from goodword.problem import Fix, Problem, Severity


def unserved_goals(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield each goal that nothing here serves, with the clause that comes nearest.

    A goal in a sentence that promises something itself is served by that promise.
    """
    policy = reading.policy
    promised = {one.span for one in policy.clauses if isinstance(one, Promise | QualityGoal)}
    for goal in policy.of_kind(Goal):
        if goal.span in promised:
            continue
        in_vain = [words for words in goal.served_by if not served_by(words, policy)]
        if serving(goal, policy) and not in_vain:
            continue
        near = nearest(goal, policy)
        yield Problem(
            code="GL03",
            severity=Severity.WARNING,
            message=f"{_what(in_vain)}{_near(near)}",
            span=goal.span,
            fix=_fix(goal, near, policy),
            related=(near.span,) if near is not None else (),
        )


def _what(in_vain: list[str]) -> str:
    if not in_vain:
        return (
            "No promise, situation or habit here speaks of this goal, so nobody knows what to do "
            "for it tomorrow."
        )
    return (
        f"Nothing here is called {listed(in_vain, 'or')}, so I cannot tell what serves this goal."
    )


def _near(near: Clause | None) -> str:
    if near is None:
        return " Write a promise, or what people do, that brings it about."
    short = " ".join(near.text.split()).rstrip(".")
    return (
        f' The nearest is "{short}". If that serves it, say so; else write a promise, or what '
        "people do, that brings it about."
    )


def _fix(goal: Goal, near: Clause | None, policy: Policy) -> Fix | None:
    """Return the goal with what serves it, in the author's own words."""
    if near is None:
        return None
    words = " ".join(goal.text.split()).rstrip(" .")
    for said in goal.served_by[:1]:
        at = words.find(said)
        before = words[:at].rstrip().lower() if at > 0 else ""
        words = words[: before.rfind("served by")].rstrip(" ,;") if "served by" in before else words
    return Fix("Say what serves it", f"{words}, served by {_named(near, policy)}.", goal.span)


def _named(near: Clause, policy: Policy) -> str:
    """Return how a goal may name a clause: by its channel or matter, else by its section."""
    if isinstance(near, Promise):
        matter = near.subject or next(iter(near.channels), None)
        things = "calls" if matter == "phone" else f"{spoken(matter or '')}s"
        named = f"our promises on {things}" if matter is not None else "our promises"
        if near in served_by(named, policy):
            return named
    section = policy.section(near.section)
    return f'"{section.title}"' if section is not None and section.title else "our promises"
