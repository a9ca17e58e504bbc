"""English words brought to a form in which they can be compared."""

import re
import unicodedata
from functools import cache

from goodword.language.cued import Cued
from goodword.language.pack import ENGLISH

WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_CONTRACTIONS = (
    (Cued(r"\bcan'?t\b|\bcan not\b", "can't|cant|can not"), "cannot"),
    (Cued(r"\bwon'?t\b", "won't|wont"), "will not"),
    (Cued(r"n't\b", "n't"), " not"),
    (
        Cued(
            r"\b(did|does|do|is|was|are|were|has|have|had|could|would|should)nt\b",
            "didnt|doesnt|dont|isnt|wasnt|arent|werent|hasnt|havent|hadnt|couldnt|wouldnt|shouldnt",
        ),
        r"\1 not",
    ),
    (Cued(r"'(?:s|re|ve|ll|d|m)\b", "'"), ""),
    (Cued(r"\bi m\b", "i m"), "i"),
    (
        Cued(
            r"\b(they|you)(?:re|ve|ll)\b|\b(he|she|what|who|that)s\b|\b(where|there)s\b",
            "theyre|theyve|theyll|youre|youve|youll|hes|whats|whos|thats|wheres|theres",
        ),
        r"\1\2\3",
    ),
)


def _forms() -> dict[str, str]:
    """Return each irregular form and each British spelling with the word it is a form of."""
    lines = ENGLISH.words("find.forms").values()
    pairs = (pair.partition(":") for line in lines for pair in str(line).split())
    return {form: word for form, _, word in pairs}


_FORMS = _forms()


def plain(text: str) -> str:
    """Return the text in lower case, without accents, curly quotes and contractions."""
    text = text.replace("’", "'").replace("‘", "'").casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    for pattern, full in _CONTRACTIONS:
        text = pattern.sub(full, text)
    return text


@cache
def stem(word: str) -> str:
    """Return the word without the endings that change its number, time or manner."""
    word = _FORMS.get(word, word)
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending, rest in (("ies", "y"), ("sses", "ss"), ("ingly", ""), ("edly", ""), ("ly", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + rest
            break
    else:
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    if word.endswith("ll") and len(word) > 4:
        word = word[:-1]
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word
