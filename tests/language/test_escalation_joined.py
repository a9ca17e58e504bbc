"""Several who are told in one sentence, each at a time of its own or one after the other."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            (
                "If a call is not answered after 5 minutes it goes to the shift lead, and after "
                "10 to the duty manager."
            ),
            [("shift_lead", "PT5M", None), ("duty_manager", "PT10M", None)],
        ),
        (
            (
                "A breakdown is reported to the site manager immediately and to head office "
                "within 4 hours."
            ),
            [("site_manager", None, None), ("head_office", None, "PT4H")],
        ),
        (
            (
                "A suspected fraud goes to the Security Desk within five minutes and to the bank "
                "in fifteen."
            ),
            [("security_desk", None, "PT5M"), ("bank", None, "PT15M")],
        ),
        (
            (
                "After 30 minutes the Technical Director is called in and mountain rescue put on "
                "standby."
            ),
            [("technical_director", "PT30M", None), ("mountain_rescue", "PT30M", None)],
        ),
        (
            (
                "A file which is late by two days is passed to the District Officer, by five to "
                "the Registrar."
            ),
            [("district_officer", "P2D", None), ("registrar", "P5D", None)],
        ),
        (
            "Students should see the porter first, then the hall warden.",
            [("porter", None, None), ("hall_warden", None, None)],
        ),
        (
            (
                "If the teller cannot settle it, ask for the Branch Champion, then the Complaints "
                "Coordinator."
            ),
            [("branch_champion", None, None), ("complaints_coordinator", None, None)],
        ),
        (
            "Speak to your tutor, then to the course leader, and finally to the dean.",
            [("tutor", None, None), ("course_leader", None, None), ("dean", None, None)],
        ),
    ],
    ids=lambda one: one[:30] if isinstance(one, str) else "",
)
def test_everyone_who_is_told_is_kept(
    sentence: str, told: list[tuple[str, str | None, str | None]]
) -> None:
    clauses = understand(sentence)["clauses"]
    assert all(one["kind"] == "escalation" for one in clauses)
    assert [(one["to"], one["after"], one["within"]) for one in clauses] == told


def test_the_next_is_asked_where_the_first_could_not_settle_it() -> None:
    _, second = understand("You should see the porter first, then the hall warden.")["clauses"]
    assert (second["event"], second["strength"]) == ("porter_cannot_settle_it", "may")


@pytest.mark.parametrize(
    ("sentence", "to", "after"),
    [
        ("A request that is 5 days past its target is sent to the head.", "head", "P5D"),
        ("Cases that are 3 days over target go to the team leader.", "team_leader", "P3D"),
        ("Tickets that are 4 hours overdue are escalated to the lead.", "lead", "PT4H"),
        ("If a repair is two weeks overdue, tell the works manager.", "works_manager", "P2W"),
        ("A report one week behind schedule goes to the director.", "director", "P1W"),
    ],
)
def test_what_is_late_by_a_time_goes_up_after_it(sentence: str, to: str, after: str) -> None:
    (one,) = understand(sentence)["clauses"]
    assert (one["kind"], one["to"], one["after"]) == ("escalation", to, after)


@pytest.mark.parametrize(
    "sentence",
    [
        "Complaints are sent to the manager, then filed.",
        "Check the till, then call the manager.",
        "Report the fault to the Librarian or, failing that, to the Head of Services.",
        "After 2 days without a reply the team leader is told.",
    ],
)
def test_one_who_is_told_stays_one(sentence: str) -> None:
    assert len(understand(sentence)["clauses"]) == 1
