"""Three real exports: the map that is guessed, and the traps that are known to be in them."""

import os
from functools import cache
from pathlib import Path

import pytest

from goodword.history.column_map import Shape, read_column_map
from goodword.history.inspect import Inspection, inspect
from goodword.history.traps.trap import Trap

ROOT = Path(__file__).parents[3]
DATA = Path(os.environ.get("GOODWORD_DATA") or ROOT.parent / "shared" / "data")
NOW = 1_790_000_000

pytestmark = pytest.mark.history


@cache
def looked_at(name: str) -> Inspection:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the real history {name} is not in {DATA}; GOODWORD_DATA names its folder")
    return inspect(path, now=NOW)


def traps(name: str) -> dict[str, Trap]:
    return {trap.code: trap for trap in looked_at(name).traps}


@pytest.mark.parametrize(
    ("name", "map_name"),
    [
        ("boston-311-2011q3.csv.gz", "boston-311.toml"),
        ("servicenow-incidents-to-2016-04.csv.gz", "servicenow.toml"),
        ("cfpb-complaints-sample.csv.gz", "cfpb.toml"),
    ],
    ids=["boston", "servicenow", "cfpb"],
)
def test_the_guessed_map_takes_the_columns_that_the_ready_map_takes(
    name: str, map_name: str
) -> None:
    guessed = looked_at(name).column_map
    ready = read_column_map(
        (ROOT / "examples" / "maps" / map_name).read_text("utf-8"), path=map_name
    )
    assert guessed is not None
    taken = {ours: guessed.columns.get(ours) for ours in ready.columns}
    assert taken == dict(ready.columns)
    assert (guessed.shape, guessed.due, guessed.states) == (ready.shape, ready.due, ready.states)
    assert dict(guessed.own) == dict(ready.own)


def test_bostons_flag_and_its_own_work_are_told() -> None:
    found = traps("boston-311-2011q3.csv.gz")
    assert set(found) == {"verdict", "own-cases"}
    assert found["verdict"].rows == 5013
    assert found["own-cases"].rows == 10_658


def test_servicenows_machine_and_its_flag_are_told() -> None:
    name = "servicenow-incidents-to-2016-04.csv.gz"
    found = traps(name)
    assert looked_at(name).guess.order.by == "evidence"
    assert looked_at(name).column_map is not None
    assert "5 days" in found["automatic-closing"].message
    assert {"changing-verdict", "closed-without-date"} <= set(found)


def test_the_bureaus_dates_and_its_backward_rows_are_told() -> None:
    name = "cfpb-complaints-sample.csv.gz"
    found = traps(name)
    column_map = looked_at(name).column_map
    assert column_map is not None
    assert (column_map.shape, found["ends-before-start"].rows) == (Shape.CASES, 6)
    assert "no-time-of-day" in found
