"""Weights of marks: how strongly each word or phrase speaks for each of several readings.

A table is a file of the language pack: its first line names the readings, each further line a mark
and its weight for every reading in hundredths, parted by tabs. `script/weigh-words` makes it from
labelled sentences; nothing is learnt while Goodword runs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from goodword.language.pack import ENGLISH, Pack

# Stands in every sentence.
ALWAYS = "*"


@dataclass(frozen=True, slots=True)
class Weights:
    """One table: the readings, and for each mark its weights in their order."""

    readings: tuple[str, ...]
    of_mark: Mapping[str, tuple[int, ...]]

    def shares(self, marks: Iterable[str]) -> dict[str, float]:
        """Return how likely each reading is by these marks; together they are 1."""
        of_mark = self.of_mark
        rows = [of_mark[mark] for mark in set(marks) if mark in of_mark]
        sums = [sum(column) for column in zip(of_mark[ALWAYS], *rows, strict=True)]
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
    table: dict[str, tuple[int, ...]] = {}
    for line in lines:
        mark, *numbers = line.split("\t")
        if len(numbers) != len(readings):
            raise ValueError(f'the line of "{mark}" has {len(numbers)} weights')
        table[mark] = tuple(map(int, numbers))
    if ALWAYS not in table:
        raise ValueError(f'there is no line for "{ALWAYS}"')
    return Weights(readings, table)


@cache
def weights(name: str, pack: Pack = ENGLISH) -> Weights | None:
    """Return a table of the pack by its name, or None where the pack has none."""
    text = pack.text(f"{name}.tsv")
    return None if text is None else read_weights(text)
