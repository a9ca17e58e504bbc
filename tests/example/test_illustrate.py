from dataclasses import replace
from pathlib import Path

from goodword.businesstime.openings import openings_for
from goodword.document.read import read
from goodword.example.illustrate import illustrate
from goodword.policy.authority import ApprovalRule, Authority, CapRule, Precondition, Prohibition
from goodword.policy.clause import Clause
from goodword.policy.definition import ClosureClause, HolidayClause, HoursClause
from goodword.policy.duty import Escalation, ReviewRule, SurveyRule
from goodword.policy.hours import CLOSED_WEEK, Hours
from goodword.policy.policy import C
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.situation import Phrase, Situation

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside" / "policy.md"
POLICY = read(RIVERSIDE.read_text("utf-8")).policy
AT = 1_788_307_200  # Wednesday 2 September 2026, 10:00 in Melbourne


def worked(clause: Clause) -> str:
    assert POLICY.hours is not None
    example = illustrate(clause, POLICY, openings_for(POLICY.hours, AT), at=AT)
    assert example is not None
    return example.words


def first(kind: type[C], words: str) -> C:
    return next(one for one in POLICY.of_kind(kind) if words in one.text)


def test_a_promise_in_working_hours_goes_on_at_the_next_opening() -> None:
    promise = next(
        one
        for one in POLICY.of_kind(Promise)
        if one.metric is Metric.FIRST_RESPONSE and one.channels == ("email",)
    )
    expected = "An email arrives Friday 4 September 16:30: due Saturday 5 September 11:30."
    assert expected == worked(promise)


def test_a_promise_in_working_days_is_due_at_closing() -> None:
    promise = next(
        one
        for one in POLICY.of_kind(Promise)
        if one.metric is Metric.ACKNOWLEDGE and one.subject == "complaint"
    )
    expected = "A complaint arrives Friday 4 September 16:30: due Saturday 5 September 13:00."
    assert expected == worked(promise)


def test_an_authority_is_shown_at_its_limit_and_a_cent_above() -> None:
    clause = first(Authority, "Receptionists may refund")
    expected = "A receptionist wants to refund $100: allowed. $100.01: ask the practice manager."
    assert expected == worked(clause)


def test_a_cap_is_shown_used_up() -> None:
    clause = first(Authority, "free follow-up session")
    expected = (
        "A receptionist wants to give a free follow-up session: allowed. "
        "Once more for the same client within 90 days: ask the practice owner."
    )
    assert expected == worked(clause)


def test_an_approval_rule_is_shown_just_above_its_amount() -> None:
    clause = first(ApprovalRule, "over $300")
    expected = "The practice manager wants to refund $300.01: ask the practice owner."
    assert expected == worked(clause)


def test_a_cap_rule_is_shown_used_up() -> None:
    assert "after 3 for the same client" in worked(first(CapRule, "No more than 3"))


def test_a_precondition_is_shown_as_what_comes_first() -> None:
    assert "first check the payment" in worked(first(Precondition, "Before refunding"))


def test_a_prohibition_is_shown_refused() -> None:
    assert worked(first(Prohibition, "Students must never give refunds")).endswith("not allowed.")


def test_an_escalation_names_the_instant_and_the_role() -> None:
    clause = first(Escalation, "not acknowledged")
    expected = (
        "A complaint arrives Friday 4 September 16:30. If nobody has acknowledged it by "
        "Saturday 5 September 13:00, the practice manager is told."
    )
    assert expected == worked(clause)


def test_an_escalation_by_event_is_told_at_once() -> None:
    expected = (
        "A client mentions a solicitor Friday 4 September 16:30: "
        "the practice owner is told at once."
    )
    assert expected == worked(first(Escalation, "solicitor"))


def test_a_wait_for_the_customer_moves_the_due_time() -> None:
    assert "then due" in worked(POLICY.of_kind(PauseRule)[0])


def test_a_survey_shows_its_day_and_the_next_one() -> None:
    expected = (
        "A visit on Friday 4 September: the survey goes out on Saturday 5 September, "
        "and the next at the earliest on Friday 4 December 2026."
    )
    assert expected == worked(POLICY.of_kind(SurveyRule)[0])


def test_a_review_shows_the_next_date() -> None:
    expected = "Reviewed on Friday 4 September 2026: due again by Thursday 4 March 2027."
    assert expected == worked(POLICY.of_kind(ReviewRule)[0])


def test_opening_hours_are_shown_on_a_friday_and_a_sunday() -> None:
    expected = (
        "Friday 4 September 16:30: open. "
        "Sunday 6 September 16:30: closed, open again Monday 7 September 08:00."
    )
    assert expected == worked(POLICY.of_kind(HoursClause)[0])


def test_public_holidays_show_the_next_one_by_name() -> None:
    assert "AFL Grand Final" in worked(POLICY.of_kind(HolidayClause)[0])


def test_a_closed_date_shows_when_we_open_again() -> None:
    clause = next(one for one in POLICY.of_kind(ClosureClause) if len(one.closures) > 1)
    expected = "Thursday 24 December 12:00: closed, open again Saturday 2 January 09:00."
    assert expected == worked(clause)


def test_every_situation_is_found_by_its_own_words() -> None:
    for clause in POLICY.of_kind(Situation):
        assert "finds this situation" in worked(clause)


def test_a_phrase_has_nothing_to_work_out() -> None:
    assert illustrate(POLICY.of_kind(Phrase)[0], POLICY, None, at=AT) is None


def test_hours_that_never_open_give_no_example() -> None:
    never = Hours(zone="Australia/Melbourne", week=CLOSED_WEEK)
    policy = replace(POLICY, hours=never)
    promise = POLICY.of_kind(Promise)[0]
    assert illustrate(promise, policy, openings_for(never, AT), at=AT) is None


def test_a_policy_without_hours_counts_round_the_clock() -> None:
    policy = read("We reply to every email within 24 hours.").policy
    example = illustrate(policy.of_kind(Promise)[0], policy, None, at=AT)
    assert example is not None
    assert example.words == (
        "An email arrives Friday 4 September 16:30: due Saturday 5 September 16:30."
    )
