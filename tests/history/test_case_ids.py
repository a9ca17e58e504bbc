from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.history import case_ids
from goodword.history.case_ids import CaseIds, PackedIds
from goodword.history.load import load


@given(st.lists(st.lists(st.text(max_size=4), unique=True, max_size=8), max_size=12))
def test_packed_ids_are_found_like_those_in_a_dictionary(batches: list[list[str]]) -> None:
    packed, plain = PackedIds(), dict[str, int]()
    for batch in batches:
        if any(one in plain for one in batch):
            assert packed.may_have_any(batch)
        new = [one for one in batch if one not in plain]
        assert not packed.may_have_any(new)
        packed.extend(new)
        plain.update((one, len(plain)) for one in new)
    assert list(packed) == list(plain)
    assert [packed.row_of(one) for one in plain] == list(plain.values())
    assert packed.row_of("not there") is None
    assert packed[:2] == list(plain)[:2]


def test_more_ids_than_slots_are_all_found() -> None:
    packed = PackedIds()
    for first in range(0, 600_000, 100_000):
        packed.extend([f"c{number}" for number in range(first, first + 100_000)])
    assert [packed.row_of(f"c{number}") for number in (0, 99_999, 599_999)] == [0, 99_999, 599_999]
    assert packed[-1] == "c599999"
    assert not packed.may_have_any([f"d{number}" for number in range(1_000)])


def test_a_table_with_packed_ids_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(
        "case,opened\n"
        + "".join(f"c{number % 900},2026-09-01 09:00:00\n" for number in range(1_000))
    )
    few = load(path, None)
    monkeypatch.setattr(case_ids, "MANY", 100)
    many = load(path, None)
    assert few.columns is not None
    assert many.columns is not None
    assert isinstance(many.columns.ids, PackedIds)
    assert (list(few.columns.ids), few.columns.opened) == (
        list(many.columns.ids),
        many.columns.opened,
    )
    assert few.problems == many.problems
    assert few.counts["duplicate-case"] == 100
    assert len(CaseIds()) == 0
