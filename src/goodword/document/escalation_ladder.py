"""Several to whom a matter goes in turn, or for each its own: "first to the lead, then …"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable
from dataclasses import replace

from goodword.document.escalation_event import event_slug
from goodword.document.second_said import unsure
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.duty import Escalation

Reader = Callable[[str], Understood]

_FIRST = Cued(
    r"\bthen\b|\bnext\b|after that|failing that|thereafter|subsequently",
    "then|next|after|failing|subsequently",
)
_AGAIN = Cued(r"[;,](?: and)? [^;]* to ", ";|,")
_COUNTED = Cued(
    r"^(?P<case>(?:two|three|four|five|six|\d+|more than \w+|the (?:second|third|fourth)|a (?:second|third|fourth)|repeated)"
    r" [^:]{3,60}?(?:within|in) (?:any |an? |the same |one )?(?:[\w]+ )?(?:day|week|month|year|hour|shift|term|season)s?): ",
    ": ",
)
_TELLS = re.compile(
    r"\b(?:refer|report|tell|inform|notify|alert|escalate|pass|hand|call|contact|send)\b"
)
_PLURAL = re.compile(r"(?:two|three|four|five|six|\d+|more than|repeated)\b")


def in_turn(text: str, read: Reader) -> Understood | None:
    """Return one escalation for each who is given a matter; None for any other sentence."""
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if len(low) != len(plain):
        return None
    return (
        _ladder(text, plain, low, read)
        or _gapped(text, plain, low, read)
        or _counted(plain, low, read)
    )


def _ladder(text: str, plain: str, low: str, read: Reader) -> Understood | None:
    found = ENGLISH.pattern("appeal.ladder").match(low) if _FIRST.search(low) else None
    if found is None:
        return None
    stem = f"{plain[slice(*found.span('what'))]} {plain[slice(*found.span('does'))]}"
    rungs: list[Escalation] = []
    for name in ("one", "two", "three"):
        if not found[name]:
            continue
        who = re.sub(r"^(?:to|with|before) ", "", plain[slice(*found.span(name))].strip())
        told = _told(read(f"{stem} {found['to']} {who}."))
        if told is None:
            return None
        if rungs:
            above = re.sub(r" cannot be settled there$", "", rungs[-1].event_words)
            words = f"{above[:1].lower()}{above[1:]} cannot be settled there"
            told = replace(told, event=event_slug(words), event_words=words)
        rungs.append(told)
    rest = plain[slice(*found.span("rest"))] if found["rest"] else ""
    if rest:
        own = _told(read(re.sub(r"^,? (?:and|but) ", "", rest) + "."))
        if own is None:
            return None
        rungs.append(own)
    return Understood(tuple(rungs), (unsure(text, rungs),))


def _gapped(text: str, plain: str, low: str, read: Reader) -> Understood | None:
    found = ENGLISH.pattern("appeal.gapped").match(low) if _AGAIN.search(low) else None
    if found is None:
        return None
    first = _told(read(f"{plain[: found.end('one')]}."))
    deed = f"is {found['deed']}" if found["deed"] else "goes"
    other, two = (plain[slice(*found.span(name))].strip() for name in ("other", "two"))
    second = _told(read(f"{other[:1].upper()}{other[1:]} {deed} to {two}."))
    if first is None or second is None:
        return None
    return Understood((first, second), (unsure(text, (first, second)),))


def _counted(plain: str, low: str, read: Reader) -> Understood | None:
    """Return what is done where something happens so often: its time is no promise of ours."""
    found = _COUNTED.match(low)
    if found is None or _TELLS.search(low, found.end()) is None:
        return None
    case = plain[slice(*found.span("case"))]
    are = "are" if _PLURAL.match(low) else "is"
    whole = read(f"If there {are} {case[:1].lower()}{case[1:]}, {plain[found.end() :]}.")
    told = [one for one in whole.clauses if isinstance(one, Escalation)]
    if not told or len(told) != len(whole.clauses):
        return None
    words = case[:1].lower() + case[1:]
    made = tuple(
        Escalation(to=one.to, also=one.also, event=event_slug(words), event_words=words)
        for one in told
    )
    return Understood(made, (unsure(plain, made),))


def _told(read: Understood) -> Escalation | None:
    """Return the only escalation of a sentence; None where it says more, or less."""
    if len(read.clauses) != 1 or not isinstance(read.clauses[0], Escalation):
        return None
    return read.clauses[0]
