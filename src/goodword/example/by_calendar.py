"""Examples of the clauses that make the calendar."""

from bisect import bisect_right
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from goodword.businesstime.arithmetic import is_open, next_open
from goodword.businesstime.day import first_date_of
from goodword.businesstime.openings import Openings, covering, openings_for
from goodword.document.echo_amounts import capitalised
from goodword.example.example import Example
from goodword.example.moment import late_on_friday, said, said_day, zone_of
from goodword.policy.definition import (
    ClosureClause,
    EffectiveClause,
    HolidayClause,
    HoursClause,
    PartHours,
    ZoneClause,
)
from goodword.policy.hours import Closure, SpecialHours
from goodword.policy.policy import Policy

_DAY = 86_400
# A year and a day of looking ahead meets every closed date once.
_AHEAD = 366
# As many dates are looked at for one on which special hours make a difference.
_MOST_DATES = 40


def hours(clause: HoursClause, policy: Policy, openings: Openings, at: int) -> Example | None:
    """Return whether a message late on a Friday and one on the Sunday find us open."""
    friday = late_on_friday(policy, at)
    sunday = friday + 2 * _DAY
    told = " ".join(_open_or_not(moment, policy, openings) for moment in (friday, sunday))
    return Example(clause.id, told, started_at=friday)


def closure(clause: ClosureClause, policy: Policy, openings: Openings, at: int) -> Example | None:
    """Return what noon of the first closed date, or of the date with its own hours, finds."""
    today = datetime.fromtimestamp(at, zone_of(policy)).date()
    own = next((one for one in clause.own_hours if one.on >= today and one.intervals), None)
    if own is not None:
        first = own.intervals[0]
        opens = _noon(own.on, policy) + (first.start - 720) * 60
        closes = _next_closing(openings, opens)
        told = f"{said(opens, policy)}: open, until {said(closes, policy)}."
        return Example(clause.id, told, started_at=opens)
    if clause.special:
        return _special(clause, policy, openings, today)
    dates = [one.on for one in clause.own_hours if one.on >= today]
    dates += [day for one in clause.closures if (day := _next_date(one, today)) is not None]
    if not dates:
        return None
    noon = _noon(min(dates), policy)
    return Example(clause.id, _open_or_not(noon, policy, openings), started_at=noon)


def _special(
    clause: ClosureClause, policy: Policy, openings: Openings, today: date
) -> Example | None:
    """Return what the hour that special hours speak of finds, on the first of their dates.

    That is a date on which it makes a difference, where one comes within the year.
    """
    special, hours = clause.special[0], openings.hours
    plain = openings_for(replace(hours, special=()), openings.start + 366 * _DAY)
    ordinal = today.toordinal()
    shown = None
    for _ in range(_MOST_DATES):
        day = first_date_of(hours, special, ordinal, today.toordinal() + _AHEAD)
        if day is None:
            break
        moment = _noon(day, policy) + (_minute_of(special) - 720) * 60
        shown = shown if shown is not None else moment
        around = covering(openings, moment)
        if is_open(around, moment) != is_open(covering(plain, moment), moment):
            shown = moment
            break
        ordinal = day.toordinal() + 1
    if shown is None:
        return None
    return Example(clause.id, _open_or_not(shown, policy, openings), started_at=shown)


def _minute_of(special: SpecialHours) -> int:
    """Return the minute at which the special hours are felt: where they open or close."""
    if special.closes is not None:
        return special.closes
    if special.breaks:
        return special.breaks[0].start
    if special.opens is not None:
        return special.opens
    return special.intervals[0].start if special.intervals else 720


def holidays(clause: HolidayClause, policy: Policy, openings: Openings, at: int) -> Example | None:
    """Return the next public holiday on a day of the week on which we would open."""
    openings = covering(openings, at + _AHEAD * _DAY)
    today = datetime.fromtimestamp(at, zone_of(policy)).date()
    written = {
        (one.month, one.day) for rule in policy.of_kind(ClosureClause) for one in rule.closures
    }
    for day in sorted(openings.closed):
        if day < today or (day.month, day.day) in written:
            continue
        if openings.hours.week[day.weekday()]:
            noon = _noon(day, policy)
            opens = next_open(openings, noon)
            told = (
                f"{said_day(noon, policy, year=True)} is a public holiday "
                f"({openings.closed[day]}): closed, open again {said(opens, policy)}."
            )
            return Example(clause.id, told, started_at=noon)
    return None


def zone(clause: ZoneClause, policy: Policy, openings: Openings, at: int) -> Example | None:
    """Return what a local time is in universal time."""
    del openings
    friday = late_on_friday(policy, at)
    universal = datetime.fromtimestamp(friday, tz=zone_of(policy)).utcoffset() or timedelta()
    ahead = universal.total_seconds() / 3600
    side = "ahead of" if ahead >= 0 else "behind"
    hours = "hour" if abs(ahead) == 1 else "hours"
    told = f"{said(friday, policy)} here is {abs(ahead):g} {hours} {side} universal time (UTC)."
    return Example(clause.id, told, started_at=friday)


def effective(
    clause: EffectiveClause, policy: Policy, openings: Openings, at: int
) -> Example | None:
    """Return which version judges what starts just before and on the first day."""
    del openings, at
    if clause.applies_from is None:
        return None
    first = _noon(clause.applies_from, policy)
    told = (
        f"A case that starts on {said_day(first - _DAY, policy, year=True)} is judged by the "
        f"version before; one that starts on {said_day(first, policy, year=True)}, by this one."
    )
    return Example(clause.id, told, started_at=first)


def _next_closing(openings: Openings, instant: int) -> int:
    """Return the closing of the opening that holds the instant, or else of the next one."""
    openings = covering(openings, instant)
    return openings.closes[bisect_right(openings.closes, instant)]


def _open_or_not(moment: int, policy: Policy, openings: Openings) -> str:
    if is_open(openings, moment):
        return f"{said(moment, policy)}: open."
    opens = next_open(openings, moment)
    return f"{said(moment, policy)}: closed, open again {said(opens, policy)}."


def _noon(day: date, policy: Policy) -> int:
    return int(datetime.combine(day, time(12), zone_of(policy)).timestamp())


def _next_date(one: Closure, today: date) -> date | None:
    """Return the first date from `today` on that the closure names, None where it is past."""
    years = (one.year,) if one.year else (today.year, today.year + 1, today.year + 4)
    for year in years:
        try:
            day = date(year, one.month, one.day)
        except ValueError:  # 29 February in a common year
            continue
        if day >= today:
            return day
    return None


def part_hours(clause: PartHours, policy: Policy, openings: Openings, at: int) -> Example | None:
    """Return whether one who comes late on a Friday, and on the Sunday, finds this part open."""
    del openings
    own = [one.hours for one in policy.channel_hours if one.channel == clause.channel]
    own += [one.hours for one in policy.part_hours if one.part == clause.part]
    if not own:
        return None
    friday = late_on_friday(policy, at)
    theirs = openings_for(own[0], at)
    told = " ".join(_open_or_not(one, policy, theirs) for one in (friday, friday + 2 * _DAY))
    return Example(clause.id, f"{capitalised(clause.name)}. {told}", started_at=friday)
