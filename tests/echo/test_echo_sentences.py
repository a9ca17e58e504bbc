from datetime import time
from decimal import Decimal

from goodword.document.echo import echo
from goodword.policy.authority import ApprovalRule, Authority, Cap, Per, Prohibition
from goodword.policy.clause import Clause, Strength
from goodword.policy.duty import Escalation, ReviewRule, SurveyRule, Trigger
from goodword.policy.hours import Hours, Interval
from goodword.policy.policy import Policy, Role
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Money, Unit

WEEKDAY = (Interval(480, 1080),)
POLICY = Policy(
    title="Riverside",
    organisation="Riverside Physiotherapy",
    serves="client",
    language="en",
    currency="AUD",
    hours=Hours(
        "Australia/Melbourne",
        week=(WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, (Interval(540, 780),), ()),
    ),
    roles=(Role("practice_manager", "practice manager"), Role("receptionist", "receptionists")),
    owner="practice_manager",
    sections=(),
    clauses=(),
)


def said(clause: Clause) -> str:
    return echo(clause, POLICY)


def test_a_promise_in_working_hours_shows_the_hours_and_every_time() -> None:
    clause = Promise(
        metric=Metric.FIRST_RESPONSE,
        channels=("email",),
        limit=Duration(4, Unit.HOUR, Counting.WORKING),
    )
    expected = (
        "We give a first reply to every email within 4 working hours "
        "(Monday to Friday, 8am to 6pm, and Saturday, 9am to 1pm), every time."
    )
    assert expected == said(clause)


def test_plain_hours_are_said_to_run_round_the_clock() -> None:
    clause = Promise(
        metric=Metric.ANSWER,
        channels=("phone",),
        limit=Duration(30, Unit.SECOND, Counting.CLOCK),
        target=Decimal("0.9"),
    )
    expected = "We answer every phone call within 30 seconds (round the clock), 90% of the time."
    assert expected == said(clause)


def test_an_aim_on_any_channel_says_both() -> None:
    clause = Promise(
        metric=Metric.RESOLUTION,
        strength=Strength.AIM,
        limit=Anchor(AnchorKind.SAME_DAY, cutoff=time(14)),
    )
    expected = (
        "We aim to resolve every case on any channel on the same working day "
        "(received before 2pm), every time."
    )
    assert expected == said(clause)


def test_an_authority_shows_limit_cap_and_who_decides_above() -> None:
    clause = Authority(
        role="practice_manager",
        action="refund",
        limit=Money(Decimal(2000), "AUD"),
        per=Per.CASE,
        caps=(Cap(per=Per.CUSTOMER, days=90, count=1),),
    )
    expected = "The practice manager may refund up to $2,000 per case, once per client in 90 days."
    assert expected == said(clause)


def test_an_approval_rule_names_the_approver() -> None:
    clause = ApprovalRule(
        action="refund",
        over=Money(Decimal(300), "AUD"),
        up_to=None,
        approver="practice_manager",
    )
    expected = "Refunds over $300 need the practice manager's approval."
    assert expected == said(clause)


def test_a_prohibition_for_anyone_names_no_one() -> None:
    expected = "No one may accept cash."
    assert expected == said(Prohibition(role="anyone", action="accept_cash"))


def test_an_escalation_by_time_says_what_was_not_done() -> None:
    clause = Escalation(
        to="practice_manager",
        after=Duration(1, Unit.DAY, Counting.WORKING),
        trigger=Trigger.NOT_ACKNOWLEDGED,
        subject="complaint",
    )
    expected = (
        "If a complaint is not acknowledged within 1 working day, we tell the practice manager."
    )
    assert expected == said(clause)


def test_a_survey_says_its_cap() -> None:
    clause = SurveyRule(
        event="visit",
        delay=Duration(1, Unit.DAY, Counting.CALENDAR),
        cap=Duration(90, Unit.DAY, Counting.CALENDAR),
    )
    expected = (
        "We send a survey 1 calendar day after every visit, at most once every 90 days per client."
    )
    assert expected == said(clause)


def test_a_review_says_its_interval() -> None:
    clause = ReviewRule(every=Duration(6, Unit.MONTH, Counting.CALENDAR))
    expected = "We review this policy every 6 months."
    assert expected == said(clause)
