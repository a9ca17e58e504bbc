"""Rows that answer whether approval is needed: "Refund over $50 | Yes" below "Approval?"."""

import re

from goodword.document.authority_action import names_giving
from goodword.document.authority_mentions import amounts_of
from goodword.document.authority_role import is_roleish
from goodword.document.setting import Setting
from goodword.document.table_columns import Cell, Column
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH

_ASKS = re.compile(
    r"^(?:needs? |requires? )?(?P<role>[\w' -]*?)(?:'s)? ?(?:pre-?)?"
    r"(?:approvals?|sign-?off|authori[sz]ation)(?: (?:required|needed|necessary))?\??$"
)
_BY_ITSELF = re.compile(r"^auto(?:matic(?:ally)?)?[- ]?approv(?:e|ed|al)\??$")
_NEEDED = re.compile(r"\W*(?:yes|y|always|required|needed|mandatory)\W*")
_NOT_NEEDED = re.compile(r"\W*(?:usually |normally )?(?:no|never|not (?:needed|required))\b.{0,30}")
# The bound's own words in the row: "amount <=".
_LEADS = re.compile(
    r"(?i)[, ]*\b(?:and |with )?(?:the |an? )?(?:amount|value|total|price|cost)s?\W*$"
)


def by_answer(  # noqa: PLR0911  (a list of cases)
    cells: tuple[Cell, ...], setting: Setting
) -> tuple[str, ...] | None:
    """Return what a row says that answers whether approval is needed; None for other rows.

    Whose approval it is stands in the header or nowhere; then the sentence leaves it open, so
    that it is asked.
    """
    if setting.language != ENGLISH.code or len(cells) < _FEWEST:
        return None
    if any(is_roleish(normal(one.text), setting.roles) for one in cells):
        # "Agent | $50 | No": whose limit it is has a cell of its own.
        return None
    for cell in cells[1:]:
        head, text = normal(cell.head).strip(), normal(cell.text)
        alone = _BY_ITSELF.match(head) is not None
        asks = _ASKS.match(head)
        if asks is None and not alone:
            continue
        said_yes = _NEEDED.fullmatch(text) is not None
        said_no = not said_yes and _NOT_NEEDED.fullmatch(text) is not None
        if said_yes or said_no:
            if any(amounts_of(one.text, setting) for one in cells[1:]):
                # A limit of its own stands beside the answer.
                return None
            return _answered(cells, cell, setting, _who(asks, setting), needed=said_yes != alone)
        bounds = amounts_of(cell.text, setting)
        if (
            only := _only_within(cells, cell, _who(asks, setting), setting, alone=alone)
        ) is not None:
            return only
        if asks is not None and len(bounds) == 1 and bounds[0].is_beyond and _is_amount(text):
            over = normal(cell.text)[bounds[0].start : bounds[0].end]
            return _needs(f"{_plain(cells[0].text)} {over}", _who(asks, setting))
    return None


_FEWEST = 2
_ONLY_IF = re.compile(
    r"(?P<answer>yes|no)\W+(?:only )?(?:if|when|where|up|under|below|over|above|for|<|>)"
)


def _only_within(
    cells: tuple[Cell, ...], answer: Cell, who: str, setting: Setting, *, alone: bool
) -> tuple[str, ...] | None:
    """Return what "Yes if up to $180" answers; None where no amount bounds the answer."""
    bounds = amounts_of(answer.text, setting)
    only = _ONLY_IF.match(normal(answer.text)) if len(bounds) == 1 else None
    if only is None:
        return None
    bound = bounds[0]
    thing = f"{_plain(_given_thing(cells, answer))} {answer.text[bound.start : bound.end]}"
    freely = (only["answer"] == "yes") == alone
    tail = _case_of(cells, answer)
    if freely and not bound.is_beyond:
        return (f"{thing} need no approval{tail}.",)
    if not freely and bound.is_beyond:
        return tuple(f"{one[:-1]}{tail}." for one in _needs(thing, who))
    return None


def _given_thing(cells: tuple[Cell, ...], answer: Cell) -> str:
    """Return what is given: the cell that names it, or else the first."""
    named = (
        one.text
        for one in cells
        if one is not answer and any(names_giving(part) for part in _OR.split(normal(one.text)))
    )
    return next(named, cells[0].text)


def _case_of(cells: tuple[Cell, ...], answer: Cell) -> str:
    """Return the first cell as the case, where it names nothing that is given."""
    label = cells[0].text.strip(" .")
    if label == _given_thing(cells, answer).strip(" ."):
        return ""
    return f" if {label[:1].lower()}{label[1:]}"


_OR = re.compile(r" (?:or|and) |, ?|/")


def _is_amount(text: str) -> bool:
    return re.match(r"\W*(?:over|above|more than|exceeding|>)?\W*\d", text) is not None


def _plain(text: str) -> str:
    return re.sub(r"\s+[-–—]+\s+", " ", text).strip(" .")


def _who(asks: re.Match[str] | None, setting: Setting) -> str:
    named = asks["role"].strip() if asks is not None else ""
    return named if named and is_roleish(named, setting.roles) else ""


def _needs(thing: str, who: str) -> tuple[str, ...]:
    return (f"{thing} must be approved by the {who}.",) if who else (f"{thing} need approval.",)


def _answered(
    cells: tuple[Cell, ...], answer: Cell, setting: Setting, who: str, *, needed: bool
) -> tuple[str, ...]:
    label = cells[0].text.strip(" .")
    bounds = amounts_of(label, setting)
    given = next(
        (
            one.text
            for one in cells[1:]
            if one is not answer
            and one.column not in {Column.ROLE, Column.AMOUNT}
            and any(names_giving(part) for part in _OR.split(normal(one.text)))
        ),
        "",
    )
    # "Order delivered, within 30 days" names its case, whatever its words.
    gives = names_giving(normal(label)) and "," not in label
    if given and len(bounds) == 1 and not gives:
        # "Order delivered, amount over $50 | Refund": what is given stands behind its case.
        start, end = bounds[0].start, bounds[0].end
        case = f"{_LEADS.sub('', label[:start])}{label[end:]}".strip(" ,;")
        thing = f"{given} {label[start:end]}"
        case = case.replace(", ", " and ")
        tail = f" if {case[:1].lower()}{case[1:]}" if case else ""
    else:
        thing, tail = _plain(label), ""
    if needed:
        return tuple(f"{one[:-1]}{tail}." for one in _needs(thing, who))
    if len(bounds) == 1 and not bounds[0].is_beyond:
        return (f"{thing} need no approval{tail}.",)
    return ()
