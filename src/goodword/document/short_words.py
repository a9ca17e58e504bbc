"""Short forms behind "who", written out: "the manager, who'll ring you" is "who will ring you"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from goodword.document.block import Text
from goodword.document.sentences import Line

_SHORT = re.compile(r"(?i)\b(?P<who>who|it|somebody|someone)['’](?P<short>ll)\b")


def with_whole_words(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines without short forms behind "who" and the like."""
    for line in lines:
        yield replace(line, text=_whole(line.text)) if _SHORT.search(line.text.plain) else line


def whole_words(sentence: str) -> str:
    """Return a sentence without short forms behind "who" and the like."""
    return _SHORT.sub(r"\g<who> will", sentence)


def _whole(text: Text) -> Text:
    """Return a text with "will" where "'ll" stood, each letter in the place of the short form."""
    while (found := _SHORT.search(text.plain)) is not None:
        start, end = found.end("who"), found.end()
        place = text.offsets[start]
        text = Text(
            f"{text.plain[:start]} will{text.plain[end:]}",
            (*text.offsets[:start], *(place for _ in " will"), *text.offsets[end:]),
        )
    return text
