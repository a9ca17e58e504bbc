"""The values of a column map's TOML, each checked as it is taken."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo

from goodword.errors import UnknownNameError, UnreadableFileError
from goodword.history.date_formats import NAMED_FORMATS
from goodword.history.encoding import known_encoding

_SOME_DAY = datetime(2026, 9, 24, 16, 30, tzinfo=UTC)


def table_of(written: Mapping[str, Any], key: str, path: str) -> dict[str, Any]:
    """Return a table, empty where there is none."""
    table = written.get(key, {})
    if not isinstance(table, dict):
        raise UnreadableFileError(
            f"{path}: {key} should be a table.", hint=f"Write it as in: [{key}]"
        )
    return table


def texts_of(written: Mapping[str, Any], key: str, path: str, *, below: str = "") -> dict[str, str]:
    """Return a table whose values are texts."""
    table = table_of(written, key, path)
    for name, value in table.items():
        if not isinstance(value, str):
            raise UnreadableFileError(
                f"{path}: {name} below [{below}{key}] should be a text.",
                hint=f'Write it in quotation marks, as in: {name} = "…"',
            )
    return table


def text_of(written: Mapping[str, Any], key: str, path: str) -> str | None:
    """Return a text, None where there is none."""
    value = written.get(key)
    if value is not None and not isinstance(value, str):
        raise UnreadableFileError(
            f"{path}: {key} should be a text.", hint=f'Write it as in: {key} = "…"'
        )
    return value


def list_of(written: Mapping[str, Any], key: str, path: str) -> list[str]:
    """Return a list of texts; one text alone is such a list as well."""
    found = written.get(key, [])
    words = [found] if isinstance(found, str) else found
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise UnreadableFileError(
            f"{path}: {key} should be a list of texts.", hint=f'Write it as in: {key} = ["…"]'
        )
    return words


def words_of(written: Mapping[str, Any], key: str, path: str) -> dict[str, frozenset[str]]:
    """Return a table of headings and the words that are meant there."""
    table = table_of(written, key, path)
    return {heading: frozenset(list_of(table, heading, path)) for heading in table}


def zone_of(written: Mapping[str, Any], path: str) -> str | None:
    """Return the zone, None where there is none."""
    name = written.get("zone")
    if name is None:
        return None
    try:
        ZoneInfo(str(name))
    except (ValueError, OSError, KeyError):
        raise UnknownNameError(
            f'{path}: there is no time zone "{name}".',
            hint='Write an IANA name, as in: zone = "America/New_York"',
        ) from None
    return str(name)


def delimiter_of(written: Mapping[str, Any], path: str) -> str | None:
    """Return the character that separates columns, None where it is to be found by looking."""
    found = written.get("delimiter")
    if found is None:
        return None
    if not isinstance(found, str) or len(found) != 1 or found in '\r\n"\0':
        raise UnreadableFileError(
            f"{path}: delimiter = {found!r} is not one character that can separate columns.",
            hint='Write it as in: delimiter = ";", or leave it out and I find it by looking.',
        )
    return found


def encoding_named(written: Mapping[str, Any], path: str) -> str | None:
    """Return the encoding, None where it is to be found by looking."""
    name = text_of(written, "encoding", path)
    return None if name is None else known_encoding(name, path)


def dates_of(written: Mapping[str, Any], path: str) -> tuple[str, ...]:
    """Return the formats of dates, each tried on a date of its own."""
    forms = list_of(written, "dates", path)
    for form in forms:
        try:
            back = datetime.strptime(_SOME_DAY.strftime(form), form).date()  # noqa: DTZ007
        except (ValueError, re.error):
            back = None
        if form not in NAMED_FORMATS and back != _SOME_DAY.date():
            raise UnknownNameError(
                f'{path}: dates = "{form}" does not write a whole date.',
                hint='Write "iso", "unix", "unix_ms", "excel", or a format such as '
                '"%d/%m/%Y %H:%M".',
            )
    return tuple(forms or ("iso",))


def refuse_unknown(
    written: Mapping[str, Any], known: tuple[str, ...], noun: str, path: str
) -> None:
    """Raise UnknownNameError for a name that is none of the known ones."""
    for name in written:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f'Did you mean "{near[0]}"?' if near else f"Known ones: {', '.join(known)}."
            raise UnknownNameError(f'{path}: there is no {noun} "{name}".', hint=hint)
