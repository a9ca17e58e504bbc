"""Times that were written away come back in order, however many there are."""

from tempfile import SpooledTemporaryFile

import numpy as np
import pytest

from goodword.replay.tally_times import NONE, SECONDS, TimesTaken, in_order

ROWS = 30_000


@pytest.mark.parametrize("in_memory", [1 << 12, 1 << 24], ids=["in a file", "in memory"])
@pytest.mark.parametrize("at_once", [0, 1 << 20], ids=["place by place", "sorted"])
def test_times_come_back_cell_by_cell_and_in_order(in_memory: int, at_once: int) -> None:
    random = np.random.default_rng(5)
    expected: dict[int, list[int]] = {}
    with SpooledTemporaryFile(in_memory) as stream:
        taken = TimesTaken(stream)
        first = taken.reserve(4) + taken.reserve(3)
        for most in (1, 2_000, 40_000, 2**31 - 1, 5, 90_000):
            cells = first + random.integers(0, 3, ROWS)
            seconds = random.integers(0, most, ROWS)
            has_time = random.random(ROWS) < 0.9
            taken.room(ROWS)[:] = np.where(has_time, cells << SECONDS | seconds, NONE)
            for cell in range(first, first + 3):
                expected.setdefault(cell, []).extend(seconds[has_time & (cells == cell)].tolist())
        found = taken.by_cell()

        assert sorted(expected) == sorted(found)
        for cell, unsorted in expected.items():
            times = sorted(unsorted)
            order = in_order([found[cell]], at_once=at_once)
            assert len(times) == len(order)
            places = [0, 1, len(times) // 2, len(times) * 9 // 10, len(times) - 1]
            assert [times[place] for place in places] == [int(order[place]) for place in places]


def test_a_cell_without_times_has_none() -> None:
    with SpooledTemporaryFile(1 << 12) as stream:
        taken = TimesTaken(stream)
        taken.room(3)[:] = NONE
        assert taken.by_cell() == {}
    assert len(in_order([])) == 0
