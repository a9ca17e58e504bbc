"""Sentences that grant several roles something each, taken apart into one sentence a role."""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.authority_action import noun_action
from goodword.document.authority_bound import MARK
from goodword.document.authority_role import is_roleish
from goodword.document.authority_sentence import AuthoritySentence
from goodword.language.cued import Cued

_SEMICOLON = re.compile(
    r"; (?!(?:for )?(?:anything |amounts? |sums? |refunds? )?(?:above|beyond|over|for more|more|exceeding|higher|larger|bigger|if more)\b(?! (?:than )?[$£€\d])|(?:please )?(?:call|ask|see|get|ring|contact|fetch) [\w' -]+ (?:for|about) )"
)
_THEN = re.compile(
    r"(?:,? while|, and|,? but|; and| and|,) (?=(?:the |a |an |our )?[a-z][\w' -]{2,40}? (?:may |can |is authori[sz]ed |are authori[sz]ed )?(?:(?:refund|approve|spend|give|offer|authori[sz]e|credit)s? )?(?:up )?(?:to )?¤)"
)
_ROLE_AMOUNT = re.compile(
    rf"(?:^|[,;:] | and )(?:the )?(?P<role>[a-z][\w' &/-]*?)(?: may| can)?(?: ?:| -| \()?(?: (?:up )?to)? ?(?P<bound>{MARK}+)\)?"
)
_LISTED = Cued(
    rf"^(?P<thing>credit notes?|(?:\w+ ){{0,2}}?(?:refund|discount|credit|compensation|goodwill|gesture|adjustment|allowance|waiver|gift card|voucher|replacement|spend(?:ing)?|approval|write[- ]off|expense)s?|(?:\w+ ){{0,2}}?(?:limit|authority|delegation|authoritie|band|ceiling)s?)(?: (?:authority|limits?|approval|levels?|approvals|amounts?|by role|per role|ladder)| (?:may|can|will) be \w+)*:(?P<list> [^{MARK}:]+{MARK}+\)?(?:[,;]| and|, and|,? [^{MARK}:]+)+{MARK}+\)?.*)$",
    ":",
)
# "Sign-off for refunds: under £100 team leader, £100 to £1,000 manager"
_AMOUNTS_FIRST = re.compile(
    rf"^(?:(?:sign[- ]?off|approvals?|limits?|authority|who approves|levels?)(?: (?:for|of|on))? )?(?P<thing>[a-z][a-z -]*?)(?: (?:approvals?|limits?|sign[- ]?off|authority))?:"
    rf"(?P<list>(?: {MARK}+:? [^{MARK},;:]+[,;]?){{2,}})$"
)
# "Duty managers: refunds to £80, discounts to 20%"
_ROLE_THINGS = re.compile(
    rf"^(?P<role>[a-z][\w' &/-]*?): (?P<list>[a-z][a-z' -]*? {MARK}+(?:[,;](?: and)? [a-z][a-z' -]*? {MARK}+)+)$"
)
_BOTH = Cued(
    rf"^(?P<role>[^:{MARK}]+): (?P<one>\w+(?: \w+)?) and (?P<two>\w+(?: \w+)?) (?P<rest>{MARK}+.*)$",
    " and",
)
_BARE = Cued(
    r" (?:signs? off(?: on)?|approves?|authori[sz]es?|agrees?|decides?(?: on)?) ",
    "agree|approve|authori|decide|sign",
)
_LIMITS = re.compile(
    r"(?:\w+ ){0,2}(?:limits?|levels?|authority|authorities|delegations?|bands?|ceilings?)"
)
_BOUNDED = re.compile(r"(?i)up to|to |under|less|below|no more|max|not ")
# "…, directors above that"
_ABOVE = re.compile(
    r"(?:,|;|,? and) (?:then )?(?:the )?(?P<role>[a-z][\w' -]+?):? (?:for )?(?:anything |amounts |all )?(?:above|over|beyond|more)(?: (?:that|this|it))?$"
)
_MODAL = Cued(
    r" (?:may|can|(?:is|are) (?:authori[sz]ed|allowed|permitted|empowered|able) to|ha(?:s|ve) authority to)\b",
    " are able to| are allowed to| are authorised to| are authorized to|"
    " are empowered to| are permitted to| can| has authority to| have authority to|"
    " is able to| is allowed to| is authorised to| is authorized to| is empowered to|"
    " is permitted to| may",
)
# "Agents (up to £5), managers (up to £50), the director (over £50)"
_BRACKETED = re.compile(rf"^(?:[^{MARK}(),;]+ \({MARK}+\)(?:, and |, |; | and |$)){{2,}}$")
_IN_BRACKETS = re.compile(rf"(?P<role>[^{MARK}(),;]+?) \((?P<bound>{MARK}+)\)")
# "Refunds up to £5 may be approved by A, up to £50 by B and larger ones by C"
_LADDER_BY = re.compile(
    rf"^(?P<thing>[^{MARK}]+?) (?P<b1>{MARK}+)(?: [^{MARK},;]{{1,20}}?)? (?P<verb>(?:may|can|must|are|is|will)(?: only)?(?: be)? \w+(?: off| out)?) by (?P<r1>[^{MARK},;]+?)(?:[,;]|,? and) "
    rf"(?:(?:those|\w+(?: \w+){{0,2}}?) (?:of )?)?(?:of )?(?P<b2>{MARK}+)(?: (?:may|can|must|are|is|will)(?: be)? \w+)? by (?P<r2>[^{MARK},;]+?)(?:[,;]|,? and|[,;] and)(?: |(?={MARK}))"
    rf"(?:(?:(?:those|anything|everything|any|all|\w+(?: \w+)?) )?(?:above|over|beyond|more)(?: (?:that|this|it))?|larger (?:ones|amounts?|sums?|\w+s)|(?:those |\w+(?: \w+){{0,2}} )?(?:of )?(?P<b3>{MARK}+)),?"
    rf"(?: (?:may|can|must|are|is|will)(?: be)? \w+)? by (?P<r3>[^{MARK},;]+)$"
)
# Whose band it is in a ladder may do so within it, as the first and the last step say.
_BAND = re.compile(r"^(?:are|is|will be|can be) ")
# The same in two steps.
_PAIR_BY = re.compile(
    rf"^(?P<thing>[^{MARK}]+?) (?P<b1>{MARK}+)(?: [^{MARK},;]{{1,20}}?)? (?P<verb>(?:may|can|must|are|is|will)(?: only)?(?: be)? \w+(?: off| out)?) by (?P<r1>[^{MARK},;]+?)(?:[,;]|,? and|[,;] and|,? while) "
    rf"(?:(?:those|\w+(?: \w+){{0,2}}?) (?:of )?)?(?:of )?(?P<b2>{MARK}+)(?: (?:may|can|must|are|is|will)(?: be)? \w+)? by (?P<r2>[^{MARK},;]+?)$"
)
_THEN_BY = Cued(
    rf"^(?P<first>.+? (?P<verb>(?:must|have to|has to|should|may|can|are|is)(?: only)?(?: be)? \w+(?: off| out)? (?:by|to|with)|needs?|requires?|goe?s? to) [^,¤;]+?)(?:,? (?:and|while|but)|,|;) "
    rf"(?P<rest>(?:(?:refunds?|credits?|compensation|discounts?|amounts?|sums?|anything|those|payments?|everything|more|any) )?(?:of )?{MARK}+),? (?P<tail>(?!and\b|or\b).+)$",
    "¤",
)


