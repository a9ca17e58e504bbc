"""A policy as JSON, and the schema that describes it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from goodword.cli import main
from goodword.document.read import read
from goodword.exchange.policy_json import as_json, policy_in
from goodword.exchange.policy_schema import schema
from goodword.exchange.shape import clause_types

ROOT = Path(__file__).parents[2]
POLICIES = sorted([*ROOT.glob("examples/*/policy.md"), *ROOT.glob("src/goodword/starters/**/*.md")])
# One of each kind of value that could be written wrongly.
SMALL = """# Wharf Cafe: how we serve

We are Wharf Cafe, and we call the people we serve guests.
We are open Monday to Friday, 9am to 5pm.
All times are London time.
If the bill is over £100, we reply to every email by the next working day.
Waiters may refund up to £20.50 per case, unless the guest has been refunded before.
We review this policy every 6 months.
The founder came to the wharf by boat in 1998.
"""


@pytest.fixture(scope="module")
def validator() -> Any:
    made = schema()
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_policy_we_ship_satisfies_the_schema_and_comes_back_equal(
    path: Path, validator: Any
) -> None:
    reading = read(path.read_text(encoding="utf-8"), path=path.name)
    document = json.loads(json.dumps(as_json(reading)))
    assert [error.message for error in validator.iter_errors(document)] == []
    assert policy_in(document) == reading.policy


def test_amounts_dates_and_conditions_come_back_exactly(validator: Any) -> None:
    reading = read(SMALL)
    document = json.loads(json.dumps(as_json(reading)))
    assert [error.message for error in validator.iter_errors(document)] == []
    assert policy_in(document) == reading.policy
    amounts = [
        clause["limit"]["amount"]
        for clause in document["policy"]["clauses"]
        if clause["type"] == "authority"
    ]
    assert amounts == ["20.50"]


def test_what_no_policy_holds_does_not_satisfy_the_schema(validator: Any) -> None:
    document = json.loads(json.dumps(as_json(read(SMALL))))
    document["policy"]["clauses"][0]["surprise"] = True
    assert not validator.is_valid(document)


def test_every_kind_of_clause_stands_in_the_schema() -> None:
    kinds = schema()["$defs"]["clause"]["properties"]["type"]["enum"]
    assert len(kinds) == len(clause_types())
    assert {"promise", "approval_rule", "hours_clause"} <= set(kinds)


def test_the_published_schema_is_the_one_of_the_model() -> None:
    published = json.loads(
        (ROOT / "docs" / "reference" / "policy.schema.json").read_text(encoding="utf-8")
    )
    assert published == schema(), "run script/document-schema"


def test_each_clause_is_said_back(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "policy.md"
    path.write_text(SMALL, encoding="utf-8")
    assert main(["export", str(path), "--to", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert set(document["echoes"]) == {one["id"] for one in document["policy"]["clauses"]}
    assert len(document["source"]["sha256"]) == 64


def test_an_export_never_writes_over_a_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path, out = tmp_path / "policy.md", tmp_path / "policy.json"
    path.write_text(SMALL, encoding="utf-8")
    assert main(["export", str(path), "--to", "json", "--out", str(out)]) == 0
    before = out.read_text(encoding="utf-8")
    assert main(["export", str(path), "--to", "json", "--out", str(out)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == before


def test_an_unknown_form_is_told_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["export", "policy.md", "--to", "xml"])
    assert left.value.code == 2
    assert "opening-hours" in capsys.readouterr().err


def test_exporting_loads_neither_numpy_nor_the_site(tmp_path: Path) -> None:
    # A sentence whose words leave a doubt would wake the network, and numpy with it.
    path = tmp_path / "policy.md"
    path.write_text(SMALL, encoding="utf-8")
    program = (
        "import sys; from goodword.cli import main; "
        f"main(['export', {str(path)!r}, '--to', 'json', '--out', {str(tmp_path / 'o')!r}]); "
        "print([one for one in ('numpy', 'django', 'pydantic', 'holidays') if one in sys.modules])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert shown.stdout.strip() == "[]"
