"""A problem said in the language of its policy, as far as the language's pack has words for it.

Checks say what they find in English. `checks.toml` of a pack tells the same in its own words: the
first entry of the problem's code whose `when` is found in the English message. What `when` names
goes into `say`, and so do {said} and {other}, the sentences concerned. Without an entry the
English stays.
"""

import re
from dataclasses import replace
from decimal import Decimal

from goodword.document.form_words import figures
from goodword.language.pack import Pack
from goodword.problem import Fix, Problem
from goodword.span import Span

_LONGEST = 60
_MONEY = re.compile(r"(?P<sign>[€£$])(?P<number>\d[\d,]*(?:\.\d+)?)")


def problem_told(problem: Problem, text: str, pack: Pack, *, offered: Fix | None = None) -> Problem:
    """Return the problem in the pack's words; `offered` is the fix that the check proposed.

    An entry's own `fix` stands where the proposed one stood.
    """
    if not pack.has("checks.told"):
        return problem
    for entry in pack.entry("checks.told"):
        if entry["code"] != problem.code:
            continue
        found = pack.compiled(entry["when"]).search(problem.message)
        if found is None:
            continue
        slots = {
            **{name: _amount(said or "", pack) for name, said in found.groupdict().items()},
            "said": _quoted(text, problem.span),
            "other": _quoted(text, problem.related[0] if problem.related else None),
        }
        fix = problem.fix
        if "fix" in entry:
            span = offered.span if offered is not None else problem.span
            fix = Fix(str(entry.get("label", pack.phrase("checks.label"))), entry["fix"], span)
        elif fix is not None and "label" in entry:
            fix = replace(fix, label=str(entry["label"]))
        return replace(
            problem,
            message=str(entry["say"]).format(**slots),
            ways_out=tuple(str(one).format(**slots) for one in entry.get("ways_out", ()))
            or problem.ways_out,
            fix=fix,
        )
    return problem


def _amount(said: str, pack: Pack) -> str:
    """Return an amount of money as the language writes it, and any other words as they are."""
    found = _MONEY.fullmatch(said)
    if found is None:
        return said
    number = figures(Decimal(found["number"].replace(",", "")), pack)
    return pack.phrase("echo.money").format(amount=number, sign=found["sign"])


def _quoted(text: str, span: Span | None) -> str:
    """Return the text of a place on one line, short enough to be quoted."""
    words = " ".join(text[span.start : span.end].split()) if span is not None else ""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
