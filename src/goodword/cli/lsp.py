"""`goodword lsp`: the language server that editors start."""

import argparse

from goodword.errors import GoodwordError

SUMMARY = "Speak with an editor: problems while typing, echoes, completion, fixes, renaming."
FINE = 0


class ServerMissingError(GoodwordError):
    """The packages of the language server are not installed."""

    code = "server-missing"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare how the server speaks; editors give `--stdio`, which is the only way."""
    parser.add_argument(
        "--stdio",
        action="store_true",
        help="speak on standard input and output, as it does without this",
    )


def run(arguments: argparse.Namespace) -> int:
    """Answer an editor until it has had enough; return 0."""
    del arguments
    try:
        from goodword.lsp.server import serve_stdio  # noqa: PLC0415  (optional dependency)
    except ModuleNotFoundError as missing:
        raise ServerMissingError(
            f"To speak with an editor, Goodword needs the package {missing.name}.",
            hint="Install it with: pip install 'goodword[lsp]'",
        ) from missing
    serve_stdio()
    return FINE
