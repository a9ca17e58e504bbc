"""Rungs of a ladder for behaviour that is hard to bear: how it is, and what is done then."""

import re
from dataclasses import replace

from goodword.document.blocks import BlockKind, Text
from goodword.document.sentences import Line
from goodword.document.setting import Setting, Understood
from goodword.document.steps import step_of
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.behaviour import Behaviour, Level

_QUOTED = re.compile(r'"([^"]+)"')
_LONGEST_HEAD = 160


def behaviour(text: str, setting: Setting) -> Understood | None:
    """Return the rung that a line tells of, or None where it tells of none."""
    found = _found(text)
    if found is None:
        return None
    plain = even(text)
    level = found["level"]
    start, end = found.span("rest")
    rest = plain[start:end].strip().rstrip(".")
    steps = tuple(step_of(_capital(one), setting) for one in _steps(rest))
    clause = Behaviour(
        name=f"behaviour is {level}",
        phrases=_known(plain, found),
        steps=steps,
        level=_level(level),
    )
    return Understood((clause,))


def is_rung(text: str) -> bool:
    """Whether a line tells how behaviour is and what is done then."""
    return _found(text) is not None


def _found(text: str) -> re.Match[str] | None:
    if ":" not in text and " - " not in even(text):
        return None
    low = normal(text)
    if ENGLISH.compiled(r"\b<<behaviour.word>>").search(low, 0, _LONGEST_HEAD) is None:
        return None
    found = ENGLISH.pattern("behaviour.line").match(low)
    if found is None or ENGLISH.pattern("behaviour.does").match(found["rest"]) is None:
        return None
    return found


def _level(words: str) -> Level:
    levels = ENGLISH.words("behaviour.levels")
    return Level(next(name for name, pattern in levels.items() if re.search(pattern, words)))


def _known(plain: str, found: re.Match[str]) -> tuple[str, ...]:
    """Return the words by which people know it, from the brackets."""
    start, end = found.span("known")
    if start < 0:
        return ()
    inside = plain[start:end]
    quoted = tuple(_QUOTED.findall(inside))
    inside = _QUOTED.sub("", inside).strip(" ,;")
    bare = re.sub(r"^(?:such as|for example|e\.g\.|like),? ", "", inside.strip())
    parts = re.split(r", (?:and |or )?| and | or |; ", bare)
    named = (part.strip(" ,") for part in parts)
    return (*quoted, *(part for part in named if part and part not in {"and", "or"}))


def _steps(rest: str) -> tuple[str, ...]:
    """Return what is done, one thing after the other; what is quoted stays whole."""
    low = normal(rest)
    quoted = [found.span() for found in _QUOTED.finditer(low)]
    pieces, begin = [], 0
    for cut in ENGLISH.pattern("behaviour.steps").finditer(low):
        if any(start <= cut.start() < end for start, end in quoted):
            continue
        pieces.append(rest[begin : cut.start()])
        begin = cut.end()
    pieces.append(rest[begin:])
    return tuple(piece.strip(" ,") for piece in pieces if piece.strip(" ,"))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def with_whole_rungs(lines: list[Line]) -> list[Line]:
    """Return the lines, each item of a list that is a rung as one: its sentences are its steps."""
    made: list[Line] = []
    for line in lines:
        before = made[-1] if made else None
        if (
            before is not None
            and line.block is before.block
            and line.block.kind is BlockKind.ITEM
            and is_rung(before.text.plain)
        ):
            made[-1] = replace(before, text=_through(before.text, line.text, line.block.text))
        else:
            made.append(line)
    return made


def _through(first: Text, last: Text, whole: Text) -> Text:
    if not first.offsets or not last.offsets:
        return first
    start = whole.offsets.index(first.offsets[0])
    return whole.cut(start, whole.offsets.index(last.offsets[-1]) + 1)
