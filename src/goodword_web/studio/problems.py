"""The problems of a draft as its page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from goodword.problem import Problem
from goodword.span import place_of


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A problem with its line number and the words it is about."""

    problem: Problem
    line: int | None
    quoted: str


def problem_lines(text: str, problems: Iterable[Problem]) -> tuple[ProblemLine, ...]:
    """Return each problem with its place in the text."""
    return tuple(
        ProblemLine(problem, place_of(text, problem.span.start).line, problem.span.of(text).strip())
        if problem.span is not None
        else ProblemLine(problem, None, "")
        for problem in problems
    )
