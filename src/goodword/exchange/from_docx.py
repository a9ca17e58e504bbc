"""Word documents as Markdown: headings by style or by looks, and notes on all that is left out."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

import mammoth
from mammoth import documents

from goodword.exchange.even_text import even_text
from goodword.exchange.from_html import converted
from goodword.exchange.headings import is_short
from goodword.exchange.imported import Imported, ImportRefusedError, counted, short

LARGEST_UNPACKED = 200_000_000
LARGEST_TEXT = 40_000_000
_BODY = "word/document.xml"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='heading 7'] => h6:fresh
p[style-name='heading 8'] => h6:fresh
p[style-name='heading 9'] => h6:fresh
"""
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
# How much larger than the text a line is before it looks like a heading.
_LARGER = 1.15
_WORD_S_OWN = 11.0
_ALL = re.DOTALL


def convert(data: bytes) -> Imported:
    """Return a Word document as Markdown."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = _parts(archive)
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as broken:
        raise ImportRefusedError(
            "This Word document is damaged and cannot be opened.",
            hint="Open it in Word, let Word repair it, save it anew, and try again.",
        ) from broken
    try:
        made = mammoth.convert_to_html(
            BytesIO(data),
            style_map=_STYLES,
            transform_document=partial(_with_headings, usual=_usual_size(parts)),
            convert_image=mammoth.images.img_element(lambda _: {"src": ""}),
            include_embedded_style_map=False,
            external_file_access=False,
        )
    except RecursionError as deep:
        raise ImportRefusedError(
            "The parts of this document stand too deep in each other to be read.",
            hint="Copy its text into a new document, and save that.",
        ) from deep
    except Exception as broken:
        # A damaged document fails anywhere in the converter, with any of its exceptions.
        raise ImportRefusedError(
            "This Word document holds something that cannot be read.",
            hint="Open it in Word or LibreOffice, save it as a new .docx, and try again.",
        ) from broken
    page = converted(made.value)
    title = _title(parts)
    return replace(page, notes=(*page.notes, *_left_out(parts, made.messages)), title=title)


def _parts(archive: ZipFile) -> dict[str, str]:
    """Return the texts of the document's parts, after looking at their sizes."""
    listed = archive.infolist()
    names = {one.filename for one in listed}
    if _BODY not in names:
        what = "an archive (ZIP)"
        if "mimetype" in names and any(name == "content.xml" for name in names):
            what = "an OpenDocument text (ODT)"
        elif any(name.startswith("xl/") for name in names):
            what = "a spreadsheet (XLSX)"
        elif any(name.startswith("ppt/") for name in names):
            what = "a presentation (PPTX)"
        raise ImportRefusedError(
            f"This is {what}, no Word document.",
            hint="Save the policy as DOCX, PDF, HTML or Markdown, and try again.",
        )
    if sum(one.file_size for one in listed) > LARGEST_UNPACKED or any(
        one.file_size > LARGEST_TEXT for one in listed if one.filename.endswith(".xml")
    ):
        raise ImportRefusedError(
            "Unpacked, this document is far larger than any policy, so I left it packed.",
            hint="Copy its text into a new document, save that, and try again.",
        )
    parts = {
        one.filename: archive.read(one.filename).decode("utf-8", errors="replace")
        for one in listed
        if one.filename.startswith(("word/", "docProps/")) and one.filename.endswith(".xml")
    }
    if any("<!DOCTYPE" in text or "<!ENTITY" in text for text in parts.values()):
        raise ImportRefusedError(
            "This document holds declarations that Word never writes, so I did not open it.",
            hint="Open it in Word, save it as a new .docx, and try again.",
        )
    return parts


def _title(parts: dict[str, str]) -> str:
    found = re.search(r"<dc:title>([^<]{3,200})</dc:title>", parts.get("docProps/core.xml", ""))
    title = even_text(found[1]).strip() if found else ""
    return "" if title.lower() in {"word document", "document1", "untitled"} else title


