"""The lines of a PDF: where each stands, how large and how bold."""

import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from typing import Any

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTCurve, LTFigure, LTImage, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed

from goodword.exchange.even_text import even_text
from goodword.exchange.imported import ImportRefusedError

MOST_PAGES = 300
SHORTEST_RULE = 15.0
SMALLEST_DOT, LARGEST_DOT = 1.5, 7.0
LARGEST_UNPACKED = 200_000_000
_STREAM = re.compile(rb"stream\r?\n")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_DAMAGED = "This PDF is damaged and cannot be read."
_SAVE_ANEW = "Open it, print it into a new PDF, and try again."


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text on one line; `top` counts down from the top of its page, in points."""

    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """A horizontal stroke, such as those between the rows of a table."""

    page: int
    top: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A small drawn mark, as browsers print bullets; `top` is where its middle stands."""

    page: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of all pages from top to bottom, the pages' heights, strokes, dots and pictures."""

    lines: tuple[Line, ...]
    heights: tuple[float, ...]
    rules: tuple[Rule, ...]
    dots: tuple[Dot, ...]
    pictures: int


def pages_of(data: bytes) -> Pages:
    """Return the lines of a PDF. Raises ImportRefusedError where it cannot be read."""
    _refuse_what_unpacks_too_far(data)
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    lines: list[Line] = []
    heights: list[float] = []
    rules: list[Rule] = []
    dots: list[Dot] = []
    pictures = 0
    # Cells of a table stay apart: what stands far from its neighbour is a line of its own.
    layout = LAParams(char_margin=1.2, line_margin=0.2, boxes_flow=None)
    try:
        for number, page in enumerate(
            extract_pages(BytesIO(data), laparams=layout, maxpages=MOST_PAGES + 1)
        ):
            heights.append(float(page.height))
            pictures += _pictures(page)
            rules += _rules(page, number)
            dots += _dots(page, number)
            lines += sorted(_lines(page, number), key=lambda one: (round(one.top), one.left))
    except PDFPasswordIncorrect as locked:
        raise ImportRefusedError(
            "This PDF is protected by a password.",
            hint="Open it with the password, save a copy without one, and try again.",
        ) from locked
    except PDFTextExtractionNotAllowed as locked:
        raise ImportRefusedError(
            "This PDF does not allow its text to be taken out.",
            hint="Ask whoever made it for the document that it was made from.",
        ) from locked
    except Exception as broken:
        # A damaged file fails anywhere in the converter, with any of its exceptions.
        raise ImportRefusedError(_DAMAGED, hint=_SAVE_ANEW) from broken
    if not heights:
        raise ImportRefusedError(_DAMAGED, hint=_SAVE_ANEW)
    if len(heights) > MOST_PAGES:
        raise ImportRefusedError(
            f"This PDF has more than {MOST_PAGES} pages, which no policy needs.",
            hint="Save the pages that hold the policy as a PDF of their own.",
        )
    return Pages(tuple(lines), tuple(heights), tuple(sorted(set(rules))), tuple(dots), pictures)


def _refuse_what_unpacks_too_far(data: bytes) -> None:
    """Raise ImportRefusedError for a file that swells far beyond its size when it is unpacked."""
    unpacked = 0
    for found in _STREAM.finditer(data):
        swelling = zlib.decompressobj()
        try:
            piece = swelling.decompress(data[found.end() :], LARGEST_UNPACKED - unpacked)
        except zlib.error:
            continue
        unpacked += len(piece)
        if unpacked >= LARGEST_UNPACKED:
            raise ImportRefusedError(
                "Unpacked, this PDF is far larger than any policy, so I left it packed.",
                hint="Copy its text into a new document, and import that.",
            )


def _rules(page: Any, number: int) -> Iterator[Rule]:
    """Yield the level strokes of a page: lines, thin boxes, and the edges of boxes."""
    for shape in page:
        if not isinstance(shape, LTCurve) or shape.width < SHORTEST_RULE:
            continue
        for level in {round(shape.y0, 1), round(shape.y1, 1)}:
            yield Rule(number, round(float(page.height) - level, 1), shape.x0, shape.x1)


def _dots(page: Any, number: int) -> Iterator[Dot]:
    """Yield the small round or square marks of a page."""
    for shape in page:
        if (
            isinstance(shape, LTCurve)
            and SMALLEST_DOT <= shape.width <= LARGEST_DOT
            and abs(shape.width - shape.height) < 1
        ):
            middle = float(page.height) - (shape.y0 + shape.y1) / 2
            yield Dot(number, float(shape.x0), middle)


def _pictures(node: Any) -> int:
    if isinstance(node, LTImage):
        return 1
    return (
        sum(_pictures(one) for one in node) if isinstance(node, LTFigure) or _is_page(node) else 0
    )


def _is_page(node: Any) -> bool:
    return hasattr(node, "pageid")


def _lines(page: Any, number: int) -> Iterator[Line]:
    for box in page:
        if not isinstance(box, LTTextBox):
            continue
        for line in box:
            if isinstance(line, LTTextLine) and (made := _line(line, number, float(page.height))):
                yield made


def _line(line: LTTextLine, page: int, height: float) -> Line | None:
    letters = [one for one in line if isinstance(one, LTChar) and one.get_text().strip()]
    text = even_text(line.get_text()).strip()
    if not letters or not text:
        return None
    bold = sum(bool(_BOLD.search(str(one.fontname))) for one in letters) * 2 > len(letters)
    return Line(
        page,
        float(line.x0),
        float(line.x1),
        height - float(line.y1),
        height - float(line.y0),
        median(float(one.size) for one in letters),
        bold,
        " ".join(text.split()),
    )
