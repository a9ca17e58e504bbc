"""Rows with the form of a promise that are none: an average, and how long a ban lasts."""

import re

from goodword.document.second_said import kept_in_words
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.policy.promise import Promise

_AVERAGE = re.compile(r"\b(?:an? |our |the )?(?:average|median|mean)\b")


def not_promised(
    read: Understood, texts: list[str], heads: list[str], setting: Setting
) -> Understood | None:
    """Return a row below "Minimum length" or of an average in its own words; else None."""
    if not read.clauses or not all(isinstance(one, Promise) for one in read.clauses):
        return None
    own, above = normal(" ".join(texts)), normal(" ".join(heads) or setting.heading)
    if _AVERAGE.search(own) is not None:
        sort = "quality"
    else:
        named = (one for one in ("lasts_ban", "lasts_kept") if _says(one, above))
        sort = _SORTS.get(next(named, ""), "")
    words = ": ".join(one.strip() for one in texts if one.strip())
    return kept_in_words(" | ".join(texts), words, sort) if sort else None


_SORTS = {"lasts_ban": "situation", "lasts_kept": "retention"}


def _says(name: str, low: str) -> bool:
    return ENGLISH.pattern(f"house.{name}").search(low) is not None
