"""Sending what stands in the outbox."""

import smtplib
from functools import partial

from django.core.mail import EmailMessage, get_connection
from django.utils.http import http_date

from goodword_web.work.actions import mark_refused, mark_sent
from goodword_web.work.models import OutboxMail
from goodword_web.work.tasks import Args, Effect

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def send_mail(args: Args, at: int) -> Effect | None:
    """Hand one mail to the mail server; return what marks it as sent.

    The message id is the same on every attempt, so that a mail sent twice is received once.
    A refusal for good (SMTP 5xx about the recipient) is kept with the mail; anything else is
    raised, and tried again later.
    """
    mail = OutboxMail.objects.filter(pk=args["mail"]).first()
    if mail is None or mail.sent_at or mail.refused_at or mail.erased_at:
        return None
    try:
        message_of(mail).send()
    except smtplib.SMTPRecipientsRefused as refusal:
        codes = {code for code, _reason in refusal.recipients.values()}
        if not all(500 <= code < 600 for code in codes):
            raise
        reasons = "; ".join(
            f"{code} {reason.decode(errors='replace') if isinstance(reason, bytes) else reason}"
            for code, reason in refusal.recipients.values()
        )
        return partial(mark_refused, mail_id=mail.pk, at=at, reason=reasons)
    return partial(mark_sent, mail_id=mail.pk, at=at)


def message_of(mail: OutboxMail) -> EmailMessage:
    """Return the mail as a message, with the headers that keep a thread together."""
    headers = {"Message-ID": mail.message_id, "Date": http_date(mail.queued_at)}
    if mail.in_reply_to:
        headers["In-Reply-To"] = mail.in_reply_to
    if mail.references:
        headers["References"] = " ".join(mail.references)
    if mail.is_automatic:
        # RFC 3834 section 5: machines do not answer this; Exchange reads the second line.
        headers["Auto-Submitted"] = "auto-replied"
        headers["X-Auto-Response-Suppress"] = "All"
    return EmailMessage(
        subject=mail.subject,
        body=mail.text,
        to=[mail.to],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers=headers,
        connection=get_connection(SMTP),
    )
