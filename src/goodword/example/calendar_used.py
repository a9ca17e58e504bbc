"""Which clauses of the calendar a due time rests on."""

from datetime import datetime, timedelta

from goodword.businesstime.openings import Openings, covering
from goodword.example.moment import zone_of
from goodword.policy.clause import Clause
from goodword.policy.definition import (
    ClosureClause,
    EffectiveClause,
    HolidayClause,
    HoursClause,
    ZoneClause,
)
from goodword.policy.policy import Policy
from goodword.policy.quantity import Counting, Duration, Limit


def calendar_used(
    policy: Policy, openings: Openings | None, limit: Limit, start: int, due: int | None
) -> tuple[str, ...]:
    """Return the ids of the clauses that the count from `start` to `due` goes by.

    That is the zone always, the hours where open time is counted, and closed dates where one lies
    between.
    """
    kinds: list[type[Clause]] = [ZoneClause, EffectiveClause]
    is_working = not isinstance(limit, Duration) or limit.counting is Counting.WORKING
    if is_working and openings is not None and due is not None:
        kinds.append(HoursClause)
        zone = zone_of(policy)
        closed = covering(openings, due).closed
        day = datetime.fromtimestamp(start, zone).date()
        last = datetime.fromtimestamp(due, zone).date()
        met = set()
        while day <= last:
            if day in closed:
                met.add(day)
            day += timedelta(days=1)
        if met:
            kinds += [ClosureClause, HolidayClause]
    return tuple(one.id for one in policy.clauses if isinstance(one, tuple(kinds)))
