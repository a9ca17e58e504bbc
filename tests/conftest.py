"""What every test may need: the example policy, the real histories, how hard to look."""

import os
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from hypothesis import HealthCheck, is_hypothesis_test, settings

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


# The folders whose tests may touch the database.
SITE = {
    "bad_input_site",
    "cases",
    "channels",
    "jobs",
    "lessons_site",
    "office",
    "people",
    "policies",
    "project",
    "reviews_site",
    "work",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--site", action="store_true", help="read only what may touch the database")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Pass over the core's folders where only the site's are asked for: loading them takes long."""
    is_folder = collection_path.parent == ROOT / "tests" and collection_path.is_dir()
    return (
        True
        if config.getoption("site") and is_folder and collection_path.name not in SITE
        else None
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database, so that it can be run on another one as well."""
    for item in items:
        if ROAMING is not None and is_hypothesis_test(getattr(item, "obj", None)):
            _look_harder(item.obj, int(ROAMING))  # type: ignore[attr-defined]
        fixtures = getattr(item, "fixturenames", ())
        wants = {"db", "transactional_db", "client", "live_server"} & set(fixtures)
        if wants or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)
            folder = item.path.relative_to(ROOT / "tests").parts[0]
            if folder not in SITE:
                raise pytest.UsageError(
                    f"{item.nodeid} touches the database: add tests/{folder} to SITE in "
                    "tests/conftest.py, so that it runs on PostgreSQL too."
                )


def _look_harder(test: Any, examples: int) -> None:
    """A test that asks for fewer examples by itself tries as many as the soak wants."""
    own = test._hypothesis_internal_use_settings
    test._hypothesis_internal_use_settings = settings(
        own, max_examples=max(own.max_examples, examples)
    )


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
