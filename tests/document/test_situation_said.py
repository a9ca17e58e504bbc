"""One thing that our people do when something happens, told to the team."""

import pytest

from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.understand import understand
from goodword.policy.situation import Situation

POLICY = read("# The Corner Shop\n\nWe serve customers.\n\nRoles: the manager, the clerk.\n").policy


@pytest.mark.parametrize(
    "sentence",
    [
        "If the caller asks for a manager at the outset, the adviser will offer to help first.",
        "When asked, the driver should help with bags.",
        "If nobody is in, the driver will wait up to 10 minutes past the window.",
        "If a diner hints at an allergy, they should be given our list of dishes.",
        "Where a reader asks for a copy of the rules, reception should take their details.",
        "If the patient does not wish to meet, we will talk to them by telephone.",
        "If it cannot be mended within 40 minutes, move the guest to another room.",
        "When a guest arrives late, the night porter should offer tea.",
        "If the worry is about a caller's neighbour, signpost them to another agency.",
    ],
)
def test_what_our_people_do_in_a_moment_is_a_situation(sentence: str) -> None:
    assert [one["kind"] for one in understand(sentence)["clauses"]] == ["situation"]


@pytest.mark.parametrize(
    "sentence",
    [
        "If you visit our offices, we will see you.",
        "If your card is declined twice, call your bank.",
        "If parts have to be ordered, the repair will take longer.",
        "If customers are happy, they come back.",
        "If a customer is happy, staff will feel good.",
        "When the manager was new, the team should have helped.",
        "Once a year we ask our customers what we should stop.",
        "If a parent is late, the child will wait in the office.",
    ],
)
def test_what_is_told_to_others_or_only_told_is_none(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


NAMED = {
    "If a diner mentions an allergy, the server fetches the allergen folder.": (
        "a diner mentions an allergy"
    ),
    "On receiving a complaint, the clerk must write down the date.": "receiving a complaint",
    "On arrival, guests are offered a cold towel.": "it is on arrival",
    "In case of a power cut, staff hand out torches to guests.": "there is a power cut",
    "Once the guest has left, housekeeping strips the bed.": "the guest has left",
    "If we do not follow your question we will ask for more detail.": (
        "we do not follow your question"
    ),
    "Noise - if it comes from the lifts, move the guest to another room.": (
        "it comes from the lifts (Noise)"
    ),
    "Note: if the system is down, the clerks will use paper forms.": "the system is down",
    "Guests who arrive without a booking should be offered the waiting list.": (
        "guests arrive without a booking"
    ),
    "Anyone who shouts at a member of staff will be asked to leave.": (
        "anyone shouts at a member of staff"
    ),
    "Items found in a room are tagged and locked away.": "items are found in a room",
    "If a visitor wants to leave a bag, a tag is written for it.": (
        "a visitor wants to leave a bag"
    ),
    "If you are rude to our staff you will be asked to leave.": "you are rude to our staff",
    "If a client has a grievance, the first step is to offer an apology.": (
        "a client has a grievance"
    ),
    "If a book comes back damaged, the clerk fills in a slip and sets it aside.": (
        "a book comes back damaged"
    ),
    "If you cannot hear the caller, ask them to speak up.": "you cannot hear the caller",
    "If the manager or above is away, whoever takes the call will note the details.": (
        "the manager or above is away"
    ),
}
BELOW = (
    ("When a guest reports noise", None, "Offer the guest another room."),
    (None, "When somebody rings with a complaint:", "Take their name and a number."),
    (None, "If the caller speaks of a leak:", "Tell them to leave the building."),
    ("For leaks:", None, "Offer the guest dry towels."),
)


@pytest.mark.parametrize("sentence", NAMED)
def test_a_moment_is_named_by_its_words_and_read_back_from_its_echo(sentence: str) -> None:
    (clause,) = read_sentence(sentence, POLICY)

    assert isinstance(clause, Situation)
    assert clause.name == NAMED[sentence]
    assert read_sentence(echo(clause, POLICY), POLICY) == (clause,)


@pytest.mark.parametrize(("heading", "lead_in", "sentence"), BELOW)
def test_a_moment_stands_in_the_heading_or_the_line_above(
    heading: str | None, lead_in: str | None, sentence: str
) -> None:
    said = understand(sentence, heading=heading, lead_in=lead_in)

    assert [one["kind"] for one in said["clauses"]] == ["situation"]


@pytest.mark.parametrize(
    ("lead_in", "sentence"),
    [
        ("When you call us, we will:", "Offer to talk in private."),
        ("When a guest complains:", "Stay calm and professional."),
        ("When a guest complains:", "Please let us know."),
        ("When to ask for help:", "Note the time of the call."),
        (None, "If your parcel is not there, ask the neighbours."),
        (None, "If the light flashes red, press reset."),
        (None, "If we do not hear from you within 14 days we will close the case."),
        (None, "Guests who need a cot will be offered one if we have it, charged at 5 a night."),
        (None, "If it is urgent, we will look into it at once."),
        (None, "Only use the side door if the front is locked."),
        (None, "If the box is crushed, the glasses are often fine."),
        (None, "Patients should come early if they are new."),
    ],
)
def test_advice_attitude_and_what_comes_of_a_call_are_no_steps(
    lead_in: str | None, sentence: str
) -> None:
    kinds = {one["kind"] for one in understand(sentence, lead_in=lead_in)["clauses"]}

    assert "situation" not in kinds


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("If a payment is refused, the customer is asked for another means.", "live"),
        ("Guests who lose a key card will be asked for a name.", "live"),
        ("If the till does not balance, recount the drawer and note the difference.", "live"),
        ("Where an invoice is unpaid, the account is suspended.", "prose"),
    ],
)
def test_what_stands_so_is_no_step_and_what_is_done_is_one(sentence: str, state: str) -> None:
    assert understand(sentence)["state"] == state


@pytest.mark.parametrize(
    ("lead_in", "sentence", "kinds"),
    [
        ("Situation | What to do", "Guest is locked out | Cut a new key", ["situation"]),
        ("If | Then", "The caller is silent | Hang up after two greetings", ["situation"]),
        ("Problem | Action", "Cold food | Take it back and remake it", ["situation"]),
        ("Problem | Meaning", "Cold food | Food that is below 60 degrees", []),
        (None, "Customer paid cash and is still in the office: hand the cash back.", ["situation"]),
        (None, "Guest locked out: check a name and cut a new key.", ["situation"]),
        (None, "Visitor parking: follow the signs.", []),
        (None, "Customer notices: read the board.", []),
        (None, "Telephone: answer with a smile.", []),
    ],
)
def test_a_case_stands_in_a_cell_or_before_a_colon(
    lead_in: str | None, sentence: str, kinds: list[str]
) -> None:
    assert [one["kind"] for one in understand(sentence, lead_in=lead_in)["clauses"]] == kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "If it rains, the terrace is closed.",
        "If the battery is low, charge it overnight.",
        "When a claim is made, the insurer asks for photographs.",
    ],
)
def test_what_may_be_no_step_of_ours_is_never_one_without_a_question(sentence: str) -> None:
    said = understand(sentence)
    assert said["clauses"] == [] or said["problems"] != []
