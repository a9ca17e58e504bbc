"""Weights of marks: how strongly each word or phrase speaks for each of several readings.

A table is a file of the language pack: its first line names the readings, each further line a mark
and its weight for every reading in hundredths, parted by tabs. `script/weigh-words` makes it from
labelled sentences; nothing is learnt while Goodword runs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from struct import pack as pack_numbers
from struct import unpack

from goodword.language.pack import ENGLISH, Pack

# Stands in every sentence.
ALWAYS = "*"
# Above any weight, and small enough for a sentence of a thousand marks.
_RAISED = 1 << 20


class _Numbers(dict[str, int]):
    """The weights of marks, made of their text when first asked for: most are never met.

    The weights of a mark stand side by side in one whole number, four bytes for each reading and
    each raised by `_RAISED`, so that marks are added up by one addition each.
    """

    def __init__(self, written: Mapping[str, str]) -> None:
        super().__init__()
        self.written = written

    def __missing__(self, mark: str) -> int:
        """Return the number of a mark that is written, and keep it."""
        raised = [int(number) + _RAISED for number in self.written[mark].split("\t")]
        made = int.from_bytes(pack_numbers(f"<{len(raised)}I", *raised), "little")
        self[mark] = made
        return made


@dataclass(frozen=True, slots=True)
class Weights:
    """One table: the readings, and for each mark its weights in their order."""

    readings: tuple[str, ...]
    numbers: _Numbers

    def shares(self, marks: Iterable[str]) -> dict[str, float]:
        """Return how likely each reading is by these marks; together they are 1."""
        numbers = self.numbers
        known = numbers.written.keys() & {ALWAYS, *marks}
        sums = unpack(
            f"<{len(self.readings)}I",
            sum(map(numbers.__getitem__, known)).to_bytes(4 * len(self.readings), "little"),
        )
        most = max(sums)
        parts = [exp((one - most) / 100) for one in sums]
        whole = sum(parts)
        return {name: part / whole for name, part in zip(self.readings, parts, strict=True)}

    def best(self, marks: Iterable[str]) -> tuple[str, float]:
        """Return the likeliest reading and its share."""
        return likeliest(self.shares(marks))


def likeliest(shares: Mapping[str, float]) -> tuple[str, float]:
    """Return the reading with the greatest share, and this share."""
    name = max(shares, key=lambda one: (shares[one], one))
    return name, shares[name]


def read_weights(text: str) -> Weights:
    """Return the table written in a text; raises ValueError where a line does not fit."""
    head, *lines = text.splitlines()
    readings = tuple(head.split("\t")[1:])
    written: dict[str, str] = {}
    for line in lines:
        mark, _, numbers = line.partition("\t")
        if line.count("\t") != len(readings):
            raise ValueError(f'the line of "{mark}" has {line.count(chr(9))} weights')
        written[mark] = numbers
    if ALWAYS not in written:
        raise ValueError(f'there is no line for "{ALWAYS}"')
    return Weights(readings, _Numbers(written))


@cache
def weights(name: str, pack: Pack = ENGLISH) -> Weights | None:
    """Return a table of the pack by its name, or None where the pack has none."""
    text = pack.text(f"{name}.tsv")
    return None if text is None else read_weights(text)
