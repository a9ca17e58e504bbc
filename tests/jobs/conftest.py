"""The demonstration business, seeded once for all its tests."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from goodword_web.jobs.demo import SignIn, seed

NOW = int(datetime(2026, 11, 20, 14, 30, tzinfo=ZoneInfo("Australia/Melbourne")).timestamp())


@pytest.fixture(scope="module")
def demonstration(
    django_db_setup: None,  # noqa: ARG001 - there must be a database
    django_db_blocker: Any,
) -> Iterator[tuple[SignIn, ...]]:
    """Seed in a transaction that is undone at the end, so that other tests see nothing of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield seed(NOW)
        transaction.set_rollback(True)


@pytest.fixture
def now() -> int:
    return NOW
