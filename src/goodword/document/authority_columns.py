"""A row of a table whose columns are roles: what each may give up to stands below its name."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import replace

from goodword.document.authorities import authority
from goodword.document.authority_approval import rule_of
from goodword.document.authority_beyond import own_and_above
from goodword.document.authority_bound import Bound, Side
from goodword.document.authority_led import done_by
from goodword.document.authority_mentions import amounts_of
from goodword.document.authority_role import is_roleish, role_in
from goodword.document.authority_sentence import both
from goodword.document.condition_text import condition_of
from goodword.document.second_authority import second_authority
from goodword.document.second_said import unsure
from goodword.document.sentence_marks import marks_of
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.clause import Clause


def by_columns(texts: list[str], heads: list[str], setting: Setting) -> Understood | None:
    """Return what each role in the header may do in this row; None where no column is a role's."""
    if setting.language != ENGLISH.code or len(heads) != len(texts):
        return None
    label = texts[0]
    read: list[Understood] = []
    roles = sum(_is_role(one, setting) for one in heads[1:])
    for head, text in zip(heads[1:], texts[1:], strict=True):
        if not _is_role(head, setting):
            continue
        if (above := _above_it(text, head, read)) is not None:
            read.append(Understood((above,)))
            continue
        if not amounts_of(text, setting):
            continue
        if roles > 1 and (plain := _plainly(label, text, head, setting)) is not None:
            read.append(plain)
            continue
        below = replace(setting, heading=head)
        sentence = f"{label}: {text}"
        marks = marks_of(sentence, f"{setting.heading} {head}".strip(), "")
        understood = second_authority(sentence, below, "", marks)
        if understood is not None:
            read.append(understood)
    if not read:
        return None
    clauses = tuple(clause for one in read for clause in one.clauses)
    return Understood(
        own_and_above(clauses),
        tuple(finding for one in read for finding in one.findings),
        almost=any(one.almost for one in read),
    )


def _plainly(label: str, text: str, head: str, setting: Setting) -> Understood | None:
    """Return what one cell says as a whole sentence: "The manager may approve refunds to $50".

    A cell may name what is given itself: "store credit up to $50". None where that is not read.
    """
    bounds = amounts_of(text, setting)
    if len(bounds) != 1 or (bounds[0].low is None) == (bounds[0].high is None):
        return None
    who = _LIMIT.sub("", normal(head).strip())
    own = text[: bounds[0].start].strip(" ,:")
    amount = text[bounds[0].start : bounds[0].end]
    thing = own if re.search(r"[a-z]{3}", own) else _GLOSS.sub("", label)
    said = (
        f"{thing} {amount} must be approved by the {who}."
        if bounds[0].is_beyond
        else next(iter(done_by(f"The {who} may", f"{thing} {amount}")))
    )
    read = authority(said, replace(setting, heading=""))
    if read is None or read.almost or len(read.clauses) != 1:
        return None
    (rule,) = read.clauses
    if not isinstance(rule, Authority | ApprovalRule) or not _holds(rule, bounds[0]):
        return None
    when = condition_of(f"it is {normal(label)}") if thing == own else None
    rule = replace(rule, condition=both(rule.condition, when))
    return Understood((rule,), (*read.findings, unsure(f"{label}: {text}", (rule,))))


def _holds(rule: Authority | ApprovalRule, bound: Bound) -> bool:
    """Whether the rule holds the amount or the share of its cell."""
    if isinstance(rule, Authority):
        return (rule.limit, rule.share) == (bound.high, bound.high_share)
    return (rule.over, rule.over_share) == (bound.low, bound.low_share)


# "Refund (clearly due)" is a refund.
_GLOSS = re.compile(r" ?\([^()]*\)$")


