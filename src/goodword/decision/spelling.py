"""Misspelled words, brought back to words that are known."""

from collections import defaultdict
from collections.abc import Iterable

_SHORTEST = 4
_LONG = 8
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _next_keys() -> dict[str, str]:
    """Return the letters beside, above and below each letter of a keyboard."""
    found: dict[str, str] = {}
    for number, row in enumerate(_ROWS):
        for place, letter in enumerate(row):
            beside = row[max(place - 1, 0) : place] + row[place + 1 : place + 2]
            for other in _ROWS[max(number - 1, 0) : number] + _ROWS[number + 1 : number + 2]:
                beside += other[max(place - 1, 0) : place + 2]
            found[letter] = beside + ("aeiou" if letter in "aeiou" else "")
    return found


_NEXT_KEYS = _next_keys()


class Spelling:
    """Known words, found again with one letter wrong, missing, added or swapped.

    Each word is kept under itself with any one letter left out: two words at most one edit apart
    share such a form. Memory is a few forms a word, made when a word is first met that is not
    known; a look-up takes microseconds.
    """

    __slots__ = ("_known", "_longest", "_made")

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(words)
        self._longest = max(map(len, self._known), default=0)
        self._made: dict[str, set[str]] | None = None

    def _forms(self) -> dict[str, set[str]]:
        """Return the known words by each of their forms."""
        if self._made is None:
            made: defaultdict[str, set[str]] = defaultdict(set)
            for word in self._known:
                if len(word) >= _SHORTEST:
                    for form in _shortened(word):
                        made[form].add(word)
            self._made = made
        return self._made

    def mend(self, word: str) -> str:
        """Return the word if it is known or nothing close is, else its only close neighbour.

        Too short to guess, or longer by two letters than any known word, it stays as it is.
        """
        if word in self._known or not _SHORTEST <= len(word) <= self._longest + 1:
            return word
        forms = self._forms()
        found = {known for form in _shortened(word) for known in forms.get(form, ())}
        close = sorted((distance(word, known), known) for known in found if _is_slip(word, known))
        within = 1 if len(word) < _LONG else 2
        if close and close[0][0] <= within:
            return close[0][1]
        return word


def _is_slip(word: str, known: str) -> bool:
    """Whether one could be typed for the other: short words differ by more than a far key.

    "Spare" is no misspelt "scare" and "formal" no "normal": they are other words.
    """
    if len(word) != len(known) or len(word) >= _LONG:
        return len(word) > _SHORTEST
    differ = [(one, other) for one, other in zip(word, known, strict=True) if one != other]
    if len(differ) != 1:
        return True
    return len(word) > _SHORTEST and differ[0][1] in _NEXT_KEYS.get(differ[0][0], "")


def _shortened(word: str) -> set[str]:
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def distance(one: str, other: str) -> int:
    """Return the number of letters to change, add, drop or swap with a neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        earlier, before = before, row
        row = [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
