"""Lines and table rows that say who decides up to where: "Supervisor – refunds to £100"."""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re
from dataclasses import replace

from goodword.document.authority_action import (
    ANYTHING,
    heading_action,
    noun_action,
    thing_action,
)
from goodword.document.authority_approval import rule_of
from goodword.document.authority_bound import MARK, Bound, Side
from goodword.document.authority_role import PUBLIC, is_roleish, role_in, several_roles, with_above
from goodword.document.authority_sentence import AuthoritySentence
from goodword.document.condition_text import condition_of
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.language.service import channels_in
from goodword.policy.authority import PRICE, ApprovalRule, Authority
from goodword.policy.clause import Clause, Strength
from goodword.policy.condition import Condition

_ROLE_FIRST = Cued(
    rf"^(?P<role>[a-z][\w '&/().-]*?)(?: ?: ?| - | ?\| ?| ?, | ?=> ?| (?=to {MARK}))(?P<thing>[a-z][a-z' -]*?)??(?: ?: ?| - | ?\| ?| )?(?:to |up to )?(?P<bound>{MARK}+|unlimited|no limit|any amount|without limit)(?P<tail>[^{MARK}]*)$",
    "any a|no li|unlim|witho|¤",
)
_AMOUNT_FIRST = Cued(
    rf"^(?P<thing>[a-z][a-z' -]*?)??(?: ?: ?| - | ?\| ?| |^)(?P<bound>{MARK}+)(?: ?: ?| - | ?\| ?|,? ?-> ?|,? ?=> ?|, )(?P<role>[a-z][\w '&/().-]+)$",
    "¤",
)
# "Tier 1 support agent": in a heading the number says where the step stands.
_TIER = re.compile(r"^(?:tier|level) \w{1,5} (?=\w+ \w|supervisor|manager)")
_THING_BOUND = Cued(
    rf"^(?:[-•] )?(?:may |can |ha(?:s|ve) (?:the )?authority (?:for |over |to ))?(?:approve |give |offer |issue |grant |authori[sz]e )?(?:any |all )?(?P<thing>[a-z][a-z' -]*?)(?: of| worth|:| -|,)? ?\(?(?P<bound>{MARK}+)(?P<tail>[^{MARK}]*)$",
    "¤",
)
# "Up to £75 per guest without asking the manager", below a role.
_BOUND_ONLY = Cued(rf"^(?P<thing>)(?P<bound>{MARK}+)(?P<tail> without [^{MARK}]*)$", " without ")
# "Needs the owner's approval", "To be approved by the owner"
_APPROVER_HEADING = re.compile(
    r"^(?:(?:must|to) be (?:approved|authori[sz]ed|signed off|agreed) by (?:the |an? )?(?P<by>[a-z][\w '&/-]*?)|(?:needs?|requires?) (?:the )?(?:approval|authori[sz]ation|sign-off) (?:by|of|from) (?:the |an? )?(?P<of>[a-z][\w '&/-]*?)|"
    r"(?:needs?|requires?) (?:the |an? )?(?P<its>[a-z][\w '&/-]*?)(?:'s|(?<=s)')? (?:approval|authori[sz]ation|sign-off)|(?:the )?(?P<whose>[a-z][\w '&/-]*?)(?:'s|(?<=s)')? (?:approval|authori[sz]ation|sign-off) (?:is )?(?:needed|required|only))(?: for)?:?$"
)
# "Level 2: duty supervisor", "Team leader authority", "Empowerment levels: front desk agents"
_ROLE_HEADING = re.compile(
    r"^(?:what (?:the |an? |our )?(?=[^:]+ (?:can|may) (?:do|give|approve|offer|decide)$)|(?:role|position): |limits (?:for|of) (?:the |an? )?|the (?=[^:]+(?:'s|s') )|(?:level|tier|stage|step|grade|l)[ -]?\w{1,5} ?[:(–-]+ ?|[\w ]*(?:levels?|limits?|authority|empowerment|authorities): )?"
    r"(?P<role>[a-z][\w '&/-]*?)\)?(?:'s|(?<=s)')?(?:(?: -)? (?:authority|level|limits?|powers?|discretion|delegation|empowerment)| (?:can|may) (?:do|give|approve|offer|decide))*:?$"
)
_LONGEST_THING = 3
# "Total value up to €90" bounds whatever is given.
_VALUE = re.compile(r"(?:the )?(?:(?:total|maximum|combined)? ?(?:value|amount|worth|cost)|total)?")
_COUNTED = re.compile(r"^(?:per|a|each|for each|without|with no|in)\b")
_WHERE = re.compile(
    r"^(?:with (?!no\b|out\b)|for (?!each|every|any (?:one|single))|on (?!the spot)|at )(?![^,]*\bapproval\b)\w"
)
_LIMIT_HEADING = Cued(
    r"limit|authori|approv|sign[- ]off|delegat|may (?:give|spend)|can (?:give|spend)|who decides|ladder|levels?\b|spending",
    "approv|authori|can give|can spend|delegat|ladder|level|limit|may give|may spend|"
    "sign off|sign-off|spending|who decides",
)
_OPENING = re.compile(r"(?:for|if|when|where|before|once|should|in|with|whenever|no|auto)\b")
_NO_ROLE = re.compile(
    r"^(?:total|minimum|maximum|max|amount|price|cost|fee|fees|deposit|charge|value|limit|refunds?|vat|from|delivery|postage|shipping|discounts?|credits?|compensation|gifts?|standard|express|adults?|child(?:ren)?|late|call-?out|no show|cancellation|e-?mail|phone|chat|letter|orders?|items?|per \w+|for .+|over|under|up to|above|below)s?$"
)


