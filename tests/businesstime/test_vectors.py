"""The vectors: questions with answers that a person can check, asked of everything that answers.

Each row of vectors/*.jsonl has the rule it is for, in words why the answer is so, the question as
`goodword time` reads it, and the result or the code of the error. To add a row, write it: the plain
count and every engine of ours must then agree with it.
"""

import json
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from goodword.businesstime import bulk
from goodword.businesstime.openings import openings_for
from goodword.exchange.plain_hours import plain_hours
from goodword.exchange.time_question import answered
from tests.businesstime.peers_beside import ASKERS, same
from tests.businesstime.plain_question import PlainQuestion

FOLDER = Path(__file__).parent / "vectors"
FAMILIES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
# At least so many vectors each peer answers, and as we do.
AGREED = {"workclock": 807, "businesstimedelta": 295, "numpy": 142}


@lru_cache
def rows_of(family: str) -> list[dict[str, Any]]:
    text = (FOLDER / f"{family}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("family", FAMILIES)
def test_goodword_time_answers_each_vector(family: str) -> None:
    wrong = []
    for row in rows_of(family):
        answer = answered(row["question"])
        got = answer.get("result", answer.get("error", {}).get("code"))
        if got != row.get("result", row.get("error")):
            wrong.append((row["why"], row["question"], got))

    assert wrong == []


@pytest.mark.parametrize("family", FAMILIES)
def test_the_plain_count_agrees_with_each_vector(family: str) -> None:
    answers = [row for row in rows_of(family) if "result" in row]
    wrong = [
        row["why"] for row in answers if PlainQuestion(row["question"]).answer() != row["result"]
    ]

    assert wrong == []


@pytest.mark.parametrize("family", FAMILIES)
def test_the_bulk_engine_agrees_with_each_vector(family: str) -> None:
    wrong = []
    for row in rows_of(family):
        question = row["question"]
        if "result" not in row or question["op"] not in {"add", "elapsed"}:
            continue
        plain = PlainQuestion(question)
        openings = openings_for(plain_hours(question), plain.start)
        got: object
        if question["op"] == "add":
            got = plain.shown(int(bulk.add(openings, [plain.start], question["amount_seconds"])[0]))
        else:
            got = int(bulk.elapsed(openings, [plain.start], [plain.end])[0])
        if got != row["result"]:
            wrong.append((row["why"], question, got))

    assert wrong == []


@pytest.mark.parametrize("name", ASKERS)
def test_a_peer_agrees_where_it_decides_as_we_do(name: str) -> None:
    count, wrong = 0, []
    for row in (row for family in FAMILIES for row in rows_of(family) if "result" in row):
        answer = ASKERS[name](row["question"], row["rule"])
        if answer is not None:
            count += 1
            if not same(answer, row["result"]):
                wrong.append((row["why"], row["question"], answer, row["result"]))

    assert wrong == []
    assert count >= AGREED[name]


def test_there_are_at_least_600_vectors_all_different_and_each_says_why() -> None:
    rows = [row for family in FAMILIES for row in rows_of(family)]
    questions = Counter(json.dumps(row["question"], sort_keys=True) for row in rows)

    assert len(rows) >= 600
    assert questions.most_common(1)[0][1] == 1
    assert all(row["why"] and row["rule"] for row in rows)
