"""Where customers go by themselves, in the words of published procedures."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("Stage 3: if that does not satisfy you, you can ask for a review by the Dean.", "dean"),
        ("In the rare event that this does not settle it, guests may write to the Owner.", "owner"),
        ("The mediation service can look at your case if you would rather not ask us.", None),
        ("Once our own procedure is exhausted, you can approach the Housing Ombudsman.", None),
        ("You may ask our Board to reconsider.", "board"),
        ("Not happy with our answer? You can appeal to the Head Gardener.", "head_gardener"),
        ("Tenants who dispute the outcome may lodge their complaint with the association.", None),
        ("If you do not wish to speak to us, you can contact the advocacy service.", None),
        ("Any tenant can complain to the Building Ombudsman about what we do.", None),
        ("Appeals must be lodged with the Registrar within 21 days.", "registrar"),
    ],
)
def test_a_way_is_read_however_it_is_opened(sentence: str, to: str | None) -> None:
    (said,) = understand(sentence)["clauses"]
    assert (said["kind"], said["strength"]) == ("escalation", "may")
    assert to is None or said["to"] == to


@pytest.mark.parametrize(
    ("sentence", "after"),
    [
        ("If you have not had our decision after 28 days, contact the Regulator.", "P28D"),
        ("Guests may approach the Adjudicator if they do not receive a reply in 10 days.", "P10D"),
    ],
)
def test_a_way_opens_after_a_time(sentence: str, after: str) -> None:
    (said,) = understand(sentence)["clauses"]
    assert (said["after"], said["unit"], said["strength"]) == (after, "calendar", "may")


def test_a_lead_in_says_to_whom_and_its_list_says_when() -> None:
    (said,) = understand(
        "the matter has taken more than 20 working days",
        lead_in="You can take the matter to the Power Ombudsman if:",
    )["clauses"]
    assert (said["to"], said["after"], said["unit"]) == ("power_ombudsman", "P20D", "working")


@pytest.mark.parametrize(
    "sentence",
    [
        "You can complain to any member of staff.",
        "You can contact our reception for help with the form.",
        "If you need an interpreter, please ask the receptionist.",
        "If you need help to write it down, you can ask the advocacy service.",
        "Residents can go to the Housing Ombudsman at any time for advice.",
    ],
)
def test_help_and_first_words_are_no_way(sentence: str) -> None:
    assert understand(sentence)["state"] == "prose"
