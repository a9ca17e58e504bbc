"""Words of an export as words of ours."""

from collections.abc import Mapping, Sequence

from goodword.case.columns import Names
from goodword.case.priority import priority_named
from goodword.history.map_fields import OTHERS


def slug(words: str) -> str:
    """Return words as a slug: `Text Message` is `text_message`."""
    return "_".join("".join(c if c.isalnum() else " " for c in words.lower()).split())


def our_word(
    written: str,
    values: Mapping[str, str],
    missing: frozenset[str],
    always: str | None = None,
    *,
    of: str = "",
) -> str | None:
    """Return our word for one of an export; None where it is missing and nothing always holds.

    `of` is our name of the column: what priorities are called is known.
    """
    word = written.strip()
    if word in missing:
        return always
    named = values.get(word)
    if named is not None:
        return named
    usual = slug(word)
    return values.get(OTHERS, priority_named(usual) if of == "priority" else usual)


class WordColumn:
    """One column of words, mapped to ours and kept as codes."""

    def __init__(
        self,
        index: int | None,
        values: Mapping[str, str],
        missing: frozenset[str],
        always: str | None = None,
        *,
        of: str = "",
    ) -> None:
        self.names = Names()
        self.index = index
        self._missing = missing
        self._values = values
        self._always = always
        self._of = of
        self._codes: dict[str, int] = {}
        self._none = self._code_of(always)

    def code(self, fields: list[str]) -> int:
        """Return the code of a row's word, or of the word that always holds; 0 for neither."""
        if self.index is None:
            return self._none
        written = fields[self.index]
        known = self._codes.get(written)
        return self._learn(written) if known is None else known

    def take_all(self, written: Sequence[str]) -> None:
        """Put the codes of many words down."""
        for word in set(written) - self._codes.keys():
            self._learn(word)
        self.names.codes.extend(map(self._codes.__getitem__, written))

    def start_again(self) -> None:
        """Put codes down anew, for the same words."""
        self.names = Names(words=self.names.words)

    def take_nothing(self, rows: int) -> None:
        """Put down so many rows that have no word."""
        self.names.codes.extend([self._none] * rows)

    def _learn(self, written: str) -> int:
        ours = our_word(written, self._values, self._missing, self._always, of=self._of)
        self._codes[written] = self._code_of(ours)
        return self._codes[written]

    def _code_of(self, ours: str | None) -> int:
        if ours not in self.names.words:
            self.names.words.append(ours)
        return self.names.words.index(ours)
