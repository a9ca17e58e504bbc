"""What hurried people call giving something, and the ruling, limit or question that answers it."""

import pytest

from goodword.decision.ask import Answer, ask
from goodword.decision.giving import asks_leave, giving_in
from goodword.document.read import read
from goodword.policy.policy import Policy
from tests.decision.built_policy import NOON


def policy_of(*lines: str) -> Policy:
    return read("# Policy\n\n" + "\n".join(lines) + "\n").policy


HOTEL = policy_of(
    "We count money in pounds.",
    "The hotel manager looks after this policy.",
    "Our team has four roles: the hotel manager, the duty manager, receptionists and housekeepers.",
    "Receptionists may take up to £40 off the bill per stay.",
    "Receptionists may waive the late check-out fee.",
    "The duty manager may take up to £150 off the bill per stay.",
    "The hotel manager may refund up to £1,000 per case.",
)
SHOP = policy_of(
    "We count money in US dollars.",
    "Our team has two roles: the store manager and cashiers.",
    "Cashiers may refund up to $100 per case.",
    "The store manager may refund up to $2,500 per case.",
    "Cashiers may give a discount of up to 10%.",
)
LIBRARY = policy_of(
    "We count money in pounds.",
    "Our team has three roles: the head librarian, librarians and assistants.",
    "Assistants may extend a loan by up to 3 weeks.",
    "Librarians may extend a loan by up to 8 weeks.",
    "Assistants may waive fines of up to £5 per reader.",
    "Librarians may waive fines of up to £30 per reader.",
    "Librarians may write off up to £50 per case.",
)


def rulings(answer: Answer) -> dict[str, tuple[str, str | None]]:
    return {one.role: (one.decision.ruling.value, one.decision.ask) for one in answer.rulings}


@pytest.mark.parametrize(
    ("policy", "words", "action"),
    [
        (HOTEL, "may I take 30 off the bill", "discount"),
        (HOTEL, "can i knock 60 quid off", "discount"),
        (HOTEL, "she wants £20 off", "discount"),
        (HOTEL, "shave a tenner off?", "discount"),
        (HOTEL, "can we reduce the bill", "discount"),
        (LIBRARY, "may I waive £4", "waive_fee"),
        (LIBRARY, "wipe a £60 fine?", "waive_fee"),
        (LIBRARY, "who can cancel a 15 pound fine", "waive_fee"),
        (LIBRARY, "let him off a 12 quid fine", "waive_fee"),
        (LIBRARY, "scrap the late charge?", "waive_fee"),
        (LIBRARY, "write off 40?", "write_off"),
        (LIBRARY, "renew for 5 weeks?", "extend_loan"),
        (LIBRARY, "can he keep it longer", "extend_loan"),
    ],
)
def test_a_word_of_giving_means_an_action_of_the_policy(
    policy: Policy, words: str, action: str
) -> None:
    meant = giving_in(policy, words)
    assert meant is not None
    assert (meant.action, meant.is_near) == (action, False)


@pytest.mark.parametrize(
    "words",
    [
        "can I have friday off",
        "he is off sick",
        "turn the lights off",
        "the wheel came off",
        "can i cancel my booking",
        "clear the table for 4",
        "drop off the keys",
        "forget the appointment",
        "the power is off",
        "no longer needs it",
    ],
)
def test_other_words_give_nothing(words: str) -> None:
    assert all(giving_in(one, words) is None for one in (HOTEL, SHOP, LIBRARY))


def test_what_is_taken_off_is_ruled_for_each_role_and_names_who_is_asked() -> None:
    answer = ask(HOTEL, "can i knock 60 quid off", at=NOON)
    assert answer.request is not None
    assert answer.request.amount == 60
    assert rulings(answer)["receptionist"] == ("ask", "duty_manager")
    assert rulings(answer)["duty_manager"] == ("allow", None)


