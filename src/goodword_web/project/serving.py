"""The web processes and the worker beside them, for as long as the site is served."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connections
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

log = logging.getLogger(__name__)

RESTART_SECONDS = 2.0
PATIENCE_SECONDS = 10


def serve(*, host: str, port: int, with_worker: bool) -> None:
    """Serve until SIGINT or SIGTERM; requests under way and the worker's task are finished."""
    connections.close_all()
    processes = settings.WEB_PROCESSES
    server = Server(
        "goodword_web.project.asgi:application",
        address=host,
        port=port,
        interface=Interfaces.ASGINL,
        workers=processes,
        websockets=False,
        log_level=LogLevels.warning,
        # Without a limit a web process once hung on SIGTERM.
        workers_kill_timeout=PATIENCE_SECONDS,
        respawn_failed_workers=True,
    )
    if not with_worker:
        server.serve()
        return
    with worker_beside():
        server.serve()


@contextmanager
def worker_beside() -> Iterator[None]:
    """Keep one worker process alive until the block ends, then let it finish what it does."""
    stop = threading.Event()
    keeper = threading.Thread(target=_keep_alive, args=(stop,), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        stop.set()
        keeper.join(timeout=2 * PATIENCE_SECONDS)


def _keep_alive(stop: threading.Event) -> None:
    while not stop.is_set():
        # A session of its own, so that Ctrl-C reaches the worker through us, in order.
        process = subprocess.Popen(
            [sys.executable, "-m", "goodword_web.project.worker"],
            env={**os.environ, "GOODWORD_SERVED_BY": str(os.getpid())},
            start_new_session=True,
        )
        while process.poll() is None and not stop.wait(0.2):
            pass
        if stop.is_set():
            _end(process)
            return
        log.error("The worker ended with code %s; it is started again", process.returncode)
        stop.wait(RESTART_SECONDS)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(timeout=PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
