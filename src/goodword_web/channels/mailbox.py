"""Fetching mail by IMAP. The only file here that talks to the network."""

import imaplib
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from imap_tools.mailbox import BaseMailBox, MailBox, MailBoxUnencrypted

# A mail beyond this is fetched up to here; the rest stays on the server, and the case says so.
LARGEST = 10 * 1024 * 1024
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Where mail comes in, from `imaps://user:password@host:port/FOLDER`."""

    host: str
    port: int
    user: str
    folder: str
    is_tls: bool
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A mail on the server: its bytes (cut at LARGEST), its whole size, when it arrived."""

    uid: str
    raw: bytes
    size: int
    received_at: int


def mailbox_of(url: str) -> Mailbox | None:
    """Return the mailbox that the setting names, None where it names none."""
    parts = urlsplit(url)
    if not parts.hostname:
        return None
    is_tls = parts.scheme == "imaps"
    return Mailbox(
        host=parts.hostname,
        port=parts.port or (993 if is_tls else 143),
        user=unquote(parts.username or ""),
        folder=unquote(parts.path.strip("/")) or "INBOX",
        is_tls=is_tls,
        password=unquote(parts.password or ""),
    )


@contextmanager
def opened(mailbox: Mailbox) -> Iterator[BaseMailBox]:
    """Hold a signed-in connection to the mailbox's folder."""
    kind = MailBox if mailbox.is_tls else MailBoxUnencrypted
    connection = kind(mailbox.host, mailbox.port, timeout=30)
    with connection.login(mailbox.user, mailbox.password, mailbox.folder) as signed_in:
        yield signed_in


def unseen(connection: BaseMailBox, *, limit: int = 50) -> Iterator[Arrived]:
    """Yield the mails that nobody has seen, oldest first. Marks nothing."""
    for uid in connection.uids("UNSEEN")[:limit]:
        yield _fetched(connection, uid)


def mark_seen(connection: BaseMailBox, uid: str) -> None:
    """The mail counts as seen, so that the next poll leaves it out."""
    connection.flag(uid, ["\\Seen"], True)


def _fetched(connection: BaseMailBox, uid: str) -> Arrived:
    wanted = f"(RFC822.SIZE INTERNALDATE BODY.PEEK[]<0.{LARGEST}>)"
    _, parts = connection.client.uid("FETCH", uid, wanted)
    head, raw = b"", b""
    for part in parts:
        if isinstance(part, tuple):
            head, raw = head + part[0], raw + part[1]
        elif isinstance(part, bytes):
            head += part
    size = _SIZE.search(head)
    arrived = imaplib.Internaldate2tuple(head)
    return Arrived(
        uid=uid,
        raw=raw,
        size=int(size.group(1)) if size else len(raw),
        received_at=int(time.mktime(arrived)) if arrived else int(time.time()),
    )
