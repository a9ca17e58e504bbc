"""Number words of the English pack, for readers that are written for English."""

from collections.abc import Mapping

from goodword.language.pack import ENGLISH

TIMES: Mapping[str, int] = ENGLISH.words("numbers.times")
