"""What is shown as a worked example can be pasted into the document as an example of its own."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from goodword.businesstime.openings import openings_for
from goodword.document.read import read
from goodword.example.examples import run_examples
from goodword.example.illustrate import illustrate
from goodword.example.result import ExampleResult, ExampleState

RIVERSIDE = (Path(__file__).parents[2] / "examples" / "riverside" / "policy.md").read_text("utf-8")
WRITTEN = read(RIVERSIDE)
AT = int(datetime(2026, 9, 2, tzinfo=UTC).timestamp())
OPENINGS = openings_for(WRITTEN.policy.hours, AT) if WRITTEN.policy.hours else None
SHOWN = {
    clause.id: shown.words
    for clause in WRITTEN.policy.clauses
    if (shown := illustrate(clause, WRITTEN.policy, OPENINGS, at=AT)) is not None
}


def result(line: str) -> ExampleResult:
    text = RIVERSIDE[: RIVERSIDE.index("## Examples")]
    return run_examples(read(f"{text}## Examples\n\n- Example: {line}\n"))[0]


@pytest.mark.parametrize("clause_id", sorted(SHOWN))
def test_a_worked_example_pasted_into_the_document_passes_and_touches_its_clause(
    clause_id: str,
) -> None:
    told = result(SHOWN[clause_id])
    assert (told.state, told.message) == (ExampleState.PASSED, "")
    assert clause_id in told.clause_ids
