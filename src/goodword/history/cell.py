"""A value of a file that knows its kinds, written as text exports have it."""

from datetime import datetime
from typing import Any


def cell_text(value: Any) -> str:
    """Return the value as text: ISO 8601 for dates, whole numbers without a point, "" for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
