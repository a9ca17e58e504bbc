"""Tables in which a pair decides: membership and cabin, tier and class."""

from collections.abc import Mapping
from dataclasses import dataclass

from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money


@dataclass(frozen=True, slots=True)
class Looked:
    """What stands in one column: an amount, a number, or yes or no."""

    column: str
    money: Money | None = None
    number: int | None = None
    allowed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookupRow(Clause):
    """One row of a table: `what` is decided for `row` ("Gold") by each column.

    `row_of` says what the rows are ("membership") and `column_of`, where it is written, what the
    columns are ("cabin").
    """

    what: str
    row_of: str
    row: str
    cells: tuple[Looked, ...]
    column_of: str = ""


def looked_up(policy: Policy, what: str, pair: Mapping[str, str]) -> Looked | None:
    """Return what the table says for a pair such as {"membership": "gold", "cabin": "economy"}.

    Rows and columns go by their names, capitals aside; None where the table has no such pair, or
    the pair does not name both.
    """
    values = {name.lower(): value.lower() for name, value in pair.items()}
    for row in policy.of_kind(LookupRow):
        if row.what.lower() != what.lower() or values.get(row.row_of) != row.row.lower():
            continue
        others = {name: value for name, value in values.items() if name != row.row_of}
        named = others.get(row.column_of) if row.column_of else next(iter(others.values()), None)
        for cell in row.cells:
            if named is not None and cell.column.lower() == named:
                return cell
    return None
