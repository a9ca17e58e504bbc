"""Sentences on authority of two parts: a ban and who may all the same, a rule and its exception.

"Tickets may not be refunded, but may be exchanged by the manager"; "Debts may only be written off
by the Executive, except where they are under £500, when the Treasurer may do so"; "Ushers may do it
without asking; anyone else must ring the office first".
"""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable
from dataclasses import replace

from goodword.document.authority_approval import rule_of
from goodword.document.authority_bound import MARK
from goodword.document.authority_role import is_roleish, role_in
from goodword.document.authority_sentence import AuthoritySentence, taken_apart
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.word import whole_slug
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.clause import Clause

_Read = Callable[[AuthoritySentence], Understood | None]

_BUT = Cued(
    r"^(?P<no>(?:(?:once|after|when|if) [^,;]{2,40}, )?(?P<thing>[^,;]+?) (?:may not|must not|cannot|can't|are not|is not|will not|may never) (?:be )?[^,;]+?)(?:,|;)? but (?P<rest>.+(?:discretion of|by|approval of|agreement of) .+)$",
    " but ",
)
_GOES_ON = re.compile(r"(?:may|can|could|will|must) ")
_EXCEPT = Cued(
    rf"^(?P<first>(?P<thing>[^,;{MARK}]+?) (?:may|can|must|shall|should|will|has to|have to|is to|are to) (?:only )?(?:be )?(?P<done>[^,;{MARK}]+?)),? (?:except|save|apart from|other than|but)(?: (?:that|where|when|if|for|in cases? where|in the case of))* (?P<which>[^,;{MARK}]*?)(?P<bound>{MARK}+)(?P<rest>[^{MARK}]+)$",
    "except| save|apart from|other than| but",
)
_WHO_THEN = re.compile(
    r"^(?:,? (?:when|where|in which case|which|and then|then))?,? ?(?:(?:the )?(?:authority|approval|consent|agreement|permission) (?:may|can|will|shall) be (?:given|granted) by|(?:(?:it|they|this|these) )?(?:may|can|shall|will|must) be [\w ]{3,20}? by|(?:at|by) the discretion of|by) (?P<by>[\w' -]+)$"
    r"|^,? (?:when|where|in which case|which) (?P<role>[\w' -]+?) (?:may|can) (?:\w+ ){1,3}?(?:it|them|so|this|these|off)$"
)
_BUT_ONLY = Cued(
    r"^(?P<first>[^,;]+? (?:may|can) [^,;]+?),? (?:but|and|while) (?P<rest>only (?:the |an? )?[\w' -]+? (?:may|can) .+)$",
    "only ",
)
_OVER = Cued(
    rf"^(?P<first>[^{MARK};]*{MARK}+[^{MARK};]*?)[,;]? (?:and|but|while)(?: |(?={MARK}))(?P<over>{MARK}+),? (?P<goes>(?:it |this )?(?:goe?s?|must (?:go|be)|is|are|should (?:go|be)|has to (?:go|be)|needs?|requires?) .+)$",
    "¤",
)
_DONE = re.compile(
    r"(?P<done>written off|waived|refunded|reversed|returned|cancelled|released|paid|made|given|granted|approved|authori[sz]ed|agreed|offered)\b"
)
_PLAIN = re.compile(
    r"^(?:any|all|every|each|an?|the) | (?:due|owed|owing|that|which|of|to|from) .*$"
)
_ARTICLE = re.compile(r"(?i)^(?:an?|the|any) ")
_ELSE = Cued(
    r"^(?P<first>.+?)[;,.] (?:but |and |while )?(?:(?:any(?:one|body)|every(?:one|body)|all) else|all others|others|other staff|the rest) (?:must|should|has to|have to|needs? to|is to|are to)(?: always| first)? (?:ring|call|ask|phone|contact|check with|speak to|get (?:approval|permission|clearance) from|consult|see|go to|come to) (?P<role>[^,;]+?)(?: first| beforehand| before doing so)?$",
    " else |others |other staff |the rest ",
)


def in_parts(it: AuthoritySentence, read: _Read) -> Understood | None:
    """Return what both parts of a sentence say; None where it has no such parts."""
    return (
        _ban_and_leave(it, read)
        or _with_exception(it, read)
        or _anyone_else(it, read)
        or _only_for_more(it, read)
        or _over_the_same(it, read)
    )


