"""On what condition something is possible at all: "Deposits are non-refundable if you cancel late".

What is never possible, whatever happens, is a ban. Who does it is said nowhere.
"""

# ruff: noqa: E501  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.authority_action import action_of, heading_action
from goodword.document.authority_banned import plain_verb
from goodword.document.authority_role import is_roleish
from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.condition_text import condition_of
from goodword.document.second_said import unsure
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.language.role import ANYONE
from goodword.policy.authority import Eligibility, Prohibition
from goodword.policy.clause import Strength
from goodword.policy.condition import Condition

_CUE = Cued(
    r"\bonly\b|able\b|\beligible\b|\bqualif",
    "able|eligible|only|qualif",
)
_THING = r"(?!(?:from|when|once|after|if|until|we|you|they|it|this|that|there|which|who|he|she)\b)(?:[a-z][\w'/-]*)(?: [\w'/-]+){0,7}?"
_ABLE = re.compile(
    rf"^(?:(?P<time>(?:after|once|from) [\w ]{{2,40}}?),? )?(?P<thing>{_THING}) (?:is|are|remains?|becomes?|will be|shall be)(?: strictly| fully| always| then| normally)? (?P<no>non-? ?|not |never )?(?P<able>refundable|transferable|exchangeable|returnable)(?P<rest>(?: (?:after|once|within|up to|until|for|on|in|at|less than|more than|from|or) .*)?)$"
)
_MAY_ONLY = re.compile(
    rf"^(?P<thing>{_THING}) (?:may|can|will|shall|are|is) only (?:be )?(?P<done>waived|taken off|refunded|credited|reversed|adjusted|reduced|given|granted|issued|exchanged|replaced|extended|renewed|removed|lifted|reimbursed|returned|transferred|discounted|written off|paid)(?P<rest>(?: (?:for|to|in|on|with|at|after|within|where|when|during) .+)?)$"
)
_ONLY_FOR = re.compile(
    r"^(?:we|(?:the|our) (?:department|company|library|shop|store|office|council|school|club|gym|theatre|museum|bank|utility|city|practice|clinic|hotel|box office|centre|center))(?:'ll| will| can| shall| do| does)? (?P<do>(?:refund|exchange|adjust|waive|credit|replace|accept|issue|give|reverse|extend|reimburse|reduce|transfer)s?\b[\w' -]*?),? only(?P<rest>(?: (?:for|to|in|on|with|at|after|within|during) [^,;]+)?)$"
)
_ELIGIBLE = re.compile(
    rf"^(?P<who>{_THING}) (?:is|are|will be)(?P<no> not| never)? eligible(?: for (?P<what>[\w' -]+?))?$"
)
# "The counsellor may decide whether a patient is eligible" says who decides, and not on what.
_DECIDED = re.compile(r"\bdecides? (?:on )?(?:whether|if|when|who|which)\b")
_AT_ALL = re.compile(
    r"\b(?:in (?:any|every|all) cases?|(?:under|in) any circumstances|at any time)\b"
)
_VERBS = {"refundable": "refund", "transferable": "transfer", "exchangeable": "exchange", "returnable": "return"}  # fmt: skip


def possible(it: AuthoritySentence) -> Understood | None:
    """Return on what condition something can be done, or None where the sentence says no such."""
    if it.bounds or _CUE.search(it.low) is None or _DECIDED.search(it.low) is not None:
        return None
    low = it.main.rstrip(" .")
    if (found := _ABLE.match(low)) is not None:
        return _able(it, found)
    if (found := _MAY_ONLY.match(low)) is not None and not _is_by(found["rest"], it):
        thing = re.sub(r"^(?:the|an?|any|all|our|your) ", "", found["thing"])
        action = action_of(f"{plain_verb(found['done'])} {thing}", it.pack)
        return _only(it, action, found["rest"])
    if (found := _ONLY_FOR.match(low)) is not None:
        doing = re.sub(r"^(\w+?)s?\b", r"\1", found["do"].strip())
        return _only(it, action_of(doing, it.pack), found["rest"])
    if (found := _ELIGIBLE.match(low)) is not None:
        return _eligible(it, found)
    return None


def _able(it: AuthoritySentence, found: re.Match[str]) -> Understood | None:
    thing = re.sub(r"^(?:the|an?|any|all|our|your) ", "", found["thing"].strip())
    thing = re.sub(r" (?:that )?(?:you|they|customers) \w+$", "", thing)
    action = action_of(f"{_VERBS[found['able']]} {thing}", it.pack)
    said = " ".join(one.strip() for one in (found["time"], found["rest"]) if one)
    words = _AT_ALL.sub("", said).strip()
    when = both(condition_of(f"it is {it.cased(words)}") if words else None, it.condition)
    if found["no"] is None:
        return _said(it, Eligibility(action=action, condition=when)) if when is not None else None
    if when is None and it.exception is not None:
        return _said(it, Eligibility(action=action, only=True, condition=it.exception))
    if when is None and found["no"].startswith("non") and not said:
        verb = action_of(_VERBS[found["able"]], it.pack)
        return _said(it, Eligibility(action=verb, exception=condition_of(f"it is for {thing}")))
    if when is None:
        rule = Prohibition(role=ANYONE, action=action, strength=Strength.MUST_NOT)
        return Understood((rule,), (unsure(it.plain, (rule,)),))
    return _said(it, Eligibility(action=action, exception=when)) if it.exception is None else None


def _only(it: AuthoritySentence, action: str, rest: str) -> Understood | None:
    words = rest.strip(" ,")
    if it.pack.pattern("authority.approval").search(f"{words} {it.taken.after} {it.taken.unless}"):
        return None
    narrow: Condition | None = condition_of(f"it is {it.cased(words)}") if words else None
    when = both(narrow, it.condition)
    if when is None:
        return None
    return _said(it, Eligibility(action=action, only=True, condition=when, exception=it.exception))


def _eligible(it: AuthoritySentence, found: re.Match[str]) -> Understood | None:
    action = action_of(found["what"], it.pack) if found["what"] else None
    action = action or heading_action(normal(it.setting.heading), it.pack)
    if action is None or re.search(r"\b(?:whether|if|that)\b", found["who"]):
        return None
    bare = re.sub(r"^only ", "", found["who"])
    who = condition_of(f"it is for {it.cased(bare)}")
    if found["no"]:
        return _said(it, Eligibility(action=action, exception=both(who, it.condition)))
    only = bare != found["who"]
    return _said(it, Eligibility(action=action, only=only, condition=both(who, it.condition)))


def _is_by(rest: str, it: AuthoritySentence) -> bool:
    by = re.search(r"\b(?:by|at the discretion of) (?P<role>[\w' -]+)$", rest)
    return by is not None and is_roleish(by["role"], it.setting.roles)


def _said(it: AuthoritySentence, rule: Eligibility) -> Understood:
    return Understood((rule,), (unsure(it.plain, (rule,)),))
