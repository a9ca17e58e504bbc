"""Who decides, or whose approval it takes, said in a form that leaves no doubt of it.

"Exceptions rest with the Registrar", "it is up to the steward whether …", "as the Director
chooses", "… must be cleared with a partner": the form says what kind of rule it is, so that the
name need be no word that is known for a role.
"""

import re
from dataclasses import dataclass
from functools import cache

from goodword.document.authority_action import (
    ANYTHING,
    action_and_goods,
    action_of,
    heading_action,
    thing_action,
)
from goodword.document.authority_approval import rule_of
from goodword.document.authority_bound import Bound, Side
from goodword.document.authority_grant import grant
from goodword.document.authority_labelled import labelled
from goodword.document.authority_office import Offices, offices
from goodword.document.authority_sentence import AuthoritySentence, taken_apart
from goodword.document.authority_titles import titled
from goodword.document.authority_whose import is_of_others
from goodword.document.left_over import nothing_left
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Pattern
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.language.sieve import Sieve
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.clause import Clause
from goodword.policy.condition import Condition
from goodword.policy.duty import Escalation
from goodword.policy.situation import HouseRule

_LEADING = re.compile(r"^(?:\(?\w{1,3}[.)] |\(?\d+(?:\.\d+)*\.? |[A-Z]{2,4} \d+(?:\.\d+)* )")
_LONGEST_ACTION = 9


def deciding_instead(read: Understood, text: str, setting: Setting) -> Understood:
    """Return who decides, by the form, where what was read is no rule of it that is sure."""
    if _is_sure(read, text):
        return read
    found = deciding(text, setting)
    given = sum(isinstance(one, Authority | ApprovalRule) for one in read.clauses)
    if found is None and " | " not in text:
        rules = labelled(text, setting) or ()
        found = Understood(rules) if len(rules) > given else None
    if found is None and not given and not read.almost:
        found = deciding(text, setting, ("may",))
    return read if found is None else nothing_left(found, text, setting)


def _is_sure(read: Understood, text: str) -> bool:
    """Whether a reading stays: one that no weighed word was needed for, or who is told."""
    if read.almost:
        # Who asks how large is large, or which currency it is, has understood the rest.
        return all(one.code in _ASKS for one in read.findings)
    if any(isinstance(one, Escalation) for one in read.clauses) and not _GIVEN.search(text):
        return True
    told = all(isinstance(one, HouseRule) for one in read.clauses)
    return not told and not any(one.code == "RD01" for one in read.findings)


# What is given or let off: whoever decides on it is asked for no more than a decision.
_GIVEN = re.compile(
    r"(?i)\b(?:refunds?|credits?|discounts?|waiv\w+|fees?|money|cash|write-offs?|compensation"
    r"|exceptions?|discretion|extensions?|decided|decisions?|left to|falls? to"
    r"|whether|how|fit|instalments?|allowances?)\b"
)
_ASKS = frozenset({"AU03", "TX06"})


def deciding(
    text: str, setting: Setting, forms: tuple[str, ...] = ("own", "needs")
) -> Understood | None:
    """Return who decides or approves, where a plain form says so; None for any other sentence."""
    low = normal(text)
    if setting.language != ENGLISH.code or not any(_forms(one).through(low) for one in forms):
        return None
    text, setting = titled(text, setting)
    plain = _LEADING.sub("", even(text).strip().rstrip(" .;"))
    plain = f"{plain[:1].upper()}{plain[1:]}"
    if is_of_others(normal(plain), setting.roles):
        return None
    it = taken_apart(plain, setting)
    for name in forms:
        said = _READERS[name]
        for at, shape in ((0, it.shape.rstrip(" .;")), (it.start, it.main_shape)):
            for pattern in _forms(name).through(shape):
                found = pattern.match(shape)
                if found is None:
                    continue
                rules = said(it, found, at)
                if rules is not None:
                    return Understood(rules)
            if at == it.start == 0 and len(shape) == len(it.main_shape):
                break
    return None


@cache
def _forms(name: str) -> Sieve[Pattern]:
    """Return the forms of one kind, each behind its cues."""
    return Sieve((ENGLISH.compiled(one), cues) for one, cues in ENGLISH.entry(f"deciding.{name}"))


@dataclass(frozen=True, slots=True)
class _Decision:
    """Who is named, what they decide on, up to or from what amount, and on what terms."""

    people: Offices
    action: str
    bounds: tuple[Bound, ...]
    terms: tuple[Condition | None, Condition | None]


