"""Somebody told by an order or a rule that says no moment: "Forward the report to the matron"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.escalation_by_event import is_event
from goodword.document.escalation_event import event_slug
from goodword.document.escalation_ours import is_ours
from goodword.document.escalation_titles import with_titles
from goodword.document.escalation_told import Told, told_in
from goodword.document.escalation_waits import Length, is_same_day, is_undone, lengths_in
from goodword.document.second_people import is_person
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.duty import Escalation
from goodword.policy.quantity import Limit

# What may stand before an order.
_ORDER = re.compile(
    r"^(?:\(?\w{1,2}[.)] |step \w+[:.-]? |(?:finally|then|also|always|next|first|afterwards|please|immediately|and),? )*$"
)
_MUST = re.compile(
    r"\b(?:must|should|shall|will|has to|have to|needs? to|is to|are to|is required to|are required to)(?: also| always| then| immediately| promptly| \w+ly)* $"
)
_BE_MUST = re.compile(r"^(?:must|should|shall|has to|have to|needs? to|is to|are to|is|are|will)\b")
_TELLS = re.compile(
    r"\b(?:told|informed|notif\w+|report\w*|alerted|disclosed|made (?:known|aware))\b"
)
_ABOUT = re.compile(
    r" (?:(?:at once|immediately|in writing|straight away|promptly) )?(?:of|about) "
    r"(?=(?:any|all|every|each|an?|such|serious|suspected|these|those|this|the (?:death|injury|loss|theft)) )"
)
# What says which cases go there: not every letter does.
_CHOSEN = re.compile(
    r"\b(?:over|above|under|more than|not|un\w+ed|about|against|involving|concerning|regarding|suspected|"
    r"serious|repeated|disputed|late|any|every|that|who|which|shortages?|shortfalls?|thefts?|losses|"
    r"complaints?|concerns?|disputes?|appeals?|grievances?|incidents?|accidents?)\b"
)
_BY_DAY = ("one_word_day", "vague_by")
_PRONOUN = re.compile(r"^(?:it|this|that|these|those|they|them|all of (?:it|this|them)|both)?$")
_LEADING = re.compile(
    r"^(?:and|also|then|finally|all|any|each|every|the|a|an|such|further|step \w+:?|\(?\w{1,2}[.)]),? "
)
# News and papers that go round by themselves, and what customers or others do.
_OTHERS = re.compile(
    r"\b(?:you|your|customers?|clients?|patients?|guests?|parents?|tenants?|residents?|students?|members|applicants?|we (?:refer|report)|report to (?:the )?(?:reception|work|duty)|(?:daily|weekly|monthly|quarterly|annual(?:ly)?|each|every) (?:day|week|month|quarter|year)?)\b"
)

_PASSED = Cued(
    r"\b(?:pass|passed|refer|referred|hand|handed|forward|forwarded|escalate|escalated|reported|notified|informed|told)\b",
    "escalate|forward|hand|informed|notified|pass|refer|reported|told",
)
_THEIRS = re.compile(r"(?:your|their|his|her) ")
_WE = re.compile(
    r"(?:(?:we|staff|the [\w ]{3,30}?(?:manager|officer|team|lead|director|clerk))(?: will| must| shall| should)?(?: always| then)?)?"
)
_REPORTED = re.compile(r"\b(?:reported|notified|informed|told)\b")
_MATTERS = re.compile(
    r"\b(?:complaints?|concerns?|grievances?|incidents?|accidents?|allegations?|disclosures?|breach(?:es)?|near miss(?:es)?|appeals?|disputes?)\b"
)


def told_anyway(  # noqa: PLR0911  (a list of cases)
    text: str, setting: Setting
) -> Understood | None:
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
    lengths = lengths_in(low)
    if len(tells) != 1 or len(lengths) > 1:
        return None
    one = tells[0]
    within = _by_when(one, lengths)
    if lengths and within is None:
        return None
    if one.is_unnamed or not _is_known(low, one, setting) or not is_ours(low, one, ENGLISH):
        return None
    words = _matter(plain, low, one)
    if not words or _OTHERS.search(low[: one.role_start]):
        return None
    made = Escalation(
        to=one.role, also=one.also, event=event_slug(words), event_words=words, within=within
    )
    return Understood((made,), (unsure(text, (made,)),))


def _waits(before: str) -> bool:
    """Whether something was not done, so that it is asked after how long it goes up."""
    return "failing" in before or (is_undone(before) and not is_event(before, ENGLISH))


def _is_known(low: str, one: Told, setting: Setting) -> bool:
    """Whether who is told is somebody of ours, or a body that is told of such things."""
    return is_person(one.role, setting) or _is_outside(low, one)


def _is_outside(low: str, one: Told) -> bool:
    words = low[one.role_start : one.role_end].strip()
    if re.search(r"\b(?:your|their|his|her) $", low[: one.role_start]) or _THEIRS.match(words):
        # What customers have is nobody of ours: "your bank".
        return False
    if _TELLS.search(low[one.start : one.end]) is None:
        # "Payments are forwarded to the bank" tells of nothing that happened.
        return False
    return ENGLISH.pattern("escalation.told_outside").fullmatch(words) is not None


def _by_when(one: Told, lengths: tuple[Length, ...]) -> Limit | None:
    """Return by when somebody is told: the time that stands right behind who is."""
    beside = [length for length in lengths if one.end <= length.start <= one.end + _NEAR]
    if len(beside) != 1 or beside[0].role not in {"limit", ""}:
        return None
    return beside[0].limit


_NEAR = 4


def passed_on(  # noqa: C901, PLR0911  (a list of cases)
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
    outside = _is_outside(low, one)
    ways = {"send", "sent", "told", "tell"} if outside else {"send", "sent"}
    if one.way not in ways or not one.is_sure or one.is_unnamed:
        return None
    if not outside and _REPORTED.search(low[one.start : one.end]):
        return None
    bare = one.way in {"told", "tell"}
    words = "this happens" if bare else _matter(plain, low, one)
    if not outside and not is_person(one.role, setting):
        return None
    if not words or not (outside or _MATTERS.search(normal(words))):
        return None
    if bare and not _WE.fullmatch(low[: one.start].strip()):
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
    elif (one.way == "sent" and one.is_sure and _BE_MUST.match(low[one.start :])) or (
        one.way == "goes" and _CHOSEN.search(before) and not _waits(before)
    ):
        words = plain[: one.start]
    elif one.way == "told" and (about := _ABOUT.match(low, one.end)) is not None:
        words = plain[about.end() :]
    elif one.way == "told" and low.startswith(" of ", one.end):
        words = plain[one.end + 4 :]
    else:
        return ""
    words = words.strip(" ,:-")
    while (lead := _LEADING.match(normal(words))) is not None:
        words = words[lead.end() :]
    return "" if _PRONOUN.match(normal(words)) else words
