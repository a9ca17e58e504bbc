"""Table rows that are looked up by a pair, and promises whose plan or tier stands in the row."""

import re
from dataclasses import replace

from goodword.document.condition_text import condition_of
from goodword.document.setting import Setting, Understood
from goodword.language.money import UNKNOWN, money_in
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.service import channels_in, subjects_in
from goodword.policy.clause import Clause
from goodword.policy.lookup import Looked, LookupRow
from goodword.policy.promise import Promise

_NUMBER = re.compile(r"\d{1,6}")
_FEWEST_COLUMNS = 2


def in_row(
    understood: Understood, heads: tuple[str, ...], texts: tuple[str, ...], setting: Setting
) -> Understood:
    """Return what a row says, kept to the plan or tier that its first cell names.

    A row that says nothing else is looked up, where each cell is an amount, a number, or yes or no.
    """
    if not heads or not texts or understood.almost:
        return understood
    kinds = [one.strip() for one in ENGLISH.pattern("lookup.corner").split(normal(heads[0]), 1)]
    if ENGLISH.pattern("lookup.key").fullmatch(kinds[0]) is None or not texts[0].strip():
        return understood
    if any(isinstance(one, Promise) for one in understood.clauses):
        clauses = tuple(_kept_to(one, kinds[0], texts[0].strip()) for one in understood.clauses)
        return replace(understood, clauses=clauses)
    if understood.clauses or understood.findings:
        return understood
    row = _row(kinds, heads, texts, setting)
    return Understood((row,)) if row is not None else understood


def _kept_to(clause: Clause, row_of: str, row: str) -> Clause:
    """Return a promise that holds for those of the row alone."""
    if not isinstance(clause, Promise) or clause.condition is not None:
        return clause
    if channels_in(normal(row)) or (clause.subject is not None and _names(row, clause.subject)):
        # The row names a channel or a kind of case, and the promise is made for that.
        return clause
    return replace(clause, condition=condition_of(f"the {row_of} is {row}"))


def _names(row: str, subject: str) -> bool:
    return any(word.name == subject for word in subjects_in(normal(row))) or (
        subject in normal(row).replace(" ", "_")
    )


def _row(
    kinds: list[str], heads: tuple[str, ...], texts: tuple[str, ...], setting: Setting
) -> LookupRow | None:
    columns, values = heads[1:], texts[1:]
    if len(columns) < _FEWEST_COLUMNS or len(columns) != len(values):
        return None
    if any('"' in one for one in (*heads, *texts, setting.heading)) or not setting.heading:
        return None
    made = [_looked(head, text, setting) for head, text in zip(columns, values, strict=True)]
    cells = tuple(one for one in made if one is not None)
    if len(cells) != len(made) or len({_kind(one) for one in cells}) != 1:
        return None
    return LookupRow(
        what=setting.heading.strip(),
        row_of=kinds[0],
        row=even(texts[0]).strip(),
        cells=cells,
        column_of=kinds[1] if len(kinds) > 1 else "",
    )


def _kind(cell: Looked) -> str:
    return "money" if cell.money else "number" if cell.number is not None else "allowed"


def _looked(column: str, text: str, setting: Setting) -> Looked | None:
    low, name = normal(text).strip(" ."), even(column).strip()
    if not name:
        return None
    amounts = money_in(low, setting.currency)
    if len(amounts) == 1 and amounts[0].money.currency != UNKNOWN:
        rest = low[: amounts[0].start] + low[amounts[0].end :]
        return Looked(name, money=amounts[0].money) if not rest.strip() else None
    if _NUMBER.fullmatch(low):
        return Looked(name, number=int(low))
    if ENGLISH.pattern("lookup.yes").fullmatch(low):
        return Looked(name, allowed=True)
    if ENGLISH.pattern("lookup.no").fullmatch(low):
        return Looked(name, allowed=False)
    return None


def lookup(text: str, setting: Setting) -> Understood | None:
    """Return the row that its canonical sentence tells of."""
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    found = ENGLISH.pattern("lookup.row").match(low) if '" for "' in low else None
    if found is None:
        return None
    start = found.start("cells")
    cells = []
    for one in ENGLISH.pattern("lookup.cell").finditer(found["cells"]):
        first, last = (start + place for place in one.span("column"))
        cells.append(_looked(plain[first:last], one["value"], setting))
    if not cells or any(one is None for one in cells):
        return None
    row = LookupRow(
        what=plain[slice(*found.span("what"))],
        row_of=found["row_of"],
        row=plain[slice(*found.span("row"))],
        cells=tuple(one for one in cells if one is not None),
        column_of=found["column_of"] or "",
    )
    return Understood((row,))
