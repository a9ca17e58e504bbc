from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from goodword.metric.period import month_at, months_between


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def test_months_are_those_of_the_zone_across_clock_changes() -> None:
    months = months_between(
        at("2026-09-30T23:59:59+10:00"), at("2026-11-01T00:00:00+11:00"), "Australia/Melbourne"
    )
    expected = [
        ("2026-09", at("2026-09-01T00:00+10:00"), at("2026-10-01T00:00+10:00")),
        ("2026-10", at("2026-10-01T00:00+10:00"), at("2026-11-01T00:00+11:00")),
        ("2026-11", at("2026-11-01T00:00+11:00"), at("2026-12-01T00:00+11:00")),
    ]
    assert expected == [(month.name, month.start, month.end) for month in months]


def test_a_month_is_closed_from_its_last_instant_on() -> None:
    (month,) = months_between(0, 0, "UTC")
    assert (month.is_closed(month.end - 1), month.is_closed(month.end)) == (False, True)


def test_december_is_followed_by_january() -> None:
    start, end = at("2026-12-31T00:00Z"), at("2027-01-01T00:00Z")
    assert [month.name for month in months_between(start, end, "UTC")] == ["2026-12", "2027-01"]


@given(st.integers(0, 2_000_000_000), st.integers(0, 100_000_000))
def test_every_instant_falls_in_the_month_of_its_date(first: int, later: int) -> None:
    months = months_between(first, first + later, "UTC")
    for instant in (first, first + later // 2, first + later):
        expected = datetime.fromtimestamp(instant, UTC).strftime("%Y-%m")
        assert expected == month_at(months, instant).name
