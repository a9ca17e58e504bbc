"""What a permission holds: its limit, what it is counted over, its caps, its reason."""

# ruff: noqa: C901, E501, PLR0913  (a pattern reads best unbroken; a grant has many slots)

import re

from goodword.document.authority_asked import no_limit
from goodword.document.authority_bound import Bound, Side, per_of, window_days
from goodword.document.authority_cap import cap_of
from goodword.document.authority_sentence import AuthoritySentence
from goodword.document.condition_text import condition_of
from goodword.document.roles_known import checked
from goodword.document.setting import Finding, Understood
from goodword.policy.authority import PRICE, Authority, Cap, Per
from goodword.policy.clause import Strength
from goodword.policy.condition import Condition
from goodword.policy.quantity import Duration

_WITHOUT_END = re.compile(r"unlimited|any amount|no limit|without limit")
_MONEYED = frozenset(
    {"refund", "credit", "compensate", "discount", "spend", "write_off", "adjust", "accept_gift"}
)
# A reason is a condition, unless it is that something needs mending.
_REASON = re.compile(
    r"^ ?(?P<why>(?:for|on|off|to(?= (?:\w+ )?(?:damaged|late|old|faulty|unsold|returned|delayed|cancelled|defective|broken|soiled|ex-display|clearance|new|first|sale)\b)|in respect of|in case of|in cases of|in relation to|because of|where there is) (?!each|every|any (?:one|single)|(?:the )?(?:purpose|sake)|resolv|putting|fixing|solving|making|mending|keeping|the (?:customer|client|guest|patient)s?$|(?:a |any )?(?:customer|client|guest|patient)s?$|service recovery|any (?:reason|purpose)|the spot|(?:an?|the|any|their) (?:\w+ )?(?:bill|price|order|purchase|total|meal|rate|stay|ticket|fare|invoice|account)s?(?: (?:per|each|every|for each|for every|a) [\w-]+(?: [\w-]+)?)?$).+)$"
)


def grant(
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
    """Return what a role is given, from the bounds that stand inside its permission."""
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


def joined(it: AuthoritySentence, grants: list[Authority]) -> Understood | None:
    """Return the grants as what was understood, with a warning where nothing bounds money."""
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
        and _WITHOUT_END.search(it.low) is None
    ):
        findings = (no_limit(it.plain, first.role, first.action, it.setting),)
    roles = [role for one in grants for role in (one.role, one.approver) if role]
    return checked(Understood(tuple(grants), findings), tuple(roles), it.low, it.setting)


def reason(it: AuthoritySentence, words: str) -> Condition | None:
    """Return "for late delivery" as a condition: it says when somebody may."""
    found = _REASON.match(words)
    if found is None:
        return None
    why = re.sub(r"^off (?=for |on |in |to )", "", it.cased(found["why"].strip()))
    return condition_of(f"it is {re.sub(r'^(?:off|to) ', 'on ', why)}")


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
