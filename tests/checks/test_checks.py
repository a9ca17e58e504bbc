"""Each check on one text that needs it and on one that does not."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from goodword.checks import CATALOGUE, Evidence, check, mend_next
from goodword.checks.catalogue import OWN_CHECKS
from goodword.document.read import read
from goodword.document.reading import SentenceState
from goodword.errors import UnknownNameError
from goodword.metric.estimate import estimate
from goodword.policy.promise import Promise
from goodword.problem import Problem, Severity
from goodword.span import Span, place_of

FIXTURES = Path(__file__).parent / "fixtures"
AT = int(datetime(2026, 9, 3, tzinfo=UTC).timestamp())
CODES = sorted(folder.name for folder in FIXTURES.iterdir())
HEADINGS = ("## Why", "## Not so good", "## Better", "## How to mend it")


def found(text: str, *, at: int = AT, evidence: Evidence | None = None) -> tuple[Problem, ...]:
    return check(read(text), at=at, evidence=evidence)


def seen_in(text: str) -> Evidence:
    """Return a history in which complaints were resolved late every fourth time."""
    promises = read(text).policy.of_kind(Promise)
    late = {one.id: estimate(30, 40, one.target) for one in promises if one.subject == "complaint"}
    untold = {one.id: "The history does not say it." for one in promises if one.metric == "wait"}
    return Evidence(channels={"email": 40, "chat": 7}, estimates=late, unmeasured=untold)


def codes(text: str) -> list[str]:
    return [problem.code for problem in found(text)]


def only(code: str, problems: tuple[Problem, ...]) -> Problem:
    (problem,) = (one for one in problems if one.code == code)
    return problem


@pytest.mark.parametrize("code", CODES)
def test_a_check_finds_what_it_looks_for_in_the_bad_text(code: str) -> None:
    text = (FIXTURES / code / "bad.md").read_text(encoding="utf-8")
    assert code in {problem.code for problem in found(text, evidence=seen_in(text))}


@pytest.mark.parametrize("code", CODES)
def test_a_check_is_silent_on_the_good_text(code: str) -> None:
    text = (FIXTURES / code / "good.md").read_text(encoding="utf-8")
    assert code not in {problem.code for problem in found(text, evidence=seen_in(text))}


def test_every_check_has_a_bad_and_a_good_text() -> None:
    assert [one.code for one in OWN_CHECKS if one.code not in CODES] == []


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_check_has_a_help_page(code: str, root: Path) -> None:
    page = (root / CATALOGUE[code].help_page).read_text(encoding="utf-8")
    assert [heading for heading in HEADINGS if heading not in page] == []


def test_the_list_of_checks_names_every_check(root: Path) -> None:
    page = (root / "docs/reference/checks/README.md").read_text(encoding="utf-8")
    assert [code for code in CATALOGUE if f"[{code}]({code}.md)" not in page] == []


def test_every_code_that_the_reader_gives_is_in_the_catalogue(root: Path) -> None:
    sources = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("document", "language")
        for path in (root / "src/goodword" / folder).rglob("*.py")
    )
    given = set(re.findall(r'"((?:[A-Z]{2,3})-?\d\d)"', sources))
    assert sorted(given - set(CATALOGUE)) == []


def test_our_own_example_policy_has_no_error_and_no_warning(riverside_text: str) -> None:
    grave = [
        (one.code, one.message)
        for one in found(riverside_text)
        if one.severity in {Severity.ERROR, Severity.WARNING}
    ]
    assert grave == []


def test_problems_come_in_document_order(riverside_text: str) -> None:
    places = [one.span.start if one.span else -1 for one in found(riverside_text)]
    assert sorted(places) == places


def test_every_span_lies_in_the_text() -> None:
    for code in CODES:
        text = (FIXTURES / code / "bad.md").read_text(encoding="utf-8")
        for problem in found(text, evidence=seen_in(text)):
            spans = [span for span in (problem.span, *problem.related) if span is not None]
            assert all(0 <= span.start < span.end <= len(text) for span in spans), problem


@pytest.mark.parametrize("code", CODES)
def test_every_proposed_sentence_mends_what_it_is_proposed_for(code: str) -> None:
    text = (FIXTURES / code / "bad.md").read_text(encoding="utf-8")
    evidence = seen_in(text)
    for problem in found(text, evidence=evidence):
        if problem.fix is None or problem.code != code:
            continue
        left = [
            sum((one.code, one.message) == (code, problem.message) for one in problems)
            for problems in (
                found(mended, evidence=evidence) for mended in (text, *_mended(text, problem))
            )
        ]
        assert min(left[1:]) < left[0]


def _mended(text: str, problem: Problem) -> list[str]:
    """Return the text with the proposed sentence where it belongs: there, or below, or above."""
    fix = problem.fix
    assert fix is not None
    if fix.span is not None and fix.span.end > fix.span.start:
        return [text[: fix.span.start] + fix.replacement + text[fix.span.end :]]
    below = f"{text}\n\n## How to reach us\n\n{fix.replacement}\n"
    start = problem.span.start if problem.span is not None else len(text)
    return [below, f"{text[:start]}{fix.replacement}\n{text[start:]}"]


@pytest.mark.parametrize("code", CODES)
def test_no_proposed_sentence_is_almost_live(code: str) -> None:
    text = (FIXTURES / code / "bad.md").read_text(encoding="utf-8")
    for problem in found(text, evidence=seen_in(text)):
        if problem.fix is not None and problem.code == code:
            states = [
                sentence.state
                for sentence in read(_mended(text, problem)[0]).sentences
                if sentence.text and sentence.text in problem.fix.replacement
            ]
            assert SentenceState.ALMOST not in states


def test_an_unknown_law_pack_is_refused_by_name() -> None:
    with pytest.raises(UnknownNameError, match="no law pack"):
        check(read("We are kind."), at=AT, packs=("law-of-the-sea",))


def test_an_unknown_role_is_met_with_the_roles_that_exist() -> None:
    text = (FIXTURES / "ES02" / "bad.md").read_text(encoding="utf-8")
    problem = next(one for one in found(text) if one.code == "ES02")
    assert problem.message.startswith(
        'I don\'t know "duty boss". Roles here: owner, team lead and receptionist.'
    )
    assert problem.span is not None
    assert problem.span.of(text) == "duty boss"


def test_a_misspelt_role_is_met_with_the_one_that_was_meant() -> None:
    text = (
        (FIXTURES / "ES02" / "good.md")
        .read_text(encoding="utf-8")
        .replace("we tell the team lead", "we tell the team leed")
    )
    problem = only("ES02", found(text))
    assert "Did you mean" in problem.message
    assert problem.span is not None
    assert problem.span.of(text) == "team leed"


def test_a_contradiction_shows_both_sentences_a_witness_and_three_ways_out() -> None:
    text = (FIXTURES / "DOC04" / "bad.md").read_text(encoding="utf-8")
    problem = only("DOC04", found(text))
    lines = [place_of(text, span.start).line for span in (problem.span, *problem.related) if span]
    assert lines == [17, 14]
    assert "A receptionist wants to refund $50: line 14 allows it, line 17 forbids it." in (
        problem.message
    )
    assert len(problem.ways_out) == 3


def test_two_limits_of_one_role_are_a_contradiction_with_a_round_witness() -> None:
    text = (FIXTURES / "DOC04" / "good.md").read_text(encoding="utf-8")
    text += "Receptionists may refund up to $80 per case.\n"
    messages = [one.message for one in found(text) if one.code == "DOC04"]
    assert any("A receptionist wants to refund $60" in message for message in messages)


def test_two_times_for_one_promise_are_a_contradiction() -> None:
    text = "We are open Monday to Friday, 9am to 5pm.\n\n"
    text += "We reply to every email within 4 working hours.\n\n"
    text += "We reply to every email within 2 working days.\n"
    message = only("DOC04", found(text)).message
    assert message.startswith("Two sentences answer one case differently. A case that arrives on ")
    assert message.endswith("line 3 says we broke our word, line 5 says we kept it.")


def test_a_promise_for_a_narrower_matter_contradicts_nothing() -> None:
    text = "We are open Monday to Friday, 9am to 5pm.\n\n"
    text += "We reply to every message within 2 working days.\n\n"
    text += "We reply to every email within 4 working hours.\n"
    assert "DOC04" not in codes(text)


def test_two_shares_of_one_promise_are_no_contradiction() -> None:
    text = "We are open Monday to Friday, 9am to 5pm.\n\n"
    text += "We answer 60% of emails within 1 working day.\n\n"
    text += "We answer 90% of emails within 3 working days.\n"
    assert "DOC04" not in codes(text)


def test_a_placeholder_in_a_live_sentence_is_an_error() -> None:
    problem = only("PUB-01", found("We reply to every email within 4 clock hours, says {{name}}."))
    assert problem.severity is Severity.ERROR


def test_links_code_and_comments_hold_no_placeholders() -> None:
    text = "See [our page](https://a.example/x/y.md), `{{code}}` and ours.<!-- TODO later -->\n"
    assert "PUB-01" not in codes(text)


def test_a_ladder_that_ends_by_its_own_words_has_no_gap() -> None:
    text = (FIXTURES / "AU02" / "bad.md").read_text(encoding="utf-8")
    problem = only("AU02", found(text))
    assert problem.message.startswith("No sentence says who may refund more than $200, ")


def test_missing_things_are_named_one_by_one_with_a_sentence_to_begin_with() -> None:
    problems = [one for one in found("# A shop\n\nWe are kind.\n") if one.code == "DOC01"]
    assert len(problems) == 7
    assert all(one.fix is not None for one in problems)


def test_a_sum_to_begin_with_is_in_the_currency_of_the_policy() -> None:
    text = "# A shop\n\nAll times are London time.\nA delivery costs £4.\n"
    (problem,) = (one for one in found(text) if "who may give what" in one.message)
    assert problem.fix is not None
    assert "£50" in problem.fix.replacement


def test_opening_hours_that_cannot_be_read_are_told_once() -> None:
    text = "We reply to emails within 4 working hours.\n\nOur opening hours are 9am to 5pm.\n"
    problems = found(text)
    assert "(line 3)" in only("DOC02", problems).message
    assert not any("when we are open" in one.message for one in problems if one.code == "DOC01")


def test_a_table_that_is_torn_is_an_error_where_a_rule_stands_in_it() -> None:
    rows = "| Channel | First reply |\n| Email | 4 clock hours |\n| Letter | 2 calendar days |\n"
    problem = only("TX07", found(f"# A shop\n\n{rows}"))
    assert problem.fix is not None
    mended = f"# A shop\n\n{rows}".replace("\n| Email", f"\n{problem.fix.replacement}", 1)
    assert "TX07" not in codes(mended.replace("| Email | 4 clock hours | Email", "| Email"))


def test_a_remark_for_the_team_is_told_where_the_public_reads_it() -> None:
    remark = "INTERNAL: do not tell clients that fees can be waived.\n"
    assert "AUT-03" in codes(f"## Prices\n\nThis section is public.\n\n{remark}")
    private = f"## Prices\n\nThis section is for our team only.\n\n{remark}"
    assert "AUT-03" not in codes(private)


def test_errors_come_before_warnings_even_in_one_sentence() -> None:
    place, inner = Span(0, 40), Span(5, 10)
    first = Problem("DOC02", Severity.ERROR, "hours", place)
    second = Problem("DOC04", Severity.ERROR, "clash", inner)
    warning = Problem("PR13", Severity.WARNING, "plain", Span(50, 60))
    assert mend_next((warning, second, first)) == (first, second, warning)


def test_a_business_of_one_person_is_not_asked_for_a_ladder_or_an_escalation() -> None:
    text = "Our team has one role: the owner.\n"
    said = " ".join(one.message for one in found(text) if one.code == "DOC01")
    assert "who may give what" not in said
    assert "when a matter goes up" not in said


def test_mend_next_puts_errors_first_and_one_problem_of_each_sentence() -> None:
    here, there = Span(0, 10), Span(20, 30)
    hint = Problem("ST02", Severity.HINT, "long", here)
    error = Problem("DOC04", Severity.ERROR, "two", here)
    warning = Problem("PR01", Severity.WARNING, "when", there)
    assert mend_next((hint, warning, error)) == (error, warning, hint)


def test_mend_next_keeps_every_problem(riverside_text: str) -> None:
    problems = found(riverside_text)
    assert len(mend_next(problems)) == len(problems)


def test_a_review_date_is_counted_from_the_last_review_where_one_is_known() -> None:
    text = (FIXTURES / "RV02" / "bad.md").read_text(encoding="utf-8")
    assert "RV02" not in {one.code for one in found(text, evidence=Evidence(reviewed_at=AT))}


def test_hours_that_never_open_are_an_error_of_check_with_its_place() -> None:
    text = (FIXTURES / "HR11" / "bad.md").read_text(encoding="utf-8")
    problem = only("HR11", found(text))
    assert problem.severity is Severity.ERROR
    assert problem.span is not None
    assert place_of(text, problem.span.start).line == 3


def test_a_long_list_of_problems_is_ordered_in_no_time() -> None:
    many = tuple(
        Problem("PR01", Severity.WARNING, "when", Span(10 * n, 10 * n + 5)) for n in range(20_000)
    )
    assert mend_next(many) == many


def test_only_somebody_may_contradicts_that_somebody_else_may() -> None:
    text = "Our team has two roles: the owner and receptionists.\n\n## Money\n\n"
    text += "Only the owner may waive the late fee.\nReceptionists may waive the late fee.\n"
    message = only("DOC04", found(text)).message
    assert message.endswith(
        "A receptionist wants to waive the fee: line 5 forbids it, line 6 allows it."
    )


def test_a_prohibition_that_contradicts_two_sentences_is_told_of_once() -> None:
    text = (FIXTURES / "DOC04" / "bad.md").read_text(encoding="utf-8")
    text = text.replace("Receptionists must never give refunds.", "No one may give refunds.")
    problem = only("DOC04", found(text))
    assert [place_of(text, span.start).line for span in problem.related] == [14, 15]
