from decimal import Decimal

import pytest

from goodword.decision.decision import Ruling
from goodword.policy.authority import ApprovalRule, Authority, Per, Precondition, Prohibition
from goodword.policy.clause import Strength
from goodword.policy.condition import Compare, Fact, Operator
from goodword.policy.policy import Role
from goodword.policy.quantity import Money
from tests.decision.built_policy import (
    LADDER,
    RIVERSIDE,
    dollars,
    ids,
    may_refund,
    policy_of,
    ruling_on,
)

POLICY = policy_of(*RIVERSIDE)
CONFIRMED = Fact("client_has_confirmed", "the client has confirmed")


def test_up_to_a_limit_includes_the_limit() -> None:
    rulings = [
        ruling_on(POLICY, "receptionist", "refund", amount).ruling
        for amount in ("99.99", "100", "100.01")
    ]
    assert rulings == [Ruling.ALLOW, Ruling.ALLOW, Ruling.ASK]


def test_over_an_amount_leaves_the_amount_out() -> None:
    manager = [ruling_on(POLICY, "practice_manager", "refund", a).ruling for a in ("300", "300.01")]
    assert manager == [Ruling.ALLOW, Ruling.ASK]


@pytest.mark.parametrize(
    ("amount", "whom"),
    [("100.01", "practice_manager"), ("300", "practice_manager"), ("300.01", "practice_owner")],
)
def test_beyond_the_limit_the_next_role_up_is_asked(amount: str, whom: str) -> None:
    decision = ruling_on(POLICY, "receptionist", "refund", amount)
    assert (Ruling.ASK, whom) == (decision.ruling, decision.ask)


def test_a_prohibition_wins_over_every_permission() -> None:
    policy = policy_of(*LADDER, Prohibition(id="never", role="receptionist", action="refund"))
    decision = ruling_on(policy, "receptionist", "refund", "5")
    assert (decision.ruling, ids(decision)[0]) == (Ruling.REFUSE, "never")


def test_a_prohibition_wins_before_any_amount_is_asked_for() -> None:
    assert ruling_on(POLICY, "student", "refund").ruling is Ruling.REFUSE


def test_a_refusal_says_who_may_do_it_instead() -> None:
    assert ruling_on(POLICY, "student", "refund", "20").ask == "receptionist"


def test_a_prohibition_for_anyone_holds_for_a_role_nobody_knows() -> None:
    assert ruling_on(POLICY, "astronaut", "accept_cash").ruling is Ruling.REFUSE


def test_only_the_owner_may_sends_everybody_else_to_the_owner() -> None:
    policy = policy_of(
        may_refund("anyone", "100"),
        Authority(id="only", role="practice_owner", action="refund", only=True),
    )
    decision = ruling_on(policy, "receptionist", "refund", "5")
    assert (
        decision.ruling,
        decision.ask,
        ids(decision),
    ) == (Ruling.ASK, "practice_owner", ("only",))
    assert ruling_on(policy, "practice_owner", "refund", "5").ruling is Ruling.ALLOW


def test_no_one_may_except_means_the_same_as_only() -> None:
    policy = policy_of(
        Prohibition(
            id="none", role="anyone", action="sign_contract", except_roles=("practice_owner",)
        )
    )
    asked = ruling_on(policy, "receptionist", "sign_contract")
    assert (asked.ruling, asked.ask) == (Ruling.ASK, "practice_owner")
    assert ruling_on(policy, "practice_owner", "sign_contract").ruling is Ruling.ALLOW


def test_only_if_refuses_where_the_condition_is_false() -> None:
    shipped = Compare("status", Operator.NOT_EQUAL, "shipped", "the order is not shipped")
    policy = policy_of(
        Authority(id="if", role="anyone", action="cancel_order", only=True, condition=shipped)
    )
    rulings = [
        ruling_on(policy, "receptionist", "cancel_order", status="shipped").ruling,
        ruling_on(policy, "receptionist", "cancel_order", status="open").ruling,
        ruling_on(policy, "receptionist", "cancel_order").ruling,
    ]
    assert rulings == [Ruling.REFUSE, Ruling.ALLOW, Ruling.NEED_FACTS]


