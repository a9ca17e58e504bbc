"""From a word to where it is defined, and to everywhere that it is used."""

from pathlib import Path

import pytest

from goodword.lsp.definitions import definition, references

RIVERSIDE = (Path(__file__).parents[2] / "examples" / "riverside" / "policy.md").read_text("utf-8")


def defined(sentence: str, word: str) -> str | None:
    at = RIVERSIDE.index(sentence) + sentence.index(word) + 1
    found = definition(RIVERSIDE, at)
    return found.of(RIVERSIDE) if found else None


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("6. Tell the practice manager within 1", "practice manager", "Our team has five roles"),
        ("Receptionists may refund up to", "Receptionists", "Our team has five roles"),
        ("Receptionists must never give", "Receptionists", "Our team has five roles"),
        ("We acknowledge every complaint within", "complaint", "By a complaint we mean any sign"),
        ("We return voicemail within 4 working hours", "working hours", "Our opening hours are"),
        ("We are closed on public holidays.", "public holidays", "Public holidays are those of"),
        ("| Email | 4 working hours", "Email", "Email: hello@"),
        ("| Text message | 2 working", "Text", "Text message: 0491"),
    ],
    ids=["role", "roles", "roles-again", "term", "working", "holidays", "email", "text"],
)
def test_a_word_leads_to_its_definition(sentence: str, word: str, expected: str) -> None:
    found = defined(sentence, word)
    assert found is not None
    assert found.startswith(expected)


def test_a_word_without_a_definition_leads_nowhere() -> None:
    assert defined("We want every client to leave", "leave") is None


def test_every_use_of_a_role_is_found_in_singular_and_plural() -> None:
    at = RIVERSIDE.index("Receptionists may refund")
    found = [one.of(RIVERSIDE) for one in references(RIVERSIDE, at)]
    assert len(found) == RIVERSIDE.lower().count("receptionist")
    assert {"Receptionists", "receptionist", "receptionists"} == set(found)


def test_a_role_inside_a_longer_one_is_not_found() -> None:
    text = "Our team has three roles: the owner, the practice owner and waiters.\nTell the owner.\n"
    found = references(text, text.index("Tell the owner") + 10)
    assert [text[one.start - 4 : one.end] for one in found] == ["the owner", "the owner"]


def test_code_is_left_alone() -> None:
    text = "Our team has two roles: the owner and waiters.\n\n```\nthe owner\n```\n"
    assert len(references(text, text.index("owner") + 1)) == 1
