"""Ways that stay open to whoever does not agree: an appeal, a review, a body outside."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        (
            "A denied claim may be appealed once, in writing, to the Claims Director.",
            "claims_director",
        ),
        ("A refused refund can be appealed in writing to the Branch Manager.", "branch_manager"),
        (
            "The panel's decision may be taken, in writing, to the Vice Principal.",
            "vice_principal",
        ),
        (
            "A decision of the officer may be challenged before the Licensing Board.",
            "licensing_board",
        ),
        (
            "The decision can be referred to the Independent Examiner within 20 days.",
            "independent_examiner",
        ),
        ("An appeal may be made in writing to the Town Clerk.", "town_clerk"),
        (
            "If denied, the student has 10 days to file an appeal with the Fee Committee.",
            "fee_committee",
        ),
        (
            "If your claim is turned down, you have 14 days to appeal to the Area Manager.",
            "area_manager",
        ),
        (
            "You can ask for a ban to be reviewed by writing to the Centre Director.",
            "centre_director",
        ),
        ("You may request that a fine be reconsidered by the Library Board.", "library_board"),
        (
            "If we decline, you may ask the Director of News to think again.",
            "director_of_news",
        ),
        ("Gold customers may ask the Duty Manager for an escalation at any time.", "duty_manager"),
        (
            "Where the decision stands, a final review is made by the Head of Finance.",
            "head_of_finance",
        ),
        ("Thereafter the Forum may be approached.", "forum"),
        ("The Insurance Ombudsman may be approached at any time.", "insurance_ombudsman"),
        (
            "Should it remain unsettled, you can escalate it to the Rent Mediation Service.",
            "rent_mediation_service",
        ),
    ],
)
def test_a_way_that_stays_open_is_an_escalation(sentence: str, to: str) -> None:
    said = understand(sentence)
    (way,) = said["clauses"]
    assert (way["kind"], way["to"], way["strength"]) == ("escalation", to, "may")


@pytest.mark.parametrize(
    "sentence",
    [
        "Any student may appeal against how a fee was worked out.",
        "Any member may appeal a suspension.",
        "You can ask us in writing to look at the award again, within one month of the letter.",
        "You may ask us to reconsider a refused claim.",
        "Parents may challenge an exclusion.",
        "You can ask us to review the decision.",
    ],
)
def test_nobody_need_be_named(sentence: str) -> None:
    (way,) = understand(sentence)["clauses"]
    assert (way["kind"], way["to"], way["strength"]) == ("escalation", None, "may")


def test_where_the_form_leaves_no_doubt_nothing_is_asked() -> None:
    said = understand(
        "If you are unhappy with the response you can appeal to the Managing Director."
    )
    assert said["clauses"][0]["to"] == "managing_director"
    assert not said["problems"]
    said = understand("You can contact the Energy Ombudsman if we can't reach an agreement.")
    assert said["clauses"][0]["to"] == "energy_ombudsman"


@pytest.mark.parametrize(
    "sentence",
    [
        "You can contact our Membership Manager to arrange a visit.",
        "You may ask the Sales Manager for a brochure.",
        "You can appeal to our sense of humour.",
        "An application may be made in writing to the Registrar.",
        "You can ask us to review your website.",
        "You may challenge yourself on the wall.",
        "Anyone may challenge the minutes within 14 days.",
        "We review the decision each spring.",
    ],
)
def test_what_is_no_such_way(sentence: str) -> None:
    assert all(one["kind"] != "escalation" for one in understand(sentence)["clauses"])


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        (
            "A late transfer is escalated to the Duty Manager, who decides whether to waive it.",
            "duty_manager",
        ),
        (
            "An appeal may be made in writing to the Town Librarian, whose answer is final.",
            "town_librarian",
        ),
        ("Disputes go to the Fees Panel, whose decision is binding.", "fees_panel"),
        ("Any appeal is passed to the Dean, who may waive the fee.", "dean"),
    ],
)
def test_whoever_is_given_a_matter_may_decide_it(sentence: str, to: str) -> None:
    rung, power = understand(sentence)["clauses"]
    assert (rung["kind"], rung["to"]) == ("escalation", to)
    assert (power["kind"], power["role"]) == ("authority", to)
