"""OCEL 2.0 in its three forms: JSON, XML, and a SQLite database."""

import io
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from goodword.errors import UnreadableFileError
from goodword.history.json_stream import BrokenJsonError, records
from goodword.history.ocel import LoggedEvent, LoggedObject
from goodword.history.packed import Unbroken
from goodword.history.problem import ProblemList
from goodword.history.xml_stream import BrokenXmlError, Element, elements
from goodword.problem import Severity

SQLITE = b"SQLite format 3\0"
_TABLES = frozenset({"event", "object", "event_object", "event_map_type", "object_map_type"})


class OcelJson:
    """A log in JSON, gone through twice: for its objects, then for its events."""

    def __init__(self, path: Path, stream: IO[bytes], encoding: str) -> None:
        self._path = path
        self._stream = stream
        self._encoding = encoding

    def objects(self) -> Iterator[LoggedObject]:
        """Yield every object; raises UnreadableFileError where they cannot be read."""
        try:
            for line, found in self._members("objects"):
                if not isinstance(found, dict) or "id" not in found:
                    raise _no_log(self._path, line, "an object of the log has no id")
                yield LoggedObject(
                    str(found["id"]),
                    str(found.get("type", "")),
                    tuple(
                        (str(one.get("name")), str(one.get("time", "")), _text(one.get("value")))
                        for one in _dicts(found.get("attributes"))
                    ),
                )
        except BrokenJsonError as broken:
            if broken.is_end:
                # The events may stand before it; going through them names the place.
                return
            raise _no_log(self._path, broken.line, broken.why) from None

    def events(self, problems: ProblemList) -> Iterator[LoggedEvent]:
        """Yield every event; where the file breaks off is a problem."""
        read = 0
        try:
            for line, found in self._members("events"):
                if not isinstance(found, dict):
                    _breaks_off(problems, line, "this event is no object", read)
                    return
                read += 1
                yield LoggedEvent(
                    line,
                    str(found.get("id", "")),
                    str(found.get("type", "")),
                    str(found.get("time", "")),
                    {
                        str(one.get("name")): _text(one.get("value"))
                        for one in _dicts(found.get("attributes"))
                    },
                    tuple(str(one.get("objectId")) for one in _dicts(found.get("relationships"))),
                )
        except BrokenJsonError as broken:
            _breaks_off(problems, broken.line, broken.why, read)

    def _members(self, key: str) -> Iterator[tuple[int, object]]:
        self._stream.seek(0)
        text = io.TextIOWrapper(self._stream, self._encoding, "replace", newline="")
        try:
            yield from records(Unbroken(text), (key,))
        finally:
            text.detach()


class OcelXml:
    """A log in XML, gone through twice: for its objects, then for its events."""

    def __init__(self, path: Path, stream: IO[bytes]) -> None:
        self._path = path
        self._stream = stream

    def objects(self) -> Iterator[LoggedObject]:
        """Yield every object; raises UnreadableFileError where they cannot be read."""
        self._stream.seek(0)
        wanted = ("log", "objects", "object")
        try:
            for _, found in elements(self._stream, self._path, lambda where: where == wanted):
                yield LoggedObject(
                    found.attributes.get("id", ""),
                    found.attributes.get("type", ""),
                    tuple(
                        (
                            one.attributes.get("name", ""),
                            one.attributes.get("time", ""),
                            one.text.strip(),
                        )
                        for one in _within(found, "attributes")
                    ),
                )
        except BrokenXmlError:
            # Going through the events names the place.
            return

    def events(self, problems: ProblemList) -> Iterator[LoggedEvent]:
        """Yield every event; where the file breaks off is a problem."""
        self._stream.seek(0)
        wanted, read = ("log", "events", "event"), 0
        try:
            for _, found in elements(self._stream, self._path, lambda where: where == wanted):
                read += 1
                yield LoggedEvent(
                    found.line,
                    found.attributes.get("id", ""),
                    found.attributes.get("type", ""),
                    found.attributes.get("time", ""),
                    {
                        one.attributes.get("name", ""): one.text.strip()
                        for one in _within(found, "attributes")
                    },
                    tuple(one.attributes.get("object-id", "") for one in _within(found, "objects")),
                )
        except BrokenXmlError as broken:
            _breaks_off(problems, broken.line, broken.why, read)


