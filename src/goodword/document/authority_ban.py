"""What nobody may do, or some must not, and who is excepted."""

# ruff: noqa: C901, E501, PLR0911, PLR0912, PLR0915  (a pattern reads best unbroken; a reader is one list of cases)

import re
from dataclasses import replace

from goodword.document.authority_action import (
    action_of,
    gerund_action,
    is_no_deed,
    noun_action,
    thing_action,
)
from goodword.document.authority_approval import rule_of
from goodword.document.authority_asked import approver_asked
from goodword.document.authority_bound import Bound
from goodword.document.authority_forbidden import (
    PASSIVE,
    PROHIBITED,
    never_done,
    over_amount,
    thing_prohibited,
)
from goodword.document.authority_role import BY_ENDING, PUBLIC, ROLEISH, is_roleish, role_in
from goodword.document.authority_sentence import AuthoritySentence
from goodword.document.roles_known import checked
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.role import ANYONE, CUSTOMERS
from goodword.policy.authority import Authority, Prohibition
from goodword.policy.clause import Clause, Strength
from goodword.policy.condition import Condition

_NEVER = re.compile(
    r"^(?P<role>.+?) (?:(?:must|may|can|should|shall|will)(?: (?:never|not|under no circumstances)\b|not\b|n't\b)(?: ever\b)?(?: under any circumstances\b,?)?"
    r"|(?:are|is) (?:not|never) (?:allowed|permitted|authori[sz]ed|able|empowered) to|(?:are|is) (?:(?:strictly |expressly )?(?:prohibited|forbidden|barred|banned) from)|(?:are|is) (?:strictly |expressly )?forbidden to|(?:are|is) not to)"
    r" (?P<what>(?!be\b).+)$"
)
_CANNOT = re.compile(r"^(?P<role>.+?) (?:cannot|can't|mustn't|do not|don't|never) (?P<what>.+)$")
# Whoever refunds is one of the team, whomever "you" speaks to.
_YOU = Cued(
    r"^you (?:must|may|can|should)(?:n't| not| never) (?P<what>(?:refund|waive|discount|approve|authori[sz]e|write off|compensate|credit)\b.+)$",
    "you can|you may|you must|you should",
)
_NO_ONE = Cued(
    r"^(?:no[ -]?one|nobody|no (?:member of staff|employee|team member|staff member|member of the team|staff|colleague)) "
    r"(?P<except1>(?:except|but|other than|apart from) .+? )?(?:may|can|must|should|shall|will|is (?:allowed|permitted|authori[sz]ed) to|are (?:allowed|permitted) to)(?: ever)? (?P<what>.+)$",
    "no",
)
_NO_ROLE = Cued(
    r"^no (?P<role>[\w' -]+?) (?:may|can|must|should|shall|is (?:allowed|permitted|authori[sz]ed) to)(?: ever)? (?P<what>(?!be\b).+)$",
    "no ",
)
_NOBODY = re.compile(
    r"^(?:please|it|this|that|they|there|anger|which|who|what|you|\w+ is|.*[,;:].*)\b"
)
_IMPERATIVE = re.compile(
    r"^(?:(?:please )?(?:never|do not|don't|cannot|can't|must not|must never|may not|should not)|under no circumstances,?) (?P<what>(?!be\b|wait\b|worry\b|hesitate\b|forget\b|reply\b|send us\b).+)$"
)
# "In no circumstances should staff accept …": the modal stands before the role.
_CIRCUMSTANCES = re.compile(
    r"^(?:under|in) no circumstances?,? (?:should|may|must|can|will|shall|are|is) (?P<role>.+?) (?:ever )?(?:to )?(?P<what>(?:accept|give|offer|share|discuss|disclose|promise|refund|use|pass|tell|ask|sell|take|make|release|waive|record|admit|agree|approve|authori[sz]e|allow|enter|argue|lend|borrow|confirm|contact|open|remove|leave|accept)\b.+)$"
)
_FORBIDDEN_TO = Cued(
    r"^it is(?: strictly| expressly)? (?:prohibited|forbidden|not (?:allowed|permitted)|never (?:allowed|permitted)) (?:for (?P<role>[\w' -]+?) )?to (?P<what>.+)$",
    "it is ",
)
# What we do not do is a plain fact, what is not needed is no ban.
_IDLE = re.compile(
    r"^(?:need|require|apply|include|count|cover|affect|mean|have|exist|expire|carry|promise|guarantee|offer|provide)\b"
)
_ACTS = re.compile(
    r"(?:refund|give|offer|approve|authori[sz]e|waive|spend|credit|issue|grant|compensate|discount|accept|write off|"
    r"award|pay|make|replace|exchange|provide|agree|sign off|process|extend|cancel|send|apply|"
    r"accept|share|disclose|promise|confirm|discuss|ask|tell|sell|use|pass|record|discriminate|argue|shout|blame|admit|release|reveal|lend)\b"
)
# "Cannot guarantee" says what is so, and forbids nothing.
_PLAIN = re.compile(
    r"(?:guarantee|promise|help|see|find|say|answer|resolve|settle|deal|do|respond|reply|always|be|wait|get|log|use|afford|access|attend|come|meet|keep|hear|open|reach|provide|offer|accept|take|process|cancel|return|exchange|make|give|pay)\b"
)
_SERVED = re.compile(
    r"^(?:expect|cancel your|return|contact us|call us|miss|arrive|bring|smoke|park|pay online)\b"
)
_WITHOUT_OF = re.compile(
    r",? without (?:the |an? )?(?:prior |written |express |explicit )*(?:approval|authori[sz]ation|permission|agreement|consent|sign[- ]off) (?:of|from|by) (?P<role>.+)$"
)
_WITHOUT_ASKING = re.compile(
    r",? without (?:first |prior )?(?:asking|consulting|checking with|ringing|calling|phoning|speaking to|telling|going to|involving|clearing it with) (?P<role>[\w' -]+?)(?: first)?$"
)
# "May not refund without a manager": who is not there does not approve.
_WITHOUT_ROLE = re.compile(
    r",? without (?:an?|the|your|their|our|another) (?P<role>[a-z][\w' -]*)$"
)
_AGREES = re.compile(
    r"^unless (?:(?P<one>.+?) (?:agrees?|approves?|has (?:agreed|approved|authori[sz]ed)|have (?:agreed|approved)|says so|authori[sz]es?|signs? (?:it )?off|signs?(?: it)?|gives? (?:their|his|her) (?:approval|permission)|allows? it|consents?)(?: (?:first|in writing|to it|it|this|beforehand))*"
    r"|(?:it is |this is |they are |first |expressly |specifically |otherwise |you are |you have been |it has been )*(?:approved|authori[sz]ed|agreed|signed off|cleared|told|directed|instructed)(?: to(?: do (?:so|it|this|that))?| otherwise)?(?: in writing| in advance| first)* (?:by|with) (?P<two>.+?)"
    r"|(?:you have |they have |there is |with )(?:the )?(?P<three>.+?)(?:'s?)? (?:prior |written )*(?:approval|permission|agreement|authori[sz]ation))$"
)
_EXCEPT = re.compile(
    r",? (?:except|other than|apart from|but not|with the exception of) (?:for |by |of )?(?P<roles>.+)$"
)
# How long somebody waits is a promise: "nobody should queue for longer than 5 minutes".
_WAITING = re.compile(
    r"\b(?:wait|waits|waiting|stand|queue|on hold|hang on|hold)\b.*\b(?:longer|more) than \w"
)
_STATE = re.compile(r"(?:have|be|know|understand|want|feel|charge)\b")


