from decimal import Decimal

import pytest

from goodword.decision.decision import Ruling
from goodword_web.cases import actions as cases
from goodword_web.cases.errors import OverrideNotAllowedError, RemedyRefusedError
from goodword_web.cases.models import Case, DecisionRow, Remedy
from goodword_web.people.models import Person
from tests.cases.case_practice import Practice

NOON = "2026-09-07 12:00"


def refund(
    practice: Practice,
    case: Case,
    amount: str,
    *,
    actor: Person | None = None,
    at: str = NOON,
    reason: str = "",
) -> Remedy:
    return cases.give_remedy(
        actor=actor or practice.mia,
        case=case,
        action="refund",
        amount=Decimal(amount),
        facts={"payment_checked": True},
        at=practice.at(at),
        override_reason=reason,
    )


def test_a_refund_within_the_limit_is_given_and_on_record(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00", kind="complaint")
    remedy = refund(practice, case, "80")
    row = remedy.decision
    assert (Decimal(80), "allow", practice.version) == (remedy.worth, row.ruling, row.version)
    assert row.clause_ids
    assert case.events.values_list("kind", flat=True).last() == "remedy_given"


def test_a_refund_beyond_the_limit_asks_and_the_question_stays_on_record(
    practice: Practice,
) -> None:
    case = practice.case("2026-09-07 09:00", kind="complaint")
    with pytest.raises(RemedyRefusedError) as refusal:
        refund(practice, case, "100.01")
    assert (
        refusal.value.decision.ruling,
        refusal.value.decision.ask,
    ) == (Ruling.ASK, "practice_manager")
    assert DecisionRow.objects.get().ruling == "ask"
    assert not Remedy.objects.exists()


def test_what_was_given_before_counts_to_the_limit_of_the_case(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00", kind="complaint")
    refund(practice, case, "60")
    with pytest.raises(RemedyRefusedError):
        refund(practice, case, "60", at="2026-09-07 12:05")


def test_goods_count_with_what_the_policy_says_they_are_worth(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00", kind="complaint")
    remedy = cases.give_remedy(
        actor=practice.mia, case=case, action="give_goods", goods="a free follow-up session",
        at=practice.at(NOON),
    )  # fmt: skip
    assert Decimal(95) == remedy.worth


def test_an_override_needs_its_reason_and_is_kept_with_it(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00", kind="complaint")
    with pytest.raises(RemedyRefusedError):
        refund(practice, case, "380", actor=practice.lead)
    remedy = refund(practice, case, "380", actor=practice.lead, reason="They came from far away.")
    assert remedy.decision.override_reason == "They came from far away."


def test_a_member_cannot_override(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00", kind="complaint")
    with pytest.raises(OverrideNotAllowedError):
        refund(practice, case, "380", reason="They came from far away.")
    assert not Remedy.objects.exists()


def test_a_question_without_a_case_stands_on_record_too(practice: Practice) -> None:
    decision, row = cases.record_decision(
        actor=practice.mia, action="refund", amount=Decimal(50), facts={"payment_checked": True},
        at=practice.at(NOON),
    )  # fmt: skip
    assert decision.ruling.value == row.ruling
    assert row.request == {
        "role": "receptionist",
        "action": "refund",
        "amount": "50",
        "goods": None,
    }
