"""What a role may do, up to which limit, how often, and who decides above it."""

# ruff: noqa: C901, E501, PLR0911, PLR0912, PLR0913, PLR0915  (a pattern reads best unbroken; a reader is one list of cases)

import re
from dataclasses import replace

from goodword.document.authority_action import (
    action_and_goods,
    action_of,
    heading_action,
    noun_action,
    thing_action,
)
from goodword.document.authority_approval import rule_of
from goodword.document.authority_asked import no_limit, one_role_asked, who_asked
from goodword.document.authority_bound import Bound, Side, per_of, window_days
from goodword.document.authority_cap import cap_of, caps_in
from goodword.document.authority_role import PUBLIC, is_roleish, role_in, several_roles, with_above
from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.condition_text import condition_of, whose
from goodword.document.roles_known import checked
from goodword.document.setting import Finding, Understood
from goodword.language.normal import normal
from goodword.language.number import value_of
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.language.time_phrase import times_in
from goodword.policy.authority import PRICE, Authority, Cap, Per
from goodword.policy.clause import Strength
from goodword.policy.condition import Condition
from goodword.policy.quantity import Duration

# What is given, or handed out of somebody's own power: such a "may" is authority without an amount.
_GIVING = re.compile(
    r"^(?:refund|give|offer|approve|authori[sz]e|waive|spend|credit|issue|grant|compensate|discount|accept|write off|reverse|"
    r"award|pay|make|replace|exchange|provide|agree|sign off|process|extend|cancel|send|apply|reduce|upgrade|reimburse|settle|swap|commit|comp|adjust|deduct|remove)\b"
)
_MONEYED = frozenset(
    {"refund", "credit", "compensate", "discount", "spend", "write_off", "accept_gift"}
)
_TO_THEM = re.compile(
    r" to (?:an? |any |every |each |the )?(?P<noun>customers?|clients?|guests?|patients?|members?|people|anyone|anybody|diners?|passengers?) (?:who|that) (?P<what>.+)$"
)
_COUNTED = ENGLISH.compiled(
    r"^(?P<verb>waive|reverse|give|offer|issue|grant|provide|comp|send|approve|award) (?:up to |at most |no more than |a maximum of )?(?P<count><<numbers.number>>) (?P<thing>[\w' -]+?) (?:per|for each|for every|each|every|to each|a) (?:new |individual |single |eligible )?(?P<who><<actions.pers>>)s?(?:,? (?:in |per |a |each |every |within |over )(?:any |each |one |a |the )?(?:rolling |calendar )?(?P<window>(?:<<numbers.number>>[ -])?(?:<<times.units>>)))?$"
)
_FREE = re.compile(r"^(?:an? |one )?(?:free|complimentary|extra)\b")
_NO_ROLE = re.compile(
    r"\b(?:it|this|that|there|they|these|those|which|who|what)\b|^(?:in|on|at|for|during|sometimes|usually|often|generally|some|most|more|no|if|when|where|as|but|and|or|however|please)\b"
)
_KIND = re.compile(
    r"^ ?(?:in|as|of|worth of|in the form of) (?:an? )?(?P<kind>[a-z -]+?)(?:,| per| for| to| on| from|$)"
)
# A reason is a condition, unless it is that something needs mending.
_REASON = re.compile(
    r"^ ?(?P<why>(?:for|on|off|to(?= (?:\w+ )?(?:damaged|late|old|faulty|unsold|returned|delayed|cancelled|defective|broken|soiled|ex-display|clearance|new|first|sale)\b)|in respect of|in case of|in cases of|in relation to|because of|where there is) (?!each|every|any (?:one|single)|(?:the )?(?:purpose|sake)|resolv|putting|fixing|solving|making|mending|keeping|the (?:customer|client|guest|patient)s?$|(?:a |any )?(?:customer|client|guest|patient)s?$|service recovery|any (?:reason|purpose)|the spot|(?:an?|the|any|their) (?:\w+ )?(?:bill|price|order|purchase|total|meal|rate|stay|ticket|fare|invoice|account)s?$).+)$"
)


def limit_said(it: AuthoritySentence) -> Understood | None:
    """Return a role's limit, where the sentence says it as a limit: "may not exceed £75"."""
    return _limit_said(*_without_above(it))


def permission(it: AuthoritySentence) -> Understood | None:
    """Return who may do what, or None where nobody is said to."""
    it, above = _without_above(it)
    shape = it.main_shape
    for pattern in it.pack.names("authority.permissions"):
        found = it.pack.compiled(pattern).match(shape)
        if found is not None:
            return _permitted(it, found, above)
    return None