def test_an_amount_missing_where_a_limit_exists_is_asked_for() -> None:
    decision = ruling_on(POLICY, "receptionist", "refund")
    assert (
        decision.ruling,
        decision.missing,
    ) == (Ruling.NEED_FACTS, (("amount", "How much would it be?"),))


def test_an_unknown_condition_asks_for_its_fact() -> None:
    clause = Authority(id="c", role="receptionist", action="refund", condition=CONFIRMED)
    decision = ruling_on(policy_of(clause), "receptionist", "refund", "5")
    assert decision.ruling is Ruling.NEED_FACTS
    assert list(decision.missing) == [
        ("client_has_confirmed", "Is this so: the client has confirmed?")
    ]


def test_a_fact_that_cannot_change_the_ruling_is_not_asked_for() -> None:
    more = Authority(
        id="more",
        role="receptionist",
        action="refund",
        limit=dollars("300"),
        condition=CONFIRMED,
    )
    policy = policy_of(may_refund("receptionist", "100"), more)
    rulings = [
        ruling_on(policy, "receptionist", "refund", amount).ruling
        for amount in ("100", "200", "300.01")
    ]
    assert rulings == [Ruling.ALLOW, Ruling.NEED_FACTS, Ruling.ASK]


def test_an_unknown_prohibition_is_settled_before_anything_is_allowed() -> None:
    never = Prohibition(id="n", role="anyone", action="refund", condition=Fact("paid_by_cheque"))
    policy = policy_of(*LADDER, never)
    rulings = [
        ruling_on(policy, "receptionist", "refund", "5").ruling,
        ruling_on(policy, "receptionist", "refund", "5", paid_by_cheque=True).ruling,
        ruling_on(policy, "receptionist", "refund", "5", paid_by_cheque=False).ruling,
    ]
    assert rulings == [Ruling.NEED_FACTS, Ruling.REFUSE, Ruling.ALLOW]


def test_what_comes_before_is_carried_with_the_ruling() -> None:
    decision = ruling_on(POLICY, "receptionist", "refund", "80")
    assert decision.before == ("check the payment in the booking system",)
    assert "check-first" in ids(decision)


def test_what_comes_before_is_left_out_once_it_is_done() -> None:
    decision = ruling_on(
        POLICY, "receptionist", "refund", "80", check_the_payment_in_the_booking_system=True
    )
    assert decision.before == ()


def test_a_precondition_for_another_action_is_left_out() -> None:
    policy = policy_of(*RIVERSIDE, Precondition(id="b", action="waive_fee", do="ask why"))
    assert ruling_on(policy, "receptionist", "waive_fee").before == ("ask why",)


def test_clauses_for_anyone_apply_to_each_role() -> None:
    for role in ("student", "receptionist", "practice_owner", "anyone"):
        assert ruling_on(POLICY, role, "accept_gift", "50").ruling is Ruling.ALLOW


def test_a_role_without_a_clause_asks_the_lowest_role_that_may() -> None:
    decision = ruling_on(POLICY, "physiotherapist", "refund", "20")
    assert (decision.ruling, decision.ask) == (Ruling.ASK, "receptionist")
    assert ruling_on(POLICY, "physiotherapist", "refund", "200").ask == "practice_manager"


def test_where_nobody_may_the_owner_is_asked_and_the_answer_says_so() -> None:
    decision = ruling_on(POLICY, "receptionist", "refund", "2000.01")
    assert (decision.ruling, decision.ask) == (Ruling.ASK, "practice_owner")
    assert "The policy names nobody who may" in decision.summary


def test_the_owner_beyond_the_last_limit_is_refused() -> None:
    assert ruling_on(POLICY, "practice_owner", "refund", "2000.01").ruling is Ruling.REFUSE


