"""Table rows as sentences: the header says what, the first cell for whom."""

import re
from dataclasses import replace
from decimal import Decimal

from goodword.document.authority_columns import by_columns
from goodword.document.blocks import Block
from goodword.document.heading_scope import under_heading
from goodword.document.lookups import in_row
from goodword.document.promises import promises
from goodword.document.sentence_reader import understand_text
from goodword.document.setting import Finding, Setting, Understood
from goodword.document.table_columns import Cell, Column, cells_of, guessed, is_unlimited
from goodword.document.table_sentences import authority_sentences, escalation_sentences
from goodword.document.values import week_in
from goodword.language.normal import normal
from goodword.language.service import shares_in
from goodword.policy.clause import Clause
from goodword.policy.definition import HoursClause
from goodword.policy.hours import Week
from goodword.policy.promise import Promise
from goodword.policy.quantity import Counting, Duration
from goodword.problem import Severity

_JOINED = re.compile(r"(?i)\W*(?:within|in|up to|by|under|less than|no more than|every)\b")
_NUMBER_FIRST = re.compile(r"^\W*(?:within|in|up to|by)?\W*\d")
# "Target response (within core hours)", "Resolution (based on working days)".
_HOURS_HEAD = re.compile(
    r"\b(?:(?:within|during|in) (?:our |the )?(?:core|opening|support|service|operating) hours"
    r"|(?:working|business|office) (?:days?|hours?))\b"
)
_HOURS_ALL = re.compile(r"\bbased on (?:our )?(?:working|business|office) (?:days|hours|time)\b")
_BY_CLOCK = re.compile(r"\bcalendar\b|\bclock\b|24 ?[x/] ?7")
# Headers that only say that a time follows.
_WHOLE = re.compile(r"(?i)(?:we|our team|you) [^:]+\.?$")
_ONLY_TIME = re.compile(
    r"(?i)(?:(?:our |the |service )?(?:times?|targets?|when|time ?scales?|standards?|how soon|"
    r"deadlines?|time ?frames?|promise|commitment|what we (?:do|will do|promise)|service levels?|"
    r"service standards?|measure))"
)


def row(block: Block, header: Block | None, setting: Setting) -> Understood:
    """Return what a table row says below its header."""
    texts = [cell.plain.strip() for cell in block.cells]
    heads = [cell.plain.strip() for cell in header.cells] if header is not None else []
    return row_of(texts, heads, setting)


def row_of(texts: list[str], heads: list[str], setting: Setting, lead: str = "") -> Understood:
    """Return what the cells of a row say; `lead` is a line above the table.

    A row of authority, of an escalation, or of promises is read as the sentences it stands for;
    any other row as its cells in a row. Without headers the heading says what the cells hold.
    What is left is looked up, where the first header says by what.
    """
    read = _read(texts, heads, setting, lead)
    if any(isinstance(one, Promise) for one in read.clauses):
        return under_heading(read, setting)
    return in_row(read, tuple(heads), tuple(texts), setting)


def _read(texts: list[str], heads: list[str], setting: Setting, lead: str) -> Understood:
    cells = cells_of(texts, heads or guessed(texts, setting), setting)
    if not cells:
        return Understood()
    sentences = authority_sentences(cells, setting) or escalation_sentences(cells, setting)
    if sentences:
        read = [_limitless(understand_text(one, setting), cells) for one in sentences]
        if any(one.clauses or one.findings for one in read):
            return _together(read)
    kept = _promised(cells, setting, normal(lead))
    if kept is None:
        kept = by_columns(texts, heads, setting)
    if kept is not None:
        return kept
    return understand_text(": ".join(text for text in texts if text), setting, " ".join(heads))


def _limitless(understood: Understood, cells: tuple[Cell, ...]) -> Understood:
    """Return the same without the question for a limit, where the row says that there is none."""
    if not any(is_unlimited(one) for one in cells):
        return understood
    kept = tuple(one for one in understood.findings if one.code != "AU03")
    return replace(understood, findings=kept)


