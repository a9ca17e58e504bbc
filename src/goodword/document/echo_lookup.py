"""Rows of tables said back: what the pair decides."""

from goodword.document.echo_amounts import listed, money
from goodword.policy.lookup import Looked, LookupRow
from goodword.policy.policy import Policy


def row(clause: LookupRow, policy: Policy) -> str:
    """Return what is decided for one row, column by column."""
    kinds = f"{clause.row_of} and {clause.column_of}" if clause.column_of else clause.row_of
    cells = listed(f'{_value(one, policy)} in "{one.column}"' for one in clause.cells)
    return f'By {kinds}, "{clause.what}" for "{clause.row}" is {cells}.'


def _value(cell: Looked, policy: Policy) -> str:
    if cell.money is not None:
        return money(cell.money, policy)
    if cell.number is not None:
        return str(cell.number)
    return "yes" if cell.allowed else "no"
