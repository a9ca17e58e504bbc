"""What a wake-up can name."""

from collections.abc import Callable
from typing import Any

from goodword.errors import GoodwordError

Args = dict[str, Any]
Task = Callable[[Args, int], None]
Effect = Callable[[], None]
OutwardTask = Callable[[Args, int], Effect | None]

_inward: dict[str, Task] = {}
_outward: dict[str, OutwardTask] = {}


class UnknownTaskError(GoodwordError):
    """A wake-up names a task that nobody registered."""

    code = "unknown-task"

    def __init__(self, name: str) -> None:
        super().__init__(
            f'No task is called "{name}".', hint="Register it in goodword_web/project/registry.py."
        )


def register(name: str, task: Task) -> None:
    """Let wake-ups name `task`. It runs as `task(args, at)` in the transaction that ends them.

    It writes rows only; whatever it writes is kept or undone together with its wake-up.
    """
    _inward[name] = task


def register_outward(name: str, task: OutwardTask) -> None:
    """Let wake-ups name a task that talks to the outside world.

    It runs outside any transaction, so that no row is locked meanwhile, and may run twice when
    the machine fails between its two halves. What it returns is run in the transaction that
    deletes the wake-up.
    """
    _outward[name] = task


def inward(name: str) -> Task:
    """Return the registered task. Raises UnknownTaskError."""
    try:
        return _inward[name]
    except KeyError:
        raise UnknownTaskError(name) from None


def outward() -> dict[str, OutwardTask]:
    """Return the tasks that talk to the outside world, by name."""
    return _outward
