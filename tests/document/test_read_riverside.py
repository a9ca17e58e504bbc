from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from goodword.document.read import read
from goodword.document.reading import Reading, SentenceState
from goodword.policy.authority import ApprovalRule, Authority, Cap, CapRule, Per, Prohibition
from goodword.policy.clause import Audience, Strength
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Money, Unit
from goodword.policy.situation import Situation, StepKind
from goodword.problem import Severity

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside" / "policy.md"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(RIVERSIDE.read_text(encoding="utf-8"), path="policy.md")


def aud(amount: int) -> Money:
    return Money(Decimal(amount), "AUD")


def test_riverside_reads_without_an_error_or_an_almost_live_sentence(reading: Reading) -> None:
    almost = [one.text for one in reading.sentences if one.state is SentenceState.ALMOST]
    errors = [one.message for one in reading.problems if one.severity is Severity.ERROR]

    assert (almost, errors) == ([], [])


def test_the_prose_of_riverside_is_prose_and_nothing_else_is(reading: Reading) -> None:
    prose = [
        one.text
        for one in reading.sentences
        if one.state is SentenceState.PROSE and one.section != "examples"
    ]

    assert prose == [
        "We want every client to leave feeling heard, helped and clear about what happens next.",
        "We care for people at our rooms on Wharf Street, by phone, online and on home visits.",
        (
            "You can use the National Relay Service, bring somebody with you, "
            "or ask for an interpreter at no cost."
        ),
        "We take relay calls like any other call.",
        "Please do not wait for us to answer.",
        "You can complain in person, by phone, in writing, or through somebody you trust.",
        "It costs nothing, and it never changes the care you get.",
        "Anger is not abuse, and a complaint is heard even when it is loud.",
        "We greet people by the name they gave us.",
        "Numbers are here to find what to mend, and are never used to punish anybody.",
    ]


def test_the_definitions_of_riverside(reading: Reading) -> None:
    policy = reading.policy

    assert policy.organisation == "Riverside Physiotherapy"
    assert policy.serves == "client"
    assert policy.currency == "AUD"
    assert policy.owner == "practice_owner"
    assert [(role.slug, role.deputy) for role in policy.roles] == [
        ("practice_owner", "practice_manager"),
        ("practice_manager", "practice_owner"),
        ("physiotherapist", None),
        ("receptionist", None),
        ("student", None),
    ]


def test_the_hours_of_riverside(reading: Reading) -> None:
    hours = reading.policy.hours

    assert hours is not None
    assert hours.zone == "Australia/Melbourne"
    assert [len(day) for day in hours.week] == [1, 1, 1, 1, 1, 1, 0]
    assert [(one.country, one.subdivision) for one in hours.holidays] == [("AU", "VIC")]
    assert [(12, day) for day in range(24, 32)] + [(1, 1)] == [
        (one.month, one.day) for one in hours.closures
    ]
    assert [date(2026, 10, 31)] == [own.on for own in hours.own_hours]


def test_the_promises_of_riverside(reading: Reading) -> None:
    four = Duration(4, Unit.HOUR, Counting.WORKING)
    told = {
        one.id: (one.metric, one.channels, one.subject, one.limit, one.target, one.strength)
        for one in reading.policy.of_kind(Promise)
    }
    must, aim = Strength.MUST, Strength.AIM

    assert {
        "promise-first-response-email": (
            Metric.FIRST_RESPONSE,
            ("email",),
            None,
            four,
            Decimal("0.9"),
            must,
        ),
        "promise-first-response-text": (
            Metric.FIRST_RESPONSE,
            ("text",),
            None,
            Duration(2, Unit.HOUR, Counting.WORKING),
            Decimal("0.9"),
            must,
        ),
        "promise-first-response-web-form": (
            Metric.FIRST_RESPONSE,
            ("web_form",),
            None,
            four,
            Decimal("0.9"),
            must,
        ),
        "promise-answer-phone": (
            Metric.ANSWER,
            ("phone",),
            None,
            Duration(30, Unit.SECOND, Counting.CLOCK),
            Decimal("0.9"),
            must,
        ),
        "promise-callback-voicemail": (Metric.CALLBACK, ("voicemail",), None, four, None, must),
        "promise-wait-in-person": (
            Metric.WAIT,
            ("in_person",),
            None,
            Duration(10, Unit.MINUTE, Counting.CLOCK),
            None,
            must,
        ),
        "promise-next-response": (
            Metric.NEXT_RESPONSE,
            (),
            None,
            Anchor(AnchorKind.NEXT_WORKING_DAY),
            None,
            must,
        ),
        "promise-resolution-enquiry": (
            Metric.RESOLUTION,
            (),
            "enquiry",
            Duration(3, Unit.DAY, Counting.WORKING),
            None,
            aim,
        ),
        "promise-resolution-report": (
            Metric.RESOLUTION,
            (),
            "report",
            Duration(10, Unit.DAY, Counting.WORKING),
            None,
            must,
        ),
        "promise-update": (
            Metric.UPDATE,
            (),
            None,
            Duration(10, Unit.MINUTE, Counting.CLOCK),
            None,
            must,
        ),
        "promise-acknowledge-complaint": (
            Metric.ACKNOWLEDGE,
            (),
            "complaint",
            Duration(1, Unit.DAY, Counting.WORKING),
            None,
            must,
        ),
        "promise-resolution-complaint": (
            Metric.RESOLUTION,
            (),
            "complaint",
            Duration(10, Unit.DAY, Counting.WORKING),
            None,
            must,
        ),
        "promise-update-complaint": (
            Metric.UPDATE,
            (),
            "complaint",
            Duration(3, Unit.DAY, Counting.WORKING),
            None,
            must,
        ),
        "promise-resolution-second-look": (
            Metric.RESOLUTION,
            (),
            "second_look",
            Duration(10, Unit.DAY, Counting.WORKING),
            None,
            must,
        ),
    } == told


