"""A problem in plain words, with its line, a pointer and a next step."""

import re
from collections.abc import Mapping, Sequence
from textwrap import wrap

from goodword.checks.catalogue import CATALOGUE
from goodword.checks.quotation import quoted
from goodword.checks.visible import sentence_over
from goodword.document.reading import Reading, SentenceState
from goodword.problem import Problem
from goodword.span import Span, place_of

_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|\d+")
# As wide as the narrowest window that people work in.
WIDTH = 80
INDENT = "   "
# What stands before a problem's place, at the least, so that it is known again.
BEFORE = 24
# A place that covers so much of what is shown needs no pointer.
NEARLY_ALL = 0.9
STATES = {SentenceState.ALMOST: "almost live", SentenceState.LIVE: "live"}


def shown(problem: Problem, reading: Reading, *, again: bool = False) -> str:
    """Return a problem as lines of text.

    `again` gives the short form, for a code that was already explained in full.
    """
    lines = [_headline(problem, reading, again=again)]
    if problem.span is not None:
        lines += _source_lines(problem.span, reading, "" if again else problem.message)
    else:
        lines += _paragraph(problem.message)
    if not again:
        if problem.understood:
            slots = " · ".join(f"{slot} = {word}" for slot, word in problem.understood)
            lines += _paragraph(f"I understood: {slots}")
        lines += _others(problem, reading)
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


def _others(problem: Problem, reading: Reading) -> list[str]:
    """Return one line with the other sentences involved, each by its line and first words."""
    own = problem.span
    places: dict[int, Span] = {}
    for span in problem.related:
        if own is None or span.end <= own.start or own.end <= span.start:
            places.setdefault(place_of(reading.text, span.start).line, span)
    if not places:
        return []
    first = list(places)[:3]
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    room = (WIDTH - len(INDENT) - len("See ") - len(more)) // len(first) - len('line 000 "",  ')
    told = (f"line {line} {quoted(places[line].of(reading.text), max(room, 12))}" for line in first)
    return [f"{INDENT}See {', '.join(told)}{more}"]


def _source_lines(span: Span, reading: Reading, message: str) -> list[str]:
    """Return the sentence with carets under the place, and the message beside or below.

    Of a line with several sentences the one that is meant is shown, and of a long one the part
    around the place. Where the place is all that is shown, nothing points at it.
    """
    text, (start, end) = reading.text, _shown_part(span, reading)
    line = text[start:end].replace("\t", " ").rstrip("\r")
    room = WIDTH - len(INDENT)
    first, last = span.start - start, min(span.end, end) - start
    window = _window(line, first, last, room)
    opening = "…" if window else ""
    shown_line = opening + line[window:]
    closing = "…" if len(shown_line) > room else ""
    shown_line = shown_line[: room - len(closing)].rstrip() + closing
    before = first - window + len(opening)
    length = max(1, min(last - first, len(shown_line) - before))
    body = _paragraph(message) if message else []
    if length >= NEARLY_ALL * len(shown_line):
        return [f"{INDENT}{shown_line}", *body]
    pointer = f"{INDENT}{' ' * before}{'^' * length}"
    if message and len(pointer) + len(message) < WIDTH:
        return [f"{INDENT}{shown_line}", f"{pointer} {message}"]
    return [f"{INDENT}{shown_line}", pointer, *body]


def _window(line: str, first: int, last: int, room: int) -> int:
    """Return where in a line to begin, at a word, so that the place from `first` is seen."""
    if last <= room:
        return 0
    wanted = max(0, min(first - BEFORE, len(line) - room + 1))
    blank = line.find(" ", wanted, first)
    return blank + 1 if wanted and blank >= 0 else wanted


def _shown_part(span: Span, reading: Reading) -> tuple[int, int]:
    """Return where the line of a place begins and ends, or its sentence in a line of several."""
    text = reading.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    end = len(text) if end < 0 else end
    start += len(text[start:end]) - len(text[start:end].lstrip())
    sentence = sentence_over(reading, span)
    if sentence is not None and end - start > WIDTH - len(INDENT):
        start, end = max(start, sentence.span.start), min(end, sentence.span.end)
    return start, end


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
