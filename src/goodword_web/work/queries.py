"""What waits, and whether anybody works."""

from django.conf import settings
from django.db.models import QuerySet

from goodword_web.work.models import Heartbeat, OutboxMail, WakeUp


def waiting_mail() -> QuerySet[OutboxMail]:
    """Return the mail that has neither left nor been refused, oldest first."""
    return OutboxMail.objects.filter(sent_at=None, refused_at=None, erased_at=None).order_by(
        "queued_at", "pk"
    )


def refused_mail() -> QuerySet[OutboxMail]:
    """Return the mail that the server will never take, newest first."""
    return OutboxMail.objects.filter(refused_at__isnull=False).order_by("-refused_at")


def can_send_mail() -> bool:
    """Whether a mail server is configured."""
    return bool(settings.EMAIL_HOST)


def heartbeat_age(at: int) -> int | None:
    """Return the seconds since any worker was last alive; None where none ever was."""
    newest = Heartbeat.objects.order_by("-at").first()
    return None if newest is None else max(0, at - newest.at)


def overdue(at: int) -> int:
    """Return how many wake-ups should have run by `at`."""
    return WakeUp.objects.filter(run_at__lte=at).count()
