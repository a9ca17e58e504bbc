"""The words of questions and policies: which carry meaning, and which mean the same."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from goodword.language.pack import ENGLISH
from goodword.language.stem import WORD, plain, stem

_EMPTY = frozenset(ENGLISH.names("find.empty"))


_WEAK = frozenset(map(stem, ENGLISH.names("find.weak")))


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words in a text that carry meaning, in order, repeats kept."""
    return tuple(one for one, says in words_of(text) if says)


def words_of(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the stem of every word in a text, and whether it carries meaning by itself."""
    return _words(plain(text))


def _words(text: str) -> tuple[tuple[str, bool], ...]:
    return tuple((stem(word), word not in _EMPTY) for word in WORD.findall(text))


def weight(word: str) -> float:
    """Return how much a stem says by itself, from 0 to 1."""
    return 0.25 if word in _WEAK else 1.0


Expressions = dict[tuple[str, ...], tuple[str, ...]]


@cache
def groups_in(file: str) -> tuple[Expressions, Expressions]:
    """Return the expressions by the stems that carry meaning, and by all their stems.

    An expression of several words of which one alone carries meaning ("for nothing") is known by
    all of them: "let know" must not leave "let" behind as a synonym of "tell".
    """
    text = plain(files("goodword.language.en").joinpath(file).read_text(encoding="utf-8"))
    telling: dict[tuple[str, ...], list[str]] = {}
    whole: dict[tuple[str, ...], list[str]] = {}
    for line in text.splitlines():
        name, colon, others = line.partition(":")
        if not colon or name.startswith("#"):
            continue
        for expression in (name, *others.split(",")):
            words = _words(expression)
            key = tuple(one for one, says in words if says)
            if len(key) > 1 or len(words) == 1:
                telling.setdefault(key or (words[0][0],), []).append(name.strip())
            elif key:
                whole.setdefault(tuple(one for one, _ in words), []).append(name.strip())
    return (
        {key: tuple(dict.fromkeys(names)) for key, names in telling.items()},
        {key: tuple(dict.fromkeys(names)) for key, names in whole.items()},
    )


def synonyms() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return each known expression, as the stems that carry meaning, with its groups."""
    return groups_in("synonyms.txt")[0]


def turns() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return each expression that is known only by all its words, as stems, with its groups."""
    return groups_in("synonyms.txt")[1]


@cache
def longest_turn() -> int:
    """Return the number of words in the longest expression that is known by all its words."""
    return max(map(len, turns()), default=0)


@cache
def neutral() -> frozenset[str]:
    """Return the groups of things that every case has, such as a visit or an order."""
    return frozenset(ENGLISH.names("find.neutral"))


@cache
def ordinary() -> frozenset[str]:
    """Return the stems of words of everyday life, which are no misspellings."""
    return frozenset(map(stem, ENGLISH.names("find.ordinary")))


def framed(text: str) -> frozenset[str]:
    """Return the groups that a turn of speech asks for: "should I …" asks for advice."""
    low = plain(text)
    return frozenset(
        name
        for name, pattern in ENGLISH.words("find.frames").items()
        if ENGLISH.compiled(str(pattern)).search(low)
    )


def is_enquiry(text: str) -> bool:
    """Whether a text opens as a question after a thing, and not as the telling of a moment."""
    pattern = ENGLISH.words("find.enquiry")["opening"]
    return ENGLISH.compiled(str(pattern)).search(plain(text).strip()) is not None


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


def turns_in(words: tuple[tuple[str, bool], ...]) -> Iterator[tuple[int, str]]:
    """Yield each expression known by all its words: the place of the word that carries meaning.

    Places count among the words that carry meaning.
    """
    known = turns()
    for start in range(len(words)):
        for end in range(start + 2, min(len(words), start + longest_turn()) + 1):
            for group in known.get(tuple(one for one, _ in words[start:end]), ()):
                for place in range(start, end):
                    if words[place][1]:
                        yield sum(says for _, says in words[:place]), group
