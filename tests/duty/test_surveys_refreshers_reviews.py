from goodword.duty import Duty, refresher_due, review_due, survey_due
from tests.duty.duty_policy import OPENINGS, POLICY, instant, policy_of

VISIT = instant("2026-09-07T10:00")


def survey(last: str | None = None, *groups: str, at: str = "2026-09-08T10:00") -> Duty | None:
    return survey_due(
        POLICY,
        OPENINGS,
        "visit",
        VISIT,
        at=instant(at),
        last_surveyed_at=None if last is None else instant(last),
        groups=groups,
    )


def test_a_survey_goes_out_a_day_after_the_visit() -> None:
    duty = survey()
    assert duty is not None
    assert (duty.due_at, duty.is_due) == (instant("2026-09-08T10:00"), True)
    before = survey(at="2026-09-08T09:59")
    assert before is not None
    assert not before.is_due


def test_a_survey_within_the_cap_is_left_out() -> None:
    assert survey("2026-06-10T10:01") is None
    assert survey("2026-06-10T10:00") is not None  # 90 days before the survey would go


def test_a_survey_is_never_sent_during_a_complaint() -> None:
    assert survey(None, "complaint") is None


def test_a_survey_is_sent_once_for_a_visit() -> None:
    assert survey("2026-09-08T10:00", at="2026-09-09T10:00") is None


def test_an_event_without_a_survey_rule_brings_none() -> None:
    assert survey_due(POLICY, OPENINGS, "birthday", VISIT, at=VISIT) is None


def test_a_new_team_member_completes_the_lessons_first() -> None:
    joined = instant("2026-09-07T09:00")
    duty = refresher_due(POLICY, OPENINGS, "receptionist", None, joined, at=joined)
    assert duty is not None
    assert (duty.due_at, duty.is_due) == (instant("2026-09-21T17:00"), False)


def test_practice_comes_again_after_its_interval() -> None:
    joined, practised = instant("2026-01-05T09:00"), instant("2026-09-07T09:00")
    at = instant("2026-12-07T09:00")
    duty = refresher_due(POLICY, OPENINGS, "receptionist", practised, joined, at=at)
    assert duty is not None
    assert (duty.due_at, duty.is_due, duty.is_late) == (at, True, False)


def test_a_review_is_counted_from_the_last_one() -> None:
    at = instant("2027-03-07T12:00")
    duty = review_due(POLICY, OPENINGS, instant("2026-09-07T12:00"), at=at)
    assert duty is not None
    assert (duty.due_at, duty.to, duty.is_due) == (at, "practice_owner", True)


def test_the_first_review_is_counted_from_when_the_policy_applies() -> None:
    duty = review_due(POLICY, OPENINGS, None, at=instant("2026-10-01T00:00"))
    assert duty is not None
    assert (duty.due_at, duty.is_due) == (instant("2027-03-01T00:00"), False)


def test_a_serious_incident_calls_for_a_review_at_once() -> None:
    held, incident = instant("2026-09-07T12:00"), instant("2026-10-02T12:00")
    happened = {"serious_incident": incident}
    duty = review_due(POLICY, OPENINGS, held, at=incident, happened=happened)
    assert duty is not None
    assert (duty.due_at, duty.is_due) == (incident, True)
    assert duty.words == "Review the policy: serious incident."
    later = review_due(POLICY, OPENINGS, incident + 1, at=incident + 2, happened=happened)
    assert later is not None
    assert not later.is_due


def test_a_policy_that_sets_no_review_brings_none() -> None:
    assert (
        review_due(policy_of("We reply to every email within 2 days."), None, VISIT, at=VISIT)
        is None
    )
