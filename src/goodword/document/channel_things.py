"""Letters, calls and phones that are a thing made, sold or spoken of, and no way in."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.language.cued import Cued
from goodword.language.pack import ENGLISH
from goodword.language.service import Word

_MENDED = Cued(
    r"(?: lines?)? (?:(?:is|are|will be) (?:\w+ )?(?:back|repaired|restored|replaced|fixed|handed out|installed|working|available)\b"
    r"|(?:faults?|outages?|failures?|downtime|repairs|accounts? (?:is|are) (?:created|opened|set up))\b)",
    "back|repaired|restored|replaced|fixed|handed|installed|working|available|fault|outage|failure|downtime|repairs|account",
)

_CAME_ON = re.compile(
    r"\b(?:on|via|through|by|in|over|using|with|at|to|from|or|and) (?:(?:the|our|your|an?) )?$"
)
_BY = ("on ", "via ", "through ", "by ", "in ", "over ", "using ", "with ")


def is_letter_made(low: str, word: Word) -> bool:
    """Whether a letter is what is asked for or made: "an offer letter", "letters are issued"."""
    if ENGLISH.pattern("scope.letter_answered").search(low, 0, word.start) is not None:
        # "A reply to your letter is sent": the letter came.
        return False
    before = ENGLISH.pattern("scope.letter_named").search(low, 0, word.end)
    if before is not None and before.end() == word.end:
        return True
    return ENGLISH.pattern("scope.letter_made").match(low, word.end) is not None


def is_mended(low: str, word: Word) -> bool:
    """Whether a phone, a site or an inbox is what is mended: "phone faults are fixed"."""
    if _MENDED.match(low, word.end) is None:
        return False
    # "Faults reported on the app are fixed": they came by it.
    return _CAME_ON.search(low[: word.start]) is None and not low.startswith(_BY, word.start)


def is_goods(words: str, word: Word) -> bool:
    """Whether a heading's word is of a thing: "Email hosting", "Cash calls", "Mobile phones"."""
    return any(
        found.start() < word.end and word.start < found.end()
        for found in ENGLISH.pattern("scope.channel_goods").finditer(words)
    )
