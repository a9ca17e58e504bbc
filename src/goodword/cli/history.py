"""`goodword history inspect FILE`: what an export is, how it would be read, what to beware of."""

import argparse
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from goodword.cli.history_file import column_map, map_as_written
from goodword.cli.moment import instant
from goodword.cli.policy_file import reading_in, refuse_one_input_twice
from goodword.cli.progress import progress
from goodword.cli.terminal import print_json
from goodword.errors import UnknownNameError, UnreadableFileError

if TYPE_CHECKING:
    from goodword.history.traps.trap import Trap

SUMMARY = "Look at an export before it is replayed: its columns, its map, its traps."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what is to be done with which file."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    inspected = actions.add_parser(
        "inspect",
        help="guess the column map, show what would be read, warn of traps",
        description="Guess the column map, show what would be read, warn of traps. Exit code 0 "
        "with advice, 1 where something would make figures wrong, 2 where it could not be read.",
    )
    inspected.add_argument(
        "file", help="an export of cases, as for goodword replay; - is standard input"
    )
    inspected.add_argument("--map", help="use this column map (TOML) instead of a guessed one")
    inspected.add_argument("--zone", help="the zone of the times, as in Europe/London")
    inspected.add_argument(
        "--policy", help="also say which of its promises cannot be judged from this export"
    )
    inspected.add_argument("--write-map", metavar="PATH", help="save the map there")
    inspected.add_argument(
        "--at", help="what counts as now, to tell dates in the future; default: now"
    )
    inspected.add_argument("--json", action="store_true", help="answer in JSON")
    # What can be said to `inspect` stands in the help of the command as well.
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = inspected.format_help()


def run(arguments: argparse.Namespace) -> int:
    """Print what the export is; 1 where something would make figures wrong."""
    # NumPy is imported with these, which other commands should not wait for.
    from goodword.cli.history_answer import answer  # noqa: PLC0415
    from goodword.cli.history_print import print_inspection  # noqa: PLC0415
    from goodword.history.guess.map_text import map_text  # noqa: PLC0415
    from goodword.history.inspect import inspect  # noqa: PLC0415

    refuse_one_input_twice(arguments.file, arguments.policy)
    _known_zone(arguments.zone)
    policy = None if arguments.policy is None else reading_in(arguments.policy).policy
    now = int(time.time()) if arguments.at is None else instant(arguments.at, "UTC")
    inspection = inspect(
        Path(arguments.file),
        now=now,
        column_map=column_map(arguments.map),
        zone=arguments.zone,
        local=policy.hours.zone if policy is not None and policy.hours else None,
        progress=progress("Reading"),
    )
    against: tuple[Trap, ...] = ()
    if policy is not None:
        from goodword.cli.history_against import against_policy  # noqa: PLC0415

        against = against_policy(inspection, policy)
    written = None
    if arguments.map is not None:
        written = map_as_written(arguments.map)
    elif inspection.column_map is not None:
        written = map_text(inspection.column_map, comments=inspection.guess.reasons)
    if arguments.write_map is not None and written is not None:
        _save(arguments.write_map, written)
    elif arguments.write_map is not None:
        print("There is no map to save: see what is said of the columns.", file=sys.stderr)
    if arguments.json:
        print_json(answer(inspection, written, against))
    else:
        print_inspection(inspection, written, against, arguments)
    return int(inspection.is_wrong)


def _known_zone(name: str | None) -> None:
    if name is None:
        return
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        raise UnknownNameError(
            f'There is no time zone "{name}".',
            hint="Write an IANA name, as in: --zone America/New_York",
        ) from None


def _save(path: str, text: str) -> None:
    """Write the map, unless a file stands there already."""
    try:
        with Path(path).open("x", encoding="utf-8") as file:
            file.write(f"# Guessed by goodword history inspect on {_today()}: look it over.\n\n")
            file.write(text)
    except FileExistsError:
        raise UnreadableFileError(
            f"{path} exists already; it is left as it is.",
            hint="Give another path, or delete that file first.",
        ) from None
    except OSError as refused:
        raise UnreadableFileError(
            f"The map cannot be written to {path}: {refused.strerror}.",
            hint="Give a path in a folder where you may write.",
        ) from refused


def _today() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d}"
