"""`goodword maps`: the ready column maps of known systems."""

import argparse

from goodword.cli.terminal import paint, print_json
from goodword.history.ready_maps import map_text, ready_maps

SUMMARY = "List the ready column maps of known systems, or print one to change it."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the name of a map to print."""
    parser.add_argument("name", nargs="?", help="a ready map to print as TOML; default: list all")
    parser.add_argument("--json", action="store_true", help="list in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print every ready map, or the text of one."""
    if arguments.name:
        print(map_text(arguments.name), end="")
    elif arguments.json:
        print_json(
            [
                {
                    "name": one.name,
                    "title": one.title,
                    "source": one.source,
                    "seen_on": one.seen_on,
                    "confidence": one.confidence,
                }
                for one in ready_maps()
            ]
        )
    else:
        for one in ready_maps():
            print(f"{paint(one.name, 'bold')}: {one.title}")
            print(f"  seen on {one.seen_on}; confidence {one.confidence}")
        print("\nUse one with: goodword replay policy.md export.csv --map NAME")
    return 0
