from goodword.decision.decision import Ruling
from goodword.policy.authority import Authority, Cap, CapRule, Per
from tests.decision.built_policy import RIVERSIDE, dollars, gave, may_refund, policy_of, ruling_on

POLICY = policy_of(*RIVERSIDE)


def capped(*caps: Cap) -> Authority:
    return Authority(id="capped", role="receptionist", action="refund", caps=caps)


def test_a_limit_per_case_counts_what_was_given_in_the_case() -> None:
    earlier = gave("refund", "30", 1, same_case=True)
    rulings = [
        ruling_on(POLICY, "receptionist", "refund", amount, earlier).ruling
        for amount in ("70", "70.01")
    ]
    assert rulings == [Ruling.ALLOW, Ruling.ASK]


def test_a_limit_per_case_leaves_other_cases_out() -> None:
    earlier = gave("refund", "30", 1)
    assert ruling_on(POLICY, "receptionist", "refund", "100", earlier).ruling is Ruling.ALLOW


def test_goods_count_by_their_worth_to_the_same_limit() -> None:
    gift = gave("give_goods", "30", 0, same_case=True)
    decision = ruling_on(POLICY, "receptionist", "refund", "80", gift)
    assert (Ruling.ASK, dollars("70")) == (decision.ruling, decision.limit_left)


def test_once_in_ninety_days_is_used_up_by_one() -> None:
    rulings = [
        ruling_on(POLICY, "receptionist", "waive_fee", None, gave("waive_fee", None, days)).ruling
        for days in (0, 89, 90)
    ]
    assert rulings == [Ruling.ASK, Ruling.ASK, Ruling.ALLOW]


def test_a_used_up_count_says_when_it_is_free_again() -> None:
    decision = ruling_on(POLICY, "receptionist", "waive_fee", None, gave("waive_fee", None, 40))
    assert "You may again in 50 days." in decision.changes


def test_a_count_leaves_other_actions_out() -> None:
    earlier = gave("refund", "20", 3)
    assert ruling_on(POLICY, "receptionist", "waive_fee", None, earlier).ruling is Ruling.ALLOW


def test_a_rule_for_everybody_caps_every_role() -> None:
    three = tuple(gave("refund", "10", days) for days in (5, 50, 300))
    assert ruling_on(POLICY, "receptionist", "refund", "10", *three).ruling is Ruling.ASK
    assert ruling_on(POLICY, "practice_owner", "refund", "10", *three).ruling is Ruling.REFUSE
    assert ruling_on(POLICY, "practice_owner", "refund", "10", *three[:2]).ruling is Ruling.ALLOW


def test_money_caps_per_customer_count_within_their_days() -> None:
    policy = policy_of(capped(Cap(Per.CUSTOMER, 30, money=dollars("200"))))
    earlier = (gave("refund", "150", 29), gave("refund", "150", 30))
    decision = ruling_on(policy, "receptionist", "refund", "50", *earlier)
    assert (Ruling.ALLOW, dollars("50")) == (decision.ruling, decision.limit_left)
    assert ruling_on(policy, "receptionist", "refund", "50.01", *earlier).ruling is Ruling.ASK


def test_caps_per_person_count_what_the_asker_gave() -> None:
    policy = policy_of(capped(Cap(Per.PERSON, None, count=1)))
    mine = gave("refund", "5", 9, by_same_person=True)
    assert ruling_on(policy, "receptionist", "refund", "5", mine).ruling is Ruling.ASK
    theirs = gave("refund", "5", 9)
    assert ruling_on(policy, "receptionist", "refund", "5", theirs).ruling is Ruling.ALLOW


def test_two_refunds_on_a_day_meet_the_cap_of_the_day() -> None:
    policy = policy_of(may_refund("receptionist", "100", Per.DAY))
    today, yesterday = gave("refund", "60", 0), gave("refund", "60", 1)
    assert ruling_on(policy, "receptionist", "refund", "60", today).ruling is Ruling.ASK
    assert ruling_on(policy, "receptionist", "refund", "60", yesterday).ruling is Ruling.ALLOW


def test_a_month_is_the_calendars() -> None:
    policy = policy_of(capped(Cap(Per.MONTH, money=dollars("500"))))
    third_of_september = 1_788_436_800
    on_the_first, in_august = gave("refund", "500", 2), gave("refund", "500", 3)
    rulings = [
        ruling_on(policy, "receptionist", "refund", "5", one, at=third_of_september).ruling
        for one in (on_the_first, in_august)
    ]
    assert rulings == [Ruling.ASK, Ruling.ALLOW]


def test_goods_are_worth_what_the_clause_says() -> None:
    policy = policy_of(
        Authority(
            id="session",
            role="receptionist",
            action="give_goods",
            goods="a free session",
            goods_value=dollars("95"),
        ),
        CapRule(id="all", action=None, caps=(Cap(Per.CUSTOMER, 365, money=dollars("100")),)),
    )
    assert ruling_on(policy, "receptionist", "give_goods").ruling is Ruling.ALLOW
    earlier = gave("refund", "10", 8)
    assert ruling_on(policy, "receptionist", "give_goods", None, earlier).ruling is Ruling.ASK


def test_goods_that_no_clause_names_are_not_given() -> None:
    asked = ruling_on(POLICY, "receptionist", "give_goods", None, goods="a free holiday")
    assert (asked.ruling, asked.ask) == (Ruling.NO_RULE, "practice_owner")


def test_what_is_received_is_not_counted_with_what_is_given() -> None:
    policy = policy_of(
        Authority(
            id="gifts", role="anyone", action="accept_gift", limit=dollars("50"), per=Per.CUSTOMER
        )
    )
    earlier = gave("refund", "100", 1)
    assert ruling_on(policy, "student", "accept_gift", "50", earlier).ruling is Ruling.ALLOW
