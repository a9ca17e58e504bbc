"""What a policy should say, and says or does not."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from goodword.checks import Evidence, check
from goodword.checks.presence import unsaid
from goodword.checks.presence_rules import RULES, Rule
from goodword.document.read import read
from goodword.document.reading import SentenceState
from goodword.language.pack import ENGLISH
from goodword.problem import Problem, Severity
from tests.checks.presence_texts import BASE, everything, sentences

AT = int(datetime(2026, 9, 3, tzinfo=UTC).timestamp())


def found(text: str, *packs: str) -> list[Problem]:
    return list(unsaid(read(text), AT, Evidence(packs=packs)))


def codes(text: str, *packs: str) -> list[str]:
    return [one.code for one in found(text, *packs)]


def test_a_policy_that_says_it_all_is_asked_for_nothing() -> None:
    assert codes(everything()) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_is_not_said_is_asked_for(rule: Rule) -> None:
    words = ENGLISH.words(f"presence.{rule.code}")
    wanted = [str(part["unsaid"]) for part in words.get("parts", (words,))]
    said = " ".join(one.message for one in found(everything(but=rule)))
    assert [one for one in wanted if one in said] != []


def test_no_sentence_to_paste_is_almost_live_or_has_a_problem_of_its_own() -> None:
    pasted = [one for rule in RULES for one in sentences(rule)]
    reading = read("\n".join([BASE, *pasted]) + "\n")
    almost = [one.text for one in reading.sentences if one.state is SentenceState.ALMOST]
    assert [one for one in almost if one in pasted] == []
    beyond = [one for one in reading.problems if one.span and one.span.start > len(BASE)]
    assert [(one.code, one.message) for one in beyond] == []


def test_a_topic_is_spoken_of_once_however_much_is_missing() -> None:
    problems = found(BASE)
    topics = Counter(one.message.partition(":")[0] for one in problems if one.severity == "hint")
    assert set(topics.values()) == {1}
    assert len(problems) <= 8 + sum(one.severity is not Severity.HINT for one in problems)


def test_a_policy_that_has_only_begun_is_left_in_peace() -> None:
    assert codes("# A shop\n\nWe are open Monday to Friday, 9am to 5pm.\n") == []


def test_a_short_policy_is_asked_for_the_core_alone() -> None:
    short = "\n".join(BASE.split("\n")[:26])
    core = {rule.code for rule in RULES if rule.core}
    asked = set(codes(short))
    assert asked
    assert asked <= core


def test_one_person_is_asked_for_nothing_that_takes_a_team() -> None:
    lines = [f"We reply to {what} within 4 working hours." for what in
             ("emails", "letters", "text messages", "chats", "faxes", "tweets", "voicemail",
              "forms", "orders", "invoices")]  # fmt: skip
    text = "# Anna's shop\n\nI am open Monday to Friday, 9am to 5pm.\n\n" + "\n".join(lines)
    said = " ".join(f"{one.message} {one.fix}" for one in found(text))
    assert "team" not in said
    assert "lead" not in said


def test_what_a_chosen_pack_asks_for_is_left_to_the_pack() -> None:
    rule = next(rule for rule in RULES if rule.code == "ACC-01")
    text = everything(but=rule)
    assert codes(text, "us-ada") == []
    graver = [one for one in check(read(text), at=AT, packs=("us-ada",)) if one.code == "ACC-01"]
    assert [one.severity for one in graver] == [Severity.ERROR]


def test_the_emergency_number_is_that_of_the_country() -> None:
    rule = next(rule for rule in RULES if rule.code == "CHN-03")
    (problem,) = (one for one in found(everything(but=rule)) if one.code == "CHN-03")
    assert problem.fix is not None
    assert "999" in problem.fix.replacement


def test_what_is_not_for_us_is_not_asked_for_again() -> None:
    rule = next(rule for rule in RULES if rule.code == "CMP-20")
    text = everything(but=rule)
    assert codes(text) == ["CMP-20"]
    assert codes(f"{text}\n<!-- not for us: CMP-20 -->\n") == []


def test_an_error_is_told_even_where_it_is_declined() -> None:
    text = "We reply to emails within 4 working hours.\n\n<!-- not for us: DOC02, CHN-01 -->\n"
    assert "DOC02" in {one.code for one in check(read(text), at=AT)}


def test_every_word_list_belongs_to_a_rule() -> None:
    listed = set(ENGLISH.file("presence")) - {"topics", "sectors", "emergency"}
    assert listed == {rule.code for rule in RULES}
