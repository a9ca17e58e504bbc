"""What cannot be imported is told with the reason and the next step."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.errors import GoodwordError
from goodword.exchange.imported import ImportRefusedError, Kind, import_policy, kind_of
from tests.exchange.documents import part_of, pdf, with_part, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def archive(**parts: str) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/"), text)
    return held.getvalue()


def bomb() -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as made, made.open("word/document.xml", "w") as part:
        for _ in range(45):
            part.write(b" " * 1_000_000)
    return held.getvalue()


def pdf_bomb() -> bytes:
    swelling = zlib.compressobj(9)
    packed = b"".join(swelling.compress(b"\0" * 10_000_000) for _ in range(21)) + swelling.flush()
    return b"%PDF-1.4\n1 0 obj <</Filter /FlateDecode>> stream\n" + packed + b"\nendstream endobj"


SMALL = word(lambda document: document.add_paragraph("We are kind."))


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        pytest.param(b"", Kind.DOCX, "This file is empty", id="empty"),
        pytest.param(b" \n\n ", Kind.MARKDOWN, "This file is empty", id="blank"),
        pytest.param(b"x" * 50_000_001, Kind.TEXT, "at most 50 MB", id="large"),
        pytest.param(OLE, Kind.DOCX, "old Word document", id="doc"),
        pytest.param(
            OLE + "EncryptedPackage".encode("utf-16-le"), Kind.DOCX, "password", id="locked"
        ),
        pytest.param(b"PK\x03\x04 and no more", Kind.DOCX, "damaged", id="broken-zip"),
        pytest.param(SMALL[: len(SMALL) // 2], Kind.DOCX, "damaged", id="half-a-document"),
        pytest.param(archive(a="1"), Kind.DOCX, "an archive", id="zip"),
        pytest.param(archive(xl__workbook="1"), Kind.DOCX, "spreadsheet", id="spreadsheet"),
        pytest.param(
            archive(mimetype="1", **{"content.xml": "1"}), Kind.DOCX, "OpenDocument", id="odt"
        ),
        pytest.param(bomb(), Kind.DOCX, "far larger than any policy", id="zip-bomb"),
        pytest.param(pdf_bomb(), Kind.PDF, "far larger than any policy", id="pdf-bomb"),
        pytest.param(
            with_part(SMALL, "word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
            Kind.DOCX,
            "declarations that Word never writes",
            id="entities",
        ),
        pytest.param(
            with_part(SMALL, "word/document.xml", "<w:document"),
            Kind.DOCX,
            "cannot be read",
            id="broken-xml",
        ),
        pytest.param(b"%PDF-1.7\nnothing", Kind.PDF, "damaged", id="broken-pdf"),
        pytest.param(b"We are kind.", Kind.PDF, "no PDF", id="text-called-pdf"),
        pytest.param(b"<html>We are kind.", Kind.DOCX, "looks like a web page", id="html-as-docx"),
        pytest.param(b"%PDF-1.7\n", Kind.MARKDOWN, "looks like a PDF", id="pdf-as-md"),
        pytest.param(b"\x89PNG\r\n", Kind.HTML, "looks like a picture", id="png-as-html"),
        pytest.param(b"\x00\x01\x02\xff\xfe" * 50, Kind.TEXT, "no text", id="binary-text"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_next_step(
    data: bytes, kind: Kind, said: str
) -> None:
    with pytest.raises(ImportRefusedError, match=said) as refused:
        import_policy(data, kind)
    assert refused.value.hint


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("policy.docx", SMALL, Kind.DOCX),
        ("policy.pdf", SMALL, Kind.DOCX),
        ("policy", pdf(lambda page: page.words("We are kind.")), Kind.PDF),
        ("policy.txt", b"<!DOCTYPE html><p>We are kind.", Kind.HTML),
        ("policy.htm", b"<p>We are kind.", Kind.HTML),
        ("policy.md", b"# We are kind", Kind.MARKDOWN),
        ("policy", b"We are kind.", Kind.TEXT),
    ],
    ids=["docx", "docx-called-pdf", "pdf-without-ending", "html-called-txt", "htm", "md", "none"],
)
def test_what_a_file_holds_counts_more_than_its_name(name: str, data: bytes, kind: Kind) -> None:
    assert kind_of(name, data) is kind


@pytest.mark.parametrize("name", ["policy.odt", "policy.rtf", "policy.pages", "policy.xlsx"])
def test_a_kind_that_is_not_read_is_named_with_what_to_save_it_as(name: str) -> None:
    with pytest.raises(ImportRefusedError, match="which I cannot read") as refused:
        kind_of(name, b"anything")
    assert "save it as DOCX" in refused.value.hint


@settings(max_examples=25, deadline=None)
@given(st.sampled_from([Kind.DOCX, Kind.PDF]), st.floats(0, 1), st.integers(0, 30), st.binary())
def test_a_damaged_document_is_refused_or_read_and_never_breaks(
    kind: Kind, where: float, gone: int, come: bytes
) -> None:
    broken = bytearray(SMALL if kind is Kind.DOCX else SMALL_PDF)
    at = int(where * len(broken))
    broken[at : at + gone] = come
    try:
        assert import_policy(bytes(broken), kind).text
    except GoodwordError as refused:
        assert refused.hint  # noqa: PT017  (either way is right)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/pdivtablerhuo1 ='\"&;!-\n", max_size=200))
def test_any_html_is_refused_or_read_and_never_breaks(page: str) -> None:
    try:
        assert import_policy(f"<p>{page}".encode(), Kind.HTML).text
    except GoodwordError as refused:
        assert refused.hint  # noqa: PT017  (either way is right)


SMALL_PDF = pdf(lambda page: page.words("We are kind to everybody who comes to us."))


def test_entities_in_parts_beside_the_text_are_refused_too() -> None:
    styles = part_of(SMALL, "word/styles.xml")
    data = with_part(SMALL, "word/styles.xml", styles.replace("?>", "?><!DOCTYPE a>", 1))
    with pytest.raises(ImportRefusedError, match="declarations"):
        import_policy(data, Kind.DOCX)