def test_the_approver_that_the_clause_names_comes_first() -> None:
    clause = Authority(
        id="r",
        role="receptionist",
        action="refund",
        limit=dollars("50"),
        approver="physiotherapist",
    )
    policy = policy_of(clause, may_refund("practice_manager", "300"))
    decision = ruling_on(policy, "receptionist", "refund", "60")
    assert (decision.ruling, decision.ask) == (Ruling.ASK, "physiotherapist")
    assert ruling_on(policy, "physiotherapist", "refund", "60").ruling is Ruling.ALLOW


def test_an_approver_whose_own_limit_is_too_low_is_passed_over() -> None:
    clause = Authority(
        id="r",
        role="receptionist",
        action="refund",
        limit=dollars("50"),
        approver="practice_manager",
    )
    policy = policy_of(
        clause, may_refund("practice_manager", "300"), may_refund("practice_owner", "2000")
    )
    assert ruling_on(policy, "receptionist", "refund", "400").ask == "practice_owner"


def test_bands_of_approval_name_their_approver() -> None:
    policy = policy_of(
        may_refund("receptionist", None),
        ApprovalRule(
            id="low",
            action="refund",
            over=dollars("50"),
            up_to=dollars("200"),
            approver="practice_manager",
        ),
        ApprovalRule(
            id="high", action="refund", over=dollars("200"), up_to=None, approver="practice_owner"
        ),
    )
    asked = [
        ruling_on(policy, "receptionist", "refund", amount).ask
        for amount in ("50", "50.01", "200", "200.01")
    ]
    assert asked == [None, "practice_manager", "practice_manager", "practice_owner"]


def test_a_deputy_is_asked_while_the_role_is_away() -> None:
    decision = ruling_on(POLICY, "receptionist", "refund", "450", away_practice_owner=True)
    assert (decision.ruling, decision.ask) == (Ruling.ASK, "practice_manager")


def test_who_stands_in_has_the_authority_of_who_is_away() -> None:
    decision = ruling_on(POLICY, "practice_manager", "refund", "450", away_practice_owner=True)
    assert decision.ruling is Ruling.ALLOW
    assert ruling_on(POLICY, "practice_manager", "refund", "450").ruling is Ruling.ASK


def test_where_everybody_is_away_the_role_itself_is_named() -> None:
    decision = ruling_on(
        POLICY,
        "receptionist",
        "refund",
        "450",
        away_practice_owner=True,
        away_practice_manager=True,
    )
    assert decision.ask == "practice_owner"
    assert any("names nobody who stands in" in reason for reason in decision.reasons)


def test_an_unknown_action_has_no_rule_and_no_invented_clause() -> None:
    decision = ruling_on(POLICY, "receptionist", "fly_to_the_moon")
    assert (
        decision.ruling,
        decision.clauses,
        decision.ask,
    ) == (Ruling.NO_RULE, (), "practice_owner")
    assert tuple(clause.id for clause in decision.principles) == ("judgment",)


def test_an_unknown_role_has_no_rule_and_is_told_which_was_meant() -> None:
    decision = ruling_on(POLICY, "recepionist", "refund", "20")
    assert (decision.ruling, decision.clauses) == (Ruling.NO_RULE, ())
    assert "Did you mean the receptionist?" in decision.summary


@pytest.mark.parametrize(
    "name", ["Receptionist", "receptionists", "the receptionist", "Receptionists "]
)
def test_a_role_is_known_however_it_is_written(name: str) -> None:
    assert ruling_on(POLICY, name, "refund", "20").ruling is Ruling.ALLOW


def test_where_no_clause_speaks_of_a_role_the_action_has_no_rule() -> None:
    policy = policy_of(Prohibition(role="student", action="give_clinical_advice"))
    assert ruling_on(policy, "physiotherapist", "give_clinical_advice").ruling is Ruling.NO_RULE


def test_a_principle_makes_it_your_call() -> None:
    decision = ruling_on(POLICY, "student", "put_small_thing_right")
    assert (decision.ruling, ids(decision)) == (Ruling.YOUR_CALL, ("judgment",))


