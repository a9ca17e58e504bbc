"""Clauses laid side by side: what clashes, what never counts, what goes in a circle."""

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from goodword.checks import check
from goodword.checks.authority_care import circles
from goodword.checks.evidence import NO_EVIDENCE, Evidence
from goodword.document.read import read
from goodword.policy.authority import Authority
from goodword.problem import Problem, Severity

AT = int(datetime(2026, 9, 3, tzinfo=UTC).timestamp())
PRACTICE = """# Harbour Dental

We are Harbour Dental, and we call the people we serve patients.
Our team has three roles: the practice owner, the team lead and receptionists.
When the practice owner is away, the team lead takes over.
When the team lead is away, the practice owner takes over.

We are open Monday to Friday, 9am to 5pm.
All times are London time.

"""


def found(code: str, *lines: str, evidence: Evidence | None = None) -> list[Problem]:
    text = PRACTICE + "\n".join(lines) + "\n"
    return [one for one in check(read(text), at=AT, evidence=evidence) if one.code == code]


def test_an_amount_above_which_nobody_may_clashes_with_a_higher_limit() -> None:
    (problem,) = found(
        "DOC04",
        "The team lead may refund up to £5,000 per case.",
        "No one may refund over £2,000.",
    )
    assert "A team lead wants to refund £2,010" in problem.message
    assert len(problem.related) == 1
    assert len(problem.ways_out) == 3


def test_an_amount_above_which_nobody_may_agrees_with_a_lower_limit() -> None:
    lines = ("The team lead may refund up to £2,000 per case.", "No one may refund over £2,000.")
    assert found("DOC04", *lines) == []


@pytest.mark.parametrize(
    "exception", ["unless the practice owner agrees", "except the practice owner"]
)
def test_a_prohibition_with_an_exception_is_no_contradiction(exception: str) -> None:
    lines = (
        "The practice owner may refund up to £5,000 per case.",
        f"No one may refund over £2,000, {exception}.",
    )
    assert found("DOC04", *lines) == []


def test_two_promises_under_different_conditions_do_not_clash() -> None:
    lines = (
        "We acknowledge every complaint within 1 working day.",
        "If a complaint is about your data, we acknowledge it within 10 working days.",
    )
    assert found("DOC04", *lines) == []


def test_a_promise_for_any_channel_never_counts_where_each_channel_has_its_own() -> None:
    lines = [
        "- Email: hello@example.com",
        "",
        "We reply to every message within 2 working days.",
        "We reply to emails within 4 working hours.",
    ]
    (problem,) = found("DOC03", *lines)
    assert problem.severity is Severity.WARNING
    assert found("DOC03", "- Text message: 07700 900123", *lines) == []


def test_a_rung_above_the_amount_that_is_forbidden_never_counts() -> None:
    lines = (
        "Receptionists may refund up to £100.",
        "Refunds over £100 need the team lead's approval.",
        "Refunds over £5,000 need the practice owner's approval.",
        "No one may refund over £2,000.",
    )
    (problem,) = found("DOC03", *lines)
    assert "the practice owner is never asked" in problem.message


def test_what_is_said_twice_in_other_words_is_told_once() -> None:
    lines = (
        "We reply to emails within 4 working hours.",
        "Emails are answered within 4 working hours.",
    )
    assert len(found("DOC03", *lines)) == 1


def test_approvals_that_ask_each_other_are_an_error() -> None:
    reading = read(
        PRACTICE
        + "The team lead may refund up to £200 per case.\nReceptionists may refund up to £50.\n"
    )
    asks = {"team_lead": "receptionist", "receptionist": "team_lead"}
    clauses = tuple(
        replace(one, approver=asks[one.role]) if isinstance(one, Authority) else one
        for one in reading.policy.clauses
    )
    round_and_round = replace(reading, policy=replace(reading.policy, clauses=clauses))
    (problem,) = circles(round_and_round, AT, NO_EVIDENCE)
    assert problem.severity is Severity.ERROR
    assert "in a circle" in problem.message
    assert list(circles(reading, AT, NO_EVIDENCE)) == []


def test_the_same_number_in_two_units_is_told_with_the_likely_sentence() -> None:
    (problem,) = found(
        "PR06",
        "We resolve every complaint within 15 working days.",
        "If a complaint is not resolved within 15 days, we tell the team lead.",
    )
    assert problem.fix is not None
    assert "15 working days" in problem.fix.replacement


@pytest.mark.parametrize(
    ("goal", "served"),
    [
        ("Our goal is to be fast.", "We reply to emails within 4 working hours."),
        ("Our goal is to be fair.", "Receptionists may refund up to £50 per case."),
        ("Our goal is to be easy to reach.", "- Email: hello@example.com"),
    ],
)
def test_a_goal_is_served_by_what_does_what_it_says(goal: str, served: str) -> None:
    assert len(found("DOC07", goal)) == 1
    assert found("DOC07", goal, "", served) == []


def test_a_word_of_insiders_comes_with_the_sentence_in_plain_words() -> None:
    (problem,) = found("ST01", "We commence at nine.")
    assert problem.fix is not None
    assert problem.fix.replacement == "We start at nine."


def test_a_hollow_apology_is_rewritten_where_it_stands() -> None:
    (problem,) = found("CMP-16", 'When we are late, say "Sorry if you waited."')
    assert problem.fix is not None
    assert problem.fix.replacement.startswith("When we are late, say \"I'm sorry")


def test_a_passive_rule_is_asked_by_whom() -> None:
    assert len(found("ST04", "All complaints must be recorded in the book.")) == 1
    assert found("ST04", "All complaints must be recorded by receptionists.") == []


def test_a_long_policy_is_too_long_for_one_person_before_it_is_for_a_team() -> None:
    line = "On Fridays we look at how the week went and what we would do in another way."
    lines = [line] * 100
    assert found("DOC08", *lines) == []
    assert len(found("DOC08", *lines, evidence=Evidence(people=1))) == 1


def test_a_pack_younger_than_the_policy_asks_for_another_look() -> None:
    line = "This policy is checked against: Data protection complaints in the UK."
    old = found("STR-04", "This policy applies from 1 January 2026.", line)
    assert [one.severity for one in old] == [Severity.WARNING]
    assert found("STR-04", "This policy applies from 1 July 2026.", line) == []


def test_nothing_english_is_proposed_for_a_policy_in_another_language() -> None:
    text = (
        "---\nlanguage: de\n---\n\n# Hafenpraxis\n\n"
        "Wir beantworten jede E-Mail innerhalb von 4 Arbeitsstunden.\n"
    )
    reading = read(text)
    assert reading.policy.language == "de"
    told = [one for one in check(reading, at=AT) if one not in reading.problems]
    assert {"DOC01", "DOC02"} <= {one.code for one in told}
    proposed = [one.fix.replacement for one in told if one.fix is not None]
    german = read(f"---\nlanguage: de\n---\n\n{'  '.join(proposed)}\n")
    assert "LG02" not in {one.code for one in german.problems}


def test_checking_takes_time_in_proportion_to_the_text() -> None:
    def seconds(times: int) -> float:
        part = (
            "Receptionists may refund up to £50 per case.\n"
            "We reply to emails within 4 working hours.\n"
            "If a complaint is not resolved within 8 working days, we tell the team lead.\n"
            "We listen, and we write down what people say to us at the desk.\n\n"
        )
        reading = read(PRACTICE + part * times)
        best = float("inf")
        for _ in range(3):
            began = time.perf_counter()
            check(reading, at=AT)
            best = min(best, time.perf_counter() - began)
        return best

    assert seconds(240) < 8 * seconds(60)
