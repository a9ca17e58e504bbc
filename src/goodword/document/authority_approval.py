"""From where on somebody's approval is needed, and whose."""

# ruff: noqa: C901, E501, PLR0911, PLR0912, PLR0913  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.authority_action import (
    ANYTHING,
    action_of,
    gerund_action,
    heading_action,
    names_giving,
    noun_action,
    scope_of,
    thing_action,
)
from goodword.document.authority_asked import approver_asked, counted_asked, who_asked
from goodword.document.authority_banned import plain_verb
from goodword.document.authority_bound import MARK, Bound
from goodword.document.authority_role import is_roleish, role_in, several_roles, with_above
from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.authority_unsure import size_asked
from goodword.document.conditions import condition_of
from goodword.document.hours_asked import unused
from goodword.document.roles_known import checked
from goodword.document.setting import Understood
from goodword.language.normal import normal
from goodword.language.role import ANYONE, CUSTOMERS
from goodword.policy.authority import PRICE, ApprovalRule
from goodword.policy.condition import Condition
from goodword.problem import Severity

_THING = re.compile(
    r"(?:two|three|\d+|both|proof|evidence|an? (?:receipt|form|signature|reason|ticket|exception ticket|reference|order|invoice|code|photo|copy)|your|you|us|time|care|more|some|no)\b"
)
_OTHER_DOING = re.compile(r"(?!approved|authori|signed|agreed)\w+(?:ed|en) (?:to|by|with|in|at)\b")
# Whatever is done to a thing: "accounts may be reopened upon approval of …".
_DONE = re.compile(
    r"\b(?:may|can|could|will|shall|must|are|is)(?: only| never)*(?: be)?(?: only)? "
    r"(?P<done>(?!(?:need|requir|approv|authori|sign|agree|ask|permitt|allow|grant|obtain|consider|refer|submitt"
    r"|present|decid|determin|seek|made|given|issu|subject|limit|exceed|expect|us)\w*)[a-z]+(?:ed|en|ld|nt)(?: off| out| over| up)?)\b"
)
_NOT_NEEDED = re.compile(
    r"\b(?:do|does|will|did|would|should)(?: not|n't) (?:need|require|have to)\b|\bno (?:approval|permission) (?:is )?(?:needed|required)"
)
_SOMEBODY_MAY = re.compile(
    r"\b(?:may|can|could|will|shall|should|must|is|are|if|we|you|they|who|cannot|can't|never|do not|don't)\b"
)
# "A manager's job is to …" names nobody.
_IS = re.compile(r"\b(?:is|are|was|were|to|will|must)\b")
_OWN = re.compile(r"^(?:your|their|his or her|his|her|our) ")
_ASKING = re.compile(
    r"^(?:please )?(?:get|obtain|seek|contact(?! cent(?:re|er)\b)|ask|see|tell|consult|speak (?:to|with)|check with|refer(?: it)? to|go to|request) (?:the (?=\w))?"
)
# "Ask at reception" names a place.
_AT = re.compile(r"(?:at|in|on|our|us|about|for)\b")
_AND = re.compile(r",? and (?:the |an? |also )*")
_OR = re.compile(r",? or (?:the |an? |by )*|/")
# Who decides on all of it, whatever the amount.
_DECIDES = re.compile(
    r"^(?!.*\b(?:may|can)\b).*\b(?:decides?(?: on)?|approves?|authori[sz]es?|signs? off|countersigns?)\b"
    r"|(?:approval|consent|permission|sign[- ]?off|agreement)\b.* (?:required|needed|necessary|obtained|sought)\b"
)
_BY_ROLE = re.compile(
    r"^(?P<thing>.+?) (?:by|from|made by|given by|requested by|issued by) (?P<role>[\w' -]+)$"
)


