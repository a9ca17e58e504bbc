"""Tidying: another dress for the same policy."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.document.read import read
from goodword.document.tidy import tidy
from goodword.document.tidying import FAMILIES

UNTIDY = """

Wharf Cafe
==========
Our team has two roles: the owner and waiters.
We  are kind.



##   What we promise ##
We will:
* reply to every email within 2 working days
* answer the phone within 20 seconds

|Channel|First reply|
|:--|--|
|Chat|   4 working hours |
## When a guest is unhappy
People may say "bad soup".
1) Listen.
1) Say "Sorry".
1) Offer a refund.

```
code    stays


so
```
"""

TIDY = """# Wharf Cafe

Our team has two roles: the owner and waiters.
We are kind.

## What we promise

We will:
- reply to every email within 2 working days
- answer the phone within 20 seconds

| Channel | First reply |
|:--|---|
| Chat | 4 working hours |

## When a guest is unhappy

People may say "bad soup".
1. Listen.
2. Say "Sorry".
3. Offer a refund.

```
code    stays


so
```
"""


def test_headings_lists_tables_and_blank_lines_are_tidied_and_code_is_kept() -> None:
    assert tidy(UNTIDY) == TIDY


def test_windows_line_ends_become_those_of_every_system() -> None:
    assert tidy("# Cafe\r\n\r\nWe reply to email within 2 days.\r\n") == (
        "# Cafe\n\nWe reply to email within 2 days.\n"
    )


def test_a_line_that_is_broken_on_purpose_stays_broken() -> None:
    assert tidy("12 Wharf Street     \nRiverside\n") == "12 Wharf Street  \nRiverside\n"


def test_an_edit_that_would_change_what_is_said_is_left_undone_alone() -> None:
    # Made one, the two lists would be one list, with the second under the first lead-in.
    text = "We will:\n\n* reply to email within 2 working days\n\n+ be kind\n\nThe   end.\n"
    assert tidy(text).endswith("The end.\n")
    assert read(tidy(text)).policy == read(text).policy


def test_a_nested_list_stays_nested() -> None:
    text = "We will:\n\n*   answer:\n    *   email within 2 days\n    *   calls within 20 seconds\n"
    assert read(tidy(text)).policy == read(text).policy
    assert tidy(tidy(text)) == tidy(text)


def test_a_text_that_cannot_be_read_comes_back_as_it_is() -> None:
    assert tidy("  \n\n") == "  \n\n"
    deep = "> " * 60 + "too deep"
    assert tidy(deep) == deep


def policies(root: Path) -> list[Path]:
    return sorted([*root.glob("examples/*/*.md"), *root.glob("src/goodword/starters/**/*.md")])


def test_every_policy_we_ship_is_tidy(root: Path) -> None:
    texts = {path.name: path.read_text("utf-8") for path in policies(root)}
    assert [name for name, text in texts.items() for family in FAMILIES if family(text)] == []


LINES = (
    "# Wharf Cafe",
    "## What we promise",
    "Our hours\n---",
    "Our team has two roles: the owner and waiters.",
    "We  reply to every email within  2 working days.  ",
    "We will:",
    "* answer the phone within 20 seconds",
    "+   reply to chat within 4 hours",
    "  - and to letters within 5 days",
    "1) Listen.",
    "7. Say “Sorry”.",
    "When a guest is unhappy",
    "## When a guest is unhappy",
    "|Channel|First reply|\n|:-:|--|\n|Email|2 hours|",
    "| a\\|b | `x|y` |",
    "> We refund up to $50.",
    "```\ncode   x  \n```",
    "<!-- note -->",
    "<div>\n  a   b\n</div>",
    "Waiters may refund up to $50. <!-- rule -->",
    "Example: an email arrives on Friday.",
    "    four spaces",
    "",
    "\t",
)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(LINES), max_size=14),
    st.sampled_from(["\n", "\n\n", "\r\n", "\n\n\n\n", "  \n"]),
)
def test_tidying_keeps_the_policy_and_is_done_once(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    tidied = tidy(text)
    assert read(tidied).policy == read(text).policy
    assert tidy(tidied) == tidied


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="aW #*-+|>`1.)\n\t:_<&$", max_size=80))
def test_tidying_any_text_keeps_the_policy_and_is_done_once(text: str) -> None:
    tidied = tidy(text)
    assert read(tidied).policy == read(text).policy
    assert tidy(tidied) == tidied


@pytest.mark.parametrize(("was", "now"), [("* one", "- one"), ("a  b", "a b"), ("|a|", "| a |")])
def test_running_text_is_the_same_whatever_its_marks(was: str, now: str) -> None:
    assert read(was).policy.sections[0].parts == read(now).policy.sections[0].parts
