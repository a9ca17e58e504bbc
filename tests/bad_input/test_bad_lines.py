"""One broken line of a stream is answered in its place, and the next line is read."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.checks import check
from goodword.cli import main
from goodword.cli.understand import answer_line
from goodword.decision.ask import ask
from goodword.document.read import read
from goodword.document.understand import understand
from goodword.policy.policy import Policy

AT = 1_790_000_000
POLICY = "examples/riverside/policy.md"
FEW = settings(max_examples=max(15, settings().max_examples // 2))
GOOD = b'{"role": "receptionist", "action": "refund", "amount": 8}'
BROKEN = {
    "not JSON": (b"{", "this is not JSON"),
    "a list": (b"[]", "A request is an object"),
    "not UTF-8": (b"\xff\xfe", "this is not UTF-8 at byte 1"),
    "NUL": (b"\x00", "this is not JSON"),
    "nested": (b'{"a":' * 50_000, "this is nested too deeply"),
    "a long number": (b'{"a":' + b"9" * 5000 + b"}", "thousands of digits"),
    "no amount": (b'{"role": "r", "action": "refund", "amount": NaN}', "is not a number"),
    "a list of facts": (b'{"role": "r", "action": "refund", "facts": [1]}', '"facts" is an object'),
}


@pytest.mark.parametrize(("line", "phrase"), BROKEN.values(), ids=BROKEN)
def test_a_broken_request_is_answered_and_the_next_one_decided(
    monkeypatch: Any, capsys: Any, line: bytes, phrase: str
) -> None:
    sent = b"\xef\xbb\xbf" + GOOD + b"\n" + line + b"\n" + GOOD
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(sent)))
    assert main(["decide", POLICY, "--lines"]) == 1
    first, second, third = (json.loads(one) for one in capsys.readouterr().out.splitlines())
    assert second["error"].startswith("line 2: ")
    assert phrase in second["error"]
    assert first == third
    assert first["ruling"] == "allow"


@pytest.mark.parametrize(
    "line", [b"{", b"[]", b"\xff", b"\x00", b'{"a":' * 50_000, b'{"a":' + b"9" * 5000 + b"}"]
)
def test_a_broken_sentence_is_answered_with_its_line(line: bytes) -> None:
    answer = answer_line(line, 7, "en")
    assert answer["error"].startswith("Line 7: ")
    assert answer["state"] == "prose"


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        (b'{"a":' * 50_000, "line 1: This is nested too deeply"),
        (b"\xff", "line 1: This is not UTF-8 at byte 1"),
        (b'{"at": "2026-02-30 10:00", "kind": "opened"}', "February 2026 has only 28 days"),
    ],
)
def test_a_broken_event_is_named(monkeypatch: Any, capsys: Any, line: bytes, phrase: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert main(["due", POLICY, "--events", "-"]) == 2
    assert phrase in capsys.readouterr().err


def test_an_age_of_thousands_of_digits_is_refused(capsys: Any) -> None:
    words = ["--role", "receptionist", "--action", "refund", "--given", "refund:50:" + "9" * 5000]
    assert main(["decide", POLICY, *words]) == 2
    assert "does not say what was given before" in capsys.readouterr().err


@FEW
@given(st.text(max_size=400))
def test_no_text_makes_reading_or_checking_fail(text: str) -> None:
    check(read(text), at=AT)


@FEW
@given(st.text(max_size=200), st.text(max_size=40))
def test_no_sentence_makes_understanding_fail(sentence: str, lead_in: str) -> None:
    json.dumps(understand(sentence, lead_in=lead_in, heading=lead_in))


@pytest.fixture(scope="module")
def riverside() -> Policy:
    with open(POLICY, encoding="utf-8") as policy:  # noqa: PTH123
        return read(policy.read()).policy


@FEW
@given(words=st.text(max_size=200), role=st.none() | st.text(max_size=20))
def test_no_question_makes_asking_fail(riverside: Policy, words: str, role: str | None) -> None:
    assert ask(riverside, words, role, at=AT).summary
