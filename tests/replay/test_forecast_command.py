import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from goodword.cli import main

ROOT = Path(__file__).parents[2]
POLICY = str(ROOT / "examples" / "riverside" / "policy.md")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def history(tmp_path: Path) -> str:
    rows = ["case,opened,first_response,channel,kind"]
    for day in range(120):
        month, date = divmod(day, 28)
        at = f"2026-{month + 2:02}-{date + 1:02}"
        rows.append(f"e{day},{at} 10:00:00,{at} 1{1 + day % 3}:00:00,email,enquiry")
        if day % 12 == 0:
            rows.append(f"p{day},{at} 10:00:00,{at} 11:00:00,phone,enquiry")
    path = tmp_path / "cases.csv"
    path.write_text("\n".join(rows) + "\n")
    return str(path)


def test_the_command_says_what_could_be_promised(
    history: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["forecast", history, "--policy", POLICY, "--share", "90%", "--by", "channel"]) == 0
    shown = capsys.readouterr().out
    assert "so that 90% is kept, shown with 95% confidence" in shown
    assert "Email (120 cases)" in shown
    assert "You could promise: We reply to every email within" in shown
    assert "if promised" in shown
    assert "← shortest proven" in shown
    assert "Found in earlier cases and tried on later ones: kept" in shown
    assert "Phone (10): 19 of 29 are missing" in shown


def test_the_same_in_json(history: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["forecast", history, "--policy", POLICY, "--share", "0.9", "--by", "none", "--json"])
    found = json.loads(capsys.readouterr().out)
    (one,) = found["forecasts"]
    assert (found["share"], found["confidence"], one["n"], one["metric"]) == (
        0.9,
        0.95,
        130,
        "first_response",
    )
    assert one["promise"]["sentence"].startswith("We reply to every message within ")
    assert one["promise"]["replayed"]["lower"] >= 0.9
    assert one["proof"]["without_miss"] == 29
    assert one["curve"][-1]["value"] >= one["curve"][0]["value"]


def test_the_picture_has_a_title_a_description_and_the_numbers_as_a_table(
    history: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "curve.svg"
    words = ["forecast", history, "--policy", POLICY, "--share", "90%", "--svg", str(path)]
    assert main([*words, "--part", "email, enquiry"]) == 0
    assert "Email, enquiry (120 cases)" in capsys.readouterr().out
    drawn = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - our own drawing
    title = drawn.find(f"{SVG}title")
    summary = drawn.find(f"{SVG}desc")
    assert title is not None
    assert title.text == "First reply, email, enquiry: share kept by promised time"
    assert summary is not None
    assert "90% of the time." in (summary.text or "")
    table = next(one for one in drawn.iter(f"{SVG}g") if one.get("role") == "table")
    rows = [[cell.text for cell in row] for row in table]
    assert rows[0] == ["Promised", "Share kept", "95% interval"]
    assert len(rows) == 1 + sum(1 for _ in drawn.iter(f"{SVG}circle"))
    assert any("(shortest proven)" in (row[0] or "") for row in rows)
    assert {one.get("stroke") for one in drawn.iter(f"{SVG}g") if one.get("role") == "img"} == {
        "currentColor"
    }


def test_what_is_forecast_comes_out_so_when_it_is_promised(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hours = (
        "Our opening hours are Monday to Friday, 8am to 6pm, and Saturday, 9am to 1pm.\n"
        "We are closed on public holidays. Public holidays are those of Victoria, Australia.\n"
        "All times are Melbourne time. The clock stops while we wait for you.\n\n"
    )
    autumn = str(ROOT / "examples" / "histories" / "riverside-autumn.csv")
    policy = tmp_path / "policy.md"
    policy.write_text(hours)
    words = ["--policy", str(policy), "--share", "90%", "--by", "channel", "--json"]
    assert main(["forecast", autumn, *words]) == 0
    forecasts = json.loads(capsys.readouterr().out)["forecasts"]
    assert len([one for one in forecasts if one["promise"]]) == 8
    for one in forecasts:
        policy.write_text(hours + one["promise"]["sentence"])
        assert main(["replay", str(policy), autumn, "--json"]) == 0
        (promise,) = json.loads(capsys.readouterr().out)["promises"]
        for name in ("n", "kept", "broken_closed", "broken_open", "open"):
            assert promise[name] == one["promise"]["replayed"][name]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--share", "100%"], "no share that cases can show"),
        (["--share", "most"], "no share that cases can show"),
        (["--confidence", "20%"], "no share that cases can show"),
        (["--by", "hour"], "A promise cannot be made by"),
        (["--by", "kind,priority"], "A promise cannot be made by"),
        (["--part", "fax"], "There is no part"),
        (["--svg", "/nowhere/curve.svg", "--share", "90%"], "cannot be written"),
        (["--svg", "curve.svg", "--share", "99.9%"], "There is no picture to draw"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_the_next_step(
    history: str, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["forecast", history, "--policy", POLICY, *words]) == 2
    refusal = capsys.readouterr().err
    assert said in refusal
    assert refusal.count("\n") >= 2


def test_a_history_that_tells_nothing_of_replies_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("case,opened\n1,2026-09-01 09:00:00\n")
    assert main(["forecast", str(path)]) == 2
    assert "does not say when anything was answered" in capsys.readouterr().err
