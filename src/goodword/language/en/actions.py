"""What people may do, from the English pack, for readers that are written for English."""

from collections.abc import Mapping

from goodword.language.pack import ENGLISH

VERBS: Mapping[str, str] = ENGLISH.words("actions.verbs")
NOUNS: Mapping[str, str] = ENGLISH.words("actions.nouns")
GERUNDS: Mapping[str, str] = ENGLISH.words("actions.gerunds")
PERS: Mapping[str, str] = ENGLISH.words("actions.pers")
