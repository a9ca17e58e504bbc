"""Every clause of the starters and the examples, echoed and read back inside its own policy."""

from pathlib import Path

import pytest

from goodword.document.echo import echo
from goodword.document.read import read, read_sentence

ROOT = Path(__file__).parents[2]
POLICIES = sorted(
    [
        *(ROOT / "src" / "goodword" / "starters").glob("*.md"),
        *(ROOT / "examples").glob("*/policy.md"),
    ]
)


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_each_echo_reads_back_as_its_clause(path: Path) -> None:
    policy = read(path.read_text(encoding="utf-8")).policy
    assert policy.clauses
    lost = [
        clause.id
        for clause in policy.clauses
        if clause not in read_sentence(echo(clause, policy), policy, section=clause.section)
    ]
    assert lost == []
