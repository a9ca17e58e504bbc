"""`goodword understand`: sentences in, what they say out, a line for a line.

Reads JSON Lines on standard input, each `{"sentence": …, "lead_in": …?, "heading": …?,
"language": …?}`, and answers each in order with one line `{"state", "clauses", "problems"}`; what
the fields mean stands in `goodword.document.understand`. A line that is no such object is answered
by an object whose problem says why. It never stops before the input does. Exit code 0, or 1 where
a line was broken.
"""

import argparse
import json
import sys
from typing import Any

from goodword.cli.json_line import BrokenLineError, object_in
from goodword.document.understand import understand
from goodword.language.pack import languages, pack

SUMMARY = "Say what single sentences mean: JSON Lines in, JSON Lines out."
_OPTIONAL = ("lead_in", "heading", "language")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the language; the sentences come on standard input."""
    parser.add_argument(
        "--language",
        default="en",
        metavar="CODE",
        help=f"the language of the sentences that do not say it: {', '.join(languages())}",
    )
    parser.add_argument("--json", action="store_true", help="accepted; the answer is always JSON")


def run(arguments: argparse.Namespace) -> int:
    """Answer every line of standard input; return 1 where a line was broken, else 0."""
    # A language without a pack is told before any sentence is read.
    pack(arguments.language)
    broken = 0
    for number, raw in enumerate(sys.stdin.buffer, 1):
        answer = answer_line(raw, number, arguments.language)
        broken |= int("error" in answer)
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return broken


def answer_line(raw: bytes, number: int, language: str) -> dict[str, Any]:
    """Return the answer to one line; an object with `error` where the line cannot be read."""
    try:
        asked = object_in(raw)
    except BrokenLineError as broken:
        return _broken(number, broken.message.rstrip("."))
    if not isinstance(asked, dict) or not isinstance(asked.get("sentence"), str):
        return _broken(number, 'a line is an object with "sentence", a text')
    for name in _OPTIONAL:
        if not isinstance(asked.get(name), str | None):
            return _broken(number, f'"{name}" is a text or is left out')
    return understand(
        asked["sentence"],
        lead_in=asked.get("lead_in"),
        heading=asked.get("heading"),
        language=asked.get("language") or language,
    )


def _broken(number: int, why: str) -> dict[str, Any]:
    message = (
        f'Line {number}: {why}. Write: {{"sentence": "We reply to emails within 4 working hours."}}'
    )
    return {
        "state": "prose",
        "clauses": [],
        "problems": [{"code": "IN01", "severity": "error", "message": message}],
        "error": message,
    }