def _promised(cells: tuple[Cell, ...], setting: Setting, lead: str) -> Understood | None:
    """Return the promises of a row: each time, with the share beside it or in the line above."""
    label = next((one.text for one in cells if one.column is Column.LABEL), "")
    read: list[Understood] = []
    for place, cell in enumerate(cells):
        if cell.column is not Column.TIME:
            continue
        understood = promises(_sentence(label, cell), setting, normal(cell.head))
        if understood is not None:
            share = _share(cells, place) or next((one[2] for one in shares_in(lead)), None)
            read.append(_shared(_in_hours(understood, cell, cells), share))
    whole = _together(read)
    asked = [one.code for one in whole.findings if one.code == "PR14"]
    if _alike(whole.clauses) or len(asked) > 1:
        return Understood((), (_unnamed(label, cells),), almost=True)
    return whole if whole.clauses or whole.findings else None


def _in_hours(understood: Understood, cell: Cell, cells: tuple[Cell, ...]) -> Understood:
    """Return the promises counted in opening hours, where the header says that its times are."""
    said = _HOURS_HEAD.search(normal(cell.head)) or any(
        _HOURS_ALL.search(normal(one.head)) for one in cells
    )
    if not said or _BY_CLOCK.search(normal(cell.text)):
        return understood
    clauses = tuple(
        replace(one, limit=replace(one.limit, counting=Counting.WORKING))
        if isinstance(one, Promise) and isinstance(one.limit, Duration)
        else one
        for one in understood.clauses
    )
    return replace(understood, clauses=clauses)


def _alike(clauses: tuple[Clause, ...]) -> bool:
    """Whether two promises of a row differ in nothing but the time."""
    made = [one for one in clauses if isinstance(one, Promise)]
    return any(
        one.limit != other.limit
        and replace(one, limit=other.limit, strength=other.strength) == other
        for place, one in enumerate(made)
        for other in made[place + 1 :]
    )


def _unnamed(label: str, cells: tuple[Cell, ...]) -> Finding:
    times = [cell.text for cell in cells if cell.column is Column.TIME]
    return Finding(
        "PR17",
        Severity.ERROR,
        f"This row has {max(2, len(times))} times, and its header does not say what each is for. "
        "Name the columns, such as First reply and Resolution.",
        understood=(("what", label or "?"), ("when", " · ".join(times))),
        fix=f"{label}: first reply within {times[0]}, resolution within {times[1]}."
        if len(times) > 1
        else "",
        label="Say what each time is for",
    )


def _share(cells: tuple[Cell, ...], place: int) -> Decimal | None:
    """Return the share that goes with a time: the next one to its right, else the row's only."""
    shares = [index for index, cell in enumerate(cells) if cell.column is Column.SHARE]
    right = [index for index in shares if index > place]
    chosen = right[0] if right else shares[0] if len(shares) == 1 else None
    found = shares_in(normal(cells[chosen].text)) if chosen is not None else ()
    return found[0][2] if found else None


def _shared(understood: Understood, share: Decimal | None) -> Understood:
    """Return the promises with the share of the row, where their own cell names none."""
    if share is None:
        return understood
    clauses = tuple(
        replace(one, target=share) if isinstance(one, Promise) and one.target is None else one
        for one in understood.clauses
    )
    return replace(understood, clauses=clauses)


def _sentence(label: str, cell: Cell) -> str:
    bare = _NUMBER_FIRST.match(cell.text.lower()) is not None
    joint = "within " if bare and not _JOINED.match(cell.text) else ""
    if _WHOLE.match(label):
        # "We acknowledge your complaint." in one cell, and the time in the next.
        return f"{label.rstrip(' .')} {joint}{cell.text[:1].lower()}{cell.text[1:]}".strip()
    parts = [f"{label}:"] if label else []
    if cell.head and not _ONLY_TIME.fullmatch(cell.head.strip()):
        parts.append(cell.head)
    parts.append(joint + cell.text)
    return " ".join(parts).strip()


def _together(read: list[Understood]) -> Understood:
    return Understood(
        tuple(clause for one in read for clause in one.clauses),
        tuple(finding for one in read for finding in one.findings),
        almost=any(one.almost for one in read),
    )


def hours_of(rows: list[Block]) -> HoursClause | None:
    """Return the opening hours that a table of days and times gives, or None."""
    days: list[list[object]] = [[] for _ in range(7)]
    met = False
    for one in rows:
        week = week_in(normal(" ".join(cell.plain for cell in one.cells)))
        if week is None:
            continue
        met = True
        for day, openings in enumerate(week):
            days[day].extend(openings)
    if not met:
        return None
    week_of: Week = tuple(tuple(day) for day in days)  # type: ignore[assignment]
    return HoursClause(week=week_of)
