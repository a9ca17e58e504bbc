import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from goodword.cli import main

ROOT = Path(__file__).parents[2]
POLICY = str(ROOT / "examples" / "riverside" / "policy.md")
CASES = str(ROOT / "examples" / "histories" / "riverside-cases.csv")
EVENTS = str(ROOT / "examples" / "histories" / "riverside-events.jsonl")
BOSTON_MAP = str(ROOT / "examples" / "maps" / "boston-311.toml")
DATA = Path(os.environ.get("GOODWORD_DATA") or ROOT.parent / "shared" / "data")
HELPDESK = """case,opened,first_response,resolved,channel,due
1,2026-09-04 16:30:00,2026-09-05 11:30:00,,email,2026-09-05 12:00:00
2,2026-09-04 16:30:00,yesterday,,email,
"""


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, object]]:
    code = main(["replay", *words, "--json"])
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return code, found


def promise(found: dict[str, object], **wanted: object) -> dict[str, object]:
    promises = found["promises"]
    assert isinstance(promises, list)
    (one,) = [one for one in promises if all(one[name] == value for name, value in wanted.items())]
    assert isinstance(one, dict)
    return one


def test_replay_answers_for_each_promise_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = answer(capsys, POLICY, CASES)
    email = promise(found, metric="first_response", channels=["email"])
    assert code == 0
    assert tuple(
        email[name] for name in ("n", "kept", "broken_closed", "broken_open", "open", "excused")
    ) == (7, 6, 0, 0, 1, 0)
    assert (
        email["within"],
        email["unit"],
        email["target"],
        email["unmeasured"],
    ) == ("PT4H", "working", 0.9, None)
    assert isinstance(email["estimate"], dict)
    assert tuple(email["estimate"][name] for name in ("value", "n", "verdict", "needed")) == (
        1.0,
        6,
        "cannot_tell_yet",
        23,
    )


def test_the_instant_of_judgment_is_the_last_event_and_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, found = answer(capsys, POLICY, CASES)
    assert (found["at"], found["at_is"]) == ("2026-09-16T17:30:00+10:00", "last_event")
    assert main(["replay", POLICY, CASES]) == 0
    shown = capsys.readouterr().out
    assert "as of 2026-09-16T17:30:00+10:00 (the last event in the file)" in shown