@pytest.mark.parametrize(
    "words", ["may i award 80", "can i comp her 80", "goodwill of 80, ok?", "can I give him $80"]
)
def test_where_the_policy_has_no_such_action_the_nearest_is_told_as_such(words: str) -> None:
    summary = ask(SHOP, words, at=NOON).summary
    assert summary == 'Taken as "refund": allowed for the cashier and the store manager.'


def test_a_sum_alone_is_taken_as_what_most_may_give() -> None:
    summary = ask(SHOP, "who signs off 1.2k", at=NOON).summary
    assert summary.startswith('Taken as "refund": allowed for the store manager; the cashier')


def test_who_has_no_clause_is_told_whom_to_ask() -> None:
    answer = ask(HOTEL, "refund 250?", at=NOON)
    assert rulings(answer)["housekeeper"] == ("ask", "hotel_manager")
    assert "the housekeeper" in answer.summary


@pytest.mark.parametrize(
    ("words", "assistant", "librarian"),
    [
        ("can i extend 2 weeks", "allow", "allow"),
        ("extend the loan by 10 days, ok?", "allow", "allow"),
        ("renew for 5 wks?", "ask", "allow"),
        ("another 22 days?", "ask", "allow"),
        ("can i extend a loan by a week", "allow", "allow"),
    ],
)
def test_a_length_of_time_is_ruled_on(words: str, assistant: str, librarian: str) -> None:
    found = rulings(ask(LIBRARY, words, at=NOON))
    assert (found["assistant"][0], found["librarian"][0]) == (assistant, librarian)


def test_how_long_gets_the_limits() -> None:
    assert ask(LIBRARY, "how long can I extend a loan", at=NOON).summary == (
        "The assistant may extend the loan by up to 3 calendar weeks; "
        "the librarian may extend the loan by up to 8 calendar weeks."
    )


def test_so_long_overdue_is_no_length_that_is_asked_for() -> None:
    found = rulings(ask(LIBRARY, "2 weeks overdue, can i extend it", at=NOON))
    assert found["assistant"][0] == "need_facts"


@pytest.mark.parametrize(
    "words", ["can i let her off the late checkout fee", "may I waive the late check-out fee"]
)
def test_a_fee_that_is_named_needs_no_question(words: str) -> None:
    assert rulings(ask(HOTEL, words, at=NOON))["receptionist"] == ("allow", None)


@pytest.mark.parametrize(
    "words", ["may I waive the fee", "waive a fee that is not a late check-out fee?"]
)
def test_a_fee_that_is_not_named_is_asked_for_beside_the_limit(words: str) -> None:
    answer = ask(HOTEL, words, at=NOON)
    assert rulings(answer)["receptionist"] == ("need_facts", None)
    assert answer.summary == (
        "The receptionist may waive the fee. Is this so: it is a late check-out fee?"
    )


def test_an_action_in_its_own_word_comes_first() -> None:
    answer = ask(SHOP, "can i refund 20 as goodwill", at=NOON)
    assert answer.request is not None
    assert answer.request.action == "refund"
    assert "Taken as" not in answer.summary


def test_a_verb_with_a_small_word_takes_its_sum_at_once() -> None:
    assert ask(LIBRARY, "can i write off 40", "librarian", at=NOON).summary == (
        "Yes: you may write off £40."
    )


@pytest.mark.parametrize(
    "words",
    [
        "who signs off 400 quid back",
        "does a manager need to approve £120",
        "who can ok 25 percent off",
        "how much can i refund",
        "what discount can i give",
        "gimme the ok for $90 back",
        "is it ok",
        "my limit?",
        "do i need sign-off",
    ],
)
def test_leave_is_asked_in_many_ways(words: str) -> None:
    assert asks_leave(words)


@pytest.mark.parametrize(
    "words", ["who is the manager", "who broke it", "she says it was okay yesterday", "he refused"]
)
def test_what_asks_no_leave(words: str) -> None:
    assert not asks_leave(words)


def test_what_an_action_is_done_to_must_be_told_in_its_own_word() -> None:
    answer = ask(LIBRARY, "want to donate old records", at=NOON)
    assert answer.request is None
