"""Examples of rows that are looked up."""

from decimal import Decimal

from goodword.businesstime.openings import Openings
from goodword.decision.lookup_asked import said
from goodword.document.echo_amounts import capitalised, money
from goodword.example.example import Example
from goodword.policy.lookup import Band, LookupRow
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money

_CODE = 3


def looked_up(clause: LookupRow, policy: Policy, openings: Openings, at: int) -> Example | None:
    """Return what the row says of one that it holds: an amount of its band, or its name."""
    del openings, at
    which = clause.row if clause.band is None else _amount(clause.band, policy)
    told = "; ".join(f"{cell.column} {said(cell, policy)}" for cell in clause.cells)
    return Example(clause.id, f"{capitalised(clause.row_of)} {which}: {told}.")


def _amount(band: Band, policy: Policy) -> str:
    """Return an amount inside a band, where it may be mistaken: at its upper end."""
    amount = band.most if band.most is not None and not band.below else _inside(band)
    if len(band.unit) == _CODE and band.unit.isupper():
        return money(Money(amount, band.unit), policy)
    return f"{amount.normalize():f} {band.unit}".strip()


def _inside(band: Band) -> Decimal:
    if band.most is None:
        return (band.least or Decimal(0)) + (1 if band.over else 0)
    least = band.least or Decimal(0)
    inside = band.most - 1
    return inside if inside >= least and band.holds(inside) else (least + band.most) / 2
