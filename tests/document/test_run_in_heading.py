"""A heading in bold that a paragraph begins with is what its sentences are read under."""

import pytest

from goodword.document.read import read
from goodword.policy.promise import Promise

LETTING = """# Policy

We are open Monday to Friday, 9am to 5pm.

**Repairs**

We reply within 3 working days.

{bold} We reply within 4 working days.

We decide within 5 working days.

## Viewings

We confirm within 2 working days.
"""


def _subjects(bold: str) -> list[str | None]:
    clauses = read(LETTING.format(bold=bold)).policy.clauses
    return [one.subject for one in clauses if isinstance(one, Promise)]


@pytest.mark.parametrize(
    ("bold", "subject"),
    [
        ("**Complaints.**", "complaint"),
        ("**Complaints**.", "complaint"),
        ("__Complaints.__", "complaint"),
        ("**Money matters.**", None),
        ("**Had a poor reply?**", None),
    ],
)
def test_a_bold_opening_ends_the_heading_above(bold: str, subject: str | None) -> None:
    assert _subjects(bold)[:3] == ["repair", subject, subject]


@pytest.mark.parametrize("bold", ["**We never guess.**", "**Note**", "**Please be kind.**"])
def test_a_sentence_or_a_word_in_bold_is_no_heading(bold: str) -> None:
    assert _subjects(bold)[:3] == ["repair", "repair", "repair"]


def test_the_next_heading_ends_what_was_run_in() -> None:
    assert _subjects("**Complaints.**")[3] != "complaint"
