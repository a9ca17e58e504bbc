"""Authority by weighed words: roles wherever they stand, amounts beside them, sums in words."""

from decimal import Decimal

import pytest

from goodword.document.authority_bound import bounds_in
from goodword.document.authority_mentions import mentions_of
from goodword.document.second_authority import second_authority, second_cap, second_prohibition
from goodword.document.sentence_marks import marks_of
from goodword.document.setting import Setting, Understood
from goodword.document.understand import understand
from goodword.language.pack import ENGLISH
from goodword.policy.authority import ApprovalRule, Authority, CapRule, Prohibition
from goodword.policy.clause import Strength

ALONE = Setting(alone=True)


def _by_words(text: str, heading: str = "", lead: str = "") -> Understood:
    setting = Setting(heading=heading, alone=True)
    understood = second_authority(text, setting, lead, marks_of(text, heading, lead))
    assert understood is not None
    return understood


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Duty mgr ok needed for any comp over $50", ["duty_manager"]),
        ("Refunds sit with the head of box office.", ["head_of_box_office"]),
        ("Overtime is the matron's to authorise.", ["matron"]),
        ("Bar staff may replace a drink.", ["bar_staff"]),
        (
            "Call handlers credit $20; more goes to the team leader.",
            ["call_handler", "team_leader"],
        ),
        ("Section 151 officer: up to £500", ["section_151_officer"]),
        ("Refunds and fees may be paid back.", []),
        ("Customers may return an order.", []),
    ],
)
def test_roles_are_found_wherever_they_stand(text: str, roles: list[str]) -> None:
    assert [one.role for one in mentions_of(text, ALONE)] == roles


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("a hundred euro and under", "100", "EUR"),
        ("fifty quid", "50", "GBP"),
        ("a tenner", "10", "GBP"),
        ("up to rs. 50,000/- per case", "50000", "INR"),
        ("no more than ₹2 lakh", "200000", "INR"),
        ("two hundred and fifty dollars ($250)", "250", "USD"),
    ],
)
def test_sums_are_read_in_words_and_in_other_money(text: str, amount: str, currency: str) -> None:
    (bound,) = bounds_in(text, "USD", ENGLISH)

    assert bound.high is not None
    assert (bound.high.amount, bound.high.currency) == (Decimal(amount), currency)


def test_each_step_of_a_ladder_has_the_amount_beside_it() -> None:
    understood = _by_words(
        "Refund sign-off: <$40 cashier, $40-$150 shift manager, >$150 store manager"
    )

    cashier, shift, store = understood.clauses
    assert isinstance(cashier, Authority)
    assert isinstance(shift, Authority)
    assert isinstance(store, ApprovalRule)
    assert (cashier.role, shift.role, store.approver) == (
        "cashier",
        "shift_manager",
        "store_manager",
    )
    assert [str(one and one.amount) for one in (cashier.limit, shift.limit, store.over)] == [
        "40",
        "150",
        "150",
    ]


def test_a_role_in_the_heading_is_whose_list_it_is() -> None:
    (made,) = _by_words("Store credit up to $120", "Senior agent", "May approve").clauses

    assert isinstance(made, Authority)
    assert (made.role, made.action) == ("senior_agent", "credit")


@pytest.mark.parametrize(
    "text",
    [
        "Anything over £75 has to be put in front of the branch manager.",
        "Every guide carries a discretionary fund of €10 per guest.",
        "Debts of up to £7,500 may be struck off by the director of finance.",
    ],
)
def test_what_is_built_is_said_back_in_a_sentence_that_reads_the_same(text: str) -> None:
    understood = _by_words(text)

    (finding,) = understood.findings
    again = understand(finding.fix)
    assert finding.code == "RD01"
    assert again["state"] == "live"
    assert len(again["clauses"]) == len(understood.clauses)


def test_where_nobody_is_named_the_question_is_who() -> None:
    understood = _by_words("Up to £30 on the spot, no receipts asked for.")

    (finding,) = understood.findings
    assert understood.almost
    assert finding.code == "AU01"
    assert understand(finding.fix)["state"] == "live"


@pytest.mark.parametrize(
    ("text", "role", "action"),
    [
        ("Changing a name by phone: never.", "anyone", "change_a_name_by_phone"),
        ("Keys are never handed to a contractor.", "anyone", "hand_keys_to_a_contractor"),
        ("Our ushers cannot reseat people, whatever the reason.", "usher", "reseat_people"),
        ("It is forbidden to discount tobacco.", "anyone", "discount_tobacco"),
        ("No employee may approve a claim of theirs.", "anyone", "approve_a_claim_of_theirs"),
    ],
)
def test_a_ban_says_whom_it_binds_and_what_is_banned(text: str, role: str, action: str) -> None:
    understood = second_prohibition(text, ALONE, "", ())

    assert understood is not None
    (ban,) = understood.clauses
    assert isinstance(ban, Prohibition)
    assert (ban.role, ban.action, ban.strength) == (role, action, Strength.MUST_NOT)


@pytest.mark.parametrize("text", ["It protects all of us.", "Under no circumstances, please."])
def test_where_nothing_is_left_to_forbid_there_is_no_ban(text: str) -> None:
    assert second_prohibition(text, ALONE, "", ()) is None


def test_a_number_of_times_and_its_window_are_a_cap() -> None:
    text = "Two fee waivers in any twelve months is the most that one account can have."

    understood = second_cap(text, ALONE, "", marks_of(text))

    assert understood is not None
    (rule,) = understood.clauses
    assert isinstance(rule, CapRule)
    assert [(one.count, one.days) for one in rule.caps] == [(2, 365)]


def test_a_limit_that_is_only_said_to_be_is_asked_for() -> None:
    said = understand("Staff may give money back within the usual limits.")

    assert said["state"] == "almost"


def test_columns_of_a_table_may_be_roles() -> None:
    said = understand(
        "Refund | Up to £40 | Up to £300", heading="Decision | Agent authority | Team leader limit"
    )

    assert [(one["role"], one["limit"]["amount"]) for one in said["clauses"]] == [
        ("agent", 40),
        ("team_leader", 300),
    ]
