"""Records in JSON, one a line or in the lists of one document, as rows of text."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from goodword.history.batch import Batch, Row, in_batches
from goodword.history.json_stream import BrokenJsonError, Readable, records
from goodword.history.problem import ProblemList
from goodword.problem import Severity

_LOOKED_AT = 1000
_DEEPEST = 4
# A list of objects under a key that comes first, or after keys with plain values.
_LIST_FOLLOWS = re.compile(
    r'\{\s*(?:"[^"]*"\s*:\s*(?:"[^"]*"|[^"{\[,]*),\s*)*"[^"]*"\s*:\s*\[\s*\{'
)
_Told = tuple[int, object]


@dataclass(frozen=True, slots=True)
class JsonShape:
    """Where the records stand in a document, and which lists in a record give a row a member.

    `records` are the keys that lead to the list of records, None where it is to be found.
    `each` are the lists within a record, outermost first: `("changelog.histories", "items")`.
    """

    records: tuple[str, ...] | None = None
    each: tuple[str, ...] = ()


def is_document(start: str, shape: JsonShape) -> bool:
    """Whether a text that begins so is one JSON document, rather than an object a line."""
    if start.startswith("["):
        return True
    line, end, rest = start.partition("\n")
    if end and rest.strip():
        # A broken first line is still a line, unless it opens what other lines go on with.
        return not _is_object(line) and line.rstrip()[-1:] in ("{", "[", ",")
    return shape.records is not None or _LIST_FOLLOWS.match(start) is not None


def document_rows(
    stream: Readable,
    problems: ProblemList,
    wanted: Sequence[str] | None,
    shape: JsonShape,
    told: Callable[[], object],
) -> tuple[tuple[str, ...], Iterator[Batch]]:
    """Return the headings and the rows of one document; a line is that of its record."""
    return _table(_of_document(stream, problems, shape, told), problems, wanted, shape)


def line_rows(
    lines: Iterator[str], problems: ProblemList, wanted: Sequence[str] | None, shape: JsonShape
) -> tuple[tuple[str, ...], Iterator[Batch]]:
    """Return the headings and the rows of objects that stand one a line.

    An object that holds the list of records is a page of them. Broken lines are named in
    `problems` and left out.
    """
    return _table(_of_lines(lines, problems, shape), problems, wanted, shape)


def _table(
    found: Iterator[_Told],
    problems: ProblemList,
    wanted: Sequence[str] | None,
    shape: JsonShape,
) -> tuple[tuple[str, ...], Iterator[Batch]]:
    if wanted is None:
        first = list(islice(found, _LOOKED_AT))
        found = chain(first, found)
        fields: dict[str, None] = {}
        for _, one in first:
            for view in _views(one, shape.each):
                fields.update(dict.fromkeys(_fields(view)))
        wanted = tuple(fields)
    return tuple(wanted), in_batches(_rows(found, problems, tuple(wanted), shape))


def _rows(
    found: Iterator[_Told], problems: ProblemList, wanted: tuple[str, ...], shape: JsonShape
) -> Iterator[Row]:
    paths = [heading.split(".") for heading in wanted]
    for line, record in found:
        if not isinstance(record, dict):
            _broken(problems, line, "This line is JSON, but no object.", str(record))
            continue
        for view in _views(record, shape.each):
            yield line, [_text(_inside(view, keys)) for keys in paths]


def _views(record: object, each: tuple[str, ...]) -> Iterator[object]:
    """Yield the record once for each member of its lists, with that member in the list's place.

    A record whose list is empty is yielded once, without it.
    """
    if not each:
        yield record
        return
    keys = each[0].split(".")
    members = _inside(record, keys)
    if not isinstance(members, list) or not members:
        yield _with(record, keys, None)
        return
    for member in members:
        for inner in _views(member, each[1:]):
            yield _with(record, keys, inner)


def _with(record: object, keys: list[str], value: object) -> object:
    """Return the record with a value at a path."""
    if not keys or not isinstance(record, dict):
        return value
    return {**record, keys[0]: _with(record.get(keys[0], {}), keys[1:], value)}


def _of_document(
    stream: Readable, problems: ProblemList, shape: JsonShape, told: Callable[[], object]
) -> Iterator[_Told]:
    read = 0
    try:
        for line, record in records(stream, shape.records):
            read += 1
            if read % _LOOKED_AT == 0:
                told()
            yield line, record
    except BrokenJsonError as broken:
        problems.add(
            "cut-off" if broken.is_end else "broken-line",
            Severity.ERROR,
            f"The JSON breaks off here: {broken.why}.",
            line=broken.line,
            understood=f"What comes before it is read: records, {read:,} in number.",
            hint="Export it again; or as JSON Lines, where one broken line costs no other.",
        )
    told()


def _of_lines(lines: Iterator[str], problems: ProblemList, shape: JsonShape) -> Iterator[_Told]:
    for number, line in enumerate(lines, start=1):
        if not line.strip(" \t\r\n\ufeff"):
            continue
        try:
            found = json.loads(line)
        except json.JSONDecodeError as broken:
            why = f"This line is no JSON object: see character {broken.colno}."
            _broken(problems, number, why, line)
            continue
        except (ValueError, RecursionError):
            why = "This line is nested too deeply, or holds a number with thousands of digits."
            _broken(problems, number, why, line)
            continue
        page = _inside(found, list(shape.records)) if shape.records else None
        if isinstance(page, list):
            yield from ((number, record) for record in page)
        else:
            yield number, found


def _broken(problems: ProblemList, number: int, message: str, line: str) -> None:
    problems.add(
        "broken-line",
        Severity.ERROR,
        message,
        line=number,
        value=line.strip()[:80],
        understood="The line is left out; the others are read.",
        hint='Write one object a line, as in {"case": "7", "opened": "2026-09-04T16:30:00+10:00"}.',
    )


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _fields(record: object, before: str = "", depth: int = 0) -> Iterator[str]:
    """Yield the names of a record's fields; those of objects in it with a point between."""
    if not isinstance(record, dict):
        return
    for key, value in record.items():
        name = f"{before}{key}"
        if isinstance(value, dict) and value and depth < _DEEPEST:
            yield from _fields(value, f"{name}.", depth + 1)
        else:
            yield name


def _inside(found: object, keys: list[str]) -> object:
    if isinstance(found, dict) and len(keys) > 1:
        whole = ".".join(keys)
        if whole in found:
            return found[whole]
    for key in keys:
        if not isinstance(found, dict):
            return None
        found = found.get(key)
    return found


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
