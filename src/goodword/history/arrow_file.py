"""The rows of a Parquet or Arrow file, a stretch at a time: never the whole in memory."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from goodword.errors import UnreadableFileError
from goodword.history.batch import IN_A_BATCH, Batch
from goodword.history.cell import cell_text

PARQUET = b"PAR1"
ARROW = b"ARROW1"


def arrow_rows(path: Path, raw: IO[bytes]) -> tuple[tuple[str, ...], Iterator[Batch]]:
    """Return the names of the columns, and the rows as text, in batches.

    Moments come as ISO 8601, with their offset where the column has a zone; nulls as "". A line is
    the number of its row, from 1. Raises UnreadableFileError for a file that is cut off or damaged,
    and where the package that reads such files is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415
        from pyarrow import ipc, parquet  # noqa: PLC0415
    except ImportError:
        raise UnreadableFileError(
            f"{path} is a Parquet or Arrow file, and the package that reads them is not installed.",
            hint="Install it with: pip install 'goodword[arrow]'; or export the cases as CSV.",
        ) from None
    start = raw.read(len(ARROW))
    raw.seek(0)
    try:
        if start == ARROW:
            opened = ipc.open_file(raw)
            names = tuple(opened.schema.names)
            pieces: Iterator[Any] = (
                opened.get_batch(at) for at in range(opened.num_record_batches)
            )
        else:
            table = parquet.ParquetFile(raw)
            names = tuple(table.schema_arrow.names)
            pieces = table.iter_batches(batch_size=IN_A_BATCH)
    except (pa.ArrowException, OSError, ValueError) as broken:
        raise _damaged(path, broken) from None
    return names, _batches(path, pieces, (pa.ArrowException, OSError, ValueError))


def _batches(
    path: Path, pieces: Iterator[Any], damage: tuple[type[Exception], ...]
) -> Iterator[Batch]:
    done = 0
    try:
        for piece in pieces:
            # A damaged file may point outside itself, which reading values would follow.
            piece.validate(full=True)
            for first in range(0, piece.num_rows, IN_A_BATCH):
                some = piece.slice(first, IN_A_BATCH)
                columns = [_texts(column) for column in some.columns]
                rows = [list(row) for row in zip(*columns, strict=True)]
                yield range(done + 1, done + 1 + len(rows)), rows
                done += len(rows)
    except damage as broken:
        raise _damaged(path, broken, after=done) from None


def _texts(column: Any) -> list[str]:
    try:
        return [*map(cell_text, column.to_pylist())]
    except OverflowError:
        # One moment is none that a calendar has; the others are read.
        return [_text(value) for value in column]


def _text(value: Any) -> str:
    try:
        return cell_text(value.as_py())
    except OverflowError:
        return str(value.value)


def _damaged(path: Path, broken: Exception, *, after: int = 0) -> UnreadableFileError:
    where = f" after row {after:,}" if after else ""
    return UnreadableFileError(
        f"{path} is cut off or damaged{where}: {str(broken).splitlines()[0][:120]}",
        hint="Copy or download it again; the end of such a file says where everything stands.",
    )
