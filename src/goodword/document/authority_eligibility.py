"""What can be done at all, and only where: "Orders can be cancelled only if …"."""

# ruff: noqa: C901, E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.authority_action import action_of
from goodword.document.authority_cap import caps_in
from goodword.document.authority_role import PUBLIC, is_roleish, role_in
from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.conditions import condition_of
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.language.word import whole_slug
from goodword.policy.authority import Authority, CapRule, Eligibility, Prohibition
from goodword.policy.clause import Strength

_DEED = ENGLISH.source("authority.done")
_THING = r"(?!(?:we|you|they|it|this|that|there|which|who)\b)[a-z][\w '/-]*?"
_CAN = Cued(
    rf"^(?P<thing>{_THING}) (?:can|may)(?P<always> always)?(?P<only> only)? be (?P<deed>{_DEED})(?P<only2>,? (?:but )?only)?(?P<rest>,?(?: [^,]+)?)$",
    " can| may",
    " always be | can be |y be ",
)
_NOT_BUT = Cued(
    rf"^(?P<thing>{_THING}) (?:can|may) be (?P<deed>{_DEED}) but (?:not|never|cannot be|may not be|must not be) (?P<other>{_DEED})$",
    " can b| may b",
)
# "may change the date but not the origin", "may add but not remove bags"
_MAY_NOT = Cued(
    r"^(?P<role>[\w' -]+?) (?:may|can) (?P<verb>change|add|modify|amend|edit|update|extend|reduce|increase|alter|correct|move)(?: (?P<one>[\w' -]+?))?,? but (?:not|never|may not|cannot|must not|must never) (?:(?P<verb2>change|add|remove|delete|modify|amend|edit|update|extend|reduce|increase|alter|correct|move|shorten) )?(?P<other>[\w' -]+)$",
    " but",
)
# Somebody decides: what role it is, others read.
_AT_WILL = re.compile(r"\b(?:discretion|direction|authority) of\b|\bdiscretion$")
_WHERE = re.compile(
    r"^(?: within| in the first| until| up to| at least| less than| no later than)\b"
)


def eligibility(it: AuthoritySentence) -> Understood | None:
    """Return on what condition something can be done, whoever does it."""
    if (found := _NOT_BUT.match(it.main)) is not None:
        thing = found["thing"]
        done = Eligibility(action=_action(found["deed"], thing, it))
        never = Prohibition(
            role=ANYONE, action=_action(found["other"], thing, it), strength=Strength.MUST_NOT
        )
        return Understood((done, never)) if it.condition is None else None
    if (found := _MAY_NOT.match(it.main)) is not None:
        return _but_not(it, found)
    found = _CAN.match(it.main)
    if found is None or is_roleish(found["thing"], it.setting.roles):
        return None
    rest = (found["rest"] or "").strip(" ,")
    if _AT_WILL.search(rest):
        return None
    if (by := re.search(r"\bby (?P<role>[\w' -]+)$", rest)) and is_roleish(
        by["role"], it.setting.roles
    ):
        return None
    only = bool(found["only"] or found["only2"])
    if rest.endswith("only"):
        only, rest = True, rest.removesuffix("only").strip(" ,")
    action = _action(found["deed"], found["thing"], it)
    caps, at = caps_in(rest, it.setting.currency, it.pack)
    if not caps and (times := re.fullmatch(r"(?:only )?(?P<times>once|twice)", rest)):
        caps, at = caps_in(f"{times['times']} per order", it.setting.currency, it.pack)
    if caps and at == 0:
        rule = CapRule(action=action, caps=caps, condition=it.condition, exception=it.exception)
        return Understood((rule,))
    window = condition_of(it.cased(rest)) if _WHERE.match(f" {rest}") else None
    if rest and window is None:
        action = f"{action}_{whole_slug(rest, limit=60)}"
    stated = it.condition is not None or it.exception is not None
    if not (stated or (only and window is not None) or found["always"]):
        # A customer's own time alone ("can be returned within 30 days") is for the customer.
        return None
    rule_of = Eligibility(
        action=action,
        only=only,
        condition=both(window, it.condition),
        exception=it.exception,
    )
    return Understood((rule_of,))


def _action(deed: str, thing: str, it: AuthoritySentence) -> str:
    bare = re.sub(r"^(?:all|any|the|an?|each|every|your|our) ", "", thing.strip())
    bare = "" if bare in {"things", "anything"} else f" {bare}"
    return action_of(f"{it.pack.words('authority.done')[deed]}{bare}", it.pack)


def _but_not(it: AuthoritySentence, found: re.Match[str]) -> Understood | None:
    """Return "may change the date but not the origin" as a permission and a ban."""
    role = found["role"]
    if PUBLIC.match(role) or not is_roleish(role, it.setting.roles):
        return None
    slug = role_in(role)
    if slug is None:
        return None
    verb, other = found["verb"], found["verb2"] or found["verb"]
    one, not_this = (
        re.sub(r"^(?:the|an?|any|their|his|her) ", "", words)
        for words in (found["one"] or found["other"], found["other"])
    )
    may = Authority(
        role=slug,
        action=action_of(f"{verb} {one}", it.pack),
        strength=Strength.MAY,
        condition=it.condition,
        exception=it.exception,
    )
    never = Prohibition(
        role=slug,
        action=action_of(f"{other} {not_this}", it.pack),
        strength=Strength.MUST_NOT,
        condition=it.condition,
    )
    return Understood((may, never))
