"""`goodword serve`: the site with its worker inside, ready after one command."""

import argparse
import os
import socket
import sys
import time
from pathlib import Path

from goodword.errors import GoodwordError
from goodword_web.project.start import start


class CannotServeError(GoodwordError):
    """The site cannot start as it was asked to."""

    code = "cannot-serve"


class Serve:
    """The command: `SUMMARY`, its arguments, and what it does."""

    SUMMARY = "Serve the site, with its worker inside."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare where to listen, and how an empty database begins."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
        parser.add_argument(
            "--demo",
            action="store_true",
            help="fill an empty database with the demonstration business",
        )
        parser.add_argument(
            "--policy", type=Path, metavar="FILE", help="begin with this policy, as version 1"
        )
        parser.add_argument(
            "--owner", metavar="EMAIL", help="add an owner, and print their password once"
        )
        parser.add_argument(
            "--new-password",
            metavar="EMAIL",
            help="give this person a new password, and print it once",
        )
        parser.add_argument(
            "--no-worker",
            action="store_true",
            help="serve pages only; run python -m goodword_web.project.worker elsewhere",
        )

    def run(self, arguments: argparse.Namespace) -> int:
        """Serve until Ctrl-C; return 0. Raises CannotServeError."""
        _refuse_taken_port(arguments.host, arguments.port)
        os.environ.setdefault("GOODWORD_URL", f"http://{arguments.host}:{arguments.port}")
        start()
        from goodword_web.project.beginning import (  # noqa: PLC0415  (apps ready)
            begin_empty,
            give_new_password,
            prepare,
        )

        prepare(say=say)
        at = int(time.time())
        entries = begin_empty(
            demo=arguments.demo, policy=arguments.policy, owner=arguments.owner, at=at, say=say
        )
        if arguments.new_password:
            entries = (*entries, give_new_password(arguments.new_password, at=at))
        _say_where(entries)
        from goodword_web.project.serving import serve  # noqa: PLC0415  (slow import)

        serve(host=arguments.host, port=arguments.port, with_worker=not arguments.no_worker)
        say("Stopped. What was sent is sent; what waits is kept.")
        return 0


def say(line: str) -> None:
    """Print one line to whoever started the site."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _say_where(entries: tuple[tuple[str, str, str], ...]) -> None:
    from django.conf import settings  # noqa: PLC0415  (slow import)

    from goodword_web.work.queries import can_send_mail  # noqa: PLC0415  (apps ready)

    say(f"\nGoodword is at {settings.SITE_URL}   (Ctrl-C stops it; everything is kept)")
    if entries:
        say("\nSign in with one of these. The passwords are shown this once:\n")
        width = max(len(email) for email, _password, _access in entries)
        for email, password, access in entries:
            say(f"  {email:<{width}}  {password}   ({access})")
    else:
        say("Sign in as before. Forgotten? goodword serve --new-password EMAIL")
    if not can_send_mail():
        say("\nNo mail server is set (EMAIL_URL): mail waits in the outbox until there is one.")
    say("")


def _refuse_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise CannotServeError(
                f"Nothing can be served at {host} port {port}: {reason}.",
                hint=f"Stop what listens there, or choose another port: --port {port + 1}",
            ) from error


command = Serve()
