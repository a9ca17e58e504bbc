"""`goodword time`: questions about working time in, answers out, a line for a line.

Reads JSON Lines on standard input; what a question and its answer hold stands in
`goodword.exchange.time_question`. A line that cannot be answered is answered by `{"error": …}`,
and the next line goes on. Exit code 0, or 1 where a line was answered so.
"""

import argparse
import json
import sys
from typing import Any

from goodword.cli.json_line import BrokenLineError, object_in
from goodword.exchange.time_question import OPERATIONS, answered

SUMMARY = "Answer questions about working time: JSON Lines in, JSON Lines out."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing of weight: the questions come on standard input."""
    parser.epilog = f"What can be asked: {', '.join(OPERATIONS)}."
    parser.add_argument("--json", action="store_true", help="accepted; the answer is always JSON")


def run(arguments: argparse.Namespace) -> int:
    """Answer every line of standard input; return 1 where one could not be answered, else 0."""
    del arguments
    refused = 0
    # Where standard input was closed before we began there is none.
    for raw in sys.stdin.buffer if sys.stdin else ():
        answer = answer_line(raw)
        refused |= int("error" in answer)
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return refused


def answer_line(raw: bytes) -> dict[str, Any]:
    """Return the answer to one line of bytes."""
    try:
        asked = object_in(raw)
    except BrokenLineError as broken:
        return {"error": {"code": broken.code, "message": str(broken)}}
    return answered(asked)
