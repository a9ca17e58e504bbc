"""Who is told keeps the whole name, wherever a policy says it."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("the ranger on duty", "ranger_on_duty"),
        ("the engineer on call", "engineer_on_call"),
        ("the consultant of the day", "consultant_of_day"),
        ("the person in charge", "person_in_charge"),
        ("the Assistant Director for Adult Care", "assistant_director_for_adult_care"),
        ("the Head of Sport and Leisure Services", "head_of_sport_and_leisure_services"),
        ("the Caldicott Guardian", "caldicott_guardian"),
        ("the DSM", "dsm"),
        ("Human Resources", "human_resources"),
        ("a Shift or General Manager", "shift_manager"),
    ],
)
def test_who_is_told_keeps_the_whole_name(who: str, role: str) -> None:
    (clause,) = understand(f"If a key is lost, tell {who} at once.")["clauses"]

    assert (clause["kind"], clause["to"], clause["event"]) == ("escalation", role, "key_is_lost")


@pytest.mark.parametrize(
    ("sentence", "beside", "to", "after", "event"),
    [
        ("L1 → L2 after 2 hours", {}, "l2", "PT2H", "not_resolved"),
        (
            "Day 5 | Complaint still open | Head of Repairs informed",
            {"heading": "When | What | Action"},
            "head_of_repairs",
            "P5D",
            "not_resolved",
        ),
        (
            "Break-in | duty manager | at once",
            {"heading": "Incident | Notify | When"},
            "duty_manager",
            None,
            "break_in",
        ),
        (
            "Contact the matron at once",
            {"heading": "If a patient goes missing"},
            "matron",
            None,
            "goes_missing",
        ),
        ("The alarm goes off? Call the duty officer.", {}, "duty_officer", None, "alarm_goes_off"),
        (
            "Tell the bursar at once when a purse is stolen.",
            {},
            "bursar",
            None,
            "purse_is_stolen",
        ),
        (
            "If a carer does not turn up, you must hand the matter to the scheme manager.",
            {},
            "scheme_manager",
            None,
            "carer_does_not_turn_up",
        ),
        (
            "A porter who cannot help must pass the request to the night manager.",
            {},
            "night_manager",
            None,
            "cannot_help",
        ),
        (
            "Same fault again within the last 21 days: escalate to Tier 2.",
            {},
            "tier_2",
            None,
            "same_fault_again_within_last_21_days",
        ),
    ],
)
def test_who_is_told_of_what_is_read_where_it_stands(
    sentence: str, beside: dict[str, str], to: str, after: str | None, event: str
) -> None:
    (clause,) = understand(sentence, **beside)["clauses"]

    assert (clause["to"], clause["after"], clause["event"]) == (to, after, event)


def test_a_ban_says_who_is_told_instead() -> None:
    read = understand("Do not deal with threats yourself: call the shift supervisor.")

    assert [one["kind"] for one in read["clauses"]] == ["escalation", "prohibition"]
    assert read["clauses"][0]["to"] == "shift_supervisor"


def test_the_second_of_two_who_are_rung_is_a_deputy() -> None:
    said = "If a lift gets stuck, ring the caretaker; if there is no answer, ring the head porter."
    (clause,) = understand(said)["clauses"]

    assert (clause["to"], clause["deputy"]) == ("caretaker", "head_porter")
