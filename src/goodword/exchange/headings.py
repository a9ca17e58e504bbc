"""Headings of an imported text: one title, no gaps between levels, numbers become levels."""

import re
from collections.abc import Sequence

from goodword.exchange.even_text import even_text

LONGEST = 90
MOST_LEVELS = 6
# Numbered lines stand below a title, if there is one.
_UNDER_TITLE = 1
_LONGEST_ACRONYM = 4
MOST_WORDS = 12
_ATX = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_BOLD = re.compile(r"^(?:\*\*|__)(?P<words>[^*_]+?)(?:\*\*|__):?$")
_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)")
NUMBER = re.compile(
    r"^(?:(?:section|part|chapter|article|clause)\s+)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})[.):]?\s+"
    r"(?P<words>\S.*)$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:section|clause|paragraph|part)\s+\d{1,2}(?:\.\d{1,2})*\b", re.IGNORECASE
)
_BLANKS = re.compile(r"\n{3,}")
_BLANK = "\n\n"
_CLAUSE_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,4}[.)]?[ \t]+(?=[A-Z\"'*])")
_LETTER = re.compile(r"^(?P<indent>[ \t]*)(?:\([a-z]\)|[a-z]\)|\(?[ivx]{1,5}[.)])[ \t]+(?=\S)")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)")


def with_levels(text: str, title: str) -> tuple[str, list[str]]:
    """Return the Markdown with its headings mapped, and notes on what was changed.

    A paragraph that is one bold line, or a numbered line such as "1.2 Refunds", is a heading.
    Numbers leave headings, and their depth is the heading's level. The first heading, or `title`,
    is the only one of level 1.
    """
    lines = _marked(even_text(text).split("\n"))
    places = _headings(lines)
    numbered = sum(bool(NUMBER.match(_words(lines[place]))) for place in places)
    levels = _levels([lines[place] for place in places])
    titled = _is_titled(lines, places, levels)
    if titled:
        below = 1 if 1 in levels[1:] else 0
        levels = [1, *(level + below for level in levels[1:])]
    elif 1 in levels:
        levels = [level + 1 for level in levels]
    for place, level in zip(places, levels, strict=True):
        lines[place] = f"{'#' * min(MOST_LEVELS, level)} {_spoken(_words(lines[place]))}"
    lines, dropped = _without_numbers(lines)
    notes = []
    if numbered:
        notes.append(_numbers_note(numbered, lines))
    if dropped:
        notes.append(f"Numbers before paragraphs, such as “{dropped[0]}”, were left out.")
    if not titled and title.strip():
        lines = [f"# {' '.join(even_text(title).split())}", "", *lines]
        notes.append(f"The file has no title of its own; I used “{title.strip()}”.")
    # Two spaces at the end of a line break it.
    ended = (line if line.endswith("  ") and line.strip() else line.rstrip() for line in lines)
    return f"{_BLANKS.sub(_BLANK, chr(10).join(ended)).strip()}\n", notes


def _is_titled(lines: Sequence[str], places: Sequence[int], levels: Sequence[int]) -> bool:
    """Whether the first heading is the title: above all text, and of another kind than the rest."""
    if not places or levels[0] != 1 or "".join(lines[: places[0]]).strip():
        return False
    if levels.count(1) == 1:
        return True
    first = places[0]
    others = [place for place, level in zip(places, levels, strict=True) if level == 1][1:]
    if NUMBER.match(_words(lines[first])):
        return False
    between = "".join(lines[first + 1 : places[1]]).strip()
    return not between or all(NUMBER.match(_words(lines[place])) for place in others)


def _spoken(words: str) -> str:
    """Return a heading without its number, and not in capitals throughout."""
    found = NUMBER.match(words)
    bare = found["words"] if found else words
    shouted = bare.isupper() and sum(letter.isalpha() for letter in bare) > _LONGEST_ACRONYM
    return bare.capitalize() if shouted else bare


def _without_numbers(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the lines without the numbers of contracts, and these numbers.

    "3.1 We reply…" loses its number; "(a) We reply…" and "iv. We reply…" become items of a list.
    A single number stays: "1. Listen" is a list in Markdown too.
    """
    made = []
    dropped = []
    fenced = False
    for line in lines:
        if _FENCE.match(line):
            fenced = not fenced
        number, letter = _CLAUSE_NUMBER.match(line), _LETTER.match(line)
        if not fenced and number is not None:
            dropped.append(number[0].strip())
            made.append(line[number.end() :])
        elif not fenced and letter is not None:
            made.append(f"{letter['indent']}- {line[letter.end() :]}")
        else:
            made.append(line)
    return made, dropped


def _numbers_note(numbered: int, lines: Sequence[str]) -> str:
    said = f"{numbered} headings were numbered" if numbered > 1 else "One heading was numbered"
    note = f"{said}; the numbers became levels."
    found = [match[0] for line in lines for match in _REFERENCE.finditer(line)]
    if found:
        note += f" The text refers to {found[0]}: name the section instead."
    return note


def _marked(lines: list[str]) -> list[str]:
    """Return the lines with a hash before each that is a heading in other dress."""
    made = list(lines)
    fenced = False
    for place, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
        alone = (place == 0 or not lines[place - 1].strip()) and (
            place + 1 == len(lines) or not lines[place + 1].strip()
        )
        if fenced or not alone or line.startswith((" ", "\t", "#", "|", ">")):
            continue
        bold = _BOLD.match(line.strip())
        words = bold["words"].strip() if bold else line.strip()
        if not is_short(words):
            continue
        found = NUMBER.match(words)
        if (bold and not _is_item(words)) or (found and _titled(lines, place, found)):
            made[place] = f"####### {words.rstrip(':')}" if not found else f"####### {words}"
    return made


def _is_item(words: str) -> bool:
    return words.endswith((".", ",", ";"))


def _titled(lines: Sequence[str], place: int, found: re.Match[str]) -> bool:
    """Whether a numbered line is a heading, and not an item of a list."""
    words = found["words"]
    if not words[:1].isupper() or words.endswith((".", ";", ",", ":", "?")):
        return False
    if "." in found["number"]:
        return True
    below = next((line for line in lines[place + 1 :] if line.strip()), "").strip()
    following = NUMBER.match(below)
    return bool(below) and (following is None or "." in following["number"])


def is_short(words: str) -> bool:
    """Whether words are few enough for a heading."""
    return (
        0 < len(words) <= LONGEST
        and len(words.split()) <= MOST_WORDS
        and any(letter.isalpha() for letter in words)
    )


def _headings(lines: Sequence[str]) -> list[int]:
    places = []
    fenced = False
    for place, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
        if not fenced and re.match(r"^#{1,7}\s+\S", line):
            places.append(place)
    return places


def _words(line: str) -> str:
    return _MARKS.sub("", line.lstrip("#")).strip()


def _levels(lines: Sequence[str]) -> list[int]:
    """Return the level of each heading, with no level left out on the way down."""
    raw = []
    last = 0
    for line in lines:
        marks = len(line) - len(line.lstrip("#"))
        found = NUMBER.match(_words(line))
        if found is not None and marks > MOST_LEVELS:
            level = found["number"].count(".") + 1 + _UNDER_TITLE
        elif marks > MOST_LEVELS:
            # One bold line stands below the last real heading.
            level = last + 1 if last else 1
        else:
            level = last = marks
        raw.append(level)
    known = sorted(set(raw))
    levels: list[int] = []
    for level in raw:
        # Nobody goes down two steps at once.
        deepest = levels[-1] + 1 if levels else len(known)
        levels.append(min(known.index(level) + 1, deepest))
    return levels
