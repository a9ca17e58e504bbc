"""A row of promised times with a column of whom or when it goes up: "P1 | 15 minutes | CTO"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable
from dataclasses import replace

from goodword.document.authority_role import is_roleish
from goodword.document.escalation_waits import lengths_in
from goodword.document.second_said import unsure
from goodword.document.setting import Finding, Understood
from goodword.document.table_heads import metric_of
from goodword.language.normal import normal
from goodword.policy.duty import Escalation
from goodword.policy.promise import Metric, Promise
from goodword.problem import Severity

_HEAD = re.compile(
    r"\bescalat\w*|^(?:who (?:is|are|to|we|must be|should be|gets) (?:be )?(?:told|notified|informed|"
    r"alerted|paged|called|contacted|notify|tell|inform|alert|page|call|contact)|notif(?:y|ied|ies)|"
    r"inform(?:ed)?|alert(?:ed)?|tell)\W*$"
)
_PROMISED = re.compile(r"\b(?:respon|resol|repl|acknowledg|answer|fix|update|restor|attend|target)")
# "The head of IT and duty manager" are two.
_AND = re.compile(r"(?<=\w) (?:and|&) (?=[A-Z]\w+ [A-Z])")
_PARTS = re.compile(r"[;,]|(?:,? (?:and )?then )|→")
# What says of a time only that it has passed.
_GLUE = re.compile(
    r"\b(?:after|within|in|at|if|when|still|not|un(?:resolved|answered|acknowledged|solved)|"
    r"resolved|open|escalates?|to|the|tell|notify|then|or (?:less|more)|no (?:response|progress))\b"
    r"|[^\w' &/-]"
)
_NONE = re.compile(r"\W*|n/?a|none|no|no escalation|not applicable")

Row = Callable[[list[str], list[str]], Understood]
Reader = Callable[[str], Understood]


# "If not acted upon | Property Manager": who has it next, when the time beside it has passed.
_ELSE_HEAD = re.compile(
    r"(?:(?:if|when|where|once) (?:it (?:is|has) |still )*(?:not|un)[ -]?\w+(?: \w+){0,2}|"
    r"otherwise|or else|else|failing (?:that|which)|if (?:we|they) (?:fail|miss it)|"
    r"if (?:late|missed|overdue|over|longer|exceeded)|(?:then|next)(?: to)?|after that)\W*"
)
_TO_WHOM = re.compile(r"(?:the )?[A-Za-z][\w&'/-]*(?: (?:of|for|the|and|&|[\w&'/-]+)){0,5}")
# "2 h, else the operations director is called".
_ELSE = re.compile(
    r"(?i)^(?P<first>[^,;:]*?\d[^,;:]*?)[,;:]? (?:or |and )?(?:else|otherwise|failing which|failing that|if not,?|then)(?: to)? "
    r"(?:the )?(?P<who>[A-Za-z][\w&'/ -]*?)(?: (?:is|are|will be|gets|has to be) (?:then )?(?:called|told|informed|paged|alerted|notified|brought in)"
    r"| takes (?:it )?over| steps in)?\W*$"
)


def else_beside(texts: list[str], heads: list[str], row: Row, read: Reader) -> Understood | None:
    """Return what a row promises, and who has it when that is missed; None for other rows."""
    if len(heads) != len(texts):
        return None
    places = [place for place, head in enumerate(heads) if _ELSE_HEAD.fullmatch(normal(head))]
    if len(places) == 1 and places[0] and _TO_WHOM.fullmatch(texts[places[0]].strip()):
        at = places[0]
        left, over = texts[:at] + texts[at + 1 :], heads[:at] + heads[at + 1 :]
        return _missed(left, over, texts[at], row, read)
    for place in range(1, len(texts)):
        found = _ELSE.match(texts[place].strip())
        if found is not None and is_roleish(normal(found["who"])):
            left = [*texts[:place], found["first"], *texts[place + 1 :]]
            return _missed(left, heads, found["who"], row, read)
    return None


def _missed(
    texts: list[str], heads: list[str], who: str, row: Row, read: Reader
) -> Understood | None:
    """Return the promise of a row, and its rung once the time of that promise has passed."""
    owned = [place for place, head in enumerate(heads) if _OWNER.fullmatch(normal(head))]
    kept = [place for place in range(len(texts)) if place not in owned or not place]
    promised = row([texts[one] for one in kept], [heads[one] for one in kept])
    timed = [text for text in texts[1:] if lengths_in(normal(text)) or lengths_in(f"in {text}")]
    made = [one for one in promised.clauses if isinstance(one, Promise)]
    if len(made) != len(promised.clauses) or not made or not timed:
        return None
    time = re.sub(r"^(?:after|within|in|at|over|more than) ", "", normal(timed[-1]))
    undone = "answered" if made[-1].metric is not Metric.RESOLUTION else "resolved"
    bare = re.sub(r"^the ", "", who.strip())
    rung = read(f"If a case is not {undone} within {time}, tell the {bare}.")
    told = [one for one in rung.clauses if isinstance(one, Escalation)]
    if len(told) != 1 or len(rung.clauses) != 1:
        return None
    case = next((one.condition for one in made if one.condition is not None), None)
    own = replace(told[0], condition=told[0].condition or case)
    findings = tuple(replace(one, start=0, end=len(who)) for one in rung.findings)
    return Understood((*promised.clauses, own), (*promised.findings, *findings))


_OWNER = re.compile(
    r"(?:handled by|owner|owned by|who|responsib(?:le|ility)|dealt with by|team|department|goes to)"
)


def rung_beside(  # noqa: PLR0911  (a list of cases)
    texts: list[str], heads: list[str], row: Row, read: Reader
) -> Understood | None:
    """Return what a row promises with its rung; None for any other row."""
    places = [place for place, head in enumerate(heads) if _HEAD.search(normal(head))]
    if len(heads) != len(texts) or len(places) != 1 or not places[0]:
        return None
    at = places[0]
    cell = texts[at]
    rest = heads[:at] + heads[at + 1 :]
    if not any(_PROMISED.search(normal(one)) or metric_of(one) for one in rest):
        return None
    cell = _with_unit(cell, texts[:at])
    bare = "escalat" not in normal(heads[at])
    if bare and any(re.search(r"\bnot\b|\bafter\b", normal(one)) for one in rest):
        # "If not fixed in | Tell" is a rung by itself, and promises nothing.
        return None
    promised = row(texts[:at] + texts[at + 1 :], rest)
    if not promised.clauses or not all(isinstance(one, Promise) for one in promised.clauses):
        return None
    if _NONE.fullmatch(normal(cell)):
        return promised
    each = [read(one) for one in _rungs(cell, texts[0])]
    told = Understood(
        tuple(clause for one in each for clause in one.clauses),
        tuple(finding for one in each for finding in one.findings),
    )
    rungs = tuple(one for one in told.clauses if isinstance(one, Escalation))
    if not each or len(rungs) != len(told.clauses) or not all(one.clauses for one in each):
        if not normal(heads[at]).startswith("escalat"):
            return None
        return Understood(promised.clauses, (*promised.findings, _to_whom(cell)))
    guessed = () if lengths_in(normal(cell)) else (unsure(cell, rungs),)
    said = tuple(replace(one, start=0, end=len(cell)) for one in (*told.findings, *guessed))
    return Understood((*promised.clauses, *rungs), (*promised.findings, *said))


# "Service delivery manager after 6": it counts in the unit of the cells before.
_BARE = re.compile(r"\b(?:after|at|within|over|in) \d{1,3}$")
_LAST_UNIT = re.compile(
    r"\b\d+ ?(?P<unit>(?:(?:working|business|support|service|office) )?(?:minutes?|mins?|hours?|hrs?|h|days?))\W*$"
)


def _with_unit(cell: str, before: list[str]) -> str:
    """Return a cell whose number has the unit of the last time before it, where it has none."""
    if _BARE.search(normal(cell)) is None:
        return cell
    units = [found["unit"] for one in before if (found := _LAST_UNIT.search(normal(one)))]
    return f"{cell.rstrip()} {units[-1]}" if units else cell


def _rungs(cell: str, case: str) -> list[str]:
    """Return what a cell says, as one sentence for each rung: "lead after 1 h, owner after 3 h"."""
    parts = [one for one in _PARTS.split(cell) if one.strip()]
    if len(parts) == 1 or not all(lengths_in(normal(one)) for one in parts):
        parts = [cell]
    sentences = [_rung(one.strip(), case) for one in parts]
    return sentences if all(sentences) else []


def _rung(cell: str, case: str) -> str:
    """Return what a part of a cell says, as a sentence."""
    low = normal(cell)
    lengths = lengths_in(low)
    if not lengths:
        return f"When a case is {case}, tell the {_AND.sub(' and the ', cell)}."
    first, last = lengths[0].start, lengths[-1].end
    time = re.sub(r"^(?:after|within|in|at|over|more than) ", "", low[first:last])
    who = " ".join(_GLUE.sub(" ", f"{low[:first]} {low[last:]}").split())
    return f"If a {case} case is not resolved within {time}, tell the {who}." if who else ""


def _to_whom(cell: str) -> Finding:
    return Finding(
        "TX06",
        Severity.WARNING,
        f'I have made no use of "{cell}": it says that a case goes up, and I cannot read to whom '
        "and after how long. Give it a line of its own.",
        0,
        len(cell),
        (("what", "goes up"), ("to", "?")),
        "If a case is not resolved within 5 working days, tell the team leader.",
        "Name who is told",
    )