def below_grade(it: AuthoritySentence) -> Understood | None:
    """Return "nobody below the grade of supervisor may …" as what a supervisor or above may."""
    found = it.pack.pattern("authority.below_grade").match(it.main_shape)
    if found is None:
        return None
    start = it.start + found.start("what")
    inside = it.bounds_between(start, it.end)
    role = role_in(found["role"])
    if role is None:
        return None
    action = action_of(it.words(start, it.end), it.pack)
    bound = inside[0] if inside else None
    if bound is not None and bound.is_beyond:
        rule: Clause = rule_of(action, role, bound, terms=(it.condition, it.exception))
    else:
        rule = Authority(
            role=role,
            action=action,
            limit=bound.high if bound else None,
            share=bound.high_share if bound else None,
            only=True,
            or_above=True,
            strength=Strength.MAY,
            condition=it.condition,
            exception=it.exception,
        )
    return checked(Understood((rule,)), (role,), it.low, it.setting)


def prohibition(it: AuthoritySentence) -> Understood | None:
    """Return what must not be done, or None where the sentence forbids nothing."""
    main = it.main
    roles: tuple[str, ...] = ()
    taken, exception = it.taken, it.exception
    if (
        taken.unless
        and (excepted := _EXCEPT.search(it.low[slice(*taken.unless_span)]))
        and (named := _roles_in(excepted["roles"], it))
    ):
        roles, exception = named, None
    role: str | None
    whole = it.low[it.start : it.taken.end]
    if (found := _NO_ONE.match(whole)) and found["except1"]:
        exception, roles = None, ()
        main = whole
    if found := _NO_ONE.match(main):
        role = ANYONE
        if found["except1"]:
            roles = _roles_in(
                re.sub(r"^(?:except|but|other than|apart from) ", "", found["except1"]), it
            )
    elif found := _CIRCUMSTANCES.match(main):
        role = role_in(found["role"])
    elif found := _IMPERATIVE.match(main):
        role = ANYONE
    elif found := _FORBIDDEN_TO.match(main):
        role = role_in(found["role"]) if found["role"] else ANYONE
    elif found := PROHIBITED.match(main):
        return thing_prohibited(it, found)
    elif found := PASSIVE.match(main):
        return never_done(it, found, roles)
    elif (found := _NO_ROLE.match(main)) and is_roleish(found["role"], it.setting.roles):
        role = role_in(found["role"])
    elif (found := _YOU.match(main)) is not None:
        role = ANYONE
    elif (
        (found := _NEVER.match(main) or _CANNOT.match(main))
        and not PUBLIC.match(found["role"])
        and not _NOBODY.match(found["role"])
    ):
        role = role_in(found["role"])
        if found["role"] in {"we", "we'll"} or role is None:
            if not re.search(r"\b(?:never|must not|do not|don't)\b", main) or role is None:
                return None
            if not _ACTS.match(found["what"]):
                return None
    else:
        return None
    if role is None or _WAITING.search(it.low) is not None:
        return None
    what = found["what"].strip(" ,")
    by_role = found.re in {_NEVER, _CANNOT}
    if (
        by_role
        and role not in {ANYONE, *it.setting.roles}
        and not (ROLEISH.search(found["role"]) or BY_ENDING.search(found["role"]))
    ):
        return None
    plain_no = found.re is _CANNOT and " never " not in main and " mustn't " not in main
    if plain_no and _IDLE.match(what) and (role == ANYONE or not _ACTS.match(what)):
        return None
    if by_role and noun_action(
        re.split(r" (?:of|over|under|above|below|up to)\b", found["role"])[0], it.pack
    ):
        return None
    if found.re is _IMPERATIVE and (
        re.match(r'say\b|"|use the (?:exact )?(?:words?|phrases?)\b', what)
        or (
            not re.match(r"never|do not|don't|please|under", main)
            and not (_ACTS.match(what) if it.setting.heading == "" else not _PLAIN.match(what))
        )
        or _SERVED.match(what)
    ):
        return None
    if re.match(r"survey|send (?:you )?(?:a |any )?survey", what):
        return None
    at = it.start + found.start("what")
    approver, what = _approved_by(it, what)
    if approver == "?":
        return approver_asked(it.low, f"to {what}", _place(it, what, at))
    if approver is None and (
        agreed := _AGREES.match(it.low[slice(*taken.unless_span)].strip(" ,;("))
    ):
        who = agreed["one"] or agreed["two"] or agreed["three"]
        if is_roleish(who, it.setting.roles):
            approver, exception = role_in(who), None
            it = replace(it, taken=replace(taken, unless="", unless_span=(0, 0)))
    if not what or (by_role and _STATE.match(what)):
        return None
    end = at + len(what)
    inside = it.bounds_between(at, end)
    return _ruled(it, role, at, end, inside, approver, roles, exception)


