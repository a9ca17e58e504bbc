"""The law packs: whole, dated, and about what they say they are about."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from goodword.checks import CATALOGUE
from goodword.document.read import read
from goodword.errors import UnknownNameError
from goodword.law import (
    LawLimit,
    LawPack,
    LawRecord,
    LawStatement,
    Standing,
    named_pack,
    packs,
    packs_for,
)
from goodword.law.load import duration
from goodword.policy.duty import RetentionRule
from goodword.policy.promise import Promise
from goodword.policy.quantity import Counting, Duration, Unit

AT = int(datetime(2026, 11, 22, tzinfo=UTC).timestamp())
TABLE = {
    "nhs-england",
    "cqc",
    "gp-access-england",
    "scotland-model",
    "english-councils",
    "uk-dental-private",
    "nz-health",
    "au-gp",
    "au-financial",
    "uk-financial",
    "us-financial",
    "es-essential-services",
    "uk-data-protection",
    "gdpr",
    "hipaa",
}


def ids(found: tuple[LawPack, ...]) -> set[str]:
    return {pack.id for pack in found}


def test_there_is_a_pack_for_every_row_of_the_timing_table() -> None:
    assert ids(packs()) >= TABLE


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)
def test_a_pack_names_its_source_and_the_day_on_which_that_was_seen(pack: LawPack) -> None:
    assert pack.source
    assert pack.seen_on <= date(2026, 11, 22)
    assert all(re.fullmatch("[A-Z]{2}", country) for country in pack.countries)


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)
def test_each_threshold_names_its_place_in_the_source(pack: LawPack) -> None:
    rules: tuple[LawLimit | LawRecord, ...] = (*pack.limits, *pack.records)

    assert [one.says for one in rules if not one.where] == []


def test_what_is_only_known_second_hand_is_never_called_seen() -> None:
    second_hand = {"au-gp", "uk-dental-private", "uk-violence-at-work", "eu-ai-act"}
    for pack in packs():
        if pack.id in second_hand:
            rules: tuple[LawLimit | LawRecord | LawStatement, ...] = (
                *pack.limits,
                *pack.records,
                *pack.statements,
            )
            assert {one.standing for one in rules} == {Standing.SECONDARY}


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)
def test_what_a_pack_asks_for_is_reported_under_a_code_of_the_catalogue(pack: LawPack) -> None:
    assert {statement.code for statement in pack.statements} <= set(CATALOGUE)


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)
def test_each_sentence_of_a_pack_reads_as_what_it_is_meant_to_say(pack: LawPack) -> None:
    for limit in pack.limits:
        (clause,) = read(f"{limit.sentence}\n").policy.clauses
        assert isinstance(clause, Promise)
        assert (clause.metric in limit.metrics, clause.limit) == (True, limit.at_most)
    for record in pack.records:
        (kept,) = read(f"{record.sentence}\n").policy.clauses
        assert isinstance(kept, RetentionRule)
        assert kept.keep == record.at_least


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)
def test_no_sentence_to_paste_claims_that_we_comply(pack: LawPack) -> None:
    words = [pack.name, *(one.sentence for one in pack.statements)]
    assert not [one for one in words if re.search("compl(y|ie|ian)", one)]


def test_packs_are_found_by_country_sector_and_day() -> None:
    dental = packs_for("GB", "dental", AT, subdivision="ENG")
    assert {"nhs-england", "cqc", "uk-dental-private", "gdpr"} <= ids(dental)
    assert "english-councils" not in ids(dental)
    assert "scotland-model" not in ids(dental)


def test_a_shop_of_one_person_is_met_with_data_protection_too() -> None:
    assert "uk-data-protection" in ids(packs_for("GB", "one-person", AT))


def test_a_pack_speaks_only_from_the_day_on_which_it_holds() -> None:
    before = int(datetime(2026, 6, 18, 23, tzinfo=UTC).timestamp())
    after = int(datetime(2026, 6, 19, tzinfo=UTC).timestamp())
    assert "uk-data-protection" not in ids(packs_for("GB", None, before))
    assert "uk-data-protection" in ids(packs_for("GB", None, after))


@pytest.mark.parametrize(
    "name", ["nhs-england", "NHS England complaints", "nhs  england Complaints", "NHS England"]
)
def test_a_pack_answers_to_its_id_and_its_names(name: str) -> None:
    assert named_pack(name).id == "nhs-england"


def test_an_unknown_pack_is_met_with_those_that_are_near() -> None:
    with pytest.raises(UnknownNameError) as refused:
        named_pack("NHS Wales complaints")
    assert "NHS England complaints" in refused.value.hint


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("3 working days", Duration(3, Unit.DAY, Counting.WORKING)),
        ("1 month", Duration(1, Unit.MONTH, Counting.CALENDAR)),
        ("3 minutes", Duration(3, Unit.MINUTE, Counting.CLOCK)),
    ],
)
def test_lengths_of_time_are_read_with_how_they_are_counted(words: str, expected: Duration) -> None:
    assert duration(words) == expected


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)
def test_a_pack_stands_in_the_reference_with_its_source(pack: LawPack, root: Path) -> None:
    page = (root / "docs/reference/law-packs.md").read_text(encoding="utf-8")
    part = page.partition(f"## {pack.name}\n")[2].partition("\n## ")[0]
    assert f"`{pack.id}`" in part
    assert pack.source in part
    assert [one.says for one in pack.limits if one.says[1:] not in part] == []
