from datetime import date

import pytest

from goodword_web.people.actions import add_person
from goodword_web.people.models import Access, Person
from goodword_web.policies import queries as policies
from goodword_web.policies.actions import import_first_version
from goodword_web.reviews import actions, queries
from goodword_web.reviews.actions import EmptyProposalError, ProposalSettledError
from goodword_web.work.models import OutboxMail

DAY = 86_400
START = 1_788_213_600  # 1 September 2026, 8:00 in Melbourne


@pytest.fixture
def helen(db: None, riverside_text: str) -> Person:  # noqa: ARG001 - rows may be written
    import_first_version(text=riverside_text, at=START)
    return add_person(
        actor=None,
        email="helen@riverside-physio.example",
        name="Helen Marsh",
        access=Access.OWNER,
        role="practice_owner",
        joined_on=date(2025, 1, 6),
        password=None,
        at=START,
    )


def test_the_next_review_is_counted_from_the_last_one(helen: Person) -> None:
    first = queries.review_due(START)
    actions.hold_review(actor=helen, at=START + 90 * DAY, note="All five of us.")
    second = queries.review_due(START + 91 * DAY)
    assert first is not None
    assert second is not None
    assert (second.due - first.due) // DAY in {89, 90, 91}


def test_an_overdue_review_needs_somebody_and_is_a_finding(helen: Person) -> None:
    at = START + 200 * DAY
    vitals = queries.vitals(at)
    assert "review" in [need.code for need in vitals.needs]
    assert vitals.line == "One thing needs you"
    assert "review_overdue" in [finding.kind for finding in queries.findings(at)]
    assert not next(sign for sign in vitals.signs if sign.name == "reviewed").is_well
    assert helen.pk


def test_the_owner_is_reminded_once_for_each_due_date(helen: Person) -> None:
    assert actions.remind_of_review(at=START + DAY) == 0
    for days in (200, 201):
        actions.remind_of_review(at=START + days * DAY)
    assert [mail.to for mail in OutboxMail.objects.all()] == [helen.email]


def test_nothing_to_do_is_all_in_hand(helen: Person) -> None:
    assert queries.vitals(START + DAY).line == "All in hand"
    assert queries.owners_line(2) == "Two things need you"
    assert helen.pk


def test_a_proposal_that_is_taken_stands_in_the_draft_in_its_place(helen: Person) -> None:
    policy = policies.current_policy(START)
    clause = next(one for one in policy.clauses if one.id == "authority-practice-manager-refund")
    proposal = actions.propose_change(
        actor=helen,
        words="We ask Helen too often.",
        text="The practice manager may refund up to $350 per case.",
        clause_id=clause.id,
        finding="almost_always_granted",
        at=START + DAY,
    )
    assert queries.open_proposals() == (proposal,)
    actions.take_proposal(actor=helen, proposal=proposal, at=START + 2 * DAY)
    draft = policies.draft_text(START + 2 * DAY)
    assert "The practice manager may refund up to $350 per case." in draft
    assert "The practice manager may refund up to $300 per case." not in draft
    assert queries.open_proposals() == ()


def test_a_proposal_is_answered_once_and_declining_says_why(helen: Person) -> None:
    proposal = actions.propose_change(actor=helen, words="Let us close early.", at=START + DAY)
    declined = actions.decline_proposal(
        actor=helen, proposal=proposal, reason="People come after work.", at=START + DAY
    )
    assert (declined.status, declined.reason) == ("declined", "People come after work.")
    with pytest.raises(ProposalSettledError):
        actions.take_proposal(actor=helen, proposal=proposal, at=START + DAY)


def test_a_proposal_needs_words(helen: Person) -> None:
    with pytest.raises(EmptyProposalError):
        actions.propose_change(actor=helen, words=" ", at=START)
