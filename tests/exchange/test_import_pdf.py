"""PDFs with text: headings by size, paragraphs, lists, tables, and repeated lines."""

from functools import cache

import pytest

from goodword.document.read import read
from goodword.exchange.imported import Imported, ImportRefusedError, Kind, import_policy
from goodword.policy.promise import Promise
from tests.exchange.documents import Pdf, pdf

LONG_CELL = (
    "2 minutes while we are open, and otherwise by the next working day whatever happens to our "
    "lines and machines"
)


def write(page: Pdf) -> None:
    page.heading("Harbour Dental: how we look after you", 20)
    page.words(
        "We are Harbour Dental, and we call the people we serve patients. Our opening hours are "
        "Monday to Friday, 9am to 5pm, and we keep them whatever the wea-\nther does."
    )
    page.heading("1. What we promise", 14)
    page.words("We answer the phone within 30 seconds. We reply to every email within 2 days.")
    page.item("-", "We reply to letters within 5 working days.")
    page.item(
        "-",
        "We reply to each text message within 2 working hours, and to every other kind of "
        "message that anybody sends us within 1 working day.",
    )
    page.heading("1.1 Times", 12)
    with page.table(col_widths=(60, 110)) as table:
        for cells in (
            ("Channel", "First reply"),
            ("Web form", "4 working hours"),
            (
                "Chat",
                LONG_CELL,
            ),
        ):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    page.add_page()
    page.heading("2. Refunds", 14)
    page.words("Receptionists may refund up to $50.")


@cache
def imported() -> Imported:
    return import_policy(pdf(write, running="Harbour Dental - internal"), Kind.PDF, name="x")


def test_sizes_become_levels() -> None:
    assert [line for line in imported().text.split("\n") if line.startswith("#")] == [
        "# Harbour Dental: how we look after you",
        "## What we promise",
        "### Times",
        "## Refunds",
    ]


def test_lines_become_paragraphs_and_parted_words_are_whole() -> None:
    assert "and we keep them whatever the weather does.\n" in imported().text


def test_list_items_keep_their_second_line() -> None:
    assert (
        "- We reply to letters within 5 working days.\n- We reply to each text message within 2 "
        "working hours, and to every other kind of message that anybody sends us within 1 working "
        "day.\n"
    ) in imported().text


def test_a_table_becomes_rows() -> None:
    assert (
        "| Channel | First reply |\n|---|---|\n| Web form | 4 working hours |\n"
        f"| Chat | {LONG_CELL} |\n"
    ) in imported().text


def test_what_every_page_repeats_is_left_out_and_told() -> None:
    made = imported()
    assert "internal" not in made.text
    assert "Page 1" not in made.text
    assert (
        "At the top or bottom of pages, and left out: “Harbour Dental - internal”, “Page # of 2”."
    ) in made.notes


def test_the_promises_run() -> None:
    assert len(read(imported().text).policy.of_kind(Promise)) >= 4


def test_a_page_of_one_kind_keeps_the_lines_that_only_look_alike() -> None:
    def lines(page: Pdf) -> None:
        page.heading("Rules", 16)
        for number in range(60):
            page.cell(0, 5.5, f"Rule {number} is kept, and so on.", new_x="LMARGIN", new_y="NEXT")

    text = import_policy(pdf(lines), Kind.PDF).text
    assert [number for number in range(60) if f"Rule {number} is kept" not in text] == []


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    def lines(page: Pdf) -> None:
        page.words("We offer a follow-up call. We always make the follow-\nup call in person.")

    assert "make the follow-up call" in import_policy(pdf(lines), Kind.PDF, name="x").text


def test_a_password_is_asked_for() -> None:
    def locked(page: Pdf) -> None:
        page.words("We answer the phone within 30 seconds.")
        page.set_encryption(owner_password="owner", user_password="secret")

    with pytest.raises(ImportRefusedError, match="password") as refused:
        import_policy(pdf(locked), Kind.PDF)
    assert "save a copy without one" in refused.value.hint


def test_pictures_of_pages_are_told_from_text() -> None:
    def scanned(page: Pdf) -> None:
        page.rect(20, 20, 100, 100, style="F")

    with pytest.raises(ImportRefusedError, match="pages seem to be pictures") as refused:
        import_policy(pdf(scanned), Kind.PDF)
    assert "OCR" in refused.value.hint


def test_small_print_at_the_edge_of_a_single_page_is_left_out_and_told() -> None:
    def lines(page: Pdf) -> None:
        page.words("We answer the phone within 30 seconds, whoever calls and whatever they want.")

    made = import_policy(pdf(lines, running="Printed on Monday"), Kind.PDF, name="x")
    assert "Printed" not in made.text
    assert any("“Printed on Monday”" in note for note in made.notes)


def test_drawn_bullets_make_a_list() -> None:
    def lines(page: Pdf) -> None:
        page.words("We keep our word, in what follows as in everything else that we say to you.")
        for words in ("We answer the phone within 30 seconds.", "We answer letters within 5 days."):
            page.circle(page.l_margin + 1, page.get_y() + 2.75, 0.7, style="F")
            page.cell(5)
            page.multi_cell(0, 5.5, words, align="L", new_x="LMARGIN", new_y="NEXT")

    text = import_policy(pdf(lines), Kind.PDF, name="x").text
    assert "- We answer the phone within 30 seconds.\n- We answer letters within 5 days." in text


def test_headings_of_columns_may_be_centred() -> None:
    def lines(page: Pdf) -> None:
        page.words("These are the times that we keep, by the way in which you reach us.")
        with page.table(col_widths=(60, 110), text_align="LEFT") as table:
            for number, cells in enumerate(
                (("By", "Reply"), ("Email", "4 working hours"), ("Letter", "5 days"))
            ):
                row = table.row()
                for cell in cells:
                    row.cell(cell, align="CENTER" if number == 0 else "LEFT")

    text = import_policy(pdf(lines), Kind.PDF, name="x").text
    assert "| By | Reply |\n|---|---|\n| Email | 4 working hours |\n| Letter | 5 days |" in text
