"""What people get, and how an echo says it."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Your delivery fee is refunded if we are late.", "we give you your delivery fee."),
        ("Postage is refunded when the mistake was ours.", "we give you postage."),
        ("If we are late you get half your fare back.", "we give you half your fare back."),
    ],
)
def test_what_is_given_has_an_article_only_where_it_needs_one(sentence: str, said: str) -> None:
    (problem,) = understand(sentence)["problems"]
    assert said in problem["message"]
    again = understand(problem["fix"])["clauses"]
    assert again == understand(sentence)["clauses"]


def test_how_something_is_given_is_not_what_is_given() -> None:
    assert understand("If we lose your coat, we pay for it.")["clauses"] == []


@pytest.mark.parametrize(
    ("sentence", "event", "goods"),
    [
        (
            "If a plant arrives dead send me a photo within 48 hours and I will replace it.",
            "a plant arrives dead and you send us a photo within 48 hours",
            "replacement",
        ),
        (
            "If it is faulty, bring it in 14 days and we will refund you in full, or repair it.",
            "it is faulty and you bring it in 14 days",
            "full refund or a repair",
        ),
        (
            "Email us a picture within 3 days of delivery and we'll replace the item.",
            "you email us a picture within 3 days of delivery",
            "replacement",
        ),
    ],
)
def test_the_time_in_which_people_tell_us_is_theirs(sentence: str, event: str, goods: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["event_words"], clause["goods"]) == ("remedy", event, goods)
    (again,) = understand(f"If {event}, we give you a {goods}.")["clauses"]
    assert again == clause


def test_what_we_do_for_whoever_tells_us_is_kept_in_their_words_where_no_list_knows_it() -> None:
    said = understand("Tell us within 24 hours and we will put it right for free.")
    assert [one["kind"] for one in said["clauses"]] == ["remedy"]
    assert said["problems"]
    late = understand("Send us a photo within 3 days and we will reply within 2 working days.")
    assert "remedy" not in [one["kind"] for one in late["clauses"]]
