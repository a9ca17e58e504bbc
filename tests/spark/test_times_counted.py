"""Times counted by several tasks in two looks are those that one machine keeps and sorts."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.metric.quantile import quantiles
from goodword.metric.tally_quantiles import tally_quantiles
from goodword.replay.outcomes import OUTCOMES
from goodword.replay.tally import Cell, Tally
from goodword.replay.tally_times import NONE, SECONDS
from goodword.spark.times import CountedTimes
from goodword.spark.times_counted import CountedKeys, TimesCounted

LONGEST = 2**31 - 2
TIMES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5_000) | st.integers(0, LONGEST)))


def cell_of(number: int) -> Cell:
    """Return the cell of a number: 0 and 3 are one of several versions."""
    return ("reply" if number % 3 < 2 else "solve"), (f"part {number % 3}",)


def counted(tasks: Sequence[Sequence[tuple[int, int]]], times: TimesCounted) -> CountedKeys:
    """Return what tasks that run one after another in one worker answer together."""
    answers = []
    for task in tasks:
        times.clear()
        keys = [number << SECONDS | seconds for number, seconds in task]
        times.room(len(keys) + 1)[:] = [*keys, NONE]
        answers.append(times.counted())
    return CountedKeys.of(
        np.concatenate([one.keys for one in answers]),
        np.concatenate([one.counts for one in answers]),
    )


@given(tasks=st.lists(TIMES, min_size=1, max_size=4), unfinished=st.integers(0, 3))
def test_quantiles_are_those_of_all_times_in_order(
    tasks: list[list[tuple[int, int]]], unfinished: int
) -> None:
    open_past_due = tuple(unfinished * (one.value == "broken_open") for one in OUTCOMES)
    tally = Tally(("channel",), {cell_of(number): open_past_due for number in range(5)})
    known: dict[Cell, list[int]] = {("reply", ()): [], ("solve", ()): []}
    for number, seconds in (one for task in tasks for one in task):
        cell = cell_of(number)
        known.setdefault(cell, []).append(seconds)
        known[cell[0], ()].append(seconds)
    times = TimesCounted()

    stretches = counted(tasks, times)
    first_look = CountedTimes(stretches, cell_of)
    times.inside = first_look.stretches_of(tally_quantiles(first_look, tally, ["reply", "solve"]))
    exact = stretches.with_closer(counted(tasks, times))

    assert {
        cell: quantiles(sorted(some), unfinished * (2 if cell == ("reply", ()) else 1))
        for cell, some in known.items()
    } == tally_quantiles(CountedTimes(exact, cell_of), tally, ["reply", "solve"])


def test_a_second_look_that_saw_other_times_is_refused() -> None:
    times = TimesCounted()
    stretches = counted([[(0, 5), (0, 6)]], times)
    times.inside = CountedTimes(stretches, cell_of).stretches_of({("reply", ()): {"p50": 0}})

    with pytest.raises(ValueError, match="CountedKeys"):
        stretches.with_closer(counted([[(0, 5)]], times))


def test_times_beyond_what_is_held_at_once_are_counted_too() -> None:
    random = np.random.default_rng(7)
    times, expected = TimesCounted(), np.zeros(3, np.int64)
    for _ in range(9):
        numbers = random.integers(0, 3, 50_000)
        times.room(50_000)[:] = numbers << SECONDS | random.integers(0, 1 << 20, 50_000)
        expected += np.bincount(numbers, minlength=3)
    found = times.counted()

    assert expected.tolist() == [
        int(found.counts[found.keys >> SECONDS == number].sum()) for number in range(3)
    ]
    assert len(found.keys) == 3 * 1024
