"""Rows of tables said back: what the pair decides."""

from goodword.document.echo_amounts import listed, money, share
from goodword.policy.lookup import Looked, LookupRow
from goodword.policy.policy import Policy


def row(clause: LookupRow, policy: Policy) -> str:
    """Return what is decided for one row, column by column."""
    kinds = clause.row_of
    unit = clause.band.unit if clause.band is not None else ""
    if unit and not unit.isupper() and unit not in clause.row.lower():
        kinds = f"{kinds} ({unit})"
    kinds = f"{kinds} and {clause.column_of}" if clause.column_of else kinds
    cells = listed(f'{_value(one, policy)} in "{one.column}"' for one in clause.cells)
    return f'By {kinds}, "{clause.what}" for "{clause.row}" is {cells}.'


def _value(cell: Looked, policy: Policy) -> str:
    if cell.money is not None:
        return money(cell.money, policy)
    if cell.number is not None:
        return str(cell.number)
    if cell.share is not None:
        return f"{share(cell.share)}%"
    if cell.words:
        return f'"{cell.words}"'
    return "yes" if cell.allowed else "no"
