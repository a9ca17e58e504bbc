"""What narrows a promise to some cases: "letters about council tax", "for new patients"."""

import re

from goodword.document.asides import asides
from goodword.document.condition_text import frame
from goodword.document.scope_appointment import appointments
from goodword.document.scope_leading import goes_on, leading
from goodword.document.scope_named import called, labelled, made, thing
from goodword.document.scope_opening import opening_things
from goodword.document.scope_words import Scope, Token, tokens_of, words_of
from goodword.language.memory import remembered
from goodword.language.normal import even, normal
from goodword.language.service import channels_in, subjects_in
from goodword.language.word import singular

_RELATIVES = frozenset(("who", "that", "which", "whose"))
_PEOPLE = frozenset(("anyone", "anybody", "everyone", "everybody"))
# A clause no longer than this only says how somebody came to us.
_BRIEF_CHANNEL, _BRIEF_SUBJECT = 6, 4


@remembered(1_024)
def scopes_of(text: str) -> tuple[Scope, ...]:
    """Return what narrows the main clause of a sentence, in order, none inside another."""
    low = normal(text)
    tokens = tokens_of(text, low)
    found = _relatives(text, low)
    for at, token in enumerate(tokens):
        if token.taken or any(one.start <= token.start < one.end for one in found):
            continue
        scope = (
            labelled(text, tokens, at)
            or leading(text, tokens, at)
            or made(text, tokens, at)
            or called(text, tokens, at)
        )
        if scope is not None:
            found.append(_whole(text, tokens, scope))
    if not any(one.words for one in found) and (named := thing(low, text, tokens)) is not None:
        found.append(named)
    found.extend(opening_things(low, text, tokens, found))
    if not any(one.words for one in found):
        found.extend(appointments(text, low))
    return tuple(sorted(found, key=lambda one: one.start))


def _whole(text: str, tokens: list[Token], scope: Scope) -> Scope:
    """Return a scope with what hangs on its last word: "a referral from your GP"."""
    behind = next((at for at, one in enumerate(tokens) if one.start >= scope.end), len(tokens))
    last = goes_on(text, tokens, behind)
    if not scope.words or last == behind:
        return scope
    end = tokens[last - 1].end
    return Scope(scope.start, end, f"{scope.words}{even(text[scope.end : end])}")


def _relatives(text: str, low: str) -> list[Scope]:
    """Return the scopes in "callers who leave a number", "orders that need assembly"."""
    found = []
    hidden = frame(text).hidden
    for start, end in asides(low):
        word = low[start : start + 5].partition(" ")[0]
        if word not in _RELATIVES or any(first <= start < last for first, last in hidden):
            continue
        before = low[:start].rstrip()
        noun = before.rstrip(",").rpartition(" ")[2]
        listed = words_of("people") | words_of("cases")
        what = even(text[start + len(word) : end]).strip(" ,.;")
        if (before.endswith(",") and word == "which") or not {noun, singular(noun)} & listed:
            continue
        if word == "whose" or _SUBJECT.fullmatch(normal(what)) is None:
            if not _only_comes(normal(what)):
                found.append(Scope(start, end, _as_condition(word, noun, what)))
        elif (whole := _told(text, low, start + len(word))) is not None:
            found.append(Scope(start, whole[0], whole[1]))
    return found


# "Reports that somebody is being harmed are answered …": what is told, and what is done about it.
_SUBJECT = re.compile(r"(?:we|you|they|he|she|it|i|somebody|someone|anybody|anyone|nobody)")
_TOLD = re.compile(
    r" (?P<what>(?P<who>\w+) (?:(?!\b(?:within|by)\b)[^,.;:])+?)"
    r"(?= (?:are (?!being)|will |gets? |must |should |receive a|is (?!being|not|at|in|about|un))|,)"
)
_OWN_SUBJECT = re.compile(
    r"(?:we|you|they|he|she|it|i|somebody|someone|anybody|anyone|nobody|there|an?|the|our|your|their"
    r"|no one|staff|people) (?!within\b)"
)
_SAY = frozenset(
    ("report", "complaint", "claim", "allegation", "concern", "evidence", "sign", "news", "message")
)
# "Parcels that we lose": it is them that we lose.
_DEED = re.compile(
    r"(?:we|you|they|he|she|i|somebody|someone|nobody|no one|anyone|staff) "
    r"(?:(?:cannot|can|can't|could|may|might|must|will|would|do|does|did|don't|have|has|had|not|"
    r"never|still|already|been unable to|are unable to|find|first|then) )*\w+\b(?! us\b| you\b)"
)
_REACHES = re.compile(
    r"\w+ (?:have |has |had )?(?:recei\w+|gets?|got|sends?|sent|makes?|made|take)\b"
)


def _told(text: str, low: str, start: int) -> tuple[int, str] | None:
    """Return where a clause with a subject of its own ends, and what it says; None if nothing."""
    found = _TOLD.match(low, start)
    if found is None or _REACHES.match(found["what"]) is not None:
        return None
    return found.end(), even(text[slice(*found.span("what"))])


def _only_comes(what: str) -> bool:
    """Whether a clause says no more than that, or how, somebody came to us."""
    size = len(what.split())
    return (
        not what
        or what in words_of("harmless_relatives")
        or (size <= _BRIEF_CHANNEL and bool(channels_in(what)))
        or (size <= _BRIEF_SUBJECT and bool(subjects_in(what)))
    )


def _as_condition(word: str, noun: str, what: str) -> str:
    """Return "callers who leave a number" as "they leave a number"."""
    if word == "whose":
        return f"their {what}"
    many = noun.endswith("s") or noun in {"people", "those", "children"}
    if _OWN_SUBJECT.match(normal(what)) is not None:
        deed = None if singular(noun) in _SAY else _DEED.match(normal(what))
        them = "them" if many else "it"
        return what if deed is None else f"{what[: deed.end()]} {them}{what[deed.end() :]}"
    if many:
        return f"they {what}"
    return f"the {'person' if noun in _PEOPLE else noun} {what}"
