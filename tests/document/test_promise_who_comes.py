"""What a time is for: somebody comes or begins, rings, meets, waits, thanks: said in many words."""

import pytest

from goodword.document.understand import understand


def metrics(sentence: str) -> list[str]:
    """Return what each promise of a sentence measures."""
    return [one["metric"] for one in understand(sentence)["clauses"] if one["kind"] == "promise"]


@pytest.mark.parametrize(
    "sentence",
    [
        "An officer is at your side in five minutes.",
        "Technician through the door in ten minutes.",
        "The Contractor shall arrive at the Premises not later than two hours after the order.",
        "Fitters aim to be at your car in 24 hours.",
        "Police are on the scene within 20 minutes.",
        "The ranger drops by within 8 hours.",
        "A surveyor calls to measure the rooms within 3 days.",
        "Blocked drains are visited within one hour.",
        "Each tenant with damp gets a visit within 10 working days.",
        "An inspector looks at each report inside two working days.",
        "Your photo is looked at within 20 minutes.",
        "The investigation begins within two working days.",
        "We open an investigation within 3 days.",
        "Remote diagnosis starts in 60 minutes.",
        "The analyst begins containment no later than half an hour after the alert.",
        "We'll be back in touch within 2 working days.",
        "The Head of Year sits down with the parents within 48 hours.",
    ],
)
def test_who_comes_begins_or_is_in_touch_responds(sentence: str) -> None:
    assert metrics(sentence) == ["first_response"]


@pytest.mark.parametrize(
    "sentence",
    [
        "You will have a call from our intake worker within seven days.",
        "Applicants get a telephone call from an adviser within two days.",
        "The repairer will normally call you within a day.",
        "The duty officer calls the person who reported it within an hour.",
        "Calls about a lost pet that come in before lunch are returned by a nurse within 4 hours.",
    ],
)
def test_whom_we_ring_is_called_back(sentence: str) -> None:
    assert metrics(sentence) == ["callback"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hold time: one minute at most.",
        "Branch managers see anyone who asks within a quarter of an hour.",
        "We meet walk-in clients within seven minutes.",
        "Anyone homeless tonight is interviewed within two hours.",
        "First appointment within six weeks.",
    ],
)
def test_who_is_met_has_waited(sentence: str) -> None:
    assert metrics(sentence) == ["wait"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A letter of acknowledgement is despatched within a day.",
        "A short acknowledgement goes out within four working days.",
        "We thank you for a gift within seven working days.",
        "Referrers receive a note of receipt in one working day.",
        "A case number is sent within an hour.",
        "We let applicants know that their form has arrived within 8 days.",
    ],
)
def test_a_word_that_it_came_acknowledges(sentence: str) -> None:
    assert metrics(sentence) == ["acknowledge"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Live chat: someone is with you in 75 seconds.",
        "A call from a supplier is answered within 3 rings.",
    ],
)
def test_who_is_there_at_once_has_answered(sentence: str) -> None:
    assert metrics(sentence) == ["answer"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Work begins at 9 am.",
        "The works start in June.",
        "The nurse visits every week.",
        "A call to a mobile costs 5 cents.",
        "The waiting room is beside you.",
    ],
)
def test_what_names_no_time_to_keep_is_no_promise(sentence: str) -> None:
    assert metrics(sentence) == []


def test_an_investigation_that_is_done_is_a_resolution() -> None:
    assert metrics("We investigate complaints within ten days.") == ["resolution"]
