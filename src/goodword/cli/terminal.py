"""How the command line speaks: colour only on a terminal, JSON where asked, files read kindly."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from goodword.errors import UnreadableFileError

LARGEST_POLICY = 5_000_000
_CODES = {"red": "31", "green": "32", "yellow": "33", "blue": "34", "dim": "2", "bold": "1"}


def is_coloured(stream: TextIO) -> bool:
    """Whether `stream` is a terminal that wants colour (NO_COLOR is honoured)."""
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def paint(text: str, colour: str, *, stream: TextIO | None = None) -> str:
    """Return `text` in a colour where the stream shows colours, else as it is."""
    if not is_coloured(stream or sys.stdout):
        return text
    return f"\x1b[{_CODES[colour]}m{text}\x1b[0m"


def complain(message: str, *, hint: str = "") -> None:
    """Print why something could not be done, and the next step, on standard error."""
    print(f"goodword: {message}", file=sys.stderr)
    if hint:
        print(f"  {hint}", file=sys.stderr)


def keep_speaking() -> None:
    """No character stops the output: one that a stream cannot write is written as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def named(path: str) -> str:
    """Return how a file is called in messages; `-` is standard input."""
    return "standard input" if path == "-" else path


def print_json(value: Mapping[str, object] | Sequence[object]) -> None:
    """Print one JSON document, readable by people too."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def policy_text(path: str) -> str:
    """Return the text of a policy file; `-` is standard input.

    Raises UnreadableFileError, which names the place, for what is no readable text of at most
    5 MB. A byte order mark is left out.
    """
    raw = sys.stdin.buffer.read(LARGEST_POLICY + 1) if path == "-" else _policy_bytes(Path(path))
    path = named(path)
    if len(raw) > LARGEST_POLICY:
        raise UnreadableFileError(
            f"{path} is larger than {LARGEST_POLICY // 1_000_000} MB, which no policy needs.",
            hint="Is it the right file? A policy is a Markdown text of a few pages.",
        )
    if b"\0" in raw:
        where = raw.index(b"\0")
        raise UnreadableFileError(
            f"{path} is not a text: there is a NUL byte at byte {where + 1}.",
            hint="Save the policy as plain text (Markdown), then try again.",
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        line = raw[: broken.start].count(b"\n") + 1
        column = len(raw[raw.rfind(b"\n", 0, broken.start) + 1 : broken.start].decode()) + 1
        raise UnreadableFileError(
            f"{path} line {line}, column {column}: a character there is not UTF-8.",
            hint="Save the file with the encoding UTF-8, then try again.",
        ) from broken


def bytes_of(
    path: Path, most: int, *, wanted: str, inside: str = "file", readable: str = "file"
) -> bytes:
    """Return at most one byte more than `most` of a file; raises UnreadableFileError otherwise.

    `wanted`, `inside` and `readable` name in the hints what should be there instead.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise UnreadableFileError(
            f"There is no file {path}.", hint=f"Give the path of a {wanted}."
        ) from None
    except IsADirectoryError:
        raise UnreadableFileError(
            f"{path} is a folder.", hint=f"Give the path of a {inside} in it."
        ) from None
    except OSError as refused:
        raise UnreadableFileError(
            f"{str(path)[:200]} cannot be opened: {refused.strerror}.",
            hint=f"Give the path of a {readable} that you may read.",
        ) from refused


def _policy_bytes(path: Path) -> bytes:
    wanted = "policy in Markdown"
    return bytes_of(path, LARGEST_POLICY, wanted=wanted, inside="policy file", readable=wanted)