def test_a_broken_guard_rail_takes_the_call_away() -> None:
    decision = ruling_on(POLICY, "student", "put_small_thing_right", it_is_safe=False)
    assert (decision.ruling, decision.ask) == (Ruling.ASK, "practice_owner")


def test_should_not_leaves_room_for_a_reason() -> None:
    soft = Prohibition(
        id="soft", role="anyone", action="refund", strength=Strength.SHOULD, text="Better not."
    )
    policy = policy_of(*LADDER, soft)
    assert ruling_on(policy, "receptionist", "refund", "5").ruling is Ruling.YOUR_CALL
    assert ruling_on(policy, "receptionist", "refund", "500").ruling is Ruling.ASK


def test_the_exception_of_a_prohibition_is_the_clauses_own() -> None:
    clause = Prohibition(
        id="never", role="anyone", action="reply_in_public", exception=Fact("manager_agrees")
    )
    policy = policy_of(clause)
    rulings = [
        ruling_on(policy, "receptionist", "reply_in_public", manager_agrees=True).ruling,
        ruling_on(policy, "receptionist", "reply_in_public", manager_agrees=False).ruling,
        ruling_on(policy, "receptionist", "reply_in_public").ruling,
    ]
    assert rulings == [Ruling.ALLOW, Ruling.REFUSE, Ruling.NEED_FACTS]


def test_the_ruling_quotes_the_clause_and_what_is_left() -> None:
    decision = ruling_on(POLICY, "receptionist", "refund", "80")
    assert ("receptionist-refund", dollars("100")) == (ids(decision)[0], decision.limit_left)


def test_the_ruling_says_what_would_change_it() -> None:
    allowed = ruling_on(POLICY, "receptionist", "refund", "80")
    asked = ruling_on(POLICY, "receptionist", "refund", "120")
    assert allowed.changes == ("Above $100, ask the practice manager.",)
    assert asked.changes == ("Up to $100 you may decide yourself.",)


def test_money_is_said_in_the_policys_own_currency() -> None:
    policy = policy_of(may_refund("receptionist", "100"))
    assert "$80.50" in ruling_on(policy, "receptionist", "refund", "80.50").summary


def test_a_policy_without_roles_speaks_to_anyone() -> None:
    policy = policy_of(may_refund("anyone", "20"), roles=(), owner=None)
    assert ruling_on(policy, "baker", "refund", "20").ruling is Ruling.ALLOW


def test_an_owner_of_whom_no_clause_speaks_decides() -> None:
    policy = policy_of(may_refund("receptionist", "100"), roles=(Role("receptionist", "r"),))
    assert ruling_on(policy, "practice_owner", "refund", "500").ruling is Ruling.YOUR_CALL


def test_an_amount_that_is_none_is_asked_for() -> None:
    for amount in ("NaN", "-5"):
        assert ruling_on(POLICY, "receptionist", "refund", amount).ruling is Ruling.NEED_FACTS


def test_a_huge_amount_is_beyond_every_limit() -> None:
    decision = ruling_on(POLICY, "receptionist", "refund", "9E+9999")
    assert decision.ruling is Ruling.ASK


def test_an_amount_is_a_fact_that_conditions_may_ask_for() -> None:
    small = Compare("amount", Operator.AT_MOST, Decimal(10), "the amount is at most $10")
    clause = Authority(id="s", role="anyone", action="refund", per=Per.CASE, condition=small)
    policy = policy_of(clause)
    assert ruling_on(policy, "student", "refund", "10").ruling is Ruling.ALLOW


def test_a_limit_in_another_currency_asks_for_the_amount_in_it() -> None:
    euros = Authority(id="e", role="receptionist", action="refund", limit=Money(Decimal(50), "EUR"))
    policy = policy_of(euros)
    decision = ruling_on(policy, "receptionist", "refund", "20")
    assert decision.missing == (("amount_eur", "How much would it be in EUR?"),)
    rulings = [
        ruling_on(policy, "receptionist", "refund", "20", amount_eur=Decimal(amount)).ruling
        for amount in ("50", "50.01")
    ]
    assert rulings == [Ruling.ALLOW, Ruling.ASK]