def _ban_and_leave(it: AuthoritySentence, read: _Read) -> Understood | None:
    found = _BUT.match(it.low)
    if found is None:
        return None
    no, rest = (it.plain[slice(*found.span(name))] for name in ("no", "rest"))
    if _GOES_ON.match(found["rest"]):
        rest = f"{found['thing']} {rest}"
    return _both((no, rest), it, read)


def _with_exception(it: AuthoritySentence, read: _Read) -> Understood | None:
    found = _EXCEPT.match(it.shape)
    if found is None:
        return None
    then = _WHO_THEN.match(found["rest"])
    done = _DONE.search(found["done"])
    bounds = it.bounds_between(*found.span("bound"))
    if then is None or done is None or len(bounds) != 1:
        return None
    name = "by" if then["by"] else "role"
    start = found.start("rest")
    role = it.plain[start + then.start(name) : start + then.end(name)].strip()
    if not is_roleish(role.lower(), it.setting.roles):
        return None
    thing = _PLAIN.sub("", _PLAIN.sub("", found["thing"])).strip()
    things = thing if thing.endswith("s") else f"{thing}s"
    amount = it.plain[slice(*found.span("bound"))].strip()
    amount = amount if bounds[0].is_beyond else f"up to {re.sub(r'^[^$£€¥0-9]*', '', amount)}"
    deed = "must" if bounds[0].is_beyond else "may"
    second = f"{things} {amount} {deed} be {done['done']} by {role}"
    first = f"{things} {it.plain[found.end('thing') : found.end('first')].strip()}"
    return _both((first, second), it, read)


def _both(parts: tuple[str, str], it: AuthoritySentence, read: _Read) -> Understood | None:
    said: list[Understood] = []
    for one in parts:
        words = one.strip(" ,;")
        understood = read(taken_apart(f"{words[:1].upper()}{words[1:]}", it.setting))
        if understood is None or understood.almost or not understood.clauses:
            return None
        said.append(understood)
    return Understood(
        tuple(clause for one in said for clause in one.clauses),
        tuple(finding for one in said for finding in one.findings),
    )


def _anyone_else(it: AuthoritySentence, read: _Read) -> Understood | None:
    found = _ELSE.match(it.low)
    if found is None or not is_roleish(found["role"], it.setting.roles):
        return None
    approver = role_in(found["role"])
    first = read(taken_apart(it.plain[: found.end("first")], it.setting))
    clauses: tuple[Clause, ...] = first.clauses if first is not None else ()
    own = clauses[0] if len(clauses) == 1 else None
    if first is None or approver is None or not isinstance(own, Authority):
        return None
    goods = _ARTICLE.sub("", own.goods or "")
    action = whole_slug(f"give {goods}", limit=80) if goods else own.action
    return Understood((own, rule_of(action, approver, None)), first.findings)


def _only_for_more(it: AuthoritySentence, read: _Read) -> Understood | None:
    """Return "A may …, but only B may … more" as two rules."""
    found = _BUT_ONLY.match(it.low)
    if found is None:
        return None
    first, rest = (it.plain[slice(*found.span(name))] for name in ("first", "rest"))
    return _both((first, rest), it, read)


def _over_the_same(it: AuthoritySentence, read: _Read) -> Understood | None:
    """Return "A can approve up to £100, and over £100 goes to B" as who may, and who above."""
    found = _OVER.match(it.shape) if len(it.bounds) == _BOTH_SIDES else None
    if found is None or it.bounds[0].is_beyond or not it.bounds[1].is_beyond:
        return None
    over, goes = (it.plain[slice(*found.span(name))].strip() for name in ("over", "goes"))
    first = it.plain[slice(*found.span("first"))]
    both = _both((first, f"Amounts {over} {goes}"), it, read)
    if both is None or len(both.clauses) != _BOTH_SIDES:
        return None
    own, above = both.clauses
    if not (isinstance(own, Authority) and isinstance(above, ApprovalRule)) or above.also:
        return None
    if (own.limit, own.share) != (above.over, above.over_share):
        return None
    return replace(both, clauses=(replace(own, approver=above.approver),))


_BOTH_SIDES = 2
