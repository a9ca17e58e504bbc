"""A history that a command puts to work: its map, the instant of judgment, and its problems."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from goodword.businesstime.openings import FAR
from goodword.cli.moment import instant
from goodword.errors import OutsideCalendarError, UnreadableFileError
from goodword.history.column_map import ColumnMap, read_column_map
from goodword.history.history import History
from goodword.history.ready_maps import map_text, ready_map
from goodword.problem import Severity

_SHOWN_PROBLEMS = 20
_COUNTED = (Severity.ERROR, Severity.WARNING)


def column_map(path: str | None) -> ColumnMap | None:
    """Return the column map at a path or of a ready map's name, None for neither.

    Raises UnreadableFileError for a file that is no map, UnknownNameError for what is neither.
    """
    if path is None:
        return None
    if _is_a_name(path):
        return ready_map(path)
    return read_column_map(map_as_written(path), path=path)


def map_as_written(path: str) -> str:
    """Return the text of the column map at a path, or of a ready map's name; raises alike."""
    if _is_a_name(path):
        return map_text(path)
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except OSError as refused:
        raise UnreadableFileError(
            f"The map {path} cannot be opened: {refused.strerror}.",
            hint="Write one with: goodword history inspect EXPORT --write-map FILE; "
            "goodword maps lists ready ones.",
        ) from refused
    except UnicodeDecodeError as broken:
        raise UnreadableFileError(
            f"The map {path} is not a text in UTF-8.", hint="A map is a TOML file."
        ) from broken


def _is_a_name(path: str) -> bool:
    return "/" not in path and "." not in path and not Path(path).exists()


def judged_at(written: str | None, history: History) -> int:
    """Return the instant of judgment: as written, else the last event of the history.

    Without an offset it is local time in the history's zone; a date alone is its first second.
    Raises OutsideCalendarError more than two centuries after the last event: hours are compiled
    up to there, and nobody asks.
    """
    if written is None:
        if history.last_event is None:
            raise UnreadableFileError(
                f"{history.path} holds no case that could be read.",
                hint="Look at the problems it names, and at the column map.",
            )
        return history.last_event
    at = instant(written, history.zone)
    if history.last_event is not None and at - history.last_event > FAR:
        raise OutsideCalendarError(
            f"--at {written} lies more than 200 years after the last event in {history.path}, "
            f"which is of {local(history.last_event, history.zone)[:10]}.",
            hint="Give an instant nearer to the history; is the year as you meant it?",
        )
    return at


def local(at: int, zone: str) -> str:
    """Return an instant as local time with its offset."""
    return datetime.fromtimestamp(at, UTC).astimezone(ZoneInfo(zone)).isoformat()


def has_problems(history: History) -> bool:
    """Whether the history has errors or warnings in it, which the exit code tells."""
    return any(problem.severity in _COUNTED for problem in history.problems)


def print_problems(history: History) -> None:
    """Say on standard error what was wrong in the history, and where."""
    for problem in history.problems[:_SHOWN_PROBLEMS]:
        print(f"{problem.place}: {problem.severity.value}: {problem.message}", file=sys.stderr)
        for line in (problem.understood, problem.hint):
            if line:
                print(f"  {line}", file=sys.stderr)
    hidden = sum(history.counts.values()) - min(len(history.problems), _SHOWN_PROBLEMS)
    if hidden > 0:
        print(f"… and {hidden:,} more; --json lists them by place.", file=sys.stderr)
