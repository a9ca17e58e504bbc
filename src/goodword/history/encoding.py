"""In which encoding a text is written, found by looking at its beginning."""

import codecs
from pathlib import Path

from goodword.errors import UnknownNameError, UnreadableFileError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MANY = 20
_ENOUGH = 8


def encoding_of(start: bytes, path: Path) -> str:
    """Return the encoding of a text that begins so; raises UnreadableFileError for no text.

    Marks at the beginning count first; then UTF-16 without a mark, UTF-8, GB18030 where the bytes
    make common Chinese characters, and Windows-1252 for what else is no UTF-8.
    """
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    if b"\0" in start:
        wide = _utf_16(start)
        if wide is None:
            raise UnreadableFileError(
                f"{path} is not a text: there is a NUL byte at byte {start.index(0) + 1}.",
                hint="Export the cases as CSV or JSON Lines; a spreadsheet offers it under Save "
                "as.",
            )
        return wide
    if _is_utf_8(start):
        return "utf-8-sig"
    return "gb18030" if _is_chinese(start) else "cp1252"


def known_encoding(name: str, path: str) -> str:
    """Return the encoding that a map names; raises UnknownNameError where there is none."""
    try:
        found = codecs.lookup(name).name
        "a".encode(found)
    except (LookupError, UnicodeError, ValueError, TypeError):
        raise UnknownNameError(
            f'{path}: there is no encoding "{name[:40]}".',
            hint='Write one such as "utf-8", "windows-1252" or "gb18030", or leave it out and I '
            "find it by looking.",
        ) from None
    return "utf-8-sig" if found == "utf-8" else found


def _utf_16(start: bytes) -> str | None:
    """Return which UTF-16 it is: in headings nearly every second byte is zero."""
    half = len(start) // 2
    if half < _ENOUGH:
        return None
    even, odd = start[0 : 2 * half : 2].count(0), start[1 : 2 * half : 2].count(0)
    if odd > half * 2 // 3 and even * _MANY < half:
        return "utf-16-le"
    if even > half * 2 // 3 and odd * _MANY < half:
        return "utf-16-be"
    return None


def _is_utf_8(start: bytes) -> bool:
    """Whether the text is UTF-8: all of it, or most of its characters beyond ASCII."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        broken = start.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
        whole = sum(byte >= 0xC2 for byte in start) - broken
        return whole > broken * 4
    return True


def _is_chinese(start: bytes) -> bool:
    """Whether the bytes are GB18030: nearly all of what is beyond ASCII are common characters.

    Level 1 of GB 2312 (B0A1 to D7F9) holds the 3,755 most used characters, A1A1 to A3FE the marks.
    """
    text = start.decode("gb18030", "replace")
    beyond = [letter for letter in text if ord(letter) > 127]
    usual = 0
    for letter in beyond:
        pair = letter.encode("gb18030", "replace")
        usual += len(pair) == 2 and (0xB0 <= pair[0] <= 0xD7 or 0xA1 <= pair[0] <= 0xA3)
    return len(beyond) >= 2 and usual * 10 >= len(beyond) * 8
