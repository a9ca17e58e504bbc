"""Everything that writes reviews and proposals. Instants are UTC seconds."""

from django.conf import settings
from django.db import transaction

from goodword.errors import GoodwordError
from goodword_web.people.actions import record
from goodword_web.people.models import Access, Person
from goodword_web.policies import actions as policies_actions
from goodword_web.policies import queries as policies
from goodword_web.policies.rules import storable
from goodword_web.reviews import queries
from goodword_web.reviews.models import Proposal, ProposalStatus, Review
from goodword_web.work.actions import queue_mail

DAY = 86_400


class EmptyProposalError(GoodwordError):
    """A proposal needs words."""

    code = "empty-proposal"

    def __init__(self) -> None:
        super().__init__("There are no words in the proposal.", hint="Say what should change.")


class ProposalSettledError(GoodwordError):
    """A proposal was answered already."""

    code = "proposal-settled"

    def __init__(self) -> None:
        super().__init__("This proposal was answered already.", hint="Make a new one.")


@transaction.atomic
def hold_review(*, actor: Person | None, at: int, note: str = "") -> Review:
    """The policy was reviewed; the next review is counted from here."""
    review = Review.objects.create(
        held_at=at, by=actor, version=policies.current_version(at), note=storable(note).strip()
    )
    record(actor=actor, action="hold_review", subject=f"review:{review.pk}", at=at)
    return review


@transaction.atomic
def propose_change(
    *,
    actor: Person,
    words: str,
    at: int,
    text: str = "",
    finding: str = "",
    clause_id: str = "",
) -> Proposal:
    """A change is proposed: `words` say why, `text` is the sentence that the draft could say."""
    said = storable(words).strip()
    if not said:
        raise EmptyProposalError
    proposal = Proposal.objects.create(
        finding=finding,
        clause_id=clause_id,
        words=said,
        text=storable(text).strip(),
        made_at=at,
        made_by=actor,
    )
    record(actor=actor, action="propose_change", subject=f"proposal:{proposal.pk}", at=at)
    return proposal


@transaction.atomic
def take_proposal(*, actor: Person, proposal: Proposal, at: int) -> Proposal:
    """The draft says what was proposed, in the place of the clause it is about.

    A sentence about no clause of the draft is added at its end. Nothing is published by this.
    """
    fresh = _open(proposal)
    if fresh.text:
        draft = policies.draft_text(at)
        policy = policies.reading_of_text(draft).policy
        clause = policy.clause(fresh.clause_id) if fresh.clause_id else None
        if clause is not None and clause.span.end > clause.span.start:
            new = f"{draft[: clause.span.start]}{fresh.text}{draft[clause.span.end :]}"
        else:
            new = f"{draft.rstrip()}\n\n{fresh.text}\n"
        policies_actions.save_draft(actor=actor, text=new, at=at)
    return _settle(fresh, ProposalStatus.TAKEN, actor, at, "")


@transaction.atomic
def decline_proposal(*, actor: Person, proposal: Proposal, reason: str, at: int) -> Proposal:
    """The proposal was declined, with a reason that whoever made it can read."""
    return _settle(_open(proposal), ProposalStatus.DECLINED, actor, at, storable(reason).strip())


@transaction.atomic
def remind_of_review(*, at: int) -> int:
    """Whoever owns the policy was told by mail that its review is due, once for each due date."""
    if policies.version_at(at) is None:
        return 0
    due = queries.review_due(at)
    if due is None or due.due > at:
        return 0
    owners = Person.objects.filter(access=Access.OWNER, is_active=True)
    for owner in owners:
        queue_mail(
            to=owner.email,
            subject="The review of your policy is due",
            text=(
                f"Hello {owner.name},\n\nthe policy asks to be reviewed. What happened since the "
                f"last time is ready, in the order of what matters most:\n"
                f"{settings.SITE_URL}/review\n"
            ),
            message_id=f"<review.{due.due}.{owner.pk}@goodword.invalid>",
            key=f"review-due:{due.due}:{owner.pk}",
            automatic=True,
            at=at,
        )
    return len(owners)


def _open(proposal: Proposal) -> Proposal:
    fresh = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if fresh.status != ProposalStatus.OPEN:
        raise ProposalSettledError
    return fresh


def _settle(
    proposal: Proposal, status: ProposalStatus, actor: Person, at: int, reason: str
) -> Proposal:
    proposal.status, proposal.settled_at, proposal.reason = status, at, reason
    proposal.save(update_fields=["status", "settled_at", "reason"])
    record(
        actor=actor,
        action=f"{'take' if status == ProposalStatus.TAKEN else 'decline'}_proposal",
        subject=f"proposal:{proposal.pk}",
        at=at,
    )
    return proposal
