"""Tables that are looked up: amounts with two rows or none, and tables that are missing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from goodword.checks.evidence import Evidence
from goodword.decision.lookup_asked import said
from goodword.decision.table_limit import table_limit
from goodword.document.authority_table import TABLE, elsewhere
from goodword.document.echo_amounts import listed, money
from goodword.document.reading import Reading
from goodword.language.measure import in_unit
from goodword.policy.authority import Authority
from goodword.policy.lookup import Band, LookupRow, tables_of
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money
from goodword.problem import Fix, Problem, Severity

_CENT = Decimal("0.01")
_CODE = 3


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with its ends in the unit of the table's first row."""

    row: LookupRow
    band: Band


def overlapping_rows(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for an amount, or a name, that two rows of a table hold, with the case."""
    policy = reading.policy
    for table in tables_of(policy):
        rows = _rows(table.rows)
        for place, later in enumerate(table.rows):
            for earlier in table.rows[:place]:
                if _results(earlier) == _results(later):
                    continue
                met = _meeting(earlier, later, rows, policy)
                if met is None:
                    continue
                amount, is_edge = met
                yield Problem(
                    code="LK01",
                    severity=Severity.WARNING if is_edge else Severity.ERROR,
                    message=f'For {amount} two rows of "{table.what}" count: "{earlier.row}" says '
                    f'{_told(earlier, policy)}, "{later.row}" says {_told(later, policy)}. Let one '
                    "row end where the next begins.",
                    span=later.span,
                    related=(earlier.span,),
                    ways_out=_ways_out(earlier, later, rows, policy, is_edge=is_edge),
                )


def _reaching(lower: Band, upper: Band) -> Band:
    """Return the lower band reaching up to where the upper one begins."""
    if upper.least is None:
        return lower
    step = 1 if upper.whole else _CENT if len(upper.unit) == _CODE and upper.unit.isupper() else 0
    most = upper.least if upper.over else upper.least - step
    return replace(lower, most=most, below=not upper.over and not step)


def _ways_out(
    earlier: LookupRow,
    later: LookupRow,
    rows: dict[int, _Row],
    policy: Policy,
    *,
    is_edge: bool,
) -> tuple[str, ...]:
    if not is_edge:
        return (
            f'Change "{later.row}".',
            f'Change "{earlier.row}".',
            "Take out one of the two rows.",
        )
    lower, upper = sorted((rows[id(earlier)], rows[id(later)]), key=_begin)
    below, above = (
        Band(lower.band.least, lower.band.most, lower.band.unit, lower.band.over, below=True),
        Band(upper.band.least, upper.band.most, upper.band.unit, over=True, below=upper.band.below),
    )
    return (
        f'Write "{_named(above, policy)}" for "{upper.row.row}".',
        f'Write "{_named(below, policy)}" for "{lower.row.row}".',
    )


def _written(band: Band, row: LookupRow, policy: Policy) -> str:
    return f'Write "{_named(band, policy)}" for "{row.row}".'


def _named(band: Band, policy: Policy) -> str:
    """Return a band as a row may name it: `over 1 kg up to 5 kg`."""
    most = "" if band.most is None else _shown(band.most, band.unit, policy)
    if band.least is None:
        return f"under {most}" if band.below else f"up to {most}"
    least = _shown(band.least, band.unit, policy)
    start = f"over {least}" if band.over else f"from {least}" if not most else least
    if not most:
        return start
    return f"{start} to under {most}" if band.below else f"{start} {'up ' * band.over}to {most}"


def gaps_between_rows(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for an amount between two rows of a table that neither holds."""
    policy = reading.policy
    for table in tables_of(policy):
        ordered = sorted(_rows(table.rows).values(), key=_begin)
        top: _Row | None = None
        for one in ordered:
            if top is not None and (amount := _between(top.band, one.band)) is not None:
                shown = _shown(amount, one.band.unit, policy)
                yield Problem(
                    code="LK02",
                    severity=Severity.WARNING,
                    message=f'"{table.what}" has no row for {shown}: it lies between '
                    f'"{top.row.row}" and "{one.row.row}". Whoever has it gets no answer.',
                    span=one.row.span,
                    related=(top.row.span,),
                    ways_out=(
                        _written(_reaching(top.band, one.band), top.row, policy),
                        f"Add a row for {shown}.",
                    ),
                )
            if top is None or _reach(one.band) > _reach(top.band):
                top = one


def limits_in_no_table(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield an error where a limit is said to stand in a table that the policy does not have."""
    policy = reading.policy
    for clause in policy.of_kind(Authority):
        if clause.limit_of is None or table_limit(clause, policy, {}) is not None:
            continue
        by = "" if clause.limit_of == TABLE else f" by {clause.limit_of}"
        own = [table.row_of for table in tables_of(policy)]
        has = f" It has tables by {listed(dict.fromkeys(own))}." if own else ""
        example = Money(Decimal(50), policy.currency)
        yield Problem(
            code="LK03",
            severity=Severity.ERROR,
            message=f"The limit here stands in a table{by}, and the policy has none with amounts, "
            f"so nobody can say how much this is.{has} Add the table, or write the limit itself.",
            span=clause.span,
            fix=Fix(
                "Write the limit itself", _with_amount(clause, money(example, policy)), clause.span
            ),
        )


def _with_amount(clause: Authority, amount: str) -> str:
    found = elsewhere(clause.text)
    if found is None:
        return ""
    words = clause.text
    return f"{words[: found.start].rstrip()} up to {amount}{words[found.end :]}"


def _rows(rows: tuple[LookupRow, ...]) -> dict[int, _Row]:
    """Return the rows with numbers, by identity, all in the unit of the first of them."""
    banded = [(row, row.band) for row in rows if row.band is not None]
    unit = next((band.unit for _, band in banded if band.unit), "")
    return {
        id(row): _Row(row, replace(band, least=_in(band.least, band, unit), most=most, unit=unit))
        for row, band in banded
        if (most := _in(band.most, band, unit)) is not None
        or (band.most is None and _in(band.least, band, unit) is not None)
    }


def _in(end: Decimal | None, band: Band, unit: str) -> Decimal | None:
    """Return an end of a band in another unit, None where it is open or cannot be compared."""
    return None if end is None else in_unit(end, band.unit or unit, unit)


def _meeting(
    earlier: LookupRow, later: LookupRow, rows: dict[int, _Row], policy: Policy
) -> tuple[str, bool] | None:
    """Return an amount that both rows hold, as said, and whether it is only an edge of the two."""
    if earlier.row.lower() == later.row.lower():
        return f'"{later.row}"', False
    one, other = rows.get(id(earlier)), rows.get(id(later))
    if one is None or other is None:
        return None
    low = max((end for end in (one.band.least, other.band.least) if end is not None), default=None)
    high = min((end for end in (one.band.most, other.band.most) if end is not None), default=None)
    tried = _between_ends(low, high)
    met = [each for each in tried if one.band.holds(each) and other.band.holds(each)]
    if not met:
        return None
    inner = next((each for each in met if each not in {low, high}), met[0])
    return _shown(inner, one.band.unit, policy), low == high


def _between_ends(low: Decimal | None, high: Decimal | None) -> list[Decimal]:
    if low is not None and high is not None:
        middle = ((low + high) / 2).quantize(Decimal(1)) if high - low > 1 else (low + high) / 2
        return [low, high, middle, (low + high) / 2]
    if low is not None:
        return [low, low + 1]
    return [high, high - 1] if high is not None else [Decimal(1)]


def _begin(row: _Row) -> Decimal:
    return Decimal("-Infinity") if row.band.least is None else row.band.least


def _reach(band: Band) -> Decimal:
    return Decimal("Infinity") if band.most is None else band.most


def _between(lower: Band, upper: Band) -> Decimal | None:
    """Return an amount between two bands that neither holds, or None where they meet."""
    if lower.most is None or upper.least is None or upper.least < lower.most:
        return None
    if lower.whole and upper.whole:
        first = lower.most if lower.below else lower.most + 1
        last = upper.least if upper.over else upper.least - 1
        return first if first <= last else None
    if upper.unit.isupper() and len(upper.unit) == 3:
        first = lower.most if lower.below else lower.most + _CENT
        last = upper.least if upper.over else upper.least - _CENT
        return first if first <= last else None
    if upper.least == lower.most:
        return upper.least if lower.below and upper.over else None
    return ((lower.most + upper.least) / 2).normalize()


def _shown(amount: Decimal, unit: str, policy: Policy) -> str:
    if unit.isupper() and len(unit) == 3:
        return money(Money(amount, unit), policy)
    number = f"{amount.normalize():f}"
    if not unit or unit == "%":
        return f"{number}{unit}"
    plural = "s" if len(unit) > 2 and amount != 1 and unit != "person" else ""
    return f"{number} {'people' if unit == 'person' and amount != 1 else unit}{plural}"


def _results(row: LookupRow) -> tuple[object, ...]:
    return tuple(cell.value for cell in row.cells)


def _told(row: LookupRow, policy: Policy) -> str:
    return listed(said(cell, policy) for cell in row.cells)
