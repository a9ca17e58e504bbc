"""A rule in the author's words: "House rule: returns need the original packaging"."""

import re

from goodword.document.setting import Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.situation import HouseRule

_LONGEST = 300
# How a line of a list begins: "3.14 ", "(b) ", "• ".
_NUMBERED = re.compile(
    r"^(?:[•·●▪–-] |\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivx]{1,4})[.)] "
    r"|\d{1,2}(?:\.\d{1,2})+ (?=[A-Z]))+"
)
# "5 p.m." has stops that end nothing.
_HALF_DAY = re.compile(r"(?<![A-Za-z])([AaPp])\.[Mm]\.?(?=[\s,;:)-]|$)")
# Several sentences make one rule.
_ENDS = re.compile(r"(?<=\w\w)[.?!] (?=[A-Z])")
# With one of these in it a sentence does not say itself back.
_BREAKS = ("#", "*", "`", "\n")


def house_rule(text: str, setting: Setting) -> Understood | None:
    """Return the rule of a sentence that says that it is one, or None."""
    del setting
    plain = even(text).strip()
    found = ENGLISH.pattern("conduct.house_rule").match(normal(plain))
    if found is None:
        return None
    sort = _sort(found["sort"])
    return None if sort is None else ruled(plain[found.start("words") :], sort)


def _sort(words: str | None) -> str | None:
    """Return the sort that some words name, as its echo says it; None where they name none."""
    named = ENGLISH.words("house.sorts")
    return "" if words is None else next((one for one in named if named[one] == words), None)


def ruled(words: str, sort: str = "") -> Understood | None:
    """Return words as a rule that people keep to; None where they would not read back."""
    kept = unnumbered(words).rstrip(" .;:,").replace(" | ", ": ")
    kept = _HALF_DAY.sub(r"\1m", kept)
    kept = _ENDS.sub(lambda found: ": " if found[0] == "? " else "; ", kept)
    if not kept or len(kept) > _LONGEST or any(one in kept for one in _BREAKS) or ". " in kept:
        return None
    lowered = f"{kept[:1].lower()}{kept[1:]}" if kept[1:2].islower() else kept
    return Understood((HouseRule(words=lowered, sort=sort),))


def below(plain: str, context: str) -> str:
    """Return a line with what stands above it: a row with the head of each of its columns."""
    cells, heads = plain.split(" | "), context.split(" | ")
    if len(cells) == len(heads) > 1:
        return "; ".join(
            f"{head}: {cell}" for head, cell in zip(heads, cells, strict=True) if cell.strip(" -")
        )
    return f"{context.rstrip(' :')}: {unnumbered(plain)}" if context else plain


def unnumbered(words: str) -> str:
    """Return words without the number or the point that a line of a list begins with."""
    return _NUMBERED.sub("", words.strip())
