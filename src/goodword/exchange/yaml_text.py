"""Plain values as YAML: block style, texts in double quotes, which are JSON's own."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

# Inside quotes YAML takes these for a line's end, or may not hold them; JSON does not mind them.
_BREAKS = {place: f"\\u{place:04x}" for place in (*range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF)}


def yaml_documents(documents: Sequence[Mapping[str, Any]]) -> str:
    """Return the documents as one YAML stream."""
    return "".join("---\n" + "".join(f"{line}\n" for line in _lines(one)) for one in documents)


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _entry(f"{key}:", one)
    else:
        for one in value:
            inner = list(_lines(one)) if _nests(one) else [_scalar(one)]
            yield f"- {inner[0]}"
            yield from (f"  {line}" for line in inner[1:])


def _entry(key: str, value: Any) -> Iterator[str]:
    if _nests(value):
        yield key
        yield from (f"  {line}" for line in _lines(value))
    else:
        yield f"{key} {_scalar(value)}"


def _scalar(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).translate(_BREAKS)


def _nests(value: Any) -> bool:
    return isinstance(value, Mapping | list | tuple) and bool(value)