def approval(it: AuthoritySentence) -> Understood | None:
    """Return the approval that the sentence asks for, or None where it asks for none."""
    for pattern in it.pack.each("authority.approvals_whole", it.shape) if it.bounds else ():
        found = it.pack.compiled(pattern).match(it.shape.rstrip(" .;"))
        if found is not None and (said := _whole(it, found)) is not None:
            return said
    shape = it.main_shape
    if (open_to := it.pack.pattern("authority.approved_by_whom").match(shape)) is not None:
        thing = _place(it, open_to, "thing")
        inside = it.bounds_between(*thing)
        if len(inside) == 1 and inside[0].is_beyond and _is_thing(it.words(*thing), it):
            return _asked(it, it.words(*thing), inside[0])
    inside = it.bounds_between(it.start, it.end)
    is_said = bool(inside) or _approving(it)
    is_barred = "without" in shape or "unless" in shape
    for pattern in it.pack.each("authority.approvals", shape):
        must = "without" in pattern
        if not (is_said or (must and is_barred)):
            continue
        found = it.pack.compiled(pattern).match(shape)
        if found is None:
            continue
        said = _needed(it, _place(it, found, "thing"), found["who"], inside, must=must)
        if said is not None:
            return said
    for name in ("approves", "asked_before"):
        for pattern in it.pack.each(f"authority.{name}", shape):
            found = it.pack.compiled(pattern).match(shape)
            if found is None:
                continue
            said = _approves(it, found) if name == "approves" else _asked_before(it, found)
            if said is not None:
                return said
    return None


def _place(it: AuthoritySentence, found: re.Match[str], group: str) -> tuple[int, int]:
    start, end = found.span(group)
    return it.start + start, it.start + end


def _whole(it: AuthoritySentence, found: re.Match[str]) -> Understood | None:
    start, end = found.span("bound")
    inside = it.bounds_between(start, end)
    if len(inside) != 1 or not inside[0].is_beyond:
        return None
    words = (found["thing"] or "") if "thing" in found.re.groupindex else ""
    if _SOMEBODY_MAY.search(words):
        return None
    return _rule(it, words, found["who"], inside[0], None, None, role=None)


def _needed(
    it: AuthoritySentence,
    thing: tuple[int, int],
    who: str,
    inside: tuple[Bound, ...],
    *,
    must: bool,
) -> Understood | None:
    """Return the rule of "<thing> needs <who>"; an amount or the word approval must be said."""
    words = it.words(*thing)
    if _NOT_NEEDED.search(it.main) or not _is_thing(words, it):
        return None
    sure = must or _approving(it)
    bound = next((one for one in inside if one.is_beyond), None) or next(iter(inside), None)
    if bound is None and not sure:
        return None
    if not re.search(r"[a-z]", words) and bound is None:
        return None
    over_limit = must and bound is not None and not bound.is_beyond
    return _rule(
        it, words, who, bound, it.condition, it.exception, role=None, sure=sure, turned=over_limit
    )


def _approving(it: AuthoritySentence) -> bool:
    """Whether a word of approval is said in the main clause."""
    approving = it.pack.compiled(
        r"\b<<authority.approval>>\b|approv|authori[sz]|sign(?:ed)?[- ]off|agreed|countersign"
    )
    return approving.search(it.main) is not None


_LIMITS = re.compile(r"\b(?:these|those|the|their|your|our) limits?\b")


def _approves(it: AuthoritySentence, found: re.Match[str]) -> Understood | None:
    thing = _place(it, found, "thing")
    inside = it.bounds_between(*thing)
    who = found["who"]
    if MARK in who or _IS.search(who):
        return None
    if not inside and found.re.groupindex.get("only") and _DECIDES.search(it.main) is None:
        return None
    bound = inside[0] if inside else None
    if who.strip() == "you" and bound is not None:
        return who_asked(it.plain, it.setting)
    if bound is not None and not bound.is_beyond and found.re.groupindex.get("only"):
        return None
    if not is_roleish(who, it.setting.roles):
        return None
    approving = _DECIDES.search(it.main)
    if bound is None and _LIMITS.search(it.words(*thing)):
        # "The manager decides about money above the limits below" names no limit.
        return None
    if bound is None and approving is None and not names_giving(it.words(*thing), it.pack):
        return None
    only = bool(found.re.groupindex.get("only") and found["only"])
    # "Supervisors and managers may approve": either of them.
    either = re.search(r"\b(?:both|jointly|together)\b", it.main) is None
    return _rule(
        it,
        it.words(*thing),
        who,
        bound,
        it.condition,
        it.exception,
        role=None,
        sure=True,
        either_will_do=either,
        only=only,
    )


