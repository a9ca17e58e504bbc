"""What stands within a line of Markdown, as plain text with the place of each character."""

import html
import re
from collections.abc import Iterable
from typing import Any

from goodword.document.block import Text

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)


def text_of(nodes: Iterable[Any], source: str) -> Text:
    """Return the plain text of nodes of a Markdown tree; white space at its ends is left out."""
    letters: list[str] = []
    places: list[int] = []
    _inline(nodes, source, letters, places)
    return stripped(letters, places)


def stripped(letters: list[str], places: list[int]) -> Text:
    """Return letters and their places as a text, without white space at its ends."""
    start, end = 0, len(letters)
    while start < end and letters[start].isspace():
        start += 1
    while end > start and letters[end - 1].isspace():
        end -= 1
    return Text("".join(letters[start:end]), tuple(places[start:end]))


def _inline(nodes: Iterable[Any], source: str, letters: list[str], places: list[int]) -> None:
    for child in nodes:
        kind = type(child).__name__
        if kind == "LineBreak":
            letters.append(" ")
            places.append(child.source_span[0])
        elif kind == "InlineHTML":
            continue
        elif isinstance(child.children, str):
            _raw(child, kind, source, letters, places)
        else:
            _inline(child.children, source, letters, places)


def _raw(node: Any, kind: str, source: str, letters: list[str], places: list[int]) -> None:
    content: str = node.children
    start, end = node.source_span
    if kind == "RawText" and source.startswith(content, start):
        letters.extend(content)
        places.extend(range(start, start + len(content)))
    else:
        place = start
        for letter in content:
            # Escapes and code fences stand in the source but not in the content.
            while place < end and source[place] != letter and not letter.isspace():
                place += 1
            letters.append(letter)
            places.append(min(place, end - 1))
            place += 1
    if kind == "RawText" and "&" in content:
        unescape(letters, places, len(letters) - len(content))


def unescape(letters: list[str], places: list[int], start: int) -> None:
    """Put in place of each entity from `start` on ("&amp;") what it stands for."""
    content = "".join(letters[start:])
    for match in reversed(list(_ENTITY.finditer(content))):
        plain = html.unescape(match[0])
        if plain != match[0]:
            at = start + match.start()
            letters[at : start + match.end()] = list(plain)
            places[at : start + match.end()] = [places[at]] * len(plain)