def pieces_of(it: AuthoritySentence) -> tuple[str, ...]:
    """Return what is said of each role as a whole sentence; one where only one is spoken of."""
    plain = it.plain
    if (found := _LISTED.match(it.shape)) is not None and (listed := _of_list(it, found)):
        return listed
    if (
        ": " in it.shape
        and (found := _ROLE_THINGS.match(it.shape)) is not None
        and (listed := _things(it, found))
    ):
        return listed
    if (
        ":" in it.shape
        and (found := _AMOUNTS_FIRST.match(it.shape)) is not None
        and (listed := _amounts(it, found))
    ):
        return listed
    if (
        " and " in it.shape
        and (found := _BOTH.match(it.shape)) is not None
        and all(noun_action(found[name], it.pack) for name in ("one", "two"))
    ):
        role, one, two, rest = (
            plain[slice(*found.span(name))] for name in ("role", "one", "two", "rest")
        )
        return f"{role}: {one} {rest}", f"{role}: {two} {rest}"
    if (
        " by " in it.shape
        and (found := _LADDER_BY.match(it.shape)) is not None
        and (listed := _ladder(it, found))
    ):
        return listed
    if " (" in it.shape and _BRACKETED.match(it.shape) is not None and (listed := _bracketed(it)):
        return listed
    if (
        " by " in it.shape
        and (found := _PAIR_BY.match(it.shape)) is not None
        and (listed := _pair(it, found))
    ):
        return listed
    parts = tuple(one.strip() for one in _SEMICOLON.split(plain) if one.strip())
    if (found := _THEN_BY.match(it.shape)) is not None and (
        len(parts) < 2 or re.search(rf"; {MARK}", it.shape)
    ):
        return _then_by(it, found)
    if len(parts) > 1:
        return _above_last(parts, it)
    return _shared(it) or (plain,)


