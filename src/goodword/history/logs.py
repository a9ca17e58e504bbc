"""Event logs by the standards of process mining, told apart by how they begin."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from goodword.errors import UnreadableFileError
from goodword.history.batch import Batch
from goodword.history.ocel import ocel_rows
from goodword.history.ocel_files import SQLITE, OcelJson, OcelSqlite, OcelXml
from goodword.history.problem import ProblemList
from goodword.history.xes import xes_rows
from goodword.history.xml_records import record_rows

__all__ = ["SQLITE", "database_rows", "log_rows"]

_Table = tuple[tuple[str, ...], Iterator[Batch]]
_OCEL_JSON = re.compile(
    r'"(?:objectTypes|eventTypes)"\s*:\s*\[|"relationships"\s*:\s*\[\s*\{\s*"objectId"'
)
_FIRST_OCEL = re.compile(r'"ocel:(?:global-log|global-event|events|objects)"')
_OCEL_XML = re.compile(r"<(?:\w+:)?(?:object-types|event-types|objects)\b")
_LOG = re.compile(r"<(?:\w+:)?log\b")
_AS_XES = "Export it as XES, OCEL 2.0 or CSV."


def log_rows(
    path: Path,
    stream: IO[bytes],
    start: bytes,
    encoding: str,
    problems: ProblemList,
    wanted: Sequence[str] | None,
    case: str | None,
) -> _Table | None:
    """Return the headings and rows of XES, OCEL 2.0 or other XML; None where it is none of these.

    Raises UnreadableFileError for web pages, and for logs in OCEL 1.0.
    """
    text = start.decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        if re.search(r"<(?:html|table)\b", text, re.IGNORECASE):
            raise UnreadableFileError(
                f"{path} is a web page, though it may be called a table.",
                hint="Open it in your spreadsheet program and save it as CSV or .xlsx.",
            )
        if not _LOG.search(text):
            return record_rows(path, stream, problems, wanted)
        if _OCEL_XML.search(text):
            return ocel_rows(str(path), OcelXml(path, stream), problems, wanted, case)
        return xes_rows(path, stream, problems, wanted)
    if text.startswith("{"):
        if _FIRST_OCEL.search(text):
            raise UnreadableFileError(
                f"{path} is a log in OCEL 1.0; I read OCEL 2.0.", hint=_AS_XES
            )
        if _OCEL_JSON.search(text):
            return ocel_rows(str(path), OcelJson(path, stream, encoding), problems, wanted, case)
    return None


def database_rows(
    path: Path, problems: ProblemList, wanted: Sequence[str] | None, case: str | None
) -> _Table:
    """Return the headings and rows of an OCEL 2.0 log in a SQLite database."""
    if str(path) == "-":
        raise UnreadableFileError(
            "A database cannot be read from standard input.", hint="Give its path."
        )
    return ocel_rows(str(path), OcelSqlite(path), problems, wanted, case)
