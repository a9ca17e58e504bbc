"""A real IMAP server (Debian's dovecot) and a real SMTP server, both on loopback."""

import imaplib
import socket
import time
from dataclasses import dataclass
from email import message_from_bytes
from email import policy as email_policy
from email.message import EmailMessage
from typing import Any

USER, PASSWORD = "desk", "only-for-this-test"
THROW_AWAY = 47110

CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/dovecot.log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:{home}/mail
mail_uid = {uid}
mail_gid = {gid}
first_valid_uid = {least}
first_valid_gid = {least}
default_internal_user = {internal}
default_login_user = {login}
default_internal_group = {group}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/mail
}}
namespace inbox {{
  inbox = yes
}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True)
class ImapServer:
    port: int

    @property
    def url(self) -> str:
        return f"imap://{USER}:{PASSWORD}@127.0.0.1:{self.port}/INBOX"

    def signed_in(self) -> imaplib.IMAP4:
        connection = imaplib.IMAP4("127.0.0.1", self.port, timeout=10)
        connection.login(USER, PASSWORD)
        return connection

    def deliver(self, raw: bytes, *, at: float | None = None) -> None:
        """Put a mail into the mailbox as if it had arrived at `at`."""
        arrived = imaplib.Time2Internaldate(time.time() if at is None else at)
        with self.signed_in() as connection:
            status, _ = connection.append("INBOX", "", arrived, raw)
        assert status == "OK"

    def unseen(self) -> int:
        with self.signed_in() as connection:
            connection.select("INBOX")
            _, found = connection.search(None, "UNSEEN")
        return len(found[0].split())

    def empty(self) -> None:
        with self.signed_in() as connection:
            _, count = connection.select("INBOX")
            if count != [b"0"]:
                connection.store("1:*", "+FLAGS", "\\Deleted")
                connection.expunge()


class Post:
    """What an SMTP server took in."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        mail = message_from_bytes(envelope.content, policy=email_policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"
