"""Situations: a named moment, the words by which people know it, and its steps."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_role import is_roleish
from goodword.document.setting import Setting
from goodword.language.cued import Cued
from goodword.language.money import UNKNOWN, money_in
from goodword.language.normal import even, normal
from goodword.language.role import CUSTOMERS, role_slug
from goodword.language.time_phrase import times_in
from goodword.policy.clause import Strength
from goodword.policy.quantity import Duration
from goodword.policy.situation import Step, StepKind

NAME = re.compile(
    r"^(?:when(?:ever)?|if|what to do (?:when|if)|where) (?P<name>.+)$", re.IGNORECASE
)
PEOPLE_SAY = re.compile(
    r"^(?:people|clients?|customers?|they|patients?|guests?|callers?|somebody|someone|you) (?:may|might|will often|often|can|could|will)? ?(?:say|hear|write|ask)s?:? \""
)
EMERGENCY = re.compile(r"^this is an emergency\.?$")
_QUOTED = re.compile(r'"([^"]+)"')
_LEAD = re.compile(
    r"^(?:if|when|where|once) [^,]+, (?:then )?|^(?:then|always|please|next|first|finally|and),? "
)
# Whose step it is, where a line says so.
_WHOSE = Cued(
    r"^(?:we|you|they|staff|he or she|(?:the|an?|our|any|every|all|each) [\w-]+(?: [\w-]+){0,2}|[a-z]+s) (?:(?:will|must|shall|should|need to|has to|have to|always|first|then|also|please|ought to|are to|is to|\w+ly) )+",
    "also|always|are to|first|has to|have to|is to|ly|must|need to|ought to|please|shall|"
    "should|then|will",
)
_SHOULD = re.compile(
    r"^(?:we|you|they|staff|he or she|(?:the|an?|our|any|every|all|each) [\w-]+(?: [\w-]+){0,2}|[a-z]+s) (?:\w+ly |also |then |always |first )?(?:should|ought to)\b"
)
# What we are free to do: "We may end the call."
_MAY = re.compile(r"^we may\b")
_KINDS = (
    (StepKind.NEVER_SAY, re.compile(r"(?:never|do not|don't) say\b")),
    (StepKind.SAY, re.compile(r"say\b")),
    (
        StepKind.HAND_OVER,
        re.compile(
            r"(?:hand (?:it |them |the \w+ )?over|pass (?:it |them |the \w+ )?(?:on )?|transfer (?:it |them |the \w+ )?|refer (?:it |them |the \w+ )?) ?to\b|hand over\b"
        ),
    ),
    (StepKind.TELL, re.compile(r"(?:tell|notify|inform|alert|let) (?:the|our|a|your)\b")),
    (
        StepKind.RECORD,
        re.compile(r"(?:record|write (?:it |this |down|up)|write down|note|log|make a note)\b"),
    ),
    (
        StepKind.WARN,
        re.compile(
            r"(?:warn|give (?:(?:them|him or her|the \w+) )?(?:one|a|two)(?: \w+)? warnings?)\b"
        ),
    ),
    (StepKind.OFFER, re.compile(r"(?:offer|give|refund|waive)\b")),
    (
        StepKind.END_CONTACT,
        re.compile(
            r"(?:end|finish|close|hang up)\b(?: the)? ?(?:call|contact|chat|conversation|visit)?"
        ),
    ),
    (
        StepKind.CALL,
        re.compile(
            r"(?:call|ring|phone|dial) (?=\d|the (?:police|ambulance)|an ambulance|emergency)"
        ),
    ),
)
_TO = re.compile(
    r"(?:to|tell|notify|inform|alert) (?P<role>(?:the|our|a|your) [\w '-]+?)(?= (?:at once|immediately|within|in|by|who|if|when|about|straight|and|before|so|what|that)\b|[,.;]|$)"
)
# "Tell the truth" names nobody.
_THINGS = re.compile(
    r"(?:the|our|a|your) (?:\w+ )?(?:truth|reasons?|story|facts?|prices?|date|time|name|number|difference|answer|result|outcome)\b"
)
_CALLS = re.compile(r"\bcall (?:000|999|911|112|\d{3,}|the police|an ambulance)\b")


def step_of(text: str, setting: Setting) -> Step:
    """Return the step that a numbered line asks for, in the author's words."""
    words = text.strip()
    plain = even(words)
    low = normal(plain)
    lead = _LEAD.match(low)
    body = low[lead.end() :] if lead else low
    whose = _WHOSE.match(body)
    body = body[whose.end() :] if whose is not None else body
    kind = next((one for one, pattern in _KINDS if pattern.match(body)), StepKind.DO)
    if kind is StepKind.DO and (_CALLS.search(body)):
        kind = StepKind.CALL
    quoted = _QUOTED.search(plain)
    phrase = (
        quoted[1] if quoted and kind in {StepKind.SAY, StepKind.NEVER_SAY, StepKind.WARN} else None
    )
    role = None
    if kind in {StepKind.TELL, StepKind.HAND_OVER} and (to := _TO.search(body)):
        nobody = CUSTOMERS.match(to["role"]) or _THINGS.match(to["role"])
        role = None if nobody else role_slug(to["role"])
        if whose is not None and not is_roleish(to["role"], setting.roles):
            # "You must pass it to the right person" names no role.
            role = None
        if role is None:
            kind = StepKind.DO
    within = None
    if kind in {StepKind.TELL, StepKind.HAND_OVER, StepKind.RECORD, StepKind.CALL}:
        times = [one for one in times_in(body) if not one.vague]
        limit = times[-1].limit if times else None
        within = limit if isinstance(limit, Duration) else None
    action = _action(body) if kind is StepKind.OFFER else None
    amounts = money_in(low, setting.currency) if kind is StepKind.OFFER else ()
    money = amounts[0].money if amounts and amounts[0].money.currency != UNKNOWN else None
    return Step(kind, words, phrase, role, within, action, money)


def _action(body: str) -> str | None:
    if re.search(r"\brefund", body):
        return (
            "refund"
            if not re.search(r"\bor\b", body.split("refund", maxsplit=1)[0])
            else "give_goods"
        )
    if re.search(r"\bwaive", body):
        return "waive_fee"
    if re.search(r"\bdiscount", body):
        return "discount"
    return "give_goods" if re.search(r"\bfree\b", body) else None


def strength_of(steps: tuple[Step, ...]) -> Strength:
    """Return how binding steps are: all said with "should" or "may", or else a must."""
    mild = bool(steps) and all(_SHOULD.match(normal(one.words)) for one in steps)
    if steps and all(_MAY.match(normal(one.words)) for one in steps):
        return Strength.MAY
    return Strength.SHOULD if mild else Strength.MUST


def phrases_of(text: str) -> tuple[str, ...]:
    """Return the words in quotation marks."""
    return tuple(_QUOTED.findall(even(text)))


def situation_name(heading: str) -> str | None:
    """Return the name of the moment that a heading speaks of, or None where it names none."""
    found = NAME.match(heading.strip())
    return found["name"].strip() if found else None
