"""Lines in parts, each a matter and who decides on it: "one night: door staff; a term: manager".

A name may be known by its capitals alone, where the matter is one that somebody decides on.
"""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_action import (
    ANYTHING,
    gerund_action,
    heading_action,
    names_giving,
    thing_action,
)
from goodword.document.authority_approval import rule_of
from goodword.document.authority_bound import Bound, Side, bounds_in
from goodword.document.authority_office import Offices, offices
from goodword.document.setting import Setting
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.authority import Authority
from goodword.policy.clause import Clause, Strength

_PARTS = re.compile(r"; (?:and |but )?")
_JOINTS = re.compile(r": | - | = |, ")
_TOPIC = re.compile(r"^(?P<topic>[^:;,]{3,50}?)(?:: | - )(?=[^;]+;)")
# What is said of how somebody decides changes nothing of who it is.
_TAIL = re.compile(
    r"(?i)(?: only| alone|,? \([^()]*\)|,? (?:on|after|with|in|once per|one per|two per) (?!charge|call|duty)[^,;]{3,40}|,? no exceptions)$"
)
_CAPITAL = re.compile(r"[A-Z]")
_DECIDED = re.compile(
    r"\b(?:free|waiv\w+|refunds?|credits?|discounts?|exceptions?|exempt\w+|extensions?|clawback|write[- ]offs?|compensation|goodwill|overrides?|upgrades?|comps?|vouchers?|instalments?|"
    r"replacements?|swaps?|voids?|reinstat\w+|closing|reopening|re-?opening|cancell?ing|cancellations?|suspen\w+|bans?|exclusions?|expulsions?|loan|loans|money back|cash back|price match\w*|half[- ]price|reductions?|adjustments?|corrections?|remission|detain\w+|release|chargebacks?|allowances?)\b"
)
_HEADING = Cued(
    r"\b(?:who (?:decides|may|can|approves|signs|agrees)|authority|authori[sz]\w+|approv\w+|sign[- ]?off|delegat\w+|discretion|empower\w+|powers|overrides?|comps?|goodwill)\b",
    "approv|authori|comp|delegat|discretion|goodwill|override|power|sign|who ",
)
# Whom one meets or asks decides nothing.
_TOLD = re.compile(
    r"\b(?:questions?|contacts?|contacted|phone|tel|e-?mails?|enquir\w+|inquir\w+|queries|owner|author|prepared|reviewed|written|issued|unpaid|overdue|late by|day \d+|document|version|responsib\w+|reports?|reported|"
    r"complaints?|feedback|from|cc|subject|signed|name|title|position|post|role|help|support|information|details|escalat\w+|refer\w*|call|ask|tell|notify|inform\w*|see|"
    r"step|stage|level|tier|urgent|emergenc\w+|if|when|where|who|what|present|chair|members?|attend\w*|training|checks?|audit|is|are|was|were|will|may|can|must|should|has|have|do|does|not|never|no|please|we|you|i|they|he|she|it|this|that)\b"
)
_VERB = re.compile(
    r"(?i)\b(?:may|can|must|will|should|shall|is|are|was|has|have|needs?|who|if|when|ask|ring|tell|see|contact|to|you|your|by|off|monthly|weekly|daily|quarterly|annually|yearly|annual)\b"
)
_FEWEST = 2


def labelled(text: str, setting: Setting) -> tuple[Clause, ...] | None:
    """Return who decides on each matter of a line; None for any line that is no such one."""
    plain = even(text).strip().rstrip(" .;")
    if _JOINTS.search(plain) is None:
        return None
    topic = _TOPIC.match(plain)
    about = topic["topic"] if topic is not None else ""
    parts = _PARTS.split(plain[topic.end() :] if topic is not None else plain)
    if topic is not None and len(parts) < _FEWEST:
        return None
    heading = normal(setting.heading)
    if not (_HEADING.search(heading) or _decided(normal(about or parts[0]), setting)):
        return None
    made = [_part(one, about, setting, several=len(parts) > 1) for one in parts]
    rules = tuple(one for one in made if one is not None)
    return rules if len(rules) == len(parts) else None


def _decided(low: str, setting: Setting) -> bool:
    """Whether the words name something that somebody decides on."""
    return bool(
        _DECIDED.search(low)
        or names_giving(low)
        or gerund_action(low) is not None
        or bounds_in(low, setting.currency, ENGLISH)
    )


def _part(words: str, about: str, setting: Setting, *, several: bool) -> Clause | None:
    """Return who decides on the matter of one part: the last name behind a joint is who."""
    for joint in reversed(list(_JOINTS.finditer(words))):
        thing, name = words[: joint.start()], _TAIL.sub("", words[joint.end() :])
        low = normal(thing)
        if _VERB.search(name) or _TOLD.search(low) or not name:
            continue
        who = offices(name, setting)
        if who is None or not (_CAPITAL.search(name) or several or joint[0] != ", "):
            continue
        return _rule(low, normal(about), who, setting)
    return None


def _rule(thing: str, about: str, who: Offices, setting: Setting) -> Clause | None:
    bounds = bounds_in(thing, setting.currency, ENGLISH)
    if len(bounds) > 1:
        return None
    bound: Bound | None = next(iter(bounds), None)
    bare = thing if bound is None else f"{thing[: bound.start]} {thing[bound.end :]}".strip(" ,")
    action = (
        thing_action(f"{about} {bare}".strip())
        or heading_action(normal(setting.heading))
        or ANYTHING
    )
    if bound is not None and bound.is_beyond and bound.side is not Side.BETWEEN:
        return rule_of(action, who.first, bound, instead=who.instead, also=who.also)
    if who.also:
        return rule_of(action, who.also[0], bound, role=who.first)
    return Authority(
        role=who.first,
        action=action,
        limit=bound.high if bound is not None else None,
        share=bound.high_share if bound is not None else None,
        strength=Strength.MAY,
    )
