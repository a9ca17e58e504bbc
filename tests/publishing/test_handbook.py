"""What each audience reads."""

import re

import pytest

from goodword.document.read import read
from goodword.document.reading import Reading
from goodword.policy.authority import Authority
from goodword.policy.clause import Audience
from goodword.policy.promise import Promise
from goodword.policy.situation import Situation, StepKind
from goodword.publishing import Handbook, charter, handbook, how_we_count

MIXED = """# Harbour Dental

We are Harbour Dental, and we call the people we serve patients.
Our team has two roles: the practice owner and receptionists.
We are open Monday to Friday, 9am to 5pm.

## What we promise

This section is public.
We reply to every email within 4 working hours. Receptionists may refund up to $73 per case.
We want you to be well.

- We answer every letter within 3 working days.
- Receptionists may refund up to $74 per case.
- We listen.

## Inside

This section is for our team only.
Receptionists may refund up to $75 per case.
The alarm code is in the drawer.
"""


@pytest.fixture(scope="module")
def riverside(riverside_text: str) -> Reading:
    return read(riverside_text)


def text_of(book: Handbook) -> str:
    return "\n\n".join(
        "\n\n".join((section.title, *(one.text for one in section.paragraphs)))
        for section in book.sections
    )


def test_the_team_reads_every_word_of_the_policy(riverside: Reading) -> None:
    words = re.findall(r"\w+", re.sub(r"<!--.*?-->", "", riverside.text))
    assert words == re.findall(r"\w+", text_of(handbook(riverside, Audience.TEAM)))


def test_the_public_never_reads_an_authority_limit(riverside: Reading) -> None:
    text = text_of(handbook(riverside, Audience.PUBLIC))
    limits = [one.limit.amount for one in riverside.policy.of_kind(Authority) if one.limit]
    assert limits
    assert [limit for limit in limits if re.search(rf"\${limit:,}\b", text)] == []


def test_the_public_never_reads_a_safety_step(riverside: Reading) -> None:
    text = text_of(handbook(riverside, Audience.PUBLIC))
    steps = [
        step.words
        for one in riverside.policy.of_kind(Situation)
        for step in one.steps
        if step.kind in {StepKind.WARN, StepKind.END_CONTACT}
    ]
    assert steps
    assert [words for words in steps if words in text] == []


def test_the_public_reads_no_section_for_the_team(riverside: Reading) -> None:
    public = handbook(riverside, Audience.PUBLIC)
    assert {section.audience for section in public.sections} == {Audience.PUBLIC}
    team = [one for one in riverside.policy.clauses if one.audience is Audience.TEAM]
    assert set(public.clause_ids).isdisjoint({one.id for one in team})


def test_the_public_reads_the_promises_and_how_to_complain(riverside: Reading) -> None:
    text = text_of(handbook(riverside, Audience.PUBLIC))
    assert "We answer 90% of calls within 30 seconds." in text
    assert "You can also go to the Health Complaints Commissioner at any time." in text
    assert "In an emergency, call 000." in text


def test_a_team_sentence_in_a_public_section_is_left_out_and_its_neighbours_stay() -> None:
    text = text_of(handbook(read(MIXED), Audience.PUBLIC))
    assert ("$73" in text, "$74" in text, "$75" in text, "alarm" in text) == (False,) * 4
    assert "We reply to every email within 4 working hours." in text
    assert "We want you to be well." in text
    assert "- We answer every letter within 3 working days.\n- We listen." in text


@pytest.mark.parametrize("audience", list(Audience))
def test_marks_lie_on_the_sentences_of_their_clauses(
    riverside: Reading, audience: Audience
) -> None:
    for reading in (riverside, read(MIXED)):
        written = {
            (clause_id, one.span.of(reading.text).splitlines()[0])
            for one in reading.sentences
            for clause_id in one.clause_ids
        }
        for section in handbook(reading, audience).sections:
            for paragraph in section.paragraphs:
                for mark in paragraph.live:
                    shown = mark.span.of(paragraph.text).splitlines()[0]
                    assert len(mark.clause_ids) == len(mark.echoes)
                    assert {(clause_id, shown) for clause_id in mark.clause_ids} <= written


def test_every_live_sentence_is_marked_for_the_team(riverside: Reading) -> None:
    live = {clause_id for one in riverside.sentences for clause_id in one.clause_ids}
    assert live == set(handbook(riverside, Audience.TEAM).clause_ids)


def test_the_charter_holds_the_public_promises_and_no_others(riverside: Reading) -> None:
    policy = riverside.policy
    public = [one.id for one in policy.of_kind(Promise) if one.audience is Audience.PUBLIC]
    assert public
    assert public == [line.clause_id for line in charter(policy).promises]


def test_how_we_count_speaks_only_of_what_the_promises_use() -> None:
    policy = read("We reply to every email within 2 calendar days.\n").policy
    notes = " ".join(how_we_count(policy))
    assert "by the calendar" in notes
    assert "Working" not in notes


def test_how_we_count_says_that_the_day_of_arrival_is_day_nought(riverside: Reading) -> None:
    assert any(
        "The day on which you reach us does not count" in note
        for note in how_we_count(riverside.policy)
    )
