"""A policy out of another program's file: Markdown, and what could not come along."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Any

from goodword.document.tidy import tidy
from goodword.errors import GoodwordError
from goodword.exchange.headings import with_levels

LARGEST = 50_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"


class Kind(StrEnum):
    """The kinds of file that can be imported."""

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    MARKDOWN = "md"
    TEXT = "txt"


NAMES = {
    Kind.DOCX: "Word document (DOCX)",
    Kind.HTML: "web page (HTML)",
    Kind.PDF: "PDF",
    Kind.MARKDOWN: "Markdown text",
    Kind.TEXT: "plain text",
}
_ENDINGS = {
    "docx": Kind.DOCX,
    "docm": Kind.DOCX,
    "html": Kind.HTML,
    "htm": Kind.HTML,
    "xhtml": Kind.HTML,
    "pdf": Kind.PDF,
    "md": Kind.MARKDOWN,
    "markdown": Kind.MARKDOWN,
    "txt": Kind.TEXT,
    "text": Kind.TEXT,
}
_OTHERS = {
    "doc": "an old Word document",
    "odt": "an OpenDocument text",
    "rtf": "a rich text",
    "pages": "a Pages document",
    "xlsx": "a spreadsheet",
    "xls": "a spreadsheet",
    "pptx": "a presentation",
    "epub": "an e-book",
    "png": "a picture",
    "jpg": "a picture",
    "jpeg": "a picture",
    "zip": "an archive",
}
SAVE_AS = (
    "Open it in the program it came from, save it as DOCX, PDF, HTML or Markdown, and try again."
)


class ImportRefusedError(GoodwordError):
    """A file cannot be taken in; the message says why and the hint what to do."""

    code = "import-refused"


class ConverterMissingError(GoodwordError):
    """The packages that read this kind of file are not installed."""

    code = "converter-missing"


@dataclass(frozen=True, slots=True)
class Imported:
    """The Markdown of a file, and `notes` on everything that did not come along or was changed.

    `title` is the file's own title where it names one.
    """

    text: str
    notes: tuple[str, ...] = ()
    title: str = ""


def import_policy(data: bytes, kind: Kind, *, name: str = "") -> Imported:
    """Return the policy in a file as Markdown, with notes; nothing is lost without a note.

    `name` is what the policy is called where the file names no title. Raises ImportRefusedError
    for a file that is too large, damaged, protected or of another kind, and ConverterMissingError
    where the extra `import` is not installed.
    """
    if len(data) > LARGEST:
        raise ImportRefusedError(
            f"This file has {len(data) / 1_000_000:.0f} MB; at most {LARGEST // 1_000_000} MB "
            "can be imported.",
            hint="Pictures make files large. Save a copy without them, and try again.",
        )
    if not data.strip():
        raise ImportRefusedError(
            "This file is empty.", hint="Is it the right one, and was it saved?"
        )
    _refuse_what_it_is_not(data, kind)
    try:
        convert: Callable[[bytes], Imported] = import_module(_CONVERTERS[kind]).convert
        made = convert(data)
    except ModuleNotFoundError as missing:
        raise ConverterMissingError(
            f"To read a {NAMES[kind]}, Goodword needs the package {missing.name}.",
            hint="Install it with: pip install 'goodword[import]'",
        ) from missing
    return _settled(made, name)


def _settled(made: Imported, name: str) -> Imported:
    if not any(letter.isalpha() for letter in made.text):
        raise ImportRefusedError(
            "No words were found in this file.",
            hint="If it shows pictures of pages, have its text recognised first (OCR).",
        )
    text, notes = with_levels(made.text, made.title or name)
    return Imported(tidy(text), (*made.notes, *notes), made.title)


_CONVERTERS: dict[Kind, str] = {
    Kind.DOCX: "goodword.exchange.from_docx",
    Kind.HTML: "goodword.exchange.from_html",
    Kind.PDF: "goodword.exchange.from_pdf",
    Kind.MARKDOWN: "goodword.exchange.from_text",
    Kind.TEXT: "goodword.exchange.from_text",
}


def kind_of(name: str, data: bytes) -> Kind:
    """Return what kind of file this is: by what it holds first, then by its ending.

    Raises ImportRefusedError for a kind that cannot be imported.
    """
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if head.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(_ZIP):
        return Kind.DOCX
    if data.startswith(_OLE):
        return Kind.DOCX
    low = head[:512].lower()
    if low.startswith((b"<!doctype html", b"<html")) or (
        low.startswith(b"<?xml") and b"<html" in low
    ):
        return Kind.HTML
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    if ending in _OTHERS:
        raise ImportRefusedError(f"{name} is {_OTHERS[ending]}, which I cannot read.", hint=SAVE_AS)
    if b"\0" in data[:4096]:
        raise ImportRefusedError(f"{name or 'This file'} is no text.", hint=SAVE_AS)
    return Kind.TEXT


def _refuse_what_it_is_not(data: bytes, kind: Kind) -> None:
    """Raise ImportRefusedError where the bytes are plainly of another kind than the one given."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ImportRefusedError(
                "This Word document is protected by a password.",
                hint="Open it in Word, take the password off (File, Info, Protect Document), "
                "save it, and try again.",
            )
        raise ImportRefusedError(
            "This is an old Word document (.doc), whatever its name says.",
            hint="Open it in Word or LibreOffice, save it as .docx, and try again.",
        )
    real = {Kind.DOCX: _ZIP, Kind.PDF: b"%PDF-"}.get(kind)
    if real is not None and real not in data[:1024]:
        found = _told(data)
        raise ImportRefusedError(
            f"This is no {NAMES[kind]}{f'; it looks like {found}' if found else ''}.",
            hint="Give it the ending that fits what it holds, or save it anew from its program.",
        )
    if kind in {Kind.HTML, Kind.MARKDOWN, Kind.TEXT} and (found := _told(data)) in _BINARY:
        raise ImportRefusedError(
            f"This is no {NAMES[kind]}; it looks like {found}.",
            hint="Give it the ending that fits what it holds, and try again.",
        )


_BINARY = frozenset(
    {"a PDF", "a Word document or another archive", "a picture", "an old Office file"}
)


def _told(data: bytes) -> str:
    starts: dict[bytes, str] = {
        b"%PDF-": "a PDF",
        _ZIP: "a Word document or another archive",
        _OLE: "an old Office file",
        b"\x89PNG": "a picture",
        b"\xff\xd8\xff": "a picture",
        b"GIF8": "a picture",
        b"{\\rtf": "a rich text (RTF)",
        b"<!DOCTYPE": "a web page",
        b"<!doctype": "a web page",
        b"<html": "a web page",
    }
    return next((told for start, told in starts.items() if data.startswith(start)), "")


def counted(number: int, one: str, more: str = "") -> str:
    """Return `1 picture`, `3 pictures`."""
    return f"1 {one}" if number == 1 else f"{number} {more or f'{one}s'}"


def short(words: Any, longest: int = 60) -> str:
    """Return the beginning of a text on one line, for notes."""
    flat = " ".join(str(words).split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1].rstrip()}…"
