"""Blocks of plain Markdown are those that the parser's tree has."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.document.blocks import blocks_of_tree
from goodword.document.plain_blocks import plain_blocks

ROOT = Path(__file__).parents[2]
POLICIES = sorted(
    [*(ROOT / "examples").rglob("*.md"), *(ROOT / "src/goodword/starters").glob("*.md")]
)
WORDS = [
    *("word", "two words", "1. x", "2. y", "2026. x", "12 x", '"a" b', "(a) b", "$5", "É é", "a  "),
    *("**bold** x", "*so* x", "a `b`", "a [b](c) d", "a@b.org x", "a &amp; b", "&lt;", "a \\* b"),
    *(
        "a | b",
        "[x] a",
        "> a",
        "<b>a</b>",
        "a\\",
        "_a_",
        "x" * 40,
        "a &nbsp;",
        "www.a.org",
        "a\u00a0",
    ),
]
STARTS = ["", "", "", "- ", "- ", "* ", "1. ", "1. ", "2. ", "3) ", "-  ", "  ", "   ", "# ", "## "]
LINES = st.one_of(
    st.just(""),
    st.tuples(st.sampled_from(STARTS), st.sampled_from(WORDS)).map("".join),
    st.sampled_from(
        ["| a | b |", "| a | b |\n| - | :-: |", "| 1 | 2 |", "| 1 |", "|  | b | c |", "|---|---|"]
    ),
    st.sampled_from(
        ["---", "===", "# ", "#", "#x", "## a ##", "# a #b", "    code", "-", "1.", " a"]
    ),
    st.text(max_size=12),
)
TEXTS = st.lists(LINES, max_size=9).map("\n".join)


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
def test_any_plain_text_has_the_blocks_of_its_tree(text: str) -> None:
    plain = plain_blocks(text)

    assert plain is None or plain == blocks_of_tree(text)


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_policies_have_the_blocks_of_their_tree(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    plain = plain_blocks(text)

    assert plain is None or plain == blocks_of_tree(text)


def test_a_policy_of_headings_lists_and_tables_is_plain() -> None:
    text = (ROOT / "examples/riverside/policy.md").read_text(encoding="utf-8")

    assert plain_blocks(text) is not None
