"""What the evidence says, and what it does not."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from goodword.document.read import read
from goodword.metric.estimate import estimate
from goodword.policy.authority import Authority
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.review import (
    Approvals,
    Finding,
    FindingKind,
    Learnt,
    Override,
    Practice,
    findings,
)

AT = int(datetime(2026, 10, 1, tzinfo=UTC).timestamp())
DAY = 86_400


@pytest.fixture(scope="module")
def policy(riverside_text: str) -> Policy:
    return read(riverside_text).policy


def limit_of_receptionists(policy: Policy) -> str:
    return next(
        one.id
        for one in policy.of_kind(Authority)
        if one.action == "refund" and one.role == "receptionist"
    )


def calls(policy: Policy) -> str:
    return next(one.id for one in policy.of_kind(Promise) if one.metric is Metric.ANSWER)


def kinds(found: tuple[Finding, ...]) -> list[FindingKind]:
    return [one.kind for one in found]


def test_without_evidence_nothing_is_found(policy: Policy) -> None:
    assert findings(policy, Practice(), at=AT) == ()


def test_a_promise_that_was_not_kept_is_found_with_its_numbers(policy: Policy) -> None:
    practice = Practice(estimates={calls(policy): estimate(30, 40, Decimal("0.9"))})
    (finding,) = findings(policy, practice, at=AT)
    assert finding.kind is FindingKind.PROMISE_NOT_KEPT
    assert finding.clause_id == calls(policy)
    assert "was kept in 30 of 40 cases; we promise 90%." in finding.words
    assert ("cases", "40") in finding.evidence


def test_a_promise_of_which_nothing_can_be_told_yet_is_no_finding(policy: Policy) -> None:
    practice = Practice(estimates={calls(policy): estimate(19, 20, Decimal("0.9"))})
    assert findings(policy, practice, at=AT) == ()


def test_a_promise_is_judged_however_new_it_is(policy: Policy) -> None:
    practice = Practice(
        estimates={calls(policy): estimate(30, 40, Decimal("0.9"))},
        in_force_since={calls(policy): AT - DAY},
    )
    assert kinds(findings(policy, practice, at=AT)) == [FindingKind.PROMISE_NOT_KEPT]


def test_approvals_that_are_almost_always_granted_suggest_a_higher_limit(policy: Policy) -> None:
    amounts = tuple(Decimal(one) for one in (110, 115, 120, 120, 125, 130, 135, 140, 145, 150))
    practice = Practice(approvals={limit_of_receptionists(policy): Approvals(10, 10, amounts)})
    (finding,) = findings(policy, practice, at=AT)
    assert finding.kind is FindingKind.ALMOST_ALWAYS_GRANTED
    assert finding.next_step == "Think about raising the limit to $150."
    assert finding.replacement is not None
    (clause,) = read(
        f"Our team has one role: receptionists.\n\n{finding.replacement}"
    ).policy.of_kind(Authority)
    assert clause.limit is not None
    assert clause.limit.amount == Decimal(150)


def test_a_few_approvals_are_no_pattern(policy: Policy) -> None:
    practice = Practice(approvals={limit_of_receptionists(policy): Approvals(4, 4)})
    assert findings(policy, practice, at=AT) == ()


def test_overrides_are_told_with_their_reasons_and_without_names(policy: Policy) -> None:
    clause_id = limit_of_receptionists(policy)
    reasons = ("long-standing client", "long-standing client", "our mistake")
    practice = Practice(overrides=tuple(Override(clause_id, one) for one in reasons))
    (finding,) = findings(policy, practice, at=AT)
    assert "was set aside 3 times." in finding.words
    assert "“long-standing client” (2 times)" in finding.words


def test_what_people_know_of_a_new_clause_is_withheld(policy: Policy) -> None:
    learnt = {calls(policy): Learnt(answers=30, right=10)}
    new = Practice(learnt=learnt, in_force_since={calls(policy): AT - 29 * DAY})
    old = Practice(learnt=learnt, in_force_since={calls(policy): AT - 30 * DAY})
    unknown = Practice(learnt=learnt)
    assert findings(policy, new, at=AT) == ()
    assert kinds(findings(policy, old, at=AT)) == [FindingKind.NOT_KNOWN]
    assert findings(policy, unknown, at=AT) == ()


def test_a_review_is_announced_a_month_before_and_found_overdue_after(policy: Policy) -> None:
    due = int(datetime(2027, 2, 28, 13, tzinfo=UTC).timestamp())  # 1 March in Melbourne
    assert kinds(findings(policy, Practice(), at=due - 31 * DAY)) == []
    assert kinds(findings(policy, Practice(), at=due - 30 * DAY)) == [FindingKind.REVIEW_SOON]
    (late,) = findings(policy, Practice(), at=due + 3 * DAY)
    assert late.kind is FindingKind.REVIEW_OVERDUE
    assert late.words == "The review was due on 1 March 2027."
    assert late.evidence == (("days late", "3"),)


def test_a_review_that_was_held_starts_the_interval_anew(policy: Policy) -> None:
    later = int(datetime(2027, 3, 5, tzinfo=UTC).timestamp())
    assert findings(policy, Practice(reviewed_at=later - DAY), at=later) == ()


def test_a_clause_that_nothing_came_up_for_is_found_after_a_quarter(policy: Policy) -> None:
    clause_id = limit_of_receptionists(policy)
    since = {clause_id: AT - 91 * DAY}
    unused = Practice(uses={}, in_force_since=since)
    used = Practice(uses={clause_id: 1}, in_force_since=since)
    assert kinds(findings(policy, unused, at=AT)) == [FindingKind.NEVER_USED]
    assert findings(policy, used, at=AT) == ()


def test_clauses_without_an_example_are_one_finding(policy: Policy) -> None:
    ids = frozenset(one.id for one in policy.of_kind(Promise))
    (finding,) = findings(policy, Practice(without_example=ids), at=AT)
    assert finding.evidence == (("clauses without an example", str(len(ids))),)


def test_every_finding_has_words_numbers_and_a_next_step(policy: Policy) -> None:
    clause_id = limit_of_receptionists(policy)
    practice = Practice(
        estimates={calls(policy): estimate(30, 40, Decimal("0.9"))},
        approvals={clause_id: Approvals(10, 10)},
        overrides=(Override(clause_id, "our mistake"),) * 3,
        learnt={clause_id: Learnt(30, 10)},
        uses={},
        in_force_since=dict.fromkeys((one.id for one in policy.clauses), AT - 200 * DAY),
        without_example=frozenset({clause_id}),
    )
    for finding in findings(policy, practice, at=AT + 400 * DAY):
        assert finding.words.endswith((".", "”."))
        assert finding.next_step.endswith((".", "”."))
        assert finding.evidence
