"""`goodword export POLICY --to FORM`: the policy for other programs."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from goodword.cli.moment import instant
from goodword.cli.policy_file import reading_in
from goodword.document.reading import Reading
from goodword.errors import GoodwordError, UnreadableFileError
from goodword.example.moment import zone_of

SUMMARY = "Write a policy for other programs: JSON, OpenSLO, or its opening hours."
FINE = 0


class FileThereError(GoodwordError):
    """A file would be written over."""

    code = "file-there"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the policy, the form and where it goes."""
    parser.add_argument("policy", metavar="POLICY", help="a policy file; - for standard input")
    parser.add_argument(
        "--to",
        required=True,
        choices=FORMS,
        help="json: all that was understood, with a published schema; openslo: each promise as a "
        "service level objective (YAML); opening-hours: hours and special days as JSON-LD "
        "(schema.org); osm: the same as OpenStreetMap writes them",
    )
    parser.add_argument("--out", metavar="FILE", help="write a new file instead of standard output")
    parser.add_argument(
        "--at",
        metavar="INSTANT",
        help="the ISO 8601 date from which special days and months are told; default: now",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the policy in the form that was asked for, or write it; return 0."""
    reading = reading_in(arguments.policy)
    zone = zone_of(reading.policy)
    at = int(time.time()) if arguments.at is None else instant(arguments.at, zone.key)
    made = FORMS[arguments.to](reading, at)
    if arguments.out is None:
        sys.stdout.write(made)
    else:
        _write(Path(arguments.out), made)
    return FINE


def _write(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise FileThereError(
            f"{path} is there already, and is not written over.", hint="Give another name."
        ) from None
    except OSError as refused:
        raise UnreadableFileError(
            f"{path} cannot be written: {refused.strerror}.", hint="Give another place."
        ) from refused


def _json(reading: Reading, at: int) -> str:
    from goodword.exchange.policy_json import as_json  # noqa: PLC0415  (only this form needs it)

    del at
    return _told(as_json(reading))


def _openslo(reading: Reading, at: int) -> str:
    from goodword.exchange.openslo import openslo  # noqa: PLC0415  (only this form needs it)
    from goodword.exchange.yaml_text import yaml_documents  # noqa: PLC0415  (the same)

    return yaml_documents(openslo(reading.policy, at=at))


def _opening_hours(reading: Reading, at: int) -> str:
    from goodword.exchange.opening_hours import opening_hours  # noqa: PLC0415  (only here)

    first = datetime.fromtimestamp(at, zone_of(reading.policy)).date()
    return _told(opening_hours(reading.policy, first))


def _osm(reading: Reading, at: int) -> str:
    from goodword.exchange.osm_hours import osm_hours  # noqa: PLC0415  (only here)

    first = datetime.fromtimestamp(at, zone_of(reading.policy)).date()
    return f"{osm_hours(reading.policy.hours, first)}\n"


def _told(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


FORMS: Mapping[str, Callable[[Reading, int], str]] = {
    "json": _json,
    "openslo": _openslo,
    "opening-hours": _opening_hours,
    "osm": _osm,
}
