"""Who is given a matter and answers it by then: the escalation and the promise are both kept."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "to", "within"),
    [
        (
            (
                "If you remain unhappy, your complaint will be passed to the Area Director, who "
                "will reply within 10 working days."
            ),
            "area_director",
            "P10D",
        ),
        (
            (
                "If a complaint has not been settled within 4 working days, it goes to the "
                "branch manager, who will aim to settle it within 9 working days."
            ),
            "branch_manager",
            "P9D",
        ),
        (
            (
                "If our answer does not settle it, you can write to the Chief Officer, who has 20 "
                "working days to respond."
            ),
            "chief_officer",
            "P20D",
        ),
        (
            "Complaints about a dentist go to the clinical lead, who replies within 14 days.",
            "clinical_lead",
            "P14D",
        ),
        (
            (
                "If you are not happy with the reply, contact the Area Manager and they will "
                "review the decision within 2 weeks."
            ),
            "area_manager",
            "P2W",
        ),
    ],
)
def test_who_is_given_a_matter_answers_it_by_then(sentence: str, to: str, within: str) -> None:
    told, promise = understand(sentence)["clauses"]
    assert (told["kind"], told["to"]) == ("escalation", to)
    assert (promise["kind"], promise["within"]) == ("promise", within)
    assert promise["condition"] == f"the case is with the {to.replace('_', ' ')}"


@pytest.mark.parametrize(
    "sentence",
    [
        # Every complaint goes there: the promise says all that is to keep.
        "Your complaint will go to the head of department, who will respond within 6 working days.",
        "All complaints are passed to the manager, who will contact you within 24 hours.",
        # Who is spoken of is given nothing.
        "The adviser who takes your call will respond within 2 days.",
        "Staff who receive a complaint will acknowledge it within 3 working days.",
    ],
)
def test_where_nothing_goes_up_only_the_promise_is_kept(sentence: str) -> None:
    (promise,) = understand(sentence)["clauses"]
    assert promise["kind"] == "promise"


def test_a_deed_without_a_time_promises_nothing() -> None:
    (told,) = understand("If a complaint is serious, tell the Director, who will investigate it.")[
        "clauses"
    ]
    assert (told["kind"], told["to"]) == ("escalation", "director")


@pytest.mark.parametrize(
    ("sentence", "to", "metric", "within"),
    [
        (
            "Complaints about driving go to the Fleet Manager, who phones you within 2 days.",
            "fleet_manager",
            "callback",
            "P2D",
        ),
        (
            "A fault that is back goes to the Head of Service, who rings the owner within a day.",
            "head_of_service",
            "callback",
            "P1D",
        ),
        (
            "What he cannot do is passed to the Works Unit, which comes within three days.",
            "works_unit",
            "first_response",
            "P3D",
        ),
        (
            "Complaints about an officer are made to the Director, who gives an answer in 15 days.",
            "director",
            "first_response",
            "P15D",
        ),
        (
            "Urgent cases go to the on-call nurse, who sees the patient within 4 hours.",
            "on_call_nurse",
            "resolution",
            "PT4H",
        ),
    ],
)
def test_whatever_they_then_do_is_a_promise(
    sentence: str, to: str, metric: str, within: str
) -> None:
    told, promise = understand(sentence)["clauses"]
    assert (told["kind"], told["to"], told["within"]) == ("escalation", to, None)
    assert (promise["metric"], promise["within"]) == (metric, within)
