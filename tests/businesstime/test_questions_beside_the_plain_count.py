"""Any question about any hours: `goodword time` answers as the plain count does, date by date."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.exchange.time_question import answered
from tests.businesstime.plain_question import WEEKDAYS, PlainQuestion

# Zones with a change near the date: at midnight both ways, by half an hour, by a whole day.
PLACES = (
    ("Africa/Casablanca", date(2022, 3, 27)),
    ("America/Chicago", date(2022, 3, 13)),
    ("America/Chicago", date(2022, 11, 6)),
    ("America/Havana", date(2022, 3, 13)),
    ("America/Santiago", date(2022, 4, 2)),
    ("America/Santiago", date(2022, 9, 11)),
    ("Asia/Gaza", date(2021, 10, 29)),
    ("Asia/Kathmandu", date(2023, 5, 5)),
    ("Atlantic/Azores", date(2022, 3, 27)),
    ("Australia/Lord_Howe", date(2022, 10, 2)),
    ("Europe/Madrid", date(2021, 10, 31)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Pacific/Kwajalein", date(1993, 8, 21)),
)
clocks = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from((0, 0, 15, 30, 47)))
closings = clocks | st.sampled_from(("24:00", "00:00", "02:00"))
parts = st.lists(st.tuples(clocks, closings).map(list), max_size=3)


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    zone, change = draw(st.sampled_from(PLACES))
    near = st.integers(-4, 4).map(lambda days: (change + timedelta(days=days)).isoformat())
    offsets = st.sampled_from(("", "", "Z", "+02:00", "-07:00"))
    moments = st.builds("{}T{}:00{}".format, near, clocks, offsets)
    question: dict[str, Any] = {
        "timezone": zone,
        "hours": draw(st.dictionaries(st.sampled_from(WEEKDAYS), parts, min_size=3)),
        "holidays": draw(st.lists(near, max_size=2)),
        "overrides": draw(st.dictionaries(near, parts, max_size=3)),
        "breaks": draw(st.dictionaries(near, parts, max_size=2)),
        "start": draw(moments),
        "op": draw(st.sampled_from(("add", "elapsed", "add_working_days", "working_days_between"))),
    }
    if question["op"] == "add":
        question["amount_seconds"] = 60 * draw(st.integers(-900, 900))
    elif question["op"] == "add_working_days":
        question["n"] = draw(st.integers(-6, 6))
    else:
        question["end"] = draw(moments)
    return question


@given(questions())
@settings(max_examples=50, deadline=None)
def test_any_question_is_answered_as_step_by_step(question: dict[str, Any]) -> None:
    answer = answered(question)

    if "error" in answer:
        # Nothing opens often enough; the plain count would walk for ever.
        assert answer["error"]["code"] == "never-open"
    else:
        assert answer["result"] == PlainQuestion(question).answer()
