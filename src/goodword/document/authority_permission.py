"""What a role may do, up to which limit, how often, and who decides above it."""

# ruff: noqa: C901, E501, PLR0911, PLR0912, PLR0915  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.authority_above import without, without_above
from goodword.document.authority_action import (
    GIVING,
    GIVING_BY_ROLE,
    action_and_goods,
    bare_deed,
    heading_action,
    noun_action,
)
from goodword.document.authority_approval import rule_of
from goodword.document.authority_asked import giver_asked, one_role_asked, who_asked
from goodword.document.authority_bound import Bound, Side, per_of, window_days
from goodword.document.authority_cap import caps_in
from goodword.document.authority_grant import grant, joined, reason
from goodword.document.authority_role import PUBLIC, is_roleish, several_roles, with_above
from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.condition_text import condition_of, whose
from goodword.document.roles_known import checked
from goodword.document.setting import Understood
from goodword.language.normal import normal
from goodword.language.number import value_of
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.language.time_phrase import times_in
from goodword.policy.authority import Cap, Per
from goodword.policy.condition import Condition
from goodword.policy.quantity import Duration

# "may apologise and offer …": what is given stands second.
_SECOND_VERB = re.compile(r"^(?:apologi[sz]e|listen|say sorry|explain) and (?:then )?(?=\w)")
# "give up to £30 back"
_HANDED = frozenset({"give", "hand", "pay", "give customers", "give people", "give them"})
_TOLD = re.compile(
    r"^(?:please |always )?(?:refund|approve|credit|waive|discount|write off|authori[sz]e|reimburse|use your (?:discretion|judge?ment))\b[^:]*¤"
)
# What is named by the heading, where the sentence only says that somebody may approve it.
_ANY_ACTION = frozenset({"any", "approve", "authorise", "authorize"})
# Whoever is said to have the authority has it, whatever is done.
_STRONG = re.compile(
    r"author|power|trust|discretion|permi|mandate|autonomy|entitled|latitude|leeway"
)
# "approve emergency spending" is spending, where it is for an emergency.
_NARROW = re.compile(
    r"^(?:approve|authori[sz]e|agree|sign off|give|make|issue|grant|process|allow) (?:all |any )?(?P<kind>(?!(?:an?|the|to|on|up|full|partial)\b)[a-z-]+) (?P<noun>refunds?|spending|discounts?|credits?|write-offs?|replacements?|exchanges?)$"
)
_TO_THEM = re.compile(
    r" to (?:an? |any |every |each |the )?(?P<noun>customers?|clients?|guests?|patients?|members?|people|anyone|anybody|diners?|passengers?) (?:who|that) (?P<what>.+)$"
)
_COUNTED = ENGLISH.compiled(
    r"^(?P<verb>waive|reverse|give|offer|issue|grant|provide|comp|send|approve|award) (?:up to |at most |no more than |a maximum of )?(?P<count><<numbers.number>>) (?P<thing>[\w' -]+?) (?:per|for each|for every|each|every|to each|a) (?:new |individual |single |eligible )?(?P<who><<actions.pers>>)s?(?:,? (?:in |per |a |each |every |within |over )(?:any |each |one |a |the )?(?:rolling |calendar )?(?P<window>(?:<<numbers.number>>[ -])?(?:<<times.units>>)))?$"
)
# Such names are of those who are served as often as of those who work here.
_SERVED = re.compile(
    r"^(?:(?:[\w-]+ ){0,3}?(?:students?|pupils?|owners?|trainees?|authors?|donors?|hirers?|buyers?|drivers?|partners?|planners?"
    r"|apprentices?|interns?|employees?|workers?|volunteers?|councillors?|consultants?|attorneys?|solicitors?|lawyers?|users?|operators?|consumers?"
    r"|suppliers?|couriers?|brokers?|traders?|developers?|individuals?)|(?:\w+ )?members?)$"
)
_STAFF = frozenset({"staff", "all staff", "our staff", "anyone", "anybody", "everyone"})
_NO_ROLE = re.compile(
    r"\b(?:it|this|that|there|they|these|those|which|who|what|before|after|until)\b|^(?:in|on|at|for|during|sometimes|usually|often|generally|some|most|more|no|if|when|where|as|but|and|or|however|please)\b"
)
_KIND = re.compile(
    r"^ ?(?:in|as|of|worth of|in the form of) (?:an? )?(?P<kind>[a-z -]+?)(?:,| per| for| to| on| from|$)"
)


def permission(it: AuthoritySentence) -> Understood | None:
    """Return who may do what, or None where nobody is said to."""
    it, above = without_above(it)
    shape = it.main_shape
    for pattern in it.pack.names("authority.permissions"):
        found = it.pack.compiled(pattern).match(shape)
        if found is not None:
            return _permitted(it, found, above)
    return None


