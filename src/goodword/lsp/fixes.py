"""Quick fixes: the wording that a problem offers, and its other ways out."""

from dataclasses import dataclass

from goodword.document.tidy import tidy
from goodword.lsp.opened import problems, reading_of
from goodword.lsp.renames import Edit
from goodword.policy.policy import Policy
from goodword.problem import Problem
from goodword.span import Span

LONGEST = 90


@dataclass(frozen=True, slots=True)
class Action:
    """A change to choose, with its edits and the problem that it mends."""

    title: str
    edits: tuple[Edit, ...]
    problem: Problem | None = None


def actions(text: str, span: Span, *, at: int) -> tuple[Action, ...]:
    """Return the changes that would mend what stands in a stretch of text, the first the likeliest.

    A fix with a place replaces it; one without is a sentence to add, below the sentence concerned,
    or among the examples.
    """
    found = [one for one in problems(text, at) if _touches(one, span)]
    made: dict[tuple[Edit, ...], Action] = {}
    for problem in found:
        if problem.fix is None:
            continue
        edit = _edit(problem, text)
        shown = " ".join(problem.fix.replacement.split())
        short = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
        made.setdefault((edit,), Action(f"{problem.fix.label}: {short}", (edit,), problem))
    return tuple(made.values())


def formatted(text: str) -> str | None:
    """Return the text tidied, None where it is tidy already."""
    tidied = tidy(text)
    return None if tidied == text else tidied


def _touches(problem: Problem, span: Span) -> bool:
    if problem.span is None:
        return False
    return problem.span.start <= span.end and span.start <= problem.span.end


def _edit(problem: Problem, text: str) -> Edit:
    fix = problem.fix
    assert fix is not None
    if fix.span is not None:
        return Edit(fix.span, _kept_mark(fix.span, fix.replacement, text))
    if fix.replacement.startswith("Example:"):
        return _example(fix.replacement, text)
    start = problem.span.end if problem.span is not None else len(text)
    end = text.find("\n", start)
    place = end if end >= 0 else len(text)
    return Edit(Span(place, place), f"\n{fix.replacement}")


def _kept_mark(span: Span, words: str, text: str) -> str:
    """Return a sentence for a place without a list mark that stands there already."""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    if line.strip() in {"-", "*", "+"} and words.startswith("- "):
        return words[2:]
    return words


def _example(words: str, text: str) -> Edit:
    """Return an example put at the end of the section of examples, which is made where none is."""
    policy: Policy = reading_of(text).policy
    section = policy.section("examples")
    if section is None:
        bare = len(text.rstrip())
        return Edit(Span(bare, len(text)), f"\n\n## Examples\n\n- {words}\n")
    later = (one.span.start for one in policy.sections if one.span.start > section.span.start)
    end = min(later, default=len(text))
    place = len(text[:end].rstrip())
    gap = "\n" if text[section.span.start : place].count("\n") else "\n\n"
    return Edit(Span(place, place), f"{gap}- {words}")
