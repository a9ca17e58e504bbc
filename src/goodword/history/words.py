"""Words of an export as words of ours."""

from collections.abc import Mapping

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
        self._index = index
        self._missing = missing
        self._values = values
        self._codes: dict[str, int] = {}

    def code(self, fields: list[str]) -> int:
        """Return the code of a row's word; 0 where there is none."""
        if self._index is None:
            return 0
        written = fields[self._index]
        known = self._codes.get(written)
        return self._learn(written) if known is None else known

    def _learn(self, written: str) -> int:
        word = written.strip()
        ours = None if word in self._missing else self._values.get(word, slug(word))
        if ours not in self.names.words:
            self.names.words.append(ours)
        code = self.names.words.index(ours)
        self._codes[written] = code
        return code
