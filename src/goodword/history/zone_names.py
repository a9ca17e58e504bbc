"""Zones as exports write them beside a time: `EST`, `Europe/Paris`, `+0100`."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

# RFC 5322 4.3 for the first ones; of the others only those that mean one offset the world over.
_ZONES = (
    "UT 0, UTC 0, GMT 0, Z 0, EST -5, EDT -4, CST -6, CDT -5, MST -7, MDT -6, PST -8, PDT -7, "
    "AKST -9, AKDT -8, HST -10, WET 0, WEST 1, BST 1, CET 1, CEST 2, MEZ 1, MESZ 2, EET 2, EEST 3, "
    "MSK 3, SGT 8, HKT 8, AWST 8, JST 9, KST 9, AEST 10, AEDT 11, NZST 12, NZDT 13"
)
_HOURS = {name: int(hours) for name, hours in map(str.split, _ZONES.split(", "))}
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?")


class UnknownZoneError(ValueError):
    """A time names a zone that does not exist, or one that could mean several."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def placed(local: datetime, name: str, own: ZoneInfo) -> datetime:
    """Return a local time in the zone that is written beside it; raises UnknownZoneError.

    A short name counts as one of the zone that the times are read in, where that zone has it then:
    `CST` is Chinese in a Chinese export.
    """
    for fold in (0, 1):
        here = local.replace(tzinfo=own, fold=fold)
        if here.tzname() == name:
            return here
    return local.replace(tzinfo=_zone(name))


@lru_cache(maxsize=256)
def _zone(name: str) -> tzinfo:
    if name.upper() in _HOURS:
        hours = _HOURS[name.upper()]
        return timezone(timedelta(hours=hours)) if hours else UTC
    offset = _OFFSET.fullmatch(name)
    if offset:
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        if ahead < timedelta(days=1):
            return timezone(-ahead if offset[1] == "-" else ahead)
    if "/" in name:
        try:
            return ZoneInfo(name)
        except (ValueError, OSError, KeyError):
            pass
    raise UnknownZoneError(name)
