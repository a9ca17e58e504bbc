"""The site as a user starts it: one command, in a process of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

START = "import sys; from goodword.cli import main; sys.exit(main(sys.argv[1:]))"
SECONDS = 60


def environment(home: Path, root: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GOODWORD_")}
    kept.pop("DATABASE_URL", None)
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    return {**kept, "GOODWORD_HOME": str(home), "PYTHONPATH": str(root / "src")}


def goodword(*words: str, home: Path, root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", START, *words],
        env=environment(home, root),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Running:
    """A site in a process of its own."""

    def __init__(self, home: Path, root: Path, port: int, *words: str) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.lines = home.parent / "said"
        self.process = subprocess.Popen(
            [sys.executable, "-c", START, "serve", "--port", str(port), *words],
            env=environment(home, root),
            stdout=self.lines.open("w"),
            stderr=subprocess.STDOUT,
        )

    def health(self) -> dict[str, object]:
        """Wait until the site and its worker are well."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/health/", timeout=5) as answer:  # noqa: S310
                    found: dict[str, object] = json.load(answer)
                    return found
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        raise AssertionError(self.lines.read_text())

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=SECONDS)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[Running]:
    home = tmp_path_factory.mktemp("site") / "home"
    running = Running(home, root, free_port(), "--owner", "ann@example.org")
    yield running
    if running.process.poll() is None:
        running.stop()


def test_a_style_sheet_is_served_under_a_name_for_ever(site: Running) -> None:
    site.health()
    with urllib.request.urlopen(f"{site.url}/account/login/") as page:  # noqa: S310
        words = page.read().decode()
    address = words.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert address.startswith("/static/parts/tokens.")
    with urllib.request.urlopen(site.url + address) as style:  # noqa: S310
        assert "immutable" in style.headers["Cache-Control"]
        assert "--paper" in style.read().decode()


def test_one_command_serves_with_a_worker_and_stops_when_asked(site: Running) -> None:
    assert site.health()["ok"] is True
    said = site.lines.read_text()
    assert f"Goodword is at {site.url}" in said
    assert said.count("ann@example.org") == 1
    assert site.stop() == 0
    assert "Stopped." in site.lines.read_text()


def test_a_taken_port_says_so_at_once(tmp_path: Path, root: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = goodword("serve", "--demo", "--port", port, home=tmp_path / "home", root=root)
    assert done.returncode == 2
    assert f"127.0.0.1 port {port}" in done.stderr
    assert "choose another port: --port" in done.stderr


def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, "backup", str(tmp_path / "x.tar.gz")],
        env={**environment(tmp_path, root), "DATABASE_URL": "oracle://me:hush@there/x"},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 2
    assert "The setting DATABASE_URL" in done.stderr
    assert "hush" not in done.stderr
    assert "Traceback" not in done.stderr
