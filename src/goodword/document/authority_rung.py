"""One step of a sentence that grants several roles something each: "up to £50 by the manager"."""

# ruff: noqa: C901, E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re
from dataclasses import replace

from goodword.document.authority_action import ANYTHING, action_of
from goodword.document.authority_approval import rule_of
from goodword.document.authority_bound import MARK as SUM
from goodword.document.authority_bound import Bound
from goodword.document.authority_done import (
    ARTICLE,
    DONE,
    MAY,
    ONE_DEED,
    PASSIVE,
    deed_of,
    done_as,
    is_leave,
)
from goodword.document.authority_number import NUMBER, counted_as
from goodword.document.authority_sentence import AuthoritySentence
from goodword.document.authority_step import (
    MARK,
    WHO,
    Rung,
    Steps,
    bare,
    is_alone,
    may_do,
    names,
    read_as,
    up_to,
)
from goodword.document.setting import Understood
from goodword.policy.authority import Authority
from goodword.policy.clause import Clause

_SUM = rf"(?:up )?(?:to )?(?:a limit of |as much as )?(?P<sum>{SUM}+)(?: (?!by\b|for the\b|with\b)[^{SUM}{MARK},;:]{{1,30}})?"
_OWN = re.compile(
    rf"(?:by |for |with |at )?{WHO}(?: alone| only)?(?: (?:may|can|(?:may |can )?(?:go|give|grant|agree|approve|spend|decide|authori[sz]e|sign|pay|refund)(?:e?s)?(?: off| out)?))?,? ?{_SUM}"
)
_SUM_FIRST = re.compile(
    rf"(?:those |these |ones |amounts |sums |any |anything |and )*(?:of |worth |costing )?{_SUM}(?: [\w ]{{2,24}}?)?,? (?:by |for |with |from |to |before )?{WHO}(?: alone| only)?"
)
_ENDLESS = re.compile(
    rf"(?:by |for |with )?{WHO}(?: (?:may|can)(?: go| give| agree)?)?:? (?:to )?(?:any amount|without (?:any )?limit|(?:with )?no (?:upper )?(?:limit|ceiling)|unlimited|any sum|whatever is needed)"
)
_MANY = re.compile(
    rf"(?:by )?{WHO}(?: (?:may|can)(?: go| give)?)?,? (?:up to |at most )?(?:for |by )?(?P<many>{NUMBER}(?: [a-z][\w-]*){{0,3}})"
)
_MANY_FIRST = re.compile(
    rf"(?:for |up to )?(?P<many>{NUMBER}(?: [a-z][\w-]*){{0,2}}?),? (?:by |for |with )?{WHO}"
)
_BY = re.compile(
    rf"(?:(?P<thing>(?!only\b)[^{SUM}{MARK},;]+?) )?(?:(?P<modal>(?:may|can|must|shall|will)(?: only)? be|is|are)(?: only)? )?(?:{DONE} )?(?:only )?(?:up)?(?:on )?by {WHO}(?: only| alone)?"
)
_BELONGS = re.compile(
    rf"(?P<thing>[^{SUM}{MARK},;]+?) (?:belongs? to|rests? with|lies? with|is (?:a matter |the business )?for|are (?:a matter )?for|(?:is|are) up to) {WHO}(?: only| alone)?"
)
# Who decides above all this, and who does not, is said by other readers.
_OTHERWISE = re.compile(
    r"^(?:or|if|unless|when|where|until|after|before|except|with|subject|provided)\b"
    r"|^(?:(?:any|all|every|an?|the|for|on) )?(?:\w+ )??(?:larger|longer|higher|bigger|greater|dearer|more|further|other|another|second|third|rest|remainder|anything|everything|exceptions?)\b|\b(?:absence|above|beyond|more(?! than)|larger|longer)\b"
    r"|\b(?:never|not|no|nobody|none|cannot)\b(?! (?:upper )?(?:limit|ceiling)| more than)"
)
# "… issued by the clerk and approved by the head": whose approval it is, another reader says.
_SEEN = re.compile(r"(?:approv|authori|sign|countersign|agreed|review|check|confirm|ratif)")
_NEEDS = re.compile(
    r"\b(?:signed off|approv\w*|authori[sz]\w*|agreed|needs?|requires?|goe?s?|has to|have to|must|takes?)\b"
)
_PRONOUN = re.compile(r"\b(?:it|them|these|those|this)\b")


