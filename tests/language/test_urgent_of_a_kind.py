"""A priority before any kind of case or message says for which of them a promise is made."""

import pytest

from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.understand import understand
from goodword.policy.promise import Promise


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("Urgent emails are answered within 2 hours.", ["urgent"]),
        ("We answer every urgent email within 2 hours.", ["urgent"]),
        ("Urgent phone messages are returned within an hour.", ["urgent"]),
        (
            (
                "Every urgent housing repair is made safe within 24 hours and every routine repair "
                "finished within 28 days."
            ),
            ["urgent", "routine"],
        ),
        (
            "Every urgent enquiry is answered within 2 days and every routine one within 5 days.",
            ["urgent", "routine"],
        ),
        (
            "Urgent complaints are settled within two days; non-urgent ones within three weeks.",
            ["urgent", "non_urgent"],
        ),
        ("All routine letters are answered within 3 days.", [None]),
        ("Emails that are urgent are answered within 3 days.", [None]),
    ],
)
def test_a_priority_narrows_what_stands_behind_it(
    sentence: str, subjects: list[str | None]
) -> None:
    said = understand(sentence)
    assert [one.get("subject") for one in said["clauses"]] == subjects
    assert "PR07" not in {one["code"] for one in said["problems"] if one["severity"] == "warning"}


@pytest.mark.parametrize(
    ("slug", "noun"),
    [
        ("urgent", "urgent case"),
        ("critical", "critical case"),
        ("non_urgent", "non-urgent case"),
        ("low", "low priority case"),
        ("standard", "standard priority case"),
        ("emergency", "emergency"),
        ("complaint", "complaint"),
    ],
)
@pytest.mark.parametrize("way", ["every {} on any channel", "every email about {} {}"])
def test_a_priority_is_said_back_as_a_noun_and_read_again(slug: str, noun: str, way: str) -> None:
    article = "an" if noun[0] in "aeiou" else "a"
    said = way.format(noun) if way.count("{}") == 1 else way.format(article, noun)
    policy = read(f"We resolve {said} within 5 calendar days, every time.").policy
    (clause,) = policy.clauses
    assert isinstance(clause, Promise)
    assert (clause.subject, clause.condition) == (slug, None)
    assert said in echo(clause, policy)
    assert read_sentence(echo(clause, policy), policy)[0].subject == slug  # type: ignore[attr-defined]
