"""English words brought to a form in which they can be compared."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_CONTRACTIONS = (
    (re.compile(r"\bcan'?t\b|\bcan not\b"), "cannot"),
    (re.compile(r"\bwon'?t\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"\b(did|does|do|is|was|are|were|has|have|had|could|would|should)nt\b"), r"\1 not"),
    (re.compile(r"'(?:s|re|ve|ll|d|m)\b"), ""),
    (re.compile(r"\bi m\b"), "i"),
)
# Words that say how a thing is asked, not what it is about.
_EMPTY = frozenset(
    """a an the and or but if then than that this these those there here of to in on at by for from
    with about as into over up out off i me my we us our you your he him his she her they them their
    it its who whom whose which what when where why how is are was were be been being am do does did
    doing have has had having will would can could may might must shall just very really so too also
    again now please hello hi say says said saying ask asks asked asking wants wanted want like get
    gets got go goes going went know think thing things one ones some any all because only even
    such own same much many more most other another each every still ever always per client
    customer somebody someone anybody anyone people person need needs yes ok after""".split()  # noqa: SIM905 - a list of words reads best as words
)
# Only a phrase of the policy or of the synonyms gives these a meaning.
_WEAK = frozenset(
    {
        "not",
        "cannot",
        "should",
        "back",
        "make",
        "take",
        "give",
        "put",
        "come",
        "day",
        "let",
        "no",
        "keep",
        "long",
        "right",
        "feel",
    }
)


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


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words in a text that carry meaning, in order, repeats kept."""
    return tuple(
        stem(word)
        for word in (found.group() for found in _WORD.finditer(plain(text)))
        if word not in _EMPTY
    )


def weight(word: str) -> float:
    """Return how much a stem says by itself, from 0 to 1."""
    return 0.25 if word in _WEAK else 1.0


@cache
def synonyms() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return each known expression, as stems, with the groups it belongs to."""
    text = files("goodword.language.en").joinpath("synonyms.txt").read_text(encoding="utf-8")
    groups: dict[tuple[str, ...], list[str]] = {}
    for line in text.splitlines():
        name, colon, others = line.partition(":")
        if not colon or name.startswith("#"):
            continue
        for expression in (name, *others.split(",")):
            key = stems(expression)
            # "let know" must not leave "let" behind as a synonym of "tell".
            if len(key) > 1 or len(expression.split()) == 1:
                groups.setdefault(key, []).append(name.strip())
    return {key: tuple(dict.fromkeys(names)) for key, names in groups.items()}


@cache
def longest_expression() -> int:
    """Return the number of stems in the longest known expression."""
    return max(map(len, synonyms()))


def expressions(words: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield each known expression in a row of stems: where it starts, ends, and its group."""
    known = synonyms()
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + longest_expression()) + 1):
            if end - start == 1 and words[start] in _WEAK:
                continue
            for group in known.get(words[start:end], ()):
                yield start, end, group


def pairs(words: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Return the neighbours in a row of stems."""
    return frozenset(pairwise(words))