def _place(it: AuthoritySentence, what: str, at: int) -> tuple[int, int]:
    """Return where what is said behind the deed stands."""
    return at + len(what), len(it.low)


def _approved_by(it: AuthoritySentence, what: str) -> tuple[str | None, str]:
    """Return whose approval would allow it, and what it is without "without …".

    "?" stands for an approval of nobody in particular.
    """
    if (of := _WITHOUT_OF.search(what)) is not None and is_roleish(of["role"], it.setting.roles):
        return role_in(of["role"]), what[: of.start()].strip(" ,")
    if (asked := _WITHOUT_ASKING.search(what)) and is_roleish(asked["role"], it.setting.roles):
        return role_in(asked["role"]), what[: asked.start()].strip(" ,")
    without = it.pack.pattern("authority.without").search(what)
    bare = what[: without.start()].strip(" ,") if without is not None else what
    named = without["role"] if without is not None else None
    if named and is_roleish(named, it.setting.roles):
        return role_in(named), bare
    alone = _WITHOUT_ROLE.search(what)
    if (
        alone is not None
        and _ACTS.match(what)
        and is_roleish(alone["role"], it.setting.roles)
        and not CUSTOMERS.match(alone["role"])
    ):
        return role_in(alone["role"]), what[: alone.start()].strip(" ,")
    if (
        without is not None
        and named is None
        and it.pack.pattern("authority.approval").search(without[0])
    ):
        return "?", bare
    return None, what


