"""Who decides, whatever the matter: by a verb of deciding, below a lead-in, in a fragment."""

import pytest

from goodword.document.understand import understand


def who(sentence: str, lead_in: str | None = None) -> list[tuple[str, str | None, str | None]]:
    """Return of each clause its kind, who may, and whose approval it takes."""
    read = understand(sentence, lead_in=lead_in)
    return [(one["kind"], one.get("role"), one.get("approver")) for one in read["clauses"]]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The warden can end a booking early if the hall is being misused.", "warden"),
        ("The driver may refuse to carry a bicycle.", "driver"),
        ("A branch manager can extend a ban by up to a month.", "branch_manager"),
        ("In exceptional cases the Dean may set aside this rule.", "dean"),
        ("Lifeguards may ask anyone to leave the pool.", "lifeguard"),
        ("The landlord may keep part of the deposit to cover unpaid rent.", "landlord"),
        ("The event manager makes the call on whether to cancel for weather.", "event_manager"),
        (
            "After a second no-show the head receptionist will decide whether to take bookings.",
            "head_receptionist",
        ),
        ("The ruling of the disputes committee shall be final.", "disputes_committee"),
        (
            "Whether to allow a late entry is left to the discretion of the examiner.",
            "examiner",
        ),
        ("It is for team leaders to judge if an apology is enough.", "team_leader"),
        ("A case is classed as complex at the judgement of the case officer.", "case_officer"),
    ],
)
def test_whoever_decides_has_the_authority(sentence: str, role: str) -> None:
    assert who(sentence) == [("authority", role, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Our advisers can change your booking.",
        "The adviser may ask you for proof of identity.",
        "Staff may take a break of 20 minutes after four hours.",
        "Students may move to another hall in their second year.",
        "All bookings go through reception.",
    ],
)
def test_what_is_only_possible_is_no_authority(sentence: str) -> None:
    assert all(kind != "authority" for kind, _, _ in who(sentence))


@pytest.mark.parametrize(
    ("sentence", "approver"),
    [
        ("Void after payment - manager swipe needed.", "manager"),
        ("Changes to the rota have to be cleared with the shift lead.", "shift_lead"),
        ("Comped rooms go through the Rooms Director, always.", "rooms_director"),
        (
            "Do not release a hold until the compliance officer has given clearance.",
            "compliance_officer",
        ),
        ("Only reopen the account once the fraud desk has cleared it.", "fraud_desk"),
        ("Closed files may be reopened upon approval of the credit committee.", "credit_committee"),
        ("Alcohol cannot be reimbursed unless a director has approved it beforehand.", "director"),
        ("For a longer closure the board's approval is required.", "board"),
        (
            "All credit notes are issued by the Finance Assistant and approved by the Head.",
            "head",
        ),
    ],
)
def test_whose_approval_it_takes_is_found(sentence: str, approver: str) -> None:
    assert who(sentence) == [("authority", None, approver)]


@pytest.mark.parametrize(
    ("lead_in", "line", "role", "approver"),
    [
        (
            "Must be signed off by the General Manager:",
            "Any press enquiry",
            None,
            "general_manager",
        ),
        ("Requires director approval:", "Refunds over £1,000", None, "director"),
        ("Ask a manager first:", "Discounts over 15%", None, "manager"),
        ("Team leader approval needed:", "Waiving an early exit fee", None, "team_leader"),
        (
            "Refer to the Regional Manager for a decision:",
            "Claims of more than £2,000",
            None,
            "regional_manager",
        ),
        ("What front desk agents can do on their own:", "Move a guest", "front_desk_agent", None),
        ("Only the owner can:", "agree a refund in cash", "owner", None),
        ("No approval needed:", "A coffee voucher", None, None),
        ("You do not need approval for:", "Train tickets below £60", "anyone", None),
    ],
)
def test_a_line_has_what_its_lead_in_says(
    lead_in: str, line: str, role: str | None, approver: str | None
) -> None:
    assert who(line, lead_in) == [("authority", role, approver)]


@pytest.mark.parametrize(
    ("lead_in", "line"),
    [
        ("Please contact our team first:", "Returns of large items"),
        ("Only members may:", "book a court"),
    ],
)
def test_other_lead_ins_say_nothing_of_authority(lead_in: str, line: str) -> None:
    assert all(kind != "authority" for kind, _, _ in who(line, lead_in))


def test_to_refuse_a_refund_is_not_to_refund() -> None:
    read = understand("We reserve the right to refuse a refund without proof of purchase.")
    assert read["clauses"][0]["action"].startswith("refuse")
    assert any(one["severity"] == "warning" for one in read["problems"])
