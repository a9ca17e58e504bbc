"""What is shown as a worked example can be pasted into the document as an example of its own."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from goodword.businesstime.openings import openings_for
from goodword.document.read import read
from goodword.example.examples import run_examples
from goodword.example.illustrate import illustrate
from goodword.example.pasted import pasted
from goodword.example.result import ExampleResult, ExampleState

RIVERSIDE = (Path(__file__).parents[2] / "examples" / "riverside" / "policy.md").read_text("utf-8")
WRITTEN = read(RIVERSIDE)
TEXT = RIVERSIDE[: RIVERSIDE.index("## Examples")]
AT = int(datetime(2026, 9, 2, tzinfo=UTC).timestamp())
OPENINGS = openings_for(WRITTEN.policy.hours, AT) if WRITTEN.policy.hours else None
SHOWN = {
    clause.id: shown
    for clause in WRITTEN.policy.clauses
    if (shown := illustrate(clause, WRITTEN.policy, OPENINGS, at=AT)) is not None
}


def result(line: str) -> ExampleResult:
    return run_examples(read(f"{TEXT}## Examples\n\n{line}\n"))[0]


@pytest.mark.parametrize("clause_id", sorted(SHOWN))
def test_a_worked_example_pasted_into_the_document_passes_and_touches_its_clause(
    clause_id: str,
) -> None:
    told = result(f"- Example: {SHOWN[clause_id].words}")
    assert (told.state, told.message) == (ExampleState.PASSED, "")
    assert clause_id in told.clause_ids


@pytest.mark.parametrize("clause_id", sorted(SHOWN))
def test_a_line_ready_to_paste_stands_by_itself_without_a_day_to_count_from(
    clause_id: str,
) -> None:
    undated = TEXT.replace("This policy applies from 1 September 2026.\n", "")
    line = pasted(SHOWN[clause_id], WRITTEN.policy)
    told = run_examples(read(f"{undated}## Examples\n\n{line}\n"))[0]
    expected = ExampleState.NOT_UNDERSTOOD if clause_id == "applies" else ExampleState.PASSED
    assert told.state is expected


def test_a_line_ready_to_paste_reads_as_people_write() -> None:
    assert pasted(SHOWN["promise-callback-voicemail"], WRITTEN.policy) == (
        "- Example: a voicemail is left on Friday 4 September 2026 at 16:30: "
        "due on Saturday 5 September at 11:30."
    )
