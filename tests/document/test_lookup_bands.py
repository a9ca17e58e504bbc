"""What a row of a table says in numbers, and limits that stand in a table."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.document.compare import compare
from goodword.document.echo import echo
from goodword.document.lookup_band import band_of
from goodword.document.read import read, read_sentence
from goodword.document.understand import understand
from goodword.document.write import write
from goodword.policy.authority import Authority
from goodword.policy.lookup import Band, LookupRow, facts_from_tables

TEXT = """# Hill Parcels

All amounts are in US dollars.

## Postage

| Weight | Postage band | Price |
|---|---|---|
| Up to 500 g | A | $4.50 |
| Over 500 g up to 5 kg | B | $7 |
| Over 5 kg | C | ask us |

## Refund limits

| Tier | Refund limit |
|---|---|
| Silver | up to $50 |
| Gold | $100 |

## Discounts

| Number of guests | Discount |
|---|---|
| 1 to 4 | no |
| 5 or more | 10% |

Receptionists may refund up to the limit of the tier per case.
"""
POLICY = read(TEXT).policy


@pytest.mark.parametrize(
    ("words", "band"),
    [
        ("Up to 2 kg", Band(None, Decimal(2), "kg")),
        ("over 5kg", Band(Decimal(5), None, "kg", over=True)),
        ("2–5 kg", Band(Decimal(2), Decimal(5), "kg")),
        ("Over 2 kg and up to 5 kg", Band(Decimal(2), Decimal(5), "kg", over=True)),
        ("2 kg to under 5 kg", Band(Decimal(2), Decimal(5), "kg", below=True)),
        ("$50.01 to $200", Band(Decimal("50.01"), Decimal(200), "USD")),
        ("10+", Band(Decimal(10), None, whole=True)),
        ("3 to 5 guests", Band(Decimal(3), Decimal(5), "guest", whole=True)),
        ("Under 26", Band(None, Decimal(26), below=True, whole=True)),
        ("25", Band(Decimal(25), Decimal(25), whole=True)),
    ],
)
def test_a_row_says_its_amounts_in_words(words: str, band: Band) -> None:
    assert band_of(words, "USD") == band


@pytest.mark.parametrize("words", ["Gold", "Class 2b", "5 kg to 2 kg", "2 kg to 5 miles", ""])
def test_what_is_no_amount_is_a_name(words: str) -> None:
    assert band_of(words, "USD") is None


def test_a_unit_may_stand_in_the_header() -> None:
    rows = read("## Postage\n\n| Weight (kg) | Price |\n|---|---|\n| 0-2 | $4 |\n").policy
    assert [one.band for one in rows.of_kind(LookupRow)] == [Band(None, Decimal(2), "kg")]


def test_a_table_is_said_back_row_by_row_and_read_as_the_same() -> None:
    rows = POLICY.of_kind(LookupRow)
    assert len(rows) == 7
    assert [read_sentence(echo(one, POLICY), POLICY) for one in rows] == [(one,) for one in rows]
    assert read(write(POLICY)).policy == POLICY


def test_a_limit_beside_a_tier_is_no_role() -> None:
    assert [one.role for one in POLICY.of_kind(Authority)] == ["receptionist"]


def test_a_limit_in_a_table_is_said_back() -> None:
    (clause,) = POLICY.of_kind(Authority)
    said = echo(clause, POLICY)
    assert said == "The receptionist may refund up to the limit of the tier per case."
    assert read_sentence(said, POLICY) == (clause,)


@pytest.mark.parametrize(
    ("sentence", "limit_of"),
    [
        ("Receptionists may refund up to the limit of the tier.", "tier"),
        ("Agents may refund up to the tier's limit per case.", "tier"),
        ("Staff may refund up to the amount shown for the membership.", "membership"),
        ("Anyone may give credit up to the amount in the table for the customer's plan.", "plan"),
        ("Agents may compensate up to the limit in the table above.", "table"),
        ("Refunds up to the limit of the plan may be approved by the team lead.", "plan"),
    ],
)
def test_a_limit_may_stand_in_a_table(sentence: str, limit_of: str) -> None:
    answer = understand(sentence)
    (clause,) = answer["clauses"]
    assert (clause["limit_of"], clause["limit"], answer["problems"]) == (limit_of, None, [])


def test_up_to_the_price_is_all_of_it() -> None:
    (clause,) = understand("Waiters may refund up to the full price of the meal.")["clauses"]
    assert (clause["action"], clause["share"], clause["share_of"]) == ("refund", 1.0, "price")


def test_a_row_of_rules_is_not_looked_up() -> None:
    rows = "| Region | Reply |\n|---|---|\n| Kent | as soon as we can |\n"
    assert read(rows).policy.of_kind(LookupRow) == ()


def test_what_is_known_brings_what_the_table_says_of_it() -> None:
    known = facts_from_tables(POLICY, {"weight": "6 kg", "tier": "gold"})
    assert known["postage_band"] == "C"
    assert (known["postage_band_is_c"], known["postage_band_is_a"]) == (True, False)
    assert (known["refund_limit"], known["customer_tier_is_gold"]) == (Decimal(100), True)


def test_what_is_known_already_stays() -> None:
    known = facts_from_tables(POLICY, {"tier": "gold", "refund_limit": Decimal(5)})
    assert known["refund_limit"] == Decimal(5)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 500), st.integers(1, 500), st.sampled_from(["kg", "km", "guests", ""]))
def test_a_band_holds_what_lies_between_its_ends(least: int, more: int, unit: str) -> None:
    most = least + more
    band = band_of(f"{least} {unit} to {most} {unit}", "USD")
    over = band_of(f"over {most} {unit}", "USD")
    assert band is not None
    assert over is not None
    for amount in (least, most, Decimal(least + most) / 2):
        assert band.holds(Decimal(amount))
        assert not over.holds(Decimal(amount))
    assert over.holds(Decimal(most + 1))


def test_a_row_of_a_table_that_changes_is_told_by_its_name() -> None:
    changes = compare(POLICY, read(TEXT.replace("| Gold | $100 |", "| Gold | $120 |")).policy)
    assert [one.words for one in changes.changed] == [
        'Row "Gold" of "Refund limits": Refund limit $100 → Refund limit $120'
    ]
