"""Steps that say by when: an order to the team stays a step, whatever it is done with."""

import pytest

from goodword.document.read import read
from goodword.policy.promise import Promise
from goodword.policy.situation import Situation

POLICY = """# Policy

## When somebody wants the deposit back

This section is for our team only.
People may say "you still hold money on my card".

1. Look at the return
2. {step}
"""


@pytest.mark.parametrize(
    "step",
    [
        "Release it the same day",
        "Pay it back within 3 working days",
        "Mend it free of charge within 7 days.",
        "Order it by tomorrow noon.",
        "Change it within 14 days",
        "Keep the deposit within 5 days of it",
        "Do it again for nothing within 6 months",
        "Move it free of charge up to 2 days before",
        "Send them the answer within 2 working days",
        "Give it back within 3 days",
        "Ask what they have paid within 1 working day",
        "Tell them within 1 day who looks at it",
    ],
)
def test_an_order_with_a_time_is_a_step(step: str) -> None:
    policy = read(POLICY.format(step=step)).policy
    (situation,) = policy.of_kind(Situation)
    assert situation.name == "somebody wants the deposit back"
    assert len(situation.steps) == 2
    assert not policy.of_kind(Promise)


@pytest.mark.parametrize(
    "step",
    [
        "We pay the deposit back within 3 working days.",
        "Every deposit is paid back within 3 working days.",
        "You will hear from us within 2 working days.",
        "They get an answer within 2 working days.",
    ],
)
def test_what_people_may_count_on_is_a_promise(step: str) -> None:
    assert read(POLICY.format(step=step)).policy.of_kind(Promise)
