"""What only tells, asks or quotes is prose, and the same words as a promise stay one."""

import pytest

from goodword.document.understand import understand

TOLD = (
    "The council answered 96% of complaints within 20 working days.",
    "Over the year the office handled 72.4% of service requests within 5 working days.",
    "1,250 enquiries are received each month.",
    "More than 4,000 requests reach the help desk in a year.",
    "Most people accept a wait of half an hour.",
    "Other councils answer complaints within ten days.",
    "Many companies promise to reply within 24 hours.",
    "By law a lender must answer complaints within 28 days.",
    "whether each request was answered within ten days",
    "The report shows how many claims were settled within a month.",
    "Applications are not always decided within four weeks.",
    "We cannot promise to answer letters within a week.",
    "Our team used to answer emails within an hour.",
    "In an ideal world, we would answer every letter the same day.",
    "One customer wrote: “They said they would ring me within an hour”.",
    "How soon we answer letters depends on the season.",
    "Read more about how we deal with complaints within 20 days",
    "The average time to decide a claim is 12 days.",
    "Try to order repeats early – a prescription can take up to 72 hours to be approved.",
    "The draft rules would have all letters answered within ten days.",
    "A travel credit (valid 18 months)",
    "The driver will wait up to 10 minutes past the window.",
    "The cut-off for next-day delivery is 3pm.",
)
PROMISED = (
    "We will answer 96% of complaints within 20 working days.",
    "96% of complaints will be answered within 20 working days.",
    "Complaints that were made by phone are answered within ten days.",
    "Most people will have an answer within half an hour.",
    "By law we must answer complaints within 28 days.",
    "We will tell you within ten days whether your claim was accepted.",
    "Applications are always decided within four weeks.",
    "You will not wait longer than half an hour.",
    "We answer emails within an hour, though we cannot promise a full answer.",
    "Requests received before noon are answered within two working days.",
    "Average wait for an answer: under 40 seconds.",
    "Try to answer every call within 20 seconds.",
    "The standard is a reply within 2 days.",
    "Three working days is the longest you will wait for a reply.",
    "The manager will send the customer a report within 5 days.",
    "The deadline for our reply is 10 working days.",
)


@pytest.mark.parametrize("sentence", TOLD, ids=range(len(TOLD)))
def test_what_is_only_told_is_prose(sentence: str) -> None:
    said = understand(sentence)
    assert (said["state"], said["clauses"]) == ("prose", [])


@pytest.mark.parametrize("sentence", PROMISED, ids=range(len(PROMISED)))
def test_the_same_words_as_a_promise_stay_one(sentence: str) -> None:
    assert understand(sentence)["state"] == "live"


def test_prose_with_the_form_of_a_rule_says_so() -> None:
    said = understand("Other councils answer complaints within ten days.")
    assert [one["code"] for one in said["problems"]] == ["RD02"]


VAGUE = (
    "Every application will be acknowledged on the spot.",
    "If nobody is there, tell the caller that someone will get back to them ASAP.",
    "Priority 1: at once",
    "We will keep waiting times to a minimum.",
    "We try to settle your enquiry the first time you contact us.",
    "You will receive periodic reports on progress.",
)


@pytest.mark.parametrize("sentence", VAGUE, ids=range(len(VAGUE)))
def test_words_of_haste_are_named_wherever_they_stand(sentence: str) -> None:
    said = understand(sentence)
    assert said["state"] == "almost"
    assert said["problems"]


ASKED_OF_THEM = (
    "Tenants must tell us about damage as soon as possible.",
    "All we ask of you is to answer our letters promptly.",
    "We know that people ought to hear back promptly.",
)


@pytest.mark.parametrize("sentence", ASKED_OF_THEM, ids=range(len(ASKED_OF_THEM)))
def test_haste_asked_of_others_is_no_promise(sentence: str) -> None:
    assert understand(sentence)["state"] == "prose"


def test_what_is_done_in_24_hours_is_no_opening_round_the_clock() -> None:
    assert understand("You should return the form in 24 hours.")["clauses"] == []
    assert understand("We are open 24 hours.")["clauses"][0]["kind"] == "hours"


def test_a_practice_that_is_reached_practises_nothing() -> None:
    assert understand("About 300 requests reach the practice each month.")["state"] == "prose"
