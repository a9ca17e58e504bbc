"""When the clocks of a zone change, to the second: beside a look at every quarter of an hour."""

from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from goodword.replay.zone_offsets import zone_offsets

QUARTER = 900


# Half an hour, a whole date left out, a minute after midnight, twice within weeks, and none at all.
@pytest.mark.parametrize(
    ("zone", "year"),
    [
        ("Australia/Lord_Howe", 2024),
        ("Pacific/Apia", 2011),
        ("America/St_Johns", 2010),
        ("Africa/Casablanca", 2026),
        ("America/Sao_Paulo", 2018),
        ("Asia/Kathmandu", 2026),
    ],
)
def test_every_change_of_a_zone_is_found_to_the_second(zone: str, year: int) -> None:
    first = int(datetime(year, 1, 1, tzinfo=UTC).timestamp())
    last = int(datetime(year + 1, 1, 1, tzinfo=UTC).timestamp())
    local = ZoneInfo(zone)

    def offset(at: int) -> int:
        found = datetime.fromtimestamp(at, local).utcoffset()
        assert found is not None
        return int(found.total_seconds())

    seen = pairwise(range(first, last + QUARTER, QUARTER))
    windows = [(a, b) for a, b in seen if offset(a) != offset(b)]

    found = zone_offsets(zone, first, last)

    changes = [at for at in found.changes.tolist() if first <= at < last]
    assert len(changes) == len(windows)
    for at, (before, after) in zip(changes, windows, strict=True):
        assert before < at <= after
        assert offset(at - 1) == offset(before)
        assert offset(at) == offset(after)
    assert found.local(found.changes).tolist() == [at + offset(at) for at in found.changes.tolist()]
