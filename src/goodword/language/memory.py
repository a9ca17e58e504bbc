"""Answers of pure functions, remembered for a while: a sentence is asked the same things often."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_CLEARED: list[Callable[[], None]] = []


def remembered(size: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return a decorator by which the last `size` answers of a pure function are remembered.

    Its arguments must be hashable and its answers must not change.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        kept = lru_cache(maxsize=size)(function)
        _CLEARED.append(kept.cache_clear)
        return kept  # type: ignore[return-value]

    return decorate


def forget() -> None:
    """Let nothing be remembered, as in a fresh process."""
    for clear in _CLEARED:
        clear()
