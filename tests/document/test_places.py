"""Places are exact to the character, through emphasis, links, code, tables and nested lists."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from goodword.document.read import read
from goodword.document.reading import Sentence

RIVERSIDE = Path("examples/riverside/policy.md").read_text(encoding="utf-8")
READING = read(RIVERSIDE)
PLAIN = [
    sentence
    for sentence in READING.sentences
    if sentence.span.of(RIVERSIDE) == sentence.text
    and sentence.clause_ids
    and "|" not in sentence.text
]
MARKS = (("**", "**"), ("_", "_"), ("*", "*"), ("[", "](https://example.org)"), ("~~", "~~"))
ANY_MARK = re.compile(r"\*\*|[*_~]{1,2}|\[|\]\(https://example\.org\)")


def bare(text: str) -> str:
    """Return Markdown without the marks that are put in here."""
    return ANY_MARK.sub("", text)


@given(st.sampled_from(PLAIN), st.sampled_from(MARKS), st.data())
def test_marks_around_words_change_no_clause_and_no_place(
    chosen: Sentence, mark: tuple[str, str], data: st.DataObject
) -> None:
    words = list(re.finditer(r"[\w']+(?: [\w']+)*", chosen.text))
    word = data.draw(st.sampled_from(words))
    start, end = chosen.span.start + word.start(), chosen.span.start + word.end()
    text = f"{RIVERSIDE[:start]}{mark[0]}{RIVERSIDE[start:end]}{mark[1]}{RIVERSIDE[end:]}"
    changed = read(text)
    assert changed.policy.clauses == READING.policy.clauses
    place = READING.sentences.index(chosen)
    assert bare(changed.sentences[place].span.of(text)) == chosen.text


def test_a_sentence_keeps_its_place_in_lists_in_lists_and_in_tables() -> None:
    said = "We reply to every email within 4 hours."
    text = (
        f"# Shop\n\n> {said}\n\n- one\n  - two\n    - {said}\n      And more of it.\n\n"
        f"1. first\n   1. **We reply** to every [email](https://example.org) within 4 hours.\n\n"
        "| Channel | First reply |\n| :-- | --: |\n| *Letter* | within 5 working days |\n"
    )
    live = [one for one in read(text).sentences if one.clause_ids]
    assert [bare(one.span.of(text)) for one in live[:3]] == [said, said, said]
    assert live[3].span.of(text).startswith("Letter* | within 5 working days")


@given(st.integers(0, 40), st.sampled_from(["é", "🙂", "\u00a0", "’", "&amp;", "ﬁ", "\t"]))
def test_letters_of_every_width_before_a_sentence_move_it_by_their_length(
    count: int, letter: str
) -> None:
    text = f"# Shop\n\nx{letter * count}x.\n\nWe reply to every email promptly.\n"
    reading = read(text)
    problem = next(one for one in reading.problems if one.code == "PR01")
    assert problem.span is not None
    assert problem.span.of(text) == "promptly"
