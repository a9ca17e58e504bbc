"""Tables in which a pair decides, and tables of times by plan."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.case.holds import holds
from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.write import write
from goodword.policy.lookup import Looked, LookupRow, looked_up
from goodword.policy.promise import Promise
from goodword.policy.quantity import Money

TEXT = """# Ash Air

All amounts are in US dollars.

## Free bags

| Membership × cabin | Economy | Business |
|---|---|---|
| None | 1 | 2 |
| Gold | 3 | 4 |

## What we pay for a delay

| Membership | Economy | Business |
|---|---|---|
| Silver | $50 | $100 |
| Gold | $100 | $200 |

## Who can cancel

| Fare | Economy | Business |
|---|---|---|
| Basic | no | yes |
"""
POLICY = read(TEXT).policy


def test_a_pair_decides_a_number_an_amount_or_yes_and_no() -> None:
    bags = looked_up(POLICY, "Free bags", {"membership": "gold", "cabin": "economy"})
    paid = looked_up(POLICY, "what we pay for a delay", {"membership": "Gold", "cabin": "Business"})
    cancel = looked_up(POLICY, "Who can cancel", {"fare": "basic", "cabin": "economy"})
    assert (bags, paid, cancel) == (
        Looked("Economy", number=3),
        Looked("Business", money=Money(Decimal(200), "USD")),
        Looked("Economy", allowed=False),
    )


def test_a_pair_that_the_table_does_not_name_has_no_answer() -> None:
    assert looked_up(POLICY, "Free bags", {"membership": "platinum", "cabin": "economy"}) is None
    assert looked_up(POLICY, "Free bags", {"membership": "gold"}) is None
    assert looked_up(POLICY, "Free bags", {"membership": "gold", "fare": "economy"}) is None


def test_a_row_is_said_back_in_one_sentence() -> None:
    said = [echo(one, POLICY) for one in POLICY.of_kind(LookupRow)]
    assert said[1] == (
        'By membership and cabin, "Free bags" for "Gold" is 3 in "Economy" and 4 in "Business".'
    )
    assert said[2] == (
        'By membership, "What we pay for a delay" for "Silver" is $50 in "Economy" and $100 in '
        '"Business".'
    )


def test_writing_the_tables_again_changes_nothing() -> None:
    assert read(write(POLICY)).policy == POLICY


def test_times_by_plan_hold_for_that_plan_alone() -> None:
    basic, gold = read(
        "| Plan | First reply |\n|---|---|\n| Basic | 2 working days |\n| Gold | 4 hours |\n"
    ).policy.of_kind(Promise)
    assert basic.condition is not None
    assert gold.condition is not None
    assert basic.condition != gold.condition
    assert holds(gold.condition, {}) is None


def test_times_by_channel_or_priority_need_no_plan() -> None:
    promises = read(
        "| Category | First reply |\n|---|---|\n| Email | 2 working days |\n"
        "| Complaints | 4 working days |\n"
    ).policy.of_kind(Promise)
    assert [one.condition for one in promises] == [None, None]


words = st.sampled_from(["Gold", "Economy", "Group A", "Under 26", "Premium, yearly"])
looked = st.one_of(
    st.builds(lambda one, amount: Looked(one, number=amount), words, st.integers(0, 9999)),
    st.builds(lambda one, said: Looked(one, allowed=said), words, st.booleans()),
    st.builds(
        lambda one, amount: Looked(one, money=Money(Decimal(amount), "USD")),
        words,
        st.integers(1, 5000),
    ),
)


@settings(max_examples=60, deadline=None)
@given(words, st.sampled_from(["", "cabin"]), st.lists(looked, min_size=1, max_size=4))
def test_every_row_said_back_reads_as_the_same_row(
    row: str, column_of: str, cells: list[Looked]
) -> None:
    clause = LookupRow(
        what="Free bags", row_of="membership", row=row, column_of=column_of, cells=tuple(cells)
    )
    assert read_sentence(echo(clause, POLICY), POLICY) == (clause,)
