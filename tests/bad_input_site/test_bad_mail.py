"""Whatever a mail is, it is kept as it came, and it is a case or set aside with the reason."""

import time

import pytest

from goodword_web.cases.models import Case
from goodword_web.channels.actions import process_mail, store_mail
from goodword_web.channels.mail import read_mail
from goodword_web.channels.models import MailState, RawMail
from goodword_web.channels.page import text_of_page
from goodword_web.channels.quote import without_quotes

NOON = 1_790_000_000
HEAD = b"From: Ann <ann@home.example>\r\nMessage-ID: <1@home.example>\r\nSubject: Knee\r\n"
PDF = (
    b"--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=x.pdf\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n"
)
pytestmark = pytest.mark.usefixtures("owner")


def nested(depth: int) -> bytes:
    opening = b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n'
    parts = b"".join(opening % (level, level) for level in range(depth))
    return HEAD + parts + b"Content-Type: text/plain\r\n\r\nWords"


BAD = {
    "broken charset": HEAD + b"Content-Type: text/plain; charset=klingon\r\n\r\nCaf\xe9",
    "a codec that is no charset": HEAD + b"Content-Type: text/plain; charset=punycode\r\n\r\nx-9",
    "a half character": HEAD + b"Content-Type: text/plain; charset=utf-16\r\n\r\n\x00\xd8a",
    "NUL in the head": HEAD.replace(b"Knee", b"Kn\x00ee") + b"\r\nHel\x00lo",
    "deep": nested(3000),
    "mails within mails": HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 2000 + b"Words",
    "1,000 recipients": HEAD
    + b"To: "
    + b",\r\n ".join(b"p%d@home.example" % number for number in range(1000))
    + b"\r\n\r\nHello",
    "100,000 recipients": HEAD + b"To: " + b"p@home.example," * 100_000 + b"\r\n\r\nHello",
    "an attachment only": HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + PDF,
    "HTML only": HEAD + b"Content-Type: text/html\r\n\r\n<p>Hello</p><![foo[ x ]]>",
    "broken HTML": HEAD + b"Content-Type: text/html\r\n\r\n" + b"<a " * 100_000,
    "broken base64": HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n!!!=",
    "a date long ago": HEAD + b"Date: Mon, 1 Jan 0001 00:00:00 +0000\r\n\r\nHello",
    "a date to come": HEAD + b"Date: Fri, 31 Dec 9999 23:59:59 -1400\r\n\r\nHello",
    "a date that does not exist": HEAD + b"Date: Mon, 30 Feb 2026 25:61:00 +9900\r\n\r\nHello",
    "a long subject": HEAD.replace(b"Knee", b"Knee " * 50_000) + b"\r\nHello",
    "a megabyte of blanks": HEAD + b"\r\nHello" + b" " * 1_000_000 + b"there",
}


@pytest.mark.parametrize("raw", BAD.values(), ids=BAD)
def test_a_bad_mail_is_kept_and_opens_a_case(raw: bytes) -> None:
    began = time.process_time()
    kept = store_mail(raw=raw, received_at=NOON)
    assert kept is not None
    case = process_mail(raw_mail=kept, at=NOON)
    kept.refresh_from_db()
    assert (MailState.TAKEN, raw) == (kept.state, bytes(kept.content))
    assert case is not None
    assert case.opened_at == NOON
    assert case.messages.first() is not None
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "raw", [b"", b"\x00" * 50, b"Subject: Hi\r\n\r\nHello", b'From: "\r\n\r\nx']
)
def test_a_mail_from_nobody_is_set_aside_with_the_reason(raw: bytes) -> None:
    kept = store_mail(raw=raw, received_at=NOON)
    assert kept is not None
    assert process_mail(raw_mail=kept, at=NOON) is None
    kept.refresh_from_db()
    assert (kept.state, kept.reason) == (MailState.SET_ASIDE, "it names no sender to answer")


def test_two_mails_with_one_message_id_are_one_case() -> None:
    first = store_mail(raw=HEAD + b"\r\nOne", received_at=NOON)
    assert first is not None
    process_mail(raw_mail=first, at=NOON)
    assert store_mail(raw=HEAD + b"\r\nTwo", received_at=NOON + 60) is None
    assert (Case.objects.count(), RawMail.objects.count()) == (1, 1)


def test_parts_too_deep_to_be_read_are_told() -> None:
    read = read_mail(nested(3000))
    assert (read.sender, read.subject, read.is_damaged) == ("ann@home.example", "Knee", True)


@pytest.mark.parametrize("page", ["<![foo[ x ]]>", "<a " * 100_000, "<" * 100_000, "&#" * 50_000])
def test_a_broken_page_is_read_in_bounded_time(page: str) -> None:
    began = time.process_time()
    assert text_of_page(f"<p>Hello</p>{page}").startswith("Hello")
    assert time.process_time() - began < 5


def test_a_text_full_of_blanks_is_read_in_bounded_time() -> None:
    began = time.process_time()
    assert without_quotes("a" + "\n" * 40_000 + "b").startswith("a")
    assert time.process_time() - began < 5
