"""What another policy would have meant, on cases whose outcome is known by hand."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.cli import main
from goodword.clock.clock import Outcome
from goodword.document.read import read
from goodword.replay.against import Against, Turn, against
from goodword.replay.replay import replay, what_if

HOUR = 3600
HISTORY = """case,opened,first_response,channel
1,2026-09-01 09:00:00,2026-09-01 10:00:00,email
2,2026-09-01 09:00:00,2026-09-01 12:00:00,email
3,2026-09-01 09:00:00,2026-09-01 15:00:00,email
4,2026-09-01 09:00:00,2026-09-01 15:00:00,text
"""


def case(case_id: str, hours: int | None, channel: str = "email") -> Case:
    events = [Event(0, 0, EventKind.OPENED, Actor.CUSTOMER)]
    if hours is not None:
        events.append(Event(hours * HOUR, 1, EventKind.REPLY, Actor.PERSON))
    return Case(case_id, tuple(events), channel=channel)


CASES = (case("1", 1), case("2", 3), case("3", 6), case("4", 6, "text"), case("5", None))


def compared(before: str, after: str, at: int = 5 * HOUR) -> Against:
    first, other = (
        replay(what_if(read(text, path="policy.md").policy), CASES, at=at)
        for text in (before, after)
    )
    return against(first, other)


def test_a_longer_limit_says_which_cases_would_not_be_late() -> None:
    found = compared(
        "We reply to every email within 2 hours.", "We reply to every email within 4 hours."
    )
    (clause,) = found.clauses
    assert clause.moved(Turn.BETTER) == (1, (1,))
    assert clause.moved(Turn.WORSE) == (0, ())
    # The third and the fifth are past four hours and not done at five: late under both.
    assert {(move.before, move.after, move.number) for move in clause.moves} == {
        (Outcome.KEPT, Outcome.KEPT, 1),
        (Outcome.BROKEN_CLOSED, Outcome.KEPT, 1),
        (Outcome.BROKEN_OPEN, Outcome.BROKEN_OPEN, 2),
    }
    assert (found.better, found.worse) == (1, 0)


def test_a_shorter_limit_says_which_would_be_late() -> None:
    found = compared(
        "We reply to every email within 4 hours.", "We reply to every email within 2 hours."
    )
    assert found.clauses[0].moved(Turn.WORSE) == (1, (1,))
    assert (found.better, found.worse) == (0, 1)


def test_cases_that_only_one_policy_promises_anything_are_told_apart() -> None:
    found = compared(
        "We reply to every email within 2 hours.", "We reply to every text message within 8 hours."
    )
    gone, new = found.clauses
    assert (gone.after, new.before) == (None, None)
    assert gone.moved(Turn.NO_LONGER_PROMISED) == (4, (0, 1, 2, 4))
    assert new.moved(Turn.NEWLY_PROMISED) == (1, (3,))
    assert (found.better, found.worse) == (0, 0)


def test_promises_belong_together_by_what_they_promise_where_their_ids_differ() -> None:
    found = compared(
        "We reply to every email within 2 hours.",
        "# New words\n\nWe reply to every text message within 1 day.\n\n"
        "We reply to emails and text messages about a complaint within 1 hour.\n\n"
        "Every email gets a first reply within 3 hours.",
    )
    clause = next(clause for clause in found.clauses if clause.before is not None)
    assert clause.after is not None
    assert clause.after.promise.channels == ("email",)


def test_a_policy_beside_itself_changes_nothing() -> None:
    text = "We reply to every message within 2 hours.\n\nWe resolve every case within 1 hour."
    found = compared(text, text)
    assert (found.better, found.worse) == (0, 0)
    assert [clause.changes for clause in found.clauses] == [False, False]


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 8), st.integers(1, 8), st.integers(0, 10))
def test_the_other_way_round_better_is_worse(one: int, other: int, at: int) -> None:
    first, second = (f"We reply to every message within {hours} hours." for hours in (one, other))
    there, back = (compared(*texts, at=at * HOUR) for texts in ((first, second), (second, first)))
    assert (there.better, there.worse) == (back.worse, back.better)
    (clause,) = there.clauses
    assert sum(move.number for move in clause.moves) == len(CASES)
    assert there.worse == 0 or other < one
    assert there.better == 0 or other > one


def test_the_command_says_it_in_sentences_and_in_json(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "cases.csv").write_text(HISTORY)
    (tmp_path / "now.md").write_text("We reply to every email within 2 hours.")
    (tmp_path / "then.md").write_text("We reply to every email within 4 hours.")
    words = [str(tmp_path / name) for name in ("now.md", "cases.csv")]
    assert main(["replay", *words, "--against", str(tmp_path / "then.md")]) == 0
    shown = capsys.readouterr().out
    assert "late before, not late then: 1 (2)" in shown
    assert "before: 33.3% of 3 kept" in shown
    assert "then:   66.7% of 3 kept" in shown
    assert main(["replay", *words, "--against", str(tmp_path / "then.md"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (clause,) = found["clauses"]
    assert (found["better"], found["worse"]) == (1, 0)
    assert clause["better"] == {"n": 1, "examples": ["2"]}
    assert (clause["before"]["within"], clause["after"]["within"]) == ("PT2H", "PT4H")


def test_two_questions_are_asked_one_after_the_other(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "cases.csv").write_text(HISTORY)
    (tmp_path / "now.md").write_text("We reply to every email within 2 hours.")
    words = [str(tmp_path / name) for name in ("now.md", "cases.csv")]
    assert main(["replay", *words, "--against", words[0], "--by", "month"]) == 2
    assert "Ask for one, then for the other." in capsys.readouterr().err
