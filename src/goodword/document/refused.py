"""Texts that are not read: empty, binary, endless, or too deep; kept whole all the same."""

import re

from goodword.document.reading import Reading, Sentence, SentenceState
from goodword.policy.clause import Audience
from goodword.policy.policy import Policy, Prose, Section
from goodword.problem import Problem, Severity
from goodword.span import Span

# Markdown's emphasis and links take time by the square of their marks in one paragraph.
MOST_MARKS = 2_000
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_MARKS = re.compile(r"[*_\[\]<`~!&\\]")
_DEEP = re.compile(r"(?m)^[ \t]*(?:>[ \t]?){40}|^ {160}")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")


def refusal(text: str, longest: int) -> Problem | None:
    """Return why a text is not read at all, or None where it is."""
    everything = Span(0, len(text))
    if not text.strip():
        return Problem(
            "TX01",
            Severity.ERROR,
            "This text is empty. Begin with a heading and one promise, such as: "
            "We reply to emails within 4 working hours.",
            everything,
        )
    if len(text) > longest:
        return Problem(
            "TX03",
            Severity.ERROR,
            f"This text has {len(text):,} characters; a policy may have {longest:,}. "
            "Is it the right file?",
            everything,
        )
    head = text[:20_000]
    if len(CONTROL.findall(head)) * 50 > len(head):
        return Problem(
            "TX02",
            Severity.ERROR,
            "This does not look like text; it may be a picture, a PDF or a program. "
            "A policy is a text file in Markdown.",
            everything,
        )
    if _DEEP.search(text) or any(
        len(_MARKS.findall(part)) > MOST_MARKS
        for part in _PARAGRAPH.split(text)
        if len(part) > MOST_MARKS
    ):
        return Problem(
            "TX04",
            Severity.ERROR,
            "One paragraph here has thousands of marks, or quotations and lists stand too "
            "deep in each other to be read. Is it the right file?",
            everything,
        )
    return None


def unread(text: str, path: str, problem: Problem) -> Reading:
    """Return a text kept whole as prose, with the problem that says why."""
    whole = Span(0, len(text))
    section = Section(
        "", "", 0, Audience.TEAM, (Prose(text, whole, gap=""),) if text else (), whole
    )
    policy = Policy("", "", "customer", "en", "USD", None, (), None, (section,), ())
    sentences = (Sentence(text, whole, SentenceState.PROSE, ""),) if text.strip() else ()
    return Reading(text, path, policy, sentences, (problem,))
