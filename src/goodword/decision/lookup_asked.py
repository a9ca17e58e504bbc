"""Questions that a table answers: "what is the postage band for 2 kg", "who looks after Kent"."""

import re
from dataclasses import dataclass, replace

from goodword.decision.naming import slug
from goodword.decision.saying import money
from goodword.decision.vocabulary import words_of
from goodword.decision.wanted import may_i
from goodword.document.echo_amounts import capitalised, listed, share
from goodword.language.measure import in_unit, is_measure
from goodword.language.money import money_in
from goodword.language.number import figures
from goodword.language.pack import ENGLISH
from goodword.language.stem import plain, stem
from goodword.policy.lookup import Looked, LookupRow, Table, Value, tables_of
from goodword.policy.policy import Policy

_NUMBER = re.compile(r"(?<![\w.])(\d[\d,]*(?:\.\d+)?) ?(%|[a-z]+)?")
_FOR_WHAT = re.compile(
    r"\b(?:for|to|in|of|from|after) (?:an? |the )?(?P<what>[\w .,'$£€%-]{1,40}?)\W*$"
)
_FEW = 12


@dataclass(frozen=True, slots=True)
class LookedFor:
    """What a table says to a question: the rows that were asked for, and the columns.

    `rows` empty with `is_missing` False means that no row was named; then all are told. `asked` are
    the words for the row, as far as they are known.
    """

    table: Table
    rows: tuple[LookupRow, ...]
    columns: tuple[str, ...]
    is_missing: bool = False
    asked: str = ""

    def line(self, policy: Policy) -> str:
        """Return the answer in a line."""
        table = self.table
        if self.is_missing:
            named = f' for "{self.asked}"' if self.asked else " for this"
            has = listed(_shortened(tuple(row.row for row in table.rows)), "and")
            return f'The table "{table.what}" has no row{named}. It has rows for {has}.'
        if len(self.rows) == 1:
            row = self.rows[0]
            told = "; ".join(f"{cell.column}: {said(cell, policy)}" for cell in self._cells(row))
            return f'{capitalised(told)} ({table.row_of} "{row.row}", in the table "{table.what}").'
        rows = self.rows or table.rows
        told = "; ".join(
            f"{row.row}: {listed(said(cell, policy) for cell in self._cells(row))}"
            for row in rows[:_FEW]
        )
        more = f"; and {len(rows) - _FEW} more" if len(rows) > _FEW else ""
        if self.rows:
            return f'The table "{table.what}" has {len(rows)} rows for this: {told}{more}.'
        return f"{capitalised(listed(self.columns))} by {table.row_of}: {told}{more}."

    def _cells(self, row: LookupRow) -> tuple[Looked, ...]:
        own = tuple(cell for cell in row.cells if cell.column in self.columns)
        return own or row.cells


def looked_for(policy: Policy, words: str) -> LookedFor | None:
    """Return what a table says to a question, or None where it asks none of them.

    A question names the row, and the table by a word of its heading, its columns or its rows' kind;
    or it names a column in full and no row.
    """
    tables = tables_of(policy)
    low = plain(words).strip()
    if not tables or may_i(words) or not _is_question(low):
        return None
    found = [one for table in tables if (one := _in_table(table, low, policy)) is not None]
    best = max(found, key=lambda one: one[0], default=None)
    if best is None:
        return None
    written = re.search(re.escape(best[1].asked), words, re.IGNORECASE)
    return replace(best[1], asked=written[0]) if written is not None else best[1]


def rows_named_in(policy: Policy, words: str) -> dict[str, Value]:
    """Return the facts that name a row of a table: "a gold member" is of the tier gold."""
    low = plain(words)
    named: dict[str, Value] = {}
    for table in tables_of(policy):
        rows = _named(table, low)
        if len(rows) == 1 and not rows[0].row.isdigit():
            named.setdefault(slug(table.row_of), rows[0].row)
    return named


def _is_question(low: str) -> bool:
    return low.endswith("?") or ENGLISH.pattern("lookup.asks").match(low) is not None


