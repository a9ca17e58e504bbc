"""Some rows at a time: what every reader of files yields."""

from collections.abc import Iterator, Sequence
from itertools import islice

Row = tuple[int, list[str]]
Batch = tuple[Sequence[int], list[list[str]]]
"""Some rows, and the line on which each begins."""
IN_A_BATCH = 4096


def in_batches(rows: Iterator[Row]) -> Iterator[Batch]:
    """Yield the rows some at a time."""
    while some := list(islice(rows, IN_A_BATCH)):
        yield [line for line, _ in some], [fields for _, fields in some]
