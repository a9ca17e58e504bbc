"""Reading as such: spans, lead-ins, ids, and whatever people may feed it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.document.read import read, read_sentence
from goodword.document.reading import SentenceState
from goodword.policy.clause import Audience
from goodword.policy.promise import Promise
from goodword.problem import Severity


def ids(text: str) -> list[str]:
    return [one.id for one in read(text).policy.clauses]


def test_a_span_covers_its_sentence_through_emphasis_and_links() -> None:
    text = "Hello there. We reply to **every [email](mailto:a@b.c)** within *4* working hours. Bye."
    (clause,) = read(text).policy.clauses

    assert (
        clause.span.of(text)
        == "We reply to **every [email](mailto:a@b.c)** within *4* working hours."
    )
    assert clause.text == "We reply to every email within 4 working hours."


def test_a_lead_in_goes_on_in_each_item_and_both_places_are_kept() -> None:
    text = (
        "We will:\n\n"
        "- reply to **emails** within 2 working days\n"
        "- answer calls within 20 seconds\n"
    )
    reading = read(text)
    live = [one for one in reading.sentences if one.state is SentenceState.LIVE]

    assert ids(text) == ["promise-first-response-email", "promise-answer-phone"]
    assert live[0].text == "We will reply to emails within 2 working days"
    assert live[0].lead_in_span is not None
    assert live[0].lead_in_span.of(text) == "We will:"
    assert "reply to **emails" in live[0].span.of(text)


def test_a_nested_list_keeps_the_lead_in_of_its_parent() -> None:
    text = "We promise:\n\n- when you write, we will:\n  - reply to emails within 2 days\n"

    assert ids(text) == ["promise-first-response-email"]


def test_a_table_row_is_a_sentence() -> None:
    text = (
        "| Priority | First response | Resolution |\n|---|---|---|\n| P1 | 15 minutes | 4 hours |\n"
    )
    reading = read(text)

    assert ids(text) == ["promise-first-response-priority-1", "promise-resolution-priority-1"]
    assert [one.state for one in reading.sentences] == [SentenceState.LIVE]


def test_a_heading_carries_the_channel() -> None:
    assert ids("## Emails\n\nWe reply within 2 working days.\n") == ["promise-first-response-email"]


def test_an_id_stays_when_number_wording_and_place_change() -> None:
    before = ids("We reply to emails within 4 working hours.\n\nWe answer calls within 30 seconds.")
    after = ids("Calls are answered in 20 seconds.\n\nEmails get a response within 2 days.")

    assert sorted(before) == sorted(after)


def test_an_explicit_anchor_wins() -> None:
    assert ids("We reply to emails within 2 days. {#our-email-promise}") == ["our-email-promise"]


def test_a_second_clause_about_the_same_thing_gets_a_number() -> None:
    text = "We reply to emails within 2 days.\n\nWe reply to emails within 3 days.\n"

    assert ids(text) == ["promise-first-response-email", "promise-first-response-email-2"]


def test_a_note_is_prose_and_a_rule_must_be_read() -> None:
    noted = read("We reply to emails within 2 days. <!-- note -->")
    ruled = read("We are always kind to everybody. <!-- rule -->")

    assert [one.state for one in noted.sentences] == [SentenceState.PROSE]
    assert [one.state for one in ruled.sentences] == [SentenceState.ALMOST]
    assert [one.code for one in ruled.problems] == ["TX05"]


def test_a_section_for_the_team_is_for_the_team() -> None:
    text = "# A\n\n## B\n\nThis section is for our team only.\nWe reply to emails within 2 days.\n"
    promise = read(text).policy.of_kind(Promise)[0]

    assert Audience.TEAM is promise.audience


def test_a_misspelt_role_asks_what_was_meant() -> None:
    text = (
        "Our team has two roles: the practice manager and receptionists.\n\n"
        "Receptionsts may refund up to $50.\n"
    )
    reading = read(text)

    assert [one.code for one in reading.problems] == ["ES02"]
    fix = reading.problems[0].fix
    assert fix is not None
    assert list(read_sentence(fix.replacement, reading.policy)) != []


def test_plain_hours_get_a_warning_where_there_are_opening_hours() -> None:
    hours = "We are open Monday to Friday, 9am to 5pm.\n\n"

    assert [one.code for one in read(f"{hours}We reply within 4 hours.").problems] == ["PR13"]
    assert [one.code for one in read("We reply within 4 hours.").problems] == []


def test_a_date_that_does_not_exist_is_named() -> None:
    reading = read("This policy applies from 31 June 2026.\n")

    assert [one.code for one in reading.problems] == ["DT01"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "TX01"),
        ("  \n\n ", "TX01"),
        ("We reply\x00 within 2 days.", "TX02"),
        ("\x00\x01\x02PNG" * 500, "TX02"),
        ("We reply to emails within 2 days.\n" * 310_000, "TX03"),
        (">" * 5_000 + "a", "TX04"),
        ("[" * 50_000, "TX04"),
        ("_a" * 50_000, "TX04"),
        ("if " * 30_000, "ST02"),
    ],
    ids=["empty", "blank", "nul", "binary", "10MB", "deep", "brackets", "marks", "ifs"],
)
def test_bad_input_is_answered_with_a_problem_in_bounded_time(text: str, code: str) -> None:
    began = time.process_time()
    reading = read(text)

    assert code == reading.problems[0].code
    assert time.process_time() - began < 10


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_nothing_a_user_writes_raises(text: str) -> None:
    reading = read(text)

    assert all(0 <= one.span.start <= one.span.end <= len(text) for one in reading.sentences)


WORDS = st.sampled_from(
    [
        "We reply to **emails** within 2 days.",
        "> quoted words",
        "- item *one*",
        "| a | b |",
        "|---|---|",
        "# Head",
        "1. step",
        "    code",
        "we [link](x) you",
        "",
        "text & more &amp;",
        "  - nested",
        "We will:",
        "Refunds over $50 need approval.",
        'Say "no."',
        "---",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=12))
def test_every_sentence_stands_where_its_span_says(lines: list[str]) -> None:
    text = "\n".join(lines)

    for one in read(text).sentences:
        words = [word.strip("*_:|.,") for word in one.text.split()]
        own = words[-1] if words else ""
        assert own in one.span.of(text)


def test_errors_are_few_and_kind() -> None:
    problems = read("We respond to all emails quickly.").problems

    assert [one.severity for one in problems] == [Severity.ERROR]
    assert problems[0].understood == (
        ("who", "we"),
        ("what", "reply"),
        ("to", "email"),
        ("when", "?"),
    )