def by_matrix(texts: list[str], heads: list[str], setting: Setting) -> Understood | None:
    """Return who may do what a row names, where its cells answer for each role in the header.

    "Void a sale | No | Yes", "Fee waiver | First time | Any": what is neither an amount nor a plain
    answer is what it depends on. None where all cells are amounts, and for other tables.
    """
    if setting.language != ENGLISH.code or len(heads) != len(texts) or len(heads) <= _OWN_AND_ABOVE:
        return None
    above = normal(f"{setting.heading} {' '.join(heads)}")
    if _OF_AUTHORITY.search(above) is None or not all(_is_role(one, setting) for one in heads[1:]):
        return None
    said = _marked([normal(one).strip(" .") for one in texts])
    open_to = [not _NO.fullmatch(one) and not amounts_of(one, setting) for one in said]
    handed = any(_HANDED.search(one) for one in said[1:])
    if handed or not any(open_to[1:]) or (_ABOVE.match(said[-1]) and sum(open_to[1:]) == 1):
        return None
    clauses: list[Clause] = []
    for place, head in enumerate(heads[1:], start=1):
        if _NO.fullmatch(said[place]):
            continue
        if not open_to[place]:
            below = _plainly(texts[0], texts[place], head, setting) or by_columns(
                [texts[0], texts[place]], [heads[0], head], setting
            )
            clauses.extend(below.clauses if below is not None else ())
            continue
        who = f"The {_LIMIT.sub('', normal(head).strip())} may"
        read = authority(next(iter(done_by(who, texts[0]))), setting)
        when = None if _YES.fullmatch(said[place]) else condition_of(_case(said[place]))
        clauses.extend(
            replace(one, condition=both(one.condition, when))
            for one in (read.clauses if read is not None else ())
            if isinstance(one, Authority)
        )
    if not clauses:
        return None
    clauses = list(own_and_above(tuple(clauses)))
    return Understood(tuple(clauses), (unsure(": ".join(texts), clauses),))


def _marked(said: list[str]) -> list[str]:
    """Return the cells of a row with "yes" for an "x" where it marks who may and nothing else does.

    "- | x | x" marks with it, "x | ✓ | ✓" denies with it.
    """
    rest = [one for one in said[1:] if one != "x"]
    marks = "x" in said[1:] and bool(rest) and not any(one.strip("-–—") for one in rest)
    return [said[0], *("yes" if one == "x" else one for one in said[1:])] if marks else said


def _case(said: str) -> str:
    """Return what a cell depends on, as a condition says it: "if none is made", "first time"."""
    found = _IF.match(said)
    return said[found.end() :] if found is not None else f"it is {said}"


_IF = re.compile(r"(?:only )?(?:if|where|when|in case|provided(?: that)?) ")
_OF_AUTHORITY = re.compile(
    r"\b(?:authorit\w+|authori[sz]\w+|approv\w+|delegat\w+|limits?|decisions?|decides?|empower\w*|discretion"
    r"|sign[- ]?off|permissions?|overrides?|powers?|allowed|who (?:may|can)|can do|may do)\b"
)
# "Not permitted: refer to a specialist" says more than whether somebody may.
_HANDED = re.compile(r"\b(?:refer|escalate|ask|see|pass|call|tell|contact)\b")
_NO = re.compile(
    r"(?:no|none|nil|never|not (?:allowed|permitted|authori[sz]ed|delegated)|no (?:powers?|authority|discretion)|n/?a|x|✗|✘|❌|0|[-–—]*)[^\w✓✔✅]*"
)
_YES = re.compile(
    r"(?:yes|y|✓|✔|✅|always|allowed|permitted|(?:full|unlimited|all)(?: (?:powers?|authority|discretion|delegation))?|any(?: amount| value)?|no limit"
    r"|(?:in )?(?:all|any|every|each|all other|any other)(?: (?:other )?(?:cases?|matters?|applications?))?)\W*"
)


def _is_role(head: str, setting: Setting) -> bool:
    """Whether a header names a role and nothing besides: "Agent authority", and not "We aim for"."""
    name = _LIMIT.sub("", normal(head).strip())
    return is_roleish(name, setting.roles) and _WE.match(name) is None


def _above_it(text: str, head: str, read: list[Understood]) -> ApprovalRule | None:
    """Return who decides on what lies "above the team leader's limit", the column before."""
    last = read[-1].clauses[-1] if read and read[-1].clauses else None
    if _ABOVE.match(normal(text)) is None or not isinstance(last, Authority):
        return None
    role = role_in(_LIMIT.sub("", normal(head).strip()))
    if role is None or (last.limit is None and last.share is None):
        return None
    bound = Bound(0, 0, Side.OVER, low=last.limit, low_share=last.share, share_of=last.share_of)
    return rule_of(last.action, role, bound)


_OWN_AND_ABOVE = 2
_LIMIT = re.compile(
    r"(?:'s|(?<=s)')?(?: (?:authority|limits?|level|discretion|approval|may (?:give|approve|offer)|can (?:give|approve|offer)))+\??$"
)
_WE = re.compile(r"(?:what|how|we|our|you|your)\b")
_ABOVE = re.compile(
    r"(?:anything |all )?(?:above|over|beyond)(?: (?:the |that|this)[\w' -]*| [\w' -]*(?:limit|level|authority))?$|(?:anything )?(?:more|higher|larger)$"
)
