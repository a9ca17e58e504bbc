"""Limits that stand in a table: the row is looked up by what is known of the matter."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from goodword.case.holds import Value
from goodword.decision.naming import singular, slug
from goodword.document.authority_table import TABLE
from goodword.document.echo_amounts import listed
from goodword.policy.authority import Authority
from goodword.policy.clause import Clause
from goodword.policy.lookup import Looked, LookupRow, Table, tables_of
from goodword.policy.policy import Policy

_STEM = 4
R = TypeVar("R", bound=Clause)


@dataclass(frozen=True, slots=True)
class TableLimit:
    """Where a limit is looked up: the table, the fact that names the row, and what it is so far.

    `row` and `cell` are None while the fact is unknown, or where the table has no such row.
    """

    table: Table
    fact: str
    value: Value | None = None
    row: LookupRow | None = None
    cell: Looked | None = None

    @property
    def is_missing(self) -> bool:
        """Whether the fact is known and the table has nothing for it."""
        return self.value is not None and self.cell is None

    @property
    def question(self) -> str:
        """The question that asks for the row, with the rows there are."""
        return f"What is the {self.table.row_of}: {rows_named(self.table)}?"


def table_limit(
    clause: Authority, policy: Policy, values: Mapping[str, Value]
) -> TableLimit | None:
    """Return where the limit of a permission is looked up, or None where no table has it."""
    if clause.limit_of is None:
        return None
    table = _table(clause, policy)
    if table is None:
        return None
    fact = slug(table.row_of)
    value = values.get(fact)
    rows = table.rows_for(value) if value is not None else ()
    if len(rows) != 1:
        return TableLimit(table, fact, value)
    return TableLimit(table, fact, value, rows[0], _cell(rows[0], clause, values))


def with_limit(clause: R, policy: Policy, values: Mapping[str, Value]) -> R | Authority:
    """Return a permission with the limit that its table gives here; others as they are."""
    if not isinstance(clause, Authority) or clause.limit_of is None:
        return clause
    found = table_limit(clause, policy, values)
    if found is None or found.cell is None:
        return clause
    if found.cell.share is not None:
        return replace(clause, share=found.cell.share)
    return replace(clause, limit=found.cell.money)


def rows_named(table: Table) -> str:
    """Return the rows that a table has, as a choice: `Silver or Gold`."""
    return listed(dict.fromkeys(row.row for row in table.rows), "or")


def _table(clause: Authority, policy: Policy) -> Table | None:
    wanted = slug(clause.limit_of or "")
    tables = [one for one in tables_of(policy) if any(_amounts(row) for row in one.rows)]
    if wanted != TABLE:
        tables = [one for one in tables if _is_same(slug(one.row_of), wanted)]
    about = [one for one in tables if _speaks_of(f"{one.what} {' '.join(one.columns)}", clause)]
    return next(iter(about or tables), None)


def _is_same(row_of: str, wanted: str) -> bool:
    """Whether rows go by this name: a membership by its level too."""
    mine, other = (singular(one) for one in (row_of, wanted))
    return mine == other or mine.startswith(f"{other}_") or other.startswith(f"{mine}_")


def _amounts(row: LookupRow) -> tuple[Looked, ...]:
    return tuple(cell for cell in row.cells if cell.money is not None or cell.share is not None)


def _cell(row: LookupRow, clause: Authority, values: Mapping[str, Value]) -> Looked | None:
    """Return the cell that holds the limit: the only amount, the action's, or the pair's."""
    cells = _amounts(row)
    if row.column_of:
        column = slug(str(values.get(slug(row.column_of), "")))
        return next((cell for cell in cells if slug(cell.column) == column), None)
    about = [cell for cell in cells if _speaks_of(cell.column, clause)]
    chosen = about if len(about) == 1 else cells
    return chosen[0] if len(chosen) == 1 else None


def _speaks_of(words: str, clause: Authority) -> bool:
    told = slug(words)
    return any(part[:_STEM] in told for part in clause.action.split("_") if len(part) >= _STEM)
