"""The words of a sentence as what narrows a promise is looked for among them."""

import re
from dataclasses import dataclass
from functools import cache

from goodword.document.asides import asides
from goodword.document.condition_text import frame
from goodword.document.time_scope import is_scope_behind
from goodword.language.memory import remembered
from goodword.language.normal import even
from goodword.language.pack import ENGLISH
from goodword.language.service import hedge_in, metrics_in, shares_in
from goodword.language.time_phrase import times_in
from goodword.language.word import singular

MARKS = frozenset(",;:()|!?.-")
_TOKEN = re.compile(
    r"[£$€]?[a-z0-9][\w'%&/.-]*[\w%']|[£$€]?[a-z0-9]|[,;:()|!?]|\.(?= |$)|(?<= )-(?= )"
)
# From when a time counts narrows nothing: "of receipt".
_STARTS = re.compile(
    r" ?,? ?(?:of|from|after|following|upon|once|on) "
    r"(?:(?:arrival|receipt|delivery|arriving|receiving \w+) (?:at|in|by) (?:our|the) )?"
    r"(?!average|[a-z]+days?\b)[^,.;()]*?"
    r"(?=,| and (?:we|will|then|to|within|keep|give|resolve|answer|respond|reply|aim)\b"
    r"| unless\b| except\b| if\b| for\b| in\b| at\b| during\b|[.;()]|$)"
)
_AN = re.compile(r"[aeio](?!ne\b|ne-)|u(?!ni|se|r?k)|hour")
_LONGEST_JOINED = 3
# Without these a thing would be another one.
_KEPT = frozenset(("the", "a", "an", "no", "this", "that", "other"))


