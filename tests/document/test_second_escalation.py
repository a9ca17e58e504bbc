"""Escalations by their words: who is named, who is told, and what waited or happened."""

from typing import Any

import pytest

from goodword.document.read import read
from goodword.document.second_people import people_in
from goodword.document.setting import Setting
from goodword.document.understand import understand
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation

ALONE = Setting(alone=True)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("it lands with the head of credit control", "head_of_credit_control"),
        ("report it to the health and safety officer", "health_and_safety_officer"),
        ("pass it to it security", "it_security"),
        ("it goes on the operations director's desk", "operations_director"),
        ("escalate directly to vp success", "vp_success"),
        ("tell the duty manager on call", "duty_manager_on_call"),
        ("hand it to the shift supervisor within the hour", "shift_supervisor"),
    ],
)
def test_a_person_is_named_by_the_words_of_a_role_and_what_belongs_to_them(
    words: str, role: str
) -> None:
    assert role in {one.role for one in people_in(words, ALONE)}


@pytest.mark.parametrize(
    "words", ["no reply came within two days", "you and we and they", "tell them at once"]
)
def test_a_sentence_that_names_nobody_has_no_people(words: str) -> None:
    assert [one for one in people_in(words, ALONE) if one.is_known] == []


def test_a_declared_role_is_a_person_whatever_its_name() -> None:
    setting = Setting(roles=("lamplighter",))

    (one,) = people_in("ring the lamplighter", setting)

    assert (one.role, one.is_known) == ("lamplighter", True)


def told(sentence: str, **beside: str) -> dict[str, Any]:
    said = understand(sentence, **beside)
    (clause,) = said["clauses"]
    assert clause["kind"] == "escalation"
    assert "RD01" in [one["code"] for one in said["problems"]]
    return dict(clause)


@pytest.mark.parametrize(
    ("sentence", "to", "after"),
    [
        (
            "Twenty minutes with a lift still stuck and the building manager is rung at home.",
            "building_manager",
            "PT20M",
        ),
        (
            "Half an hour of a dead website and the CTO gets a text.",
            "cto",
            "PT30M",
        ),
    ],
)
def test_what_has_waited_for_a_time_goes_to_whom_the_words_name(
    sentence: str, to: str, after: str
) -> None:
    clause = told(sentence)

    assert (clause["to"], clause["after"]) == (to, after)


@pytest.mark.parametrize(
    ("sentence", "to", "word"),
    [
        (
            "A weeping client is the duty counsellor's, whoever picked up.",
            "duty_counsellor",
            "weeping",
        ),
        (
            ("What a receptionist cannot put right on the spot travels up to the hotel manager."),
            "hotel_manager",
            "receptionist",
        ),
    ],
)
def test_what_happened_is_said_in_the_authors_words(sentence: str, to: str, word: str) -> None:
    clause = told(sentence)

    assert clause["to"] == to
    assert clause["after"] is None
    assert word in clause["event"].split("_")


def test_a_heading_that_says_what_happens_is_the_event_of_the_lines_below() -> None:
    said = understand("Inform the duty manager immediately.", heading="When a guest faints")
    (clause,) = said["clauses"]

    assert (clause["to"], clause["event"]) == ("duty_manager", "faints")


@pytest.mark.parametrize(
    "sentence",
    [
        "Tell you when your call has to be passed to a colleague.",
        "If 96 hours pass with no response, feel free to try another channel.",
        "Keep the ward posted each hour on a missing sample.",
        "A random sample of 25 cases goes to the operations head for review every quarter.",
    ],
)
def test_nobody_is_told_where_no_person_of_ours_is_named_to_be(sentence: str) -> None:
    kinds = [one["kind"] for one in understand(sentence)["clauses"]]

    assert "escalation" not in kinds


def test_what_one_of_ours_cannot_do_is_no_ban() -> None:
    said = understand("Incidents that Tier 2 cannot resolve go up to Tier 3, where engineers work.")

    assert [(one["kind"], one["to"]) for one in said["clauses"]] == [("escalation", "tier_3")]


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        (
            "Any unauthorised change is brought to the attention of the director and looked into.",
            "director",
        ),
        ("Burst mains are passed on to the duty officer outside office hours.", "duty_officer"),
        ("90 min: not resolved → VP/Director", "vp"),
    ],
)
def test_a_roles_name_ends_where_the_sentence_goes_on(sentence: str, to: str) -> None:
    (clause,) = understand(sentence)["clauses"]

    assert clause["to"] == to


def test_a_question_that_names_a_case_belongs_to_what_is_done_in_it() -> None:
    said = understand("Nobody has answered within 10 minutes? Page the shift lead.")

    (clause,) = said["clauses"]
    assert (clause["after"], clause["to"]) == ("PT10M", "shift_lead")


def test_a_true_question_stays_a_sentence_of_its_own() -> None:
    said = understand("Have you waited more than 2 days? We answer emails within 5 working days.")

    assert [one["within"] for one in said["clauses"]] == ["P5D"]


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        (
            "If you and this person cannot agree, you should ask to speak to the area head.",
            "area_head",
        ),
        ("If you are still unhappy, you may write to the Head of Service.", "head_of_service"),
    ],
)
def test_where_customers_may_go_by_themselves_nothing_falls_due(sentence: str, to: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["to"], clause["strength"], clause.get("after")) == (to, "may", None)


def test_a_court_is_nobody_of_ours() -> None:
    way = "If we cannot resolve the matter, you may take it to the county court."
    assert "escalation" not in {one["kind"] for one in understand(way)["clauses"]}


def test_the_moment_of_a_customers_own_way_is_that_of_the_sentence_and_not_of_the_heading() -> None:
    text = (
        "Roles: manager, clerk.\n\n## When we are open\n\n"
        "If you are unhappy with our answer, you can ask the practice owner for a second look.\n"
    )
    (way,) = read(text).policy.of_kind(Escalation)
    assert (way.event_words, way.strength) == ("you are unhappy with our answer", Strength.MAY)
