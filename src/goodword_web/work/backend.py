"""Django's own mail (a forgotten password) leaves through the outbox too."""

from collections.abc import Sequence
from email.utils import make_msgid

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.utils import DNS_NAME

from goodword_web.work.actions import queue_mail


class OutboxBackend(BaseEmailBackend):
    """Puts every message into the outbox; the worker sends it."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Queue one mail for each recipient; return how many messages were taken."""
        for message in email_messages:
            for recipient in message.recipients():
                message_id = make_msgid(domain=str(DNS_NAME))
                queue_mail(
                    to=recipient,
                    subject=str(message.subject),
                    text=str(message.body),
                    message_id=message_id,
                    key=f"site:{message_id}",
                )
        return len(email_messages)
