"""Questions over all starters and some other policies; a part was kept out of tuning."""

import json
from functools import cache
from pathlib import Path

import pytest

from goodword.decision.find import find
from goodword.document.read import read
from goodword.policy.policy import Policy

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RIVERSIDE = ROOT / "examples/riverside/policy.md"


@cache
def policy(name: str) -> Policy:
    starter = ROOT / "src/goodword/starters" / f"{name}.md"
    own = HERE / "policies" / f"{name}.md"
    file = RIVERSIDE if not name else starter if starter.exists() else own
    return read(file.read_text(encoding="utf-8")).policy


def is_named(name: str, expected: str) -> bool:
    low, wanted = name.casefold(), expected.casefold()
    return "emergency" in low if wanted == "emergency" else wanted in low


@pytest.mark.parametrize("kept", ["for tuning", "held out"])
def test_fresh_questions_find_their_situation(kept: str) -> None:
    text = (HERE / "situations_fresh.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    mine = [one for one in lines if one["held_out"] is (kept == "held out")]
    first, three, quiet = [], [], []
    for one in mine:
        found = [match.situation.name for match in find(policy(one["policy"]), one["words"])]
        if one["expected"] is None:
            quiet.append(not found)
            continue
        right = [is_named(name, one["expected"]) for name in found[:3]]
        first.append(right[:1] == [True])
        three.append(any(right))
    assert sum(first) >= 0.85 * len(first)
    assert sum(three) >= 0.94 * len(three)
    assert sum(quiet) >= 0.93 * len(quiet)
