"""Whether everybody can take in the text itself: pictures, links, colours."""

import re
from collections.abc import Iterator

from goodword.checks.evidence import Evidence
from goodword.checks.wording import words_of
from goodword.document.reading import Reading
from goodword.problem import Problem, Severity
from goodword.span import Span

_PICTURE = re.compile(r"!\[\s*\]\([^()\n]*\)")
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\]\[\n]{1,30})\]\([^()\n]*\)")


def unreachable(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield pictures without words, links that do not say where they lead, and bare colours."""
    text, words = reading.text, words_of(reading)
    if "](" in text:
        for match in _PICTURE.finditer(text):
            yield _problem(
                match.span(),
                "Whoever cannot see this picture learns nothing from it. Write between the "
                'brackets what it shows, such as "Map: we are next to the library".',
            )
    if words is None or not words.has("wording.empty_links"):
        return
    if "](" in text:
        empty = frozenset(words.names("wording.empty_links"))
        for match in _LINK.finditer(text):
            if match["words"].strip(" *_.").lower() in empty:
                yield _problem(
                    match.span("words"),
                    f'"{match["words"]}" does not say where it leads, and some people hear only '
                    'the links of a page. Name it, such as "our complaint form".',
                )
    low = text.lower()
    if not any(f" in {colour}" in low for colour in words.names("wording.colours")):
        return
    for match in words.pattern("wording.by_colour").finditer(text):
        yield _problem(
            match.span(),
            f'"{match.group()}" tells nothing to whoever cannot see colours, or hears the text. '
            "Say it in words as well.",
        )


def _problem(place: tuple[int, int], message: str) -> Problem:
    return Problem("ACC-04", Severity.WARNING, message, Span(*place))
