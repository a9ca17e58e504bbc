"""What every test may need: the example policy, the real histories, how hard to look."""

import os
from pathlib import Path

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent

# The suite tries the same examples each time, so that a red run can be run again; the soak roams.
ROAMING = os.environ.get("GOODWORD_HYPOTHESIS_EXAMPLES")
settings.register_profile(
    "goodword",
    max_examples=int(ROAMING or 60),
    derandomize=ROAMING is None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("goodword")

# A password takes time and memory on purpose; those of the tests need not.
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost = 1, 64


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database, so that it can be run on another one as well."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        wants = {"db", "transactional_db", "client", "live_server"} & set(fixtures)
        if wants or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def riverside_text() -> str:
    """The example policy, as it is written."""
    return (ROOT / "examples" / "riverside" / "policy.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def real_histories() -> Path:
    """The folder of real case histories; a test that wants them skips, saying so, without."""
    folder = Path(os.environ.get("GOODWORD_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"The real case histories are not in {folder}: set GOODWORD_DATA.")
    return folder
