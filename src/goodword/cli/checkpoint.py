"""A checkpoint: what was counted so far of a long history, and of which files it was counted."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from goodword.errors import GoodwordError, UnreadableFileError

_FORM = "goodword replay, counted so far, 1"
_ENDS = 1 << 20
_LARGEST = 200_000_000


class OtherCheckpointError(GoodwordError):
    """A checkpoint was begun with other files or another question."""

    code = "other-checkpoint"


def fingerprint(path: Path) -> str:
    """Return what tells a file from another: its length, when it was written, and its ends.

    A history of gigabytes is not read through for it.
    """
    try:
        told = path.stat()
        with path.open("rb") as file:
            digest = hashlib.sha256(f"{told.st_size} {told.st_mtime_ns} ".encode())
            digest.update(file.read(_ENDS))
            file.seek(max(told.st_size - _ENDS, 0))
            digest.update(file.read(_ENDS))
    except OSError as refused:
        raise UnreadableFileError(
            f"{path} cannot be opened: {refused.strerror}.",
            hint="Give the path of an export that you may read.",
        ) from refused
    return digest.hexdigest()


def read_checkpoint(path: Path, begun_with: Mapping[str, str]) -> dict[str, Any] | None:
    """Return what was counted so far; None where nothing was yet.

    `begun_with` names each thing that the count rests on, with its fingerprint. Raises
    OtherCheckpointError where one of them has changed, UnreadableFileError for another file.
    """
    if not path.exists():
        return None
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST))
        written = found["begun_with"]
        is_ours = found["form"] == _FORM
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        is_ours, found, written = False, {}, {}
    if not is_ours or not isinstance(written, dict):
        raise UnreadableFileError(
            f"{path} is no checkpoint of a replay, so it is left as it is.",
            hint="Give another path after --resume.",
        )
    changed = [name for name, mark in begun_with.items() if written.get(name) != mark]
    if changed:
        raise OtherCheckpointError(
            f"{path} was begun with another {' and another '.join(changed)}: what was counted "
            "so far would not fit.",
            hint="Give another path after --resume to begin anew, or remove that file.",
        )
    held: dict[str, Any] = found
    return held


def write_checkpoint(path: Path, begun_with: Mapping[str, str], counted: Mapping[str, Any]) -> None:
    """Write what was counted so far, all of it or nothing: a crash leaves the one before."""
    beside = path.with_name(f"{path.name}.new")
    text = json.dumps({"form": _FORM, "begun_with": dict(begun_with), **counted})
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as refused:
        raise UnreadableFileError(
            f"{path} cannot be written: {refused.strerror}.",
            hint="Give a path in a folder that is there, after --resume.",
        ) from refused