def test_what_had_happened_by_then_is_known_and_nothing_later(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, found = answer(capsys, POLICY, CASES, "--at", "2026-09-01T12:00:00+10:00")
    email = promise(found, metric="first_response", channels=["email"])
    assert (found["cases"], email["n"], found["at_is"]) == (2, 1, "given")


def test_an_instant_without_an_offset_is_local_time_of_the_history(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, found = answer(capsys, POLICY, CASES, "--at", "2026-09-02")
    assert found["at"] == "2026-09-02T00:00:00+10:00"


def test_a_log_of_events_is_replayed_too(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = answer(capsys, POLICY, EVENTS)
    follow_up = promise(found, metric="next_response")
    assert (code, follow_up["n"], follow_up["kept"]) == (0, 1, 1)
    assert "recorded" not in found


def test_problems_of_the_history_are_named_and_the_exit_code_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    export = tmp_path / "helpdesk.csv"
    export.write_text(HELPDESK)
    code, found = answer(capsys, POLICY, str(export))
    expected = {
        "code": "unreadable-date",
        "severity": "warning",
        "message": '"yesterday" is not a date in the map\'s formats.',
        "path": str(export),
        "line": 3,
        "column": "first_response",
        "value": "yesterday",
        "understood": "The case is not judged; nothing is guessed.",
        "hint": "Mend the date in the export, or name its format under dates in the map.",
    }
    assert (1, [expected], {"unreadable-date": 1}) == (
        code,
        found["problems"],
        found["problem_counts"],
    )
    assert found["recorded"] == {
        "n": 1,
        "kept": 0,
        "broken_closed": 0,
        "broken_open": 0,
        "open": 1,
        "without_promise": 1,
    }


def test_for_people_problems_stand_on_standard_error_with_their_place(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    export = tmp_path / "helpdesk.csv"
    export.write_text(HELPDESK)
    assert main(["replay", POLICY, str(export)]) == 1
    shown = capsys.readouterr()
    assert f'{export} line 3, column "first_response": warning:' in shown.err
    assert "left out: 1 (unreadable date)" in shown.out
    assert "with a due time: 1; 0 kept" in shown.out
    assert "The history does not say when the case was acknowledged." in shown.out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"\x89PNG\x00", "is not a text"),
        (b"case,opened\n", "holds no case that could be read"),
        (b"a,b\n1,2\n", 'there is no column "case"'),
        (b"case,opened\n" + b"1,email\n2,phone\n", "is not a date"),
        (b"case,opened\n1,2026-02-30 09:00:00\n", "2026-02-30"),
    ],
)
def test_a_history_that_makes_no_sense_is_answered_with_a_message(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, message: str
) -> None:
    export = tmp_path / "export.csv"
    export.write_bytes(content)
    assert main(["replay", POLICY, str(export)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert str(export) in shown.err
    assert message in shown.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--at", "soon"), '--at "soon" is not a date that exists.'),
        (("--at", "9990-01-01"), "more than 200 years after the last event"),
        (("--map", "none.toml"), "The map none.toml cannot be opened"),
        (("--map", POLICY), "is not a column map"),
        (("--map", BOSTON_MAP), 'there is no column "case_enquiry_id"'),
    ],
)
def test_arguments_that_cannot_be_used_say_what_next(
    capsys: pytest.CaptureFixture[str], words: tuple[str, str], message: str
) -> None:
    assert main(["replay", POLICY, CASES, *words]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.history
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), (26815, 20356, 4827, 1632, 0, 5013)),
        (("--at", "2011-10-01T00:00:00-04:00"), (26815, 18283, 2259, 2065, 4208, 5013)),
    ],
)
def test_a_real_history_is_replayed_with_the_citys_own_record_beside(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], expected: tuple[int, ...]
) -> None:
    boston = DATA / "boston-311-2011q3.csv.gz"
    if not boston.exists():
        pytest.skip(f"the real history {boston.name} is not in {DATA}; GOODWORD_DATA names it")
    code, found = answer(capsys, POLICY, str(boston), "--map", BOSTON_MAP, *words)
    assert isinstance(found["recorded"], dict)
    assert (0, expected) == (code, tuple(found["recorded"].values()))
    assert found["left_out"] == {"own_work": 10658}


def test_a_history_may_come_through_a_pipe() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "goodword.cli", "replay", POLICY, "-", "--json"],
        input=Path(CASES).read_bytes(),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert json.loads(done.stdout)["cases"] == 13


def test_sentences_that_are_not_understood_are_told_not_judged(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    policy = tmp_path / "policy.md"
    policy.write_text(
        "# Care\n\nOur opening hours are Monday to Friday, 9am to 5pm.\n"
        "All times are Melbourne time.\nWe reply to every email within 4 wroking hours.\n"
    )
    main(["replay", str(policy), CASES])
    assert "goodword check names each" in capsys.readouterr().err


def test_a_promise_is_cut_by_part_and_crossed_where_two_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, found = answer(capsys, POLICY, CASES, "--by", "channel", "--by", "kind,month")
    resolution = promise(found, text="We aim to resolve every enquiry within 3 working days.")
    by = resolution["by"]
    assert isinstance(by, list)
    assert [one["dimensions"] for one in by] == [["channel"], ["kind", "month"]]
    assert sum(part["n"] for part in by[0]["parts"]) == resolution["n"]
    assert sum(part["n"] for part in by[1]["parts"]) == resolution["n"]
    assert main(["replay", POLICY, CASES, "--by", "channel"]) == 0
    assert "\n  by channel " in capsys.readouterr().out


def test_what_is_open_is_kept_in_beside_the_plain_share(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, found = answer(capsys, POLICY, CASES)
    email = promise(found, metric="first_response", channels=["email"])
    survival = email["survival"]
    assert isinstance(survival, dict)
    assert (survival["n"], survival["open"], survival["unit"]) == (7, 1, "open_seconds")
    assert survival["kept_by_limit"]["value"] == 1.0
    assert main(["replay", POLICY, CASES]) == 0
    assert "with the 1 case not done yet kept in: 100.0% in time" in capsys.readouterr().out


def test_nothing_is_ever_cut_by_person(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", POLICY, CASES, "--by", "agent"]) == 2
    refusal = capsys.readouterr().err
    assert 'There is no part "agent" to look at.' in refusal
    assert "Nothing is ever cut by person." in refusal
