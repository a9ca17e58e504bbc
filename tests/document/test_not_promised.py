"""What has the form of a promise and is none, and what is lost beside one."""

import pytest

from goodword.document.understand import understand

LASTING = {
    "ban": (
        "Behaviour | Minimum length",
        "Suspensions",
        "Shouting, loud calls | 2 days",
        "situation",
    ),
    "banned": ("What happened | Ban", "Bans", "Theft | 6 months", "situation"),
    "kept": ("Record | Kept for", "Records", "Invoices | 7 years", "retention"),
}


def test_no_clock_runs_for_an_average_in_a_row() -> None:
    said = understand(
        "Change of address | Average of 20 working days",
        lead_in="Kind of change |",
        heading="Response times",
    )
    assert [one["kind"] for one in said["clauses"]] == ["quality"]
    assert any(one["severity"] == "warning" for one in said["problems"])


@pytest.mark.parametrize(("lead", "heading", "sentence", "kind"), LASTING.values(), ids=LASTING)
def test_how_long_a_ban_lasts_is_no_promise(
    lead: str, heading: str, sentence: str, kind: str
) -> None:
    said = understand(sentence, lead_in=lead, heading=heading)
    assert [one["kind"] for one in said["clauses"]] == [kind]


def test_a_row_of_times_stays_a_promise() -> None:
    said = understand("First replies | 2 days", lead_in="Kind | Time")
    assert [one["kind"] for one in said["clauses"]] == ["promise"]


LATE_TOO = {
    "if not": "The inquiry is completed within 25 days; if not, the patient is told why.",
    "where not": "A reply goes in 12 days; where that can't be done an interim answer is given.",
    "we know": (
        "We reply within two days and, if we know that this is not possible, "
        "tell you when you can expect it."
    ),
}


@pytest.mark.parametrize("sentence", LATE_TOO.values(), ids=LATE_TOO)
def test_news_of_delay_beside_a_promise_is_not_lost(sentence: str) -> None:
    said = understand(sentence)
    assert [one["kind"] for one in said["clauses"]] == ["promise", "late_notice"]


def test_who_says_no_reason_gives_no_news_of_delay() -> None:
    assert understand("If not, we will contact you.")["clauses"] == []


def test_queues_that_cannot_be_avoided_are_told_of() -> None:
    said = understand("If queues cannot be avoided, we will make this known and say why.")
    assert [one["kind"] for one in said["clauses"]] == ["late_notice"]


REMEDIES = {
    "mended": "If our team made an error, we will replace the lamp at no charge.",
    "apology": "Where staff fall short of this charter, the manager writes a letter of apology.",
}


@pytest.mark.parametrize("sentence", REMEDIES.values(), ids=REMEDIES)
def test_what_is_mended_for_nothing_is_a_remedy(sentence: str) -> None:
    (rule,) = understand(sentence)["clauses"]
    assert rule["kind"] == "remedy"
    (again,) = understand(understand(sentence)["problems"][0]["fix"])["clauses"]
    assert again["goods"] == rule["goods"]


NO_TERM = {
    "may": "Aggressive behaviour may mean that the service is stopped.",
    "offer": "Our quality promise means that we offer a replacement for anything that falls short.",
}


@pytest.mark.parametrize("sentence", NO_TERM.values(), ids=NO_TERM)
def test_what_follows_from_something_defines_no_word(sentence: str) -> None:
    assert all(one["kind"] != "term" for one in understand(sentence)["clauses"])


def test_a_code_of_practice_trains_nobody() -> None:
    said = understand("We check every kennel once a year against the code of practice.")
    assert all(one["kind"] != "training" for one in said["clauses"])


KEPT = {
    "samples": "Contested grain samples are kept for 10 days.",
    "found": "Found items are stored securely for 30 days.",
    "video": "Video is kept for 30 days.",
    "with us": "Call recordings stay with us for up to 90 days.",
}


@pytest.mark.parametrize("sentence", KEPT.values(), ids=KEPT)
def test_what_is_kept_and_for_how_long(sentence: str) -> None:
    said = understand(sentence)
    assert [one["kind"] for one in said["clauses"]] == ["retention"]
    assert said["problems"] == []
