"""Files of other programs, made here: invented policies as Word documents and PDFs."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.shared import Pt
from fpdf import FPDF


def word(write: Callable[[Any], None]) -> bytes:
    """Return a Word document that `write` filled."""
    document = Document()
    document.core_properties.title = ""
    write(document)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def bold_line(document: Any, words: str, points: int | None = None) -> None:
    """Add a paragraph that only looks like a heading."""
    run = document.add_paragraph().add_run(words)
    run.bold = True
    if points is not None:
        run.font.size = Pt(points)


def with_part(data: bytes, name: str, text: str) -> bytes:
    """Return an archive with one of its parts put in anew."""
    held = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(held, "w", ZIP_DEFLATED) as new:
        for one in old.infolist():
            if one.filename != name:
                new.writestr(one, old.read(one.filename))
        new.writestr(name, text)
    return held.getvalue()


def part_of(data: bytes, name: str) -> str:
    """Return one part of an archive."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


class Pdf(FPDF):
    """A PDF with a header and a footer on each page, as offices print them."""

    running = ""

    def header(self) -> None:
        """Print what stands at the top of every page."""
        if self.running:
            self.set_font("Helvetica", "", 8)
            self.cell(0, 8, self.running, align="R", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        """Print the page number."""
        if self.running:
            self.set_y(-12)
            self.set_font("Helvetica", "", 8)
            self.cell(0, 8, f"Page {self.page_no()} of {{nb}}")

    def heading(self, words: str, points: int) -> None:
        """Print a line that stands out."""
        self.ln(4)
        self.set_font("Helvetica", "B", points)
        self.cell(0, points * 0.6, words, new_x="LMARGIN", new_y="NEXT")
        self.set_font("Helvetica", "", 11)

    def words(self, words: str) -> None:
        """Print a paragraph."""
        self.multi_cell(0, 5.5, words, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(2)

    def item(self, mark: str, words: str) -> None:
        """Print an item of a list, its mark apart from its words."""
        self.cell(6, 5.5, mark)
        self.multi_cell(0, 5.5, words, align="L", new_x="LMARGIN", new_y="NEXT")


def pdf(write: Callable[[Pdf], None], *, running: str = "") -> bytes:
    """Return a PDF that `write` filled, with `running` at the top of every page."""
    made = Pdf()
    made.running = running
    made.add_page()
    made.set_font("Helvetica", "", 11)
    write(made)
    return bytes(made.output())
