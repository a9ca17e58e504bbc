"""What another policy would have meant, clause by clause: in plain sentences and in JSON."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from goodword.case.case import Case
from goodword.case.columns import CaseColumns
from goodword.cli.replay_json import counts_json, estimate_json, terms
from goodword.cli.replay_print import no_case, print_reasons, sentence
from goodword.cli.terminal import paint
from goodword.metric.estimate import Estimate, estimate
from goodword.replay.against import Against, Clause, Turn
from goodword.replay.outcomes import PromiseOutcome

Cases = CaseColumns | Sequence[Case] | Mapping[int, str]
"""The cases by row; of a long history the ids alone, of those that are shown."""

_SAID = {
    Turn.BETTER: "late before, not late then",
    Turn.WORSE: "not late before, late then",
    Turn.NEWLY_PROMISED: "promised this for the first time",
    Turn.NO_LONGER_PROMISED: "no longer promised this",
    Turn.OTHERWISE: "open or excused in one of them, late in neither",
}


def against_json(found: Against, cases: Cases) -> dict[str, Any]:
    """Return both policies clause by clause, with every move and its first cases by id."""
    return {
        "better": found.better,
        "worse": found.worse,
        "clauses": [
            {
                "before": _side(clause.before),
                "after": _side(clause.after),
                **{
                    turn.value: {"n": number, "examples": _ids(rows, cases)}
                    for turn in Turn
                    for number, rows in [clause.moved(turn)]
                },
                "moves": [
                    {
                        "before": None if move.before is None else move.before.value,
                        "after": None if move.after is None else move.after.value,
                        "n": move.number,
                        "examples": _ids(move.rows, cases),
                    }
                    for move in clause.moves
                ],
            }
            for clause in found.clauses
        ],
    }


def print_against(found: Against, cases: Cases, *, all_cases: int, other: str) -> None:
    """Print what would change from one policy to the other, and what would stay."""
    judged = [clause for clause in found.clauses if not _is_unmeasured(clause)]
    changed = [clause for clause in judged if clause.changes or _is_new_or_gone(clause)]
    print(f"\nWith {other} instead, of {all_cases:,} cases:")
    print(
        f"  {found.better:,} that were late would not be late; "
        f"{found.worse:,} that were not late would be."
    )
    for clause in changed:
        _print_clause(clause, cases)
    same = [clause for clause in judged if clause not in changed]
    if same:
        print("\nThe same for every case")
        for clause in same:
            print(f"  {_name(clause)}")
    unmeasured = [clause for clause in found.clauses if _is_unmeasured(clause)]
    reasons: dict[str, list[str]] = {}
    for clause in unmeasured:
        side = clause.after or clause.before
        reasons.setdefault((side.unmeasured if side else None) or "", []).append(_name(clause))
    print_reasons("Not judged under either", reasons)


def _print_clause(clause: Clause, cases: Cases) -> None:
    before, after = clause.before, clause.after
    print(f"\n{paint(_name(clause), 'bold')}")
    if before is not None and after is not None and before.promise.text != after.promise.text:
        print(f"  would say: {_words(after)}")
    if before is None:
        print("  promised by the other policy alone")
    if after is None:
        print("  not promised by the other policy")
    for side, name in ((before, "before"), (after, "then")):
        if side is not None:
            print(f"  {name + ':':<8}{_kept(side)}")
    for line in _turns(clause, cases):
        print(f"  {line}")


def _turns(clause: Clause, cases: Cases) -> Iterator[str]:
    for turn, words in _SAID.items():
        number, rows = clause.moved(turn)
        if number:
            ids = _ids(rows, cases)
            more = ", …" if number > len(ids) else ""
            yield f"{words}: {number:,} ({', '.join(ids)}{more})"


def _kept(side: PromiseOutcome) -> str:
    if side.unmeasured is not None:
        return f"not judged. {side.unmeasured}"
    found = _estimate(side)
    if found.value is None:
        return no_case(side.counts)
    return (
        f"{found.value:.1%} of {found.n:,} kept ({found.low:.1%} to {found.high:.1%}), "
        f"{found.verdict.words}"
    )


def _estimate(side: PromiseOutcome) -> Estimate:
    return estimate(side.counts.kept, side.counts.judged, side.promise.target)


def _side(side: PromiseOutcome | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        **terms(side.promise),
        "unmeasured": side.unmeasured,
        **counts_json(side.counts),
        "estimate": estimate_json(_estimate(side)),
    }


def _name(clause: Clause) -> str:
    side = clause.before or clause.after
    return "" if side is None else sentence(side.promise)


def _words(side: PromiseOutcome) -> str:
    return side.promise.text.strip() or side.promise.id


def _is_unmeasured(clause: Clause) -> bool:
    sides = [side for side in (clause.before, clause.after) if side is not None]
    return all(side.unmeasured is not None for side in sides)


def _is_new_or_gone(clause: Clause) -> bool:
    """Whether one policy alone makes the promise."""
    return clause.before is None or clause.after is None


def _ids(rows: Sequence[int], cases: Cases) -> list[str]:
    if isinstance(cases, Mapping):
        return [cases[row] for row in rows]
    if isinstance(cases, CaseColumns):
        return [str(cases.ids[row]) for row in rows]
    return [cases[row].id for row in rows]
