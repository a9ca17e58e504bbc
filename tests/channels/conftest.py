"""A real IMAP server (Debian's dovecot) and a real SMTP server, both on loopback."""

import imaplib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from goodword_web.people.actions import add_person
from goodword_web.people.models import Access, Person
from goodword_web.policies.actions import import_first_version
from tests.channels.mail_servers import CONFIG, PASSWORD, THROW_AWAY, ImapServer, Post, free_port


@pytest.fixture(scope="session")
def dovecot() -> Iterator[ImapServer]:
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


@pytest.fixture
def mia(db: None, riverside_text: str, settings: Any) -> Person:  # noqa: ARG001 - rows may be written
    """A receptionist of the practice, whose policy is in force."""
    settings.DEFAULT_FROM_EMAIL = "hello@riverside-physio.example"
    start = 1_788_213_600  # 1 September 2026, 8:00 in Melbourne
    import_first_version(text=riverside_text, at=start, effective_from=start)
    return add_person(
        actor=None,
        email="mia@riverside-physio.example",
        name="Mia Tran",
        access=Access.MEMBER,
        role="receptionist",
        joined_on=date(2025, 1, 6),
        password=None,
        at=start,
    )
