"""A long history counted in columns gives the counts of the replay, on the command line too."""

import csv
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from goodword.cli import main
from goodword.cli.replay_engine import MANY

ROOT = Path(__file__).parents[2]
POLICY = str(ROOT / "examples" / "riverside" / "policy.md")
CASES = ROOT / "examples" / "histories" / "riverside-cases.csv"
INSTANTS = ("opened", "answered", "acknowledged", "first_response", "resolved", "closed")
COUNTS = ("id", "n", "kept", "broken_closed", "broken_open", "open", "excused", "unmeasured")


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = {}
    for name in rows[0]:
        texts = [row[name] or None for row in rows]
        if name in INSTANTS:
            moments = [None if text is None else datetime.fromisoformat(text) for text in texts]
            zone = next((one.tzinfo for one in moments if one is not None), None)
            columns[name] = pa.array(moments, pa.timestamp("us", "UTC" if zone else None))
        elif name != "due":
            columns[name] = pa.array(texts, pa.string())
    parquet.write_table(pa.table(columns), tmp_path / "cases.parquet")
    return tmp_path / "cases.parquet"


def answered(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    main(["replay", POLICY, *words, "--json"])
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_counting_in_columns_gives_the_counts_of_the_replay(
    cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = answered(capsys, str(cases))
    columns = answered(capsys, str(cases), "--engine", "columns")

    assert {name: rows[name] for name in ("at", "rows", "cases", "left_out")} == {
        name: columns[name] for name in ("at", "rows", "cases", "left_out")
    }
    assert [[one[name] for name in COUNTS] for one in rows["promises"]] == [
        [one[name] for name in COUNTS] for one in columns["promises"]
    ]
    assert [one["estimate"] for one in rows["promises"]] == [
        one["estimate"] for one in columns["promises"]
    ]
    assert [one["quantiles"] for one in rows["promises"]] == [
        one["quantiles"] for one in columns["promises"]
    ]
    assert any(one["quantiles"]["p90"] for one in rows["promises"])
    assert [[month["kept"] for month in one["months"]] for one in rows["promises"]] == [
        [part["kept"] for part in one["parts"]] for one in columns["promises"]
    ]


def test_counts_by_channel_and_week_are_told_in_words(
    cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["replay", POLICY, str(cases), "--engine", "columns", "--by", "channel,week"])
    told = capsys.readouterr().out

    assert code == 0
    assert "cases judged" in told
    assert "email 20" in told
    assert "ids are not compared" in told
    assert "time taken: half within" in told


def test_a_part_that_columns_do_not_tell_is_refused_by_name(
    cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["replay", POLICY, str(cases), "--engine", "columns", "--by", "weekday"])
    said = capsys.readouterr().err

    assert code == 2
    assert 'does not tell parts by "weekday"' in said
    assert "channel, kind, priority, week, month" in said


def test_a_parquet_file_with_many_rows_is_counted_in_columns_by_itself(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few = parquet.read_table(cases)
    times = MANY // len(few) + 1
    many = pa.concat_tables([few] * times).drop_columns(["case"])
    names = pa.array(range(len(many)), pa.int64())
    path = tmp_path / "many.parquet"
    parquet.write_table(many.add_column(0, "case", names), path)

    code = main(["replay", POLICY, str(path), "--json"])
    told = capsys.readouterr()
    rows = answered(capsys, str(cases), "--engine", "rows")
    found = json.loads(told.out)

    assert code == 0
    assert "counted in columns" in told.err
    assert "--engine rows" in told.err
    assert [
        [number and number * times for number in (one["kept"], one["n"])]
        for one in rows["promises"]
    ] == [[one["kept"], one["n"]] for one in found["promises"]]
    assert [one["quantiles"] for one in rows["promises"]] == [
        one["quantiles"] for one in found["promises"]
    ]
    assert [[month["month"] for month in one["months"]] for one in rows["promises"]] == [
        [month["month"] for month in one["months"]] for one in found["promises"]
    ]


def test_a_file_with_few_rows_is_read_by_rows_and_nothing_is_said(
    cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["replay", POLICY, str(cases), "--json"])
    told = capsys.readouterr()

    assert "engine" not in json.loads(told.out)
    assert "columns" not in told.err
