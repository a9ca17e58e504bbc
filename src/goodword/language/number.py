"""Numbers in figures and in words."""

import re
from decimal import Decimal

from goodword.language.en import numbers as en

_ONES = sorted(en.ONES, key=len, reverse=True)
_WORDS = rf"(?:{'|'.join(en.TENS)})(?:[ -](?:{'|'.join(_ONES[:])}))?|(?:{'|'.join(_ONES)})"
# A number in figures or words, without articles. Thousands may be set off by commas.
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_WORDS})(?![\w-]*[a-z]))"
NUMBER_OR_ARTICLE = rf"(?:{NUMBER}|an?\b)"
_ARTICLE = re.compile("|".join(f"{word}$" for word in en.ARTICLES))


def value_of(words: str) -> Decimal:
    """Return the value of a matched number; an article is one."""
    text = words.strip().replace(",", "")
    if text[0].isdigit():
        return Decimal(text)
    if text in en.ARTICLES:
        return Decimal(1)
    first, _, rest = text.replace("-", " ").partition(" ")
    if first in en.TENS:
        return Decimal(en.TENS[first] + (en.ONES[rest.strip()] if rest.strip() else 0))
    return Decimal(en.ONES[first])
