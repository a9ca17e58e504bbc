import pytest

from goodword_web.channels import mailbox as mailboxes
from goodword_web.channels.mailbox import Mailbox, mailbox_of
from tests.channels.mail_servers import ImapServer

pytestmark = pytest.mark.mailserver


def test_a_mailbox_is_named_by_one_address() -> None:
    expected = Mailbox("mail.example.org", 993, "a@b.org", "INBOX", is_tls=True, password="p:w/d")
    actual = mailbox_of("imaps://a%40b.org:p%3Aw%2Fd@mail.example.org")
    assert expected == actual


def test_a_password_is_never_shown() -> None:
    assert "p:w/d" not in repr(mailbox_of("imaps://a%40b.org:p%3Aw%2Fd@mail.example.org"))


def test_no_address_is_no_mailbox() -> None:
    assert mailbox_of("") is None


def named(imap: ImapServer) -> Mailbox:
    """Return the mailbox of the server."""
    mailbox = mailbox_of(imap.url)
    assert mailbox is not None
    return mailbox


def test_a_mail_is_fetched_as_it_was_sent_with_its_arrival(imap: ImapServer) -> None:
    raw = b"Subject: Hello\r\nFrom: a@b.example\r\n\r\nCaf\xe9\r\n"
    imap.deliver(raw, at=1_788_000_000)
    with mailboxes.opened(named(imap)) as connection:
        [arrived] = mailboxes.unseen(connection)
    assert (raw, len(raw), 1_788_000_000) == (arrived.raw, arrived.size, arrived.received_at)


def test_fetching_marks_nothing_as_seen(imap: ImapServer) -> None:
    imap.deliver(b"Subject: Hello\r\n\r\nHi\r\n")
    with mailboxes.opened(named(imap)) as connection:
        [arrived] = mailboxes.unseen(connection)
        assert imap.unseen() == 1
        mailboxes.mark_seen(connection, arrived.uid)
    assert imap.unseen() == 0
