"""Answers that are made once each, and found from then on without a call of our own."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Kept(dict[str, T]):
    """Answers by what was asked; one that is missing is made once."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, asked: str) -> T:
        made = self[asked] = self._make(asked)
        return made
