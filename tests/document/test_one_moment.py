"""Steps that stand below a moment without numbers: bullets, and sentences in a row."""

from goodword.checks import check
from goodword.decision.ask import ask
from goodword.document.read import read
from goodword.document.reading import SentenceState
from goodword.document.write import write
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.situation import Situation

BULLETS = """# Corner shop

## Service

If a customer becomes aggressive:

- Stay calm and keep your voice low.
- Ask once for the behaviour to stop.
- If it goes on, end the call.
- Tell the manager within 1 hour.

We reply to every email within 2 working days.
"""

ROW = """# Vets

## When somebody is aggressive

Stay calm and keep your voice low. Ask once for the behaviour to stop. If it goes on, you may end
the call. Anyone threatened should press the panic button and ring 999. The practice manager
writes to the client within 3 working days.
"""


def _moments(policy: Policy) -> list[tuple[str, int]]:
    return [(one.name, len(one.steps)) for one in policy.of_kind(Situation)]


def test_bullets_below_a_lead_in_are_the_steps_of_one_moment() -> None:
    policy = read(BULLETS).policy
    assert _moments(policy) == [("a customer becomes aggressive", 4)]
    assert len(policy.of_kind(Promise)) == 1


def test_sentences_below_a_heading_are_the_steps_of_one_moment() -> None:
    reading = read(ROW)
    assert _moments(reading.policy) == [("somebody is aggressive", 4)]
    steps = [one for one in reading.sentences if one.clause_ids == reading.sentences[0].clause_ids]
    assert [one.state for one in steps] == [SentenceState.LIVE] * 4


def test_a_promise_among_them_is_counted_apart_and_only_then() -> None:
    (promise,) = read(ROW).policy.of_kind(Promise)
    assert "somebody is aggressive" in str(promise.condition)


def test_they_are_found_by_plain_words_with_all_their_steps() -> None:
    found = ask(read(BULLETS).policy, "a man is getting aggressive, what now?", at=0)
    assert found.situation is not None
    assert len(found.situation.steps) == 4


def test_they_read_back_equal() -> None:
    for text in (BULLETS, ROW):
        policy = read(text).policy
        assert write(policy) == text
        assert read(write(policy)).policy == policy


def test_below_what_people_do_to_us_nothing_is_a_step() -> None:
    text = "# Shop\n\n## When you contact us\n\n- Have your order number ready.\n- Ask for Ana.\n"
    assert _moments(read(text).policy) == []


def test_prose_ends_the_steps() -> None:
    text = (
        "# Shop\n\n## When a parcel is lost\n\nApologise. Offer a new parcel. We know how annoying "
        "this is for people who waited.\n"
    )
    reading = read(text)
    assert _moments(reading.policy) == [("a parcel is lost", 2)]
    assert reading.sentences[-1].state is SentenceState.PROSE


def test_an_escalation_does_not_watch_over_a_promise_of_another_moment() -> None:
    late = "\nIf a complaint is not answered within 8 working days, we tell the practice manager.\n"
    assert "ES03" not in {one.code for one in check(read(f"{ROW}{late}"), at=0)}
