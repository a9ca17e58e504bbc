"""Word documents: headings by style and by looks, lists, tables, and what is left out."""

from io import BytesIO
from typing import Any

from PIL import Image

from goodword.document.read import read
from goodword.exchange.imported import Imported, Kind, import_policy
from goodword.policy.authority import Authority
from goodword.policy.promise import Promise
from tests.exchange.documents import bold_line, part_of, with_part, word


def imported(data: bytes) -> Imported:
    return import_policy(data, Kind.DOCX, name="harbour policy")


def test_styles_become_levels_below_one_title() -> None:
    def write(document: Any) -> None:
        document.add_heading("Harbour Dental: how we look after you", 0)
        document.add_heading("1. When we are open", 1)
        document.add_paragraph("Our opening hours are Monday to Friday, 9am to 5pm.")
        document.add_heading("1.1 Phones", 2)
        document.add_paragraph("We answer the phone within 30 seconds.")

    made = imported(word(write))
    assert made.text == (
        "# Harbour Dental: how we look after you\n\n## When we are open\n\n"
        "Our opening hours are Monday to Friday, 9am to 5pm.\n\n### Phones\n\n"
        "We answer the phone within 30 seconds.\n"
    )
    assert made.notes == ("2 headings were numbered; the numbers became levels.",)


def test_short_bold_lines_are_headings_where_nobody_used_styles() -> None:
    def write(document: Any) -> None:
        bold_line(document, "Harbour Dental service policy", 20)
        document.add_paragraph("We look after people.")
        bold_line(document, "Refunds", 14)
        document.add_paragraph("Receptionists may refund up to $50.")
        bold_line(document, "This whole sentence is bold, because somebody wants it to be read.")

    text = imported(word(write)).text
    assert [line for line in text.split("\n") if line.startswith("#")] == [
        "# Harbour Dental service policy",
        "## Refunds",
    ]
    assert "**This whole sentence is bold" in text


def test_lists_keep_their_lead_in_so_that_their_items_are_promises() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("We will:")
        document.add_paragraph("reply to emails within 2 working days", style="List Bullet")
        document.add_paragraph("return calls within 4 working hours", style="List Bullet")

    reading = read(imported(word(write)).text)
    assert len(reading.policy.of_kind(Promise)) == 2


def test_a_table_becomes_rows_that_run() -> None:
    def write(document: Any) -> None:
        table = document.add_table(rows=3, cols=2)
        cells = [
            ("Channel", "First reply"),
            ("Email", "2 hours\n90% of the time"),
            ("Chat", "5 minutes"),
        ]
        for row, texts in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    made = imported(word(write))
    assert "| Email | 2 hours, 90% of the time |" in made.text
    assert len(read(made.text).policy.of_kind(Promise)) == 2


def test_word_s_own_characters_become_those_of_a_keyboard() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("Say “I’m so\u00adrry” within\u00a02 days \u2013 al\u200bways.")

    assert 'Say "I\'m sorry" within 2 days – always.' in imported(word(write)).text


def test_the_document_s_title_is_used_where_the_text_has_none() -> None:
    def write(document: Any) -> None:
        document.core_properties.title = "Care at Harbour Dental"
        document.add_paragraph("We reply to emails within 2 working days.")

    assert imported(word(write)).text.startswith("# Care at Harbour Dental\n\n")


def test_the_file_s_name_is_used_where_the_document_names_itself_nowhere() -> None:
    made = imported(word(lambda document: document.add_paragraph("We are kind.")))
    assert made.text.startswith("# harbour policy\n\n")
    assert made.notes == ("The file has no title of its own; I used “harbour policy”.",)


def test_pictures_headers_and_comments_are_left_out_and_told() -> None:
    def write(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Harbour Dental, internal"
        held = BytesIO()
        Image.new("RGB", (4, 4)).save(held, "PNG")
        held.seek(0)
        document.add_picture(held)
        paragraph = document.add_paragraph("We reply to emails within 2 working days.")
        document.add_comment(paragraph.runs, text="Is that true?", author="Kim", initials="K")

    notes = imported(word(write)).notes
    assert "1 picture left out." in notes
    assert "A page header or footer was left out: “Harbour Dental, internal”." in notes
    assert "1 comment in the margin left out." in notes


def test_tracked_deletions_stay_out_and_are_told() -> None:
    data = word(lambda document: document.add_paragraph("We reply within 2 working days."))
    body = part_of(data, "word/document.xml").replace(
        "</w:p>",
        '<w:del w:id="1" w:author="Kim"><w:r><w:delText> Never.</w:delText></w:r></w:del></w:p>',
        1,
    )
    made = imported(with_part(data, "word/document.xml", body))
    assert "Never" not in made.text
    assert "1 tracked deletion left out; tracked insertions are kept." in made.notes


def test_footnotes_leave_their_sentences_whole_and_stand_at_the_end() -> None:
    data = word(lambda document: document.add_paragraph("We reply to emails within 2 working days"))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = part_of(data, "word/document.xml").replace(
        "2 working days</w:t></w:r>",
        '2 working days</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:r><w:t>.</w:t></w:r>",
    )
    kinds = part_of(data, "[Content_Types].xml").replace(
        "</Types>",
        '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.footnotes+xml"/></Types>',
    )
    relations = part_of(data, "word/_rels/document.xml.rels").replace(
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/footnotes" Target="footnotes.xml"/></Relationships>',
    )
    notes = (
        f'<w:footnotes {space}><w:footnote w:id="2"><w:p><w:r><w:t>Except in August.</w:t></w:r>'
        "</w:p></w:footnote></w:footnotes>"
    )
    for name, text in (
        ("word/document.xml", body),
        ("[Content_Types].xml", kinds),
        ("word/_rels/document.xml.rels", relations),
        ("word/footnotes.xml", notes),
    ):
        data = with_part(data, name, text)
    made = imported(data)
    assert "We reply to emails within 2 working days." in made.text
    assert made.text.rstrip().endswith("Except in August.")
    assert any("footnote" in note for note in made.notes)


def test_limits_and_promises_of_a_word_policy_run() -> None:
    def write(document: Any) -> None:
        document.add_heading("Wharf Cafe", 0)
        document.add_heading("What you may give", 1)
        document.add_paragraph("Waiters may refund up to $50.")

    policy = read(imported(word(write)).text).policy
    assert [clause.role for clause in policy.of_kind(Authority)] == ["waiter"]
