"""Words of an export as words of ours."""

from collections.abc import Mapping, Sequence

from goodword.case.columns import Names


def slug(words: str) -> str:
    """Return words as a slug: `Text Message` is `text_message`."""
    return "_".join("".join(c if c.isalnum() else " " for c in words.lower()).split())


class WordColumn:
    """One column of words, mapped to ours and kept as codes."""

    def __init__(
        self, index: int | None, values: Mapping[str, str], missing: frozenset[str]
    ) -> None:
        self.names = Names()
        self.index = index
        self._missing = missing
        self._values = values
        self._codes: dict[str, int] = {}

    def code(self, fields: list[str]) -> int:
        """Return the code of a row's word; 0 where there is none."""
        if self.index is None:
            return 0
        written = fields[self.index]
        known = self._codes.get(written)
        return self._learn(written) if known is None else known

    def take_all(self, written: Sequence[str]) -> None:
        """Put the codes of many words down."""
        for word in set(written) - self._codes.keys():
            self._learn(word)
        self.names.codes.extend(map(self._codes.__getitem__, written))

    def take_nothing(self, rows: int) -> None:
        """Put down so many rows that have no word."""
        self.names.codes.frombytes(bytes(rows * self.names.codes.itemsize))

    def _learn(self, written: str) -> int:
        word = written.strip()
        ours = None if word in self._missing else self._values.get(word, slug(word))
        if ours not in self.names.words:
            self.names.words.append(ours)
        code = self.names.words.index(ours)
        self._codes[written] = code
        return code
