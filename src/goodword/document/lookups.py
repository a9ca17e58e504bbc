"""Table rows that are looked up, and promises whose plan or tier stands in the row."""

import re
from dataclasses import replace
from decimal import Decimal

from goodword.document.authority_role import is_roleish
from goodword.document.condition_text import condition_of
from goodword.document.echo_amounts import listed
from goodword.document.lookup_band import band_of
from goodword.document.setting import Setting, Understood
from goodword.language.money import UNKNOWN, money_in
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import named
from goodword.language.service import channels_in, subjects_in
from goodword.policy.authority import Authority, CapRule
from goodword.policy.clause import Clause
from goodword.policy.lookup import Looked, LookupRow
from goodword.policy.promise import Promise
from goodword.policy.situation import HouseRule

_NUMBER = re.compile(r"\d{1,6}")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?) ?%")
_MOST_WORDS = 60
# Questions that are asked of a sentence that sounds like a rule; a row that is looked up is none.
_WHOSE = frozenset({"AU01", "RD02", "RD03"})


def in_row(  # noqa: PLR0911  (a list of cases)
    understood: Understood, heads: tuple[str, ...], texts: tuple[str, ...], setting: Setting
) -> Understood:
    """Return what a row says, kept to the plan or tier that its first cell names.

    A row that says nothing else is looked up: each cell is an amount, a number, a share, yes or
    no, or a few words. "Gold: $100" below "Tier" is no role with a limit.
    """
    if not heads or not texts or not texts[0].strip():
        return understood
    kinds = [one.strip() for one in ENGLISH.pattern("lookup.corner").split(normal(heads[0]), 1)]
    if ENGLISH.pattern("lookup.key").fullmatch(kinds[0]) is None:
        return understood
    if _is_no_role(understood, kinds[0], setting) or _is_only_asked(understood):
        understood = Understood()
    if understood.almost:
        return understood
    if any(isinstance(one, Promise) for one in understood.clauses):
        if ENGLISH.pattern("lookup.of_things").fullmatch(_bare(kinds[0])) is not None:
            return understood
        clauses = tuple(_kept_to(one, kinds[0], texts[0].strip()) for one in understood.clauses)
        return replace(understood, clauses=clauses)
    if understood.clauses or understood.findings:
        return understood
    row = _row(kinds, heads, texts, setting)
    return Understood((row,)) if row is not None else understood


def _is_only_asked(understood: Understood) -> bool:
    """Whether a row was taken for a rule by its words alone, and asked whose it is or kept."""
    if any(one.code == "RD01" for one in understood.findings):
        return all(isinstance(one, HouseRule | CapRule) for one in understood.clauses)
    if understood.clauses:
        return all(isinstance(one, HouseRule) for one in understood.clauses)
    return all(one.code in _WHOSE for one in understood.findings)


def _is_no_role(understood: Understood, row_of: str, setting: Setting) -> bool:
    """Whether what was read as a role's limit is one that stands beside a customer's tier."""
    if ENGLISH.pattern("lookup.of_customers").fullmatch(_bare(row_of)) is None:
        return False
    return bool(understood.clauses) and all(
        isinstance(one, Authority) and not is_roleish(named(one.role), setting.roles)
        for one in understood.clauses
    )


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
    if not columns or len(columns) != len(values) or any('"' in one for one in (*heads, *texts)):
        return None
    made = [_looked(head, text, setting) for head, text in zip(columns, values, strict=True)]
    cells = tuple(one for one in made if one is not None)
    if len(cells) != len(made) or not cells:
        return None
    what = setting.heading.strip() or listed(even(one).strip() for one in columns)
    if '"' in what:
        return None
    return LookupRow(
        what=what,
        row_of=_bare(kinds[0]),
        row=even(texts[0]).strip(),
        cells=cells,
        column_of=_bare(kinds[1]) if len(kinds) > 1 else "",
        band=band_of(texts[0], setting.currency, kinds[0]),
    )


def _bare(kind: str) -> str:
    """Return what rows or columns are, without a unit in brackets."""
    return kind.partition("(")[0].strip()


def _looked(column: str, text: str, setting: Setting) -> Looked | None:  # noqa: PLR0911
    low, name = normal(text).strip(" ."), even(column).strip()
    if not name or not low:
        return None
    amounts = money_in(low, setting.currency)
    if len(amounts) == 1 and amounts[0].money.currency != UNKNOWN:
        rest = low[: amounts[0].start] + low[amounts[0].end :]
        if not ENGLISH.pattern("lookup.up_to").sub("", rest).strip():
            return Looked(name, money=amounts[0].money)
    if _NUMBER.fullmatch(low):
        return Looked(name, number=int(low))
    if (share := _SHARE.fullmatch(ENGLISH.pattern("lookup.up_to").sub("", low))) is not None:
        return Looked(name, share=(Decimal(share[1]) / 100).normalize())
    if ENGLISH.pattern("lookup.yes").fullmatch(low):
        return Looked(name, allowed=True)
    if ENGLISH.pattern("lookup.no").fullmatch(low):
        return Looked(name, allowed=False)
    is_rule = ENGLISH.pattern("lookup.not_looked_up").search(normal(column))
    words = even(text).strip()
    return Looked(name, words=words) if not is_rule and len(words) <= _MOST_WORDS else None


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
        column, value = (
            plain[start + a : start + b] for a, b in map(one.span, ("column", "value"))
        )
        quoted = value.startswith('"')
        cells.append(
            Looked(column, words=value[1:-1]) if quoted else _looked(column, value, setting)
        )
    if not cells or any(one is None for one in cells):
        return None
    named = plain[slice(*found.span("row"))]
    row = LookupRow(
        what=plain[slice(*found.span("what"))],
        row_of=found["row_of"],
        row=named,
        cells=tuple(one for one in cells if one is not None),
        column_of=found["column_of"] or "",
        band=band_of(named, setting.currency, found["unit"] or ""),
    )
    return Understood((row,))
