"""Files as they are packed: gzip, bzip2, xz, Zstandard, or one file in a zip archive."""

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from importlib import import_module
from pathlib import Path
from typing import IO, cast

from goodword.errors import UnreadableFileError

BROKEN_PACKING = (EOFError, OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
"""What is raised in the middle of packed content that is cut off or damaged."""
_GZIP, _BZIP2, _XZ = b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0"
_ZSTANDARD, _ZIP = b"\x28\xb5\x2f\xfd", b"PK\x03\x04"
# What a zip archive holds that is a workbook of its own (.xlsx, .ods).
_OF_WORKBOOKS = ("[Content_Types].xml", "mimetype", "xl/workbook.xml")
# What a computer adds to an archive by itself.
_BESIDES = ("__MACOSX/", ".DS_Store", "Thumbs.db")


def unpacked(raw: IO[bytes], begins: bytes, path: Path) -> IO[bytes]:
    """Return a stream of the content of a file that begins with these bytes.

    A workbook, though a zip archive, comes as it is. Raises UnreadableFileError for an archive of
    several files, one that is locked, and Zstandard where this Python cannot unpack it.
    """
    if begins.startswith(_GZIP):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=raw))
    if begins.startswith(_BZIP2):
        return cast("IO[bytes]", bz2.BZ2File(raw))
    if begins.startswith(_XZ):
        return cast("IO[bytes]", lzma.LZMAFile(raw))
    if begins.startswith(_ZSTANDARD):
        return _zstandard(raw, path)
    if begins.startswith(_ZIP):
        return _from_zip(raw, path)
    return raw


def _zstandard(raw: IO[bytes], path: Path) -> IO[bytes]:
    try:
        # In the standard library since Python 3.14.
        return cast("IO[bytes]", import_module("compression.zstd").ZstdFile(raw))
    except ImportError:
        raise UnreadableFileError(
            f"{path} is packed with Zstandard, which this version of Python cannot unpack.",
            hint="Unpack it first with: unzstd; or use Python 3.14.",
        ) from None


def _from_zip(raw: IO[bytes], path: Path) -> IO[bytes]:
    try:
        archive = zipfile.ZipFile(raw)
        names = archive.namelist()
        if any(name in _OF_WORKBOOKS for name in names):
            raw.seek(0)
            return raw
        files = [
            name
            for name in names
            if not name.endswith("/") and not any(other in name for other in _BESIDES)
        ]
        if len(files) != 1:
            raise UnreadableFileError(
                f"{path} is an archive of {len(files):,} files; I read one file at a time. "
                f"It holds: {', '.join(files[:5])}{', …' if len(files) > 5 else ''}.",
                hint="Unpack it, and give the path of one of them.",
            )
        return io.BufferedReader(cast("io.RawIOBase", archive.open(files[0])))
    except (zipfile.BadZipFile, NotImplementedError, OSError) as broken:
        raise UnreadableFileError(
            f"{path} is an archive that cannot be opened: {str(broken)[:120]}.",
            hint="Copy or download it again, or unpack it first.",
        ) from None
    except RuntimeError:
        raise UnreadableFileError(
            f"{path} is locked with a password.", hint="Unpack it first, and give what was in it."
        ) from None


class Unbroken:
    """A text that simply ends where its packed content is cut off: what reads it says so."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text

    def read(self, size: int) -> str:
        """Return so many characters, "" at the end."""
        try:
            return self._text.read(size)
        except BROKEN_PACKING:
            return ""
