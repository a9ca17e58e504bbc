"""Invented cases in Parquet, the same each time, and the policy by which the benches judge them."""

from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import parquet

from goodword.policy.hours import ChannelHours, HolidayPlace, Hours, Interval, Week
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit

ZONE = "Europe/London"
CHANNELS = ("email", "phone", "chat", "web", "letter")
FIRST = 1_672_531_200
ROWS_A_YEAR = 2_000_000
_YEAR = 365 * 86_400
_STEP = 1 << 20


def _week(day: Interval, saturday: Interval | None = None, sunday: Interval | None = None) -> Week:
    weekend = tuple(() if one is None else (one,) for one in (saturday, sunday))
    return ((day,),) * 5 + weekend


ENGLAND = (HolidayPlace("GB", "ENG"),)
HOUSE = Hours(ZONE, _week(Interval(540, 1020)), ENGLAND)
PHONE = Hours(ZONE, _week(Interval(495, 1095), Interval(540, 780)), ENGLAND)
CHAT = Hours(ZONE, _week(Interval(600, 1320), Interval(600, 1080), Interval(600, 1080)))
NIGHT = Hours(ZONE, _week(Interval(1320, 360), Interval(1320, 360)), ENGLAND)
OWN_HOURS = {"phone": PHONE, "chat": CHAT, "web": NIGHT}
LIVE = ("phone", "chat", "web")
PROMISES = (
    Promise(
        id="reply",
        metric=Metric.FIRST_RESPONSE,
        channels=("email", "web", "letter"),
        limit=Duration(4, Unit.HOUR, Counting.WORKING),
    ),
    Promise(
        id="reply live",
        metric=Metric.FIRST_RESPONSE,
        channels=("phone", "chat"),
        limit=Duration(45, Unit.MINUTE, Counting.WORKING),
    ),
    Promise(
        id="acknowledge",
        metric=Metric.ACKNOWLEDGE,
        channels=("email", "letter"),
        limit=Duration(2, Unit.HOUR, Counting.CLOCK),
    ),
    Promise(
        id="acknowledge live",
        metric=Metric.ACKNOWLEDGE,
        channels=LIVE,
        limit=Duration(1, Unit.HOUR, Counting.WORKING),
    ),
    Promise(
        id="solve",
        metric=Metric.RESOLUTION,
        channels=("email", "letter"),
        limit=Duration(3, Unit.DAY, Counting.WORKING),
    ),
    Promise(
        id="solve live",
        metric=Metric.RESOLUTION,
        channels=LIVE,
        limit=Duration(16, Unit.HOUR, Counting.WORKING),
    ),
)


def policy(*, stricter: bool = False) -> Policy:
    """Return six promises over four calendars; `stricter` is another policy to ask about."""
    promises = PROMISES
    if stricter:
        promises = tuple(
            Promise(
                id=one.id,
                metric=one.metric,
                channels=one.channels,
                limit=Duration(one.limit.amount * 2, one.limit.unit, one.limit.counting),
            )
            for one in PROMISES
            if isinstance(one.limit, Duration)
        )
    return Policy(
        title="",
        organisation="",
        serves="client",
        language="en",
        currency="GBP",
        hours=HOUSE,
        roles=(),
        owner=None,
        sections=(),
        clauses=promises,
        channel_hours=tuple(ChannelHours(name, hours) for name, hours in OWN_HOURS.items()),
    )


def write_cases(path: Path, rows: int, *, compression: str = "snappy") -> None:
    """Write so many cases, in the order in which they were opened, as an export would be."""
    random = np.random.default_rng(11)
    moment = pa.timestamp("us", "UTC")
    word = pa.dictionary(pa.int32(), pa.string())
    schema = pa.schema(
        [
            ("case", pa.int64()),
            ("opened", moment),
            ("acknowledged", moment),
            ("first_response", moment),
            ("resolved", moment),
            ("channel", word),
        ]
    )

    def column(seconds: NDArray[np.int64], missing: NDArray[np.bool_] | None = None) -> pa.Array:
        return pa.array(seconds * 1_000_000, pa.int64(), mask=missing).cast(moment)

    span = rows * _YEAR // ROWS_A_YEAR
    with parquet.ParquetWriter(path, schema, compression=compression) as file:
        for first in range(0, rows, _STEP):
            size = min(_STEP, rows - first)
            number = np.arange(first, first + size)
            opened = FIRST + number * span // rows + random.integers(0, 600, size)
            ends = [
                column(
                    opened + random.exponential(scale, size).astype(np.int64),
                    random.random(size) > share,
                )
                for scale, share in ((5_400, 0.97), (14_400, 0.95), (345_600, 0.93))
            ]
            codes = random.choice(5, size, p=[0.45, 0.25, 0.15, 0.1, 0.05]).astype(np.int32)
            channel = pa.DictionaryArray.from_arrays(pa.array(codes), list(CHANNELS))
            columns = [pa.array(number), column(opened), *ends, channel]
            file.write_table(pa.table(columns, schema=schema))
