"""Markdown and plain text as they come: decoded, evened, bullets as dashes."""

import re
from collections.abc import Sequence

from goodword.exchange.even_text import BULLET, even_text
from goodword.exchange.headings import NUMBER, is_short
from goodword.exchange.imported import Imported, ImportRefusedError, counted

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<words>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title:\s*[\"']?(?P<title>.+?)[\"']?\s*$", re.MULTILINE)
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\([^)]*\)")
_CAPITALS = re.compile(r"^[A-Z0-9][A-Z0-9 &'/,:()-]{3,80}$")


def convert(data: bytes) -> Imported:
    """Return a text as Markdown. UTF-8, UTF-16 and Windows texts are read."""
    text = even_text(decoded(data)).lstrip("\n")
    notes = []
    title = ""
    if (front := _FRONT_MATTER.match(text)) is not None:
        found = _TITLE.search(front["words"])
        title = found["title"] if found else ""
        notes.append(f"The block of settings above the text was left out{_named(title)}.")
        text = text[front.end() :]
    pictures = _PICTURE.findall(text)
    if pictures:
        notes.append(f"{counted(len(pictures), 'picture')} left out.")
        text = _PICTURE.sub("", text)
    lines = text.split("\n")
    if not title and is_titled(lines):
        lines[0] = f"# {lines[0].strip()}"
    return Imported(
        "\n".join(_line(lines, place) for place in range(len(lines))), tuple(notes), title
    )


def is_titled(lines: Sequence[str]) -> bool:
    """Whether the first line is a title: short, by itself, and no sentence."""
    words = lines[0].strip() if lines else ""
    by_itself = len(lines) > 1 and not lines[1].strip()
    is_plain = words[:1].isupper() and not words.endswith((".", ":", ";", ",", "?", "!"))
    return by_itself and is_plain and is_short(words) and NUMBER.match(words) is None


def _named(title: str) -> str:
    return f"; its title is “{title}”" if title else ""


def _line(lines: list[str], place: int) -> str:
    line = lines[place]
    if (found := BULLET.match(line)) is not None and line[found.end() :].strip():
        return f"{found['indent']}- {line[found.end() :]}"
    above = lines[place - 1].strip() if place else ""
    below = lines[place + 1].strip() if place + 1 < len(lines) else ""
    is_alone = not above and not below
    if is_alone and _CAPITALS.match(line.strip()) and len(line.split()) <= 10:
        # A line in capitals by itself is how typewriters wrote headings.
        return f"## {line.strip()}"
    return line


def decoded(data: bytes) -> str:
    """Return the text of bytes whose encoding nobody names: UTF-8, UTF-16, else Windows."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if text.count("\ufffd") * 50 > len(text) or b"\0" in data:
        raise ImportRefusedError(
            "This file is no text that I can read.",
            hint="Save it as a text with the encoding UTF-8, and try again.",
        )
    return text