def granted_by(it: AuthoritySentence) -> Understood | None:
    """Return what a role may do, where the sentence begins with what is given."""
    it, above = _without_above(it)
    for pattern in it.pack.names("authority.granted_by"):
        found = it.pack.compiled(pattern).match(it.main_shape)
        if found is None:
            continue
        thing_start, thing_end = (it.start + place for place in found.span("thing"))
        role_start, role_end = (it.start + place for place in found.span("role"))
        inside = it.bounds_between(it.start, role_start)
        words = it.low[role_start:role_end]
        if (without := it.pack.pattern("authority.without").search(words)) is not None:
            words = words[: without.start()]
        words, or_above = with_above(words, it.pack)
        later, caps_at = caps_in(words, it.setting.currency, it.pack)
        words = words[:caps_at].strip(" ,")
        if not is_roleish(words, it.setting.roles) or PUBLIC.match(words):
            return None
        if any(one.is_beyond and one.side is not Side.BETWEEN for one in inside):
            return None
        thing = it.words(thing_start, thing_end)
        deed = it.pack.words("authority.deeds").get(found.groupdict().get("verb") or "")
        action = (
            action_of(f"{deed} {thing}", it.pack)
            if deed and noun_action(thing, it.pack) is None
            else thing_action(thing, it.pack)
        ) or heading_action(normal(it.setting.heading), it.pack)
        only = bool(found.groupdict().get("only")) and not inside
        goods = it.plain[thing_start:thing_end] if _FREE.match(thing) and not inside else None
        if goods is not None:
            action, deed = "give_goods", "give"
            goods = f"{goods[:1].lower()}{goods[1:]}"
        if action is None or not (inside or deed or only or noun_action(thing, it.pack)):
            return None
        between = next((one for one in inside if one.side is Side.BETWEEN), None)
        if between is not None and found.groupdict().get("modal") in {"are", "is", "will", "shall"}:
            roles = several_roles(words)
            rule = rule_of(action, roles[0], between, terms=(it.condition, it.exception))
            return checked(Understood((rule,)), roles, it.low, it.setting)
        mid = found.groupdict().get("mid") or ""
        caps = (*caps_in(mid, it.setting.currency, it.pack)[0], *later)
        grants = [
            _grant(
                it,
                role,
                action,
                goods,
                inside,
                above,
                only=only,
                or_above=or_above,
                condition=both(it.condition, _reason(it, mid)),
                caps=caps,
                until=role_start,
            )
            for role in several_roles(words)
        ]
        return _joined(it, [one for one in grants if one is not None])
    return _by_anyone(it, above)


def _by_anyone(it: AuthoritySentence, above: str | None) -> Understood | None:
    """Return what anyone may do, because the sentence says that nobody need approve it."""
    for pattern in it.pack.names("authority.by_anyone"):
        found = it.pack.compiled(pattern).match(it.main_shape)
        if found is None:
            continue
        start, end = (it.start + place for place in found.span("thing"))
        inside = it.bounds_between(it.start, it.end)
        action = thing_action(it.words(start, end), it.pack)
        if action is None or len(inside) != 1 or inside[0].is_beyond:
            return None
        grant = _grant(
            it,
            ANYONE,
            action,
            None,
            inside,
            above,
            only=False,
            or_above=False,
            condition=it.condition,
        )
        return _joined(it, [grant] if grant else [])
    return None


def _without_above(it: AuthoritySentence) -> tuple[AuthoritySentence, str | None]:
    """Return the sentence without "anything above that, ask the manager", and that manager."""
    found = it.pack.pattern("authority.above_which").search(it.low, it.start)
    if found is not None:
        who = found["who"] or found["who2"] or found["who3"]
    elif found := (
        it.pack.pattern("authority.above_asks").search(it.low, it.start)
        or it.pack.pattern("authority.above_by").search(it.low, it.start)
    ):
        who = found["who"]
    else:
        return it, None
    needed = it.pack.pattern("authority.who").match(who)
    approver = role_in(needed["role"] if needed else who)
    return replace(it, end=min(it.end, found.start())), approver