def _of_list(it: AuthoritySentence, found: re.Match[str]) -> tuple[str, ...]:
    """Return "Refund authority: agents $50, supervisors $200" as a line for each role."""
    thing = it.plain[slice(*found.span("thing"))]
    if _LIMITS.fullmatch(thing.lower()):
        thing = ""
    verb = "approve" if re.search(r"appro|sign", it.low[: found.start("list")]) else "spend"
    parts = []
    for one in _ROLE_AMOUNT.finditer(it.shape, found.start("list") - 1):
        role, bound = it.plain[slice(*one.span("role"))], it.plain[slice(*one.span("bound"))]
        if not is_roleish(role.lower(), it.setting.roles):
            return ()
        parts.append(
            f"{role.strip()}: {thing} {bound}"
            if thing
            else f"{role.strip()} may {verb} {'' if _BOUNDED.match(bound) else 'up to '}{bound}"
        )
    last = next(iter(reversed(it.bounds)), None)
    above = _ABOVE.search(it.shape)
    if above is not None and last is not None and last.high is not None and len(parts) > 1:
        amount = re.sub(r"^[^$£€\d]*", "", it.plain[last.start : last.end])
        role = it.plain[slice(*above.span("role"))]
        if is_roleish(role, it.setting.roles):
            parts.append(f"{thing or 'Amounts'} over {amount} must be approved by {role}")
    return tuple(parts) if len(parts) > 1 else ()


def _above_last(parts: tuple[str, ...], it: AuthoritySentence) -> tuple[str, ...]:
    """Return the parts, "finance director above" as what lies over the amount before it."""
    found = _ABOVE.search(f", {parts[-1].lower()}")
    last = next(iter(reversed(it.bounds)), None)
    if found is None or last is None or last.high is None:
        return parts
    if not is_roleish(found["role"], it.setting.roles):
        return parts
    amount = re.sub(r"^[^$£€\d]*", "", it.plain[last.start : last.end])
    return (*parts[:-1], f"Amounts over {amount} must be approved by {found['role']}")


def _things(it: AuthoritySentence, found: re.Match[str]) -> tuple[str, ...]:
    role = it.plain[slice(*found.span("role"))]
    if not is_roleish(role.lower(), it.setting.roles):
        return ()
    parts = []
    for one in re.finditer(rf"([a-z][a-z' -]*?) ({MARK}+)", found["list"]):
        thing = re.sub(r"^and | (?:up )?to$", "", one[1])
        if noun_action(thing, it.pack) is None:
            return ()
        start = found.start("list") + one.start(2)
        parts.append(f"{role}: {thing} {it.plain[start : found.start('list') + one.end(2)]}")
    return tuple(parts)


def _bracketed(it: AuthoritySentence) -> tuple[str, ...]:
    """Return "agents (up to £5), managers (over £5)" as a line for each role."""
    parts = []
    for one in _IN_BRACKETS.finditer(it.shape):
        role = re.sub(r"^and ", "", it.plain[slice(*one.span("role"))].strip())
        bound = it.plain[slice(*one.span("bound"))]
        if not is_roleish(role.lower(), it.setting.roles):
            return ()
        beyond = any(each.is_beyond for each in it.bounds_between(*one.span("bound")))
        between = any(each.high for each in it.bounds_between(*one.span("bound")))
        parts.append(
            f"Amounts {bound} must be approved by {role}"
            if beyond and not between
            else f"{role}: {bound}"
        )
    return tuple(parts)


def _pair(it: AuthoritySentence, found: re.Match[str]) -> tuple[str, ...]:
    """Return a ladder of two roles as two sentences."""
    said = {name: it.plain[slice(*found.span(name))] for name in found.groupdict() if found[name]}
    bounds = it.bounds_between(*found.span("b2"))
    if len(bounds) != 1 or bounds[0].is_beyond:
        return ()
    if not all(is_roleish(said[name].lower(), it.setting.roles) for name in ("r1", "r2")):
        return ()
    thing = re.sub(r" of$", "", said["thing"])
    return (
        f"{said['thing']} {said['b1']} {said['verb']} by {said['r1']}",
        f"{thing} {said['b2']} {said['verb']} by {said['r2']}",
    )


def _ladder(it: AuthoritySentence, found: re.Match[str]) -> tuple[str, ...]:
    """Return a ladder of three roles as a sentence a step."""
    said = {name: it.plain[slice(*found.span(name))] for name in found.groupdict() if found[name]}
    if not all(is_roleish(said[name].lower(), it.setting.roles) for name in ("r1", "r2", "r3")):
        return ()
    bounds = it.bounds_between(*found.span("b2"))
    if len(bounds) != 1 or bounds[0].high is None:
        return ()
    thing = re.sub(r" of$", "", said["thing"])
    limit = re.sub(r"^.*?(?=[£$€\d][\d.,]*\D*$)", "", said["b2"])
    above = said.get("b3") or f"over {limit}"
    return (
        f"{thing} {said['b1']} {said['verb']} by {said['r1']}",
        f"{thing} {said['b2']} {_BAND.sub('may be ', said['verb'])} by {said['r2']}",
        f"{thing} {above} must be approved by {said['r3']}",
    )


