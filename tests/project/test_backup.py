import datetime as dt
import gzip
import io
import json
import stat
import tarfile
from pathlib import Path
from typing import Any

import pytest
from django.core import serializers
from django.core.management import call_command

from goodword_web.people import actions as people
from goodword_web.people.models import Access, Customer, LogEntry, Person
from goodword_web.policies.models import Draft, Version
from goodword_web.project.archive import BackupError, kept_models, restore_backup, write_backup
from goodword_web.work.actions import beat, queue_mail, wake
from goodword_web.work.models import Heartbeat

pytestmark = pytest.mark.django_db(transaction=True)
NOON = 1_790_000_000


def fill() -> None:
    """One or more rows of each sort of field: uuid, date, JSON, text of every script, None."""
    owner = people.add_person(
        actor=None,
        email="ann@example.org",
        name="Änne 王",
        access=Access.OWNER,
        role="practice_owner",
        joined_on=dt.date(2026, 2, 28),
        password="a-long-secret",
        at=NOON,
    )
    customer = people.find_or_add_customer(
        actor=owner, name='O\'Neil "Sam"', email="sam@x.org", phone="", at=NOON
    )
    people.erase_customer(
        actor=owner,
        customer=people.find_or_add_customer(
            actor=owner, name="Gone", email="gone@x.org", phone="", at=NOON
        ),
        at=NOON + 5,
    )
    Version.objects.create(
        number=1,
        text="# Policy\n\nWe reply within 4 hours.\u2028\n",
        sha256="0" * 64,
        effective_from=NOON,
        published_at=NOON,
        published_by=owner,
    )
    Draft.objects.create(pk=1, text="", changed_at=NOON)
    queue_mail(
        to=customer.email,
        subject="Hello",
        text="Line one\r\nLine two\n",
        message_id="<1@x>",
        references=("<0@x>",),
        key="reply:1",
        at=NOON,
    )
    wake(task="send_mail", run_at=NOON, key="mail:1", args={"mail": 1, "nested": [None, 1.5]})
    beat(worker="one", at=NOON)


def contents() -> dict[str, Any]:
    return {
        model._meta.label_lower: json.loads(
            serializers.serialize("json", model._default_manager.order_by("pk"))
        )
        for model in kept_models()
    }


def empty_database() -> None:
    call_command("flush", verbosity=0, interactive=False)


def test_what_was_backed_up_is_restored_row_for_row(tmp_path: Path) -> None:
    fill()
    before = contents()
    written = write_backup(tmp_path / "all.tar.gz", at=NOON)
    empty_database()
    assert contents() != before
    assert restore_backup(tmp_path / "all.tar.gz") == written
    assert contents() == before
    assert Heartbeat.objects.count() == 0
    assert Person.objects.get().check_password("a-long-secret")


def test_a_restored_database_goes_on_counting(tmp_path: Path) -> None:
    fill()
    newest = LogEntry.objects.order_by("pk").last()
    write_backup(tmp_path / "all.tar.gz", at=NOON)
    empty_database()
    restore_backup(tmp_path / "all.tar.gz")
    entry = people.record(actor=None, action="look", subject="case:1", at=NOON)
    assert newest is not None
    assert entry.pk == newest.pk + 1


def test_a_backup_can_be_restored_twice_and_is_the_same_again(tmp_path: Path) -> None:
    fill()
    first = write_backup(tmp_path / "one.tar.gz", at=NOON)
    empty_database()
    restore_backup(tmp_path / "one.tar.gz")
    second = write_backup(tmp_path / "two.tar.gz", at=NOON)
    assert second == first
    assert (tmp_path / "two.tar.gz").read_bytes() == (tmp_path / "one.tar.gz").read_bytes()


def test_a_backup_is_for_its_owner_alone_and_replaces_nothing(tmp_path: Path) -> None:
    place = tmp_path / "all.tar.gz"
    write_backup(place, at=NOON)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    with pytest.raises(BackupError, match="is there already"):
        write_backup(place, at=NOON)
    assert [path.name for path in tmp_path.iterdir()] == ["all.tar.gz"]


def test_a_full_database_is_never_overwritten(tmp_path: Path) -> None:
    fill()
    write_backup(tmp_path / "all.tar.gz", at=NOON)
    before = contents()
    with pytest.raises(BackupError, match="not empty"):
        restore_backup(tmp_path / "all.tar.gz")
    assert contents() == before


def rewrite(place: Path, name: str, change: Any) -> None:
    """Change one file inside a backup."""
    with tarfile.open(place, "r:gz") as archive:
        found = {m.name: archive.extractfile(m).read() for m in archive.getmembers()}  # type: ignore[union-attr]
    found[name] = change(found[name])
    with gzip.open(place, "wb") as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for each, content in found.items():
            entry = tarfile.TarInfo(each)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))


def test_a_changed_row_is_noticed_and_nothing_is_restored(tmp_path: Path) -> None:
    fill()
    place = tmp_path / "all.tar.gz"
    write_backup(place, at=NOON)
    empty_database()
    rewrite(place, "people.person.jsonl", lambda rows: rows.replace(b"ann@", b"eve@"))
    with pytest.raises(BackupError, match=r"damaged: the table people\.person"):
        restore_backup(place)
    assert Person.objects.count() == Customer.objects.count() == 0


def test_a_backup_of_another_version_says_which_one_restores_it(tmp_path: Path) -> None:
    place = tmp_path / "all.tar.gz"
    write_backup(place, at=NOON)

    def of_the_future(words: bytes) -> bytes:
        manifest = json.loads(words)
        manifest["version"] = "9.9"
        manifest["migrations"].append("people.0099_teams")
        return json.dumps(manifest).encode()

    rewrite(place, "manifest.json", of_the_future)
    with pytest.raises(BackupError, match=r"goodword 9\.9") as caught:
        restore_backup(place)
    assert "pip install goodword==9.9" in caught.value.hint


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", gzip.compress(b"hello", mtime=0)],
    ids=["empty", "text", "packed"],
)
def test_a_file_that_is_no_backup_is_refused_kindly(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "holiday.tar.gz"
    place.write_bytes(content)
    with pytest.raises(BackupError, match=r"cannot be read as a backup|not a backup"):
        restore_backup(place)


def test_a_backup_cut_short_is_refused(tmp_path: Path) -> None:
    fill()
    place = tmp_path / "all.tar.gz"
    write_backup(place, at=NOON)
    place.write_bytes(place.read_bytes()[:-200])
    empty_database()
    with pytest.raises(BackupError):
        restore_backup(place)
    assert Person.objects.count() == 0


def test_a_backup_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="There is no file"):
        restore_backup(tmp_path / "gone.tar.gz")
