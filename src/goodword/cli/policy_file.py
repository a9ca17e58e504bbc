"""A policy that a command puts to work: what cannot be read at all is refused with its place."""

from goodword.cli.terminal import named, policy_text
from goodword.document.read import read
from goodword.document.reading import Reading
from goodword.errors import UnreadableFileError
from goodword.problem import Severity

EXAMPLE = 'Begin with a sentence such as "We reply to every email within 1 working day."'
_NOTHING_READ = frozenset({"TX02", "TX03", "TX04"})


def reading_in(path: str) -> Reading:
    """Return the reading of a policy file; `-` is standard input.

    Raises UnreadableFileError for a file that is empty, too long or no text: to answer from it as
    from a policy that says nothing would be an answer to another question.
    """
    text = policy_text(path)
    if not text.strip():
        raise UnreadableFileError(f"{named(path)} is empty.", hint=EXAMPLE)
    reading = read(text, path=path)
    for problem in reading.problems:
        is_grave = problem.severity is Severity.ERROR and problem.code in _NOTHING_READ
        if is_grave and problem.span is not None and problem.span.end == len(text):
            raise UnreadableFileError(
                f"{named(path)}: {problem.message}", hint="Is it the right file?"
            )
    return reading


def refuse_one_input_twice(*paths: str | None) -> None:
    """Raise UnreadableFileError where two files are both to come from standard input."""
    if paths.count("-") > 1:
        raise UnreadableFileError(
            "Standard input can be only one of the files.",
            hint='Write "-" for one of them and give a path for the other.',
        )
