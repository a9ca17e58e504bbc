"""A problem in plain words, with its line, a pointer and a next step."""

import re
from collections.abc import Mapping, Sequence
from textwrap import wrap

from goodword.checks.catalogue import CATALOGUE
from goodword.checks.visible import sentence_over
from goodword.document.reading import Reading, SentenceState
from goodword.problem import Problem
from goodword.span import Span, place_of

_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|\d+")
WIDTH = 96
INDENT = "   "
STATES = {SentenceState.ALMOST: "almost live", SentenceState.LIVE: "live"}


def shown(problem: Problem, reading: Reading, *, again: bool = False) -> str:
    """Return a problem as lines of text.

    `again` gives the short form, for a code that was already explained in full.
    """
    lines = [_headline(problem, reading, again=again)]
    if problem.span is not None:
        lines += _source_lines(problem.span, reading.text, "" if again else problem.message)
    else:
        lines += _paragraph(problem.message)
    if not again:
        if problem.understood:
            slots = " · ".join(f"{slot} = {word}" for slot, word in problem.understood)
            lines.append(f"{INDENT}I understood: {slots}")
        for span in problem.related[:3]:
            place = place_of(reading.text, span.start)
            lines.append(f"{INDENT}See line {place.line}: {_line_of(span, reading.text)}")
        lines += [f"{INDENT}{number}. {way}" for number, way in enumerate(problem.ways_out, 1)]
    if problem.fix is not None:
        lines.append(f"{INDENT}Try:  {problem.fix.replacement}")
    return "\n".join(lines)


def _headline(problem: Problem, reading: Reading, *, again: bool) -> str:
    known = CATALOGUE.get(problem.code)
    name = (known.again if again else known.name) if known else str(problem.severity)
    where = reading.path
    if problem.span is not None:
        where = f"{where}:{place_of(reading.text, problem.span.start).line}"
    sentence = sentence_over(reading, problem.span) if problem.span is not None else None
    state = STATES.get(sentence.state) if sentence is not None else None
    badge = f"[{problem.severity}, {state}]" if state else f"[{problem.severity}]"
    head = f"{where}  {problem.code} {name}"
    return f"{head}{' ' * max(2, WIDTH - len(head) - len(badge))}{badge}"


def _line_of(span: Span, text: str) -> str:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    return text[start : end if end >= 0 else len(text)].strip()


def _source_lines(span: Span, text: str, message: str) -> list[str]:
    """Return the source line with carets under the place, and the message beside or below."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    line = text[start : end if end >= 0 else len(text)].rstrip("\r")
    first, last = span.start - start, min(span.end - start, len(line))
    shift = len(line) - len(line.lstrip())
    window = max(0, first - shift - WIDTH + 30)
    shown_line = line.strip()[window : window + WIDTH]
    before = first - shift - window
    carets = "^" * max(1, min(last - first, len(shown_line) - before))
    ellipsis = "…" if window else ""
    pointer = f"{INDENT}{' ' * (before + len(ellipsis))}{carets}"
    lines = [f"{INDENT}{ellipsis}{shown_line}"]
    if message and len(pointer) + len(message) < WIDTH:
        return [*lines, f"{pointer} {message}"]
    return [*lines, pointer, *(_paragraph(message) if message else ())]


def _paragraph(message: str) -> list[str]:
    return wrap(
        message,
        WIDTH,
        initial_indent=INDENT,
        subsequent_indent=INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def as_json(problem: Problem, reading: Reading) -> Mapping[str, object]:
    """Return a problem as plain values: lines and columns from 1, offsets in characters."""
    known = CATALOGUE.get(problem.code)
    return {
        "code": problem.code,
        "name": known.name if known else None,
        "severity": str(problem.severity),
        "message": problem.message,
        "place": None if problem.span is None else _place(problem.span, reading.text),
        "understood": dict(problem.understood),
        "fix": None
        if problem.fix is None
        else {"label": problem.fix.label, "replacement": problem.fix.replacement},
        "related": [_place(span, reading.text) for span in problem.related],
        "ways_out": list(problem.ways_out),
        "help": known.help_page if known else None,
    }


def _place(span: Span, text: str) -> Mapping[str, int]:
    start, end = place_of(text, span.start), place_of(text, span.end)
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "start": span.start,
        "end": span.end,
    }


def repeats(problems: Sequence[Problem]) -> tuple[tuple[Problem, bool], ...]:
    """Return each problem with whether the same was already explained before it.

    The same is one code with the same message, whatever words and numbers it quotes.
    """
    seen: set[tuple[str, str]] = set()
    told = []
    for problem in problems:
        kind = (problem.code, _QUOTED.sub("", problem.message))
        told.append((problem, kind in seen))
        seen.add(kind)
    return tuple(told)