def limit_line(it: AuthoritySentence) -> Understood | None:
    """Return what a line such as "Supervisors: up to $300" grants."""
    shape = it.shape.rstrip(" .;")
    heading = normal(it.setting.heading)
    if (own := _below_role(it, shape, heading)) is not None:
        return own
    if (own := _below_approver(it, shape, heading)) is not None:
        return own
    of_limits = _LIMIT_HEADING.search(heading) is not None
    if found := _AMOUNT_FIRST.match(shape):
        return _amount_first(it, found, heading, of_limits=of_limits)
    if found := _ROLE_FIRST.match(shape):
        return _role_first(it, found, heading, of_limits=of_limits)
    return None


def _below_role(it: AuthoritySentence, shape: str, heading: str) -> Understood | None:
    """Return what a line gives to the role that its heading names: "Refunds up to $50"."""
    found = _THING_BOUND.match(shape) or _BOUND_ONLY.match(shape)
    named = _ROLE_HEADING.match(heading) if found is not None else None
    if found is None or named is None or not is_roleish(named["role"], it.setting.roles):
        return None
    role = _TIER.sub("", named["role"])
    given = _given(found["thing"], it)
    bound = next(iter(it.bounds_between(0, len(it.low))), None)
    if given is None or bound is None or bound.is_beyond:
        return None
    tail = found["tail"].strip(" ,.)")
    if bound.total or bound.window or (tail and not _COUNTED.match(tail)):
        return None
    grants = _grants(role, given, bound)
    freely = it.pack.pattern("authority.without").search(f" {tail}") if tail else None
    above = freely["role"] if freely is not None else None
    if above and is_roleish(above, it.setting.roles):
        # "… without the manager's approval": above that it takes it.
        grants = tuple(
            replace(one, approver=role_in(above)) if isinstance(one, Authority) else one
            for one in grants
        )
    return Understood(grants)


def _below_approver(it: AuthoritySentence, shape: str, heading: str) -> Understood | None:
    """Return what needs the approval of whom its heading names: "Needs the owner's approval"."""
    found = _THING_BOUND.match(shape)
    named = _APPROVER_HEADING.match(heading) if found is not None else None
    role = next((one for one in named.groups() if one), "") if named is not None else ""
    if found is None or not is_roleish(role, it.setting.roles):
        return None
    given = _given(found["thing"], it)
    bound = next(iter(it.bounds_between(0, len(it.low))), None)
    if given is None or bound is None or not bound.is_beyond or found["tail"].strip(" ,.)"):
        return None
    return Understood(tuple(rule_of(given, one, bound) for one in several_roles(role)))


def _given(thing: str, it: AuthoritySentence) -> str | None:
    """Return what a line gives: a known action, or one that a known one ends ("cash refunds")."""
    if _VALUE.fullmatch(thing):
        return heading_action(normal(it.setting.heading), it.pack) or ANYTHING
    named = noun_action(thing, it.pack)
    if named is not None:
        return named[0] if named[1] is None else None
    ends = noun_action(thing.rpartition(" ")[2], it.pack)
    short = thing.count(" ") < _LONGEST_THING
    return thing_action(thing, it.pack) if ends is not None and short else None