@dataclass(frozen=True, slots=True)
class Scope:
    """Words that narrow what a promise is for, and where they stand.

    `words` say it as a condition ("it is about council tax"); empty where I cannot say it as one.
    """

    start: int
    end: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark in small letters; `taken` where a time or a condition has it."""

    word: str
    start: int
    end: int
    taken: bool

    @property
    def ends(self) -> bool:
        """Whether no thing goes on beyond it."""
        return self.taken or self.word in MARKS


@cache
def words_of(name: str) -> frozenset[str]:
    """Return a list of words of the English pack, as a set."""
    return frozenset(ENGLISH.names(f"scope.{name}"))


def is_one_of(token: Token, name: str) -> bool:
    """Whether a word, or its singular, stands in a list."""
    return _stands_in(token.word, name)


@remembered(8_192)
def _stands_in(word: str, name: str) -> bool:
    listed = words_of(name)
    return word in listed or singular(word) in listed


def tokens_of(text: str, low: str) -> list[Token]:
    """Return the words and marks of a sentence; `low` is its text in small letters."""
    shut = [*frame(text).hidden, *asides(low), *((one[0], one[1]) for one in shares_in(low))]
    for one in times_in(low):
        started = _STARTS.match(low, one.end)
        if started is not None and is_scope_behind(started[0]):
            started = None
        shut.append((one.start, started.end() if started else one.end))
    if (hedge := hedge_in(low)) is not None:
        shut.append(hedge)
    return [
        Token(
            found[0],
            found.start(),
            found.end(),
            any(start <= found.start() < end for start, end in shut),
        )
        for found in _TOKEN.finditer(low)
    ]


def thing_from(tokens: list[Token], at: int) -> tuple[int, list[Token]]:
    """Return where a thing named from `at` on ends, and its words."""
    words: list[Token] = []
    for place in range(at, len(tokens)):
        token = tokens[place]
        if token.ends:
            return place, words
        if (words and token.word in {"and", "or", "&"} and _goes_on(tokens, place)) or (
            words and token.word == "of" and place + 1 < len(tokens)
        ):
            words.append(token)
        elif _closes(tokens, place, begun=bool(words)):
            return place, words
        else:
            words.append(token)
    return len(tokens), words


def _closes(tokens: list[Token], place: int, *, begun: bool) -> bool:
    """Whether a word stands outside the thing before it."""
    token = tokens[place]
    if token.word in words_of("stops"):
        return begun or token.word != "that"
    if token.word in words_of("leading"):
        return begun or token.word not in {"under", "over"}
    if not begun:
        return False
    joined = tokens[place - 1].word in {"and", "or", "of"}
    return (token.word in words_of("determiners") and not joined) or token.word in words_of("came")


def _lists(tokens: list[Token], place: int) -> bool:
    """Whether a comma stands in a list of things that "and" or "or" ends."""
    size = 0
    for at in range(place + 1, len(tokens)):
        token = tokens[at]
        if token.word in {"and", "or"} and size:
            return _goes_on(tokens, at)
        if token.word == "," and size:
            size = 0
        elif _is_edge(token) or size == _LONGEST_JOINED:
            return False
        else:
            size += 1
    return False


def _goes_on(tokens: list[Token], place: int) -> bool:
    """Whether "and" joins another thing, and no other deed."""
    after = tokens[place + 1 : place + 2 + _LONGEST_JOINED]
    if not after or _is_edge(after[0]) or metrics_in(after[0].word):
        return False
    size = next((number for number, one in enumerate(after) if _is_edge(one)), len(after))
    return size <= _LONGEST_JOINED


def _is_edge(token: Token) -> bool:
    return token.ends or token.word in words_of("stops") or token.word in words_of("leading")


def said(text: str, words: list[Token]) -> str:
    """Return a thing as the author wrote it, of nobody in particular."""
    bare = list(words)
    whose = ""
    while len(bare) > 1 and bare[0].word in words_of("determiners") - _KEPT:
        first = bare.pop(0)
        if first.word in words_of("owned"):
            whose = "our " if first.word == "our" else "the "
            break
        if first.word in {"every", "each"}:
            whose = "a "
            break
    named = as_written(text, bare[0].start, bare[-1].end)
    return f"{article(named)} {named}" if whose == "a " else f"{whose}{named}"


def as_written(text: str, start: int, end: int) -> str:
    """Return the author's words, without the capital that only a sentence's beginning wants."""
    words = even(text[start:end])
    opens = start == 0 or text[:start].rstrip().endswith((".", ":", "!"))
    if opens and words[:1].isupper() and not words[1:2].isupper():
        return f"{words[:1].lower()}{words[1:]}"
    return words


def article(noun: str) -> str:
    """Return "an" before a vowel that is heard, else "a"."""
    return "an" if _AN.match(noun.lower()) else "a"


def content_of(words: list[Token]) -> list[Token]:
    """Return the words of a thing without those that only open it."""
    return [one for one in words if one.word not in words_of("determiners")]


def is_anyone(words: list[Token]) -> bool:
    """Whether the words name the people we serve, and none of them in particular."""
    content = content_of(words)
    return not content or (
        is_one_of(content[-1], "everyone")
        and all(
            one.word in words_of("anyone")
            or one.word in {"and", "or", "of"}
            or is_one_of(one, "everyone")
            for one in content[:-1]
        )
    )


def is_ours(words: list[Token]) -> bool:
    """Whether the words name us: "our support team", "the head of the school"."""
    heads = words if any(one.word == "of" for one in words) else words[-1:]
    return not words or any(one.word in words_of("ours") for one in heads)


def is_any_case(words: list[Token]) -> bool:
    """Whether the words name nothing but what any case is, or what comes of it."""
    return all(
        one.word in words_of("determiners")
        or one.word in words_of("plain")
        or one.word in {"and", "or", "of"}
        or is_one_of(one, "cases")
        or is_one_of(one, "outcomes")
        for one in words
    )


def is_manner(content: list[Token]) -> bool:
    """Whether the words say how something is done: "in writing", "on behalf of"."""
    manner = words_of("manner")
    if len(content) > 1 and content[0].word in manner and content[1].word == "of":
        return True
    if len(content) > 1 and content[-1].word in words_of("ways"):
        return True
    return all(one.word in manner for one in content)


def of_noun(text: str, noun: Token, rest: str) -> str:
    """Return "it is an application for a permit" of "applications" and "for a permit"."""
    if is_one_of(noun, "people"):
        return f"it is for {as_written(text, noun.start, noun.end)} {rest}"
    one = singular(noun.word)
    if one in {"correspondence", "feedback", "contact", "anything", "something", "everything"}:
        return f"it is {rest}"
    return f"it is {article(one)} {one} {rest}"


def opens_deed(tokens: list[Token], place: int) -> bool:
    """Whether the word at a place stands before what is done: "we", "aim to"; not "reply to"."""
    word = tokens[place].word
    if word != "to":
        return word in words_of("doers")
    before = tokens[place - 1] if place else None
    return before is not None and (before.taken or before.word in words_of("willing"))
