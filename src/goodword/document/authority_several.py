"""Sentences that grant several roles something each, taken apart into one sentence a role."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_bound import MARK
from goodword.document.authority_role import is_roleish
from goodword.document.authority_sentence import AuthoritySentence

_SEMICOLON = re.compile(
    r"; (?!(?:for )?(?:anything |amounts? |sums? |refunds? )?(?:above|beyond|over|for more|more|exceeding)\b)"
)
_THEN = re.compile(
    r"(?:,| and|, and|, while|; and|,? but) (?=(?:the |a |an |our )?[a-z][\w' -]{2,40}? (?:may |can |is authori[sz]ed |are authori[sz]ed )?(?:(?:refund|approve|spend|give|offer|authori[sz]e|credit)s? )?(?:up )?¤)"
)
_ROLE_AMOUNT = re.compile(
    rf"(?:^|[,;:] | and )(?:the )?(?P<role>[a-z][\w' &/-]*?)(?: may| can)?(?: ?:| -| \()? ?(?P<bound>{MARK}+)\)?"
)
_LISTED = re.compile(
    rf"^(?P<thing>(?:\w+ ){{0,2}}?(?:refund|discount|credit|compensation|goodwill|spend(?:ing)?|approval|write[- ]off|expense)s?)(?: (?:authority|limits?|approval|levels?|approvals|amounts?|by role|per role|ladder))*:(?P<list> [^{MARK}:]+{MARK}+\)?(?:[,;]| and|, and|,? [^{MARK}:]+)+{MARK}+\)?.*)$"
)
_MODAL = re.compile(
    r" (?:may|can|(?:is|are) (?:authori[sz]ed|allowed|permitted|empowered|able) to|ha(?:s|ve) authority to)\b"
)
_THEN_BY = re.compile(
    rf"^(?P<first>.+? (?P<verb>(?:must|have to|has to|should|may|can|are|is)(?: only)?(?: be)? \w+(?: off| out)? (?:by|to|with)|needs?|requires?|goe?s? to) [^,¤;]+?)(?:,? (?:and|while|but)|,|;) "
    rf"(?P<rest>(?:(?:refunds?|credits?|compensation|discounts?|amounts?|sums?|anything|those|payments?|everything|more|any) )?(?:of )?{MARK}+),? (?P<tail>(?!and\b|or\b).+)$"
)


def pieces_of(it: AuthoritySentence) -> tuple[str, ...]:
    """Return what is said of each role as a whole sentence; one where only one is spoken of."""
    plain = it.plain
    if (found := _LISTED.match(it.shape)) is not None and (listed := _of_list(it, found)):
        return listed
    parts = tuple(one.strip() for one in _SEMICOLON.split(plain) if one.strip())
    if (found := _THEN_BY.match(it.shape)) is not None and (
        len(parts) < 2 or re.search(rf"; {MARK}", it.shape)
    ):
        return _then_by(it, found)
    if len(parts) > 1:
        return parts
    return _shared(it) or (plain,)


def _of_list(it: AuthoritySentence, found: re.Match[str]) -> tuple[str, ...]:
    """Return "Refund authority: agents $50, supervisors $200" as a line for each role."""
    thing = it.plain[slice(*found.span("thing"))]
    parts = []
    for one in _ROLE_AMOUNT.finditer(it.shape, found.start("list") - 1):
        role, bound = it.plain[slice(*one.span("role"))], it.plain[slice(*one.span("bound"))]
        if not is_roleish(role, it.setting.roles):
            return ()
        parts.append(f"{role.strip()}: {thing} {bound}")
    return tuple(parts) if len(parts) > 1 else ()


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


def _shared(it: AuthoritySentence) -> tuple[str, ...]:
    """Return "A may refund up to £5, B up to £50 and C up to £500" as three sentences."""
    modal = _MODAL.search(it.shape)
    first = it.shape.find(MARK)
    if modal is None or first < modal.end():
        return ()
    cuts = [found for found in _THEN.finditer(it.shape) if found.start() >= first]
    if not cuts:
        return ()
    doing = it.plain[modal.end() : first].strip()
    doing = re.sub(r"(?i) (?:of|up to)$", "", doing)
    said = it.bounds[0]
    starts = [0, *(found.end() for found in cuts)]
    ends = [*(found.start() for found in cuts), len(it.plain)]
    parts = [it.plain[0 : ends[0]].strip(" ,")]
    for start, end in zip(starts[1:], ends[1:], strict=True):
        shape = it.shape[start:end]
        at = shape.find(MARK)
        role = re.sub(
            r" (?:may|can|is authori[sz]ed|are authori[sz]ed)?(?: (?:refund|approve|spend|give|offer|authori[sz]e|credit)s?)?(?: up)?$",
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
