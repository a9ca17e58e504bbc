"""The worked examples of the starters, pasted into them, are found again by their own words."""

from datetime import UTC, datetime

import pytest

from goodword.businesstime.openings import openings_for
from goodword.document.read import read
from goodword.example.examples import run_examples
from goodword.example.illustrate import illustrate
from goodword.example.result import ExampleState
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.duty import Escalation
from goodword.policy.promise import Promise
from goodword.starters.sector import sectors
from goodword.starters.starter import starter

AT = int(datetime(2026, 10, 2, tzinfo=UTC).timestamp())


@pytest.mark.parametrize("name", [one.name for one in sectors()])
def test_what_a_clause_comes_to_is_found_again_when_it_is_pasted(name: str) -> None:
    """Promises, escalations, permissions and approvals are looked for by what they always say."""
    text = starter(name)
    policy = read(text).policy
    openings = openings_for(policy.hours, AT) if policy.hours is not None else None
    lines = [
        f"- Example: {shown.words}"
        for clause in policy.clauses
        if isinstance(clause, Promise | Escalation | Authority | ApprovalRule)
        and (shown := illustrate(clause, policy, openings, at=AT)) is not None
    ]
    above = text[: text.index("## Examples")]
    results = run_examples(read(f"{above}## Examples\n\n" + "\n".join(lines) + "\n"))

    assert len(results) == len(lines)
    assert [one.text for one in results if one.state is not ExampleState.PASSED] == []
