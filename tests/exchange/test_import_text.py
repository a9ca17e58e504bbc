"""Plain text and Markdown: headings in capitals, numbers, typed bullets, front matter."""

import pytest

from goodword.document.tidy import tidy
from goodword.exchange.imported import Imported, Kind, import_policy


def imported(text: str, kind: Kind = Kind.TEXT) -> Imported:
    return import_policy(text.encode(), kind, name="vets policy")


TYPED = """HARBOUR VETS - CUSTOMER POLICY

1. OPENING HOURS

We are open Monday to Friday 8am to 6pm.

2. RESPONSE TIMES

Emails: we’ll get back to you within 1 working day
• Phone calls are answered within 20 seconds

2.1 Complaints

If you are not happy please see section 3.

3. VAT

We are registered.
"""


def test_a_typed_policy_gets_its_title_and_its_levels() -> None:
    made = imported(TYPED)
    assert [line for line in made.text.split("\n") if line.startswith("#")] == [
        "# Harbour vets - customer policy",
        "## Opening hours",
        "## Response times",
        "### Complaints",
        "## VAT",
    ]
    assert "- Phone calls are answered within 20 seconds" in made.text


def test_a_reference_to_a_number_that_went_is_told() -> None:
    (note,) = imported(TYPED).notes
    assert note == (
        "4 headings were numbered; the numbers became levels. "
        "The text refers to section 3: name the section instead."
    )


def test_a_numbered_list_stays_a_list() -> None:
    text = imported("# Care\n\n1. Listen to them\n2. Say sorry\n", Kind.MARKDOWN).text
    assert text == "# Care\n\n1. Listen to them\n2. Say sorry\n"


def test_good_markdown_comes_through_as_it_is() -> None:
    text = "# Care\n\n## Promises\n\nWe reply to emails within 2 days.\n\n- One\n- Two\n"
    assert imported(text, Kind.MARKDOWN) == Imported(text)


def test_settings_above_the_text_name_the_title() -> None:
    made = imported(
        '---\ntitle: "Care at Harbour"\ndraft: true\n---\nWe are kind.\n', Kind.MARKDOWN
    )
    assert made.text == "# Care at Harbour\n\nWe are kind.\n"
    assert made.notes[0] == (
        "The block of settings above the text was left out; its title is “Care at Harbour”."
    )


def test_several_sections_of_the_highest_level_stand_below_a_title() -> None:
    made = imported("# Hours\n\nWe are open.\n\n# Refunds\n\nWe are fair.\n", Kind.MARKDOWN)
    assert made.text.startswith("# vets policy\n\n## Hours\n")


def test_code_is_not_taken_for_headings() -> None:
    text = "# Care\n\n```\n# not a heading\n\n1.2 Nor This\n```\n"
    assert imported(text, Kind.MARKDOWN).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_texts_of_every_usual_encoding_are_read(encoding: str) -> None:
    made = import_policy("# Café\n\nNous répondons.\n".encode(encoding), Kind.TEXT)
    assert made.text == "# Café\n\nNous répondons.\n"


def test_what_is_imported_is_tidy() -> None:
    made = imported(TYPED)
    assert tidy(made.text) == made.text


CONTRACT = """Service Level Policy

3. Response

3.1 We reply to every email within 2 working days.

3.2. Complaints are acknowledged within 1 working day.

(a) We answer calls within 20 seconds.

iv. We review this policy every 6 months.

2.5 hours is the longest that anybody waits.
"""


def test_the_numbers_of_a_contract_leave_its_sentences_whole() -> None:
    made = imported(CONTRACT)
    assert made.text == (
        "# Service Level Policy\n\n## Response\n\n"
        "We reply to every email within 2 working days.\n\n"
        "Complaints are acknowledged within 1 working day.\n\n"
        "- We answer calls within 20 seconds.\n\n- We review this policy every 6 months.\n\n"
        "2.5 hours is the longest that anybody waits.\n"
    )
    assert made.notes == (
        "One heading was numbered; the numbers became levels.",
        "Numbers before paragraphs, such as “3.1”, were left out.",
    )


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    assert imported("We are kind.\n\nAlways.\n").text.startswith("# vets policy\n\nWe are kind.")
