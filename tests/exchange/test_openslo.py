"""Promises as OpenSLO v1, held to its specification."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from goodword.cli import main
from goodword.document.read import read
from goodword.exchange.openslo import openslo
from goodword.exchange.yaml_text import yaml_documents
from goodword.policy.promise import Promise

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside" / "policy.md"
AT = 1_788_220_800  # 2026-09-01 00:00 in UTC
NAME = re.compile(r"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")


def objects(text: str) -> list[dict[str, Any]]:
    return openslo(read(text).policy, at=AT)


def test_there_is_one_service_and_one_objective_for_each_promise() -> None:
    text = RIVERSIDE.read_text(encoding="utf-8")
    made = objects(text)
    promises = read(text).policy.of_kind(Promise)
    assert [one["kind"] for one in made] == ["Service", *["SLO"] * len(promises)]


def test_every_object_has_what_the_specification_asks_for() -> None:
    made = objects(RIVERSIDE.read_text(encoding="utf-8"))
    names = [one["metadata"]["name"] for one in made]
    assert len(set(names)) == len(names)
    for one in made:
        assert set(one) == {"apiVersion", "kind", "metadata", "spec"}
        assert one["apiVersion"] == "openslo/v1"
        assert NAME.match(one["metadata"]["name"])
        assert len(one["spec"]["description"]) <= 1050
    for one in made[1:]:
        spec = one["spec"]
        assert spec["service"] == made[0]["metadata"]["name"]
        assert spec["budgetingMethod"] == "Occurrences"
        (window,) = spec["timeWindow"]
        assert window["isRolling"] is False
        assert datetime.strptime(window["calendar"]["startTime"], "%Y-%m-%d %H:%M:%S")  # noqa: DTZ007
        assert set(spec["indicator"]["spec"]["ratioMetric"]) == {"counter", "good", "total"}
        (objective,) = spec["objectives"]
        assert 0 < objective["target"] < 1
        for key, value in one["metadata"]["annotations"].items():
            assert re.fullmatch(r"[a-z0-9.-]+/[A-Za-z0-9][A-Za-z0-9_.-]{0,62}", key)
            assert isinstance(value, str)


def test_a_share_is_the_target_and_what_is_counted_is_told() -> None:
    text = "We answer 90% of emails within 4 working hours."
    (slo,) = objects(text)[1:]
    assert slo["spec"]["objectives"] == [{"displayName": "kept", "target": 0.9}]
    annotations = slo["metadata"]["annotations"]
    assert (annotations["goodword/within"], annotations["goodword/counting"]) == (
        "PT4H",
        "working",
    )


def test_every_time_stays_below_one_and_says_so() -> None:
    (slo,) = objects("We reply to every email within 1 working day.")[1:]
    assert slo["spec"]["objectives"][0]["target"] == 0.99999
    assert slo["metadata"]["annotations"]["goodword/target"] == "every time"


def test_the_month_begins_in_the_zone_of_the_policy() -> None:
    text = "We are open Monday to Friday, 9am to 5pm. All times are Sydney time. "
    text += "We reply to every email within 1 working day."
    first_hour_of_september_there = AT - 9 * 3600
    made = openslo(read(text).policy, at=first_hour_of_september_there)
    (window,) = made[1]["spec"]["timeWindow"]
    assert window["calendar"] == {
        "startTime": "2026-09-01 00:00:00",
        "timeZone": "Australia/Sydney",
    }


def test_the_command_prints_a_yaml_stream_of_the_same_objects(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["export", str(RIVERSIDE), "--to", "openslo", "--at", "2026-09-01"]) == 0
    read_back = list(yaml.safe_load_all(capsys.readouterr().out))
    expected = objects(RIVERSIDE.read_text(encoding="utf-8"))
    assert expected == read_back


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(st.from_regex(r"k[a-z]{1,6}", fullmatch=True), PLAIN, min_size=1, max_size=3)
)
def test_whatever_is_written_as_yaml_is_read_back_the_same(value: dict[str, Any]) -> None:
    assert list(yaml.safe_load_all(yaml_documents([value, value]))) == [value, value]
