"""The outline of a policy, and quick fixes."""

from dataclasses import replace
from pathlib import Path

from goodword.checks.run import check
from goodword.document.read import read
from goodword.lsp.fixes import _edit, actions, formatted
from goodword.lsp.renames import applied
from goodword.lsp.symbols import Symbol, symbols
from goodword.problem import Fix, Problem, Severity
from goodword.span import Span

RIVERSIDE = (Path(__file__).parents[2] / "examples" / "riverside" / "policy.md").read_text("utf-8")
AT = 1_788_220_800


def all_of(found: tuple[Symbol, ...]) -> list[Symbol]:
    return [one for symbol in found for one in (symbol, *all_of(symbol.children))]


def test_the_outline_shows_sections_below_the_title_and_clauses_below_sections() -> None:
    (top,) = symbols(RIVERSIDE)
    sections = [one.name for one in top.children if one.is_section]
    assert sections[:2] == ["Who we are", "When we are open"]
    promises = next(one for one in top.children if one.name == "What we promise")
    assert [one.name for one in promises.children][:2] == [
        "First reply by email",
        "First reply by text message",
    ]


def test_every_entry_lies_inside_its_parent_and_holds_its_own_name() -> None:
    for symbol in all_of(symbols(RIVERSIDE)):
        assert symbol.span.start <= symbol.name_span.start <= symbol.name_span.end
        assert symbol.name_span.end <= symbol.span.end
        for child in symbol.children:
            assert symbol.span.start <= child.span.start
            assert child.span.end <= symbol.span.end


def test_a_text_without_headings_shows_its_clauses() -> None:
    names = [one.name for one in symbols("We reply to every email within 2 days.\n")]
    assert names == ["First reply by email"]
    assert symbols("") == ()


def test_the_fix_of_an_almost_live_sentence_makes_it_live() -> None:
    text = "# Cafe\n\n- We answer all emails quickly.\n- We are kind.\n"
    place = text.index("quickly")
    first = actions(text, Span(place, place), at=AT)[0]
    mended = applied(text, first.edits)
    assert mended.startswith("# Cafe\n\n- We answer all emails within")
    assert mended.endswith("\n- We are kind.\n")
    assert [one.state.value for one in read(mended).sentences] == ["live", "prose"]


def test_an_example_is_added_where_the_examples_stand() -> None:
    place = RIVERSIDE.index("We return voicemail")
    found = [one for one in actions(RIVERSIDE, Span(place, place), at=AT) if "xample" in one.title]
    mended = applied(RIVERSIDE, found[0].edits)
    assert mended.startswith(RIVERSIDE.rstrip())
    assert mended.rstrip().split("\n")[-1].startswith("- Example: ")
    assert [one.code for one in check(read(mended), at=AT) if one.code == "EX01"] == []


def test_a_section_of_examples_is_made_where_there_is_none() -> None:
    text = "# Cafe\n\nWe reply to every email within 2 hours.\n"
    place = text.index("email")
    found = [one for one in actions(text, Span(place, place), at=AT) if "xample" in one.title]
    assert "\n\n## Examples\n\n- Example: " in applied(text, found[0].edits)


def test_every_offered_fix_can_be_made() -> None:
    text = RIVERSIDE.replace("within 4 working hours", "soon").replace("$300", "$90")
    for action in actions(text, Span(0, len(text)), at=AT):
        assert applied(text, action.edits) != text


def test_a_tidy_text_needs_no_formatting() -> None:
    assert formatted(RIVERSIDE) is None
    assert formatted("Cafe\n====\n") == "# Cafe\n"


CONTRARY = """# Cafe

Our team has two roles: the owner and waiters.

- Waiters may refund up to $50.
- Waiters must never refund.
"""


def test_of_two_sentences_that_contradict_either_can_be_taken_out() -> None:
    place = CONTRARY.index("must never")
    found = [one for one in actions(CONTRARY, Span(place, place), at=AT) if "take" in one.title]
    left = [applied(CONTRARY, one.edits).split("\n\n")[-1] for one in found]
    assert sorted(left) == ["- Waiters may refund up to $50.\n", "- Waiters must never refund.\n"]


def test_what_the_whole_policy_lacks_can_be_added_from_its_first_line() -> None:
    text = "# Cafe\n\nWe are kind.\n\n## Promises\n\nWe reply to letters within 5 days.\n"
    found = actions(text, Span(0, 0), at=AT)
    review = next(one for one in found if "We review this policy" in one.title)
    mended = applied(text, review.edits)
    assert "We are kind.\n\nWe review this policy every 6 months.\n\n## Promises" in mended
    assert len(read(mended).policy.clauses) == len(read(text).policy.clauses) + 1


def added_below(place: str, text: str) -> str:
    problem = Problem("X", Severity.HINT, "m", Span(text.index(place), text.index(place) + 3))
    return applied(text, (_edit(replace(problem, fix=Fix("Add", "We are kind.")), text),))


def test_a_sentence_is_added_below_the_one_concerned_as_what_stands_there() -> None:
    assert added_below("One", "One.\nTwo.\n") == "One.\nWe are kind.\nTwo.\n"
    assert added_below("One", "- One.\n- Two.\n") == "- One.\n- We are kind.\n- Two.\n"
    assert added_below("One", "1. One.\n2. Two.\n\nThree.\n") == (
        "1. One.\n2. Two.\n\nWe are kind.\n\nThree.\n"
    )
    assert added_below("One", "| A |\n|---|\n| One |\n| Two |") == (
        "| A |\n|---|\n| One |\n| Two |\n\nWe are kind."
    )