def told_to_give(it: AuthoritySentence) -> Understood | None:
    """Return the question who may, where staff are only told to: "Refund up to £30"."""
    found = _TOLD.match(it.main_shape)
    if found is None or not _bounded(it.bounds_between(it.start, it.end)):
        return None
    return giver_asked(it.plain, it.setting)


def _permitted(it: AuthoritySentence, found: re.Match[str], above: str | None) -> Understood | None:
    what_start, what_end = (it.start + place for place in found.span("what"))
    what = it.low[what_start:what_end]
    inside = it.bounds_between(what_start, what_end)
    only = bool(found["only"] or found["may_only"])
    words = it.low[it.start + found.start("role") : it.start + found.end("role")].strip(" ,")
    alone = it.low[it.start :].startswith(f"{words} alone")
    words, or_above = with_above(words, it.pack)
    modal = found["modal"] or ""
    if (second := _SECOND_VERB.match(what)) is not None:
        what_start, what = what_start + second.end(), what[second.end() :]
    parting = it.pack.pattern("actions.parting").match(what)
    gives = GIVING.match(what) is not None or parting is not None
    strong = is_roleish(words, it.setting.roles) and (alone or _STRONG.search(modal) is not None)
    about_limits = inside and (_bounded(inside) or "author" in modal or alone)
    gives = gives or (
        GIVING_BY_ROLE.match(what) is not None and is_roleish(words, it.setting.roles)
    )
    gives = gives or _decides(it, words, modal, what)
    at_will = "discretion" in what and is_roleish(words, it.setting.roles)
    if not (gives or only or about_limits or strong or at_will):
        return None
    if modal == "should" and not inside:
        return None
    if words == "you":
        if not (
            inside
            or re.match(
                r"(?:refund|waive|authori|approve|discount|give|offer|knock|take [\w ]+ off|credit|compensate|comp|hand out)\b",
                what,
            )
        ):
            return None
        return who_asked(it.plain, it.setting)
    if PUBLIC.match(words) or re.search(r"\bif\b|\bwhether\b|¤", found["role"]):
        return None
    if words in {"we", "we also"} or _NO_ROLE.search(words):
        return None
    named = several_roles(words)
    if len(named) > 1 and only:
        return one_role_asked(it.plain, named)
    what, approver = without(it, what, above)
    if not inside:
        # Without an amount nobody need be asked, whoever it is.
        approver = above
    what_end = what_start + len(what)
    condition = it.condition
    if to := _TO_THEM.search(what):
        condition = both(condition, condition_of(whose(_whom(to["noun"]), it.cased(to["what"]))))
        what_end = what_start + to.start()
    caps, caps_at = caps_in(it.low[what_start:what_end], it.setting.currency, it.pack)
    inside = it.bounds_between(what_start, what_start + caps_at)
    what_end = _before_discretion(it, what_start, what_end)
    doing, rest = _doing(it, what_start, min(what_start + caps_at, what_end), inside)
    rest = re.sub(r"^,? (?:but )?only (?=(?:for|on|in|where|with)\b)", " ", rest)
    if caps:
        rest = ""
    action, goods, left = action_and_goods(doing, it.pack)
    off = inside and (
        rest.startswith(" off")
        or re.search(r"\boff\b", it.low[inside[-1].start : inside[-1].end]) is not None
    )
    if off and doing in {"take", "knock", "deduct", "apply", "offer", "give"}:
        action, goods = "discount", None
    if inside and doing in _HANDED and (back := re.match(r" back(?: to \w+)?\b", rest)):
        action, goods, rest = "refund", None, rest[back.end() :]
    if inside and action == "go":
        action = heading_action(normal(it.setting.heading), it.pack) or "spend"
    if counted := _COUNTED.match(it.low[what_start:what_end]):
        action, goods, caps = _counted(it, counted)
    if inside and action in _ANY_ACTION:
        action = heading_action(normal(it.setting.heading), it.pack) or action
    if inside and (
        (action == "give_goods" and goods is None)
        or action
        in {
            "authorise",
            "authorize",
            "approve",
            "commit",
            "agree",
            "pay",
            "make",
            "process",
            "apply",
        }
    ):
        kind = _KIND.match(rest) or re.match(
            r"^ ?(?P<kind>refunds?|discounts?|credits?|off|compensation)\b", rest
        )
        named_kind = (
            ("discount", None)
            if kind and kind["kind"] == "off"
            else (noun_action(kind["kind"], it.pack) if kind else None)
        )
        if named_kind:
            action = named_kind[0]
            rest = rest[kind.end() :] if kind else rest
        elif (
            inside[0].high_share is not None
            and action == "give_goods"
            and re.match(r" ?off\b| ?$", it.low[inside[0].start : inside[0].end][-4:] + rest)
        ):
            action = "discount"
        elif not rest and (head := heading_action(normal(it.setting.heading), it.pack)):
            action = head
        elif action == "authorise":
            action = "approve"
    if narrow := _NARROW.match(action.replace("_", " ")):
        action = (noun_action(narrow["noun"], it.pack) or (action, None))[0]
        article = (
            ""
            if narrow["noun"].endswith("ing")
            else "an "
            if narrow["kind"][0] in "aeiou"
            else "a "
        )
        noun = narrow["noun"].removesuffix("s") if article else narrow["noun"]
        condition = both(condition, condition_of(f"it is {article}{narrow['kind']} {noun}"))
    if not action:
        return None
    if goods is not None:
        goods = _cased_within(it, goods, what_start)
    if action == "discount" and off and rest and not rest.startswith(" off"):
        rest = f" off{rest}"
    condition = both(condition, reason(it, left), reason(it, rest) if inside else None)
    beyond = next((one for one in inside if one.is_beyond and one.side is not Side.BETWEEN), None)
    if beyond is not None:
        # Who may give more than an amount is who decides above it.
        return _beyond(it, named, action, beyond, condition, only=only and not alone)
    longest = _longest(it.low[what_start:what_end]) if action.startswith("extend") else None
    if longest is not None:
        action = re.sub(r"_(?:by_)?up_to_.*$|_by_.*$", "", action)
    grants = [
        grant(
            it,
            role,
            action,
            goods,
            inside,
            approver,
            only=only or alone,
            or_above=or_above,
            condition=condition,
            caps=caps,
            longest=longest,
            until=what_start + caps_at,
            per_said=caps[0].per if counted else None,
        )
        for role in named
    ]
    return joined(it, [one for one in grants if one is not None])


