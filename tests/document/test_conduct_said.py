from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.decision.decide import decide
from goodword.decision.decision import Facts, Request
from goodword.decision.find import find
from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.understand import understand
from goodword.document.write import write
from goodword.policy.clause import Audience, Strength
from goodword.policy.situation import Conduct, Situation, StepKind

SITUATIONS = {
    "If a caller asks for a manager, offer to help first.": "a caller asks for a manager",
    "If part way through a call the caller asks for a manager, the adviser tries to settle it "
    "first.": "part way through a call the caller asks for a manager",
    "If a member of staff cannot deal with the email directly, they will pass it to the most "
    "appropriate person and tell the sender so.": "a member of staff cannot deal with the email "
    "directly",
    "If a call has been particularly upsetting, please ask for help from colleagues or your line "
    "manager.": "a call has been particularly upsetting",
    "If your flight is going to be ten or more minutes late, we will make an announcement.": (
        "your flight is going to be ten or more minutes late"
    ),
    "If the customer carries on being abusive, you should follow the rules on ending the call.": (
        "the customer carries on being abusive"
    ),
    "Say that if they go on swearing you will end the call.": "they go on swearing",
    'If they go on after the warning: "I am going to end the call now."': (
        "they go on after the warning"
    ),
    "Receptionists must ask the caller for a number if the line is poor.": "the line is poor",
    "When asked, the driver should help with luggage.": "asked",
    "When customers complain on social media, we move the conversation to private messages.": (
        "customers complain on social media"
    ),
    "If the tenant does not answer, the driver should leave a card.": (
        "the tenant does not answer"
    ),
}
CONDUCT = {
    "All staff greet every visitor.": "greet every visitor",
    "Staff wear name badges at all times.": "wear name badges at all times",
    "You should first try to calm things yourself by speaking in a quiet and professional way.": (
        "try to calm things yourself by speaking in a quiet and professional way"
    ),
    "Advisers must tell the client that it is up to management to waive a fee.": (
        "tell the client that it is up to management to waive a fee"
    ),
    "We use the customer's name at least once.": "use the customer's name at least once",
    "We make a short, factual note of what was said.": (
        "make a short, factual note of what was said"
    ),
    'Acknowledge it by saying: "Thank you for telling us."': (
        'acknowledge it by saying: "Thank you for telling us."'
    ),
    "Always stand when you speak to a guest.": "stand when you speak to a guest",
    "Everyone thanks the caller before the call ends.": "thank the caller before the call ends",
}
PROSE = (
    "Remain calm.",
    "Staff should be friendly to every customer.",
    "We treat every customer with respect.",
    "We will always be welcoming and polite.",
    "Our engineers show their identity cards.",
    "Customers should bring proof of purchase.",
    "Tenants must report repairs if they notice them.",
    "If you smell gas, open the windows and leave the house.",
    "If your order is damaged, take a photograph and send it to us.",
    "If you lose your ticket, please call the box office.",
    "You should keep your receipt.",
    "The bank must tell the customer why.",
    "We ask customers to treat our staff well.",
    "Set the ticket's priority to high.",
    "Advisers must know all of the fees.",
    "When the shop was small, the owner greeted every customer.",
)
OF_OTHER_KINDS = {
    "If the customer is abusive, advisers may end the call.": "authority",
    "If a caller threatens you, tell the duty manager at once.": "escalation",
    "If a complaint is about a colleague, pass it to the manager.": "escalation",
    "If you leave a message, we call you back within 2 hours.": "promise",
    "Every member of staff greets customers within 30 seconds.": "promise",
    "Staff must not give out a guest's room number.": "prohibition",
}
POLICY = read(
    "# The Corner Shop\n\nWe serve customers.\n\nRoles: the manager, the adviser, the driver.\n"
).policy


@pytest.mark.parametrize("sentence", SITUATIONS)
def test_what_is_done_in_a_moment_is_a_situation_named_by_its_condition(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]

    assert clause["kind"] == "situation"
    assert clause["name"] == SITUATIONS[sentence]


@pytest.mark.parametrize("sentence", CONDUCT)
def test_what_is_done_whoever_is_served_is_conduct(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]

    assert clause["kind"] == "behaviour"
    assert clause["does"] == CONDUCT[sentence]