def _left_out(parts: dict[str, str], messages: list[Any]) -> Iterator[str]:
    """Yield a note on each kind of thing that Markdown cannot hold, or that was not taken."""
    body = parts.get(_BODY, "")
    around = {
        even_text("".join(_TEXT.findall(text))).strip()
        for name, text in sorted(parts.items())
        if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name)
    }
    for words in sorted(around - {""}):
        if any(letter.isalpha() for letter in words):
            yield f"A page header or footer was left out: “{short(words)}”."
    if deleted := len(re.findall(r"<w:del [^>]*>(?!\s*</w:del>)", body)):
        yield f"{counted(deleted, 'tracked deletion')} left out; tracked insertions are kept."
    if remarks := len(re.findall(r"<w:comment ", parts.get("word/comments.xml", ""))):
        yield f"{counted(remarks, 'comment')} in the margin left out."
    if boxes := body.count("<w:txbxContent"):
        # Word writes each box twice, once for older programs.
        boxes = max(1, boxes - body.count("<mc:Fallback"))
        yield f"{counted(boxes, 'text box', 'text boxes')}: the words stand where the box was tied."
    for mark, word in (
        ("<m:oMath>", "formula"),
        ("<c:chart ", "chart"),
        ("<dgm:relIds ", "diagram"),
        ("<w:object", "embedded file"),
    ):
        if number := body.count(mark):
            yield f"{counted(number, word)} left out."
    told = {str(one.message) for one in messages if "unrecognised element" in str(one.message)}
    for message in sorted(told):
        yield f"Something in the document is unknown to the converter: {short(message, 90)}"


def _with_headings(document: Any, *, usual: float) -> Any:
    """Give a heading's style to paragraphs that only look like one: short, and bold or large.

    `usual` is the size, in points, of text of which none is said.
    """
    body = _body_size(document, usual)
    looks = {
        id(one): look
        for one in document.children
        if isinstance(one, documents.Paragraph) and (look := _look(one, body)) is not None
    }
    levels = {id(one): level for one in document.children if (level := _style_level(one))}
    titled = any(_is_title(one) for one in document.children)
    highest = min((level for level in levels.values()), default=0) + titled
    ranks = sorted(set(looks.values()), reverse=True)
    children = []
    for one in document.children:
        level = levels.get(id(one), 0) + titled if id(one) in levels else 0
        if id(one) in looks:
            level = highest + 1 + ranks.index(looks[id(one)])
        if level and not _is_title(one):
            # The name goes, for it would be looked at first.
            one = one.copy(style_id=f"Heading{min(6, level)}", style_name=None)  # noqa: PLW2901
        children.append(one)
    return document.copy(children=children)


def _is_title(paragraph: Any) -> bool:
    return str(getattr(paragraph, "style_name", "") or "").lower() == "title"


def _style_level(paragraph: Any) -> int:
    name = str(getattr(paragraph, "style_name", "") or "").lower()
    found = re.fullmatch(r"heading (\d)", name)
    return int(found[1]) if found else 0


def _usual_size(parts: dict[str, str]) -> float:
    """Return the size that the styles give to text, in points; Word's own where they say none."""
    styles = parts.get("word/styles.xml", "")
    normal = re.search(
        r'<w:style [^>]*w:default="1"[^>]*w:styleId="Normal".*?</w:style>', styles, _ALL
    )
    defaults = re.search(r"<w:docDefaults>.*?</w:docDefaults>", styles, _ALL)
    for part in (normal, defaults):
        found = re.search(r'<w:sz w:val="(\d+)"', part[0]) if part else None
        if found is not None:
            return int(found[1]) / 2
    return _WORD_S_OWN


def _body_size(document: Any, usual: float) -> float:
    sizes: Counter[float] = Counter()
    for run in mammoth.transforms.get_descendants_of_type(document, documents.Run):
        sizes[float(run.font_size or usual)] += len(_words(run))
    return sizes.most_common(1)[0][0] if sizes else usual


def _look(paragraph: Any, body: float) -> tuple[float, bool] | None:
    """Return how a line stands out, by size and weight; None where it is running text."""
    words = _words(paragraph).strip()
    if paragraph.numbering is not None or _style_level(paragraph) or _is_title(paragraph):
        return None
    if not is_short(words):
        return None
    if words.endswith((".", ",", ";")):
        return None
    runs = [
        run
        for run in mammoth.transforms.get_descendants_of_type(paragraph, documents.Run)
        if _words(run).strip()
    ]
    bold = bool(runs) and all(run.is_bold for run in runs)
    size = min((float(run.font_size or 0) for run in runs), default=0.0)
    larger = size > body * _LARGER
    if not bold and not larger:
        return None
    return (size if larger else body, bold)


def _words(element: Any) -> str:
    texts = mammoth.transforms.get_descendants_of_type(element, documents.Text)
    return "".join(str(one.value) for one in texts)
