"""A row of a table whose columns are roles: what each may give up to stands below its name."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import replace

from goodword.document.authorities import authority
from goodword.document.authority_approval import rule_of
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
    for head, text in zip(heads[1:], texts[1:], strict=True):
        if not _is_role(head, setting):
            continue
        if (above := _above_it(text, head, read)) is not None:
            read.append(Understood((above,)))
            continue
        if not amounts_of(text, setting):
            continue
        below = replace(setting, heading=head)
        sentence = f"{label}: {text}"
        marks = marks_of(sentence, f"{setting.heading} {head}".strip(), "")
        understood = second_authority(sentence, below, "", marks)
        if understood is not None:
            read.append(understood)
    if not read:
        return None
    return Understood(
        _handed_up(tuple(clause for one in read for clause in one.clauses)),
        tuple(finding for one in read for finding in one.findings),
        almost=any(one.almost for one in read),
    )


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
    said = [normal(one).strip(" .") for one in texts]
    open_to = [not _NO.fullmatch(one) and not amounts_of(one, setting) for one in said]
    handed = any(_HANDED.search(one) for one in said[1:])
    if handed or not any(open_to[1:]) or (_ABOVE.match(said[-1]) and sum(open_to[1:]) == 1):
        return None
    clauses: list[Clause] = []
    for place, head in enumerate(heads[1:], start=1):
        if _NO.fullmatch(said[place]):
            continue
        if not open_to[place]:
            below = by_columns([texts[0], texts[place]], [heads[0], head], setting)
            clauses.extend(below.clauses if below is not None else ())
            continue
        who = f"The {_LIMIT.sub('', normal(head).strip())} may"
        read = authority(next(iter(done_by(who, texts[0]))), setting)
        when = None if _YES.fullmatch(said[place]) else condition_of(f"it is {said[place]}")
        clauses.extend(
            replace(one, condition=both(one.condition, when))
            for one in (read.clauses if read is not None else ())
            if isinstance(one, Authority)
        )
    if not clauses:
        return None
    return Understood(tuple(clauses), (unsure(": ".join(texts), clauses),))


_OF_AUTHORITY = re.compile(
    r"\b(?:authorit\w+|authori[sz]\w+|approv\w+|delegat\w+|limits?|decisions?|decides?|empower\w*|discretion"
    r"|sign[- ]?off|permissions?|allowed|who (?:may|can)|can do|may do)\b"
)
# "Not permitted: refer to a specialist" says more than whether somebody may.
_HANDED = re.compile(r"\b(?:refer|escalate|ask|see|pass|call|tell|contact)\b")
_NO = re.compile(r"(?:no|none|never|not allowed|not permitted|n/?a|x|✗|✘|❌|0|[-–—]*)\W*")
_YES = re.compile(
    r"(?:yes|y|✓|✔|✅|always|allowed|permitted|full|any(?: amount| value)?|unlimited|no limit|all)\W*"
)


def _handed_up(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Return "up to $20 | over $20" as one rule: who may, and who decides above."""
    if len(clauses) != _OWN_AND_ABOVE:
        return clauses
    own, above = clauses
    if not (isinstance(own, Authority) and isinstance(above, ApprovalRule)) or above.also:
        return clauses
    same = (own.limit, own.share, own.action) == (above.over, above.over_share, above.action)
    return (replace(own, approver=above.approver),) if same else clauses


_OWN_AND_ABOVE = 2


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


_LIMIT = re.compile(
    r"(?:'s|(?<=s)')?(?: (?:authority|limits?|level|discretion|approval|may (?:give|approve|offer)|can (?:give|approve|offer)))+\??$"
)
_WE = re.compile(r"(?:what|how|we|our|you|your)\b")
_ABOVE = re.compile(
    r"(?:anything |all )?(?:above|over|beyond)(?: (?:the |that|this)[\w' -]*| [\w' -]*(?:limit|level|authority))?$|(?:anything )?(?:more|higher|larger)$"
)
