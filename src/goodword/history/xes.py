"""Event logs in XES (IEEE 1849): one row an event, the trace's attributes as `case:…`."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import IO

from goodword.errors import UnreadableFileError
from goodword.history.batch import Batch, Row, in_batches
from goodword.history.problem import ProblemList
from goodword.history.xml_stream import BrokenXmlError, Element, elements
from goodword.problem import Severity

_VALUES = frozenset({"string", "date", "int", "float", "boolean", "id"})
_LOOKED_AT = 1000
_Told = tuple[int, dict[str, str]]


def xes_rows(
    path: Path, stream: IO[bytes], problems: ProblemList, wanted: Sequence[str] | None
) -> tuple[tuple[str, ...], Iterator[Batch]]:
    """Return the keys of a log's attributes as headings, and its events as rows, in batches.

    An attribute of a trace is `case:` and its key. `wanted` are the headings to read, None those
    that the first thousand events name. A line is that of the event. Raises UnreadableFileError
    for XML that breaks before its first event, or that declares entities; one that breaks later
    is a problem, and what comes before is read.
    """
    events = _events(path, stream, problems)
    if wanted is None:
        first = list(islice(events, _LOOKED_AT))
        events = chain(first, events)
        wanted = tuple(dict.fromkeys(key for _, values in first for key in values))
        wanted = tuple(sorted(wanted, key=lambda key: not key.startswith("case:")))
    return tuple(wanted), in_batches(_rows(events, tuple(wanted)))


def _rows(events: Iterator[_Told], wanted: tuple[str, ...]) -> Iterator[Row]:
    for line, values in events:
        yield line, [values.get(key, "") for key in wanted]


def _events(path: Path, stream: IO[bytes], problems: ProblemList) -> Iterator[_Told]:
    trace, of_trace, read = 0, dict[str, str](), 0
    try:
        for where, element in elements(stream, path, _is_wanted):
            if len(where) > 2 and element.within != trace:
                trace, of_trace = element.within, {}
            if element.name != "event":
                _take(of_trace, element, "case:")
                continue
            values = dict(of_trace) if len(where) > 2 else {}
            for attribute in element.inside:
                _take(values, attribute, "")
            read += 1
            yield element.line, values
    except BrokenXmlError as broken:
        if not read:
            raise UnreadableFileError(
                f"{path} line {broken.line}: this is no whole XES log: {broken.why}.",
                hint="Export the log again; it should begin with <log> and end with </log>.",
            ) from None
        problems.add(
            "cut-off",
            Severity.ERROR,
            f"The log breaks off here: {broken.why}.",
            line=broken.line,
            understood=f"What comes before it is read: events, {read:,} in number.",
            hint="Export or download the log again.",
        )


def _is_wanted(where: tuple[str, ...]) -> bool:
    """Whether it is an event, or an attribute of a trace."""
    if len(where) == 3:
        return where[:2] == ("log", "trace") and (where[2] == "event" or where[2] in _VALUES)
    return where == ("log", "event")


def _take(values: dict[str, str], attribute: Element, prefix: str) -> None:
    if attribute.name in _VALUES:
        values[prefix + attribute.attributes.get("key", "")] = attribute.attributes.get("value", "")
