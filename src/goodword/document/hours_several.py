"""A sentence that tells the hours of several parts: "Phone 8am to 6pm; office 9am to 5pm"."""

import re
from dataclasses import replace

from goodword.document.echo_amounts import listed
from goodword.document.hours_said import hours_said
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.en.echo_phrases import WEEKDAYS
from goodword.language.pack import ENGLISH
from goodword.policy.definition import HoursClause, PartHours
from goodword.policy.hours import Week
from goodword.problem import Severity

_TIMES = re.compile(r"\d ?[ap]\.?m\b|\d[:.]\d\d|\bnoon\b")


def hours_of_several(plain: str, low: str, setting: Setting) -> Understood | None:
    """Return the hours of each part that a sentence names, or None where it names only one.

    Days that only the first part names hold for the others too.
    """
    if "open" not in low and "hours" not in low:
        return None
    cuts = list(ENGLISH.pattern("hours.several").finditer(low))
    if not cuts:
        return None
    edges = [0, *(place for cut in cuts for place in cut.span()), len(plain)]
    pieces = [plain[edges[at] : edges[at + 1]].strip(" ,;.") for at in range(0, len(edges), 2)]
    read: list[Understood] = []
    days = ""
    for piece in pieces:
        understood = _read(piece, setting)
        if days and (understood is None or understood.almost):
            understood = _read(f"{piece}, {days}", setting)
        if understood is None and not _TIMES.search(piece.lower()):
            return None
        if understood is None or understood.almost:
            return _asked(plain, piece, understood)
        days = days or _days(understood)
        read.append(understood)
    if not any(isinstance(clause, PartHours) for one in read for clause in one.clauses):
        return None
    return Understood(
        tuple(clause for one in read for clause in one.clauses),
        tuple(finding for one in read for finding in one.findings),
    )


def _read(piece: str, setting: Setting) -> Understood | None:
    understood = hours_said(f"{piece}.", f"{piece.lower()}.", setting)
    if understood is None or not (understood.clauses or understood.almost):
        return None
    return understood


def _asked(plain: str, piece: str, understood: Understood | None) -> Understood:
    """Return what is asked of one part, with the whole sentence as it could be."""
    start = plain.find(piece)
    end = start + len(piece)
    if understood is not None and all(one.code != "HR06" for one in understood.findings):
        placed = (replace(one, start=start, end=end, fix="") for one in understood.findings)
        return Understood((), tuple(placed), almost=True)
    whole = f"{plain[:start]}{piece}, Monday to Friday{plain[end:]}"
    asked = Finding(
        "HR06",
        Severity.ERROR,
        f"On which days of the week? Write them with the times, such as: {whole}",
        start,
        end,
        fix=whole,
        label="Say on which days",
    )
    return Understood((), (asked,), almost=True)


def _days(understood: Understood) -> str:
    """Return the days on which the part opens, where it has the same hours on all of them."""
    weeks: list[Week] = [
        one.week for one in understood.clauses if isinstance(one, HoursClause | PartHours)
    ]
    if len(weeks) != 1 or len({openings for openings in weeks[0] if openings}) != 1:
        return ""
    return listed(WEEKDAYS[day] for day, openings in enumerate(weeks[0]) if openings)
