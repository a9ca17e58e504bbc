"""What is given or done, where no form of sentence says it: weighed by the words, else as named."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_action import ANYTHING, heading_action, noun_action, thing_action
from goodword.document.authority_sentence import AuthoritySentence
from goodword.language.normal import normal
from goodword.language.weights import weights
from goodword.language.word import whole_slug

OTHER = "other"
_SURE = 0.5
_CERTAIN = 0.75
_LIKELY = 0.3
# Verbs that say nothing of what is given.
_LOOSE = frozenset({"give_goods", "approve", "cancel", "extend", "replace"})
_MAY = re.compile(
    r"\b(?:may|can|could|(?:is|are|be) (?:\w+ ){0,2}?(?:authori[sz]ed|allowed|permitted|empowered|free|able|trusted|entitled) to"
    r"|power to|powers to|authority to|discretion to|right to|licen[cs]e to|must not|may not|not) (?:(?:also|always|personally|themselves) )?(?P<what>(?!be\b|not\b|only\b)[a-z].*)"
)
# "must approve any return", "approval is required to set up …".
_AGREES = re.compile(
    r"\b(?:(?:approves?|authori[sz]es?|agrees?(?: to)?|signs? off(?: on)?|sanctions?|countersigns?|decides?(?: on)?) (?:for )?"
    r"|(?:approval|consent|permission|agreement|authori[sz]ation|signature|say|sign-off|decision)\b(?: \w+){0,8}? (?:required|needed|necessary|sought|obtained)? ?(?:for|to|before|on) )(?P<what>[a-z].*)"
)
_BEFORE = re.compile(
    r"^(?P<what>.+?),? (?:(?:must|should|can|may|will|shall|has|have|is|are|needs?|requires?|takes?|wants?|goes?|comes?|sits?|lies?|rests?|belongs?|calls?|stays?|remains?|falls?)\b|without\b)"
)
# "Billing adjustments of up to $80": a line that begins with what is given.
_BEGINS = re.compile(
    r"^(?:[-•] )?(?:ha(?:s|ve) )?(?:the )?(?:authority (?:for|over|to (?:give|approve|grant|offer)) )?"
    r"(?:any |all |the )?(?P<what>[a-z][a-z -]*?)(?::| of| worth|,)? ?(?:up to |over |above |of )*¤"
)
_TOPIC = re.compile(r"^(?P<what>[a-z][\w' -]{2,40}?)(?::| - )")
_TAIL = re.compile(
    r"(?:,| (?:if|when|where|once|whenever|without|unless|subject to|provided|up to|as long as|in order to|so long as|only)\b).*$|[;:.?!(].*$"
)
_LEAD = re.compile(r"^(?:any|all|the|an?|every|each|to|for|only) ")
_MOST_WORDS = 9


def given_in(
    it: AuthoritySentence,
    context: str,
    marks: tuple[str, ...],
    names: tuple[tuple[int, int], ...] = (),
) -> tuple[str, str | None]:
    """Return what is given as a slug, and the goods where goods are given.

    `names` are the places of roles, which are nothing that is given.
    """
    if (begun := _BEGINS.match(re.sub("¤+", "¤", it.shape))) is not None:
        known_noun = noun_action(begun["what"], it.pack)
        if known_noun is not None and known_noun[1] is None:
            return known_noun[0], None
    known = _known(it)
    beside = heading_action(normal(context)) or heading_action(normal(it.setting.heading))
    table = weights("actions")
    found, share = table.best(marks) if table is not None else (OTHER, 0.0)
    if beside and not known and it.bounds and share < _CERTAIN:
        return beside, None
    if found != OTHER and share >= _SURE:
        return found, None
    if len(known) == 1:
        return known[0], None
    return (
        beside
        or (found if found in known or (found != OTHER and share >= _LIKELY) else None)
        or _named(it, names)
        or (_slug(it.low) if context else None)
        or ANYTHING
    ), None


def _known(it: AuthoritySentence) -> tuple[str, ...]:
    """Return the known actions whose verbs or nouns stand in the sentence."""
    found = [
        action
        for name in ("verbs", "nouns")
        for pattern, action in it.pack.words(f"actions.{name}").items()
        if "(?P<" not in pattern
        and action not in _LOOSE
        and it.pack.compiled(rf"\b(?:{pattern})\b").search(it.low)
    ]
    return tuple(dict.fromkeys(found))


def _named(it: AuthoritySentence, names: tuple[tuple[int, int], ...]) -> str | None:
    """Return the action that the sentence names: behind "may", or before what it needs."""
    shape = re.sub("¤+", " ", it.shape)
    for pattern in (_MAY, _AGREES, _BEFORE, _TOPIC):
        found = pattern.search(shape)
        if found is None:
            continue
        start, end = found.span("what")
        if pattern is not _MAY and any(start < stop and begin < end for begin, stop in names):
            continue
        words = _TAIL.sub("", re.sub(r"\s+", " ", found["what"]).strip(" ,"))
        if action := _slug(words):
            return action
    return None


def _slug(words: str) -> str | None:
    words = _LEAD.sub("", _TAIL.sub("", words)).strip(" ,")
    if not words or len(words.split()) > _MOST_WORDS:
        return None
    return thing_action(words) or whole_slug(words, limit=80) or None
