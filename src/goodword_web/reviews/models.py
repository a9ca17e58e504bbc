"""Reviews that were held, and changes that were proposed with the evidence in hand.

Every instant is UTC seconds.
"""

from typing import ClassVar

from django.db import models


class Review(models.Model):
    """The team looked at the policy and its evidence together."""

    held_at = models.BigIntegerField(db_index=True)
    by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.ForeignKey("policies.Version", on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-held_at", "-id"]

    def __str__(self) -> str:
        return f"review {self.pk}"


class ProposalStatus(models.TextChoices):
    """What became of a proposal."""

    OPEN = "open", "open"
    TAKEN = "taken", "taken"
    DECLINED = "declined", "declined"


class Proposal(models.Model):
    """A change to the draft that a finding, or a team member, suggests. `text` is the sentence."""

    finding = models.CharField(max_length=60, blank=True)
    clause_id = models.CharField(max_length=200, blank=True)
    words = models.TextField()
    text = models.TextField(blank=True)
    status = models.CharField(
        max_length=10, choices=ProposalStatus.choices, default=ProposalStatus.OPEN
    )
    made_at = models.BigIntegerField()
    made_by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.BigIntegerField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-made_at", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["status", "made_at"], name="reviews_proposal_status")
        ]

    def __str__(self) -> str:
        return f"proposal {self.pk}"