def _decides(it: AuthoritySentence, who: str, modal: str, what: str) -> bool:
    """Whether somebody who works here decides on others: "the warden may end a booking"."""
    if not is_roleish(who, it.setting.roles) or PUBLIC.match(who) or _SERVED.search(who):
        return False
    if who in _STAFF:
        return it.pack.pattern("actions.deciding").match(what) is not None
    names = ("deciding", "deciding_may") if modal == "may" else ("deciding",)
    return any(it.pack.pattern(f"actions.{name}").match(what) for name in names)


def _beyond(
    it: AuthoritySentence,
    roles: tuple[str, ...],
    action: str,
    bound: Bound,
    condition: Condition | None,
    *,
    only: bool,
) -> Understood | None:
    if len(roles) != 1 or roles[0] == ANYONE:
        return None
    action = re.sub(r"^(?:approve|authori[sz]e|agree|sign_off)_", "", action)
    noun = noun_action(action.replace("_", " "), it.pack)
    rule = rule_of(
        noun[0] if noun else action, roles[0], bound, terms=(condition, it.exception), only=only
    )
    return checked(Understood((rule,)), roles, it.low, it.setting)


def _counted(
    it: AuthoritySentence, found: re.Match[str]
) -> tuple[str, str | None, tuple[Cap, ...]]:
    """Return "waive one late fee per customer per year" as an action and a cap."""
    action, goods, _ = action_and_goods(f"{found['verb']} {found['thing']}", it.pack)
    days = window_days(found["window"], it.pack) if found["window"] else None
    per = per_of(found["who"], it.pack) or Per.CUSTOMER
    return action, goods or None, (Cap(per, days, int(value_of(found["count"], it.pack))),)


def _whom(noun: str) -> str:
    return "people" if noun in {"anyone", "anybody"} else noun


def _before_discretion(it: AuthoritySentence, start: int, end: int) -> int:
    """Return where the words end before "at their discretion"."""
    found = re.search(
        r",? (?:at (?:their|his|her|its|his or her) (?:own |sole |absolute )?discretion|if they (?:see fit|wish|think it right))$",
        it.low[start:end],
    )
    return start + found.start() if found else end


def _bounded(inside: tuple[Bound, ...]) -> bool:
    return any(one.side is not Side.EXACT for one in inside)


def _doing(
    it: AuthoritySentence, start: int, end: int, inside: tuple[Bound, ...]
) -> tuple[str, str]:
    """Return what is done, before the first amount, and what is said behind the last."""
    if not inside:
        return it.words(start, end), ""
    doing = bare_deed(it.low[start : inside[0].start].strip(" ,("))
    rest = it.low[inside[-1].end : end].rstrip(" ,")
    if re.search(r"(?:^| )(?:an?|the|any)$", doing) and (
        noun := re.match(r" ?[\w-]+(?: (?!to\b|on\b|for\b|if\b|per\b|in\b|off\b)[\w-]+)?", rest)
    ):
        # "a 10% discount", "a £20 gift voucher"
        return f"{doing} {noun[0].strip()}", rest[noun.end() :]
    return doing, rest


def _cased_within(it: AuthoritySentence, words: str, start: int) -> str:
    at = it.low.find(words, start)
    return it.plain[at : at + len(words)] if at >= 0 else words


def _longest(what: str) -> Duration | None:
    found = next((one for one in times_in(what) if one.anchor is None and not one.vague), None)
    return found.limit if found and isinstance(found.limit, Duration) else None