def _decision(it: AuthoritySentence, found: re.Match[str], at: int, group: str) -> _Decision | None:
    """Return what a form says; None where it names nobody, nothing, or more than one amount."""
    people = _named(it, found, at, group)
    action = _action(it, found, at)
    inside = it.bounds_between(*_place(found, at))
    if people is None or action is None or len(inside) > 1 or len(it.bounds) > len(inside):
        return None
    return _Decision(people, action, inside, (it.condition, it.exception) if at else (None, None))


def _own(it: AuthoritySentence, found: re.Match[str], at: int) -> tuple[Clause, ...] | None:
    # "Backing up your photos is up to you" is said to those served.
    is_yours = it.low[: at + found.start("role")].endswith(("to ", "for ", "with "))
    if _is_duty(found) or (is_yours and found["role"] == "you"):
        return None
    said = _decision(it, found, at, "role")
    if said is None:
        return None
    who, inside = said.people, said.bounds
    if inside and inside[0].is_beyond and inside[0].side is not Side.BETWEEN:
        rule = rule_of(said.action, who.first, inside[0], terms=said.terms, instead=who.instead)
        return (rule,)
    made = [
        grant(
            it,
            one,
            said.action,
            None,
            inside,
            None,
            only="alone" in found.groupdict() and one != ANYONE,
            or_above=False,
            condition=said.terms[0],
            until=_place(found, at)[1],
        )
        for one in (who.first, *who.instead, *who.also)
    ]
    return tuple(one for one in made if one is not None) or None


def _needed(it: AuthoritySentence, found: re.Match[str], at: int) -> tuple[Clause, ...] | None:
    said = _decision(it, found, at, "who")
    if said is None or said.people.first == ANYONE:
        return None
    rule = rule_of(
        said.action,
        said.people.first,
        next(iter(said.bounds), None),
        terms=said.terms,
        instead=said.people.instead,
        also=said.people.also,
        people=2 if found["who"].startswith(("two ", "2 ")) else 1,
    )
    return (rule,)


def _named(it: AuthoritySentence, found: re.Match[str], at: int, group: str) -> Offices | None:
    start, end = (at + place for place in found.span(group))
    return offices(it.plain[start:end], it.setting, opens=start == 0)


def _place(found: re.Match[str], at: int) -> tuple[int, int]:
    """Return where what is given stands: the thing, or what is done."""
    spans = [found.span(one) for one in ("thing", "what") if found.groupdict().get(one)]
    if not spans:
        return 0, 0
    return at + min(one[0] for one in spans), at + max(one[1] for one in spans)


def _is_duty(found: re.Match[str]) -> bool:
    thing: str = found.groupdict().get("thing") or ""
    return bool(thing) and ENGLISH.pattern("deciding.duties").fullmatch(_head(thing)) is not None


def _head(thing: str) -> str:
    """Return the word that a thing is: "the duty of care" is a duty."""
    first = re.split(
        r" (?:of|for|to|in|on|over|about|that|which|who)\b", thing.strip(), maxsplit=1
    )[0]
    return first.rpartition(" ")[2]


def _action(it: AuthoritySentence, found: re.Match[str], at: int) -> str | None:
    """Return what is done, from the thing and the verb that the form names."""
    groups = found.groupdict()
    heading = heading_action(normal(it.setting.heading), it.pack)
    if groups.get("thing"):
        start, end = (at + place for place in found.span("thing"))
        thing = _short(it.words(start, end))
        done = groups.get("done") or groups.get("what")
        if done:
            deeds = {**it.pack.words("authority.done"), **it.pack.words("authority.deeds")}
            verb = deeds.get(done, "approve" if groups.get("done") else done)
            named = thing_action(thing, it.pack)
            given = action_and_goods(f"{verb} {thing}", it.pack)
            if given[0] == "give_goods":
                return "give_goods"
            return named if named and "_" not in named else action_of(f"{verb} {thing}", it.pack)
        return thing_action(thing, it.pack) or heading or ANYTHING
    if groups.get("what"):
        start, end = (at + place for place in found.span("what"))
        return action_of(_short(it.words(start, end)), it.pack) or heading
    return heading or ANYTHING


def _short(words: str) -> str:
    return " ".join(words.split()[:_LONGEST_ACTION])


def _permitted(it: AuthoritySentence, found: re.Match[str], at: int) -> tuple[Clause, ...] | None:
    """Return what somebody by name may do; staff in general may help whom they serve."""
    named = _named(it, found, at, "role")
    if named is None or named.first == ANYONE or _SERVED.search(found["role"]):
        return None
    return _own(it, found, at)


# Those served, and a house by its name: what they may is another matter.
_SERVED = re.compile(
    ENGLISH.expanded(
        r"\b(?:<<roles.served>>|<<roles.house>>|union|society|person|people)$", "deciding"
    )
)
_READERS = {"own": _own, "needs": _needed, "may": _permitted}
