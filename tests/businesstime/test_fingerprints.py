"""The fingerprint of openings holds the versions of the data that they were read with."""

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from goodword.businesstime import arithmetic, bulk
from goodword.businesstime.openings import _compile, fingerprint_of, openings_for
from goodword.errors import UnknownNameError
from goodword.policy.hours import Closure
from tests.businesstime.plain_openings import at, hours

ZONE = "Australia/Melbourne"
PRINTED = """
import sys
import holidays.version
holidays.version.__version__ = sys.argv[1]
from goodword.businesstime.openings import openings_for
from goodword.policy.hours import HolidayPlace, Hours, Interval
kept = (HolidayPlace("AU", "VIC"),) if sys.argv[2] == "kept" else ()
hours = Hours("Australia/Melbourne", ((Interval(540, 1020),),) * 7, kept)
print(openings_for(hours, 0).fingerprint)
"""


def printed(folder: Path | None, *, holidays: str = "1.0", kept: bool = False) -> str:
    """Return the fingerprint that another process finds, with zone data from a folder."""
    done = subprocess.run(
        [sys.executable, "-c", PRINTED, holidays, "kept" if kept else "none"],
        env=os.environ
        | {"PYTHONTZPATH": str(folder or ""), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def zone_folder(path: Path, version: str | None, zone: str = ZONE) -> Path:
    """Return a folder with the data of one zone, as a system keeps it."""
    target = path / ZONE
    target.parent.mkdir(parents=True)
    target.write_bytes((files("tzdata") / "zoneinfo" / zone).read_bytes())
    if version is not None:
        (path / "tzdata.zi").write_text(f"# version {version}\n", encoding="ascii")
    return path


def test_the_fingerprint_holds_the_version_of_the_zone_data(tmp_path: Path) -> None:
    older = printed(zone_folder(tmp_path / "older", "1999a"))
    newer = printed(zone_folder(tmp_path / "newer", "1999b"))
    again = printed(zone_folder(tmp_path / "again", "1999b"))

    assert older != newer == again
    assert printed(None) not in {older, newer}


def test_where_the_system_names_no_version_the_data_of_the_zone_count(tmp_path: Path) -> None:
    one = printed(zone_folder(tmp_path / "one", None))
    same = printed(zone_folder(tmp_path / "same", None))
    other = printed(zone_folder(tmp_path / "other", None, "Europe/London"))

    assert one == same != other


def test_the_fingerprint_holds_the_version_of_the_holidays_where_they_count() -> None:
    assert printed(None, holidays="1.0", kept=True) != printed(None, holidays="1.1", kept=True)
    assert printed(None, holidays="1.0") == printed(None, holidays="1.1")


def test_hours_in_a_zone_that_does_not_exist_have_no_fingerprint() -> None:
    with pytest.raises(UnknownNameError, match="Mars/Olympus"):
        fingerprint_of(hours(zone="Mars/Olympus"))


def test_the_horizon_doubles_so_that_far_questions_share_a_few_compiled_ones() -> None:
    openings = openings_for(hours(closures=(Closure(3, 6),)), at("2026-09-04 16:30"))
    compiled = _compile.cache_info().misses

    for year in range(2027, 2427):
        start = at(f"{year}-03-05 10:00")
        assert arithmetic.elapsed(openings, start, arithmetic.add(openings, start, 777)) == 777

    # From four years to four hundred by doubling.
    assert _compile.cache_info().misses - compiled <= 8


def test_the_horizon_is_grown_once_for_a_whole_batch() -> None:
    openings = openings_for(hours(), at("2026-09-04 16:30"))
    compiled = _compile.cache_info().misses
    starts = [at(f"{year}-03-05 10:00") for year in range(2027, 2127)]

    lengths = bulk.elapsed(openings, starts, bulk.add(openings, starts, 777))

    assert lengths.tolist() == [777] * len(starts)
    assert _compile.cache_info().misses - compiled <= 2
