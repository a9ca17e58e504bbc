"""A real site, started as a user starts it, a real mail server, and a real browser."""

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import Browser, Page

from tests.browser.browser_site import Mailbox, Site, signed_in

SIGN_IN = re.compile(r"^\s+(\S+@\S+)\s+(\S+)\s+\(.*?(owner|lead|member)\)", re.MULTILINE)


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demonstration business, served by the product's own command."""
    home = tmp_path_factory.mktemp("home")
    mailbox = Mailbox()
    mail_port, port = free_port(), free_port()
    mail_server = Controller(mailbox, hostname="127.0.0.1", port=mail_port)
    mail_server.start()
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    process = subprocess.Popen(
        [sys.executable, "-m", "goodword.cli", "serve", "--demo", "--port", str(port)],
        env={
            **kept,
            "GOODWORD_HOME": str(home),
            "EMAIL_URL": f"smtp://127.0.0.1:{mail_port}?tls=no",
            "GOODWORD_MAIL_FROM": "Riverside Physiotherapy <hello@riverside-physio.example>",
            "PYTHONUNBUFFERED": "1",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lines: list[str] = []
    reader = threading.Thread(target=lambda: lines.extend(process.stdout or ()), daemon=True)
    reader.start()
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_until_healthy(url, process, lines)
        found = {email: (word, level) for email, word, level in SIGN_IN.findall("".join(lines))}
        yield Site(url, found, mailbox, home)
    finally:
        process.terminate()
        process.wait(timeout=30)
        mail_server.stop()


def _wait_until_healthy(url: str, process: "subprocess.Popen[str]", lines: list[str]) -> None:
    until = time.monotonic() + 300
    while time.monotonic() < until:
        if process.poll() is not None:
            pytest.fail("The site stopped while it started:\n" + "".join(lines))
        try:
            with urllib.request.urlopen(f"{url}/health/", timeout=5) as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    pytest.fail("The site was not healthy within five minutes:\n" + "".join(lines))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's chromium, as root and offline."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("The browser tests need Debian's package chromium: apt-get install chromium")
    return {
        "executable_path": chromium,
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }


@pytest.fixture
def stranger(browser: Browser, site: Site) -> Iterator[Page]:
    """A page of somebody who has not signed in."""
    context = browser.new_context(base_url=site.url, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def owner(browser: Browser, site: Site) -> Iterator[Page]:
    """A page of the owner, signed in."""
    context = browser.new_context(base_url=site.url, viewport={"width": 1280, "height": 900})
    yield signed_in(context, site)
    context.close()