def _role_first(
    it: AuthoritySentence, found: re.Match[str], heading: str, *, of_limits: bool
) -> Understood | None:
    words, or_above = with_above(found["role"].strip(" ,:-"), it.pack)
    thing = (found["thing"] or "").strip(" -:,|")
    thing = re.sub(r" (?:to|of|up to)$|^(?:may |can )", "", thing)
    if thing and is_roleish(thing, it.setting.roles) and not is_roleish(words, it.setting.roles):
        # "Waiver of fees: Registrar: $1,000" names the role second.
        words, thing = thing, words
    tail = found["tail"].strip(" ,.")
    bound = next(iter(it.bounds_between(0, len(it.low))), None)
    action = thing_action(thing, it.pack) if thing else None
    action = action or heading_action(heading, it.pack)
    if re.search(
        r"\b(?:is|are|may|can|must|will|has|have|needs?|within|by|be)\b", f"{words} {thing}"
    ):
        return None
    roleish = is_roleish(words, it.setting.roles)
    if (bound is None and not (of_limits or action)) or (channels_in(words) and not roleish):
        return None
    if not roleish and not (of_limits and _short(words)):
        return None
    if action is None and not of_limits and not (thing and roleish):
        return None
    only = condition_of(f"it is {it.cased(tail)}") if _WHERE.match(tail) else None
    if tail and only is None and not _COUNTED.match(tail):
        return None
    if bound is not None and bound.is_beyond:
        if bound.side is Side.BETWEEN:
            return Understood(
                tuple(rule_of(action or ANYTHING, role, bound) for role in several_roles(words))
            )
        if not roleish:
            return None
        return Understood(
            tuple(rule_of(action or ANYTHING, role, bound) for role in several_roles(words))
        )
    return Understood(_grants(words, action or "spend", bound, or_above=or_above, only=only))


def _amount_first(
    it: AuthoritySentence, found: re.Match[str], heading: str, *, of_limits: bool
) -> Understood | None:
    words, or_above = with_above(found["role"].strip(" ,:-"), it.pack)
    thing = (found["thing"] or "").strip(" -:,|")
    needed = it.pack.pattern("authority.who").match(words)
    if needed is not None and needed["role"]:
        words = needed["role"].strip()
    said = words
    words = it.pack.compiled(r"^(?:please |must |it )*<<authority.asking>> ").sub("", words)
    start = found.start("bound")
    bound = next(iter(it.bounds_between(start, len(it.low))), None)
    if (
        bound is None
        or _OPENING.match(thing)
        or re.search(r"\b(?:is|are|may|can|must|will|has|have|be|we|you)\b", f"{words} {thing}")
    ):
        return None
    if not is_roleish(words, it.setting.roles):
        return None
    pair = _TOGETHER.fullmatch(words)
    action = thing_action(thing, it.pack) if thing else None
    action = (
        action or heading_action(heading, it.pack) or (ANYTHING if of_limits or not thing else None)
    )
    if action is None:
        return None
    if bound.is_beyond:
        return Understood(_approved(action, words, bound, it.setting.roles))
    if words != said:
        return None  # "£50: ask the manager" gives nobody anything
    if pair is not None and all(is_roleish(one, it.setting.roles) for one in pair.groups()):
        one, two = (role_in(each) for each in pair.groups())
        if one is not None and two is not None:
            return Understood((rule_of(action, two, bound, role=one),))
    roles = several_roles(words, it.setting.roles)
    return Understood(
        tuple(
            each
            for one in roles
            for each in _grants(one.replace("_", " "), action, bound, or_above=or_above)
        )
        if len(roles) > 1
        else _grants(words, action, bound, or_above=or_above)
    )


# "Escrow Officer and Branch Manager": neither may do so alone.
_TOGETHER = re.compile(
    r"(?P<one>(?:(?!and\b)[^,&+])+?(?<!s)) (?:and|\+|&|together with|with) (?:the )?(?P<two>(?:(?!and\b)[^,&+])+(?<!s))"
)


def _approved(
    action: str, words: str, bound: Bound, known: tuple[str, ...]
) -> tuple[ApprovalRule, ...]:
    """Return whose approval an amount takes: of each of several, or of either."""
    roles = several_roles(words, known)
    if not roles:
        return ()
    first, *others = roles
    if re.search(r" or |/", words):
        return (rule_of(action, first, bound, instead=tuple(others)),)
    return (rule_of(action, first, bound, also=tuple(others)),)


def _short(words: str) -> bool:
    return len(words.split()) <= 5 and not PUBLIC.match(words) and not _NO_ROLE.match(words)


def _grants(
    words: str,
    action: str,
    bound: Bound | None,
    *,
    or_above: bool = False,
    only: Condition | None = None,
) -> tuple[Clause, ...]:
    one = role_in(words)
    roles = several_roles(words) or ((one,) if one else ())
    return tuple(
        Authority(
            role=role,
            action=action,
            limit=bound.high if bound else None,
            per=bound.per if bound else None,
            each=bound.each if bound else None,
            share=bound.high_share if bound else None,
            share_of=bound.share_of if bound and bound.high_share else PRICE,
            below=bound is not None and bound.side is Side.BELOW,
            or_above=or_above,
            strength=Strength.MAY,
            condition=only,
        )
        for role in roles
    )
