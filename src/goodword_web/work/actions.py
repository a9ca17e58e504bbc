"""Everything that writes wake-ups and the outbox."""

import time
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import transaction

from goodword_web.work.models import Heartbeat, OutboxMail, WakeUp
from goodword_web.work.queries import waiting_mail


def wake(
    *, task: str, run_at: int, key: str | None = None, args: dict[str, Any] | None = None
) -> None:
    """Leave a wake-up for `task` at `run_at`. The same key moves the one that stands already."""
    wake_up = WakeUp(task=task, run_at=run_at, key=key, args=args or {})
    WakeUp.objects.bulk_create(
        [wake_up],
        update_conflicts=key is not None,
        unique_fields=["key"] if key is not None else None,
        update_fields=["task", "run_at", "args", "attempts", "last_error"]
        if key is not None
        else None,
    )


def cancel(*, key: str) -> None:
    """Leave no wake-up under `key`."""
    WakeUp.objects.filter(key=key).delete()


@transaction.atomic
def queue_mail(  # noqa: PLR0913  (a mail has that many parts)
    *,
    to: str,
    subject: str,
    text: str,
    message_id: str,
    key: str,
    in_reply_to: str | None = None,
    references: Sequence[str] = (),
    reply_to: str | None = None,
    automatic: bool = False,
    at: int | None = None,
) -> OutboxMail:
    """Put the mail into the outbox, once for each `key`; it leaves with the next round of work.

    `automatic` marks it as RFC 3834 asks, so that no machine answers it. Without a mail server
    it waits, and leaves when one is configured.
    """
    queued_at = int(time.time()) if at is None else at
    mail, is_new = OutboxMail.objects.get_or_create(
        key=key,
        defaults={
            "to": to,
            "subject": " ".join(subject.split()),
            "text": text,
            "message_id": message_id,
            "in_reply_to": in_reply_to or "",
            "references": list(references),
            "reply_to": reply_to or "",
            "is_automatic": automatic,
            "queued_at": queued_at,
        },
    )
    if is_new and settings.EMAIL_HOST:
        _wake_mail(mail, queued_at)
    return mail


@transaction.atomic
def wake_waiting_mail(*, at: int) -> int:
    """Let every mail that waits be due now; return how many. Run where a worker starts."""
    if not settings.EMAIL_HOST:
        return 0
    asleep = [
        mail for mail in waiting_mail() if not WakeUp.objects.filter(key=f"mail:{mail.pk}").exists()
    ]
    for mail in asleep:
        _wake_mail(mail, at)
    return len(asleep)


def _wake_mail(mail: OutboxMail, at: int) -> None:
    wake(task="send_mail", run_at=at, key=f"mail:{mail.pk}", args={"mail": mail.pk})


def mark_sent(*, mail_id: int, at: int) -> None:
    """Count the mail as sent."""
    OutboxMail.objects.filter(pk=mail_id).update(sent_at=at, last_error="")


def mark_refused(*, mail_id: int, at: int, reason: str) -> None:
    """Keep the mail, which the server will never take, in the outbox with the reason."""
    OutboxMail.objects.filter(pk=mail_id).update(refused_at=at, last_error=reason)


@transaction.atomic
def erase_mail(*, to: str, at: int) -> int:
    """Forget this address in every mail; return how many named it. What waited never leaves."""
    mails = OutboxMail.objects.filter(to__iexact=to)
    for mail in mails:
        cancel(key=f"mail:{mail.pk}")
    return mails.update(to="", reply_to="", subject="", text="", last_error="", erased_at=at)


def beat(*, worker: str, at: int) -> None:
    """Note that the worker was alive at this instant."""
    Heartbeat.objects.update_or_create(worker=worker, defaults={"at": at})
