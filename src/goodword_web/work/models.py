"""Rows of work that waits. Every instant in these tables is UTC seconds."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WakeUp(models.Model):
    """One task that wants to run at an instant.

    `key` names what is being waited for, so that asking twice moves the one wake-up instead of
    adding another. A claimed row has its `run_at` moved on by the lease and its `attempts` raised;
    whoever finishes it deletes it, guarded by that number of attempts.
    """

    run_at = models.BigIntegerField(db_index=True)
    task = models.CharField(max_length=80)
    args = models.JSONField(default=dict)
    attempts = models.PositiveIntegerField(default=0)
    key = models.CharField(max_length=200, null=True, unique=True)  # noqa: DJ001  (no key, no clash)
    last_error = models.TextField(blank=True, default="")

    class Meta:
        verbose_name = _("wake-up")

    def __str__(self) -> str:
        return self.key or f"{self.task} {self.pk}"


class OutboxMail(models.Model):
    """One mail on its way out, kept until long after it was sent.

    Its address and words can be erased; what stays is that a mail was sent, and when.
    """

    key = models.CharField(max_length=200, unique=True)
    message_id = models.CharField(max_length=255, unique=True)
    in_reply_to = models.CharField(max_length=255, blank=True, default="")
    references = models.JSONField(default=list)
    to = models.CharField(max_length=320, blank=True)
    reply_to = models.CharField(max_length=320, blank=True, default="")
    subject = models.TextField(blank=True)
    text = models.TextField(blank=True)
    is_automatic = models.BooleanField(default=False)
    queued_at = models.BigIntegerField()
    sent_at = models.BigIntegerField(null=True)
    refused_at = models.BigIntegerField(null=True)
    erased_at = models.BigIntegerField(null=True)
    last_error = models.TextField(blank=True, default="")

    class Meta:
        verbose_name = _("mail in the outbox")
        indexes = [
            models.Index(
                fields=["queued_at"],
                condition=models.Q(sent_at=None, refused_at=None, erased_at=None),
                name="work_outboxmail_waiting",
            )
        ]

    def __str__(self) -> str:
        return self.message_id


class Heartbeat(models.Model):
    """When a worker last said that it is alive."""

    worker = models.CharField(max_length=80, primary_key=True)
    at = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.worker} {self.at}"
