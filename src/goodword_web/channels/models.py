"""What arrived, kept before anything is made of it. Instants are UTC seconds."""

from typing import ClassVar

from django.db import models


class MailState(models.TextChoices):
    """What became of a mail."""

    STORED = "stored", "stored, not yet looked at"
    TAKEN = "taken", "taken into a case"
    SET_ASIDE = "set_aside", "automatic: opens no case and stops no clock"
    FAILED = "failed", "could not be read; somebody should look"


class RawMail(models.Model):
    """A mail as it came off the wire. `content` is erasable; the row stays as a tombstone."""

    sha256 = models.CharField(max_length=64, db_index=True)
    message_id = models.CharField(max_length=255, unique=True)
    sender = models.CharField(max_length=254, blank=True, db_index=True)
    received_at = models.BigIntegerField()
    content = models.BinaryField(blank=True, default=b"")
    size = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=MailState.choices, default=MailState.STORED)
    reason = models.CharField(max_length=300, blank=True)
    case = models.ForeignKey(
        "cases.Case", null=True, blank=True, on_delete=models.PROTECT, related_name="raw_mails"
    )
    erased_at = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["received_at", "id"]
        indexes: ClassVar = [
            models.Index(fields=["state", "received_at"], name="channels_mail_state"),
            models.Index(fields=["sender", "received_at"], name="channels_mail_sender"),
        ]

    def __str__(self) -> str:
        return f"mail {self.pk} ({self.state})"


class Knock(models.Model):
    """Somebody used a public form, by a keyed hash of their address; for limiting the rate."""

    address_hash = models.CharField(max_length=64)
    at = models.BigIntegerField()

    class Meta:
        ordering: ClassVar = ["at"]
        indexes: ClassVar = [
            models.Index(fields=["address_hash", "at"], name="channels_knock_address")
        ]

    def __str__(self) -> str:
        return f"knock {self.pk}"
