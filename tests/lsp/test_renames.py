"""Another name for a role, everywhere and with the same meaning."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.document.read import read
from goodword.lsp.renames import RenameRefusedError, applied, rename, renamed_span
from goodword.policy.authority import Authority

RIVERSIDE = (Path(__file__).parents[2] / "examples" / "riverside" / "policy.md").read_text("utf-8")
CAFE = """Our team has two roles: the owner and waiters.
Waiters may refund up to $50.
A waiter must never give legal advice.
If a complaint is not resolved within 3 days, we tell the
owner.
"""


def renamed(text: str, at: str, new: str) -> str:
    return applied(text, rename(text, text.index(at) + 1, new))


def test_plurals_capitals_and_articles_stay_right() -> None:
    assert (
        renamed(CAFE, "waiters", "attendant")
        == """Our team has two roles: the owner and attendants.
Attendants may refund up to $50.
An attendant must never give legal advice.
If a complaint is not resolved within 3 days, we tell the
owner.
"""
    )


def test_a_name_given_in_the_plural_is_understood() -> None:
    assert renamed(CAFE, "waiters", "Duty secretaries").count("Duty secretaries") == 2
    assert "A Duty secretary must never" in renamed(CAFE, "waiters", "Duty secretaries")


def test_a_role_over_two_lines_is_renamed_too() -> None:
    text = CAFE.replace("the owner", "the cafe owner").replace("the\nowner", "the cafe\nowner")
    assert "we tell the keeper." in renamed(text, "cafe owner", "keeper")


def test_the_clauses_speak_of_the_new_role() -> None:
    policy = read(renamed(RIVERSIDE, "receptionists", "front desk clerk")).policy
    roles = [one.role for one in policy.of_kind(Authority)]
    assert "front_desk_clerk" in roles
    assert "receptionist" not in roles


def test_renaming_there_and_back_is_the_same_text() -> None:
    there = renamed(RIVERSIDE, "practice manager", "office lead")
    assert renamed(there, "office lead", "practice manager") == RIVERSIDE


def test_a_defined_word_is_renamed_too() -> None:
    text = "By a query we mean any question about a bill.\nA query is no nuisance.\n"
    assert renamed(text, "query", "question slip").count("question slip") == 2


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("owner", "There is a role"),
        ("", "is no name"),
        ("x" * 80, "is no name"),
        ("boss; drop", "is no name"),
        ("anyone", "not read as a role"),
        ("clients", "something else"),
    ],
)
def test_a_name_that_would_change_the_meaning_is_refused(new: str, said: str) -> None:
    with pytest.raises(RenameRefusedError, match=said) as refused:
        rename(CAFE, CAFE.index("waiters") + 1, new)
    assert refused.value.hint


def test_where_nothing_has_a_name_nothing_is_renamed() -> None:
    assert renamed_span(CAFE, CAFE.index("refund")) is None
    with pytest.raises(RenameRefusedError, match="no role"):
        rename(CAFE, CAFE.index("refund"), "cook")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=20))
def test_any_name_is_taken_or_refused_and_keeps_every_sentence(new: str) -> None:
    try:
        text = renamed(CAFE, "waiters", new)
    except RenameRefusedError:
        return
    before = [one.state for one in read(CAFE).sentences]
    assert [one.state for one in read(text).sentences] == before
