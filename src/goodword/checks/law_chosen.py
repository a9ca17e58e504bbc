"""Which law packs a policy is checked against: by its own words, or by whoever runs the check."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goodword.document.reading import Reading
from goodword.errors import UnknownNameError
from goodword.law import LawPack, named_pack
from goodword.span import Span

_CHOICE = re.compile(
    r"^[ \t>*_-]*(?:this|our)\s+policy\s+is\s+checked\s+against\s*:?\s*(?P<names>[^\n]*)"
    r"(?P<more>(?:\n[ \t]*\n?[ \t]*[-*+][ \t]+[^\n]+)*)",
    re.IGNORECASE | re.MULTILINE,
)
# The same in the front matter, which looks alike in every language.
_FRONT = re.compile(r"\A---[ \t]*\n(?P<lines>.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_FRONT_CHOICE = re.compile(
    r"^checked[ _-]against:[ \t]*(?P<names>[^\n]*)(?P<more>(?:\n[ \t]*-[ \t]+[^\n]+)*)",
    re.IGNORECASE | re.MULTILINE,
)
_APART = re.compile(r"\s*(?:;|,(?:\s+and\b)?|\band\b)\s*", re.IGNORECASE)
_ITEM = re.compile(r"^[ \t]*[-*+][ \t]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A pack that was chosen, and where the text says so (None: whoever runs the check did)."""

    pack: LawPack
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class NotKnown:
    """A name in the text for which there is no pack, with the names that are near."""

    name: str
    span: Span
    hint: str


def speaks_of_packs(reading: Reading) -> bool:
    """Whether the text says what it is checked against. Cheap: a look for one word."""
    low = reading.text.lower()
    return "checked against" in low or "checked-against" in low or "checked_against" in low


def chosen(reading: Reading, names: tuple[str, ...]) -> tuple[Chosen | NotKnown, ...]:
    """Return each pack chosen by the text or by `names`, once, and the names that are unknown.

    Raises UnknownNameError for a name in `names`; a name in the text is the author's, and comes
    back as what it is.
    """
    found: dict[str, Chosen | NotKnown] = {}
    for name in names:
        pack = named_pack(name)
        found.setdefault(pack.id, Chosen(pack))
    if speaks_of_packs(reading):
        for one in _written(reading.text):
            found.setdefault(one.pack.id if isinstance(one, Chosen) else one.name, one)
    return tuple(found.values())


def _written(text: str) -> Iterator[Chosen | NotKnown]:
    for choice in _choices(text):
        stretches = [(choice.start("names"), choice["names"])]
        at = choice.start("more")
        for line in choice["more"].splitlines(keepends=True):
            stretches.append((at, line))
            at += len(line)
        for start, words in stretches:
            yield from _names(start, words)


def _choices(text: str) -> Iterator[re.Match[str]]:
    if front := _FRONT.match(text):
        yield from _FRONT_CHOICE.finditer(text, front.start("lines"), front.end("lines"))
    yield from _CHOICE.finditer(text)


def _names(start: int, words: str) -> Iterator[Chosen | NotKnown]:
    whole = _bare(words)
    if not whole:
        return
    # Some names hold an "and": the whole is tried before its parts.
    try:
        yield Chosen(named_pack(whole), _place(start, words, whole))
    except UnknownNameError:
        parts = [part for one in _APART.split(whole) if (part := _bare(one))]
        for name in _joined(parts):
            span = _place(start, words, name)
            try:
                yield Chosen(named_pack(name), span)
            except UnknownNameError as unknown:
                yield NotKnown(name, span, unknown.hint)


def _joined(parts: list[str]) -> Iterator[str]:
    """Yield the names among the parts; "Returns and refunds for shops" stays together."""
    at = 0
    while at < len(parts):
        if at + 1 < len(parts) and not _is_known(parts[at]):
            pair = f"{parts[at]} and {parts[at + 1]}"
            if _is_known(pair):
                yield pair
                at += 2
                continue
        yield parts[at]
        at += 1


def _is_known(name: str) -> bool:
    try:
        named_pack(name)
    except UnknownNameError:
        return False
    return True


def _bare(words: str) -> str:
    plain = _ITEM.sub("", words).strip().strip("[]*_`\"'“”.").strip()
    return plain.removeprefix("the ").removesuffix(" pack").strip()


def _place(start: int, words: str, name: str) -> Span:
    first = words.find(name.split(" and ", maxsplit=1)[0])
    at = start + max(0, first)
    return Span(at, min(at + len(name), start + len(words)))
