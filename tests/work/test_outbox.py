import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage as Received
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.core.mail import EmailMessage
from pytest_django import Settings

from goodword_web.work import loop, queries
from goodword_web.work.actions import erase_mail, queue_mail, wake_waiting_mail
from goodword_web.work.backend import OutboxBackend
from goodword_web.work.models import OutboxMail, WakeUp

pytestmark = pytest.mark.django_db
NOON = 1_790_000_000


class Mailbox:
    """A mail server that keeps what it takes, and refuses nobody@."""

    def __init__(self) -> None:
        self.mails: list[Received] = []
        self.is_busy = False

    async def handle_RCPT(  # noqa: N802
        self, _server: Any, _session: Any, envelope: Any, address: str, _o: Any
    ) -> str:
        if self.is_busy:
            return "451 Try again later"
        if address.startswith("nobody@"):
            return "550 No such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def mailbox(settings: Settings) -> Iterator[Mailbox]:
    box = Mailbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.DEFAULT_FROM_EMAIL = "Riverside <hello@riverside.example>"
    yield box
    controller.stop()


def queue(key: str = "reply-1", **changes: Any) -> OutboxMail:
    wanted: dict[str, Any] = {
        "to": "sam@example.org",
        "subject": "Your visit – 2 pm",
        "text": "Hello Sam,\n\nwe are sorry.\n",
        "message_id": f"<{key}@riverside.example>",
        "key": key,
        "at": NOON,
    }
    return queue_mail(**(wanted | changes))


def test_a_queued_mail_leaves_by_smtp_with_its_thread(mailbox: Mailbox) -> None:
    queue(in_reply_to="<q@example.org>", references=("<p@example.org>", "<q@example.org>"))
    loop.run_due(NOON)
    [mail] = mailbox.mails
    assert mail["To"] == "sam@example.org"
    assert mail["From"] == "Riverside <hello@riverside.example>"
    assert mail["Subject"] == "Your visit – 2 pm"
    assert mail["Message-ID"] == "<reply-1@riverside.example>"
    assert mail["In-Reply-To"] == "<q@example.org>"
    assert mail["References"] == "<p@example.org> <q@example.org>"
    assert None is mail["Auto-Submitted"]
    assert mail.get_content().replace("\r\n", "\n") == "Hello Sam,\n\nwe are sorry.\n"
    assert OutboxMail.objects.get().sent_at == NOON
    assert WakeUp.objects.count() == 0


def test_an_automatic_mail_says_so(mailbox: Mailbox) -> None:
    queue(automatic=True)
    loop.run_due(NOON)
    assert mailbox.mails[0]["Auto-Submitted"] == "auto-replied"


def test_the_same_key_is_one_mail(mailbox: Mailbox) -> None:
    assert queue() == queue()
    loop.run_due(NOON)
    loop.run_due(NOON + 1)
    assert len(mailbox.mails) == 1


def test_a_line_break_in_a_subject_adds_no_header(mailbox: Mailbox) -> None:
    queue(subject="Hello\r\nBcc: everybody@example.org")
    loop.run_due(NOON)
    assert mailbox.mails[0]["Subject"] == "Hello Bcc: everybody@example.org"
    assert None is mailbox.mails[0]["Bcc"]


def test_a_busy_server_is_tried_again(mailbox: Mailbox) -> None:
    mailbox.is_busy = True
    queue()
    loop.run_due(NOON)
    assert mailbox.mails == []
    assert queries.waiting_mail().count() == 1
    mailbox.is_busy = False
    loop.run_due(NOON + 2)
    assert len(mailbox.mails) == 1


@pytest.mark.usefixtures("mailbox")
def test_a_refused_recipient_is_kept_with_the_reason_and_not_tried_again() -> None:
    queue(to="nobody@example.org")
    loop.run_due(NOON)
    [mail] = queries.refused_mail()
    assert mail.last_error == "550 No such person"
    assert queries.waiting_mail().count() == 0
    assert WakeUp.objects.count() == 0


def test_mail_waits_while_no_server_is_configured_and_leaves_when_one_is(
    mailbox: Mailbox, settings: Settings
) -> None:
    host, settings.EMAIL_HOST = settings.EMAIL_HOST, ""
    queue()
    assert False is queries.can_send_mail()
    assert loop.run_due(NOON) == 0
    assert queries.waiting_mail().count() == 1
    settings.EMAIL_HOST = host
    assert wake_waiting_mail(at=NOON + 9) == 1
    assert wake_waiting_mail(at=NOON + 9) == 0
    loop.run_due(NOON + 9)
    assert len(mailbox.mails) == 1


def test_a_server_that_cannot_be_reached_loses_nothing(settings: Settings) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    queue()
    loop.run_due(NOON)
    assert "ConnectionRefusedError" in WakeUp.objects.get().last_error
    assert queries.waiting_mail().count() == 1


def test_erasing_an_address_leaves_a_tombstone_and_stops_what_waits(mailbox: Mailbox) -> None:
    queue("reply-1")
    loop.run_due(NOON)
    queue("reply-2", to="Sam@example.org")
    assert erase_mail(to="sam@example.org", at=NOON + 5) == 2
    loop.run_due(NOON + 10)
    assert len(mailbox.mails) == 1
    kept = OutboxMail.objects.values_list("to", "subject", "text", "erased_at").distinct()
    assert list(kept) == [("", "", "", NOON + 5)]


def test_a_mail_of_the_site_itself_goes_through_the_outbox() -> None:
    message = EmailMessage("Reset your password", "Follow the link.", to=["ann@example.org"])
    assert OutboxBackend().send_messages([message]) == 1
    mail = OutboxMail.objects.get()
    assert (mail.to, mail.text) == ("ann@example.org", "Follow the link.")
