"""Who decides, or whose approval it takes, in forms that leave no doubt of it."""

import pytest

from goodword.document.understand import understand


def who(sentence: str, heading: str | None = None) -> list[tuple[str, str | None, str | None]]:
    """Return of each clause its kind, who may, and whose approval it takes."""
    read = understand(sentence, heading=heading)
    return [(one["kind"], one.get("role"), one.get("approver")) for one in read["clauses"]]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("How long a buyer has to bring goods back is left to the store manager.", "store_manager"),
        ("Remission of the fee rests with the Bursar and with nobody else.", "bursar"),
        ("Half-price lettings are in the gift of the Hall Committee.", "hall_committee"),
        ("The late charge is a matter for the Chief Librarian's conscience.", "chief_librarian"),
        ("Money back in place of a repair comes down to the shop director.", "shop_director"),
        ("Moorings are allotted by the Mooring Officer as she sees fit.", "mooring_officer"),
        ("Notices are put up or taken down as the Head Porter chooses.", "head_porter"),
        ("Refunds can be given by nobody but the Duty Manager.", "duty_manager"),
        ("It falls to Ward Sisters to make such payments.", "ward_sister"),
        ("Barge captains decide on the spot whether a pram comes aboard.", "barge_captain"),
        ("The Master's ruling is final on what may be carried.", "master"),
        (
            "Inspectors use discretion where the ticket machine was broken.",
            "inspector",
        ),
        ("A match with a rival's price can be honoured by the desk.", "desk"),
        ("Whether a second visit is charged for is up to the fitter you see.", "fitter"),
        (
            "The Board delegates to the Clerk power to waive a fine of the first offence.",
            "clerk",
        ),
        ("Wardens can move you on.", "warden"),
        ("Stage managers are at liberty to stop any show that they think unsafe.", "stage_manager"),
        ("The Head of Licensing determines applications for late opening.", "head_of_licensing"),
        ("The Purser alone may refuse carriage once the ship has sailed.", "purser"),
    ],
)
def test_whoever_decides_may(sentence: str, role: str) -> None:
    assert who(sentence) == [("authority", role, None)]


@pytest.mark.parametrize(
    ("sentence", "approver"),
    [
        ("Funerals on a Sunday require the Verger's written leave.", "verger"),
        ("A swapped rota must have been okayed by the rota manager.", "rota_manager"),
        ("No water is cut off at a school save on the Area Manager's signature.", "area_manager"),
        ("A test off the list must be agreed with the Duty Chemist.", "duty_chemist"),
        ("Any cut in the fee besides the family one goes past the Owner.", "owner"),
        ("A comp stays open until a Shift Lead approves it.", "shift_lead"),
        ("Vans sold below cost wait for the Fleet Director.", "fleet_director"),
    ],
)
def test_whose_approval_it_takes(sentence: str, approver: str) -> None:
    assert who(sentence) == [("authority", None, approver)]


def test_a_line_in_parts_says_who_decides_on_each() -> None:
    said = who("Bans - one night: door team; one term: Bar Manager; for good: Executive Committee")
    assert [role for _, role, _ in said] == ["door_team", "bar_manager", "executive_committee"]
    assert who("Detaining a boat: Harbour Master, on the Solicitor's advice.") == [
        ("authority", "harbour_master", None)
    ]


def test_who_is_at_work_is_named_in_full() -> None:
    said = who("Exceptions are left to the manager on duty.")
    assert said == [("authority", "manager_on_duty", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Responsibility for the kitchen rests with the head chef.",
        "The claims team sits in Leeds, the fraud desk in Derby.",
        "Monday's handover goes through every alert with the next shift lead.",
        "Our advisers can help you with your application.",
        "A technician can help you to switch off the water.",
        "Please leave time for it to reach our depot.",
        "The investigation will be carried out by interviewing everybody involved.",
        "Questions: Front Desk.",
        "A student may make up a missed lesson.",
    ],
)
def test_what_only_sounds_like_it_decides_nothing(sentence: str) -> None:
    assert not [one for one in who(sentence) if one[0] == "authority"]


def test_what_goes_to_somebody_is_told_and_not_decided() -> None:
    read = understand("A query that the desk cannot answer belongs with the Reference Librarian.")
    assert [one["kind"] for one in read["clauses"]] == ["escalation"]


def test_a_word_that_is_final_on_no_matter_grants_nothing() -> None:
    read = understand("The shop manager's word is final.")
    assert "authority" not in [one["kind"] for one in read["clauses"]]
