"""The command line: one module a command, and this dispatcher.

A command's module offers `SUMMARY`, `add_arguments(parser)` and `run(arguments) -> int`. Exit codes
are 0 (fine), 1 (problems found) and 2 (could not run). Other packages add commands through the
entry-point group `goodword.commands`.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Protocol

from goodword.cli.terminal import complain, keep_speaking
from goodword.errors import GoodwordError, UnknownNameError

COULD_NOT_RUN = 2
INTERRUPTED = 130
COMMANDS = (
    "new",
    "read",
    "check",
    "packs",
    "echo",
    "due",
    "ask",
    "decide",
    "time",
    "hours",
    "history",
    "maps",
    "replay",
    "forecast",
    "understand",
    "compare",
    "format",
    "export",
    "import",
    "lsp",
)


class Command(Protocol):
    """What a command's module offers."""

    SUMMARY: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's own arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do the work and return the exit code."""


def find_command(name: str) -> Command | None:
    """Return the command of this name, from here or from an installed package."""
    if name in COMMANDS:
        # A module cannot be called `import`, so its name ends as Python's own names do then.
        own = f"{name}_" if iskeyword(name) else name
        module: Command = import_module(f"goodword.cli.{own}")
        return module
    from importlib.metadata import entry_points  # noqa: PLC0415  (slow import)

    for entry in entry_points(group="goodword.commands", name=name):
        try:
            found: Command = entry.load()
        except ModuleNotFoundError as missing:
            hint = (
                f"It needs the package {missing.name}. Install it with: pip install 'goodword[web]'"
            )
            raise GoodwordError(f'"{name}" is not installed here.', hint=hint) from missing
        return found
    return None


def installed_commands() -> dict[str, str]:
    """Return the name and summary of every command that can run here."""
    from importlib.metadata import entry_points  # noqa: PLC0415  (slow import)

    listed: dict[str, str] = {}
    for name in (
        *COMMANDS,
        *sorted(entry.name for entry in entry_points(group="goodword.commands")),
    ):
        try:
            command = find_command(name)
        except GoodwordError:
            continue
        if command is not None:
            listed[name] = command.SUMMARY
    return listed


def overview() -> str:
    """Return the help text: what Goodword is, and each command in a line."""
    rows = installed_commands()
    width = max(len(name) for name in rows)
    lines = [
        "Goodword keeps a customer service policy alive: written once, in plain words, and run.",
        "",
        "usage: goodword COMMAND …        goodword COMMAND --help",
        "",
        *(f"  {name:<{width}}  {summary}" for name, summary in rows.items()),
        "",
        "Exit codes: 0 fine, 1 problems found, 2 could not run.",
    ]
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    keep_speaking()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _answer(words)
        sys.stdout.flush()
    except GoodwordError as refusal:
        complain(refusal.message, hint=refusal.hint)
        return COULD_NOT_RUN
    except BrokenPipeError:
        # Whoever read the answer has enough of it; nothing may be written on the way out either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        complain("Stopped.")
        return INTERRUPTED
    return code


def _answer(words: Sequence[str]) -> int:
    if not words or words[0] in ("-h", "--help", "help"):
        print(overview())
        return 0 if words else COULD_NOT_RUN
    if words[0] in ("-V", "--version"):
        from importlib.metadata import version  # noqa: PLC0415  (slow import)

        print(f"goodword {version('goodword')}")
        return 0
    return run_command(words[0], words[1:])


def run_command(name: str, words: Sequence[str]) -> int:
    """Run the command called `name` with its own words."""
    command = find_command(name)
    if command is None:
        raise UnknownNameError(
            f'There is no command "{name}".',
            hint=f"The commands are: {', '.join(installed_commands())}.",
        )
    parser = argparse.ArgumentParser(prog=f"goodword {name}", description=command.SUMMARY)
    command.add_arguments(parser)
    return command.run(parser.parse_args(words))
