"""One worker: `python -m goodword_web.project.worker` runs wake-ups until it is told to stop."""

import os
import signal
import socket
import threading
from types import FrameType

from goodword_web.project.start import start

PARENT_POLL_SECONDS = 1.0


def work(*, parent: int | None = None) -> None:
    """Run what is due until SIGTERM or SIGINT, or until the process `parent` is gone.

    What is being done is finished first.
    """
    start()
    from goodword_web.project.registry import begin  # noqa: PLC0415  (apps ready)
    from goodword_web.work.loop import run_forever  # noqa: PLC0415  (apps ready)

    stop = threading.Event()

    def hear(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, hear)
    signal.signal(signal.SIGINT, hear)
    if parent is not None:
        threading.Thread(target=_watch, args=(parent, stop), daemon=True).start()
    name = f"{socket.gethostname()}:{os.getpid()}"
    run_forever(stop, begin=lambda at: begin(at=at), worker=name[-80:])


def _watch(parent: int, stop: threading.Event) -> None:
    """Set `stop` once the process that started this one is gone: an orphan would work unseen."""
    while not stop.wait(PARENT_POLL_SECONDS):
        if os.getppid() != parent:
            stop.set()


if __name__ == "__main__":
    started_by = os.environ.get("GOODWORD_SERVED_BY", "")
    work(parent=int(started_by) if started_by.isdigit() else None)
