"""Tables in which rows are looked up: membership and cabin, tier and limit, weight and price."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money

Value = bool | Decimal | str


@dataclass(frozen=True, slots=True)
class Band:
    """The amounts that a row is for: "up to 2 kg", "over 5 kg", "3 to 5 guests".

    None where it has no end on that side. Both ends count, unless it is `over` the least or `below`
    the most. `unit` is the word behind the numbers in the singular, a currency's code, or empty.
    `whole` is True for what is counted one by one: between 2 and 3 guests lies nothing.
    """

    least: Decimal | None = None
    most: Decimal | None = None
    unit: str = ""
    over: bool = False
    below: bool = False
    whole: bool = False

    def holds(self, amount: Decimal) -> bool:
        """Whether an amount in this unit lies in the band."""
        if self.least is not None and (amount <= self.least if self.over else amount < self.least):
            return False
        if self.most is None:
            return True
        return amount < self.most if self.below else amount <= self.most


@dataclass(frozen=True, slots=True)
class Looked:
    """What stands in one column: an amount, a number, a share (0 to 1), yes or no, or words."""

    column: str
    money: Money | None = None
    number: int | None = None
    allowed: bool | None = None
    share: Decimal | None = None
    words: str = ""

    @property
    def value(self) -> Value:
        """The value as a fact; a share counts in percent."""
        if self.money is not None:
            return self.money.amount
        if self.number is not None:
            return Decimal(self.number)
        if self.share is not None:
            return self.share * 100
        return self.words if self.allowed is None else self.allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class LookupRow(Clause):
    """One row of a table: `what` is decided for `row` ("Gold") by each column.

    `row_of` says what the rows are ("membership") and `column_of`, where it is written, what the
    columns are ("cabin"). `band` is what `row` says in numbers, where it does.
    """

    what: str
    row_of: str
    row: str
    cells: tuple[Looked, ...]
    column_of: str = ""
    band: Band | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table, in order."""

    what: str
    row_of: str
    rows: tuple[LookupRow, ...] = field(default=())

    @property
    def is_by_pair(self) -> bool:
        """Whether the columns are looked up too: membership and cabin."""
        return any(row.column_of for row in self.rows)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that hold what is looked up, in order."""
        return tuple(dict.fromkeys(cell.column for row in self.rows for cell in row.cells))

    def rows_for(self, value: Value) -> tuple[LookupRow, ...]:
        """Return the rows for a value: by its name, capitals aside, or by its number.

        More than one where two rows hold the same amount.
        """
        named = tuple(row for row in self.rows if slug_of(row.row) == slug_of(str(value)))
        if named or isinstance(value, bool):
            return named
        return tuple(
            row
            for row in self.rows
            if row.band is not None
            and (amount := _amount(value, row.band.unit)) is not None
            and row.band.holds(amount)
        )


def tables_of(policy: Policy) -> tuple[Table, ...]:
    """Return the tables that are looked up, in document order."""
    found: dict[tuple[str, str, str], list[LookupRow]] = {}
    for row in policy.of_kind(LookupRow):
        found.setdefault((row.section, row.what, row.row_of), []).append(row)
    return tuple(Table(what, row_of, tuple(rows)) for (_, what, row_of), rows in found.items())


def slug_of(words: str) -> str:
    """Return words as a fact is named: `postage_band`."""
    kept = "".join(one if one.isalnum() else " " for one in words.lower().replace("'", ""))
    return "_".join(kept.split())


def facts_from_tables(policy: Policy, values: Mapping[str, Value]) -> dict[str, Value]:
    """Return the facts with what the tables add to them; what is known already stays as it is.

    With `weight` known, the row for it gives each of its columns: `postage_band`, `price`, and what
    a condition may ask: `postage_band_is_b`, `customer_tier_is_gold`. Where a pair decides, the
    second name picks the column. An amount that two rows hold says nothing.
    """
    known = dict(values)
    whose = dict.fromkeys(("", f"{slug_of(policy.serves)}_", "customer_"))
    for table in tables_of(policy):
        name = slug_of(table.row_of)
        rows = table.rows_for(known[name]) if name in known else ()
        if len(rows) != 1:
            continue
        told = _told(rows[0], table, known)
        for one in whose:
            for fact, value in (told | _asked(rows[0], table)).items():
                known.setdefault(f"{one}{fact}", value)
    return known


def _asked(row: LookupRow, table: Table) -> dict[str, Value]:
    """Return whether each name in the table is the one that holds here."""
    name = slug_of(table.row_of)
    asked: dict[str, Value] = {}
    for other in table.rows:
        asked[f"{name}_is_{slug_of(other.row)}"] = other is row
        for cell in other.cells:
            if cell.words and not row.column_of:
                fact = f"{slug_of(cell.column)}_is_{slug_of(cell.words)}"
                asked[fact] = asked.get(fact) is True or cell in row.cells
    amounts = [cell for cell in row.cells if cell.money is not None]
    if len(amounts) == 1 and not row.column_of:
        asked[f"limit_for_{name}"] = asked[f"limit_of_{name}"] = amounts[0].value
    return asked


def _told(row: LookupRow, table: Table, known: Mapping[str, Value]) -> dict[str, Value]:
    if row.column_of:
        wanted = slug_of(str(known.get(slug_of(row.column_of), "")))
        picked = [cell for cell in row.cells if slug_of(cell.column) == wanted]
        return {slug_of(table.what): cell.value for cell in picked}
    told = {slug_of(cell.column): cell.value for cell in row.cells}
    if len(row.cells) == 1:
        told.setdefault(slug_of(table.what), row.cells[0].value)
    return told


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


def _amount(value: Value, unit: str) -> Decimal | None:
    """Return a value as an amount in this unit: a number, or "2 kg" where the unit is kg."""
    if isinstance(value, Decimal):
        return value
    number, _, named = str(value).strip().lower().partition(" ")
    if named and named.rstrip("s") != unit.lower().rstrip("s"):
        return None
    try:
        amount = Decimal(number)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None
