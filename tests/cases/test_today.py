from typing import Any

from goodword_web.cases import actions as cases
from goodword_web.cases import queries
from tests.cases.case_practice import Practice


def test_cases_stand_by_the_time_that_is_left(practice: Practice) -> None:
    later = practice.case("2026-09-07 11:00")
    sooner = practice.case("2026-09-07 09:00")
    assert [sooner, later] == [row.case for row in queries.today(practice.at("2026-09-07 12:00"))]


def test_what_is_left_is_said_in_wall_time_and_in_open_time(practice: Practice) -> None:
    practice.case("2026-09-04 16:30")
    [row] = queries.today(practice.at("2026-09-04 17:00"))
    assert (row.left_seconds, row.left_working_seconds) == (18 * 3600 + 1800, 3600 * 3 + 1800)


def test_lateness_comes_from_the_time_alone_though_nobody_was_polling(practice: Practice) -> None:
    practice.case("2026-09-04 16:30")
    [row] = queries.today(practice.at("2026-09-05 11:31"))
    assert (row.is_late, row.left_seconds) == (True, -60)
    assert queries.counts(practice.at("2026-09-05 11:31")).late == 1


def test_a_case_whose_clocks_stand_still_has_no_time_left(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00")
    cases.send_reply(
        actor=practice.mia, case=case, body="Which?", at=practice.at("2026-09-07 09:30")
    )
    cases.wait_for_customer(actor=practice.mia, case=case, at=practice.at("2026-09-07 09:31"))
    [row] = queries.today(practice.at("2026-09-07 10:00"))
    assert (row.is_paused, row.left_seconds) == (True, None)


def test_today_asks_as_often_for_three_cases_as_for_one(
    practice: Practice, django_assert_num_queries: Any
) -> None:
    at = practice.at("2026-09-07 12:00")
    practice.case("2026-09-07 09:00")
    with django_assert_num_queries(3):
        queries.today(at)
    practice.case("2026-09-07 09:10")
    practice.case("2026-09-07 09:20")
    with django_assert_num_queries(3):
        assert len(queries.today(at)) == 3
