"""Which engine replays a history: one that holds every case, or one that counts in columns."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from goodword.policy.policy import Policy

MANY = 100_000
"""From so many cases on, a Parquet file is counted in columns by itself."""
_MAGIC = b"PAR1"


def in_columns(arguments: argparse.Namespace, judged_policy: Callable[[str], Policy]) -> int | None:
    """Count a history in columns although nobody asked, and say so; None where rows are better.

    Parquet with many rows is counted so, where one question is asked and columns answer it.
    """
    if arguments.by or arguments.against or arguments.resume or arguments.differing:
        return None
    rows = _rows(Path(arguments.history))
    if rows < MANY:
        return None
    from goodword.cli.replay_long import run_long  # noqa: PLC0415 - slow import
    from goodword.history.parquet_cases import NotPackedError  # noqa: PLC0415 - slow import
    from goodword.replay.tallying import NotInColumnsError  # noqa: PLC0415 - slow import

    print(
        f"{arguments.history}: {rows:,} rows, so they are counted in columns, each as a case of "
        "its own; --engine rows compares ids too, and takes longer.",
        file=sys.stderr,
    )
    try:
        return run_long(
            argparse.Namespace(**{**vars(arguments), "engine": "columns"}),
            judged_policy(arguments.policy),
        )
    except (NotPackedError, NotInColumnsError) as refusal:
        print(f"Columns do not tell enough: {refusal} So it is read by rows.", file=sys.stderr)
        return None


def _rows(path: Path) -> int:
    """Return how many rows stand in a Parquet file or a folder of them; 0 for anything else."""
    paths = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    if not all(_is_parquet(one) for one in paths):
        return 0
    try:
        from pyarrow import parquet  # noqa: PLC0415 - slow import
    except ImportError:
        return 0
    try:
        return sum(int(parquet.read_metadata(one).num_rows) for one in paths)
    except (ValueError, OSError):
        # What is wrong with it is told by what reads it.
        return 0


def _is_parquet(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False
