"""The words of questions and policies: which carry meaning, and which mean the same."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from goodword.language.memory import remembered
from goodword.language.pack import ENGLISH
from goodword.language.stem import WORD, plain, stem

_EMPTY = frozenset(ENGLISH.names("find.empty"))


_WEAK = frozenset(map(stem, ENGLISH.names("find.weak")))


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words in a text that carry meaning, in order, repeats kept."""
    return tuple(one for one, says in words_of(text) if says)


@remembered(8_192)
def words_of(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the stem of every word in a text, and whether it carries meaning by itself."""
    return _words(plain(text))


def _words(text: str) -> tuple[tuple[str, bool], ...]:
    return tuple((stem(word), word not in _EMPTY) for word in WORD.findall(text))


def weight(word: str) -> float:
    """Return how much a stem says by itself, from 0 to 1."""
    return 0.25 if word in _WEAK else 1.0


_Row = tuple[str, ...]
Expressions = dict[_Row, _Row]
# The longer expressions by the two stems with which they begin, and their groups.
_Begun = dict[_Row, tuple[tuple[_Row, _Row], ...]]


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
def _begun() -> tuple[_Begun, _Begun]:
    """Return both kinds of expressions of several stems by the first two, the shorter first."""
    telling, whole = map(_by_beginning, groups_in("synonyms.txt"))
    return telling, whole


def _by_beginning(known: Expressions) -> _Begun:
    begun: dict[_Row, list[tuple[_Row, _Row]]] = {}
    for expression in sorted(known, key=len):
        if len(expression) > 1:
            begun.setdefault(expression[:2], []).append((expression, known[expression]))
    return {two: tuple(found) for two, found in begun.items()}


def expressions(words: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield each known expression in a row of stems: where it starts, ends, and its group."""
    known, (begun, _) = synonyms(), _begun()
    for start, word in enumerate(words):
        if word not in _WEAK:
            for group in known.get((word,), ()):
                yield start, start + 1, group
        for expression, groups in begun.get(words[start : start + 2], ()):
            end = start + len(expression)
            if words[start:end] == expression:
                for group in groups:
                    yield start, end, group


def pairs(words: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Return the neighbours in a row of stems."""
    return frozenset(pairwise(words))


def turns_in(words: tuple[tuple[str, bool], ...]) -> Iterator[tuple[int, str]]:
    """Yield each expression known by all its words: the place of the word that carries meaning.

    Places count among the words that carry meaning.
    """
    _, begun = _begun()
    row = tuple(one for one, _ in words)
    for start in range(len(row) - 1):
        for expression, groups in begun.get(row[start : start + 2], ()):
            end = start + len(expression)
            if row[start:end] != expression:
                continue
            for group in groups:
                for place in range(start, end):
                    if words[place][1]:
                        yield sum(says for _, says in words[:place]), group
