import re
import sqlite3
import stat
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from goodword_web.project import settings
from goodword_web.project.environment import BadSettingError, Environment
from goodword_web.project.mail import MailSettings, mail_settings
from goodword_web.project.storage import database_settings, kept_secret_key


def test_every_setting_is_documented_and_every_documented_one_exists(root: Path) -> None:
    page = (root / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([A-Z_]+)`", page, re.MULTILINE))
    assert settings.environment.asked == documented


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    place = tmp_path / "key"
    place.write_text("from the file\n", encoding="utf-8")
    assert Environment({"KEY_FILE": str(place)}).secret("KEY") == "from the file"
    assert Environment({"KEY": "said", "KEY_FILE": str(place)}).secret("KEY") == "said"


def test_a_secret_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSettingError, match=r"KEY_FILE.*nowhere.*cannot be read"):
        Environment({"KEY_FILE": str(tmp_path / "nowhere")}).secret("KEY")


@pytest.mark.parametrize(("value", "expected"), [("yes", True), ("ON", True), ("0", False)])
def test_a_yes_or_no_is_read_in_every_usual_spelling(value: str, expected: bool) -> None:  # noqa: FBT001
    assert Environment({"X": value}).truth("X", default=not expected) is expected


@pytest.mark.parametrize("value", ["maybe", "2"])
def test_neither_yes_nor_no_stops_the_start(value: str) -> None:
    with pytest.raises(BadSettingError, match='should be "yes" or "no"'):
        Environment({"X": value}).truth("X", default=True)


@pytest.mark.parametrize("value", ["", "-1", "0", "many", "½", "1.5"])
def test_a_number_that_is_none_stops_the_start(value: str) -> None:
    with pytest.raises(BadSettingError, match="whole number from 1 up"):
        Environment({"X": value}).number("X", 1, least=1)


def test_a_wrong_url_is_named_without_its_password() -> None:
    with pytest.raises(BadSettingError) as caught:
        Environment({"U": "mysql://me:hush@host/db"}).address("U", schemes=("postgresql",))
    assert "hush" not in str(caught.value)
    assert "should start with postgresql://" in str(caught.value)


def test_a_database_url_names_a_server() -> None:
    found = database_settings(
        urlsplit("postgresql://me:a%40b@db.example.org:5433/desk?sslmode=require"), Path()
    )
    kept = {name: found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")}
    assert kept == {
        "NAME": "desk",
        "USER": "me",
        "PASSWORD": "a@b",
        "HOST": "db.example.org",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_database_url_names_a_socket() -> None:
    found = database_settings(urlsplit("postgresql://me@/desk?host=/run/postgresql"), Path())
    assert (found["HOST"], found["NAME"]) == ("/run/postgresql", "desk")


def test_without_a_url_the_database_is_sqlite_with_immediate_transactions() -> None:
    found = database_settings(urlsplit(""), Path("/home/x"))
    assert found["NAME"] == Path("/home/x/goodword.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode = WAL" in found["OPTIONS"]["init_command"]


def test_what_is_erased_from_sqlite_is_gone_from_its_file(tmp_path: Path) -> None:
    found = database_settings(urlsplit(""), tmp_path)
    database = sqlite3.connect(found["NAME"], isolation_level=None)
    database.executescript(found["OPTIONS"]["init_command"])
    database.execute("CREATE TABLE message (body TEXT)")
    database.execute("INSERT INTO message VALUES (?)", ("my knee hurts " * 900,))
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"my knee hurts" in found["NAME"].read_bytes()
    database.execute("UPDATE message SET body = ''")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"my knee hurts" not in found["NAME"].read_bytes()
    database.close()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", MailSettings()),
        (
            "smtp://me%40x.org:p%3Aw@host",
            MailSettings("host", 587, "me@x.org", "p:w", starts_tls=True),
        ),
        ("smtps://host", MailSettings("host", 465, is_tls=True)),
        ("smtp://127.0.0.1:2525?tls=no", MailSettings("127.0.0.1", 2525)),
    ],
)
def test_a_mail_url_names_a_server(url: str, expected: MailSettings) -> None:
    assert mail_settings(urlsplit(url)) == expected


def test_the_secret_key_is_made_once_and_is_nobody_elses_to_read(tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = kept_secret_key(home)
    assert len(first) > 50
    assert kept_secret_key(home) == first
    assert stat.S_IMODE((home / "secret_key").stat().st_mode) == 0o600
