"""Somebody told by an order or a rule that says no moment: "Forward the report to the matron"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.escalation_event import event_slug
from goodword.document.escalation_ours import is_ours
from goodword.document.escalation_titles import with_titles
from goodword.document.escalation_told import Told, told_in
from goodword.document.escalation_waits import is_same_day, is_undone, lengths_in
from goodword.document.second_people import is_person
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.duty import Escalation

# What may stand before an order.
_ORDER = re.compile(
    r"^(?:\(?\w{1,2}[.)] |step \w+[:.-]? |(?:finally|then|also|always|next|first|afterwards|please|immediately|and),? )*$"
)
_MUST = re.compile(
    r"\b(?:must|should|shall|will|has to|have to|needs? to|is to|are to|is required to|are required to)(?: also| always| then| immediately| promptly| \w+ly)* $"
)
_BE_MUST = re.compile(r"^(?:must|should|shall|has to|have to|needs? to|is to|are to|is|are|will)\b")
_BY_DAY = ("one_word_day", "vague_by")
_PRONOUN = re.compile(r"^(?:it|this|that|these|those|they|them|all of (?:it|this|them)|both)?$")
_LEADING = re.compile(
    r"^(?:and|also|then|finally|all|any|each|every|the|a|an|such|further|step \w+:?|\(?\w{1,2}[.)]),? "
)
# News and papers that go round by themselves, and what customers or others do.
_OTHERS = re.compile(
    r"\b(?:you|your|customers?|clients?|patients?|guests?|parents?|tenants?|residents?|students?|members|applicants?|we (?:refer|report)|report to (?:the )?(?:reception|work|duty)|(?:daily|weekly|monthly|quarterly|annual(?:ly)?|each|every) (?:day|week|month|quarter|year)?)\b"
)

_PASSED = re.compile(
    r"\b(?:pass|passed|refer|referred|hand|handed|forward|forwarded|escalate|escalated)\b"
)
_MATTERS = re.compile(
    r"\b(?:complaints?|concerns?|grievances?|incidents?|accidents?|allegations?|disclosures?|breach(?:es)?|near miss(?:es)?|appeals?|disputes?)\b"
)


def told_anyway(text: str, setting: Setting) -> Understood | None:
    """Return who is told of what the words name, with a warning that says it back; else None."""
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if len(low) != len(plain) or "?" in low or ENGLISH.pattern("escalation.cond_in").search(low):
        return None
    if any(ENGLISH.pattern(f"escalation.{one}").search(low) for one in _BY_DAY):
        # By when it is told is asked.
        return None
    setting = with_titles(setting, plain)
    tells = told_in(low, setting)
    if len(tells) != 1 or lengths_in(low):
        return None
    one = tells[0]
    if one.is_unnamed or not is_person(one.role, setting) or not is_ours(low, one, ENGLISH):
        return None
    words = _matter(plain, low, one)
    if not words or _OTHERS.search(low[: one.role_start]):
        return None
    made = Escalation(to=one.role, also=one.also, event=event_slug(words), event_words=words)
    return Understood((made,), (unsure(text, (made,)),))


def passed_on(  # noqa: PLR0911  (a list of cases)
    text: str, setting: Setting
) -> Understood | None:
    """Return to whom a complaint or an incident is passed on by a time: no promise is meant.

    "We will pass your complaint to our Client Partner within 4 working days". None for any other.
    """
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if _PASSED.search(low) is None or len(low) != len(plain):
        return None
    if is_undone(low) or ENGLISH.pattern("escalation.cond_in").search(low):
        return None
    setting = with_titles(setting, plain)
    tells = told_in(low, setting)
    lengths = lengths_in(low)
    if len(tells) != 1 or not lengths:
        return None
    one, first = tells[0], lengths[0]
    if one.way not in {"send", "sent"} or not one.is_sure or one.is_unnamed:
        return None
    words = _matter(plain, low, one)
    if not is_person(one.role, setting) or _MATTERS.search(normal(words)) is None:
        return None
    if len(lengths) > 1 and re.search(r" and (?:\w+ ){0,2}\w+ed\b", low[one.end :]):
        # "… and resolved within 4 hours" promises something besides.
        return None
    beside = one.start <= first.start and first.start <= one.end + 2
    if first.role not in {"limit", ""} or is_same_day(first.limit):
        return None
    if not beside and ENGLISH.pattern("escalation.answers_within").match(low[one.end :]):
        return None
    made = Escalation(
        to=one.role,
        also=one.also,
        event=event_slug(words),
        event_words=words,
        within=first.limit if beside else None,
    )
    return Understood((made,), (unsure(text, (made,)),))


def _matter(plain: str, low: str, one: Told) -> str:
    """Return what they are told of: what is sent, or what stands before the verb."""
    before = low[: one.start]
    if one.way == "send" and (_ORDER.match(before) or _MUST.search(before)):
        words = plain[slice(*one.what)]
    elif one.way == "sent" and one.is_sure and _BE_MUST.match(low[one.start :]):
        words = plain[: one.start]
    else:
        return ""
    words = words.strip(" ,:-")
    while (lead := _LEADING.match(normal(words))) is not None:
        words = words[lead.end() :]
    return "" if _PRONOUN.match(normal(words)) else words
