"""What brings something about defines nothing, and what nobody answers for rules nothing."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "A visit that comes late can mean a cold dinner.",
        "Giving away a key also means giving away the room.",
        "Extra boxes mean extra fees, at our hourly rate.",
        "Being a member means that a box of tea turns up.",
        "We enforce by informal means wherever we can.",
        "Vegan doesn't mean free from milk.",
        "A signature does not mean we won't try.",
    ],
)
def test_what_brings_something_about_is_no_term(sentence: str) -> None:
    assert "term" not in {one["kind"] for one in understand(sentence)["clauses"]}


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("Working day means Monday to Friday, except public holidays.", "working day"),
        ("An urgent repair means one that puts health at risk.", "urgent repair"),
        ("Mystery shopping means a visit by somebody who does not say so.", "mystery shopping"),
        ("Critical means that nobody can work.", "critical"),
        ('"Out of hours" means any time at which the office is closed.', "out of hours"),
    ],
)
def test_what_defines_a_word_is_a_term(sentence: str, term: str) -> None:
    assert [one["term"] for one in understand(sentence)["clauses"]] == [term]


@pytest.mark.parametrize(
    "sentence",
    [
        "We do not accept responsibility for mechanical failure.",
        "The hall accepts no liability for coats left inside.",
        "We cannot be held liable for loss of profit.",
        "The estimate shall not constitute an offer.",
        "The courts have held that a council must not tie its own hands.",
        "Federal law prohibits the return of medicines.",
        "The Act says that a tenant may appeal.",
    ],
)
def test_what_nobody_answers_for_and_what_the_law_says_is_prose(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("We do not accept cheques.", "prohibition"),
        ("Staff must not accept gifts.", "prohibition"),
    ],
)
def test_what_is_refused_is_a_rule(sentence: str, kind: str) -> None:
    assert [one["kind"] for one in understand(sentence)["clauses"]] == [kind]
