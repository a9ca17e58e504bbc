"""A row of a table read by the forms of a language."""

from goodword.document.blocks import Block
from goodword.document.form_deed import deed_in
from goodword.document.form_sentence import sentence_of
from goodword.document.forms import understand_form
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import Pack
from goodword.language.role import role_slug
from goodword.policy.authority import Authority
from goodword.policy.clause import Clause, Strength


def form_row(block: Block, header: Block | None, setting: Setting, own: Pack) -> Understood:
    """Return what a row says: each cell read with the row's name and the column's heading."""
    cells = [even(cell.plain).strip() for cell in block.cells]
    heads = [even(cell.plain).strip() for cell in header.cells] if header else []
    if len(cells) < 2 or not cells[0]:
        return Understood()
    clauses: list[Clause] = []
    findings: list[Finding] = []
    almost = False
    for index, cell in enumerate(cells[1:], 1):
        if not cell:
            continue
        head = heads[index] if index < len(heads) else ""
        limit = _limit(cells[0], head, cell, setting, own)
        if limit is not None:
            clauses.append(limit)
            continue
        read = understand_form(f"{cells[0]}: {head} {cell}", setting, " ".join(heads), own)
        clauses.extend(read.clauses)
        findings.extend(read.findings)
        almost = almost or read.almost
    return Understood(tuple(dict.fromkeys(clauses)), tuple(findings), almost=almost)


def _limit(name: str, head: str, cell: str, setting: Setting, own: Pack) -> Clause | None:
    """Return a role's limit, from a column that names what may be given."""
    action = deed_in(sentence_of(head, setting.currency, own))
    amounts = sentence_of(cell, setting.currency, own).amounts
    role = role_slug(normal(name), own)
    if action is None or len(amounts) != 1 or role is None:
        return None
    return Authority(role=role, action=action, limit=amounts[0].money, strength=Strength.MAY)
