"""Parquet that is packed a stretch at a time tells what the loader reads from the same file."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from goodword.case.columns import NOTHING, LeftOut
from goodword.case.compact import NEVER
from goodword.errors import UnreadableFileError
from goodword.history.column_map import ColumnMap
from goodword.history.load import load
from goodword.history.parquet_cases import NotPackedError, ParquetCases, parquet_cases

# New York's clocks go forward on 8 March 2026 and back on 1 November 2026.
NEW_YORK = "America/New_York"
MAP = ColumnMap(
    path="map.toml",
    columns={
        "case": "Ticket",
        "opened": "Created",
        "first_response": "Replied",
        "resolved": "Solved",
        "channel": "Via",
        "kind": "Topic",
    },
    values={"channel": {"Call": "phone"}},
    own={"Topic": frozenset({"internal"})},
    missing=frozenset({"", "n/a"}),
)
moments = st.integers(0, 240 * 24 * 4).map(
    lambda quarter: datetime(2026, 3, 6) + timedelta(minutes=15 * quarter)  # noqa: DTZ001
)
odd = st.sampled_from([datetime(1900, 1, 1), datetime(2262, 1, 1), None])  # noqa: DTZ001
rows = st.tuples(
    moments | moments | moments | odd,
    st.none() | st.integers(-90, 4000) | odd,
    st.none() | st.integers(-30, 40_000),
    st.sampled_from(["E-Mail", "Call", " chat ", "n/a", None]),
    st.sampled_from(["Billing", "internal", "Complaint", None]),
)


def written(path: Path, found: list[Any], *, zone: str | None, unit: str) -> Path:
    def after(opened: datetime | None, minutes: Any) -> datetime | None:
        if isinstance(minutes, datetime) or minutes is None or opened is None:
            return minutes if isinstance(minutes, datetime) else None
        return opened + timedelta(minutes=minutes, microseconds=999_999 if unit == "us" else 0)

    kind = pa.timestamp(unit, zone)
    table = {
        "Ticket": pa.array(range(len(found))),
        "Created": pa.array([row[0] for row in found], kind),
        "Replied": pa.array([after(row[0], row[1]) for row in found], kind),
        "Solved": pa.array([after(row[0], row[2]) for row in found], kind),
        "Via": pa.array([row[3] for row in found], pa.string()),
        "Topic": pa.array([row[4] for row in found], pa.string()).dictionary_encode(),
    }
    parquet.write_table(pa.table(table), path, row_group_size=7)
    return path


def packed(history: ParquetCases) -> tuple[list[Any], dict[str, int], int]:
    packer = history.packer(keeps=False)
    found = []
    for some in history.stretches(packer):
        for row in range(len(some)):
            instants = (
                some.origin + int(some.opened[row]),
                *(
                    None if column[row] == NEVER else some.origin + int(column[row])
                    for column in some.ends.values()
                ),
            )
            words = [some.words[name][codes[row]] for name, codes in some.codes.items()]
            found.append((*instants, *words))
    return found, dict(packer.left_out), packer.rows - packer.without_opening


def loaded(path: Path) -> tuple[list[Any], dict[str, int], int]:
    history = load(path, MAP, zone=NEW_YORK)
    columns = history.columns
    assert columns is not None
    found = []
    for row in range(len(columns)):
        if columns.left_out[row] == LeftOut.NO:
            ends = [columns.instants[name][row] for name in ("first_response", "resolved")]
            told = [None if end == NOTHING else end for end in ends]
            words = [columns.channel.of(row), columns.kind.of(row)]
            found.append((columns.opened[row], *told, *words))
    return found, dict(history.left_out), len(columns)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(rows, min_size=1, max_size=40).filter(lambda some: all(row[0] for row in some[:5])),
    st.sampled_from([None, "UTC", "Asia/Tokyo"]),
    st.sampled_from(["s", "ms", "us"]),
)
def test_packed_cases_are_those_that_the_loader_reads(
    tmp_path: Path, found: list[Any], zone: str | None, unit: str
) -> None:
    path = written(tmp_path / "cases.parquet", found, zone=zone, unit=unit)
    try:
        expected = loaded(path)
    except UnreadableFileError:
        # Most of a column makes no sense: such a file is refused by the loader as a whole.
        return
    assert packed(parquet_cases([path], MAP, zone=NEW_YORK)) == expected


def test_the_footer_tells_from_when_to_when_a_history_goes(tmp_path: Path) -> None:
    found = [
        (datetime(2026, 3, 6, 12), 30, None, "Call", "Billing"),  # noqa: DTZ001
        (datetime(2026, 3, 9, 12), None, 60, "Call", "Billing"),  # noqa: DTZ001
    ]
    path = written(tmp_path / "cases.parquet", found, zone="UTC", unit="us")
    span = parquet_cases([path], MAP).span

    def seconds(day: int, hour: int) -> int:
        return int(datetime(2026, 3, day, hour, tzinfo=UTC).timestamp())

    assert span is not None
    assert (span.first, span.last, span.last_event) == (
        seconds(6, 12),
        seconds(9, 12),
        seconds(9, 13),
    )


def test_text_for_dates_is_left_to_the_loader(tmp_path: Path) -> None:
    path = tmp_path / "cases.parquet"
    parquet.write_table(pa.table({"case": ["1"], "opened": ["2026-03-06"]}), path)
    with pytest.raises(NotPackedError, match="opened"):
        parquet_cases([path], None)


def test_a_parquet_file_cut_off_in_the_middle_is_refused_by_name(tmp_path: Path) -> None:
    found = [
        (datetime(2026, 3, 6, 12) + timedelta(minutes=one), 30, None, "Call", "Billing")  # noqa: DTZ001
        for one in range(500)
    ]
    path = written(tmp_path / "cases.parquet", found, zone="UTC", unit="us")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadableFileError, match=r"cases\.parquet is cut off"):
        parquet_cases([path], MAP)
    # The footer is whole, and a page in the middle is not.
    path.write_bytes(whole[:40] + bytes(4000) + whole[4040:])
    history = parquet_cases([path], MAP)
    with pytest.raises(UnreadableFileError, match=r"cases\.parquet is cut off or damaged"):
        packed(history)