def _in_table(table: Table, low: str, policy: Policy) -> tuple[float, LookedFor] | None:
    """Return how well a question fits a table, and what the table says to it."""
    said_stems = {one for one, _ in words_of(low)}
    columns = _columns(table, said_stems, low)
    told = {one for one in _topic(table) if one in said_stems}
    rows = _named(table, low)
    measured = () if rows else _measured(table, low, policy)
    if rows or measured:
        is_told = told or (_asks_who(low, table) if rows else _is_by_measure(measured))
        return (2.0 + len(told), LookedFor(table, rows or measured, columns)) if is_told else None
    in_full = any(_is_told(column, said_stems) for column in (*table.columns, table.what))
    if not in_full or ENGLISH.pattern("lookup.asks_for").match(low) is None:
        return None
    left = [one for one, says in words_of(low) if says and one not in _topic(table)]
    if not left and not _NUMBER.search(low):
        return 1.0 + len(told), LookedFor(table, (), columns)
    asked = _FOR_WHAT.search(low)
    missing = LookedFor(table, (), columns, True, asked["what"].strip() if asked else "")
    return 1.0 + len(told), missing


def _is_by_measure(rows: tuple[LookupRow, ...]) -> bool:
    """Whether the unit itself says which table is meant: a weight, a length."""
    return all(row.band is not None and is_measure(row.band.unit) for row in rows)


def _asks_who(low: str, table: Table) -> bool:
    """Whether somebody is asked for whom a table of people names."""
    return low.startswith("who") and any(cell.words for row in table.rows for cell in row.cells)


def _topic(table: Table) -> frozenset[str]:
    """Return the stems by which a table is known."""
    words = f"{table.what} {table.row_of} {' '.join(table.columns)}"
    return frozenset(one for one, says in words_of(words) if says)


def _is_told(words: str, said_stems: set[str]) -> bool:
    wanted = [one for one, says in words_of(words) if says]
    return bool(wanted) and all(one in said_stems for one in wanted)


def _columns(table: Table, said_stems: set[str], low: str) -> tuple[str, ...]:
    """Return the columns that a question names, or all where it names none."""
    full = tuple(one for one in table.columns if _is_told(one, said_stems) or plain(one) in low)
    part = tuple(
        one
        for one in table.columns
        if any(says and word in said_stems for word, says in words_of(one))
    )
    return full or part or table.columns


def _named(table: Table, low: str) -> tuple[LookupRow, ...]:
    """Return the rows whose name stands in the words, the longest name first."""
    found = [
        row
        for row in table.rows
        if re.search(rf"(?<!\w){re.escape(plain(row.row))}(?!\w)", low)
        or (row.row.isalpha() and stem(plain(row.row)) in {one for one, _ in words_of(low)})
    ]
    longest = max((len(row.row) for row in found), default=0)
    return tuple(row for row in found if len(row.row) == longest)


def _measured(table: Table, low: str, policy: Policy) -> tuple[LookupRow, ...]:
    """Return the rows whose band holds an amount that the words name, in its own unit."""
    amounts = [(one.money.amount, one.money.currency) for one in money_in(low, policy.currency)]
    amounts += [(figures(found[1]), found[2] or "") for found in _NUMBER.finditer(low)]
    for amount, unit in amounts:
        rows = tuple(
            row
            for row in table.rows
            if row.band is not None
            and (own := in_unit(amount, unit, row.band.unit)) is not None
            and row.band.holds(own)
        )
        if rows:
            return rows
    return ()


def said(cell: Looked, policy: Policy) -> str:
    """Return what stands in a cell, as in a sentence."""
    if cell.money is not None:
        return money(cell.money, policy)
    if cell.share is not None:
        return f"{share(cell.share)}%"
    if cell.allowed is not None:
        return "yes" if cell.allowed else "no"
    return cell.words or str(cell.number)


def _shortened(names: tuple[str, ...]) -> tuple[str, ...]:
    few = tuple(f'"{one}"' for one in dict.fromkeys(names))
    return few if len(few) <= _FEW else (*few[:_FEW], f"{len(few) - _FEW} more")
