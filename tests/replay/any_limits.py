"""Hours and limits that Hypothesis makes up, for what is counted in bulk."""

from datetime import date, time

from hypothesis import strategies as st

from goodword.policy.hours import Closure, HolidayPlace, Hours, Interval, OwnHours
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Unit
from tests.replay.any_history import WEEKS

ZONES = ("Australia/Melbourne", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC")

days = st.builds(
    Duration,
    st.integers(1, 12),
    st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH]),
    st.sampled_from([Counting.WORKING, Counting.CALENDAR]),
)
anchors = st.builds(
    Anchor,
    st.sampled_from(AnchorKind),
    st.sampled_from([None, time(17), time(9, 30)]),
    st.sampled_from([None, time(14)]),
)


def hours_with(own: date) -> st.SearchStrategy[Hours]:
    """Return hours with holidays, closed dates, and a date that may have hours of its own."""
    return st.builds(
        Hours,
        zone=st.sampled_from(ZONES),
        week=st.sampled_from(WEEKS),
        holidays=st.sampled_from([(), (HolidayPlace("AU", "VIC"),)]),
        closures=st.sampled_from([(), (Closure(4, 7, 2026), Closure(4, 8, start=600, end=700))]),
        own_hours=st.sampled_from([(), (OwnHours(own, (Interval(600, 660),)),)]),
    )
