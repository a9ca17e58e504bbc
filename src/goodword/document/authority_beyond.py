"""Who decides what lies above a limit, said behind it: "larger sums are a matter for the Dean"."""

import re
from dataclasses import replace

from goodword.document.authority_approval import rule_of
from goodword.document.authority_bound import Bound, Side
from goodword.document.authority_mentions import mentions_of
from goodword.document.authority_role import PUBLIC, is_roleish, role_in
from goodword.document.authority_sentence import AuthoritySentence, taken_apart
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.role import ANYONE
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.clause import Clause

_CUE = Cued(
    r"[;,.(-] ?(?:[\w'-]+ ){0,9}?"
    r"(?:above|over|beyond|more|larger|higher|bigger|greater|exceed\w*|excess|past|dearer)\b"
    r"|[;.] (?:but )?(?:anything|everything) (?:in|else|dearer)\b"
    r"|[;,.] (?:but |and |while )?(?:[\w'-]+ ){0,8}?"
    r"(?:second|third|further|subsequent|additional|repeat\w*|longer"
    r"|another|two|three|rest|remainder|others?|else|outside|not (?:in|on|covered|listed))\b"
    r"|[;,.] (?:and |but )?"
    r"(?:otherwise|after (?:that|this)|any more|in (?:all |any )?other cases?)\b"
    r"|\band (?:\w+ ){0,4}?(?:above|over|beyond|larger|higher|bigger|greater|exceed\w*) ",
    "additional|after th|beyond|bigger|dearer|else|exce|further|greater|higher|larger|"
    "longer|more|not in|not listed|not on|other|outside|ove|past|remainder|repeat|rest|"
    "second|subsequent|third|three|two|ything in",
)
_JOINT = re.compile(r"\s*(?:[;:,.]|\s-)\s+(?:(?:and|but|with|while|then) )*|\s+(?:and|but) |\s*\(")
_LONGEST_NAME = 7


# What goes beyond a count or a time, and not beyond an amount: "a second one", "longer ones".
_COUNTED = re.compile(
    r"(?:(?:an?|the|any|every|each|all|only|for|on) )*(?:[\w-]+ ){0,4}?"
    r"(?:second|third|further|subsequent|additional"
    r"|repeat\w*|longer|another|two|three|rest|remainder|others?|else|outside|not)\b"
)


_NO_NAME = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|i)$"
)
_BESIDES = re.compile(r" (?:in|by|on|at|with|as|to)\b.*$")
# How somebody is asked changes nothing of who decides.
_HOW = re.compile(r",? (?:by (?:phone|e-?mail|letter|text)|in writing|in person|first)$")


def beyond(it: AuthoritySentence) -> tuple[AuthoritySentence, str, bool] | None:
    """Return the sentence without who decides above its last limit, that role, and of what.

    The last is whether it goes beyond a count or a time, which the sentence need not bound.
    """
    if _CUE.search(it.low) is None:
        return None
    if it.bounds and it.bounds[-1].is_beyond:
        return None
    behind = it.bounds[-1].end if it.bounds else it.low.find("; ")
    for joint in _JOINT.finditer(it.low, behind) if behind >= 0 else ():
        tail = it.low[joint.end() :].rstrip(" .;)")
        role = _decides(tail, it)
        if role is not None:
            first = taken_apart(it.plain[: joint.start()].rstrip(" ,;.(-"), it.setting)
            return first, role, _COUNTED.match(tail) is not None
    return None


def _decides(tail: str, it: AuthoritySentence) -> str | None:
    """Return who decides what is larger, where a piece of a sentence says that and no more."""
    for pattern in it.pack.names("authority.beyond"):
        found = it.pack.compiled(pattern).match(tail)
        if found is not None and (role := _role(found["who"], it)) is not None:
            return role
    return None


def _role(words: str, it: AuthoritySentence) -> str | None:
    """Return the one role that the words name and nothing else besides."""
    words = _HOW.sub("", words)
    plain = it.pack.pattern("authority.beyond_who").match(words.strip(" ,"))
    name = plain["role"] if plain is not None else words
    named = mentions_of(name, it.setting)
    if len(named) == 1 and named[0].start <= 1 and named[0].end >= len(name) - 1:
        role: str | None = named[0].role
    else:
        roleish = is_roleish(name, it.setting.roles) or _is_called(name, it.plain)
        whole = len(name.split()) <= _LONGEST_NAME and roleish
        role = role_in(name) if whole else None
    return None if role in {None, ANYONE} or PUBLIC.match(_BESIDES.sub("", name)) else role


def _is_called(name: str, plain: str) -> bool:
    """Whether the sentence has this one word with a capital letter, as the name of somebody."""
    if not name.isalpha() or _NO_NAME.match(name) is not None:
        return False
    return re.search(rf"(?<=[a-z] ){name.capitalize()}\b", plain) is not None


def handed_up(
    granted: Understood | None, approver: str, *, counted: bool = False
) -> Understood | None:
    """Return what was granted with who decides above it; None where that fits to nothing.

    What is `counted` ("a second one") needs no amount that it could be above.
    """
    if granted is None or granted.almost or not granted.clauses:
        return None
    clauses = granted.clauses
    if not all(isinstance(one, Authority | ApprovalRule) for one in clauses):
        return None
    last = clauses[-1]
    if (
        not isinstance(last, Authority)
        or last.approver
        or not (counted or last.limit or last.share or last.goods)
    ):
        return None
    own = [one for one in clauses if isinstance(one, Authority)]
    made: tuple[Clause, ...]
    if all(
        (one.limit, one.share, one.action) == (last.limit, last.share, last.action) for one in own
    ):
        made = tuple(
            replace(one, approver=approver) if isinstance(one, Authority) else one
            for one in clauses
        )
    else:
        bound = Bound(0, 0, Side.OVER, low=last.limit, low_share=last.share, share_of=last.share_of)
        made = (*clauses, rule_of(last.action, approver, bound))
    return replace(granted, clauses=made)


def own_and_above(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Return "up to $20" and "over $20" as one rule: who may, and who decides above."""
    if len(clauses) != _OWN_AND_ABOVE:
        return clauses
    own, above = clauses
    if not isinstance(own, Authority) or not isinstance(above, ApprovalRule):
        return clauses
    bounded = above.up_to or above.up_to_share or above.also or above.instead or above.only
    if bounded or own.approver or above.people > 1 or own.condition != above.condition:
        return clauses
    if (own.limit or own.share) is None or own.below or above.at_least:
        return clauses
    done = above.action in {own.action, own.action.removeprefix("approve_"), *_ANY}
    same = done and (own.limit, own.share) == (above.over, above.over_share)
    return (replace(own, approver=above.approver),) if same else clauses


_OWN_AND_ABOVE = 2
# What goes above the same amount by such a word is what was granted below it.
_ANY = frozenset({"amount", "any", "offer", "sum"})
