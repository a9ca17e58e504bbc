"""Table rows as sentences: the header says what, the first cell for whom."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from goodword.document.authority_answered import by_answer
from goodword.document.authority_cell import approved_beside, held_by_role, timed
from goodword.document.authority_columns import by_columns, by_matrix
from goodword.document.authority_mentions import amounts_of
from goodword.document.authority_role import is_roleish, role_in
from goodword.document.blocks import Block
from goodword.document.eligible_lines import row_of_tiers
from goodword.document.escalation_column import else_beside, rung_beside
from goodword.document.escalation_grid import row_aged
from goodword.document.escalation_grid_case import row_told
from goodword.document.escalation_headed import contact_of, rungs_headed, step_told
from goodword.document.escalation_listed_rows import row_listed
from goodword.document.heading_scope import under_heading
from goodword.document.lookups import in_row
from goodword.document.lost_beside import lost_in_cell
from goodword.document.not_promised import not_promised
from goodword.document.promises import WORKING_DAYS_ABOVE, promises
from goodword.document.remedy_rows import remedy_beside, row_of_remedies
from goodword.document.sentence_reader import understand_text
from goodword.document.setting import Finding, Setting, Understood
from goodword.document.table_apart import alike, named_by_itself, told_apart
from goodword.document.table_columns import Cell, Column, cells_of, guessed, is_unlimited
from goodword.document.table_heads import by_deeds, plain_head
from goodword.document.table_seconds import deed_behind, parted, strokes_apart, with_second
from goodword.document.table_sentences import authority_sentences, escalation_sentences
from goodword.document.table_units import unit_alone, with_units
from goodword.document.terms_said import term_row
from goodword.document.values import week_in
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import (
    channels_in,
    hedge_in,
    metrics_in,
    shares_in,
    subjects_in,
)
from goodword.policy.clause import Clause, Strength
from goodword.policy.definition import HoursClause
from goodword.policy.hours import Week
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.problem import Severity

_JOINED = re.compile(r"(?i)\W*(?:within|in|up to|by|under|less than|no more than|every)\b")
_NUMBER_FIRST = re.compile(r"^\W*(?:within|in|up to|by)?\W*\d")
# "Target response (within core hours)", "Resolution (based on working days)".
_HOURS_HEAD = re.compile(
    r"\b(?:(?:within|during|in) (?:our |the )?(?:core|opening|support|service|operating) hours"
    r"|(?:working|business|office) (?:days?|hours?))\b"
    r"|\((?:in |based on )?(?:operational|operating|opening|support|service|core|staffed)"
    r" (?:hours|hrs)\)"
)
_HOURS_ALL = re.compile(r"\bbased on (?:our )?(?:working|business|office) (?:days|hours|time)\b")
_BY_CLOCK = re.compile(r"\bcalendar\b|\bclock\b|24 ?[x/] ?7")
_NUMBER = re.compile(r"\d{1,2}\W*")
_SHORT_NAME = re.compile(r"[A-Za-z-]+(?:[ /][A-Za-z-]+)?")
_GLOSS = re.compile(r"(?P<name>[A-Za-z][\w -]{1,20}?) ?\((?P<what>[^()]+)\)")
_RANKED = re.compile(r"(?i)\b(?:priority|severity|urgency)\b")
_RANK_WORD = re.compile(r"\b(?:priority|severity|sev|urgency|level|tier|class|category|grade)\b")
_BARE_RANK = re.compile(r"\d[.)]?|[A-E]")
_CHANNEL_HEAD = re.compile(
    r"(?i)(?:your )?(?:(?:contact|support|service|communication|enquiry) )?"
    r"(?:channels?|methods?|medium|route|type)(?: of (?:contact|communication|correspondence))?"
    r"|how you (?:contact|reach|get in touch with) us|(?:if )?you (?:contact|reach) us by|via"
    r"|how (?:(?:to|you|users?|customers?|clients?|people|tenants?|residents?|patients?) )?"
    r"(?:report|contact|reach|raise|log|ask|complain|get in touch|make contact|tell)(?:ed|s)?"
    r"(?: (?:with )?(?:us|it|them|an? \w+))?|(?:way|means|point|mode) (?:of contact|in)"
    r"|(?:reported|raised|logged|received|sent|submitted|made|arriv(?:es|ed)|comes? in|came in)"
    r" (?:by|via|through|on)|report(?:ing)? (?:by|via|through|channel|method|route)|inbox"
)
# A cell of ways to reach us names them and says no more.
_MOST_WAYS = 8
# Headers that only say that a time follows.
_WHOLE = re.compile(r"(?i)(?:we|our team|you) [^:]+\.?$")
_ONLY_TIME = re.compile(
    r"(?i)(?:(?:our |the |service )?(?:times?|targets?|when|time ?scales?|standards?|how soon|"
    r"deadlines?|time ?frames?|promise|commitment|what we (?:do|will do|promise)|service levels?|"
    r"service standards?|measure|timelines?|durations?|clock|(?:time )?limits?|turn ?arounds?"
    r"|time (?:required|allowed|needed|taken)|how long(?: (?:it|this) takes(?: us)?)?|by when"
    r"|(?:we|our|what we) (?:commit(?:ment)?(?: to)?|pledge|promise|undertake)(?: to)?|pledges?"
    r"|(?:our |statutory )?(?:time )?limit))"
)


def row(block: Block, header: Block | None, setting: Setting) -> Understood:
    """Return what a table row says below its header."""
    texts = [cell.plain.strip() for cell in block.cells]
    heads = [cell.plain.strip() for cell in header.cells] if header is not None else []
    return row_of(texts, heads, setting)


def row_of(  # noqa: PLR0911  (a list of cases)
    texts: list[str], heads: list[str], setting: Setting, lead: str = ""
) -> Understood:
    """Return what the cells of a row say; `lead` is a line above the table.

    A row of authority, of an escalation, or of promises is read as the sentences it stands for;
    any other row as its cells in a row. Without headers the heading says what the cells hold.
    What is left is looked up, where the first header says by what.
    """
    texts, heads = with_units(texts, heads)
    texts, heads = _unnumbered(texts, heads, setting)
    texts, heads = _without_results(texts, heads)
    if (answered := _answered(texts, heads, setting)) is not None:
        return answered
    if (term := term_row(texts, heads)) is not None:
        return term
    if (remedy := row_of_remedies(texts, heads, setting, lead)) is not None:
        return remedy
    if (tier := row_of_tiers(texts, heads, f"{setting.heading} {lead}")) is not None:
        return tier
    above = f"{setting.heading} {lead}"

    def own_row(own: list[str], over: list[str]) -> Understood:
        return row_of(own, over, setting, lead)

    def part(sentence: str) -> Understood:
        return understand_text(sentence, setting)

    rung = (
        row_aged(texts, heads, above, setting, own_row)
        or rungs_headed(texts, heads, own_row, part)
        or contact_of(texts, heads, above, part)
        or step_told(texts, heads, part)
        or rung_beside(texts, heads, own_row, part)
        or else_beside(texts, heads, own_row, part)
        or row_listed(texts, heads, above, setting)
        or row_told(texts, heads, above, setting, own_row)
    )
    if rung is not None:
        return rung
    read = _of_two(strokes_apart(texts, heads), own_row) or _read(texts, heads, setting, lead)
    if any(isinstance(one, Promise) for one in read.clauses):
        instead = not_promised(read, texts, heads, setting)
        return instead or remedy_beside(under_heading(read, setting), texts, heads, setting)
    return in_row(read, tuple(heads), tuple(texts), setting)


def _of_two(
    apart: list[tuple[list[str], list[str]]], row_read: Callable[[list[str], list[str]], Understood]
) -> Understood | None:
    """Return what two rows in one promise, each of them a time; None where they do not."""
    each = [row_read(own, over) for own, over in apart]
    alone = all(len(one.clauses) == 1 and isinstance(one.clauses[0], Promise) for one in each)
    return _together(each) if each and alone else None


def _answered(texts: list[str], heads: list[str], setting: Setting) -> Understood | None:
    """Return what a row says that answers whether approval is needed; None for other rows.

    "Yes" and "Manager approval?" name nobody who could approve or be looked up.
    """
    cells = cells_of(texts, heads, setting) if heads else ()
    sentences = by_answer(cells, setting)
    if sentences is None:
        return None
    read = _together([understand_text(one, setting) for one in sentences])
    timed = any(one.column is Column.TIME for one in cells)
    return None if timed and not (read.clauses or read.findings) else read


def _read(texts: list[str], heads: list[str], setting: Setting, lead: str) -> Understood:
    if (matrix := by_matrix(texts, heads, setting)) is not None:
        return matrix
    cells = cells_of(texts, heads or guessed(texts, setting), setting)
    if not cells:
        return Understood()
    sentences = authority_sentences(cells, setting) or escalation_sentences(cells, setting)
    if sentences:
        known = setting if setting.roles else replace(setting, roles=_named_in(cells))
        read = [_limitless(understand_text(one, known), cells) for one in sentences]
        if any(one.clauses or one.findings for one in read):
            return timed(_together(read), cells, lambda one: understand_text(one, setting))
    if (held := held_by_role(texts, heads, setting, lead)) is not None:
        return held
    kept = _promised(cells, setting, normal(lead))
    if kept is not None and kept.clauses:
        kept = approved_beside(kept, cells, lambda one: understand_text(one, setting))
    if kept is None:
        kept = by_columns(texts, heads, setting)
    if kept is not None:
        return kept
    return understand_text(": ".join(text for text in texts if text), setting, " ".join(heads))


# What a row of a schedule begins with: "3.14", "b)", "12".
_ROW_NUMBER = re.compile(
    r"\(?(?:[A-Z]{0,2}\d{1,3}[.-])*(?:[A-Z]{0,3}\d{1,3}|[a-z]{1,4})[a-z]?\)?\.?"
)
_NUMBERS_HEAD = re.compile(
    r"(?i)(?:nos?\.?|number|#|ref\.?|reference|item(?: no\.?)?|clause|section|para\.?|s\.?no\.?)?"
)
_FEWEST = 3


def _unnumbered(
    texts: list[str], heads: list[str], setting: Setting
) -> tuple[list[str], list[str]]:
    """Return the cells of a row of authority without the number that it begins with."""
    head = heads[0].strip() if heads else ""
    if (
        len(texts) < _FEWEST - (not heads and "." in texts[0])
        or _ROW_NUMBER.fullmatch(texts[0].strip()) is None
        or _NUMBERS_HEAD.fullmatch(head) is None
        or not any(amounts_of(one, setting) for one in texts[1:])
    ):
        return texts, heads
    return texts[1:], heads[1:]


# "Target | Last year": what is aimed at, and what came about.
_TARGET_HEAD = re.compile(
    r"(?i)\b(?:targets?|standards?|goals?|aim(?:s|ed)?|pledges?|commitments?|benchmarks?|"
    r"service levels?)\b"
)
_RESULT_HEAD = re.compile(
    r"(?i)\b(?:actuals?|achiev\w+|results?|last|previous|performance|how (?:we|well)|outturn|"
    r"q[1-4]|(?:19|20)\d\d|ytd|years?|months?|quarters?|scores?|current\w*|to date|so far|met|"
    r"outcome|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\b"
)


def _without_results(texts: list[str], heads: list[str]) -> tuple[list[str], list[str]]:
    """Return a row without the shares that were reached, where another column says the target."""
    if len(heads) != len(texts):
        return texts, heads
    shares = [place for place, text in enumerate(texts) if place and shares_in(normal(text))]
    aimed = [one for one in shares if _TARGET_HEAD.search(heads[one])]
    reached = [one for one in shares if one not in aimed and _RESULT_HEAD.search(heads[one])]
    if not aimed or not reached:
        return texts, heads
    kept = [place for place in range(len(texts)) if place not in reached]
    return [texts[one] for one in kept], [heads[one] for one in kept]


def _named_in(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """Return the role that a cell of its own names, as it stands: "Manager Corporate Services"."""
    named = (one.text for one in cells if one.column is Column.ROLE)
    return tuple(
        role
        for text in named
        if 1 < len(text.split()) <= _LONGEST_NAME
        and is_roleish(normal(text).split()[0])
        and re.fullmatch(r"[A-Z][\w'-]+(?: (?:[A-Z][\w'-]+|and|&|of|for))+", text.strip())
        and (role := role_in(normal(text))) is not None
    )


_LONGEST_NAME = 6


def _limitless(understood: Understood, cells: tuple[Cell, ...]) -> Understood:
    """Return the same without the question for a limit, where the row says that there is none."""
    if not any(is_unlimited(one) for one in cells):
        return understood
    kept = tuple(one for one in understood.findings if one.code != "AU03")
    return replace(understood, findings=kept)


def _promised(cells: tuple[Cell, ...], setting: Setting, lead: str) -> Understood | None:
    """Return the promises of a row: each time, with the share beside it or in the line above."""
    label = _label(cells)
    read: list[Understood] = []
    for place, cell in enumerate(cells):
        if cell.column is not Column.TIME:
            continue
        first, second = parted(cell.text)
        said = [_sentence(label, replace(cell, text=one)) for one in _STOP.split(first)]
        each = [promises(one, setting, normal(cell.head)) for one in said]
        understood = with_second(_together([one for one in each if one is not None]), second)
        understood = lost_in_cell(understood, cell.text)
        if understood.clauses or understood.findings:
            share = _share(cells, place) or next((one[2] for one in shares_in(lead)), None)
            read.append(_shared(_in_hours(understood, cell, cells), share))
    read = _come_after(read, cells)
    whole = _together(read)
    told = told_apart(whole, read, cells) or by_deeds(whole, read, cells)
    whole = _below(_channelled(told or whole, cells), lead)
    whole = _with_an_end(whole)
    asked = [one.code for one in whole.findings if one.code == "PR14"]
    apart = len({one.clauses for one in read if one.clauses}) > 1
    if (told is None and apart and alike(whole.clauses)) or len(asked) > 1:
        return Understood((), (_unnamed(label, cells),), almost=True)
    return whole if whole.clauses or whole.findings else None


def _come_after(read: list[Understood], cells: tuple[Cell, ...]) -> list[Understood]:
    """Return a row whose visit ends what was begun from afar: "remote in 1 hour | on site in 4"."""
    times = [normal(one.text) for one in cells if one.column is Column.TIME]
    if len(read) != len(times) or not any(one.startswith("remote") for one in times):
        return read
    return [
        replace(
            one,
            clauses=tuple(
                replace(each, metric=Metric.RESOLUTION) if isinstance(each, Promise) else each
                for each in one.clauses
            ),
        )
        if said.startswith(("on site", "on-site", "onsite"))
        else one
        for one, said in zip(read, times, strict=True)
    ]


def _with_an_end(row: Understood) -> Understood:
    """Return a row without the question when its work ends, where another cell says it."""
    if all(getattr(one, "metric", None) != Metric.RESOLUTION for one in row.clauses):
        return row
    kept = tuple(one for one in row.findings if one.code != "PR16")
    return replace(row, findings=kept)


# "Attendance within a day. Completed within ten.": two things in one cell.
_STOP = re.compile(r"(?<=[a-z])\. (?=[A-Z][a-z]+[^.]*\d)")


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
    if chosen is None:
        return None
    said = normal(cells[chosen].text)
    # The mark may stand in the header: "Target rate %".
    found = shares_in(said) or shares_in(f"{said}%")
    return found[0][2] if found else None


def _label(cells: tuple[Cell, ...]) -> str:
    """Return the words that name the row; a bare number gives way to the name beside it."""
    named = [one.text for one in cells if one.column is Column.LABEL]
    if not named and cells and _CHANNEL_HEAD.fullmatch(cells[0].head.strip()):
        return cells[0].text
    if not named:
        return ""
    if cells[0].column is Column.LABEL and (rank := _rank(cells[0].head, named[0])):
        return rank
    beside = next(
        (
            one.text
            for one in cells[1:2]
            if one.column is Column.OTHER and _SHORT_NAME.fullmatch(one.text.strip())
        ),
        "",
    )
    if beside and _NUMBER.fullmatch(named[0].strip()) and subjects_in(f"{normal(beside)} priority"):
        return beside
    label = _without_gloss(named[0])
    if _RANKED.search(cells[0].head) and cells[0].column is Column.LABEL:
        ranked = f"{label} priority"
        # Below "Priority" a plain word such as "Normal" is one.
        return ranked if not subjects_in(normal(label)) and subjects_in(normal(ranked)) else label
    return label


def _rank(head: str, label: str) -> str:
    """Return a bare number or letter with the word above it: "1" below "Severity" is severity 1."""
    word = _RANK_WORD.search(normal(head))
    if word is None or not _BARE_RANK.fullmatch(label.strip()):
        return ""
    rank = f"{word[0]} {label.strip(' .)')}"
    return rank if subjects_in(normal(rank)) else ""


def _without_gloss(label: str) -> str:
    """Return a priority without what brackets say it is: "Critical (data lost)"."""
    found = _GLOSS.fullmatch(label.strip())
    if found is None or subjects_in(normal(found["what"])):
        return label
    return found["name"] if subjects_in(f"{normal(found['name'])} priority") else label


def _channelled(understood: Understood, cells: tuple[Cell, ...]) -> Understood:
    """Return the promises with the channels that a column of their own names."""
    ways = [
        channels_in(normal(one.text))
        for one in cells
        if _CHANNEL_HEAD.fullmatch(one.head.strip()) and len(one.text.split()) <= _MOST_WAYS
    ]
    channels = tuple(dict.fromkeys(one.name for one in next(filter(None, ways), ())))
    if not channels:
        return understood
    clauses = tuple(
        replace(one, channels=channels) if isinstance(one, Promise) and not one.channels else one
        for one in understood.clauses
    )
    return replace(understood, clauses=clauses)


def _below(understood: Understood, lead: str) -> Understood:
    """Return the promises as the line above the table has them: an aim, or in working days."""
    aims, days = hedge_in(lead) is not None, WORKING_DAYS_ABOVE.search(lead) is not None
    if not (aims or days):
        return understood
    clauses: list[Clause] = []
    for one in understood.clauses:
        if isinstance(one, Promise) and aims and one.strength is Strength.MUST:
            one = replace(one, strength=Strength.AIM)  # noqa: PLW2901
        if (
            days
            and isinstance(one, Promise)
            and isinstance(one.limit, Duration)
            and one.limit.unit is Unit.DAY
            and one.limit.counting is Counting.CALENDAR
        ):
            one = replace(one, limit=replace(one.limit, counting=Counting.WORKING))  # noqa: PLW2901
        clauses.append(one)
    return replace(understood, clauses=tuple(clauses))


def _shared(understood: Understood, share: Decimal | None) -> Understood:
    """Return the promises with the share of the row, where their own cell names none."""
    if share is None:
        return understood
    clauses = tuple(
        replace(one, target=share) if isinstance(one, Promise) and one.target is None else one
        for one in understood.clauses
    )
    return replace(understood, clauses=clauses)


# "When we will respond" stands over a time.
_WHEN = re.compile(
    r"(?i)^(?:when|how (?:soon|quickly|fast|long))(?: until| before)? (?=we\b|you\b)"
)


def _says_itself(label: str, head: str) -> bool:
    """Whether a row says what is done, below a header that says so of all: "Response time"."""
    own = {one.name for one in metrics_in(normal(label)) if not one.weak}
    above = {one.name for one in metrics_in(normal(head))}
    if _TAKES_LONG.search(normal(head)) and own & _TOLD:
        # "Acknowledge a complaint | 2 days" below "Turnaround time".
        return _TELLS.match(normal(label)) is not None
    return above == {Metric.FIRST_RESPONSE} and bool(own) and Metric.FIRST_RESPONSE not in own


# How long things take, whatever it is that is done.
_TAKES_LONG = re.compile(
    r"\b(?:turn-?arounds?|turned around|delivery|processing|service|time ?lines?|time ?frames?)\b"
)
_TOLD = {Metric.ACKNOWLEDGE, Metric.FIRST_RESPONSE}
_TELLS = re.compile(r"(?:\W|\d)*(?:acknowledg|repl(?:y|ies)|respon|answer|first |initial )")


def _sentence(label: str, cell: Cell) -> str:
    if (own := named_by_itself(cell)) is not cell:
        # "Towns 12 hours": the case is told apart by its own words.
        cell = replace(cell, text=cell.text[len(own.head) :].strip(" :,-–"), head="")
    elif (behind := deed_behind(cell.text)) is not None:
        # "2 hours make safe": the cell itself says what is done.
        cell = replace(cell, text=behind[0], head=behind[1])
    bare = _NUMBER_FIRST.match(cell.text.lower()) is not None
    joint = "within " if bare and not _JOINED.match(cell.text) else ""
    if _WHOLE.match(label):
        # "We acknowledge your complaint." in one cell, and the time in the next.
        return f"{label.rstrip(' .')} {joint}{cell.text[:1].lower()}{cell.text[1:]}".strip()
    parts = [f"{label}:"] if label else []
    head = "" if unit_alone(cell.head) else _WHEN.sub("", cell.head)
    if ENGLISH.pattern("table.attend_head").fullmatch(normal(head)):
        head = "engineer on site"
    if head and not _ONLY_TIME.fullmatch(head.strip()) and not _says_itself(label, head):
        parts.append(plain_head(head, cell.text))
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
