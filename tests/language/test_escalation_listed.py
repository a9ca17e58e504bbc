"""Who is told of a case, named one behind the other in a line or a row of a table."""

import pytest

from goodword.document.understand import understand

Told = tuple[str, str | None, str | None]


def _told(sentence: str, lead_in: str | None = None, heading: str | None = None) -> list[Told]:
    clauses = understand(sentence, lead_in=lead_in, heading=heading)["clauses"]
    assert all(one["kind"] == "escalation" for one in clauses)
    return [(one["to"], one["after"], one["within"]) for one in clauses]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Theft from a locker: shift lead at once, police within an hour.",
            [("shift_lead", None, None), ("police", None, "PT1H")],
        ),
        (
            "Gas leak → site engineer, then fire service",
            [("site_engineer", None, None), ("fire_service", None, None)],
        ),
        (
            "Disputes over a bill: cashier first, then the accounts office, then the bursar.",
            [("cashier", None, None), ("accounts_office", None, None), ("bursar", None, None)],
        ),
        (
            "Lost master key: porter at once; warden after 2 hours; bursar after 12 hours.",
            [("porter", None, None), ("warden", "PT2H", None), ("bursar", "PT12H", None)],
        ),
        (
            "Allergic reaction: manager and first aider immediately, parents within 5 minutes.",
            [
                ("manager", None, None),
                ("first_aider", None, None),
                ("parent", None, "PT5M"),
            ],
        ),
        (
            "Injuries: site supervisor first, then our Safety Adviser, within the hour.",
            [("site_supervisor", None, None), ("safety_adviser", None, "PT1H")],
        ),
    ],
)
def test_a_line_names_all_who_are_told(sentence: str, told: list[Told]) -> None:
    assert _told(sentence) == told


def test_who_comes_later_is_told_of_what_the_first_could_not_settle() -> None:
    first, second = understand("Complaint about staff: line manager, then HR.")["clauses"]
    assert first["event"] == "complaint_about_staff"
    assert second["event"] == "complaint_about_staff_cannot_be_settled_there"


@pytest.mark.parametrize(
    ("row", "lead_in", "heading", "told"),
    [
        (
            "Lift stuck | Engineer, then Duty Manager | straight away",
            "Who is told",
            "",
            [("engineer", None, None), ("duty_manager", None, None)],
        ),
        (
            "Data loss | DPO and CEO | within 24 hours",
            "Incident | Contact | By when",
            "Escalation",
            [("dpo", None, "PT24H"), ("ceo", None, "PT24H")],
        ),
        (
            "No heating | Resident Manager | after 30 minutes",
            "Who is told",
            "",
            [("resident_manager", "PT30M", None)],
        ),
        (
            "+45 minutes | Regional Manager",
            None,
            "Out of hours: escalation",
            [("regional_manager", "PT45M", None)],
        ),
        (
            "Bullying | Form Tutor | Head of Year | Deputy Head",
            "Concern | First contact | Second contact | Third contact",
            "How to raise a concern",
            [("form_tutor", None, None), ("head_of_year", None, None), ("deputy_head", None, None)],
        ),
    ],
)
def test_a_row_names_all_who_are_told(
    row: str, lead_in: str | None, heading: str, told: list[Told]
) -> None:
    assert _told(row, lead_in, heading) == told


def test_whoever_is_unhappy_goes_from_one_to_the_next() -> None:
    said = understand("Grades | Teacher | Principal", lead_in="Topic | First | Second")
    assert [one["strength"] for one in said["clauses"]] == ["may", "may"]
    assert said["problems"][0]["severity"] == "warning"


@pytest.mark.parametrize(
    ("sentence", "lead_in", "heading"),
    [
        ("Managers: Ann Lee, then Bo Ray.", None, ""),
        ("Payment: cash, card, then invoice.", None, ""),
        ("Opening duties: cook, cleaner and manager.", None, ""),
        ("Lunch | Soup | Fish", "Course | First | Second", "Menu"),
        ("Deliveries: driver within 2 hours, courier within 3 days.", None, ""),
        ("Leeds | Ann Lee | Bo Ray", "Site | Manager | Deputy", "Our people"),
    ],
)
def test_other_lists_tell_nobody(sentence: str, lead_in: str | None, heading: str) -> None:
    clauses = understand(sentence, lead_in=lead_in, heading=heading)["clauses"]
    assert not any(one["kind"] == "escalation" for one in clauses)
