import io
import json
from pathlib import Path

import pytest

from goodword.cli import main

POLICY = str(Path(__file__).parents[2] / "examples/riverside/policy.md")
Captured = pytest.CaptureFixture[str]


def test_ask_prints_the_ruling_first(capsys: Captured) -> None:
    code = main(["ask", POLICY, "may I refund $80?", "--role", "receptionist"])
    out = capsys.readouterr().out
    assert (code, out.splitlines()[0]) == (0, "Yes: you may refund $80.")
    assert "Receptionists may refund up to $100 per case without approval." in out


def test_ask_prints_the_steps_in_order(capsys: Captured) -> None:
    main(["ask", POLICY, "unhappy with last visit, wants money back"])
    out = capsys.readouterr().out
    assert out.index("1. Listen to the end") < out.index("3. Offer") < out.index("6. Tell")
    assert "In doubt, ask the practice manager." in out


def test_ask_answers_in_json(capsys: Captured) -> None:
    main(["ask", POLICY, "may", "I", "refund", "$450", "--role", "receptionist", "--json"])
    answer = json.loads(capsys.readouterr().out)
    assert (answer["rulings"][0]["ruling"], answer["ask"]) == ("ask", "practice_owner")
    assert answer["is_covered"] is True


def test_ask_says_where_no_clause_covers_it(capsys: Captured) -> None:
    assert main(["ask", POLICY, "where can I park?"]) == 0
    assert capsys.readouterr().out.startswith("No clause of the policy covers this.")


def test_decide_prints_the_clause_with_its_id_and_what_would_change_it(capsys: Captured) -> None:
    code = main(
        ["decide", POLICY, "--role", "receptionist", "--action", "refund", "--amount", "80"]
    )
    out = capsys.readouterr().out
    assert (code, out.splitlines()[0]) == (0, "Yes: you may refund $80.")
    assert "Check the payment in the booking system" in out
    assert "Above $100, ask the practice manager." in out


def test_decide_counts_what_was_given(capsys: Captured) -> None:
    words = ["decide", POLICY, "--role", "receptionist", "--action", "refund", "--amount", "80"]
    main([*words, "--given", "refund:50:1d:case", "--json"])
    decision = json.loads(capsys.readouterr().out)
    assert (decision["ruling"], decision["ask"]) == ("ask", "practice_manager")
    assert decision["limit_left"] == {"amount": "50", "currency": "AUD"}


def test_decide_takes_facts(capsys: Captured) -> None:
    words = ["decide", POLICY, "--role", "receptionist", "--action", "refund", "--amount", "450"]
    main([*words, "--fact", "away_practice_owner=yes", "--json"])
    assert json.loads(capsys.readouterr().out)["ask"] == "practice_manager"


def test_decide_answers_lines_one_for_one(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        {"role": "receptionist", "action": "refund", "amount": 100},
        {"role": "receptionist", "action": "refund", "amount": "100.01"},
        {"role": "receptionist"},
        {"role": "receptionist", "action": "refund", "amount": "much"},
        {
            "role": "receptionist",
            "action": "refund",
            "amount": 80,
            "given": [{"action": "give_goods", "worth": 30, "days_ago": 0, "same_case": True}],
        },
    ]
    text = "\n".join(json.dumps(line) for line in lines) + "\nnot json\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    code = main(["decide", POLICY, "--lines"])
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 1
    assert [one.get("ruling") for one in answers] == ["allow", "ask", None, None, "ask", None]
    assert answers[2]["error"].startswith("line 3: ")
    assert '"much"' in answers[3]["error"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--role", "receptionist"], "--role and --action"),
        (["--role", "r", "--action", "refund", "--amount", "-5"], '"-5"'),
        (["--role", "r", "--action", "refund", "--fact", "sunny"], "NAME=VALUE"),
        (["--role", "r", "--action", "refund", "--given", "refund:5:soon"], "ACTION:WORTH:AGE"),
    ],
)
def test_decide_says_what_it_could_not_understand(
    words: list[str], told: str, capsys: Captured
) -> None:
    assert main(["decide", POLICY, *words]) == 2
    assert told in capsys.readouterr().err