def _amounts(it: AuthoritySentence, found: re.Match[str]) -> tuple[str, ...]:
    thing = it.plain[slice(*found.span("thing"))]
    parts = []
    for one in re.finditer(rf"({MARK}+):? ([^{MARK},;:]+)", found["list"]):
        start = found.start("list")
        bound = it.plain[start + one.start(1) : start + one.end(1)]
        role = it.plain[start + one.start(2) : start + one.end(2)]
        if (
            not is_roleish(role.lower(), it.setting.roles)
            or noun_action(thing.lower(), it.pack) is None
        ):
            return ()
        parts.append(f"{thing.capitalize()} {bound}: {role.strip()}")
    return tuple(parts)


def _then_by(it: AuthoritySentence, found: re.Match[str]) -> tuple[str, ...]:
    """Return "… must be approved by A and those over £50 by B" as two sentences."""
    tail = it.plain[slice(*found.span("tail"))]
    verb = it.plain[slice(*found.span("verb"))]
    if re.match(r"(?i)(?:by|to|with)\b", tail):
        tail = f"{verb.rsplit(' ', 1)[0]} {tail}"
    elif not re.match(
        r"(?i)(?:must|needs?|requires?|goe?s?|should|has|have|may|can|are|is)\b", tail
    ):
        tail = f"{verb} {tail}"
    first, rest = it.plain[slice(*found.span("first"))], it.plain[slice(*found.span("rest"))]
    if re.match(rf"{MARK}", found["rest"]):
        thing = it.shape[: found.end("first")].partition(MARK)[0].strip()
        rest = f"{it.plain[: len(thing)]} {'of ' if re.match('[$£€0-9]', rest) else ''}{rest}"
    return first, f"{rest} {tail}"


def _shared_approving(it: AuthoritySentence, bare: re.Match[str], first: int) -> tuple[str, ...]:
    """Return "A signs off goodwill up to £5 and B up to £50" as two sentences."""
    cuts = [found for found in _THEN.finditer(it.shape) if found.start() >= first]
    starts = [0, *(found.end() for found in cuts)]
    ends = [*(found.start() for found in cuts), len(it.plain)]
    doing = it.plain[bare.start() : first].strip()
    parts = [it.plain[: ends[0]].strip(" ,")]
    for start, end in zip(starts[1:], ends[1:], strict=True):
        at = it.shape.find(MARK, start, end)
        role = re.sub(r" up$", "", it.shape[start:at].strip())
        if at < 0 or not is_roleish(role, it.setting.roles):
            return ()
        parts.append(f"{it.plain[start:at].strip()} {doing} {it.plain[at:end].strip(' ,')}")
    return tuple(parts) if len(parts) > 1 else ()


def _shared(it: AuthoritySentence) -> tuple[str, ...]:
    """Return "A may refund up to £5, B up to £50 and C up to £500" as three sentences."""
    modal = _MODAL.search(it.shape)
    first = it.shape.find(MARK)
    if modal is None and (bare := _BARE.search(it.shape, 0, max(first, 0))) is not None:
        return _shared_approving(it, bare, first)
    if modal is None or first < modal.end():
        return ()
    cuts = [found for found in _THEN.finditer(it.shape) if found.start() >= first]
    if not cuts:
        return ()
    doing = it.plain[modal.end() : first].strip()
    doing = re.sub(r"(?i) (?:of|up to|to)$", "", doing)
    said = it.bounds[0]
    starts = [0, *(found.end() for found in cuts)]
    ends = [*(found.start() for found in cuts), len(it.plain)]
    parts = [it.plain[0 : ends[0]].strip(" ,")]
    for start, end in zip(starts[1:], ends[1:], strict=True):
        shape = it.shape[start:end]
        at = shape.find(MARK)
        role = re.sub(
            r" (?:may|can|is authori[sz]ed|are authori[sz]ed)?(?: (?:refund|approve|spend|give|offer|authori[sz]e|credit)s?)?(?: up)?(?: to)?$",
            "",
            shape[:at].rstrip(),
        )
        if not is_roleish(role, it.setting.roles):
            return ()
        bound = next(iter(it.bounds_between(start, end)), None)
        rest = it.plain[start + at : end].strip(" ,")
        if bound is not None and bound.side.value == "exact":
            rest = f"up to {rest}"
        per = ""
        if bound is not None and bound.per is None and said.per is not None:
            per = f" per {said.per}"
        name = it.plain[start : start + len(role)]
        parts.append(f"{name} may {doing} {rest}{per}")
    return tuple(parts)
