"""What customers brought. Events and decisions are the truth; clock rows are a cache of it.

Events carry ids, kinds, instants and facts that name nobody. Names, addresses and bodies live in
rows that can be erased, leaving a tombstone, so that erasure never changes a count.
Every instant is UTC seconds.
"""

import secrets
import uuid
from typing import Any, ClassVar

from django.db import models


class AppendOnlyError(RuntimeError):
    """A bug: code tried to change or delete a row that is the truth."""


class AppendOnly(models.Model):
    """Rows that can be added, never changed and never deleted."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; refuse to change one that stands."""
        if not self._state.adding:
            raise AppendOnlyError(f"{type(self).__name__} rows are never changed.")
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse: what happened stays."""
        raise AppendOnlyError(f"{type(self).__name__} rows are never deleted.")


def new_token() -> str:
    """Return 192 random bits for a link that nobody can guess."""
    return secrets.token_urlsafe(24)


class Status(models.TextChoices):
    """Where a case stands, folded from its events."""

    OPEN = "open", "open"
    WAITING = "waiting", "waiting for the customer"
    RESOLVED = "resolved", "resolved"
    VOID = "void", "void"


class Case(models.Model):
    """One matter that a customer brought. `kind`, `priority` and `status` are as of now."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(max_length=12, unique=True)
    token = models.CharField(max_length=48, unique=True, default=new_token, editable=False)
    customer = models.ForeignKey("people.Customer", on_delete=models.PROTECT, related_name="cases")
    channel = models.SlugField(max_length=40)
    kind = models.SlugField(max_length=60, blank=True)
    priority = models.SlugField(max_length=60, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    emergency = models.BooleanField(default=False)
    subject_line = models.CharField(max_length=300, blank=True)
    opened_at = models.BigIntegerField(db_index=True)

    class Meta:
        ordering: ClassVar = ["-opened_at", "-id"]
        indexes: ClassVar = [models.Index(fields=["status", "opened_at"], name="cases_case_status")]

    def __str__(self) -> str:
        return self.reference


class Direction(models.TextChoices):
    """Which way a message went."""

    IN = "in", "from the customer"
    OUT = "out", "to the customer"


class Message(models.Model):
    """Words that went in or out. Everything personal in it can be erased (`erased_at`)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="messages")
    direction = models.CharField(max_length=3, choices=Direction.choices)
    channel = models.SlugField(max_length=40)
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True)
    sent_at = models.BigIntegerField()
    message_id = models.CharField(max_length=255, blank=True, db_index=True)
    from_address = models.CharField(max_length=254, blank=True)
    automatic = models.BooleanField(default=False)
    erased_at = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["sent_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["direction", "message_id"],
                condition=~models.Q(message_id=""),
                name="cases_message_once",
            ),
        ]

    def __str__(self) -> str:
        return f"message {self.pk} of {self.case_id}"


class Event(AppendOnly):
    """One thing that happened to a case: the row behind `goodword.case.event.Event`."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField()
    at = models.BigIntegerField()
    kind = models.CharField(max_length=24)
    actor = models.CharField(max_length=12)
    person = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    message = models.ForeignKey(
        Message, null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    facts = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering: ClassVar = ["at", "seq"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "seq"], name="cases_event_seq"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.seq})"


class Note(models.Model):
    """The words of an internal note, apart from its event so that they can be erased."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="note")
    body = models.TextField(blank=True)
    erased_at = models.BigIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return f"note {self.pk}"


class ClockRow(models.Model):
    """A promise running on a case, as last computed: a cache that `rebuild_clocks` can refill."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="clock_rows")
    promise_id = models.CharField(max_length=200)
    version = models.ForeignKey("policies.Version", on_delete=models.PROTECT, related_name="+")
    started_at = models.BigIntegerField()
    due = models.BigIntegerField(null=True, blank=True)
    done_at = models.BigIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10)
    outcome = models.CharField(max_length=16)
    wakes_at = models.BigIntegerField(null=True, blank=True)
    payload = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering: ClassVar = ["case_id", "due", "promise_id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "promise_id", "version"], name="cases_clock_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["outcome", "due"], name="cases_clock_outcome"),
            models.Index(fields=["promise_id", "outcome"], name="cases_clock_promise"),
        ]

    def __str__(self) -> str:
        return f"{self.promise_id}: {self.outcome}"


class DecisionRow(AppendOnly):
    """What was asked, under which version, what was known, and the ruling with its trace."""

    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    at = models.BigIntegerField()
    version = models.ForeignKey("policies.Version", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    request = models.JSONField()
    facts = models.JSONField()
    ruling = models.CharField(max_length=12)
    summary = models.TextField()
    clause_ids = models.JSONField(default=list)
    trace = models.JSONField(default=list)
    override_reason = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.ruling} ({self.pk})"


class Remedy(AppendOnly):
    """What was given to a customer. `worth` counts to the caps, money and goods alike."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="remedies")
    customer = models.ForeignKey(
        "people.Customer", on_delete=models.PROTECT, related_name="remedies"
    )
    decision = models.OneToOneField(DecisionRow, on_delete=models.PROTECT, related_name="remedy")
    at = models.BigIntegerField()
    person = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    action = models.SlugField(max_length=60)
    goods = models.CharField(max_length=120, blank=True)
    worth = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)

    class Meta:
        verbose_name_plural = "remedies"
        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.action} ({self.pk})"
