"""Some rows of an export, with their dates as numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from goodword.case.columns import NOTHING
from goodword.history.column_map import ColumnMap
from goodword.history.instants import InstantReader

UNREAD = NOTHING + 1
"""Stands in a column of wall times where a value is no date in the map's formats."""
_LENGTH = 19
_MOST_KNOWN = 500_000

Walls = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows as they stream by.

    `lines` says where each begins. `walls` holds, for our name of each column of dates, the local
    times as seconds since 1970 as a clock on the wall counts them, `NOTHING` where none is written
    and `UNREAD` where it is no date. `words` holds the texts of the other columns by our name.
    """

    lines: Sequence[int]
    rows: Sequence[Sequence[str]]
    walls: Mapping[str, Walls]
    words: Mapping[str, Sequence[str]]
    texts: Mapping[str, Sequence[str]]


class Stretches:
    """Turns batches of rows into stretches, by one map.

    Times that carry an offset are turned to the zone `local`; so are the others, where it is known
    in which zone they are `written`. Without that they are taken as they stand. `aware` and `naive`
    count them.
    """

    def __init__(
        self, column_map: ColumnMap, headings: Sequence[str], written: str | None, local: str | None
    ) -> None:
        places = {heading: index for index, heading in enumerate(headings)}
        names = {**column_map.columns, **({"due": column_map.due} if column_map.due else {})}
        self.dates = {
            name: places[names[name]]
            for name in DATE_NAMES
            if name in names and names[name] in places
        }
        self._words = {
            name: places[heading]
            for name, heading in names.items()
            if name not in self.dates and heading in places
        }
        self._local = ZoneInfo(local or written or "UTC")
        self._turned = written is not None and local is not None and written != local
        self._written = ZoneInfo(written or "UTC")
        self._missing = column_map.missing
        self._reader = InstantReader(column_map.dates, ZoneInfo("UTC"))
        # What is read alike in two zones names its own.
        self._elsewhere = InstantReader(column_map.dates, ZoneInfo("Etc/GMT+11"))
        self._is_plain = column_map.dates[0] == "iso"
        self._may_be_aware = any(
            mark in form for form in column_map.dates for mark in ("iso", "unix", "%z", "%Z")
        )
        self._known: dict[str, tuple[int, bool]] = {}
        self.aware = 0
        self.naive = 0

    def of(self, lines: Sequence[int], rows: Sequence[Sequence[str]]) -> Stretch:
        """Return some rows as a stretch."""
        texts = {name: [row[place].strip() for row in rows] for name, place in self.dates.items()}
        return Stretch(
            lines,
            rows,
            {name: self._walls(written) for name, written in texts.items()},
            {name: [row[place].strip() for row in rows] for name, place in self._words.items()},
            texts,
        )

    def _walls(self, texts: Sequence[str]) -> Walls:
        plain = self._plain_walls(texts) if self._is_plain else None
        return self._slow_walls(texts) if plain is None else plain

    def _plain_walls(self, texts: Sequence[str]) -> Walls | None:
        """Read `2026-09-04 16:30:00` all at once; None where any is written otherwise."""
        blank = ["" if text in self._missing else text for text in texts]
        if not set(map(len, blank)) <= {0, _LENGTH}:
            return None
        written = np.array(blank, f"U{_LENGTH}")
        try:
            walls = written.astype("datetime64[s]").astype(np.int64)
        except ValueError:
            return None
        there = written != ""
        if bool((np.abs(walls[there]) > 2**37).any()):
            return None
        self.naive += int(there.sum())
        walls = np.where(there, walls, NOTHING)
        return self._to_local(walls, there) if self._turned else walls

    def _to_local(self, walls: Walls, good: NDArray[np.bool_]) -> Walls:
        """Turn times from the zone in which they are written to the local one, by the hour."""
        hours, where = np.unique(walls[good] // 3600, return_inverse=True)
        moved = [_moved(hour * 3600, self._written, self._local) for hour in hours.tolist()]
        turned = walls.copy()
        turned[good] += np.array(moved, np.int64)[where] if moved else 0
        return turned

    def _slow_walls(self, texts: Sequence[str]) -> Walls:
        known, missing = self._known, self._missing
        if len(known) > _MOST_KNOWN:
            known.clear()
        found = np.empty(len(texts), np.int64)
        aware = 0
        for row, text in enumerate(texts):
            read = known.get(text)
            if read is None:
                read = (NOTHING, False) if text in missing else self._wall(text)
                known[text] = read
            found[row] = read[0]
            aware += read[1]
        good = (found != NOTHING) & (found != UNREAD)
        self.aware += aware
        self.naive += int(good.sum()) - aware
        return found

    def _wall(self, text: str) -> tuple[int, bool]:
        instant = self._reader.read(text)
        if instant is None:
            return UNREAD, False
        is_aware = self._may_be_aware and self._elsewhere.read(text) == instant
        try:
            if is_aware:
                offset = datetime.fromtimestamp(instant, self._local).utcoffset()
                return instant + (int(offset.total_seconds()) if offset else 0), True
            if self._turned:
                return instant + _moved(instant, self._written, self._local), False
        except (ValueError, OverflowError, OSError):
            return UNREAD, False
        return instant, False


def _moved(wall: int, written: ZoneInfo, local: ZoneInfo) -> int:
    """Return by how many seconds a time is later on a clock of another zone."""
    try:
        there = datetime.fromtimestamp(wall, UTC).replace(tzinfo=written)
        here = there.astimezone(local).utcoffset()
        offset = there.utcoffset()
    except (ValueError, OverflowError, OSError):
        return 0
    return int((here - offset).total_seconds()) if here is not None and offset is not None else 0


DATE_NAMES = (
    "opened",
    "at",
    "answered",
    "acknowledged",
    "first_response",
    "resolved",
    "closed",
    "due",
)


def written(wall: int) -> str:
    """Return a wall time as people write it."""
    try:
        return f"{datetime.fromtimestamp(wall, UTC):%Y-%m-%d %H:%M:%S}"
    except (ValueError, OverflowError, OSError):
        return "a date beyond the calendar"


def there(walls: Walls) -> NDArray[np.bool_]:
    """Return where a date was written and read."""
    good: NDArray[np.bool_] = (walls != NOTHING) & (walls != UNREAD)
    return good
