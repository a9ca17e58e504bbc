"""What each cell of a table row holds: a time, a share, an amount, a role, a trigger."""

import re
from dataclasses import dataclass
from enum import StrEnum

from goodword.document.authority_role import is_roleish
from goodword.document.setting import Setting
from goodword.document.table_units import BARE, unit_alone
from goodword.language.cued import Cued
from goodword.language.money import money_in
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import channels_in
from goodword.language.time_phrase import times_in

_UNIT_IN_HEAD = re.compile(
    r"(?i)\((?:in |no\.? of |number of )?(?P<unit>(?:(?:working|business|office|calendar) )?"
    r"(?:days?|hours?|minutes?|mins?|weeks?|months?))\)"
)
_SIGN_IN_HEAD = Cued(
    r"(?:\((?:in )?|\s)(?P<sign>[$£€₹])\)?\s*$",
    "$|£|€|₹",
)
_SUM = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d{2})?")


class Column(StrEnum):
    """What a cell holds."""

    LABEL = "label"
    TIME = "time"
    SHARE = "share"
    AMOUNT = "amount"
    ROLE = "role"
    WHEN = "when"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its header and what it holds; both texts are as written."""

    text: str
    head: str
    column: Column


def cells_of(texts: list[str], heads: list[str], setting: Setting) -> tuple[Cell, ...]:
    """Return the cells of a row that hold anything, in order.

    A bare number takes the unit that its header says: "38" below "Response (working days)".
    """
    cells = []
    for place, text in enumerate(texts):
        head = heads[place] if place < len(heads) else ""
        if place and BARE.fullmatch(text.strip()):
            named = _UNIT_IN_HEAD.search(head)
            unit = named["unit"] if named is not None else unit_alone(head)
            text = f"{text.strip()} {unit}".strip()  # noqa: PLW2901
        if (sign := _SIGN_IN_HEAD.search(head)) and _SUM.fullmatch(text.strip()):
            # "4,000,000" below "Limit ($)".
            text = f"{sign['sign']}{text.strip()}"  # noqa: PLW2901
        if text.strip(" -–—"):
            cells.append(Cell(text, head, _column(place, text, head, setting)))
    return tuple(cells)


def guessed(texts: list[str], setting: Setting) -> list[str]:
    """Return headers for a row that has none, where the heading above says what it holds."""
    heading = normal(setting.heading)
    low = [normal(text) for text in texts]
    sums = [
        bool(money_in(one, setting.currency))
        or ENGLISH.pattern("table.unlimited").fullmatch(one) is not None
        for one in low
    ]
    limited = ENGLISH.pattern("table.limit_head").search(heading)
    if (held := _schedule(texts, low, sums, setting)) is not None:
        return held
    if any(sums[1:]) and not sums[0] and limited:
        return ["role", *(setting.heading if one else "" for one in sums[1:])]
    if len(texts) > 1 and ENGLISH.pattern("table.teller_head").search(heading):
        timed = [bool(times_in(one) or times_in(f"within {one}")) for one in low]
        if not any(timed[:2]):
            return ["when", "escalate to", *("within" for _ in texts[2:])]
    return []


def _schedule(
    texts: list[str], low: list[str], sums: list[bool], setting: Setting
) -> list[str] | None:
    """Return headers for "Settlement of claims | City Solicitor | up to $5,000"; None for others.

    One cell is a role and nothing besides, one is an amount, and the others name what is given.
    """
    if setting.language != ENGLISH.code or len(texts) != _SCHEDULED or sum(sums[1:]) != 1:
        return None
    whole = [
        place
        for place, one in enumerate(low)
        if not sums[place] and is_roleish(one, setting.roles) and _is_name(texts[place])
    ]
    if len(whole) != 1 or sums[0] or any(times_in(f"within {one}") for one in low):
        return None
    return [
        "limit" if sums[place] else "role" if place in whole else "type"
        for place in range(len(texts))
    ]


_SCHEDULED = 3
# "Approval of write-offs of debts over $5,000" below "Authority" is no amount.
_LONGEST_SUM = 5
_LONGEST_NAME = 7


# Over who decides, where the cell below names a role.
_DECIDED_HEAD = re.compile(
    r"(?:decisions?|authority|delegation|level|method|sign(?:ature|atory)|by)"
)


# Over whom one calls, where the cell below names a role.
_CALLED_HEAD = re.compile(
    r"(?:who (?:to|do (?:i|you|we)) )?(?:call|ring|phone|page|get)(?: whom| first)?"
)
_CONTACT_HEAD = re.compile(
    r"(?:how (?:to|you|we are) )?contact(?:s|ed)?(?: us)?(?: by| via| through| routes?| channels?)?"
)


def _is_name(text: str) -> bool:
    """Whether a cell names somebody: a few words, none of which says what is done."""
    return len(text.split()) <= _LONGEST_NAME and re.search(r"[.;:?]", text) is None


def _column(place: int, text: str, head: str, setting: Setting) -> Column:  # noqa: PLR0911  (a list of cases)
    low, high = normal(text), normal(head)
    timed = any(not one.vague for one in (*times_in(low), *times_in(f"within {low}")))
    role = ENGLISH.pattern("table.role_head").search(high) is not None
    role = role and not high.startswith("description")
    # "Emails | answered within 2 days" below "Contact": the way in, and nobody.
    way = not place and _CONTACT_HEAD.fullmatch(high) is not None and channels_in(low)
    role = role and not (way and not is_roleish(low, setting.roles))
    named = _DECIDED_HEAD.fullmatch(high) or _CALLED_HEAD.fullmatch(high)
    role = role or (named is not None and is_roleish(low, setting.roles))
    share = ENGLISH.pattern("table.share").fullmatch(low) is not None or (
        "%" in high and place > 0 and BARE.fullmatch(low) is not None
    )
    limited = ENGLISH.pattern("table.limit_head").search(high) is not None
    if (
        limited
        and (place or len(low.split()) <= _LONGEST_SUM)
        and (
            share
            or money_in(low, setting.currency)
            or ENGLISH.pattern("table.unlimited").fullmatch(low)
        )
    ):
        return Column.AMOUNT
    if share:
        return Column.SHARE
    if ENGLISH.pattern("table.numbered").fullmatch(low):
        return Column.LABEL
    if role and not timed and not money_in(low, setting.currency):
        return Column.ROLE
    if ENGLISH.pattern("table.when_head").search(high) and (
        ENGLISH.pattern("table.late").search(f"{high} {low}") or not timed
    ):
        return Column.WHEN
    if not place:
        return Column.LABEL
    if timed and not ENGLISH.pattern("table.described_head").search(high):
        return Column.TIME
    return Column.OTHER


def is_unlimited(cell: Cell) -> bool:
    """Whether the cell says that there is no limit."""
    return cell.column is Column.AMOUNT and (
        ENGLISH.pattern("table.unlimited").fullmatch(normal(cell.text)) is not None
    )