@pytest.mark.parametrize("sentence", PROSE)
def test_values_facts_and_what_others_do_stay_prose(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


@pytest.mark.parametrize("sentence", OF_OTHER_KINDS)
def test_what_is_promised_allowed_or_goes_up_is_no_situation(sentence: str) -> None:
    kinds = {clause["kind"] for clause in understand(sentence)["clauses"]}

    assert kinds == {OF_OTHER_KINDS[sentence]}


@pytest.mark.parametrize("sentence", [*SITUATIONS, *CONDUCT])
def test_conduct_is_read_back_from_its_echo_and_shown_to_the_team_alone(sentence: str) -> None:
    (clause,) = read_sentence(sentence, POLICY)

    assert clause.audience is Audience.TEAM
    assert read_sentence(echo(clause, POLICY), POLICY) == (clause,)


@settings(max_examples=60, deadline=None)
@given(
    does=st.sampled_from(
        ("use the customer's name", "wear a badge", "call the manager", "give a refund", "say why")
    ),
    role=st.sampled_from(("anyone", "manager", "adviser")),
    strength=st.sampled_from((Strength.MUST, Strength.SHOULD)),
)
def test_an_echo_of_conduct_reads_back_whatever_is_done(
    does: str, role: str, strength: Strength
) -> None:
    clause = Conduct(does=does, role=role, strength=strength)
    back = read_sentence(echo(clause, POLICY), POLICY)

    assert tuple(replace(one, audience=clause.audience) for one in back) == (clause,)


def test_should_is_kept_as_the_strength_of_a_situation() -> None:
    sentence = "If the customer shouts, staff should speak quietly to the customer."
    (clause,) = read_sentence(sentence, POLICY)

    assert clause.strength is Strength.SHOULD


def test_a_step_names_a_role_only_where_it_is_one() -> None:
    (clause,) = read_sentence(
        "If a member of staff cannot deal with the email directly, they will pass it to the most "
        "appropriate person and tell the sender so.",
        POLICY,
    )

    assert isinstance(clause, Situation)
    assert [(one.kind, one.role) for one in clause.steps] == [(StepKind.DO, None)]


def test_a_situation_in_one_sentence_is_found_and_decides_nothing() -> None:
    policy = read(
        f"{write(POLICY)}\nIf a caller asks for a manager, offer to help first.\n\n"
        "Advisers must tell the client that it is up to the manager to waive a fee.\n"
    ).policy

    assert [one.situation.name for one in find(policy, "caller wants the manager")][:1] == [
        "a caller asks for a manager"
    ]
    ruling = decide(policy, Request(action="waive_fee", role="adviser"), Facts(), at=0)
    assert ruling.ruling == "no_rule"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Before escalating, the member of staff must be satisfied that all has been tried.",
            "Before escalating, be satisfied that all has been tried.",
        ),
        (
            "The schedule shall be reviewed every two years by the Board.",
            "We review this policy every 2 years",
        ),
    ],
)
def test_what_comes_before_escalating_and_the_schedule_of_fees_are_rules(
    sentence: str, said: str
) -> None:
    (clause,) = read_sentence(sentence, POLICY)

    assert echo(clause, POLICY).startswith(said)
    assert read_sentence(echo(clause, POLICY), POLICY) == (clause,)


def test_a_price_list_that_is_checked_is_no_review_of_the_policy() -> None:
    assert read_sentence("The price list must be checked every month.", POLICY) == ()


@pytest.mark.parametrize(
    ("sentence", "does"),
    [
        ("Our reply will explain how to appeal.", "have our reply explain how to appeal"),
        (
            "Every letter must carry the writer's name and number.",
            "have every letter carry the writer's name and number",
        ),
        (
            "In the case of spoken complaints, the letter will also set out what was said.",
            "have the letter set out what was said (in the case of spoken complaints)",
        ),
        (
            "Refunds are made to the original payment method.",
            "have refunds made to the original payment method",
        ),
        (
            "The name of your case officer will be on every letter.",
            "have the name of your case officer on every letter",
        ),
        (
            "On the phone, staff will identify themselves by name.",
            "identify themselves by name (on the phone)",
        ),
        (
            "We delete any comments that name other customers.",
            "delete any comments that name other customers",
        ),
        (
            "Every complaint is given a reference number.",
            "give every complaint a reference number",
        ),
        (
            "You will be told the reference number of your request.",
            "give you the reference number of your request",
        ),
        (
            "The duty officer will ask you for the details of what happened.",
            "ask you for the details of what happened",
        ),
        (
            "Technicians are told to contact the customer before they set out.",
            "contact the customer before they set out",
        ),
    ],
)
def test_what_letters_and_refunds_are_like_is_seen_in_every_case(sentence: str, does: str) -> None:
    (clause,) = read_sentence(sentence, POLICY)

    assert isinstance(clause, Conduct)
    assert clause.does == does
    assert read_sentence(echo(clause, POLICY), POLICY) == (clause,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Your letter should say what you would like us to do.",
        "Your reply should reach us by post.",
        "Refunds are part of our promise.",
        "We will remove barriers to access.",
        "The customer will ask you for a discount.",
        "On the phone, tone is everything.",
    ],
)
def test_what_others_write_and_what_is_only_hoped_is_no_conduct(sentence: str) -> None:
    assert read_sentence(sentence, POLICY) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "If a caller is abusive we may end the call.",
        "We may limit contact if you are violent.",
        "If somebody smokes, we may ask them to leave.",
    ],
)
def test_what_we_may_do_when_somebody_misbehaves_is_a_situation_that_may_be_met(
    sentence: str,
) -> None:
    (clause,) = read_sentence(sentence, POLICY)

    assert isinstance(clause, Situation)
    assert clause.strength is Strength.MAY
    assert read_sentence(echo(clause, POLICY), POLICY) == (clause,)


@pytest.mark.parametrize(
    "sentence", ["If your repair is late, we may pay you.", "If it is busy, we may close early."]
)
def test_what_we_may_do_for_no_misdeed_is_none(sentence: str) -> None:
    assert not any(isinstance(one, Situation) for one in read_sentence(sentence, POLICY))


@pytest.mark.parametrize(
    "sentence",
    [
        "If a customer collapses, clear the area and call an ambulance.",
        "If the caller does not speak English, use the interpreter line.",
        "If a guest is drunk, stop serving alcohol and offer water.",
    ],
)
def test_a_thing_that_is_called_or_used_is_nobody_to_go_to(sentence: str) -> None:
    assert [one["kind"] for one in understand(sentence)["clauses"]] == ["situation"]
