from datetime import date

import pytest

from goodword_web.people.actions import add_person
from goodword_web.people.models import Access, LogEntry, Person
from goodword_web.policies import actions, queries
from goodword_web.policies.errors import (
    EffectiveTooEarlyError,
    NoPolicyError,
    NothingToPublishError,
    PublishingRefusedError,
)
from goodword_web.policies.models import Draft, Version

DAY = 86_400
START = 1_788_213_600  # 1 September 2026, 8:00 in Melbourne


@pytest.fixture
def helen(db: None) -> Person:  # noqa: ARG001 - rows may be written
    return add_person(
        actor=None,
        email="helen@riverside-physio.example",
        name="Helen Marsh",
        access=Access.OWNER,
        role="practice_owner",
        joined_on=date(2025, 1, 6),
        password=None,
        at=START,
    )


def faster(text: str) -> str:
    """Return the policy with a refund limit raised."""
    return text.replace("may refund up to $300 per case", "may refund up to $350 per case").replace(
        "Refunds over $300 need", "Refunds over $350 need"
    )


def test_before_the_first_version_there_is_no_policy(helen: Person) -> None:
    with pytest.raises(NoPolicyError, match="No version"):
        queries.current_version(START)
    assert helen.pk


def test_a_version_is_its_text_its_hash_and_its_date(helen: Person, riverside_text: str) -> None:
    version = actions.import_first_version(text=riverside_text, at=START, actor=helen)
    assert (version.number, version.text, version.effective_from) == (1, riverside_text, START)
    assert len(version.sha256) == 64


def test_the_version_of_an_instant_is_the_one_in_force_then(
    helen: Person, riverside_text: str
) -> None:
    actions.import_first_version(text=riverside_text, at=START)
    actions.save_draft(actor=helen, text=faster(riverside_text), at=START + DAY)
    actions.publish_version(actor=helen, at=START + DAY, effective_from=START + 3 * DAY)
    numbers = [queries.current_version(START + days * DAY).number for days in (0, 2, 3)]
    assert numbers == [1, 1, 2]


def test_publishing_keeps_what_changed_in_plain_words(helen: Person, riverside_text: str) -> None:
    actions.import_first_version(text=riverside_text, at=START)
    actions.save_draft(actor=helen, text=faster(riverside_text), at=START + DAY)
    version = actions.publish_version(actor=helen, at=START + DAY, note="After our talk.")
    assert version.note.startswith("After our talk.")
    assert "$300" in version.note
    assert "$350" in version.note


def test_a_draft_with_an_error_is_kept_and_not_published(
    helen: Person, riverside_text: str
) -> None:
    actions.import_first_version(text=riverside_text, at=START)
    contradiction = riverside_text.replace(
        "Students must never give refunds.",
        "Students must never give refunds.\nThe practice owner must never refund.",
    )
    actions.save_draft(actor=helen, text=contradiction, at=START + DAY)
    with pytest.raises(PublishingRefusedError) as refusal:
        actions.publish_version(actor=helen, at=START + DAY)
    assert refusal.value.problems[0].span is not None
    assert queries.draft_text(START + DAY) == contradiction
    assert Version.objects.count() == 1


def test_the_same_text_is_no_new_version(helen: Person, riverside_text: str) -> None:
    actions.import_first_version(text=riverside_text, at=START)
    with pytest.raises(NothingToPublishError):
        actions.publish_version(actor=helen, at=START + DAY)


def test_no_version_takes_effect_in_the_past(helen: Person, riverside_text: str) -> None:
    actions.import_first_version(text=riverside_text, at=START)
    actions.save_draft(actor=helen, text=faster(riverside_text), at=START + DAY)
    with pytest.raises(EffectiveTooEarlyError):
        actions.publish_version(actor=helen, at=START + DAY, effective_from=START)


def test_there_is_one_draft(helen: Person) -> None:
    for text in ("One.", "Two."):
        actions.save_draft(actor=helen, text=text, at=START)
    assert [draft.text for draft in Draft.objects.all()] == ["Two."]


@pytest.mark.parametrize("text", ["", "\x00\x01\x02", "x" * 200_000, "# Only a title"])
def test_whatever_somebody_writes_can_be_saved_and_read(helen: Person, text: str) -> None:
    draft = actions.save_draft(actor=helen, text=text, at=START)
    assert queries.reading_of_text(draft.text).policy is not None
    assert "\x00" not in draft.text


def test_reading_and_understanding_is_said_once(helen: Person, riverside_text: str) -> None:
    version = actions.import_first_version(text=riverside_text, at=START)
    for _ in range(2):
        actions.mark_read(actor=helen, version=version, at=START + DAY)
    assert (queries.has_read(helen, version), queries.readers(version)) == (True, 1)
    assert LogEntry.objects.filter(action="mark_read").count() == 1


def test_the_same_text_is_read_once_and_the_reading_is_kept(
    helen: Person, riverside_text: str
) -> None:
    version = actions.import_first_version(text=riverside_text, at=START, actor=helen)
    assert queries.reading_of(version) is queries.reading_of_text(riverside_text)
