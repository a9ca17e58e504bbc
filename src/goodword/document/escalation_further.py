"""The further ways of whoever is unhappy: "to the board or the ombudsman", "and then to …"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from goodword.document.escalation_event import event_slug
from goodword.document.escalation_route import is_body
from goodword.document.escalation_titles import with_titles
from goodword.document.escalation_told import role_at
from goodword.document.escalation_waits import lengths_in
from goodword.document.second_people import is_person
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import stands
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import named, role_slug
from goodword.language.word import slug
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation

_CUES = (" or", " and", " then", ";", ",")
# Between one to whom they may go and the next; `then` where the first comes first.
_JOINT = re.compile(
    r"(?: \([^()]{2,60}\))?(?P<mark>(?:[,;]|,? (?:and|or|and/or|but))(?=[ ,])|(?= then ))"
    r"(?: (?:or|and))?(?:,? (?P<then>after that|(?:after|from) (?:him|her|it|them|there)|"
    r"then|thereafter|ultimately|finally|in the end|next|failing that|as a last resort|"
    r"in the last resort|only then)\b,?|"
    r" (?:also|alternatively|instead|else|if (?:you|they) (?:wish|prefer))\b,?|"
    r", [a-z][\w' ]{2,30},)?"
    r"(?P<to> (?:to|with|before|by|at|from))? (?P<who>(?:the |our |an? |your )?[^,.;:()?]+)"
)
_FOR = re.compile(r" for (?:the )?(?P<one>[A-Z]\w+(?: [A-Z]\w+)*) and (?P<two>[A-Z]\w+)")
_ARTICLE = re.compile(r"(?:the|our|an?|your) ")
_CAPITALS = re.compile(r"[A-Z][\w'&-]*(?: (?:(?:of|for|and|the|&) )*[A-Z][\w'&-]*)*")
_DOES = re.compile(
    r" (?:will|shall|may|can|must|is|are|has|have|who|which|then (?:will|has|replies|decides))\b"
)
_MOST = 4


def further(understood: Understood, text: str, setting: Setting) -> Understood:
    """Return a way with each further one that its sentence names behind it."""
    if len(understood.clauses) != 1:
        return understood
    first = understood.clauses[0]
    if (
        not isinstance(first, Escalation)
        or first.strength is not Strength.MAY
        or first.also
        or first.deputy is not None
    ):
        return understood
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if len(low) != len(plain) or not stands(_CUES, low):
        return understood
    whole = _FOR.search(plain, max(low.find(named(first.to)), 0))
    if whole is not None and f"_for_{slug(normal(whole['one']))}" in first.to:
        # "The Ombudsman for Banking Services and Investments" is one.
        first = replace(first, to=f"{first.to}_and_{slug(normal(whole['two']))}")
        understood = replace(understood, clauses=(first,))
    left, _, right = first.to.partition("_or_")
    either = re.search(rf"\b{left.replace('_', ' ')} or (?P<one>(?:the|our|an?) )?", low)
    if right and either is not None and (either["one"] or plain[either.end()].isupper()):
        # "The Law Society or the Legal Ombudsman" are two.
        first = replace(first, to=left)
    made = [first]
    for role, then in _others(plain, low, first.to, with_titles(setting, plain)):
        if role in [one.to for one in made]:
            break
        made.append(_behind(made[-1], role, then=then))
    if len(made) == 1:
        return understood
    rest = tuple(one for one in understood.findings if one.code != "RD01")
    return replace(understood, clauses=tuple(made), findings=(*rest, unsure(text, made)))


def _behind(before: Escalation, role: str, *, then: bool) -> Escalation:
    if not then:
        return replace(before, to=role)
    words = f"the {named(before.to)} cannot settle it"
    return Escalation(to=role, event=event_slug(words), event_words=words, strength=Strength.MAY)


def _others(plain: str, low: str, role: str, setting: Setting) -> Iterator[tuple[str, bool]]:
    words = r"\W+(?:(?:of|the|and|'s) )*".join(re.escape(one) for one in role.split("_"))
    at = max((one.end() for one in re.finditer(rf"\b{words}(?:'?s\b)?", low)), default=-1)
    listed: list[tuple[str, bool]] = []
    for _ in range(_MOST):
        joint = _JOINT.match(low, at) if at >= 0 else None
        if joint is None:
            return
        who = _who(plain, low, *joint.span("who"), setting, bare=joint["to"] is None)
        if who is None:
            return
        listed.append((who[0], joint["then"] is not None))
        at = who[1]
        if joint["then"] is not None or joint["to"] is not None or joint["mark"] not in {",", ";"}:
            # An address behind a name has commas too, and no "or" before its end.
            yield from listed
            listed = []


def _who(
    plain: str, low: str, start: int, end: int, setting: Setting, *, bare: bool
) -> tuple[str, int] | None:
    """Return whom a stretch names, and where the name ends; None where that is nobody."""
    article = _ARTICLE.match(low, start)
    begin = article.end() if article is not None else start
    stop = ENGLISH.pattern("ways.ends").search(low, begin, end)
    name = _CAPITALS.match(plain, begin, stop.start() if stop is not None else end)
    said = role_at(low, start, stop.start() if stop is not None else end, setting, sure=False)
    if name is not None and (said is None or name.end() > said[2]):
        role = role_slug(normal(name[0]))
        last = name.end()
    elif said is not None and said[0] and (not bare or article is not None):
        role, last = said[0], said[2]
    else:
        return None
    if role is None or _DOES.search(low, begin, stop.start() if stop is not None else end):
        return None
    if lengths_in(low[begin:last]):
        return None
    known = is_body(role) or is_person(role, setting)
    return (role, last) if known or (name is not None and name.end() >= last) else None
