"""The demonstration business, seeded once for all its tests."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from goodword_web.project.beginning import Entry, begin_empty

NOW = int(datetime(2026, 11, 20, 14, 30, tzinfo=ZoneInfo("Australia/Melbourne")).timestamp())


@dataclass(frozen=True, slots=True)
class Demonstration:
    """How its people sign in, and what was said while an empty database was filled with it."""

    entries: tuple[Entry, ...]
    said: tuple[str, ...]


@pytest.fixture(scope="module")
def demonstration(
    django_db_setup: None,  # noqa: ARG001 - there must be a database
    django_db_blocker: Any,
) -> Iterator[Demonstration]:
    """Seed in a transaction that is undone at the end, so that other tests see nothing of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        said: list[str] = []
        entries = begin_empty(demo=False, policy=None, owner=None, at=NOW, say=said.append)
        yield Demonstration(entries, tuple(said))
        transaction.set_rollback(True)


@pytest.fixture
def now() -> int:
    return NOW
