"""Tables that are read as one long sentence, because their lines do not fit together."""

import re
from collections.abc import Iterator

from goodword.checks.evidence import Evidence
from goodword.document.reading import Reading, SentenceState
from goodword.problem import Fix, Problem, Severity
from goodword.span import Span

_DASHES = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*")


def torn_tables(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield each block of lines with bars that Markdown does not take for a table. O(n)."""
    text = reading.text
    reach = 0
    for sentence in reading.sentences:
        start = text.rfind("\n", 0, sentence.span.start) + 1
        if start < reach or text[start : start + 1] not in {"|", " "}:
            continue
        block = _block(text, start)
        # The row of a table that was read ends where its line ends.
        if "\n" not in sentence.span.of(text) or block.end < sentence.span.end:
            continue
        if block.of(text).count("\n") < 1:
            continue
        reach = block.end
        runs = any(
            one.state is not SentenceState.PROSE
            for one in reading.sentences
            if block.start <= one.span.start < block.end
        )
        yield _torn(text, block, Severity.ERROR if runs else Severity.WARNING)


def _block(text: str, start: int) -> Span:
    """Return the lines from `start` on that begin with a bar."""
    end = start
    while text[end:].lstrip(" ")[:1] == "|":
        after = text.find("\n", end)
        if after < 0:
            return Span(start, len(text))
        end = after + 1
    return Span(start, max(start, end - 1))


def _torn(text: str, block: Span, severity: Severity) -> Problem:
    lines = block.of(text).split("\n")
    parts = len(lines[0].strip().strip("|").split("|"))
    dashes = "|" + "---|" * parts
    below = block.start + len(lines[0]) + 1
    if _DASHES.fullmatch(lines[1]):
        why = f"its header has {parts} parts, and the line of dashes below it another number"
        place = Span(below, below + len(lines[1]))
        mended = dashes
    else:
        why = "a line of dashes is missing below its header"
        place = Span(below, below + len(lines[1]))
        mended = f"{dashes}\n{lines[1]}"
    return Problem(
        code="TX07",
        severity=severity,
        message=f"This looks like a table, and I can only read it as one long sentence: {why}. "
        "Then each row is a promise or a limit of its own.",
        span=Span(block.start, block.start + len(lines[0])),
        fix=Fix("Mend the line of dashes", mended, place),
    )
