"""The tree of a text is the one that marko's GitHub flavour makes."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marko.ext.gfm import gfm

from goodword.document.markdown import parsed_tree

EXAMPLES = Path(__file__).parents[2] / "examples"
PIECES = [
    *("word ", "two words", "\n", "\n\n", "  \n", "\\\n", " ", "# ", "## ", "---\n", "===\n"),
    *("- ", "* ", "1. ", "10) ", "> ", "    ", "\t", "| a | b |\n| - | - |\n| 1 | 2 |\n", "|"),
    *("**", "*", "_", "`", "```\n", "~~~\n", "~~", "[", "]", "(", ")", "![", "[x] ", "!", "\\"),
    *("[one]: two\n", "<b>", "</b>", "<!-- a -->", "<", ">", "<pre>\n", "&amp;", "&", "@"),
    *("www.a.org", "https://a.org/b", "http://", "a@b.org", "ftp://c.d", ".", ",", ":", "www."),
    *("> [!NOTE]\n", "\r", "\x0b", "\u2028", "é", "٣", "a\u00a0b"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=80)


def shape(node: Any) -> Any:
    """Return what a tree says, in values that compare."""
    inner = getattr(node, "children", None)
    own = {
        name: value
        for name, value in vars(node).items()
        if name not in {"children", "_inline_positions"} and not hasattr(value, "children")
    }
    return (
        type(node).__name__,
        sorted((name, repr(value)) for name, value in own.items()),
        [shape(child) for child in inner] if isinstance(inner, list | tuple) else inner,
    )


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_has_the_same_tree(text: str) -> None:
    assert shape(parsed_tree(text)) == shape(gfm.parse(text))


@pytest.mark.parametrize(
    "path", sorted(EXAMPLES.rglob("*.md")), ids=lambda path: str(path.relative_to(EXAMPLES))
)
def test_the_examples_have_the_same_tree(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert shape(parsed_tree(text)) == shape(gfm.parse(text))
