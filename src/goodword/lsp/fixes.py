"""Quick fixes: the wording that a problem offers, and its other ways out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goodword.document.tidy import tidy
from goodword.lsp.opened import problems, reading_of, sentence_at
from goodword.lsp.renames import Edit
from goodword.policy.policy import Policy
from goodword.problem import Problem
from goodword.span import Span, place_of

LONGEST = 90
_TAKE_OUT = re.compile(r"\btake line (?P<line>\d+) out\b")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+")
_WHOLE = re.compile(r"[ \t]*(?:\||\d+[.)][ \t])")
_LIST_MARK = re.compile(r"(?:[-*+]|\d+[.)])?")


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
        for way, gone in _taken_out(problem, text):
            edit = _without(gone, text)
            made.setdefault((edit,), Action(way, (edit,), problem))
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


def _taken_out(problem: Problem, text: str) -> Iterator[tuple[str, Span]]:
    """Yield the ways out that take a whole sentence out, with the sentence."""
    reading = reading_of(text)
    places = [span for span in (problem.span, *problem.related) if span is not None]
    for way in problem.ways_out:
        found = _TAKE_OUT.search(way)
        for span in places if found is not None else ():
            sentence = sentence_at(reading, span.start)
            line = place_of(text, span.start).line
            if found is not None and sentence is not None and line == int(found["line"]):
                yield way, sentence.span


def _without(span: Span, text: str) -> Edit:
    """Return the edit that takes a sentence out, with its line where nothing else stands on it."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end + 1
    beside = f"{text[start : span.start]}{text[span.end : end]}"
    if _LIST_MARK.fullmatch(beside.strip()):
        return Edit(Span(start, end), "")
    gap = 1 if text[span.end : span.end + 1] == " " else 0
    return Edit(Span(span.start, span.end + gap), "")


def _touches(problem: Problem, span: Span) -> bool:
    if problem.span is None:
        # What concerns the whole text is shown, and can be mended, at its beginning.
        return span.start == 0
    return problem.span.start <= span.end and span.start <= problem.span.end


def _edit(problem: Problem, text: str) -> Edit:
    fix = problem.fix
    assert fix is not None
    if fix.span is not None:
        return Edit(fix.span, _kept_mark(fix.span, fix.replacement, text))
    bare = fix.replacement.removeprefix("- ")
    if bare.startswith("Example:"):
        return _example(bare, text)
    if problem.span is None:
        return _on_top(fix.replacement, text)
    return _below(problem.span, fix.replacement, text)


def _below(span: Span, words: str, text: str) -> Edit:
    """Return a sentence put on a line of its own below the one concerned.

    Below a bullet it is a bullet; what stands in a table or a numbered list is left whole.
    """
    line = text[text.rfind("\n", 0, span.start) + 1 :]
    end = text.find("\n", span.end)
    place = end if end >= 0 else len(text)
    bullet = _BULLET.match(line)
    if bullet is not None:
        return Edit(Span(place, place), f"\n{bullet[0]}{words.removeprefix('- ')}")
    if _WHOLE.match(line) is not None:
        while place < len(text) and text[place : place + 2] != "\n\n":
            following = text.find("\n", place + 1)
            place = following if following >= 0 else len(text)
        return Edit(Span(place, place), f"\n\n{words}")
    return Edit(Span(place, place), f"\n{words}")


def _on_top(words: str, text: str) -> Edit:
    """Return a sentence put before the first section, where it holds for the whole policy."""
    later = [one.span.start for one in reading_of(text).policy.sections if one.level > 1]
    if not later:
        bare = len(text.rstrip())
        return Edit(Span(bare, len(text)), f"\n\n{words}\n")
    return Edit(Span(later[0], later[0]), f"{words}\n\n")


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
