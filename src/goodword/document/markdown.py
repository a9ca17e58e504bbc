"""Markdown as marko's GitHub flavour parses it, without looking for marks where none can be.

Ordinary sentences hold no mark at all, and most lines no table and no HTML. The parser tries each
of its elements on every line and every letter all the same; here a test for the one character that
an element needs goes before it. The tree is the same (tests/document/test_markdown.py).
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from marko import Markdown, block, inline_parser
from marko.ext.gfm import GFM, elements
from marko.helpers import MarkoExtension
from marko.source import Source

# Any character that begins something within a line, or makes an address of it.
MARK = re.compile(r"[\\`*_\[\]<~@]|://|www\.")


class HTMLBlock(block.HTMLBlock):
    """HTML, looked for where a line holds a "<"."""

    override = True

    @classmethod
    def match(cls, source: Any) -> Any:
        """Whether HTML begins here."""
        if "<" in source.next_line(require_prefix=False):
            return super().match(source)
        source.context.html_end = None
        return False


class Table(elements.Table):
    """A table, looked for where a line holds a "|"."""

    override = True

    @classmethod
    def match(cls, source: Any) -> Any:
        """Whether a table begins here, whose head it then holds."""
        piped = "|" in source.next_line(require_prefix=False)
        return piped and super().match(source)  # type: ignore[no-untyped-call]


class _Lines:
    """The part of the parser that looks for links, emphasis and addresses."""

    inline_elements: dict[str, Any]

    def _parse_inline(self, text: str, source: Any, positions: Any = None) -> list[Any]:
        if MARK.search(text):
            plain: list[Any] = super()._parse_inline(text, source, positions)  # type: ignore[misc]
            return plain
        raw, ends = self.inline_elements["RawText"], self.inline_elements["LineBreak"]
        tokens = [
            inline_parser.Token(ends, match, text, raw, positions)
            for match in ends.find(text, source=source)
        ]
        return list(inline_parser.make_elements(tokens, text, fallback=raw, positions=positions))


_markdown = Markdown(
    extensions=[GFM, MarkoExtension(elements=[HTMLBlock, Table], parser_mixins=[_Lines])]
)


def inline_nodes(text: str, places: Sequence[int]) -> list[Any]:
    """Return what stands within a text that links to nothing further down.

    `places` tells where each of its characters stands in the source.
    """
    around = _around()
    nodes: list[Any] = around.parser._parse_inline(text, around, places)  # noqa: SLF001
    return nodes


@cache
def _around() -> Source:
    """Return what a text without links stands in: an empty document."""
    parsed_tree("")
    around = Source("")
    around.parser = _markdown.parser
    around.push_state(block.Document())
    return around


def parsed_tree(text: str) -> block.Document:
    """Return the tree of a Markdown text, every element with its place in the source."""
    return _markdown.parse(text)
