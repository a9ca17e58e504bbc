"""A long history counted a piece at a time comes out as if it had been counted at once."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from goodword.cli import main
from goodword.cli.replay_pieces import Work
from goodword.document.read import read
from goodword.metric.counted import Counted
from goodword.metric.dimension import Dimension
from goodword.policy.policy import Policy

ROOT = Path(__file__).parents[2]
POLICY = ROOT / "examples" / "riverside" / "policy.md"
HISTORY = ROOT / "examples" / "histories" / "riverside-autumn.csv"
EVENTS = ROOT / "examples" / "histories" / "riverside-events.jsonl"
COUNTS = ("n", "kept", "broken_closed", "broken_open", "open", "excused", "void", "estimate")


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    main(["replay", *words, "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same autumn, over and over: rows are read some thousands at a time."""
    heading, *rows = HISTORY.read_text("utf-8").splitlines()
    path = tmp_path_factory.mktemp("long") / "long.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{heading}\n")
        for again in range(30):
            file.writelines(f"{again}-{row}\n" for row in rows)
        # One case of the beginning comes again at the end: it is one case.
        file.write(f"0-{rows[0]}\n")
    return path


def work(history: Path, checkpoint: Path) -> Work:
    policy: Policy = read(POLICY.read_text("utf-8"), path="policy.md").policy
    cuts = ((Dimension.CHANNEL,),)
    return Work(history, None, policy, cuts, 2000, checkpoint, {"history": "1"})


@pytest.mark.parametrize("piece", ["1", "5000"])
@pytest.mark.parametrize("which", ["cases", "events"])
def test_pieces_add_up_to_the_whole(
    which: str, piece: str, long: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history = long if which == "cases" else EVENTS
    words = (str(POLICY), str(history), "--by", "channel", "--by", "weekday")
    whole = answer(capsys, *words)
    pieces = answer(capsys, *words, "--resume", str(tmp_path / "so-far"), "--piece", piece)
    assert (whole["cases"], whole["rows"], whole["at"]) == (
        pieces["cases"],
        pieces["rows"],
        pieces["at"],
    )
    for one, other in zip(whole["promises"], pieces["promises"], strict=True):
        assert [one[name] for name in COUNTS] == [other[name] for name in COUNTS], one["text"]
        assert one["months"] == other["months"]
        assert one["unmeasured"] == other["unmeasured"]
        for cut, same in zip(one["by"], other["by"], strict=True):
            assert [[part[name] for name in COUNTS] for part in cut["parts"]] == [
                [part[name] for name in COUNTS] for part in same["parts"]
            ]
        for name in ("p50", "p80", "p90", "p95"):
            exact, stepped = one["quantiles"][name], other["quantiles"][name]
            assert stepped == (None if exact is None else pytest.approx(exact, rel=0.011))
        same_with_open_cases(one["survival"], other["survival"])


def same_with_open_cases(exact: dict[str, Any], stepped: dict[str, Any]) -> None:
    """The estimates with open cases kept in are those of the whole, to one percent of time."""
    assert [exact[name] for name in ("n", "open", "unit")] == [
        stepped[name] for name in ("n", "open", "unit")
    ]
    if exact["kept_by_limit"] is None:
        assert stepped["kept_by_limit"] is None
    else:
        for name, value in exact["kept_by_limit"].items():
            assert stepped["kept_by_limit"][name] == pytest.approx(value, abs=0.005)
    for time, same in zip(exact["times"], stepped["times"], strict=True):
        value = time["value"]
        assert same["value"] == (None if value is None else pytest.approx(value, rel=0.03))


class _PulledPlugError(Exception):
    """The machine stops in the middle."""


def test_what_was_stopped_goes_on_where_it_was(long: Path, tmp_path: Path) -> None:
    path = tmp_path / "so-far"
    at = int(datetime.fromisoformat("2026-12-12T12:00+11:00").timestamp())
    whole = work(long, tmp_path / "whole")
    seen, everything = whole.look(None)
    whole.count(seen, everything, at=at, progress=None)

    broken = work(long, path)
    seen, counted = broken.look(None)
    taken = 0

    class Stopping(Counted):
        def take(self, *piece: Any) -> None:
            nonlocal taken
            if taken == 2:
                raise _PulledPlugError
            taken += 1
            super().take(*piece)

    stopping = Stopping(counted.cuts)
    with pytest.raises(_PulledPlugError):
        broken.count(seen, stopping, at=at, progress=None)

    again = work(long, path)
    seen, counted = again.look(None)
    assert (again.done, 0 < counted.cases < everything.cases) == (2, True)
    again.count(seen, counted, at=at, progress=None)
    assert counted.as_json() == everything.as_json()
    assert work(long, path).look(None)[1].as_json() == everything.as_json()


def test_what_is_counted_already_is_said_and_not_counted_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["replay", str(POLICY), str(HISTORY), "--resume", str(tmp_path / "so-far")]
    assert main(words) == 0
    first = capsys.readouterr()
    assert main(words) == 0
    second = capsys.readouterr()
    assert first.out == second.out
    assert "going on; all of it had been counted" in second.err


@pytest.mark.parametrize("changed", ["policy", "history", "question"])
def test_a_checkpoint_of_something_else_is_refused_kindly(
    changed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy, history = tmp_path / "policy.md", tmp_path / "cases.csv"
    policy.write_text("We reply to every email within 2 hours.")
    history.write_text(HISTORY.read_text("utf-8"))
    words = ["replay", str(policy), str(history), "--resume", str(tmp_path / "so-far")]
    assert main(words) == 0
    if changed == "policy":
        policy.write_text("We reply to every email within 3 hours.")
    if changed == "history":
        history.write_text(
            HISTORY.read_text("utf-8") + "9999,2026-12-12 12:00:00,,,email,enquiry\n"
        )
    if changed == "question":
        words += ["--by", "month"]
    capsys.readouterr()
    assert main(words) == 2
    refusal = capsys.readouterr().err
    assert f"was begun with another {changed}" in refusal
    assert "Give another path after --resume to begin anew" in refusal


@pytest.mark.parametrize(
    "text", ["", "not json", "[1]", '{"form": "goodword replay, counted so far, 1"}', "[" * 9000]
)
def test_a_file_that_is_no_checkpoint_is_left_as_it_is(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(text)
    assert main(["replay", str(POLICY), str(HISTORY), "--resume", str(path)]) == 2
    assert "is no checkpoint of a replay" in capsys.readouterr().err
    assert path.read_text() == text


def test_a_checkpoint_that_was_cut_within_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "so-far"
    words = ["replay", str(POLICY), str(HISTORY), "--resume", str(path)]
    assert main(words) == 0
    held = json.loads(path.read_text())
    del held["counted"]["cells"]
    path.write_text(json.dumps(held))
    capsys.readouterr()
    assert main(words) == 2
    assert "cannot be read to its end" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--against", "POLICY"], ["--history", "-"]])
def test_a_checkpoint_goes_with_one_policy_and_one_history(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history = "-" if "-" in words else str(HISTORY)
    more = ["--against", str(POLICY)] if "--against" in words else []
    resume = ["--resume", str(tmp_path / "so-far")]
    assert main(["replay", str(POLICY), history, *more, *resume]) == 2
    assert "one policy and one history" in capsys.readouterr().err
