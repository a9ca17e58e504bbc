"""Which known word was probably meant."""

from collections.abc import Iterable

CLOSE = 2
MOST = 3


def distance(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out or changed."""
    row = list(range(len(other) + 1))
    for i, mine in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, yours in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (mine != yours))
    return row[-1]


def meant(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to three known words that are near `word`, the nearest first.

    Near are two letters of difference at most, or a word of the name in common ("duty manager"
    and "practice manager").
    """
    parts = set(word.lower().split())
    ranked = []
    for candidate in known:
        letters = distance(word.lower(), candidate.lower())
        if letters <= CLOSE:
            ranked.append((0, letters, candidate))
        elif parts & set(candidate.lower().split()) - {"the", "of", "on", "a"}:
            ranked.append((1, letters, candidate))
    return tuple(candidate for _, _, candidate in sorted(ranked)[:MOST])
