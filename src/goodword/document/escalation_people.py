"""Whom a cell names who are told, each with what is said of them beside."""

import re
from dataclasses import dataclass

from goodword.document.escalation_listed import listed_in
from goodword.document.escalation_waits import lengths_in
from goodword.document.setting import Setting
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import named, role_slug
from goodword.policy.quantity import Limit

# ruff: noqa: E501  (a pattern reads best unbroken)

# What is said behind a name, and names nobody.
_ASIDE = re.compile(
    r",? (?:who|which|that) [^,;]*$|,? (?:then|and) (?:999|911|112)$|,? through [^,;]+$|,(?= [A-Z][a-z]+ (?:Office|Branch|Division|Headquarters)$)[^,;]+$| \([^()]*\)|,? (?:by (?:phone|telephone|e-?mail|text|radio|letter|"
    r"raised hand|bleep|pager|message)|in (?:person|writing)|mornings only|day (?:or|and) night|"
    r"all hours|24/7|wearing [\w ]+|from \d[\w :.]*|ext\.? ?\d+|on \d[\d ]+|to come(?: within .*)?|"
    r"and (?:\w+ ){1,3}(?:is|are) \w+)(?=[,;]|$)| - [\d ()+]{5,}$",
    re.IGNORECASE,
)
_COPIED = re.compile(r",? (?:with a copy to|copied to|cc|copy to|copying)(?: the)? ", re.IGNORECASE)
# "Assistant Head (Pastoral)".
_OF_WHAT = re.compile(r"(?<=[a-z]) \((?P<of>[A-Z][a-z]+)\)$")
_WHEN = re.compile(r",? (?:if|when|where|once) (?P<when>[^;]{3,80})$", re.IGNORECASE)
_DEEDS = re.compile(
    r"^(?:then )?(?:call|ring|phone|page|notify|tell|contact|inform|alert|message|escalates? to|"
    r"pass(?:es|ed)?(?: on)? to|refer(?:s|red)? to|goes to|go to|to) ",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r" (?:is |are |to be )?(?:informed|told|notified|alerted|called|paged|rung)(?: by us)?$",
    re.IGNORECASE,
)
_TIMED = re.compile(r"^(?P<time>[^–—-]{2,30}?) [–—-] (?P<who>.+)$")
_SAYS = re.compile(
    r"\b(?:is|are|was|will|shall|must|may|can|should|has|have|does|do|did|not|we|(?<!of )(?<!and )it|be|every|each|"
    r"per|no|none|yes|same|above|below|review\w*|update\w*|hourly|daily)\b|[\d£$€%]{2,}|\?"
)
_TIERS = re.compile(r"\b(?:level|tier|line) \d to\b|\d ?(?:h|hrs?|hours?|min\w*|days?)\b")
_STILL = re.compile(r"\b(?:still|not|no|un\w+ed|remains?)\b|n't\b")
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class People:
    """Somebody who is told: after or by a time, when something happens, or once another was."""

    role: str
    after: Limit | None = None
    within: Limit | None = None
    then: bool = False
    when: str = ""


def people_of(cell: str, setting: Setting, *, sure: bool = False) -> tuple[People, ...]:
    """Return those whom a cell names; nobody where it says anything else.

    With `sure` its header says that people stand in it, whatever they are called.
    """
    made: list[People] = []
    for part in re.split(r"; ", even(cell).strip(" .")):
        said = _of_part(part, setting, sure=sure)
        if not said:
            return ()
        made += said
    return tuple(made)


def _of_part(part: str, setting: Setting, *, sure: bool) -> list[People]:
    when = _WHEN.search(part)
    words = part[: when.start()] if when is not None else part
    words = _OF_WHAT.sub(r" \g<of>", words)
    words = _COPIED.sub(", ", _ASIDE.sub("", words))
    words = _TOLD.sub("", _DEEDS.sub("", words)).strip(" ,")
    listed = listed_in(words, setting, known=not sure)
    said = when["when"].strip() if when is not None else ""
    late = lengths_in(normal(said))
    if listed and len(late) == 1 and _STILL.search(normal(said)):
        # "Area engineer if it is still shut in 25 minutes".
        return [People(one.role, after=late[0].limit, then=True) for one in listed]
    if any(ENGLISH.pattern("roles.customers").match(named(one.role)) for one in listed):
        return []
    if listed:
        return [
            People(one.role, one.after, one.within, one.then, said if one is listed[-1] else "")
            for one in listed
        ]
    low = normal(words)
    if (
        not sure
        or lengths_in(low)
        or _TIERS.search(low)
        or _SAYS.search(low)
        or len(low.split()) > _MOST_WORDS
    ):
        return []
    roles = [
        role_slug(re.sub(r"^(?:the|our|an?|your) ", "", one))
        for one in re.split(r", (?:and )?|,? then ", low)
    ]
    if any(one is None or ENGLISH.pattern("roles.customers").match(named(one)) for one in roles):
        return []
    return [People(one, when=said) for one in roles if one]
