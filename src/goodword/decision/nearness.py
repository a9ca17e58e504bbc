"""How near words stand to each other in common English, from numbers in a file of the package."""

from base64 import b64decode
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from math import log, sqrt
from operator import add, mul

from goodword.language.memory import remembered
from goodword.language.stem import stem

_FILE = "nearness.txt"
_NOTHING = 7
_HALVES = tuple((byte // 16 - _NOTHING, byte % 16 - _NOTHING) for byte in range(256))
# How often a word comes in common English falls with its place in the file; what comes often says
# little (Arora, Liang, Ma 2017).
_MOST, _FLAT = 0.1, 0.001
_RARE, _COMMON = 8000, 0.35
_SIDE = 3
# No two words of English together are longer than this.
_LONGEST = 60

Vector = tuple[float, ...]


@cache
def _packed() -> dict[str, tuple[int, str]]:
    text = files("goodword.language.en").joinpath(_FILE).read_text(encoding="ascii")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {
        word: (place, packed)
        for place, (word, _, packed) in enumerate(line.partition(" ") for line in lines)
    }


def is_word(word: str) -> bool:
    """Whether a stem is one of common English."""
    return word in _packed()


@lru_cache(maxsize=20_000)
def vector(word: str) -> Vector | None:
    """Return where a stem stands, as numbers of length 1; None for a stem that is not known."""
    found = _packed().get(word)
    if found is None:
        return None
    packed = found[1]
    whole = b64decode(packed + "=" * (-len(packed) % 4))
    return scaled(tuple(chain.from_iterable(_HALVES[byte] for byte in whole)))


def scaled(numbers: tuple[float, ...]) -> Vector:
    """Return numbers brought to length 1; zeros stay zeros."""
    length = sqrt(sum(map(mul, numbers, numbers))) or 1.0
    return tuple(number / length for number in numbers)


@remembered(8_192)
def _weighed(word: str) -> Vector | None:
    """Return where a stem stands, each number as much as the stem says."""
    at = vector(word)
    if at is None:
        return None
    much = telling(word)
    return tuple([much * number for number in at])


def together(words: tuple[str, ...]) -> Vector:
    """Return where words stand together, the rare weighing more; empty where none is known."""
    sums: Vector = ()
    for at in map(_weighed, words):
        if at is not None:
            sums = tuple(map(add, sums, at)) if sums else at
    return scaled(sums)


def between(places: list[Vector]) -> Vector:
    """Return the middle of places; those that are nowhere do not count."""
    known = [place for place in places if place]
    return tuple(sum(numbers) / len(known) for numbers in zip(*known, strict=True))


def less(place: Vector, middle: Vector) -> Vector:
    """Return a place as it is seen from the middle; nowhere stays nowhere."""
    if not place or not middle:
        return place
    return scaled(tuple(one - other for one, other in zip(place, middle, strict=True)))


def near(one: Vector, other: Vector) -> float:
    """Return how near two places are, from -1 to 1; 0 where one of them is nowhere."""
    return float(sum(map(mul, one, other)))


def telling(word: str) -> float:
    """Return how much a stem says, from 0 to 1, by how seldom English uses it."""
    found = _packed().get(word)
    return 1.0 if found is None else _FLAT / (_FLAT + _MOST / (found[0] + 3))


def rarity(word: str) -> float:
    """Return how much a stem that stands in the policy itself says, from 0 to 1."""
    found = _packed().get(word)
    if found is None:
        return 1.0
    return min(1.0, max(0.0, log(found[0] + 1) / log(_RARE) - _COMMON) / (1 - _COMMON))


def parts(word: str) -> tuple[str, ...]:
    """Return an unknown stem as the stems of the two words that it is made of, else as it is.

    >>> parts("coffeepot")
    ('coffe', 'pot')
    """
    known = _packed()
    if word in known or len(word) > _LONGEST:
        return (word,)
    ways = []
    for cut in range(_SIDE, len(word) - _SIDE + 1):
        one, other = stem(word[:cut]), stem(word[cut:])
        if one in known and other in known:
            ways.append((known[one][0] + known[other][0], (one, other)))
    return min(ways)[1] if ways else (word,)
