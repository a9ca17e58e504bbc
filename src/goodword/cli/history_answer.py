"""The JSON form of an inspection."""

from collections.abc import Sequence
from dataclasses import asdict

from goodword.history.inspect import Inspection
from goodword.history.traps.trap import Trap


def answer(
    inspection: Inspection, written: str | None, against: Sequence[Trap]
) -> dict[str, object]:
    """Return everything an inspection found, for programs.

    `map` is the map as TOML, null where none can be made. `activity` counts, for each column of
    times, seven days (Monday first) of 24 hours, local time as written.
    """
    guess, used = inspection.guess, inspection.column_map
    taken = {} if used is None else {heading: name for name, heading in used.columns.items()}
    if used is not None and used.due is not None:
        taken[used.due] = "due"
    return {
        "file": inspection.path,
        "shape": None if used is None else used.shape.value,
        "rows": inspection.rows,
        "is_wrong": inspection.is_wrong,
        "columns": [
            {
                "heading": column.heading,
                "taken_for": taken.get(column.heading),
                "why": guess.reasons.get(column.heading),
                "filled": round(column.fill, 4),
                "distinct": len(column.words),
                "is_date": column.is_date,
                "examples": list(column.examples),
            }
            for column in inspection.columns
        ],
        "order_of_day_and_month": {
            "day_first": guess.order.day_first,
            "by": guess.order.by or None,
            "only_day_first": guess.order.day_proofs,
            "only_month_first": guess.order.month_proofs,
        },
        "verdict": guess.verdict,
        "status": guess.status,
        "activity": {
            name: inspection.activity.by_hour(name).tolist() for name in inspection.activity.names()
        },
        "words": {name: dict(counts.most_common()) for name, counts in inspection.words.items()},
        "traps": [trap_answer(trap) for trap in (*inspection.traps, *against)],
        "map": written,
    }


def trap_answer(trap: Trap) -> dict[str, object]:
    """Return one trap for programs."""
    return {**asdict(trap), "severity": trap.severity.value}
