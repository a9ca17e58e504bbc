"""Columns of escalation whose header says after how long, or who is told."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable, Iterator

from goodword.document.escalation_told import is_roleish
from goodword.document.escalation_waits import lengths_in
from goodword.document.second_said import unsure
from goodword.document.setting import Finding, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.policy.duty import Escalation
from goodword.policy.promise import Promise

Row = Callable[[list[str], list[str]], Understood]
Reader = Callable[[str], Understood]

_AT_ONCE = re.compile(
    r"(?:at once|immediate(?:ly)?|straight ?away|right away|always|instantly|as it happens|asap|"
    r"on (?:logging|receipt|discovery|report)|from the start|upon \w+)"
)
_UNDONE = re.compile(r"\b(?:if|unless|not|no|un\w+ed|still|open|after|over|more than|>|older)\b|>")
# What a cell says besides whom: "call the manager".
_DEED = re.compile(
    r"(?i)^(?:then )?(?:call|ring|phone|page|notify|tell|contact|inform|alert|try|message|text|"
    r"escalates? to|pass(?:es)? (?:on )?to|refer(?:s|red)? to|goes to|go to|move to)\b:? (?:the )?"
)
_NAME = re.compile(r"[A-Z][a-z'-]+ [A-Z][a-z'-]+(?: [A-Z][a-z'-]+)?")
_HEAD_OF = re.compile(
    r"(?:Head|Director|Chief|VP|Vice President|Manager|Chair|Lead)\b(?: of| for|,)? [A-Z]"
)
_LATE_HEADS = ("when", "notify", "escalate")
_SHORTEST, _LONGEST_WHO = 2, 8
_PRIORITY = re.compile(r"(?:p|sev|severity|priority)[ -]?\d|critical|urgent|high|medium|low")
_PRIORITY_HEAD = re.compile(r"\b(?:priority|severity|urgency|level|impact|class)\b")
_COLUMN_OF_PHONES = re.compile(
    r"\b(?:phones?|tel\w*|mobiles?|cells?|numbers?|e-?mails?|pagers?|ext\w*)\b"
)
_COLUMN_OF_WHO = re.compile(
    r"(?:(?:main |escalation |primary )?contacts?(?: person| name)?|names?|roles?|who|person|title|position|point of contact)"
)
_COLUMN_OF_ROLE = re.compile(r"(?:roles?|title|position)")
# "Head, Enterprise Support".
_OFFICE = re.compile(r"^(?P<head>Head|Director|Chief|VP), ")
_COLUMN_OF_RUNGS = re.compile(
    r"(?:escalation ?)?(?:level|tier|step|stage|rung|order|no\.?|#)?(?: of escalation)?"
)
_ESCALATES = re.compile(r"\bescalat")
_RUNG = re.compile(
    r"(?:(?:level|tier|step|stage|l|t)[ -]?)?(?P<n>\d|one|two|three|four|first|second|third|1st|2nd|3rd|4th)\b[^|]{0,12}"
)


def rungs_headed(texts: list[str], heads: list[str], row: Row, read: Reader) -> Understood | None:
    """Return what a row says of who is told, below headers that say the rest; else None.

    "Site engineer" below "No answer after 20 minutes"; "4 hours" below "Notify manager after".
    What the other columns promise stays.
    """
    if len(heads) != len(texts):
        return None
    found = {
        place: tuple(_said(texts, heads, place))
        for place in range(1, len(heads))
        if texts[place].strip(" -–—")
    }
    found = {place: sentences for place, sentences in found.items() if sentences}
    if not found:
        return None
    rest = [place for place in range(len(texts)) if place not in found]
    promised = row([texts[one] for one in rest], [heads[one] for one in rest])
    kept = promised.clauses and all(isinstance(one, Promise) for one in promised.clauses)
    told: list[Escalation] = []
    findings: list[Finding] = []
    for place, sentences in found.items():
        for sentence in sentences:
            made = read(sentence)
            rungs = [one for one in made.clauses if isinstance(one, Escalation)]
            if not rungs or len(rungs) != len(made.clauses):
                return None
            told += rungs
            if not lengths_in(normal(heads[place])) or not kept:
                findings.append(unsure(texts[place], rungs))
    rising = tuple(told)
    if not kept:
        return Understood(rising, tuple(findings[:1]))
    return Understood((*promised.clauses, *rising), (*promised.findings, *findings[:1]))


def _said(texts: list[str], heads: list[str], place: int) -> Iterator[str]:
    """Yield the sentences that a cell stands for below a header that holds a time or a role."""
    low, cell = normal(heads[place]).strip(" ?:."), texts[place].strip()
    case = _case(texts[0], heads[0])
    late = ENGLISH.pattern("table.late_head").fullmatch(low)
    if late is not None:
        who, length = _who(cell), late["time"] or late["time2"]
        if who and lengths_in(f"within {length}"):
            yield f"If {case} is not {_undone(low)} within {length}, tell the {who}."
        return
    named = ENGLISH.pattern("table.named_head").fullmatch(low)
    if named is None:
        return
    who = next(one for one in (named["who"], named["also"]) if one).strip()
    alerted = named["also"] is not None and not ENGLISH.pattern("table.no_told").search(who)
    if not alerted and not is_roleish(who, ENGLISH):
        return
    below = normal(cell)
    if _AT_ONCE.fullmatch(below):
        yield f"When a case is {texts[0].strip()}, tell the {who} at once."
    elif times := lengths_in(f"within {below}"):
        length = f"within {below}"[times[0].start : times[0].end]
        length = re.sub(r"^(?:within|after|in|at|over|more than) ", "", length)
        if re.search(r"\b(?:within|by)$", low) or below.startswith("within "):
            yield f"When a case is {texts[0].strip()}, tell the {who} within {length}."
        elif alerted or _UNDONE.search(f"{low} {below}") or low.startswith(_LATE_HEADS):
            yield f"If {case} is not {_undone(f'{low} {below}')} within {length}, tell the {who}."


def _case(label: str, head: str) -> str:
    ranked = _PRIORITY_HEAD.search(normal(head)) or _PRIORITY.fullmatch(normal(label).strip())
    return f"a {label.strip()} case" if ranked and len(label.split()) <= _SHORTEST else "a case"


def _who(cell: str) -> str:
    """Return whom a cell names, and nothing besides; empty for any other cell."""
    bare = _DEED.sub("", cell).strip(" .")
    if not bare or len(bare.split()) > _LONGEST_WHO:
        return ""
    if _NAME.fullmatch(bare):
        return bare
    parts = re.split(r",| and | & | or |/", bare)
    known = (
        is_roleish(normal(one).strip(), ENGLISH) or _HEAD_OF.match(one.strip()) for one in parts
    )
    return bare if all(known) else ""


def _undone(low: str) -> str:
    if ENGLISH.pattern("table.acknowledged").search(low):
        return "acknowledged"
    if ENGLISH.pattern("table.answered").search(low):
        return "answered"
    return "resolved"


def contact_of(texts: list[str], heads: list[str], heading: str, read: Reader) -> Understood | None:
    """Return to whom a rung of a list of contacts goes up: "Tier 1 | IT Supervisor | 555-0144"."""
    high = [normal(one).strip(" ?:.") for one in heads]
    if len(heads) != len(texts) or not _ESCALATES.search(f"{normal(heading)} {' '.join(high)}"):
        return None
    phones = [place for place, one in enumerate(high) if place and _COLUMN_OF_PHONES.search(one)]
    names = [place for place, one in enumerate(high) if place and _COLUMN_OF_WHO.fullmatch(one)]
    rung = _RUNG.fullmatch(normal(texts[0]).strip())
    if not phones or not names or rung is None or not _COLUMN_OF_RUNGS.fullmatch(high[0]):
        return None
    roles = [place for place in names if _COLUMN_OF_ROLE.fullmatch(high[place])]
    who = _who(_OFFICE.sub(r"\g<head> ", texts[(roles or names)[0]]))
    if not who:
        return None
    label = texts[0].strip()
    label = f"level {label}" if label.isdigit() else label
    made = read(f"In the event of a {label} escalation, tell the {who}.")
    if not made.clauses or not all(isinstance(one, Escalation) for one in made.clauses):
        return None
    return Understood(made.clauses, (unsure(": ".join(texts), made.clauses),))


_ACTION = re.compile(
    r"(?:what to do|actions?(?: (?:required|to take|taken))?|tasks?|procedure|what happens|activity|steps?)"
)
_BY_WHOM = re.compile(
    r"(?:by whom|who|by|responsible|responsibility|owner|person responsible|role|staff|carried out by|lead)"
)


def step_told(texts: list[str], heads: list[str], read: Reader) -> Understood | None:
    """Return whom a step of a procedure tells: "The regulator is notified by … | Manager".

    Who does the telling stands beside it, and is nobody that is told.
    """
    if len(heads) != len(texts):
        return None
    high = [normal(one).strip(" ?:.") for one in heads]
    doers = [place for place, one in enumerate(high) if _BY_WHOM.fullmatch(one)]
    deeds = [
        place for place, one in enumerate(high) if _ACTION.fullmatch(one) and " " in texts[place]
    ]
    if len(doers) != 1 or len(deeds) != 1:
        return None
    made = read(texts[deeds[0]])
    if not made.clauses or not all(isinstance(one, Escalation) for one in made.clauses):
        return None
    return Understood(made.clauses, (unsure(texts[deeds[0]], made.clauses),))
