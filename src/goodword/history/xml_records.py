"""XML that is a list of records: each element below the root is a row."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import IO

from goodword.errors import UnreadableFileError
from goodword.history.batch import Batch, Row, in_batches
from goodword.history.problem import ProblemList
from goodword.history.xml_stream import BrokenXmlError, Element, elements
from goodword.problem import Severity

_LOOKED_AT = 1000
_Told = tuple[int, dict[str, str]]


def record_rows(
    path: Path, stream: IO[bytes], problems: ProblemList, wanted: Sequence[str] | None
) -> tuple[tuple[str, ...], Iterator[Batch]]:
    """Return headings and rows: a record's attributes and the texts of the elements in it.

    `<row Id="7" CreationDate="…"/>` and `<ticket><id>7</id></ticket>` are such records; of elements
    in elements the names are joined with a point. Raises UnreadableFileError for XML that breaks
    before its first record, has none, or declares entities.
    """
    records = _records(path, stream, problems)
    first = list(islice(records, _LOOKED_AT))
    if not any(values for _, values in first):
        raise UnreadableFileError(
            f"{path} is XML, but neither an event log nor a list of records.",
            hint="Export it as XES, OCEL 2.0 or CSV.",
        )
    if wanted is None:
        wanted = tuple(dict.fromkeys(key for _, values in first for key in values))
    return tuple(wanted), in_batches(_rows(chain(first, records), tuple(wanted)))


def _rows(records: Iterator[_Told], wanted: tuple[str, ...]) -> Iterator[Row]:
    for line, values in records:
        yield line, [values.get(key, "") for key in wanted]


def _records(path: Path, stream: IO[bytes], problems: ProblemList) -> Iterator[_Told]:
    read = 0
    try:
        for _, element in elements(stream, path, lambda where: len(where) == 2):
            values: dict[str, str] = {}
            _take(values, element, "")
            read += 1
            yield element.line, values
    except BrokenXmlError as broken:
        if not read:
            raise UnreadableFileError(
                f"{path} line {broken.line}: this is no whole XML: {broken.why}.",
                hint="Export it again.",
            ) from None
        problems.add(
            "cut-off",
            Severity.ERROR,
            f"The XML breaks off here: {broken.why}.",
            line=broken.line,
            understood=f"What comes before it is read: records, {read:,} in number.",
            hint="Export or download it again.",
        )


def _take(values: dict[str, str], element: Element, before: str) -> None:
    for name, value in element.attributes.items():
        values.setdefault(before + name.rpartition(" ")[2], value)
    for inner in element.inside:
        name = before + inner.name
        if inner.text.strip() or not inner.inside:
            values.setdefault(name, inner.text.strip())
        _take(values, inner, f"{name}.")
