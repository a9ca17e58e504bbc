"""What may come next, and that it leads to sentences which run."""

import random
from pathlib import Path

import pytest

from goodword.checks.run import check
from goodword.document.read import read
from goodword.document.reading import SentenceState
from goodword.lsp.completions import completions

RIVERSIDE = (Path(__file__).parents[2] / "examples" / "riverside" / "policy.md").read_text("utf-8")
AT = 1_788_220_800
CAFE = """# Wharf Cafe

We are Wharf Cafe, and we call the people we serve guests.
Our team has two roles: the owner and waiters.
Our opening hours are Monday to Friday, 9am to 5pm.
All times are London time.

"""


def after(typed: str, text: str = CAFE) -> list[str]:
    written = f"{text}{typed}"
    return [one.words for one in completions(written, len(written), at=AT)]


def completed(typed: str, choice: str, text: str = CAFE) -> str:
    written = f"{text}{typed}"
    found = next(one for one in completions(written, len(written), at=AT) if one.words == choice)
    return written[len(text) : found.span.start] + found.words


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("We ", "reply to "),
        ("We re", "reply to "),
        ("We aim to ", "reply to "),
        ("We reply to ", "every email within "),
        ("We reply to every email within ", "1 working day"),
        ("We reply to every email within 4 ", "working hours"),
        ("We reply to every email within 4 wor", "working hours"),
        ("We reply to every email within 4 working hours", ", 90% of the time."),
        ("Waiters ", "may "),
        ("The owner ", "may "),
        ("Waiters may ", "refund up to "),
        ("Waiters may refund up to ", "£50"),
        ("Waiters may refund up to £50", " per case."),
        ("If a complaint is not ", "resolved within "),
        ("If a complaint is not resolved within 3 days, ", "we tell the owner."),
        ("If nobody comes, tell ", "the owner"),
        ("Refunds over £50 need ", "the owner's approval."),
        ("When a guest ", "reports an injury, the owner is told within 1 hour."),
        ("We are kind. We ", "reply to "),
        ("- We ", "reply to "),
        ("## What we", "What we promise"),
        ("| Channel | Reply |\n|---|---|\n| Email | ", "4 working hours"),
        ("All times are Lon", "London time."),
    ],
    ids=lambda value: value.replace("\n", "/") if isinstance(value, str) else None,
)
def test_what_may_come_next_is_offered(typed: str, offered: str) -> None:
    assert offered in after(typed)


def test_what_was_typed_already_is_replaced() -> None:
    assert completed("We reply to every em", "every email within ") == (
        "We reply to every email within "
    )


def test_the_roles_are_those_of_the_policy_as_it_names_them() -> None:
    offered = after("")
    assert "The owner may refund up to " in offered
    assert "Waiters may refund up to " in offered
    assert not [words for words in offered if "receptionist" in words.lower()]


def test_times_that_the_policy_promises_already_come_first() -> None:
    text = f"{CAFE}We reply to every letter within 7 working days.\n"
    assert after("We reply to every email within ", text)[0] == "7 working days"


def test_working_time_is_not_offered_where_no_hours_are_named() -> None:
    assert after("We reply to every email within ", "# Cafe\n\n")[0] == "4 hours"


def test_what_the_policy_lacks_comes_first() -> None:
    assert after("", "# Cafe\n\n")[0] == "Our opening hours are "
    assert "Our opening hours are " not in after("")


def test_headings_that_are_there_are_not_offered_again() -> None:
    assert "What we promise" not in after("## ", f"{CAFE}## What we promise\n\n")


def test_examples_are_worked_out_for_clauses_without_one() -> None:
    offered = after("- Example: ", f"{RIVERSIDE}\n")
    assert offered
    assert [words for words in offered if not words.startswith("Example: ")] == []


def test_inside_a_finished_word_nothing_is_offered() -> None:
    assert after("We reply to every email within 4 working hours.") == []


def test_nothing_is_offered_where_nothing_is_known() -> None:
    assert after("Purple elephants dance ") == []


def followed(choose: random.Random) -> str:
    """Return a sentence made of nothing but offers."""
    sentence = ""
    while not sentence.endswith("."):
        offered = [one for one in after(sentence) if not one.endswith('"')]
        if not offered:
            return f"{sentence}."
        sentence = completed(sentence, choose.choice(offered))
    return sentence


def test_following_the_offers_to_the_end_makes_sentences_that_run() -> None:
    sentences = {followed(random.Random(seed)) for seed in range(120)}  # noqa: S311
    assert len(sentences) > 40
    dead = [
        one
        for one in sentences
        if read(f"{CAFE}{one}\n").sentences[-1].state is not SentenceState.LIVE
    ]
    assert dead == []


def test_an_example_that_is_offered_holds_when_it_is_run() -> None:
    whole = f"{RIVERSIDE}\n- "
    offered = completions(whole, len(whole), at=AT)
    examples = [one.words for one in offered if one.words.startswith("Example: ")]
    reading = read(f"{RIVERSIDE}\n" + "".join(f"- {one}\n" for one in examples))
    wrong = [one.code for one in check(reading, at=AT) if one.code in {"EX01", "EX02"}]
    assert wrong == []