def _limit_said(it: AuthoritySentence, above: str | None) -> Understood | None:
    for pattern in it.pack.names("authority.limits"):
        found = it.pack.compiled(pattern).match(it.main_shape)
        if found is None:
            continue
        named = found.groupdict()
        inside = it.bounds_between(it.start, it.end)
        words, or_above = with_above(found["role"], it.pack)
        if len(inside) != 1 or inside[0].is_beyond or PUBLIC.match(words):
            continue
        if re.search(r"\b(?:is|are|was|to|may|can|must|will|not)\b", words):
            continue
        if not is_roleish(words, it.setting.roles) and words.strip() != "you":
            continue
        if words.strip() == "you":
            return who_asked(it.plain, it.setting)
        thing = named.get("thing") or named.get("thing2") or named.get("kind") or ""
        action = thing_action(thing, it.pack) if named.get("thing") or named.get("thing2") else None
        if named.get("thing") and it.low[: it.start + found.start("thing")].endswith(" to "):
            action = None  # "has £30 to put things right" says what it is spent on
        action = (
            action
            or heading_action(thing, it.pack)
            or heading_action(normal(it.setting.heading), it.pack)
            or "spend"
        )
        grants = [
            _grant(
                it,
                role,
                action,
                None,
                inside,
                above,
                only=False,
                or_above=or_above,
                condition=it.condition,
            )
            for role in several_roles(words)
        ]
        return _joined(it, [one for one in grants if one is not None])
    return None


