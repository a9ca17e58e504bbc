"""XML read as it streams by, by expat, with entities and document types refused."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.parsers import expat

from goodword.errors import UnreadableFileError
from goodword.history.packed import BROKEN_PACKING

_AT_ONCE = 65_536
_LONGEST_TEXT = 1_000_000
_DEEPEST = 200


@dataclass(slots=True)
class Element:
    """An element that has ended: what its tag said, its text, and the elements in it.

    `within` numbers the element that it stands in, so that what belongs together is known.
    """

    name: str
    line: int
    within: int
    attributes: Mapping[str, str]
    text: str = ""
    inside: list["Element"] = field(default_factory=list)


class BrokenXmlError(Exception):
    """The XML ends or breaks at a line; `why` is what the reader says of it."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line
        self.why = why


def elements(
    stream: IO[bytes], path: Path, wanted: Callable[[tuple[str, ...]], bool]
) -> Iterator[tuple[tuple[str, ...], Element]]:
    """Yield each element whose path of names is wanted, as it ends, with all that it holds.

    What is not inside a wanted element is not kept. Names come without their namespace. Raises
    BrokenXmlError where the XML ends too soon or is none, UnreadableFileError for a document
    type with entities: these can make a short file as long as they like.
    """
    reader = _Reader(path, wanted)
    parser = reader.parser
    while True:
        try:
            some = stream.read(_AT_ONCE)
        except BROKEN_PACKING:
            # The XML then ends too soon, and says so.
            some = b""
        try:
            parser.Parse(some, not some)
        except expat.ExpatError as broken:
            yield from reader.taken()
            raise BrokenXmlError(broken.lineno, expat.errors.messages[broken.code]) from None
        except (LookupError, ValueError) as unknown:
            raise BrokenXmlError(1, f"its encoding cannot be read ({unknown})") from None
        yield from reader.taken()
        if not some:
            return


class _Reader:
    def __init__(self, path: Path, wanted: Callable[[tuple[str, ...]], bool]) -> None:
        self._file = path
        self._wanted = wanted
        self._path: list[str] = []
        self._numbers: list[int] = [0]
        self._begun = 0
        self._open: list[Element] = []
        self._ready: list[tuple[tuple[str, ...], Element]] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse
        self.parser.UnparsedEntityDeclHandler = self._refuse

    def taken(self) -> list[tuple[tuple[str, ...], Element]]:
        ready, self._ready = self._ready, []
        return ready

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name.rpartition(" ")[2])
        if len(self._path) > _DEEPEST:
            raise UnreadableFileError(
                f"{self._file} line {self.parser.CurrentLineNumber}: its elements stand more than "
                f"{_DEEPEST} deep in each other.",
                hint="Export the log again; such a file is none that a program writes.",
            )
        within = self._numbers[-1]
        self._begun += 1
        self._numbers.append(self._begun)
        if self._open or self._wanted(tuple(self._path)):
            line = self.parser.CurrentLineNumber
            element = Element(self._path[-1], line, within, attributes)
            if self._open:
                self._open[-1].inside.append(element)
            self._open.append(element)

    def _end(self, _: str) -> None:
        if self._open:
            element = self._open.pop()
            if not self._open:
                self._ready.append((tuple(self._path), element))
        self._path.pop()
        self._numbers.pop()

    def _text(self, text: str) -> None:
        if self._open and len(self._open[-1].text) < _LONGEST_TEXT:
            self._open[-1].text += text

    def _refuse(self, *_: object) -> int:
        raise UnreadableFileError(
            f"{self._file} line {self.parser.CurrentLineNumber}: the file declares entities, which "
            "I do not read: they can make a short file endlessly long.",
            hint="Export the log again without a document type.",
        )
