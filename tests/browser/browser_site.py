"""A site under test: where it is, who may sign in, and the mailbox behind its mail server."""

import time
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from playwright.sync_api import BrowserContext, Page


@dataclass
class Mailbox:
    """What the mail server took, as mails."""

    mails: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a mail."""
        mail = BytesParser(policy=default).parsebytes(envelope.original_content or b"")
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 taken"

    def wait_for(self, address: str, words: str, seconds: float = 30) -> EmailMessage:
        """Return the mail to an address that has these words; fail where none comes."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for mail in list(self.mails):
                body = mail.get_body(("plain",))
                if address in str(mail["To"]) and body is not None and words in body.get_content():
                    return mail
            time.sleep(0.1)
        pytest.fail(f"No mail to {address} with {words!r} came; there were {len(self.mails)}.")


@dataclass(frozen=True)
class Site:
    """A site that runs: where, who may sign in, and the mailbox behind its mail server."""

    url: str
    passwords: dict[str, tuple[str, str]]
    mailbox: Mailbox
    home: Path

    def person(self, access: str) -> tuple[str, str]:
        """Return the email address and password of somebody with this access level."""
        return next(
            (email, password)
            for email, (password, level) in self.passwords.items()
            if level == access
        )


def signed_in(context: BrowserContext, site: Site, access: str = "owner") -> Page:
    """Return a page of somebody with this access level, signed in through the form."""
    email, password = site.person(access)
    page = context.new_page()
    page.goto("/account/login/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/login" not in url)
    return page
