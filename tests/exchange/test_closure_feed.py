"""Calendars of closures: iCalendar in, closed dates and sentences out."""

from datetime import date

import pytest

from goodword.document.read import read
from goodword.exchange.closure_feed import UnreadableCalendarError, closures_in
from goodword.exchange.hours_sentences import closure_sentences
from goodword.policy.definition import ClosureClause
from goodword.policy.hours import Closure

FIRST, LAST = date(2026, 11, 1), date(2027, 12, 31)


def calendar(*events: str) -> bytes:
    inside = "".join(
        f"BEGIN:VEVENT\nUID:{at}\n{one}\nEND:VEVENT\n" for at, one in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//t\n{inside}END:VCALENDAR\n".encode()


def closed(*events: str, zone: str = "Europe/London") -> tuple[Closure, ...]:
    return closures_in(calendar(*events), zone, FIRST, LAST).closures


def test_an_entry_for_whole_days_closes_them_and_its_end_is_not_one_of_them() -> None:
    found = closed("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261226\nSUMMARY:Break")
    assert found == (Closure(12, 24, 2026, "Break"), Closure(12, 25, 2026, "Break"))


def test_an_entry_without_an_end_is_one_day() -> None:
    assert closed("DTSTART;VALUE=DATE:20270301") == (Closure(3, 1, 2027),)


def test_times_of_another_zone_are_told_in_the_zone_of_the_house() -> None:
    found = closed("DTSTART:20270705T130000Z\nDTEND:20270705T150000Z")
    assert found == (Closure(7, 5, 2027, "", 14 * 60, 16 * 60),)


def test_a_time_without_a_zone_is_meant_as_it_stands() -> None:
    found = closed("DTSTART:20270705T130000\nDURATION:PT90M")
    assert found == (Closure(7, 5, 2027, "", 780, 870),)


def test_an_entry_over_midnight_closes_a_part_of_both_days() -> None:
    found = closed("DTSTART:20270705T220000\nDTEND:20270706T060030")
    assert found == (Closure(7, 5, 2027, "", 1320, 1440), Closure(7, 6, 2027, "", 0, 361))


def test_what_comes_back_is_told_each_time_but_for_its_exceptions() -> None:
    found = closed(
        "DTSTART;TZID=Europe/London:20270106T130000\nDTEND;TZID=Europe/London:20270106T140000\n"
        "RRULE:FREQ=MONTHLY;BYDAY=1WE;COUNT=4\nEXDATE;TZID=Europe/London:20270203T130000"
    )
    assert [(one.month, one.day, one.start) for one in found] == [
        (1, 6, 780),
        (3, 3, 780),
        (4, 7, 780),
    ]


def test_a_single_date_of_a_series_may_have_been_moved() -> None:
    found = closures_in(
        b"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//t\n"
        b"BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20270104\nRRULE:FREQ=WEEKLY;COUNT=2\nEND:VEVENT\n"
        b"BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;VALUE=DATE:20270111\nDTSTART;VALUE=DATE:20270112\n"
        b"END:VEVENT\nEND:VCALENDAR\n",
        "Europe/London",
        FIRST,
        LAST,
    ).closures
    assert [(one.month, one.day) for one in found] == [(1, 4), (1, 12)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("STATUS:CANCELLED", "it was cancelled"),
        ("TRANSP:TRANSPARENT", "it is marked as free time"),
        ("RRULE:FREQ=HOURLY", "it comes back more than once a day"),
    ],
)
def test_what_closes_nothing_is_left_out_with_its_reason(line: str, why: str) -> None:
    feed = closures_in(
        calendar(f"DTSTART:20270705T130000Z\nDTEND:20270705T140000Z\nSUMMARY:Lunch\n{line}"),
        "Europe/London",
        FIRST,
        LAST,
    )
    assert feed.closures == ()
    assert feed.left_out == (f'"Lunch" is left out: {why}.',)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"hello", id="no-calendar"),
        pytest.param(b"\xff\xfe\x00\x01", id="binary"),
        pytest.param(calendar("DTSTART:tomorrow"), id="no-date"),
        pytest.param(calendar("DTSTART:20270705T1300\nDTEND:x"), id="torn-date"),
    ],
)
def test_what_is_no_calendar_is_refused_with_a_next_step(content: bytes) -> None:
    with pytest.raises(UnreadableCalendarError) as refused:
        closures_in(content, "Europe/London", FIRST, LAST, "team.ics")
    assert "team.ics" in refused.value.message
    assert refused.value.hint


def test_more_than_ten_years_are_refused() -> None:
    with pytest.raises(UnreadableCalendarError, match="ten years"):
        closures_in(calendar(), "Europe/London", FIRST, date(2099, 1, 1))


def test_the_sentences_of_a_feed_are_read_as_its_closures() -> None:
    feed = closures_in(
        calendar(
            "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20270102\nSUMMARY:Christmas break",
            "DTSTART:20261202T130000\nDTEND:20261202T150000\nRRULE:FREQ=WEEKLY;COUNT=20\n"
            "SUMMARY:Team training",
            "DTSTART;VALUE=DATE:20270405\nSUMMARY:Open until noon (see door). Thanks; bye",
            "DTSTART:20270410T000000\nDTEND:20270410T070000",
        ),
        "Europe/London",
        FIRST,
        LAST,
    )
    said = list(closure_sentences(feed.closures))
    assert said[-2:] == [
        "We are closed on 5 April 2027.",
        "We are closed on 10 April 2027 from 12am to 7am.",
    ]
    text = "# Policy\n\nWe are open Monday to Sunday, 9am to 5pm.\n\n" + "\n\n".join(said)
    reading = read(text)
    assert not reading.problems
    found = {one for clause in reading.policy.of_kind(ClosureClause) for one in clause.closures}
    bare = {(one.month, one.day, one.year, one.start, one.end) for one in feed.closures}
    assert {(one.month, one.day, one.year, one.start, one.end) for one in found} == bare
    assert {one.name for one in found} == {"", "Christmas break", "Team training"}