def _permitted(it: AuthoritySentence, found: re.Match[str], above: str | None) -> Understood | None:
    what_start, what_end = (it.start + place for place in found.span("what"))
    what = it.low[what_start:what_end]
    inside = it.bounds_between(what_start, what_end)
    only = bool(found["only"] or found["may_only"])
    words = it.low[it.start + found.start("role") : it.start + found.end("role")].strip(" ,")
    alone = it.low[it.start :].startswith(f"{words} alone")
    words, or_above = with_above(words, it.pack)
    modal = found["modal"] or ""
    gives = _GIVING.match(what) is not None
    about_limits = inside and (_bounded(inside) or "author" in modal or alone)
    if not (gives or only or about_limits):
        return None
    if modal == "should" and not inside:
        return None
    if words == "you":
        if not (inside or re.match(r"(?:refund|waive|authori|approve|discount|give)", what)):
            return None
        return who_asked(it.plain, it.setting)
    if PUBLIC.match(words) or re.search(r"\bif\b|\bwhether\b|¤", found["role"]):
        return None
    if words in {"we", "we also"} or _NO_ROLE.search(words):
        return None
    named = several_roles(words)
    if len(named) > 1 and only:
        return one_role_asked(it.plain, named)
    what, approver = _without(it, what, above)
    what_end = what_start + len(what)
    condition = it.condition
    if to := _TO_THEM.search(what):
        condition = both(condition, condition_of(whose(_whom(to["noun"]), it.cased(to["what"]))))
        what_end = what_start + to.start()
    caps, caps_at = caps_in(it.low[what_start:what_end], it.setting.currency, it.pack)
    inside = it.bounds_between(what_start, what_start + caps_at)
    what_end = _before_discretion(it, what_start, what_end)
    doing, rest = _doing(it, what_start, min(what_start + caps_at, what_end), inside)
    if caps:
        rest = ""
    action, goods, left = action_and_goods(doing, it.pack)
    off = inside and (rest.startswith(" off") or it.low[: inside[-1].end].endswith(" off"))
    if off and doing in {"take", "knock", "deduct", "apply", "offer", "give"}:
        action, goods = "discount", None
    if inside and action == "go":
        action = heading_action(normal(it.setting.heading), it.pack) or "spend"
    if counted := _COUNTED.match(it.low[what_start:what_end]):
        action, goods, caps = _counted(it, counted)
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
    if not action:
        return None
    if goods is not None:
        goods = _cased_within(it, goods, what_start)
    condition = both(condition, _reason(it, left), _reason(it, rest) if inside else None)
    beyond = next((one for one in inside if one.is_beyond and one.side is not Side.BETWEEN), None)
    if beyond is not None:
        # Who may give more than an amount is who decides above it.
        return _beyond(it, named, action, beyond, condition, only=only and not alone)
    longest = _longest(it.low[what_start:what_end]) if action.startswith("extend") else None
    if longest is not None:
        action = re.sub(r"_(?:by_)?up_to_.*$|_by_.*$", "", action)
    grants = [
        _grant(
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
    return _joined(it, [one for one in grants if one is not None])


def _reason(it: AuthoritySentence, words: str) -> Condition | None:
    """Return "for late delivery" as a condition: it says when somebody may."""
    found = _REASON.match(words)
    if found is None:
        return None
    why = it.cased(found["why"].strip())
    return condition_of(f"it is {re.sub(r'^(?:off|to) ', 'on ', why)}")


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
    return action, goods, (Cap(per, days, int(value_of(found["count"], it.pack))),)


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


def _without(it: AuthoritySentence, what: str, above: str | None) -> tuple[str, str | None]:
    """Return what may be done without "without approval", and whose approval that would be."""
    found = it.pack.pattern("authority.without").search(what)
    if found is None:
        return what, above
    named = found["role"]
    approver = above
    if named and approver is None and is_roleish(named, it.setting.roles):
        approver = role_in(named)
    if approver == ANYONE:
        approver = above
    return what[: found.start()].rstrip(" ,;("), approver


def _doing(
    it: AuthoritySentence, start: int, end: int, inside: tuple[Bound, ...]
) -> tuple[str, str]:
    """Return what is done, before the first amount, and what is said behind the last."""
    if not inside:
        return it.words(start, end), ""
    doing = it.low[start : inside[0].start].strip(" ,(")
    doing = re.sub(r" (?:of|worth|to|up|for|by|with|in|at|costing|valued)$", "", doing)
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


def _grant(
    it: AuthoritySentence,
    role: str,
    action: str,
    goods: str | None,
    inside: tuple[Bound, ...],
    approver: str | None,
    *,
    only: bool,
    or_above: bool,
    condition: Condition | None,
    caps: tuple[Cap, ...] = (),
    longest: Duration | None = None,
    until: int | None = None,
    per_said: Per | None = None,
) -> Authority | None:
    value = next((one for one in inside if one.worth and goods is not None), None)
    money = next((one for one in inside if one is not value and one.high is not None), None)
    share = next((one for one in inside if one.high_share is not None), None)
    if money is not None and money.high is not None and money.high.amount == 0:
        money = None
    per, each = per_said, None
    limit = money.high if money else None
    # "£50 per case and £500 a month in total": the second is a cap.
    more = tuple(
        one
        for one in inside
        if one not in (value, money, share) and one.high and (one.total or one.window or one.per)
    )
    for one in (money, *more):
        if one is None:
            continue
        per = per or (one.per if one is money else None)
        each = each or one.each
        if one is not money or one.total or (one.window is not None):
            caps = (*caps, cap_of(one))
    if money is not None and money.total:
        limit, per = None, None
    elif money is not None and money.window is not None and money.per is None:
        limit = None
    if money is not None and limit is not None:
        later, days = _later(it, money, until)
        if per is None:
            per = later
        if days is not None and money.window is None:
            if per is None and days in {1, 30}:
                per = Per.DAY if days == 1 else Per.MONTH
            else:
                caps = (*caps, Cap(_whose_total(per), days, None, limit))
                limit = limit if per is not None else None
    return Authority(
        role=role,
        action=action,
        limit=limit,
        per=per,
        goods=goods,
        goods_value=value.high if value else None,
        caps=tuple(dict.fromkeys(caps)),
        approver=approver,
        only=only,
        or_above=or_above,
        share=share.high_share if share else None,
        share_of=share.share_of if share else PRICE,
        each=each if limit is not None or share is not None else None,
        below=money is not None and money.side is Side.BELOW and limit is not None,
        longest=longest,
        begins=money.low if money else None,
        strength=Strength.MAY,
        condition=condition,
        exception=it.exception,
    )


def _whose_total(per: Per | None) -> Per:
    return Per.PERSON if per in {None, Per.DAY, Per.MONTH} else per or Per.PERSON


def _later(it: AuthoritySentence, money: Bound, until: int | None) -> tuple[Per | None, int | None]:
    """Return what a limit is counted over, and in how many days, where it is said later on."""
    place, stop = money.end, max(money.end, until or it.end)
    per: Per | None = None
    days: int | None = None
    said = it.pack.compiled(
        r"(?<![\w/])(?:<<authority.per_said>>(?P<what><<authority.per_word>>)|(?:per |each |every )(?P<window>(?:<<times.units>>))\b)"
    )
    for found in said.finditer(it.low, place, stop):
        if found["window"]:
            days = window_days(found["window"], it.pack)
            continue
        one = per_of(found["what"], it.pack)
        if one in {Per.DAY, Per.MONTH}:
            days = 1 if one is Per.DAY else 30
        else:
            per = per or one
    return per, days


def _joined(it: AuthoritySentence, grants: list[Authority]) -> Understood | None:
    if not grants:
        return None
    first = grants[0]
    findings: tuple[Finding, ...] = ()
    if (
        first.limit is None
        and first.share is None
        and not first.caps
        and first.goods_value is None
        and not first.only
        and first.action in _MONEYED
        and "unlimited" not in it.low
    ):
        findings = (no_limit(it.plain, first.role, first.action, it.setting),)
    roles = [role for one in grants for role in (one.role, one.approver) if role]
    return checked(Understood(tuple(grants), findings), tuple(roles), it.low, it.setting)
