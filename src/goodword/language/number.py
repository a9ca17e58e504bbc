"""Numbers in figures and in words."""

from decimal import Decimal

from goodword.language.pack import ENGLISH, Pack

# The patterns of the English pack, for readers that are written for English.
NUMBER = ENGLISH.source("numbers.number")
NUMBER_OR_ARTICLE = ENGLISH.source("numbers.number_or_article")


def value_of(words: str, pack: Pack = ENGLISH) -> Decimal:
    """Return the value of a matched number; an article is one."""
    text = words.strip()
    if text[0].isdigit():
        return figures(text, pack)
    if text in pack.names("numbers.articles"):
        return Decimal(1)
    ones, tens = pack.words("numbers.ones"), pack.words("numbers.tens")
    if text in ones:
        return Decimal(ones[text])
    parts = text.replace("-", " ").split()
    many = pack.words("numbers.many") if pack.has("numbers.many") else {}
    value = 0
    for part in parts:
        times = many.get(part)
        value = max(value, 1) * times if times else value + (tens.get(part) or ones.get(part, 0))
    return Decimal(value)


def figures(text: str, pack: Pack = ENGLISH) -> Decimal:
    """Return the value of a number in figures, with the marks of its language."""
    plain = text.replace(pack.phrase("numbers.thousands"), "")
    return Decimal(plain.replace(pack.phrase("numbers.decimal"), "."))
