"""Clauses that carry numbers of their own: "4.2 Emails are …", and "(a) …" below a lead-in.

A word processor leaves such numbers in the text. They name a place and say nothing, so that no
reader of sentences needs to see them; what is lettered is a list.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from goodword.document.block import Block, BlockKind, Text, row_text
from goodword.language.cued import Cued
from goodword.span import Span

# "8.30 Monday to Friday" and "10.15 Assembly" are times of the day; "4.1" and "12.3.1" are not.
NUMBERED = re.compile(
    r"\(?(?:(?P<deep>\d{1,2}(?:\.\d{1,2}){2,3})|\d{1,2}\.(?:[1-9]|[12]\d|3[1-4]))[.)]?[ \t]+"
    r"(?![ap]m\b|(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|noon\b)"
    r"(?=[\"'“‘(*_]{0,3}[A-Z])"
)
_TIME = re.compile(r"\(?(?:[01]?\d|2[0-4])\.(?:[1-5][05])\b(?!\.)")
LETTERED = re.compile(
    r"(?:\((?P<in>[a-z]|[ivx]{1,4}|\d{1,2})\)|(?P<bare>[a-z]|[ivx]{1,4})\))[ \t]+(?=\S)"
)
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_FIRST = frozenset({"a", "i", "1"})
# Below "Stage" a bare number is that of a stage.
_STAGE_HEAD = re.compile(r"(?i)(?:complaints? )?stages?(?: of (?:a |the )?complaints?)?")
_STAGE_NUMBER = re.compile(r"[1-9]\b(?! ?[-–] ?\d| \w+ days?)")
# Lists that a parser finds are counted from one on.
_FIRST_GROUP = 100_000
# The joint to the next item is no part of what an item says.
_JOINT = Cued(
    r"[;,] (?:and|or)[ .]*$",
    ", and|, or|; and|; or",
)


def with_clause_numbers(blocks: Iterable[Block], source: str) -> Iterator[Block]:
    """Yield blocks without the numbers of clauses, and what is lettered as items of a list."""
    group = _NumberedList()
    stages = -1
    for block in blocks:
        if block.kind is BlockKind.HEADER:
            head = block.cells[0].plain if block.cells else ""
            stages = block.group if _STAGE_HEAD.fullmatch(head.strip()) else -1
        elif block.kind is BlockKind.ROW and block.group == stages:
            yield _stage_row(block)
            continue
        if block.kind is BlockKind.PARAGRAPH:
            for part in _lines(block, source):
                yield group.taken(part)
        elif block.kind is BlockKind.ITEM and (joint := _JOINT.search(block.text.plain)):
            yield replace(block, text=block.text.cut(0, joint.start()))
        else:
            yield block


def _stage_row(block: Block) -> Block:
    """Return a row whose first cell says the number of a stage, as "Stage 2. Formal"."""
    first = block.cells[0] if block.cells else None
    if first is None or _STAGE_NUMBER.match(first.plain) is None:
        return block
    place = first.offsets[0]
    named = Text(f"Stage {first.plain}", (*(place for _ in "Stage "), *first.offsets))
    cells = (named, *block.cells[1:])
    return replace(block, text=row_text(cells), cells=cells)


def without_number(sentence: str) -> str:
    """Return a sentence without the number of its clause: "6.3 We reply in a week."."""
    found = NUMBERED.match(sentence) if sentence[:1].isdecimal() else None
    return sentence[found.end() :] if found and not _TIME.match(sentence) else sentence


class _NumberedList:
    """The lettered lists that are open, each within the one before, and the number met last."""

    def __init__(self) -> None:
        self._group = _FIRST_GROUP
        self._open: list[str] = []
        self._last = ""

    def taken(self, block: Block) -> Block:
        """Return a paragraph without its number, or as an item of a list."""
        plain = block.text.plain
        first = plain[:1]
        if first.isdecimal() or (first == "(" and plain[1:2].isdecimal()):
            found = NUMBERED.match(plain)
            if found is not None and self._goes_on(found[0]):
                self._open = []
                return replace(block, text=block.text.cut(found.end(), len(plain)))
        lettered = LETTERED.match(plain)
        if lettered is None or not self._listed(lettered["in"] or lettered["bare"]):
            self._open = []
            return block
        text = block.text.cut(lettered.end(), len(plain))
        if joint := _JOINT.search(text.plain):
            text = text.cut(0, joint.start())
        depth = block.depth + len(self._open)
        return replace(block, kind=BlockKind.ITEM, text=text, depth=depth, group=self._group)

    def _goes_on(self, number: str) -> bool:
        """Whether a number is that of a clause; "10.15" is, only where "10.14" goes before."""
        before, self._last = self._last, number.strip(" \t().")
        if _TIME.match(number) is None:
            return True
        section, _, own = self._last.rpartition(".")
        return before == f"{section}.{int(own) - 1}"

    def _listed(self, letter: str) -> bool:
        """Whether a letter goes on with a list that is open, or begins one."""
        for level in reversed(range(len(self._open))):
            if letter in _next(self._open[level]):
                self._open[level:] = [letter]
                return True
        if letter not in _FIRST:
            return False
        if not self._open:
            self._group += 1
        self._open.append(letter)
        return True


def _next(letter: str) -> set[str]:
    """Return what a list goes on with behind a letter or a number."""
    following = set()
    if letter.isdecimal():
        return {str(int(letter) + 1)}
    if letter in _ROMAN[:-1]:
        following.add(_ROMAN[_ROMAN.index(letter) + 1])
    if len(letter) == 1:
        following.add(chr(ord(letter) + 1))
    return following


def _lines(block: Block, source: str) -> Iterator[Block]:
    """Yield a paragraph in its numbered lines, where each stands on a line of its own."""
    text, raw = block.text, block.span.of(source)
    cuts = [0]
    for at in [block.span.start + place + 1 for place, one in enumerate(raw) if one == "\n"]:
        ahead = source[at : at + 40].lstrip(" \t")
        if NUMBERED.match(ahead) is None and LETTERED.match(ahead) is None:
            continue
        place = next((n for n, offset in enumerate(text.offsets) if offset >= at), None)
        if place is not None and place > cuts[-1]:
            cuts.append(place)
    if len(cuts) == 1:
        yield block
        return
    for start, end in zip(cuts, [*cuts[1:], len(text.plain)], strict=True):
        yield _part(block, _stripped(text.cut(start, end)), start, end, text)


def _stripped(text: Text) -> Text:
    return text.cut(0, len(text.plain.rstrip()))


def _part(block: Block, own: Text, start: int, end: int, text: Text) -> Block:
    first = text.offsets[start] if start else block.span.start
    last = text.offsets[end] if end < len(text.plain) else block.span.end
    return replace(block, text=own, span=Span(first, last))
