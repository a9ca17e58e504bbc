"""A backup file: each table as JSON Lines, with a manifest of counts and hashes.

It is the same for SQLite and PostgreSQL, so it also moves an installation from one to the other.
Left out: sessions (people sign in again), heartbeats, and what Django writes by itself.
"""

import gzip
import hashlib
import io
import json
import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.db import Error as AnyDatabaseError
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from goodword.errors import GoodwordError
from goodword_web.project.health import product_version

FORMAT = 1
MANIFEST = "manifest.json"
LEFT_OUT_APPS = frozenset({"contenttypes", "sessions", "auth"})
LEFT_OUT = frozenset({"work.heartbeat"})
BATCH = 500


class BackupError(GoodwordError):
    """A backup cannot be written, or cannot be restored here."""

    code = "backup"


@dataclass(frozen=True, slots=True)
class Table:
    """One table in a backup."""

    name: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds, by which version, for which state of the tables."""

    format: int
    version: str
    at: int
    migrations: tuple[str, ...]
    tables: tuple[Table, ...]

    @property
    def rows(self) -> int:
        """Return how many rows there are in all tables."""
        return sum(table.rows for table in self.tables)


def write_backup(path: Path, *, at: int) -> Manifest:
    """Write everything as it is at one moment, while others may go on working.

    The file is readable by its owner alone. Raises BackupError where it stands already.
    """
    if path.exists():
        raise BackupError(
            f"{path} is there already.", hint="Give another name; a backup replaces nothing."
        )
    part = path.with_name(f".{path.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            manifest = _write(file, at)
        part.rename(path)
    except OSError as error:
        raise BackupError(
            f"{path} cannot be written: {error.strerror}.", hint="Choose a folder that you may use."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _write(file: IO[bytes], at: int) -> Manifest:
    tables = []
    with (
        gzip.GzipFile(fileobj=file, mode="wb", mtime=at) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
        one_moment(),
    ):
        for model in kept_models():
            with tempfile.TemporaryFile() as lines:
                table = _write_table(model, lines)
                _add(archive, f"{table.name}.jsonl", lines, at)
            tables.append(table)
        manifest = Manifest(FORMAT, product_version(), at, applied_migrations(), tuple(tables))
        words = json.dumps(asdict(manifest), indent=1).encode()
        _add(archive, MANIFEST, io.BytesIO(words), at)
    return manifest


def _write_table(model: type[models.Model], lines: IO[bytes]) -> Table:
    digest, rows = hashlib.sha256(), 0
    jsonl = serializers.get_serializer("jsonl")
    for row in model._default_manager.order_by("pk").iterator(chunk_size=BATCH):  # noqa: SLF001
        line = jsonl().serialize([row]).encode()
        digest.update(line)
        lines.write(line)
        rows += 1
    return Table(model._meta.label_lower, rows, digest.hexdigest())  # noqa: SLF001


def _add(archive: tarfile.TarFile, name: str, content: IO[bytes], at: int) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = content.seek(0, io.SEEK_END)
    entry.mtime, entry.mode = at, 0o600
    content.seek(0)
    archive.addfile(entry, content)


@contextmanager
def one_moment() -> Iterator[None]:
    """See the database as it is at one moment, without keeping anybody from writing."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.in_atomic_block and len(connection.savepoint_ids) == 0:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield
        return
    if connection.in_atomic_block:
        yield
        return
    # Not through atomic(): that would be IMMEDIATE, and shut every writer out meanwhile.
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("COMMIT")


def kept_models() -> list[type[models.Model]]:
    """Return the models whose rows a backup holds."""
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label not in LEFT_OUT_APPS  # noqa: SLF001
        and model._meta.label_lower not in LEFT_OUT  # noqa: SLF001
    ]


def applied_migrations() -> tuple[str, ...]:
    """Return every migration that shaped the tables, as "app.name"."""
    done = MigrationRecorder(connection).applied_migrations()
    return tuple(sorted(f"{app}.{name}" for app, name in done))


