"""How much of the time something works: "we guarantee 99.9% uptime", kept in its own words."""

# ruff: noqa: E501  (a pattern reads best unbroken)

from goodword.document.house_rule import unnumbered
from goodword.document.second_said import kept_in_words
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal

_SAID = Cued(
    r"\b\d{2}(?:\.\d+)?(?:%| per ?cent) (?:(?!of\b)[\w-]+ ){0,3}(?:up-?time|availability)\b"
    r"|\b(?:up-?time|availability) (?:of|is|will be|shall be|at|target of|level of) (?:at least )?\d{2}(?:\.\d+)?(?:%| per ?cent)"
    r"|\bavailable (?:for )?(?:at least )?\d{2}(?:\.\d+)?(?:%| per ?cent) of the (?:time|month|year)\b",
    "uptime|up-time|availab",
)
# What it was is told; what is given when it falls short is read elsewhere.
_TOLD = Cued(
    r"\b(?:was|were|achieved|averaged|last (?:month|year|quarter)|below|under|less than|falls?|if|credits?|fees?)\b",
    "was|were|achieved|averaged|last|below|under|less|fall|if|credit|fee",
)


def uptime_said(text: str) -> Understood | None:
    """Return what share of the time something works, in its own words, and ask; None for others."""
    plain = unnumbered(even(text)).rstrip(" .!")
    low = normal(plain)
    if _SAID.search(low) is None or _TOLD.search(low) is not None:
        return None
    return kept_in_words(text, plain, "quality")
