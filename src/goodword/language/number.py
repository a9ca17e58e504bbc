"""Numbers in figures and in words."""

from decimal import Decimal

from goodword.language.pack import ENGLISH, Pack

# The patterns of the English pack, for readers that are written for English.
NUMBER = ENGLISH.source("numbers.number")
NUMBER_OR_ARTICLE = ENGLISH.source("numbers.number_or_article")


def value_of(words: str, pack: Pack = ENGLISH) -> Decimal:
    """Return the value of a matched number; an article is one."""
    text = words.strip()
    if text in pack.names("numbers.articles"):
        return Decimal(1)
    ones, tens = pack.words("numbers.ones"), pack.words("numbers.tens")
    if text in ones:
        return Decimal(ones[text])
    many = pack.words("numbers.many") if pack.has("numbers.many") else {}
    whole, below = Decimal(0), Decimal(0)
    for part in text.replace("-", " ").split():
        times = many.get(part)
        if part[0].isdigit():
            below += figures(part, pack)
        elif times is None:
            below += tens.get(part) or ones.get(part, 0)
        elif times < 1000:
            below = (below or 1) * times
        else:
            whole, below = whole + (below or 1) * times, Decimal(0)
    return whole + below


def figures(text: str, pack: Pack = ENGLISH) -> Decimal:
    """Return the value of a number in figures, with the marks of its language."""
    plain = text.replace(pack.phrase("numbers.thousands"), "")
    return Decimal(plain.replace(pack.phrase("numbers.decimal"), "."))
