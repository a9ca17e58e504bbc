import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, binom, binomtest

from goodword.metric.estimate import Verdict, estimate, smallest_proof
from goodword.metric.interval import at_least, lower_bound, upper_bound, wilson

KEPT, NOT_KEPT, CANNOT_TELL = Verdict.KEPT, Verdict.NOT_KEPT, Verdict.CANNOT_TELL_YET


@pytest.mark.parametrize(
    ("kept", "n", "interval"),
    [
        (19, 20, (0.7639, 0.9911)),
        (59, 59, (0.9389, 1.0)),
        (95, 100, (0.8882, 0.9785)),
        (950, 1000, (0.9347, 0.9619)),
    ],
)
def test_the_interval_for_display_is_wilsons(
    kept: int, n: int, interval: tuple[float, float]
) -> None:
    low, high = wilson(kept, n)
    assert interval == (round(low, 4), round(high, 4))


@pytest.mark.parametrize(
    ("kept", "n", "two_sided"),
    [
        (19, 20, (0.7513, 0.9987)),
        (59, 59, (0.9394, 1.0)),
        (95, 100, (0.8872, 0.9836)),
        (950, 1000, (0.9346, 0.9627)),
    ],
)
def test_two_sided_exact_bounds_are_one_sided_ones_at_half_alpha(
    kept: int, n: int, two_sided: tuple[float, float]
) -> None:
    bounds = lower_bound(kept, n, alpha=0.025), upper_bound(kept, n, alpha=0.025)
    assert two_sided == (round(bounds[0], 4), round(bounds[1], 4))


@pytest.mark.parametrize(
    ("kept", "n", "lower", "upper", "at_95", "at_90"),
    [
        (19, 20, 0.7839, 0.9974, CANNOT_TELL, CANNOT_TELL),
        (59, 59, 0.9505, 1.0, KEPT, KEPT),
        (95, 100, 0.8977, None, CANNOT_TELL, CANNOT_TELL),
        (920, 1000, 0.9044, 0.9337, NOT_KEPT, KEPT),
        (950, 1000, 0.9371, 0.9608, CANNOT_TELL, KEPT),
        (962, 1000, 0.9505, 0.9714, KEPT, KEPT),
        (30, 40, 0.6129, 0.8576, NOT_KEPT, NOT_KEPT),
    ],
)
def test_the_verdict_comes_from_one_sided_exact_bounds(
    kept: int, n: int, lower: float, upper: float | None, at_95: Verdict, at_90: Verdict
) -> None:
    strict, mild = estimate(kept, n, 0.95), estimate(kept, n, 0.90)
    assert (at_95, at_90) == (strict.verdict, mild.verdict)
    assert lower == round(strict.lower, 4)
    assert upper is None or upper == round(strict.upper, 4)


@pytest.mark.parametrize(
    ("target", "sizes"),
    [
        (0.80, [14, 22, 30, 37]),
        (0.90, [29, 46, 61, 76, 89]),
        (0.95, [59, 93, 124, 153, 181, 208]),
        (0.98, [149]),
        (0.99, [299]),
    ],
)
def test_the_fewest_cases_that_prove_a_promise(target: float, sizes: list[int]) -> None:
    assert sizes == [smallest_proof(misses, target) for misses in range(len(sizes))]


def test_needed_says_how_many_more_kept_cases_would_settle_it() -> None:
    assert estimate(95, 100, 0.95).needed == 208 - 100
    assert estimate(0, 0, 0.95).needed == 59
    assert estimate(59, 59, 0.95).needed == 0


def test_with_the_needed_cases_the_promise_is_kept_and_with_one_fewer_it_is_not_yet() -> None:
    needed = estimate(95, 100, 0.95).needed
    assert needed is not None
    assert estimate(95 + needed, 100 + needed, 0.95).verdict == KEPT
    assert estimate(95 + needed - 1, 100 + needed - 1, 0.95).verdict == CANNOT_TELL


def test_a_promise_for_every_time_is_kept_when_every_judged_case_was() -> None:
    perfect = estimate(30, 30, None)
    assert (perfect.verdict, perfect.value, perfect.needed) == (KEPT, 1.0, 0)
    assert round(0.05 ** (1 / 30), 9) == round(perfect.lower, 9)


def test_a_promise_for_every_time_is_not_kept_at_the_first_broken_one() -> None:
    assert estimate(29, 30, None).verdict == NOT_KEPT


def test_a_promise_without_a_judged_case_cannot_be_told_yet() -> None:
    nothing = estimate(0, 0, None)
    assert (
        nothing.verdict,
        nothing.value,
        nothing.n,
        nothing.needed,
    ) == (CANNOT_TELL, None, 0, 1)
    assert (nothing.low, nothing.high) == (0.0, 1.0)


@st.composite
def counts(draw: st.DrawFn) -> tuple[int, int]:
    n = draw(st.integers(1, 5000))
    return draw(st.integers(0, n)), n


@given(counts())
def test_bounds_agree_with_scipy(counted: tuple[int, int]) -> None:
    kept, n = counted
    expected_low = 0.0 if kept == 0 else float(beta.ppf(0.05, kept, n - kept + 1))
    expected_high = 1.0 if kept == n else float(beta.ppf(0.95, kept + 1, n - kept))
    assert math.isclose(expected_low, lower_bound(kept, n), abs_tol=1e-9)
    assert math.isclose(expected_high, upper_bound(kept, n), abs_tol=1e-9)


@given(counts())
def test_wilson_agrees_with_scipy(counted: tuple[int, int]) -> None:
    expected = binomtest(*counted).proportion_ci(method="wilson")
    low, high = wilson(*counted)
    assert math.isclose(expected.low, low, abs_tol=1e-12)
    assert math.isclose(expected.high, high, abs_tol=1e-12)


@given(counts(), st.floats(0.01, 0.99))
def test_chances_agree_with_scipy(counted: tuple[int, int], share: float) -> None:
    kept, n = counted
    assert math.isclose(float(binom.sf(kept - 1, n, share)), at_least(kept, n, share), abs_tol=1e-9)


@settings(max_examples=50)
@given(counts(), st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_one_more_kept_case_never_makes_a_verdict_worse(
    counted: tuple[int, int], target: float
) -> None:
    order = [NOT_KEPT, CANNOT_TELL, KEPT]
    kept, n = counted
    before, after = estimate(kept, n, target).verdict, estimate(kept + 1, n + 1, target).verdict
    assert order.index(before) <= order.index(after)


def test_a_million_cases_are_estimated_in_a_moment() -> None:
    whole = estimate(950_400, 1_000_000, 0.95)
    assert estimate(950_100, 1_000_000, 0.95).verdict == CANNOT_TELL
    assert whole.verdict == KEPT
