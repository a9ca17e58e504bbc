"""`goodword format POLICY`: tidier Markdown that says the same."""

import argparse
import sys
from difflib import unified_diff
from pathlib import Path

from goodword.cli.policy_file import EXAMPLE
from goodword.cli.terminal import named, paint, policy_text
from goodword.document.tidy import tidy
from goodword.errors import UnreadableFileError

SUMMARY = "Tidy a policy's headings, lists, tables and blank lines; no word and no meaning changes."
FINE, UNTIDY = 0, 1
_COLOURS = {"+": "green", "-": "red", "@": "blue"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the policies, and whether they are written or only looked at."""
    parser.add_argument(
        "policies",
        nargs="+",
        metavar="POLICY",
        help="a policy file, which is written in place; - reads input and writes output",
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; return 1 where a file is not tidy"
    )
    parser.add_argument("--diff", action="store_true", help="write nothing; show what would change")


def run(arguments: argparse.Namespace) -> int:
    """Write each policy tidily, or say which would change; return 1 where one would."""
    texts = [(path, _text(path)) for path in arguments.policies]
    looking = arguments.check or arguments.diff
    untidy = 0
    for path, text in texts:
        tidied = tidy(text)
        changed = tidied != text
        untidy += changed
        if arguments.diff:
            _show(path, text, tidied)
        if looking:
            if changed and arguments.check:
                print(f"{named(path)} is not tidy yet: goodword format {path}", file=sys.stderr)
        elif path == "-":
            print(tidied, end="")
        elif changed:
            _write(Path(path), tidied)
            print(f"{path}: tidied. What it says is the same.")
        else:
            print(f"{path}: tidy already.")
    return UNTIDY if looking and untidy else FINE


def _text(path: str) -> str:
    text = policy_text(path)
    if not text.strip():
        raise UnreadableFileError(f"{named(path)} is empty.", hint=EXAMPLE)
    return text


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as refused:
        raise UnreadableFileError(
            f"{path} cannot be written: {refused.strerror}.",
            hint="See what would change with --diff, or give - to read it from standard input.",
        ) from refused


def _show(path: str, text: str, tidied: str) -> None:
    lines = unified_diff(
        text.splitlines(keepends=True),
        tidied.splitlines(keepends=True),
        named(path),
        f"{named(path)} (tidy)",
    )
    for line in lines:
        bare = line.rstrip("\r\n")
        print(paint(bare, _COLOURS[line[0]]) if line[0] in _COLOURS else bare)
