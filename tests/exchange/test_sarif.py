"""Findings as SARIF 2.1.0."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from goodword.checks import CATALOGUE, check
from goodword.cli import main
from goodword.document.read import read
from goodword.exchange.sarif import sarif

AT = int(datetime(2026, 9, 3, tzinfo=UTC).timestamp())
FIXTURES = Path(__file__).parents[1] / "checks" / "fixtures"
CODES = sorted(folder.name for folder in FIXTURES.iterdir())
LEVELS = {"none", "note", "warning", "error"}


def logged(text: str, path: str = "policy.md") -> Any:
    reading = read(text, path=path)
    return json.loads(json.dumps(sarif([(reading, check(reading, at=AT))], CATALOGUE)))


def texts_at(log: Any, text: str) -> list[str]:
    """Return the words that each result points at, found by its lines and columns alone."""
    lines = text.split("\n")
    found = []
    for result in log["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        if "startColumn" not in region:
            continue
        first, last = region["startLine"] - 1, region["endLine"] - 1
        whole = lines[first : last + 1]
        whole[-1] = whole[-1][: region["endColumn"] - 1]
        whole[0] = whole[0][region["startColumn"] - 1 :]
        found.append("\n".join(whole))
    return found


@pytest.mark.parametrize("code", CODES)
def test_a_log_has_all_that_the_standard_requires(code: str) -> None:
    log = logged((FIXTURES / code / "bad.md").read_text(encoding="utf-8"))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "goodword"
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in LEVELS
        assert result["message"]["text"]
        for place in (*result["locations"], *result.get("relatedLocations", [])):
            region = place["physicalLocation"]["region"]
            assert region["startLine"] >= 1
            assert region.get("endLine", region["startLine"]) >= region["startLine"]


@pytest.mark.parametrize("code", CODES)
def test_lines_and_columns_lead_to_the_very_words(code: str) -> None:
    text = (FIXTURES / code / "bad.md").read_text(encoding="utf-8")
    reading = read(text)
    wanted = [one.span.of(text) for one in check(reading, at=AT) if one.span is not None]
    assert texts_at(logged(text), text) == wanted


def test_a_fix_says_what_to_take_out_and_what_to_put_in() -> None:
    text = (
        "We are open Monday to Friday, 9am to 5pm.\n"
        "This policy is checked against: NHS England complaints.\n\n"
        "We acknowledge every complaint within 5 working days.\n"
    )
    results = logged(text)["runs"][0]["results"]
    (fixed,) = (one for one in results if one["ruleId"] == "DOC06" and "fixes" in one)
    (change,) = fixed["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["deletedRegion"]["startLine"] == 4
    assert "within 3 working days" in replacement["insertedContent"]["text"]


def test_a_path_is_a_well_formed_address() -> None:
    log = logged("We reply to emails quickly.\n", path="our policies\\the policy.md")
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "our%20policies/the%20policy.md"


def test_check_prints_a_log_of_errors_and_warnings_unless_hints_are_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = str(FIXTURES / "DOC04" / "bad.md")
    assert main(["check", path, "--format", "sarif"]) == 1
    short = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    main(["check", path, "--format", "sarif", "--hints"])
    long = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert {one["level"] for one in short} <= {"error", "warning"}
    assert len(long) > len(short)
