"""`goodword hours`: opening hours and closures of other programs, as sentences for a policy."""

import argparse
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

from goodword.businesstime.zone import zone_of
from goodword.cli.terminal import print_json
from goodword.errors import GoodwordError, UnreadableFileError
from goodword.exchange.closure_feed import closures_in
from goodword.exchange.hours_sentences import closure_sentences, hours_sentences
from goodword.exchange.osm_said import osm_said

SUMMARY = "Turn a calendar of closures, or OpenStreetMap hours, into sentences for a policy."
NOTHING_TOLD, FINE = 1, 0
_MOST_BYTES = 20_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the calendar or the hours, and the dates that are told."""
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "calendar", nargs="?", help="an iCalendar file (.ics); - for standard input"
    )
    source.add_argument(
        "--osm", metavar="HOURS", help='a value of opening_hours: "Mo-Fr 09:00-17:00; PH off"'
    )
    parser.add_argument(
        "--zone", default="UTC", help="the IANA time zone of the house, such as Europe/London"
    )
    parser.add_argument(
        "--from", dest="first", metavar="DATE", help="the first date that is told; default: today"
    )
    parser.add_argument(
        "--until", metavar="DATE", help="the last date; default: the end of next year"
    )
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print the sentences, one a line; what could not be kept goes to standard error.

    1 where nothing is told.
    """
    first = _date(arguments.first, "--from") or _today(arguments.zone)
    read_as = None
    if arguments.osm is not None:
        hours = osm_said(arguments.osm, first)
        said, notes, read_as = list(hours_sentences(hours.clauses)), hours.notes, hours.read_as
    else:
        until = _date(arguments.until, "--until") or date(first.year + 1, 12, 31)
        feed = closures_in(
            _content(arguments.calendar), arguments.zone, first, until, arguments.calendar
        )
        said, notes = list(closure_sentences(feed.closures)), feed.left_out
        if not said:
            notes = (*notes, f"The calendar closes nothing from {first} to {until}.")
    if arguments.json:
        known = {} if read_as is None else {"read_as": read_as}
        print_json({**known, "sentences": said, "left_out": list(notes)})
    else:
        if read_as is not None:
            print(f"I read these hours as: {read_as}", file=sys.stderr)
        for one in said:
            print(one)
        for note in notes:
            print(note, file=sys.stderr)
    return FINE if said else NOTHING_TOLD


def _today(zone: str) -> date:
    return datetime.fromtimestamp(int(time.time()), UTC).astimezone(zone_of(zone)).date()


def _date(written: str | None, option: str) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise GoodwordError(
            f'{option} "{written}" is no date.', hint="Write it as 2026-12-31: year, month, day."
        ) from None


def _content(path: str) -> bytes:
    try:
        if path == "-":
            return sys.stdin.buffer.read(_MOST_BYTES)
        file = Path(path)
        if file.stat().st_size > _MOST_BYTES:
            raise UnreadableFileError(
                f"{path} is longer than 20 MB.", hint="Export one year of the calendar."
            )
        return file.read_bytes()
    except OSError as refused:
        raise UnreadableFileError(
            f"{path} cannot be opened: {refused.strerror}.",
            hint="Give the path of a calendar that was exported as .ics.",
        ) from refused
