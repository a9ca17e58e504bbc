"""A real IMAP server (Debian's dovecot) and a real SMTP server, both on loopback."""

import imaplib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email import policy as email_policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

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


@pytest.fixture(scope="session")
def dovecot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ImapServer]:
    """A dovecot of our own on loopback."""
    binary = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
    if binary is None:
        pytest.fail("dovecot is not here. Install the Debian package dovecot-imapd.")
    # Paths of UNIX sockets must be short, and the throw-away user must be able to enter.
    home = Path(f"/tmp/goodword-dovecot-{os.getpid()}")  # noqa: S108
    for folder in ("run", "state", "mail"):
        (home / folder).mkdir(parents=True)
    is_root = os.geteuid() == 0
    uid, gid = (THROW_AWAY, THROW_AWAY) if is_root else (os.geteuid(), os.getegid())
    if is_root:
        os.chown(home / "mail", uid, gid)
    port = free_port()
    me = os.environ.get("USER", "nobody")
    (home / "dovecot.conf").write_text(
        CONFIG.format(
            home=home,
            uid=uid,
            gid=gid,
            least=min(uid, gid),
            port=port,
            password=PASSWORD,
            internal="dovecot" if is_root else me,
            login="dovenull" if is_root else me,
            group="dovecot" if is_root else me,
        )
    )
    process = subprocess.Popen(
        [binary, "-F", "-c", str(home / "dovecot.conf")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    server = ImapServer(port)
    try:
        _wait_for(server, process, home)
        yield server
    finally:
        process.terminate()
        process.wait(10)
        shutil.rmtree(home, ignore_errors=True)


def _wait_for(server: ImapServer, process: "subprocess.Popen[bytes]", home: Path) -> None:
    for _ in range(100):
        if process.poll() is not None:
            break
        try:
            server.signed_in().logout()
        except (OSError, imaplib.IMAP4.error):
            time.sleep(0.1)
        else:
            return
    log = home / "dovecot.log"
    pytest.fail(f"dovecot did not answer: {log.read_text() if log.exists() else process.stderr}")


@pytest.fixture
def imap(dovecot: ImapServer, settings: Any) -> ImapServer:
    """The IMAP server with an empty mailbox, which the settings name."""
    dovecot.empty()
    settings.MAILBOX_URL = dovecot.url
    return dovecot


class Post:
    """What an SMTP server took in."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        mail = message_from_bytes(envelope.content, policy=email_policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"


@pytest.fixture
def smtp(settings: Any) -> Iterator[Post]:
    """An SMTP server on loopback, which the settings name; holds what it took in."""
    post = Post()
    controller = Controller(post, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.DEFAULT_FROM_EMAIL = "hello@riverside-physio.example"
    try:
        yield post
    finally:
        controller.stop()
