"""The records of one JSON document, one by one as it streams by, however long it is."""

import json
from collections.abc import Iterator
from typing import Protocol

from goodword.errors import GoodwordError

_AT_ONCE = 65_536
_LONGEST = 64 * 1024 * 1024
_DECODER = json.JSONDecoder()
_SPACE = " \t\r\n"
_NEAR_THE_END = 16


class Readable(Protocol):
    """A text that is read on and on."""

    def read(self, size: int, /) -> str:
        """Return so many characters, "" at the end."""
        ...


class BrokenJsonError(GoodwordError):
    """The document breaks at a line; `is_end` where it only ends too soon."""

    def __init__(self, line: int, why: str, *, is_end: bool = False) -> None:
        super().__init__(why, hint="Export it again.")
        self.line = line
        self.why = why
        self.is_end = is_end


def records(stream: Readable, where: tuple[str, ...] | None) -> Iterator[tuple[int, object]]:
    """Yield the line and the value of each member of a list in the document.

    `where` names the keys that lead to the list: `("data", "payload")`; a document that is a list
    needs none. None takes the first list of objects. A list that is not there has no members.
    Raises BrokenJsonError.
    """
    text = _Text(stream)
    if text.peek() == "[":
        yield from text.members()
    elif where is None:
        yield from _first_list(text)
    else:
        yield from _named_list(text, where)


def _named_list(text: "_Text", where: tuple[str, ...]) -> Iterator[tuple[int, object]]:
    for key in text.keys_of():
        if key == where[0] and len(where) == 1 and text.peek() == "[":
            yield from text.members()
        elif key == where[0] and len(where) > 1 and text.peek() == "{":
            yield from _named_list(text, where[1:])
        else:
            text.value()


def _first_list(text: "_Text") -> Iterator[tuple[int, object]]:
    found = False
    for _ in text.keys_of():
        if text.peek() != "[" or found:
            text.value()
            continue
        for line, member in text.members():
            if isinstance(member, dict):
                found = True
                yield line, member


class _Text:
    """The text of a document, read on as it is needed; `line` is that of the next character."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._held = ""
        self._at = 0
        self._is_whole = False
        self._line = 1

    def peek(self) -> str:
        """Return the next character that is no space, "" at the end."""
        while True:
            while self._at < len(self._held):
                letter = self._held[self._at]
                if letter not in _SPACE and letter != "\ufeff":
                    return letter
                self._move(self._at + 1)
            if not self._more():
                return ""

    def value(self) -> object:
        """Return the next value."""
        self.peek()
        wanted = _AT_ONCE
        while True:
            try:
                found, end = _DECODER.raw_decode(self._held, self._at)
            except RecursionError:
                raise BrokenJsonError(self._line, "its values stand too deep") from None
            except json.JSONDecodeError as broken:
                cut = broken.msg.startswith("Unterminated") or (
                    broken.pos >= len(self._held) - _NEAR_THE_END
                )
                if not cut or len(self._held) - self._at > _LONGEST:
                    line = self._line + self._held.count("\n", self._at, broken.pos)
                    raise BrokenJsonError(line, broken.msg) from None
                if not self._more(wanted):
                    raise BrokenJsonError(self._line, broken.msg, is_end=True) from None
            except ValueError:
                raise BrokenJsonError(self._line, "a number with thousands of digits") from None
            else:
                # A number at the very end may go on.
                if end < len(self._held) or not self._more(wanted):
                    self._move(end)
                    return found
            wanted *= 2

    def keys_of(self) -> Iterator[str]:
        """Yield the keys of the object that comes next; the caller reads the value of each."""
        self._expect("{")
        while self.peek() != "}":
            key = self.value()
            self._expect(":")
            self.peek()
            yield str(key)
            if self.peek() != ",":
                break
            self._expect(",")
        self._expect("}")

    def members(self) -> Iterator[tuple[int, object]]:
        """Yield the line and the value of each member of the list that comes next."""
        self._expect("[")
        while self.peek() not in ("]", ""):
            line = self._line
            yield line, self.value()
            if self.peek() != ",":
                break
            self._expect(",")
        self._expect("]")

    def _expect(self, letter: str) -> None:
        found = self.peek()
        if found != letter:
            why = f'"{letter}" should stand here' if found else "the document ends too soon"
            raise BrokenJsonError(self._line, why, is_end=not found)
        self._move(self._at + 1)

    def _move(self, end: int) -> None:
        self._line += self._held.count("\n", self._at, end)
        self._at = end

    def _more(self, size: int = _AT_ONCE) -> bool:
        if self._is_whole:
            return False
        some = self._stream.read(size)
        self._is_whole = not some
        self._held = self._held[self._at :] + some
        self._at = 0
        return bool(some)
