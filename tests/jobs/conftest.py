"""The demonstration business, seeded once for all tests of this folder."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from goodword_web.jobs.demo import SignIn, seed

NOW = int(datetime(2026, 11, 20, 14, 30, tzinfo=ZoneInfo("Australia/Melbourne")).timestamp())


@pytest.fixture(scope="package")
def demonstration(django_db_setup: None, django_db_blocker) -> Iterator[tuple[SignIn, ...]]:
    """Seed in a transaction that is undone at the end, so that other tests see nothing of it."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield seed(NOW)
        transaction.set_rollback(True)


@pytest.fixture
def now() -> int:
    return NOW