class OcelSqlite:
    """A log in a SQLite database, opened for reading alone; only its own tables are read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            self._database.execute("PRAGMA trusted_schema = OFF")
            self._tables = {
                str(name)
                for name, kind, sql in self._database.execute(
                    "SELECT name, type, sql FROM sqlite_master"
                )
                if kind == "table" and not str(sql).lstrip().upper().startswith("CREATE VIRTUAL")
            }
        except sqlite3.DatabaseError as broken:
            raise self._damaged(broken) from None
        missing = _TABLES - self._tables
        if missing:
            raise UnreadableFileError(
                f'{path} is a database, but no OCEL 2.0 log: it has no table "{min(missing)}".',
                hint="Export the table that you mean as CSV.",
            )

    def objects(self) -> Iterator[LoggedObject]:
        """Yield every object, once without attributes and once for each row that has some."""
        try:
            for one, kind in self._database.execute("SELECT ocel_id, ocel_type FROM object"):
                yield LoggedObject(str(one), str(kind))
            for kind, table in self._by_type("object"):
                names = [name for name in self._columns(table) if not name.startswith("ocel_")]
                chosen = "".join(f", {_quoted(name)}" for name in names)
                for one, since, *values in self._database.execute(
                    f"SELECT ocel_id, ocel_time{chosen} FROM {_quoted(table)}"  # noqa: S608
                ):
                    told = tuple(
                        (name, str(since), _text(value))
                        for name, value in zip(names, values, strict=True)
                        if value is not None
                    )
                    if told:
                        yield LoggedObject(str(one), kind, told)
        except sqlite3.DatabaseError as broken:
            raise self._damaged(broken) from None

    def events(self, problems: ProblemList) -> Iterator[LoggedEvent]:
        """Yield every event, type by type; a line is its number in that order."""
        number = 0
        try:
            for kind, table in self._by_type("event"):
                names = [name for name in self._columns(table) if not name.startswith("ocel_")]
                chosen = "".join(f", t.{_quoted(name)}" for name in names)
                rows = self._database.execute(
                    "SELECT t.ocel_id, t.ocel_time, (SELECT json_group_array(o.ocel_object_id) "  # noqa: S608
                    "FROM event_object o WHERE o.ocel_event_id = t.ocel_id)"
                    f"{chosen} FROM {_quoted(table)} t ORDER BY t.ocel_time"
                )
                for one, time, objects, *values in rows:
                    number += 1
                    told = zip(names, values, strict=True)
                    yield LoggedEvent(
                        number,
                        str(one),
                        kind,
                        str(time),
                        {name: _text(value) for name, value in told if value is not None},
                        tuple(map(str, json.loads(objects))),
                    )
        except sqlite3.DatabaseError as broken:
            _breaks_off(problems, number, str(broken), number)

    def _by_type(self, noun: str) -> list[tuple[str, str]]:
        """Return each type and the table of its own."""
        found = self._database.execute(
            f"SELECT ocel_type, ocel_type_map FROM {noun}_map_type"  # noqa: S608
        )
        return [
            (str(kind), f"{noun}_{mapped}")
            for kind, mapped in found.fetchall()
            if f"{noun}_{mapped}" in self._tables
        ]

    def _columns(self, table: str) -> list[str]:
        found = self._database.execute(f"PRAGMA table_info({_quoted(table)})")
        return [str(row[1]) for row in found]

    def _damaged(self, broken: sqlite3.Error) -> UnreadableFileError:
        return UnreadableFileError(
            f"{self._path} is a database that cannot be read: {str(broken)[:120]}.",
            hint="Copy or download it again.",
        )


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


def _within(found: Element, noun: str) -> list[Element]:
    return [one for group in found.inside if group.name == noun for one in group.inside]


def _dicts(found: object) -> list[dict[str, Any]]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _no_log(path: Path, line: int, why: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"{path} line {line}: this is no whole OCEL log: {why}.", hint="Export the log again."
    )


def _breaks_off(problems: ProblemList, line: int, why: str, read: int) -> None:
    problems.add(
        "cut-off",
        Severity.ERROR,
        f"The log breaks off here: {why}.",
        line=line,
        understood=f"What comes before it is read: events, {read:,} in number.",
        hint="Export or download the log again.",
    )
