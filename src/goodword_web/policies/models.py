"""The policy's texts over time. The parsed policy is a cache by hash, never a table of clauses.

Every instant is UTC seconds.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Version(models.Model):
    """A published text, in force from `effective_from` until the next version's."""

    number = models.PositiveIntegerField(unique=True)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    effective_from = models.BigIntegerField(db_index=True)
    published_at = models.BigIntegerField()
    published_by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"version {self.number}"


class Draft(models.Model):
    """The one working draft, from which the next version is published."""

    text = models.TextField()
    changed_at = models.BigIntegerField()
    changed_by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(pk=1), name="policies_one_draft"),
        ]

    def __str__(self) -> str:
        return "the draft"


class ReadAndUnderstood(models.Model):
    """A team member said that they have read and understood a version."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="readings")
    at = models.BigIntegerField()

    class Meta:
        verbose_name_plural = "read and understood"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "version"], name="policies_read_once"),
        ]

    def __str__(self) -> str:
        return f"{self.version} read"
