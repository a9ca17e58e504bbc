"""A row of promised times with a column of whom or when it goes up: "P1 | 15 minutes | CTO"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable
from dataclasses import replace

from goodword.document.escalation_waits import lengths_in
from goodword.document.second_said import unsure
from goodword.document.setting import Finding, Understood
from goodword.language.normal import normal
from goodword.policy.duty import Escalation
from goodword.policy.promise import Promise
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
    if not any(_PROMISED.search(normal(one)) for one in rest):
        return None
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
