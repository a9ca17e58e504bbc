"""Examples in the language of their policy, put into the words in which examples are run."""

import re
from dataclasses import replace

from goodword.example.lines import MARK, ExampleLine, example_lines
from goodword.language.pack import Pack
from goodword.language.word import latin


def lines_in(text: str, pack: Pack) -> tuple[tuple[ExampleLine, str], ...]:
    """Return every example of a document as it is run, with its own words beside it.

    `examples.toml` of a pack says how an example begins and what stands for what, in order.
    """
    mark = pack.phrase("examples.mark") if pack.has("examples.mark") else MARK
    return tuple((_run_as(one, pack), one.text) for one in example_lines(text, mark))


def _run_as(line: ExampleLine, pack: Pack) -> ExampleLine:
    if not pack.has("examples.instead"):
        return line
    words = line.text
    for pattern, instead in pack.words("examples.instead").items():
        words = re.sub(pattern, instead, words)
    return replace(line, text=words if words.isascii() else _plain(words, pack))


def _plain(words: str, pack: Pack) -> str:
    """Return the names of roles without marks on their letters, as their slugs are."""
    return "".join(
        letter if letter.isascii() or letter in "€£" else latin(letter.lower(), pack)
        for letter in words
    )
