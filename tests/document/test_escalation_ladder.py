"""Several to whom a matter goes in turn, and what happens so often."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        (
            "Complaints go first to the Branch Manager and then to the Area Director.",
            "branch_manager",
            "area_director",
        ),
        (
            "Concerns about the teaching go to the coach first and then to the Head of Aquatics.",
            "coach",
            "head_of_aquatics",
        ),
        (
            "A grievance is raised first with the line manager, then with the HR Director.",
            "line_manager",
            "hr_director",
        ),
        (
            "Billing errors go to Accounts; damage claims to the Warehouse Manager.",
            "accounts",
            "warehouse_manager",
        ),
        (
            "If it concerns staff it is referred to the Head of HR; treatment, to the Matron.",
            "head_of_hr",
            "matron",
        ),
    ],
)
def test_each_who_is_given_a_matter_is_kept(sentence: str, first: str, second: str) -> None:
    said = understand(sentence)
    assert [one["to"] for one in said["clauses"]] == [first, second]
    assert all(one["kind"] == "escalation" for one in said["clauses"])
    assert "RD01" in {one["code"] for one in said["problems"]}


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        (
            "Three refunds on one account within 30 days: hold the fourth and refer it to Fraud.",
            "fraud",
        ),
        (
            "A second complaint about a driver in a month: rest them and tell the Depot Manager.",
            "depot_manager",
        ),
    ],
)
def test_how_often_something_happens_is_no_promised_time(sentence: str, to: str) -> None:
    (told,) = understand(sentence)["clauses"]
    assert (told["kind"], told["to"], told["after"]) == ("escalation", to, None)


@pytest.mark.parametrize(
    ("sentence", "to", "within"),
    [
        ("The insurer is informed within 24 hours.", "insurer", "PT24H"),
        (
            "A suspected fake is reported to the FDA within 24 hours and taken off sale.",
            "fda",
            "PT24H",
        ),
        ("Faults are reported to the supplier within 2 days.", "supplier", "P2D"),
    ],
)
def test_bodies_outside_are_told_by_a_time(sentence: str, to: str, within: str) -> None:
    (told,) = understand(sentence)["clauses"]
    assert (told["kind"], told["to"], told["within"]) == ("escalation", to, within)


@pytest.mark.parametrize(
    "sentence",
    [
        "Your bank is told within 3 days.",
        "We will tell your landlord within 2 days.",
        "You will be informed within 3 days.",
        "Give the caller the number of the local branch.",
        "Send the guest the link to the booking page.",
    ],
)
def test_what_customers_are_told_is_no_escalation(sentence: str) -> None:
    assert all(one["kind"] != "escalation" for one in understand(sentence)["clauses"])


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("If you are still unhappy we will give you the details of the Ombudsman.", "ombudsman"),
        ("A customer who is refused is offered the number of Guest Relations.", "guest_relations"),
        ("Unhappy guests are given the number of the General Manager.", "general_manager"),
    ],
)
def test_whoever_is_unhappy_is_told_where_to_go(sentence: str, to: str) -> None:
    (way,) = understand(sentence)["clauses"]
    assert (way["kind"], way["to"], way["strength"]) == ("escalation", to, "may")