def test_the_authority_of_riverside(reading: Reading) -> None:
    once = (Cap(Per.CUSTOMER, 90, 1),)
    told = [
        (one.role, one.action, one.limit, one.per, one.goods, one.goods_value, one.caps)
        for one in reading.policy.of_kind(Authority)
    ]

    assert [
        ("receptionist", "refund", aud(100), Per.CASE, None, None, ()),
        ("receptionist", "waive_fee", None, None, None, None, once),
        (
            "receptionist",
            "give_goods",
            None,
            None,
            "a free follow-up session",
            aud(95),
            once,
        ),
        ("physiotherapist", "refund", aud(100), Per.CASE, None, None, ()),
        ("practice_manager", "refund", aud(300), Per.CASE, None, None, ()),
        ("practice_owner", "refund", aud(2000), Per.CASE, None, None, ()),
        ("anyone", "accept_gift", aud(50), None, None, None, ()),
    ] == told
    assert [("refund", aud(300), None, "practice_owner")] == [
        (one.action, one.over, one.up_to, one.approver)
        for one in reading.policy.of_kind(ApprovalRule)
    ]
    assert [("refund", (Cap(Per.CUSTOMER, 365, 3),))] == [
        (one.action, one.caps) for one in reading.policy.of_kind(CapRule)
    ]


def test_the_prohibitions_of_riverside(reading: Reading) -> None:
    assert [(one.role, one.action) for one in reading.policy.of_kind(Prohibition)] == [
        ("receptionist", "give_clinical_advice"),
        ("student", "give_clinical_advice"),
        ("anyone", "confirm_online_that_somebody_is_a_client"),
        ("student", "refund"),
        ("anyone", "promise_that_a_treatment_will_work"),
        ("anyone", "accept_cash"),
    ]


def test_the_escalations_of_riverside(reading: Reading) -> None:
    told = [(one.to, one.trigger, one.event) for one in reading.policy.of_kind(Escalation)]

    assert told == [
        ("practice_manager", Trigger.NOT_ACKNOWLEDGED, None),
        ("practice_owner", Trigger.NOT_RESOLVED, None),
        ("practice_owner", None, "mentions_solicitor"),
        ("practice_manager", None, "reports_injury"),
        ("practice_owner", None, "unhappy_with_answer"),
        ("health_complaints_commissioner", None, "not_satisfied"),
    ]


def test_a_situation_has_its_phrases_and_typed_steps(reading: Reading) -> None:
    situation = reading.policy.clause("situation-unhappy-with-a-visit")

    assert isinstance(situation, Situation)
    assert situation.name == "a client is unhappy with a visit"
    assert "wants money back" in situation.phrases
    assert [step.kind for step in situation.steps] == [
        StepKind.DO,
        StepKind.SAY,
        StepKind.OFFER,
        StepKind.RECORD,
        StepKind.HAND_OVER,
        StepKind.TELL,
    ]
    assert ("practice_manager", Duration(1, Unit.DAY, Counting.WORKING)) == (
        situation.steps[-1].role,
        situation.steps[-1].within,
    )
    assert len(reading.policy.of_kind(Situation)) == 6


def test_authority_and_situations_are_never_public(reading: Reading) -> None:
    kinds = (Authority, ApprovalRule, CapRule, Situation, Prohibition)

    assert {Audience.TEAM} == {
        one.audience for one in reading.policy.clauses if isinstance(one, kinds)
    }


def test_every_clause_quotes_its_sentence_at_its_span(reading: Reading) -> None:
    for clause in reading.policy.clauses:
        if not isinstance(clause, Situation):
            first = clause.text.split(":")[0].split("|")[0].strip()
            assert first in clause.span.of(reading.text).replace("| ", "")


def test_ids_are_one_of_a_kind(reading: Reading) -> None:
    ids = [one.id for one in reading.policy.clauses]

    assert sorted(set(ids)) == sorted(ids)


def test_every_clause_stands_in_one_part_of_its_section(reading: Reading) -> None:
    in_parts = [
        one
        for section in reading.policy.sections
        for part in section.parts
        for one in getattr(part, "ids", ())
    ]

    assert sorted(one.id for one in reading.policy.clauses) == sorted(in_parts)
