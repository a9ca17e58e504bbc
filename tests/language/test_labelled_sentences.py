"""The sentences that measure the reader: enough of them, well formed, a third kept aside."""

import json
from pathlib import Path
from typing import Any

FILES = ("collected_en.jsonl", "collected_more_en.jsonl", "held_out_en.jsonl")


def forms() -> list[dict[str, Any]]:
    folder = Path(__file__).parent
    return [
        json.loads(line)
        for name in FILES
        for line in (folder / name).read_text(encoding="utf-8").splitlines()
    ]


def test_there_are_at_least_four_hundred_labelled_sentences() -> None:
    assert len(forms()) >= 400


def test_a_third_of_the_labelled_sentences_is_kept_out_of_development() -> None:
    every = forms()

    assert 3 * sum(form["held_out"] for form in every) >= len(every)


def test_prose_has_no_clauses_and_every_clause_says_its_kind() -> None:
    odd = [
        form["sentence"]
        for form in forms()
        if (form["state"] == "prose" and form["clauses"])
        or not all(clause["kind"] for clause in form["clauses"])
    ]

    assert odd == []


def test_no_sentence_stands_twice_in_the_same_place() -> None:
    keys = [
        (form["sentence"], form.get("lead_in"), form.get("heading"), form["held_out"])
        for form in forms()
    ]

    assert sorted({key for key in keys if keys.count(key) > 1}, key=str) == []


def test_what_two_hands_agreed_on_is_a_third_kept_aside_and_prose_has_no_clauses() -> None:
    path = Path(__file__).parent / "agreed_en.jsonl"
    agreed = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    assert 3 * sum(form["held_out"] for form in agreed) >= len(agreed)
    assert [one["sentence"] for one in agreed if one["clauses"] and one["state"] != "live"] == []
