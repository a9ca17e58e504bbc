"""What is worked out once for each policy."""

from dataclasses import replace

from goodword.decision.once import once_for_policy
from goodword.document.read import read
from goodword.policy.authority import Authority
from goodword.policy.policy import Policy

TEXT = "# Rose Dental\n\nWe are open Monday to Friday, 9am to 5pm.\n\nThe manager may refund $50.\n"


def test_an_answer_is_worked_out_once_for_a_policy() -> None:
    """It is asked for as often as one likes."""
    asked: list[Policy] = []

    @once_for_policy
    def clauses(policy: Policy) -> int:
        asked.append(policy)
        return len(policy.clauses)

    policy = read(TEXT).policy
    assert [clauses(policy) for _ in range(3)] == [len(policy.clauses)] * 3
    assert len(asked) == 1


def test_policies_that_are_equal_and_not_the_same_have_answers_of_their_own() -> None:
    """Equal policies may differ in wording."""

    @once_for_policy
    def itself(policy: Policy) -> Policy:
        return policy

    one, other = read(TEXT).policy, read(TEXT).policy
    assert itself(one) is one
    assert itself(other) is other


def test_a_policy_with_other_clauses_has_clauses_of_a_kind_of_its_own() -> None:
    """What was kept of one is not taken over into what is made of it."""
    policy = read(TEXT).policy
    assert len(policy.of_kind(Authority)) == 1
    assert replace(policy, clauses=()).of_kind(Authority) == ()
    assert len(policy.of_kind(Authority)) == 1