def first_rung(step: Rung, it: AuthoritySentence, read: Steps) -> Understood | None:
    """Return the one permission of the first step; None where it has none for its role."""
    said = read(it.plain[: step.end])
    own = said.clauses[0] if said and not said.almost and len(said.clauses) == 1 else None
    if said and isinstance(own, Authority) and not own.approver and names(own.role, step):
        return said
    bounds = it.bounds_between(step.start, step.end)
    if len(bounds) > 1 or any(one.is_beyond for one in bounds):
        return None
    action = deed_of(step.shape, it)
    if action is None:
        return None
    made = may_do(step, action)
    return Understood((up_to(made, step.role.role, bounds[0]) if bounds else made,))


def later_rung(
    step: Rung, first: Rung, own: Authority, it: AuthoritySentence, read: Steps, topic: str
) -> Understood | None:
    """Return what a later step says, beside what the first one does."""
    role, shape = step.role.role, step.shape
    if _OTHERWISE.search(shape) is not None:
        return None
    bounds = it.bounds_between(step.start, step.end)
    if len(bounds) == 1:
        bound = bounds[0]
        if _OWN.fullmatch(shape) is not None and not bound.is_beyond:
            return Understood((up_to(own, role, bound),))
        if _SUM_FIRST.fullmatch(shape) is not None:
            if bound.is_beyond and (not _high(bound) or _NEEDS.search(shape)):
                action = ANYTHING if own.action == "give_goods" else own.action
                return Understood((rule_of(action, role, bound),))
            return Understood((up_to(own, role, bound),)) if _high(bound) else None
    if bounds:
        return read_as(it.plain[step.start : step.end], step, read)
    if _ENDLESS.fullmatch(shape) is not None:
        return Understood((replace(bare(own), role=role),))
    if (found := MAY.fullmatch(shape)) is not None:
        return _doing(found, step, it, read, topic)
    if (found := _BY.fullmatch(shape)) is not None:
        return _passive(found, step, first, own, it, read)
    if (found := _BELONGS.fullmatch(shape)) is not None:
        thing = ARTICLE.sub("", step.words(it, found.span("thing")).lower())
        deed = action_of(f"decide on {thing}", it.pack)
        return Understood((replace(bare(own), role=role, action=deed, only=is_alone(step)),))
    if (found := _MANY.fullmatch(shape) or _MANY_FIRST.fullmatch(shape)) is not None:
        return counted_as(found, step, first, own, it, read)
    return None


def _high(bound: Bound) -> bool:
    return bound.high is not None or bound.high_share is not None


def _doing(
    found: re.Match[str], step: Rung, it: AuthoritySentence, read: Steps, topic: str
) -> Understood:
    """Return "the Director may waive them entirely" as a permission of its own."""
    plain = it.plain[step.start : step.end]
    what = it.low[step.start + found.start("what") : step.end]
    if topic:
        plain, what = (_PRONOUN.sub(topic.lower(), one, count=1) for one in (plain, what))
    said = read_as(plain, step, read)
    deed = action_of(what, it.pack)
    return said or Understood((may_do(step, deed),))


def _passive(
    found: re.Match[str],
    step: Rung,
    first: Rung,
    own: Authority,
    it: AuthoritySentence,
    read: Steps,
) -> Understood | None:
    """Return "and expelled by the Principal only" with the thing of the first step."""
    said = PASSIVE.fullmatch(first.shape)
    if said is None:
        return None
    alone = ONE_DEED.fullmatch(found["thing"] or "") if not found["done"] else None
    another = bool(found["thing"]) and alone is None
    thing = step.words(it, found.span("thing")) if another else first.words(it, said.span("thing"))
    modal = found["modal"] if found["modal"] and another else said["modal"]
    own_deed = found["done"] or (alone["done"] if alone else "")
    if own_deed and not another and _SEEN.match(own_deed):
        return None
    done = own_deed or first.words(it, said.span("done"))
    words = f"{thing} {modal} {done} by the {step.words(it, found.span('who'))}"
    if (by_itself := read_as(words, step, read)) is not None:
        clauses: tuple[Clause, ...] = by_itself.clauses
        if is_alone(step):
            clauses = tuple(
                replace(one, only=True) if isinstance(one, Authority) else one for one in clauses
            )
        return replace(by_itself, clauses=clauses)
    if not another and not own_deed:
        return Understood((replace(own, role=step.role.role, only=is_alone(step)),))
    action = done_as(done, thing.lower(), it)
    if action is None or (own_deed and not is_leave(modal, done, it)):
        return None
    return Understood(
        (replace(bare(own), role=step.role.role, action=action, only=is_alone(step)),)
    )