def _ruled(
    it: AuthoritySentence,
    role: str,
    at: int,
    end: int,
    inside: tuple[Bound, ...],
    approver: str | None,
    roles: tuple[str, ...],
    exception: Condition | None,
) -> Understood | None:
    on = it.pack.pattern("authority.hand_on").search(it.low, at)
    if on is not None and approver is None and is_roleish(on["who"], it.setting.roles):
        approver = role_in(on["who"])
        end = min(end, on.start())
    bound = next((one for one in inside if one.is_beyond), None)
    if bound is not None or (inside and approver):
        bound = bound or inside[0]
        said = it.low[at : bound.start].strip(" ,(")
        said = re.sub(r" (?:worth|of|valued at|that (?:is|are))$", "", said)
        rest = it.words(bound.end, end)
        action = thing_action(said, it.pack) or action_of(f"{said} {rest}".strip(), it.pack)
        if said and not noun_action(said, it.pack) and not gerund_action(said, it.pack):
            action = action_of(said, it.pack)
        if bound.low_share is not None and action in {"give", "offer", "take", "give_goods"}:
            action = "discount"
        if approver is not None:
            rule: Clause = rule_of(
                action, approver, bound, role=role, turned=True, terms=(it.condition, it.exception)
            )
            return checked(Understood((rule,)), (approver,), it.low, it.setting)
        return Understood((over_amount(it, role, action, bound),))
    what = it.low[at:end].strip(" ,;")
    if approver is not None:
        rule = rule_of(
            gerund_action(what, it.pack) or action_of(what, it.pack),
            approver,
            None,
            role=role,
            terms=(it.condition, it.exception),
        )
        return checked(Understood((rule,)), (approver,), it.low, it.setting)
    action = gerund_action(what, it.pack) or action_of(what, it.pack)
    if is_no_deed(action):
        return None
    rule = Prohibition(
        role=role,
        action=action,
        except_roles=roles,
        strength=Strength.MUST_NOT,
        condition=it.condition,
        exception=exception,
    )
    return checked(Understood((rule,)), (role, *roles), it.low, it.setting)


def _roles_in(words: str, it: AuthoritySentence) -> tuple[str, ...]:
    parts = re.split(r", | and | or ", words.strip(" ."))
    slugs = [role_in(part) for part in parts]
    if any(one is None for one in slugs):
        return ()
    known = tuple(one for one in slugs if one)
    if it.setting.roles and not all(one in it.setting.roles for one in known):
        return ()
    return known if it.setting.roles or re.match(r"^(?:the|a|an) ", words) else ()