def _asked_before(it: AuthoritySentence, found: re.Match[str]) -> Understood | None:
    what = _place(it, found, "what")
    inside = it.bounds_between(*what)
    bound = inside[0] if inside else None
    named = found.groupdict()
    sure = it.pack.pattern("authority.approval").search(found["who"]) is not None
    words = it.words(*what)
    giving = bound is None and (
        names_giving(words, it.pack) or gerund_action(words, it.pack) is not None
    )
    named_one = is_roleish(found["who"], it.setting.roles) and not _AT.match(found["who"])
    sure = sure or (giving and named_one)
    if not sure and (bound is None or not bound.is_beyond):
        return None
    role = named.get("role")
    if role is not None and role.strip() == "you":
        role = None
    if role is not None and not is_roleish(role, it.setting.roles):
        return None
    return _rule(it, words, found["who"], bound, it.condition, it.exception, role=role, sure=sure)


def _rule(
    it: AuthoritySentence,
    thing: str,
    who: str,
    bound: Bound | None,
    condition: Condition | None,
    exception: Condition | None,
    *,
    role: str | None,
    sure: bool = False,
    turned: bool = False,
    either_will_do: bool = False,
    only: bool = False,
) -> Understood | None:
    """Return the rule from its slots. `turned` is a limit that is passed only with approval."""
    thing = re.sub(r"^no (?=\w)", "", thing)
    if MARK in who.strip(f" {MARK}"):
        return None
    if role is None and (by := _BY_ROLE.match(thing)) and is_roleish(by["role"], it.setting.roles):
        thing, role = by["thing"], by["role"]
    action = thing_action(thing, it.pack)
    if action is not None and noun_action(thing, it.pack) is None:
        action = _done_to(it, thing) or action
    if action is None:
        action = heading_action(normal(it.setting.heading), it.pack) or (
            ANYTHING
            if (bound is not None and not thing.startswith("it")) or (sure and thing)
            else None
        )
    if action is None or (bound is None and not sure):
        return None
    if bound is None and noun_action(thing, it.pack) is None and not _is_doing(it, thing):
        return None
    said = _OWN.sub("", who.replace(MARK, "").strip(" ,."))
    said, done = _without_deed(re.sub(r"^both (?=the |an? |our )", "", said))
    said, _ = with_above(said, it.pack)
    if _OTHER_DOING.match(said):
        return None
    needed = it.pack.pattern("authority.who_after").match(said) or it.pack.pattern(
        "authority.who"
    ).match(said)
    name = _ASKING.sub("", needed["role"].strip(" ,")) if needed else ""
    if CUSTOMERS.match(name) or it.pack.pattern("authority.two_people").search(said):
        return None
    also: list[str] = []
    instead: list[str] = []
    approver = role_in(name)
    if not approver or approver == ANYONE or _THING.match(name) or _THING.match(said):
        return _asked(it, thing, bound) if bound is not None and not CUSTOMERS.match(name) else None
    several = [part for part in _AND.split(name) if part]
    if len(several) > 1 and all(is_roleish(part, it.setting.roles) for part in several):
        approver, *others = (role_in(part) or "" for part in several)
        also, instead = ([], others) if either_will_do else (others, [])
        name = several[0]
    either = [part for part in _OR.split(name) if part]
    if len(either) > 1 and all(_decides(it, part) for part in either):
        approver, *instead = (role_in(part) or "" for part in either)
    elif not is_roleish(name, it.setting.roles) and not sure:
        return _asked(it, thing, bound) if bound is not None and bound.is_beyond else None
    elif len(name.split()) > 6:
        return None
    if bound is not None and bound.each is not None:
        return counted_asked(it.plain, bound.each)
    askers = several_roles(role) if role else ()
    if bound is None and (asked := size_asked(it.plain, thing, approver)) is not None:
        return asked
    if scope := scope_of(thing, it.pack):
        condition = both(condition, condition_of(f"it is {it.cased(scope)}"))
    if action == ANYTHING and re.search(r"\bspent\b", it.main):
        action = "spend"
    rules = tuple(
        rule_of(
            action,
            approver,
            bound,
            role=asker,
            turned=turned,
            terms=(condition, exception),
            also=tuple(also),
            instead=tuple(instead),
            only=only,
        )
        for asker in askers or (ANYONE,)
    )
    at = it.low.find(done) if done else -1
    left = (unused(it.plain, at, at + len(done), Severity.WARNING),) if at >= 0 else ()
    return checked(Understood(rules, left), (approver, *askers), it.low, it.setting)


