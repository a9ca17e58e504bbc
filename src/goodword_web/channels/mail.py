"""Pure: a mail off the wire as the few values that a case needs. Never raises on what was sent."""

import re
from codecs import lookup
from collections.abc import Iterable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesHeaderParser
from email.utils import getaddresses
from hashlib import sha256

from goodword_web.channels.page import text_of_page
from goodword_web.channels.quote import without_quotes
from goodword_web.channels.responder import automatic_because
from goodword_web.policies.rules import storable

# A text of this length is a book; what is beyond stays in the stored mail.
LONGEST_TEXT = 200_000
LONGEST_PAGE = 2_000_000
LONGEST_HEADER = 60_000
# Each level of parts within parts takes longer than the last; no mail has so many parts.
MOST_PARTS = 500
# Python offers these as codecs; no mail is written in them, and some take minutes.
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"}
)
_ADDRESS = re.compile(r"[^\s<>,;:\"()]+@[^\s<>,;:\"()]+")
_IDS = re.compile(r"<[^<>\s]{1,250}>")
_REFERENCE = re.compile(r"\[([A-Za-z]{1,3}-[2-9A-HJ-NP-Za-hj-np-z]{4,8})\]")
DAMAGED = "Some characters of this mail could not be read; the mail is kept as it came."


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail, read. `automatic` says why no person wrote it, empty where a person did.

    `text` is what was written now, without what it quotes; `whole_text` has everything.
    `thread` are the Message-IDs that it answers, nearest first; `addressed_to` every recipient.
    """

    message_id: str
    sender: str
    sender_name: str
    subject: str
    text: str
    whole_text: str
    thread: tuple[str, ...]
    addressed_to: tuple[str, ...]
    reference: str
    automatic: str
    wants_no_automatic_reply: bool
    is_damaged: bool


def read_mail(raw: bytes) -> Mail:
    """Return what can be read of a mail, however damaged."""
    message = _parsed(raw)
    body, is_damaged = _body(message)
    whole = storable(body)[:LONGEST_TEXT].strip()
    subject = " ".join(storable(_header(message, "Subject")).split())[:300]
    sender_name, sender = _first_address(message, "Reply-To", "From")
    _, writer = _first_address(message, "From", "Sender")
    ids = _ids(_header(message, "Message-ID"))
    found = _REFERENCE.search(subject)
    suppress = _header(message, "X-Auto-Response-Suppress").strip()
    return Mail(
        message_id=ids[0] if ids else f"<sha256.{sha256(raw).hexdigest()}@goodword.invalid>",
        sender=sender,
        sender_name=sender_name,
        subject=subject,
        text=without_quotes(whole) or whole,
        whole_text=whole,
        thread=_thread(message),
        addressed_to=_recipients(message),
        reference=found.group(1).upper() if found else "",
        automatic=automatic_because(_headers(message), writer),
        wants_no_automatic_reply=bool(suppress) and suppress.casefold() != "none",
        is_damaged=is_damaged,
    )


def _parsed(raw: bytes) -> EmailMessage:
    if raw.count(b"boundary=") <= MOST_PARTS:
        try:
            return message_from_bytes(raw, policy=policy.default)
        except RecursionError:
            pass
    # Parts within parts, thousands deep: nobody writes so. The head still says who it is from.
    return BytesHeaderParser(policy=policy.default).parsebytes(raw)


def _header(message: EmailMessage, name: str) -> str:
    """Return a header as text. The library raises on some headers that people really send."""
    for key, value in message.raw_items():
        if key.casefold() == name.casefold() and len(str(value)) > LONGEST_HEADER:
            return _clean(str(value))[:LONGEST_HEADER]
    try:
        value = message.get(name)
        return "" if value is None else _clean(str(value))
    except Exception:  # noqa: BLE001 - parsing hostile headers raises many kinds; keep the rest
        for key, value in message.raw_items():
            if key.casefold() == name.casefold():
                return _clean(str(value))
        return ""


def _clean(value: str) -> str:
    return value.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def _whole(text: str) -> str:
    """Return the text without lone surrogates, which no database keeps."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _headers(message: EmailMessage) -> dict[str, str]:
    names = {key.casefold() for key, _ in message.raw_items()}
    found = {name: _header(message, name) for name in names}
    found["content-type"] = message.get_content_type()
    return found


def _ids(value: str) -> list[str]:
    return _IDS.findall(value)


def _thread(message: EmailMessage) -> tuple[str, ...]:
    nearest = _ids(_header(message, "In-Reply-To"))
    return tuple(dict.fromkeys([*nearest, *reversed(_ids(_header(message, "References")))]))


def _first_address(message: EmailMessage, *names: str) -> tuple[str, str]:
    for name in names:
        for words, address in _addresses([_header(message, name)]):
            return words[:200], address
    return "", ""


def _recipients(message: EmailMessage) -> tuple[str, ...]:
    names = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")
    return tuple(address for _, address in _addresses([_header(message, name) for name in names]))


def _addresses(values: Iterable[str]) -> list[tuple[str, str]]:
    found = [value for value in values if value]
    pairs = [pair for pair in getaddresses(found) if "@" in pair[1]]
    # What is not written as the standard wants may still name an address.
    pairs = pairs or [("", address) for value in found for address in _ADDRESS.findall(value)]
    return [
        (storable(words).strip(), address.strip().casefold())
        for words, address in pairs
        if len(address) <= 254
    ]


def _body(message: EmailMessage) -> tuple[str, bool]:
    """Return the text of a mail and whether something of it could not be read."""
    try:
        return _words(message)
    except RecursionError:
        return "", True


def _words(message: EmailMessage) -> tuple[str, bool]:
    try:
        part = message.get_body(preferencelist=("plain", "html"))
    except Exception:  # noqa: BLE001 - a broken structure; what it holds is looked through below
        part = None
    if part is None:
        part = next((one for one in _leaves(message) if one.get_content_maintype() == "text"), None)
    if part is None:
        # Of a mail in parts whose head alone could be read, the words are not known.
        return "", message.get_content_maintype() == "multipart" and not message.is_multipart()
    text, is_damaged = _decoded(part)
    if part.get_content_subtype() == "html":
        text = text_of_page(text[:LONGEST_PAGE])
    return text, is_damaged


def _leaves(message: EmailMessage) -> Iterable[EmailMessage]:
    return (part for part in message.walk() if isinstance(part, EmailMessage))


def _decoded(part: MIMEPart) -> tuple[str, bool]:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else str(part.get_payload()).encode()
    named = (part.get_content_charset() or "utf-8").strip("\"'")
    for charset in dict.fromkeys((named, "utf-8", "cp1252")):
        try:
            if lookup(charset).name not in _NO_CHARSETS:
                return _whole(raw.decode(charset)), charset != named
        except (LookupError, ValueError):
            continue
    return raw.decode("utf-8", "replace"), True