def read_manifest(archive: tarfile.TarFile) -> Manifest:
    """Return the manifest of a backup. Raises BackupError for what is none of ours."""
    try:
        member = archive.extractfile(MANIFEST)
        assert member is not None
        found = json.load(member)
        tables = tuple(Table(**table) for table in found.pop("tables"))
        migrations = tuple(found.pop("migrations"))
        manifest = Manifest(**found, migrations=migrations, tables=tables)
    except (KeyError, ValueError, TypeError, AssertionError, AttributeError) as error:
        raise BackupError(
            "This file is not a backup of Goodword: it has no readable manifest.",
            hint="Give a file that goodword backup wrote.",
        ) from error
    if manifest.format != FORMAT:
        raise BackupError(
            f"This backup has format {manifest.format}; this version reads {FORMAT}.",
            hint=f"Restore it with goodword {manifest.version}.",
        )
    return manifest


def restore_backup(path: Path) -> Manifest:
    """Fill an empty database with what a backup holds, all or nothing. Return its manifest.

    Raises BackupError where the file is damaged, the database is not empty, or the tables have
    another shape.
    """
    try:
        with tarfile.open(path, mode="r:gz") as archive:
            manifest = read_manifest(archive)
            _refuse_other_shape(manifest)
            _refuse_damaged(archive, manifest)
            _refuse_full_database()
            with transaction.atomic():
                for table in manifest.tables:
                    _fill(archive, table)
                _set_sequences()
    except FileNotFoundError as error:
        raise BackupError(f"There is no file {path}.", hint="Give the file of a backup.") from error
    except (tarfile.TarError, OSError, EOFError) as error:
        raise BackupError(
            f"{path} cannot be read as a backup: {error}.",
            hint="It may be cut short. Take another copy of it.",
        ) from error
    return manifest


def _lines_of(archive: tarfile.TarFile, table: Table) -> IO[bytes]:
    try:
        member = archive.extractfile(f"{table.name}.jsonl")
    except KeyError:
        member = None
    if member is None:
        raise BackupError(
            f"The backup is damaged: the table {table.name} is missing.",
            hint="Take another copy of the file. Nothing was changed.",
        )
    return member


def _refuse_damaged(archive: tarfile.TarFile, manifest: Manifest) -> None:
    for table in manifest.tables:
        digest = hashlib.sha256()
        for line in _lines_of(archive, table):
            digest.update(line)
        if digest.hexdigest() != table.sha256:
            raise BackupError(
                f"The backup is damaged: the table {table.name} is not what was written.",
                hint="Take another copy of the file. Nothing was changed.",
            )


def _refuse_other_shape(manifest: Manifest) -> None:
    if set(manifest.migrations) != set(applied_migrations()):
        raise BackupError(
            f"This backup was made by goodword {manifest.version}, whose tables have another"
            f" shape than those of {product_version()}.",
            hint=f"Restore it with: pip install goodword=={manifest.version}. Then upgrade;"
            " goodword serve brings the tables up to date.",
        )


def _refuse_full_database() -> None:
    full = [
        model._meta.label_lower  # noqa: SLF001
        for model in kept_models()
        if model._default_manager.exists()  # noqa: SLF001
    ]
    if full:
        raise BackupError(
            f"This database is not empty: there are rows in {', '.join(full[:3])}.",
            hint="Restore into an empty one: set GOODWORD_HOME or DATABASE_URL to a new place.",
        )


def _fill(archive: tarfile.TarFile, table: Table) -> None:
    model = apps.get_model(table.name)
    waiting: list[Any] = []
    text = io.TextIOWrapper(_lines_of(archive, table), encoding="utf-8")
    try:
        for row in serializers.deserialize("jsonl", text):
            waiting.append(row.object)
            if len(waiting) == BATCH:
                _insert(model, waiting)
        _insert(model, waiting)
    except (DeserializationError, AnyDatabaseError) as error:
        raise BackupError(
            f"The rows of {table.name} do not fit: {error}", hint="Nothing was changed."
        ) from error


def _insert(model: type[models.Model], waiting: list[Any]) -> None:
    model._base_manager.bulk_create(waiting)  # noqa: SLF001
    waiting.clear()


def _set_sequences() -> None:
    """On PostgreSQL, let the next row get an id of its own."""
    statements = connection.ops.sequence_reset_sql(no_style(), kept_models())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