# "Approved by the director and reported to the board": what is done besides names nobody more.
_DEED = re.compile(
    r",? and (?P<done>(?:(?:is|are|be|also|then|must be|\w+ly) )*"
    r"(?:[a-z]{3,}(?<!r)ed|told|sent|kept|written|given)(?! by\b)(?: (?:to|in|on|with|at|for)\b.*)?)$"
)


def _without_deed(who: str) -> tuple[str, str]:
    """Return who approves without what is done besides, and that."""
    found = _DEED.search(who)
    return (who[: found.start()], found["done"]) if found is not None else (who, "")


def _decides(it: AuthoritySentence, part: str) -> bool:
    """Whether one of several is a role, or somebody called by name."""
    if is_roleish(part, it.setting.roles):
        return True
    words = it.cased(part.strip()).split()
    # "The Head of Sales or Marketing" is one.
    named = 0 < len(words) <= _LONGEST_NAME and all(one[:1].isupper() for one in words)
    return named and " of " not in it.low


_LONGEST_NAME = 3


def _is_thing(words: str, it: AuthoritySentence) -> bool:
    """Whether the words name what is given, and nobody who gives it."""
    by = _BY_ROLE.match(words)
    return (
        not is_roleish(by["thing"] if by else words, it.setting.roles)
        and _SOMEBODY_MAY.search(words) is None
        and ";" not in words
    )


def _is_doing(it: AuthoritySentence, thing: str) -> bool:
    """Whether the thing is something done: "refund in cash", "cash refunds", "a price match"."""
    return (
        len(thing.split()) <= 8
        and action_of(thing, it.pack) != ""
        and not re.match(
            r"(?:it|this|that|they|we|you|these|those|all$|all of|which|there|(?:all )?exceptions?)\b",
            thing,
        )
    )


def rule_of(
    action: str,
    approver: str,
    bound: Bound | None,
    *,
    role: str = ANYONE,
    turned: bool = False,
    terms: tuple[Condition | None, Condition | None] = (None, None),
    people: int = 1,
    also: tuple[str, ...] = (),
    instead: tuple[str, ...] = (),
    only: bool = False,
) -> ApprovalRule:
    """Return the rule; `turned` is a limit that is passed only with approval.

    `terms` are its condition and its exception.
    """
    low, high = (bound.low, bound.high) if bound else (None, None)
    low_share, high_share = (bound.low_share, bound.high_share) if bound else (None, None)
    if turned and bound is not None and not bound.is_beyond:
        low, high, low_share, high_share = high, None, high_share, None
    return ApprovalRule(
        action=action,
        over=low,
        up_to=high,
        approver=approver,
        role=role,
        at_least=bound is not None and bound.low_counts,
        over_share=low_share,
        up_to_share=high_share,
        share_of=bound.share_of if bound and (low_share or high_share) else PRICE,
        people=people,
        also=also,
        instead=instead,
        only=only,
        condition=terms[0],
        exception=terms[1],
    )


def _done_to(it: AuthoritySentence, thing: str) -> str | None:
    """Return what is done to the thing: "debts may only be written off with …" are written off."""
    deeds = it.pack.words("authority.deeds")
    names = "|".join(sorted(deeds.keys() - {"signed"}, key=len, reverse=True))
    if len(thing.split()) > 4:
        return None
    found = it.pack.compiled(rf"\b(?:be|are|is)(?: only| never)? (?P<done>{names})\b").search(
        it.main
    )
    if found is not None:
        return action_of(f"{deeds[found['done']]} {thing}", it.pack)
    other = _DONE.search(it.main)
    if other is None:
        return None
    return action_of(f"{plain_verb(other['done'])} {thing}", it.pack)


def _thing_words(it: AuthoritySentence, thing: str, bound: Bound | None) -> str:
    amount = f" {it.plain[bound.start : bound.end]}" if bound else ""
    return f"{thing or 'amounts'}{amount}"


def _asked(it: AuthoritySentence, thing: str, bound: Bound | None) -> Understood:
    whole = _thing_words(it, thing, bound)
    end = bound.end if bound else len(it.low)
    return approver_asked(it.low, whole, (end, len(it.low)))
