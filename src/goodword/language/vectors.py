"""Where words of common English stand: words of like meaning stand near each other.

The numbers were distilled from a sentence encoder once (decision 0017) and lie in two files of the
package; nothing is learnt, fetched or sent while Goodword runs. Without them every word is nowhere,
and nothing is near.
"""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from goodword.language.pack import ENGLISH
from goodword.language.stem import WORD, plain, stem

WORDS, NUMBERS = "vectors.txt", "vectors.npy"

Vector = NDArray[np.float32]


@cache
def _table() -> tuple[dict[str, int], NDArray[np.int8]]:
    """Return the row of each stem and pair of stems, and the rows: a long row says much."""
    written, words = ENGLISH.content(NUMBERS), ENGLISH.text(WORDS)
    if written is None or words is None:
        return {}, np.zeros((0, 1), np.int8)
    numbers = np.load(BytesIO(written), allow_pickle=False)
    lines = words.splitlines()
    names = (line for line in lines if not line.startswith("#"))
    return {name: row for row, name in enumerate(names)}, numbers


def vector_of(words: str | Iterable[str]) -> Vector:
    """Return where a text or a row of words stands, with length 1; zeros where none is known.

    What comes often says little: "the" hardly moves it.
    """
    found = WORD.findall(plain(words)) if isinstance(words, str) else words
    return vector_of_stems(map(stem, found))


def vector_of_stems(stems: Iterable[str]) -> Vector:
    """Return where a row of stems stands, with length 1; zeros where none is known."""
    places, numbers = _table()
    row = tuple(stems)
    named = (*row, *(f"{one} {other}" for one, other in pairwise(row)))
    rows = [places[one] for one in named if one in places]
    return scaled(numbers[rows].sum(axis=0, dtype=np.float32))


def scaled(numbers: Vector) -> Vector:
    """Return numbers, or each row of them, brought to length 1; zeros stay zeros."""
    length = np.linalg.norm(numbers, axis=-1, keepdims=True)
    return (numbers / np.where(length == 0, 1, length)).astype(np.float32)


def nearness(one: Vector, other: Vector) -> float:
    """Return how near two places of length 1 are, from -1 to 1; 0 where one is nowhere."""
    return float(one @ other)
