import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from goodword.metric.interval import lower_bound
from goodword.metric.survival import Survival, survival

waits = st.lists(
    st.tuples(st.integers(1, 30), st.integers(1, 40)).map(lambda one: (min(one), one[0] <= one[1])),
    min_size=1,
    max_size=60,
)


def stair(seen: list[tuple[int, bool]]) -> Survival:
    return survival([wait for wait, _ in seen], [done for _, done in seen])


@settings(max_examples=50, deadline=None)
@given(waits)
def test_the_stair_is_that_of_another_hand(seen: list[tuple[int, bool]]) -> None:
    mine = stair(seen)
    if mine.open == mine.n:
        return
    theirs = stats.ecdf(
        stats.CensoredData.right_censored(
            [wait for wait, _ in seen], [not done for _, done in seen]
        )
    )
    expected = theirs.cdf.evaluate(np.arange(41))
    for time in range(41):
        share = mine.share_by(time)
        if share is not None:
            assert share.value == pytest.approx(float(expected[time]))


@pytest.mark.filterwarnings("ignore:The confidence interval is undefined")
@settings(max_examples=50, deadline=None)
@given(waits)
def test_its_interval_is_greenwoods_once_something_open_has_waited_less(
    seen: list[tuple[int, bool]],
) -> None:
    mine = stair(seen)
    if mine.open == mine.n:
        return
    theirs = stats.ecdf(
        stats.CensoredData.right_censored(
            [wait for wait, _ in seen], [not done for _, done in seen]
        )
    ).cdf.confidence_interval(0.95, method="log-log")
    lows, highs = (side.evaluate(np.arange(41)) for side in (theirs.low, theirs.high))
    for time in range(41):
        share = mine.share_by(time)
        if share is not None and time > mine.first_open and 0 < share.value < 1:
            assert share.low == pytest.approx(float(lows[time]))
            assert share.high == pytest.approx(float(highs[time]))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=80), st.integers(1, 9))
def test_without_open_cases_it_is_the_plain_share_with_exact_bounds(
    took: list[int], time: int
) -> None:
    share = survival(took, [True] * len(took)).share_by(time)
    kept = sum(one <= time for one in took)
    assert share is not None
    assert share.value == pytest.approx(kept / len(took))
    assert share.lower == lower_bound(kept, len(took))


@pytest.mark.parametrize("n", [5, 58, 59, 93, 300])
@pytest.mark.parametrize("share", [0.5, 0.8, 0.95])
def test_the_times_that_bound_a_quantile_are_those_of_binomial_ranks(n: int, share: float) -> None:
    ranks = range(1, n + 1)
    upper = [rank for rank in ranks if stats.binom.cdf(rank - 1, n, share) >= 0.95]
    lower = [rank for rank in ranks if stats.binom.cdf(rank, n, share) > 0.05]
    expected = (lower[0], upper[0] if upper else None)
    assert expected == survival(ranks, [True] * n).time_bounds(share, 0.95)


def test_bounds_with_open_cases_are_those_of_the_effective_number() -> None:
    # Ten of twenty are done by 10, then five are lost from sight, and five more are done.
    found = survival(
        [*range(1, 11), *[10] * 5, *range(11, 16)], [True] * 10 + [False] * 5 + [True] * 5
    )
    share = found.share_by(13)
    assert share is not None
    left = 0.5 * (1 - 3 / 5)
    doubt = sum(1 / (at * (at - 1)) for at in (*range(11, 21), 5, 4, 3))
    n = (1 - left) / (left * doubt)
    assert share.value == pytest.approx(1 - left)
    assert share.lower == pytest.approx(stats.beta.ppf(0.05, n * (1 - left), n * left + 1))
    assert share.upper == pytest.approx(stats.beta.ppf(0.95, n * (1 - left) + 1, n * left))


def test_fifty_nine_cases_are_the_fewest_that_bound_the_time_of_ninety_five_in_a_hundred() -> None:
    assert survival(range(1, 59), [True] * 58).time_bounds(0.95, 0.95) == (52, None)
    assert survival(range(1, 60), [True] * 59).time_bounds(0.95, 0.95) == (53, 59)


def test_the_bound_holds_as_often_as_it_says() -> None:
    numbers = np.random.default_rng(7)
    true = stats.expon.ppf(0.9)
    covered = 0
    for _ in range(400):
        took, seen = numbers.exponential(size=200), numbers.uniform(0.5, 12, 200)
        found = survival(np.minimum(took, seen), took <= seen).time_bounds(0.9, 0.95)[1]
        covered += found is None or found >= true
    assert stats.binomtest(covered, 400, 0.95).pvalue > 0.001


def test_what_is_open_makes_times_longer_and_never_shorter() -> None:
    done = [10, 20, 30, 40]
    without = survival(done, [True] * 4)
    kept_in = survival([*done, 35, 35], [*[True] * 4, False, False])
    assert (without.time_for(0.5), kept_in.time_for(0.5)) == (20, 30)
    assert (without.time_for(0.9), kept_in.time_for(0.9)) == (40, 40)


def test_nothing_is_said_beyond_what_was_seen() -> None:
    found = survival([10, 25], [True, False])
    assert found.share_by(25) is not None
    assert found.share_by(26) is None
    assert survival([], []).share_by(1) is None
    assert survival([], []).time_bounds(0.9, 0.95) == (None, None)


def test_only_open_cases_say_that_little_was_done_by_then() -> None:
    share = survival([5, 5, 5], [False] * 3).share_by(5)
    assert share is not None
    assert (share.value, share.lower) == (0.0, 0.0)
    assert share.upper == pytest.approx(1 - 0.05 ** (1 / 3))
