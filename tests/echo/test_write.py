from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.document.compare import compare
from goodword.document.read import read
from goodword.document.write import write
from goodword.policy.authority import Authority
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Money, Unit
from goodword.policy.situation import Situation, Step, StepKind
from tests.echo.echo_clauses import clauses as made_up

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside" / "policy.md"
TEXT = RIVERSIDE.read_text("utf-8")
POLICY = read(TEXT).policy
PROMISES = POLICY.of_kind(Promise)
LIMITED = tuple(clause for clause in POLICY.of_kind(Authority) if clause.limit)


def with_clause(changed: Clause) -> Policy:
    clauses = tuple(changed if one.id == changed.id else one for one in POLICY.clauses)
    return replace(POLICY, clauses=clauses)


def test_a_policy_that_was_read_is_written_as_it_stood() -> None:
    assert write(POLICY) == TEXT


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_is_written_as_it_stood(words: str) -> None:
    text = f"{TEXT[:400]}\n\n{words}\n\n## More\n\n- {words}\n\nWe reply to email within 2 days.\n"
    assert write(read(text).policy) == text


@pytest.mark.parametrize("clause", POLICY.clauses, ids=lambda clause: clause.id)
def test_a_clause_without_its_words_is_written_anew(clause: Clause) -> None:
    policy = with_clause(replace(clause, text=""))
    assert read(write(policy)).policy == policy


@given(st.sampled_from(PROMISES), st.integers(1, 40), st.sampled_from([Unit.HOUR, Unit.DAY]))
@settings(max_examples=25, deadline=None)
def test_a_changed_promise_reads_back(promise: Promise, amount: int, unit: Unit) -> None:
    limit = Duration(amount, unit, Counting.WORKING)
    policy = with_clause(replace(promise, limit=limit, text=""))
    assert read(write(policy)).policy == policy


@given(st.sampled_from(LIMITED), st.integers(1, 9999))
@settings(max_examples=15, deadline=None)
def test_a_changed_limit_reads_back(clause: Authority, dollars: int) -> None:
    policy = with_clause(replace(clause, limit=Money(Decimal(dollars), "AUD"), text=""))
    assert read(write(policy)).policy == policy


def test_a_changed_limit_keeps_the_authors_sentence() -> None:
    clause = next(one for one in LIMITED if one.role == "receptionist")
    policy = with_clause(replace(clause, limit=Money(Decimal(75), "AUD"), text=""))
    written = TEXT.replace(
        "Receptionists may refund up to $100 per", "Receptionists may refund up to $75 per"
    )
    assert written == write(policy)


def test_a_changed_row_stays_in_its_table() -> None:
    promise = next(one for one in PROMISES if one.channels == ("text",))
    limit = Duration(6, Unit.HOUR, Counting.WORKING)
    policy = with_clause(replace(promise, limit=limit, text=""))
    written = TEXT.replace("| Text message | 2 working hours,", "| Text message | 6 working hours,")
    assert written == write(policy)


def test_one_of_two_promises_in_a_sentence_changes_alone() -> None:
    promise = next(
        one for one in PROMISES if (one.metric, one.subject) == (Metric.RESOLUTION, "complaint")
    )
    limit = Duration(12, Unit.DAY, Counting.WORKING)
    policy = with_clause(replace(promise, limit=limit, text=""))
    written = TEXT.replace("and resolve it within 10 working", "and resolve it within 12 working")
    assert written == write(policy)


def test_a_new_step_is_written_into_its_list() -> None:
    clause = POLICY.of_kind(Situation)[0]
    steps = (*clause.steps, Step(StepKind.DO, "Take a breath."))
    policy = with_clause(replace(clause, steps=steps, text=""))
    written = TEXT.replace(
        "6. Tell the practice manager within 1 working day.\n",
        "6. Tell the practice manager within 1 working day.\n7. Take a breath.\n",
    )
    assert written == write(policy)


def test_a_clause_that_is_gone_is_left_out() -> None:
    gone = next(one for one in POLICY.clauses if one.text == "Never accept cash.")
    policy = replace(POLICY, clauses=tuple(one for one in POLICY.clauses if one.id != gone.id))
    assert "accept cash" not in write(policy)
    changes = compare(POLICY, read(write(policy)).policy)
    assert changes.summary == "1 removed"


@given(made_up)
@settings(max_examples=15, deadline=None)
def test_an_added_clause_is_written_at_the_end_of_its_section(clause: Clause) -> None:
    added = replace(clause, id="added", section="how-we-learn")
    text = write(replace(POLICY, clauses=(*POLICY.clauses, added)))
    assert text.startswith(TEXT[:500])
    assert "## Examples" in text
    assert len(read(text).policy.clauses) == len(POLICY.clauses) + 1


def test_an_empty_policy_is_an_empty_text() -> None:
    assert write(read("").policy) == ""


@pytest.mark.parametrize(
    "text",
    [
        "# T\r\n\r\nWe reply to email within 2 days.\r\n",
        "# *T* {#x}\n\n> We reply to email within 2 days.\n",
        "T\n===\n\nWe reply to email within 2 days. <!-- note -->\n\n[a]: http://x\n",
        "\n\nWe reply to email within 2 days.",
        "## About us\n\n1. If anybody is in danger, press the alarm and call 999.\n2. Tell her.\n",
        "\x00\x01\x02\x03 no text at all",
    ],
)
def test_odd_markdown_is_written_as_it_stood(text: str) -> None:
    assert write(read(text).policy) == text
