"""Permissions that begin with what is given: "Refunds up to $50 may be made by agents"."""

# ruff: noqa: C901, PLR0911, PLR0912  (a reader is one list of cases)

import re

from goodword.document.authority_above import without_above
from goodword.document.authority_action import (
    ANYTHING,
    action_of,
    heading_action,
    noun_action,
    thing_action,
)
from goodword.document.authority_approval import rule_of
from goodword.document.authority_bound import Side
from goodword.document.authority_cap import caps_in
from goodword.document.authority_grant import grant, joined, reason
from goodword.document.authority_role import PUBLIC, is_roleish, several_roles, with_above
from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.authority_unsure import size_asked
from goodword.document.roles_known import checked
from goodword.document.setting import Understood
from goodword.language.normal import normal
from goodword.language.role import ANYONE

# What is done to a booking, and gives it away no more than it moves it.
_MOVED = frozenset(
    [
        "moved",
        "rebooked",
        "exchanged",
        "replaced",
        "transferred",
        "rescheduled",
        "swapped",
        "postponed",
        "reinstated",
        "renewed",
    ]
)
# Who may approve a thing may do it, whatever it is.
_APPROVED = re.compile(r"approved|authori[sz]ed|agreed|signed off|sanctioned|granted")
_SUMS = re.compile(r"(?:all |any )?(?:requests|amounts|sums|payments|awards|claims|cases)")
# "Deposits are not returned but may be moved by …" says two things.
_TWO_PARTS = re.compile(r"\b(?:not|cannot|never) .*\bbut\b|\bbut$|;")
_FREE = re.compile(r"^(?:an? |one )?(?:free|complimentary|extra)\b")


def granted_by(it: AuthoritySentence) -> Understood | None:
    """Return what a role may do, where the sentence begins with what is given."""
    it, above = without_above(it)
    said = it.pack.may_stand("authority.granted_by", it.main_shape)
    for pattern in it.pack.each("authority.granted_by", it.main_shape) if said else ():
        found = it.pack.compiled(pattern).match(it.main_shape)
        if found is None:
            continue
        thing_start, thing_end = (it.start + place for place in found.span("thing"))
        role_start, role_end = (it.start + place for place in found.span("role"))
        inside = it.bounds_between(it.start, role_end)
        behind = next((one.start for one in inside if one.start >= role_start), role_end)
        words = it.low[role_start:behind].rstrip(" ,")
        if (without := it.pack.pattern("authority.without").search(words)) is not None:
            words = words[: without.start()]
        words, or_above = with_above(re.sub(r" without .+$", "", words), it.pack)
        later, caps_at = caps_in(words, it.setting.currency, it.pack)
        words = words[:caps_at].strip(" ,")
        if not is_roleish(words, it.setting.roles) or PUBLIC.match(words):
            return None
        beyond = next(
            (one for one in inside if one.is_beyond and one.side is not Side.BETWEEN), None
        )
        thing = it.words(thing_start, thing_end)
        if _TWO_PARTS.search(thing) is not None:
            return None
        verb = found.groupdict().get("verb") or ""
        deed = it.pack.words("authority.deeds").get(verb) or (
            it.pack.words("authority.done").get(verb) if verb in _MOVED else None
        )
        action = (
            action_of(f"{deed} {thing}", it.pack)
            if deed and noun_action(thing, it.pack) is None
            else thing_action(thing, it.pack)
        ) or heading_action(normal(it.setting.heading), it.pack)
        only = bool(found.groupdict().get("only") or found.groupdict().get("only2")) and not inside
        goods = it.plain[thing_start:thing_end] if _FREE.match(thing) and not inside else None
        if deed == "give" and noun_action(thing, it.pack) is None:
            goods = it.plain[thing_start : next((one.start for one in inside), thing_end)].strip()
        if goods is not None:
            action, deed = "give_goods", "give"
            goods = f"{goods[:1].lower()}{goods[1:]}"
        left_to = it.pack.pattern("authority.left_to").search(it.main) is not None or (
            found.groupdict().get("modal") in {"may", "can"} and _APPROVED.match(verb) is not None
        )
        if action is None and inside and _SUMS.fullmatch(thing):
            action = ANYTHING
        if action is None or not (inside or deed or only or left_to or noun_action(thing, it.pack)):
            return None
        if (
            not inside
            and (asked := size_asked(it.plain, thing, several_roles(words)[0])) is not None
        ):
            return asked
        if beyond is not None:
            roles = several_roles(words)
            one = len(roles) == 1 and " or " not in words
            if len(inside) > 1 or not one or not found.groupdict().get("verb"):
                return None
            rule = rule_of(
                action,
                roles[0],
                beyond,
                terms=(it.condition, it.exception),
                only=bool(found.groupdict().get("only") or found.groupdict().get("only2")),
            )
            return checked(Understood((rule,)), roles, it.low, it.setting)
        between = next((one for one in inside if one.side is Side.BETWEEN), None)
        if between is not None and found.groupdict().get("modal") in {"are", "is", "will", "shall"}:
            roles = several_roles(words)
            rule = rule_of(action, roles[0], between, terms=(it.condition, it.exception))
            return checked(Understood((rule,)), roles, it.low, it.setting)
        mid = found.groupdict().get("mid") or ""
        caps = (*caps_in(mid, it.setting.currency, it.pack)[0], *later)
        grants = [
            grant(
                it,
                role,
                action,
                goods,
                inside,
                above,
                only=only,
                or_above=or_above,
                condition=both(it.condition, reason(it, mid)),
                caps=caps,
                until=role_end,
            )
            for role in several_roles(words)
        ]
        return joined(it, [one for one in grants if one is not None])
    return by_anyone(it, above)


def by_anyone(it: AuthoritySentence, above: str | None) -> Understood | None:
    """Return what anyone may do, because the sentence says that nobody need approve it."""
    if not it.pack.may_stand("authority.by_anyone", it.main_shape):
        return None
    for pattern in it.pack.each("authority.by_anyone", it.main_shape):
        found = it.pack.compiled(pattern).match(it.main_shape)
        if found is None:
            continue
        start, end = (it.start + place for place in found.span("thing"))
        inside = it.bounds_between(it.start, it.end)
        action = thing_action(it.words(start, end), it.pack) if end > start else None
        action = action or heading_action(normal(it.setting.heading), it.pack)
        if action is None and (end == start or it.words(start, end) in {"amounts", "sums"}):
            action = "spend" if end == start else ANYTHING
        if action is None or len(inside) != 1 or inside[0].is_beyond:
            return None
        one = grant(
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
        return joined(it, [one] if one else [])
    return None
