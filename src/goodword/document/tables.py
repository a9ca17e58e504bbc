"""Table rows as sentences: the header says what, the first cell for whom."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.blocks import Block
from goodword.document.currency_asked import asked
from goodword.document.definitions import channel_named
from goodword.document.promises import promises
from goodword.document.sentence_reader import understand_text
from goodword.document.setting import Finding, Setting, Understood
from goodword.document.values import week_in
from goodword.language.money import money_in
from goodword.language.normal import normal
from goodword.language.role import role_slug
from goodword.language.time_phrase import times_in
from goodword.policy.authority import Authority, Per
from goodword.policy.clause import Clause, Strength
from goodword.policy.definition import HoursClause
from goodword.policy.hours import Week

_LIMIT = re.compile(
    r"\b(?:limit|refund|authority|may (?:give|refund|spend)|up to|maximum|can approve|discount|credit)\b"
)
_ROLE = re.compile(r"\b(?:role|who|position|team member|staff|job)\b")
_CELL_TIME = re.compile(r"^\W*(?:within|in|up to|by)?\W*\d")


def row(block: Block, header: Block | None, setting: Setting) -> Understood:
    """Return what a table row says."""
    cells = [cell.plain.strip() for cell in block.cells]
    heads = [cell.plain.strip() for cell in header.cells] if header is not None else []
    if not cells:
        return Understood()
    if heads and _ROLE.search(normal(heads[0])):
        granted = _authority(cells, heads, setting)
        if granted:
            return asked(Understood(granted), ": ".join(cells), setting, whole=False)
    clauses: list[Clause] = []
    findings: list[Finding] = []
    almost = False
    for index, cell in enumerate(cells[1:], 1):
        low = normal(cell)
        if not times_in(low) and not times_in(f"within {low}"):
            continue
        head = heads[index] if index < len(heads) else ""
        sentence = _sentence(cells[0], head, cell)
        understood = promises(sentence, setting, head)
        if understood is None:
            continue
        clauses.extend(understood.clauses)
        findings.extend(understood.findings)
        almost = almost or understood.almost
    if clauses or findings:
        return Understood(tuple(clauses), tuple(findings), almost=almost)
    return understand_text(": ".join(cell for cell in cells if cell), setting, " ".join(heads))


def _sentence(label: str, head: str, cell: str) -> str:
    bare = _CELL_TIME.match(cell.lower()) is not None
    joint = "" if not bare or re.match(r"(?i)\W*(?:within|in|up to|by)\b", cell) else "within "
    parts = [f"{label}:"] if label else []
    if head and not re.fullmatch(
        r"(?i)(?:time|target|when|timescale|standard|how soon|deadline|timeframe)s?", head
    ):
        parts.append(head)
    return " ".join([*parts, joint + cell]).strip()


def _authority(cells: list[str], heads: list[str], setting: Setting) -> tuple[Clause, ...]:
    role = role_slug(normal(cells[0]))
    if role is None:
        return ()
    found = []
    for index, cell in enumerate(cells[1:], 1):
        amounts = money_in(normal(cell), setting.currency)
        head = normal(heads[index]) if index < len(heads) else ""
        if not amounts or not _LIMIT.search(head):
            continue
        action = next(
            (
                name
                for word, name in (
                    ("discount", "discount"),
                    ("credit", "credit"),
                    ("spend", "spend"),
                    ("compensation", "compensate"),
                    ("gift", "accept_gift"),
                )
                if word in head
            ),
            "refund",
        )
        per = (
            Per.CASE
            if re.search(r"\b(?:per|a|each) (?:case|complaint|order)\b", f"{head} {cell.lower()}")
            else None
        )
        found.append(
            Authority(
                role=role, action=action, limit=amounts[-1].money, per=per, strength=Strength.MAY
            )
        )
    return tuple(found)


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


def names_channel(cell: str) -> bool:
    """Whether a table cell is the name of a channel."""
    return channel_named(cell) is not None
