"""A text is read again after every change: what is remembered never changes what is read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.document.blocks import blocks_of, parsed
from goodword.document.read import read
from goodword.document.write import write
from goodword.language.memory import forget

RIVERSIDE = Path("examples/riverside/policy.md").read_text(encoding="utf-8")
PIECES = (
    "# Title\n",
    "## Complaints\n",
    "###### Deep \n",
    "#\n",
    "#not a heading\n",
    "We reply to every email within 4 working hours.\n",
    "- one\n- two\n\n  more of two\n",
    "1. first\n   - below\n",
    "> quoted\n",
    "| Channel | Time |\n| --- | --- |\n| Email | 2 working days |\n",
    "```\n# code\n",
    "~~~\n",
    "<!-- note -->\n",
    "<div>\n",
    "[name]: https://example.org\n",
    "See [name] and *stars*.\n",
    "    indented\n",
    "Title below\n===\n",
    "\n",
    "\t# tab\n",
    "\r\n",
    "lazy\n## Heading after text\n",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_blocks_read_section_by_section_are_those_of_the_whole_text(text: str) -> None:
    whole = text.replace("\r\n", " \n")
    assert blocks_of(text) == parsed(whole)


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_places_are_exact_whatever_ends_a_line(line_end: str) -> None:
    text = RIVERSIDE.replace("\n", line_end)
    plain, other = read(RIVERSIDE), read(text)
    assert other.policy.clauses == plain.policy.clauses
    assert other.policy.hours == plain.policy.hours
    assert [one.text for one in other.sentences] == [one.text for one in plain.sentences]
    for sentence in other.sentences:
        if sentence.text in text:
            assert sentence.span.of(text) == sentence.text
    assert write(other.policy) == text


@pytest.mark.parametrize("place", range(0, len(RIVERSIDE), 1_500))
def test_a_text_with_a_line_changed_is_read_as_if_for_the_first_time(place: int) -> None:
    start = RIVERSIDE.index("\n", place) + 1
    changed = (
        f"{RIVERSIDE[:start]}\nWe answer every letter within 9 working days.\n\n{RIVERSIDE[start:]}"
    )
    read(RIVERSIDE)
    again = read(changed)
    forget()
    assert again == read(changed)
