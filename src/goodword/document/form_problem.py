"""A problem said in the language of its policy, as far as the language's pack has words for it.

Checks say what they find in English. `checks.toml` of a pack tells the same in its own words: the
first entry of the problem's code whose `when` is found in the English message. What `when` names
goes into `say`, and so do {said} and {other}, the sentences concerned. Without an entry the
English stays.
"""

from dataclasses import replace

from goodword.language.pack import Pack
from goodword.problem import Fix, Problem
from goodword.span import Span

_LONGEST = 60


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
            **{name: said or "" for name, said in found.groupdict().items()},
            "said": _quoted(text, problem.span),
            "other": _quoted(text, problem.related[0] if problem.related else None),
        }
        fix = problem.fix
        if "fix" in entry:
            span = offered.span if offered is not None else problem.span
            fix = Fix(str(entry.get("label", pack.phrase("checks.label"))), entry["fix"], span)
        return replace(
            problem,
            message=str(entry["say"]).format(**slots),
            ways_out=tuple(entry["ways_out"]) if "ways_out" in entry else problem.ways_out,
            fix=fix,
        )
    return problem


def _quoted(text: str, span: Span | None) -> str:
    """Return the text of a place on one line, short enough to be quoted."""
    words = " ".join(text[span.start : span.end].split()) if span is not None else ""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
