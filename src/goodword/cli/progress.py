"""A progress bar, where somebody looks at a terminal."""

import sys
import time
from collections.abc import Callable

_BAR = 30
_PATIENCE = 1.0
"""What is done within a second needs no bar."""

Draw = Callable[[int, int], None]


def progress(doing: str) -> Draw | None:
    """Return what draws how far the work is (so much of so much); None without a terminal.

    `doing` is the work in a word ("Reading"). The bar is wiped away when all is done.
    """
    if not sys.stderr.isatty():
        return None
    began = time.monotonic()
    shown = 0.0

    def draw(done: int, size: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - began < _PATIENCE or (now - shown < 0.1 and done < size):
            return
        shown = now
        share = min(done / size, 1.0) if size else 1.0
        bar = "█" * int(share * _BAR)
        end = "\r\x1b[K" if done >= size else ""
        print(f"\r{doing} {bar:<{_BAR}} {share:4.0%}{end}", end="", file=sys.stderr, flush=True)

    return draw
