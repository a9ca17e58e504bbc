"""A row of a table whose columns are roles: what each may give up to stands below its name."""

from dataclasses import replace

from goodword.document.authority_mentions import amounts_of, mentions_of
from goodword.document.second_authority import second_authority
from goodword.document.sentence_marks import marks_of
from goodword.document.setting import Setting, Understood
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
        if not amounts_of(text, setting) or not mentions_of(head, replace(setting, heading="")):
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
