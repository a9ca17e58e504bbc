"""A small network that tells what kind a sentence is by its words in their order and its place.

The weights of marks (`weights`) know the words of labelled sentences. The network has learnt from
a large encoder of sentences which words are near to each other, so that it also knows what a
sentence of another trade is like. Its file, made by `script/teach-network`, holds for each word 64
numbers of one byte, three layers that look at three words at a time, and one that joins what they
found with the words of the heading, those of the lead-in, and what the form of the sentence says.
Nothing is learnt, and nothing is sent anywhere, while Goodword runs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from goodword.language.pack import ENGLISH, Pack

# How many words of a sentence, of the end of its heading and of the end of its lead-in count.
WORDS, HEADING, LEAD_IN = 64, 24, 32
# A word that the network does not know, and a form that it has not met.
UNKNOWN, UNFORMED = 0, 0
# Words on either side that a layer sees beside the one in the middle: three in all.
_SIDE = 1

_Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """The readings it tells apart, the words and forms it knows, and its numbers by name."""

    readings: tuple[str, ...]
    words: dict[str, int]
    forms: dict[str, int]
    numbers: dict[str, _Numbers]

    def shares(
        self, words: Sequence[str], heading: Sequence[str], lead_in: Sequence[str], form: str
    ) -> dict[str, float]:
        """Return how likely each reading is; together they are 1.

        Words are stems as `sentence_marks` makes them, `form` is what the form of the sentence says
        that it is. Costs some two tenths of a millisecond.
        """
        near = self.numbers
        found = np.concatenate(
            (
                _pooled(self._looked(self._seen(words[:WORDS]))),
                self._beside("heading", heading[-HEADING:]),
                self._beside("lead_in", lead_in[-LEAD_IN:]),
                near["forms"][self.forms.get(form, UNFORMED)],
            )
        )
        joined = _lit(near["join.weight"] @ found + near["join.bias"])
        sums = near["out.weight"] @ joined + near["out.bias"]
        parts = np.exp(sums - sums.max())
        shares = (parts / parts.sum()).tolist()
        return dict(zip(self.readings, shares, strict=True))

    def _seen(self, words: Sequence[str]) -> _Numbers:
        """Return the numbers of words, a row each; of no words, those of one that is unknown."""
        known = [self.words.get(word, UNKNOWN) for word in words] or [UNKNOWN]
        return self.numbers["words"][known] * self.numbers["words.step"]

    def _looked(self, seen: _Numbers) -> _Numbers:
        """Return what the three layers find at each word."""
        found = self._layer("first", seen)
        for name in ("second", "third"):
            found = found + self._layer(name, found)
        return found

    def _layer(self, name: str, rows: _Numbers) -> _Numbers:
        """Return what one layer finds at each word and its neighbours."""
        wide = np.pad(rows, ((_SIDE, _SIDE), (0, 0)))
        weight, bias = self.numbers[f"{name}.weight"], self.numbers[f"{name}.bias"]
        # Each product is small enough that no second processor is woken for it.
        before, here, after = (wide[at : at + len(rows)] @ weight[at] for at in range(3))
        return _lit(before + here + after + bias)

    def _beside(self, name: str, words: Sequence[str]) -> _Numbers:
        """Return what a heading or a lead-in says."""
        said = _pooled(self._seen(words))
        weight, bias = self.numbers[f"{name}.weight"], self.numbers[f"{name}.bias"]
        return _lit(weight @ said + bias)


def _lit(rows: _Numbers) -> _Numbers:
    """Return numbers of which those below nothing are nothing."""
    lit: _Numbers = np.maximum(rows, 0)
    return lit


def _pooled(rows: _Numbers) -> _Numbers:
    """Return the greatest of each column, and behind them their means."""
    return np.concatenate((rows.max(axis=0), rows.mean(axis=0)))


def read_network(written: bytes) -> Network:
    """Return the network that a file holds; raises ValueError where it is none."""
    with np.load(BytesIO(written), allow_pickle=False) as held:
        named = {name: held[name] for name in held.files}
    try:
        readings, words, forms = (
            tuple(bytes(named.pop(name)).decode().split("\n"))
            for name in ("readings", "known", "met")
        )
    except KeyError as missing:
        raise ValueError(f"the network has no {missing.args[0]}") from None
    return Network(
        readings,
        {word: place for place, word in enumerate(words)},
        {form: place for place, form in enumerate(forms)},
        {
            name: rows if name == "words" else rows.astype(np.float32)
            for name, rows in named.items()
        },
    )


@cache
def network(name: str, pack: Pack = ENGLISH) -> Network | None:
    """Return a network of the pack by its name, or None where the pack has none."""
    written = pack.content(f"{name}.npz")
    return None if written is None else read_network(written)
