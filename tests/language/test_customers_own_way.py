"""Where unhappy customers may go is read in all the words of it, and nothing of it falls due."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        (
            "If patients are not satisfied, they can refer it to the Dental Complaints Service.",
            "dental_complaints_service",
        ),
        ("Customers who are not satisfied may write to the area director.", "area_director"),
        ("Members who dispute the outcome may write to the area manager.", "area_manager"),
        ("Visitors who are still unhappy may write to the Director.", "director"),
        ("Guests who remain unhappy can ask to speak to the general manager.", "general_manager"),
        (
            "If you are still unhappy you have the option to refer it to the head of service.",
            "head_of_service",
        ),
        (
            "Level 2: Where it is not settled, the customer may take it to the Nodal Officer.",
            "nodal_officer",
        ),
        (
            "If it is still not redressed, the matter may be taken up with the Zonal Manager.",
            "zonal_manager",
        ),
        (
            "If she does not accept our answer, an appeal may be made to the board of trustees.",
            "board_of_trustees",
        ),
        (
            "Should you wish to take the matter further, you may write to the Chair of Governors.",
            "chair_of_governors",
        ),
    ],
)
def test_unhappy_customers_may_go_to_somebody_and_nothing_falls_due(sentence: str, to: str) -> None:
    read = understand(sentence)
    (way,) = read["clauses"]
    assert (way["kind"], way["to"], way["strength"]) == ("escalation", to, "may")
    assert way["after"] is None


@pytest.mark.parametrize(
    ("sentence", "after"),
    [
        (
            "Customers may approach the Bank Ombudsman if they have had no reply in 30 days.",
            "P30D",
        ),
        (
            "A parent who has had no reply in five school days should contact the deputy head.",
            "P5D",
        ),
        ("If we do not resolve it within 8 weeks, you may go to the Energy Ombudsman.", "P8W"),
    ],
)
def test_a_way_opens_after_what_customers_waited(sentence: str, after: str) -> None:
    (way,) = understand(sentence)["clauses"]
    assert (way["after"], way["strength"]) == (after, "may")


def test_the_time_that_customers_have_is_no_promise_of_ours_and_is_named() -> None:
    read = understand(
        "If you cannot resolve your concerns with us, you should send a complaint to the "
        "Complaints Officer within 21 days of the reply."
    )
    assert [one["kind"] for one in read["clauses"]] == ["escalation"]
    assert "TX06" in {one["code"] for one in read["problems"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "If you cannot resolve the issue, you should contact the supervisor.",
        "Escalate to the team lead if you cannot resolve it.",
        "If the customer is not satisfied, you should call the shift manager.",
        "If a customer is still unhappy, refer them to the manager.",
        "If an agent cannot resolve it, they should escalate to the lead.",
    ],
)
def test_what_the_team_does_is_no_way_of_the_customer(sentence: str) -> None:
    (told,) = understand(sentence)["clauses"]
    assert (told["kind"], told["strength"]) == ("escalation", "must")


@pytest.mark.parametrize(
    "sentence",
    [
        "If you are not satisfied, please ask for a refund.",
        "If you are unhappy with our reply, you can take your case to the county court.",
        "If you are not satisfied you may write to us again.",
    ],
)
def test_what_leads_to_nobody_of_ours_and_to_no_body_is_prose(sentence: str) -> None:
    assert understand(sentence)["state"] == "prose"


@pytest.mark.parametrize(
    "when",
    [
        "our final answer doesn't satisfy you",
        "you don't accept our decision",
        "you aren't content with the outcome",
    ],
)
def test_a_short_not_is_as_good_as_a_long_one(when: str) -> None:
    (way,) = understand(f"If {when}, you can appeal to the Retail Ombudsman.")["clauses"]
    assert (way["kind"], way["to"]) == ("escalation", "retail_ombudsman")


@pytest.mark.parametrize(
    ("sentence", "to", "after"),
    [
        # How long they have to ask is theirs to keep, and nothing that passes first.
        (
            "If a student is unhappy they may appeal to the Dean within 5 working days.",
            "dean",
            None,
        ),
        ("If a parent disagrees they may appeal to the panel within 15 days.", "panel", None),
        ("If after 14 days you have no answer, write to the Care Manager.", "care_manager", "P14D"),
        ("If you have had no reply in 10 days, email the Head of Care.", "head_of_care", "P10D"),
        (
            "After 40 business days we tell you that you may go to the Pensions Ombudsman.",
            "pensions_ombudsman",
            "P40D",
        ),
        ("You may complain to the Department of Insurance.", "department_of_insurance", None),
    ],
)
def test_what_has_to_pass_first_and_what_they_have_time_for(
    sentence: str, to: str, after: str | None
) -> None:
    (one,) = understand(sentence)["clauses"]
    assert (one["kind"], one["to"], one["after"]) == ("escalation", to, after)
    assert one["strength"] == "may"
