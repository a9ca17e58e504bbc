"""Opening hours as schema.org has them, for the web page that search engines read."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from goodword.businesstime.day import close_names, special_openings
from goodword.errors import GoodwordError
from goodword.policy.definition import ChannelClause, PartHours
from goodword.policy.hours import Hours, Interval
from goodword.policy.policy import Policy

DAYS_AHEAD = 365
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MIDNIGHT = 1440
_MIDNIGHT_WORDS = "00:00"
_WHOLE_DAY = Interval(0, MIDNIGHT)
Special = tuple[str, tuple[Interval, ...]]


class NoHoursError(GoodwordError):
    """A policy names no opening hours, and they were asked for."""

    code = "no-hours"


def opening_hours(policy: Policy, first: date, days: int = DAYS_AHEAD) -> dict[str, Any]:
    """Return the policy's hours as JSON-LD: the usual week, and the special days from `first` on.

    Public holidays, closures and dates with hours of their own are told by date, as schema.org
    wants them, for so many `days`. An opening past midnight closes at an earlier hour than it
    opens; a day that is closed opens and closes at 00:00; one without end closes at 23:59.
    Raises NoHoursError for a policy without hours.
    """
    hours = hours_that_open(policy.hours)
    special = dict(special_days(hours, first, days))
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LocalBusiness",
        "name": policy.organisation or policy.title,
    }
    made |= {key: words for key, words in _reached(policy) if words}
    made["openingHoursSpecification"] = list(_week(hours))
    if special:
        made["specialOpeningHoursSpecification"] = list(_ranges(special))
    if contacts := list(_contacts(policy)):
        made["contactPoint"] = contacts
    if departments := list(_departments(policy, first, days)):
        made["department"] = departments
    return made


def hours_that_open(hours: Hours | None) -> Hours:
    """Return a policy's hours. Raises NoHoursError where it names none, or nothing ever opens."""
    if hours is None or not hours.ever_open:
        raise NoHoursError(
            "This policy names no opening hours.",
            hint='Write "We are open Monday to Friday, 9am to 5pm." and "All times are … time."',
        )
    return hours


def _contacts(policy: Policy) -> Iterator[dict[str, Any]]:
    """Yield each channel with hours of its own."""
    for one in policy.channel_hours:
        point: dict[str, Any] = {
            "@type": "ContactPoint",
            "contactType": "customer service",
            "name": one.channel.replace("_", " "),
        }
        found = (own.address for own in policy.of_kind(ChannelClause) if own.channel == one.channel)
        key = {"phone": "telephone", "email": "email"}.get(one.channel)
        if key is not None and (address := next(found, "")):
            point[key] = address
        yield {**point, "hoursAvailable": list(_week(one.hours))}


def _departments(policy: Policy, first: date, days: int) -> Iterator[dict[str, Any]]:
    """Yield each team or place with hours of its own."""
    names = {one.part: one.name for one in policy.of_kind(PartHours)}
    for one in policy.part_hours:
        special = dict(special_days(one.hours, first, days))
        made: dict[str, Any] = {
            "@type": "LocalBusiness",
            "name": names.get(one.part, one.part.replace("_", " ")),
            "openingHoursSpecification": list(_week(one.hours)),
        }
        if special:
            made["specialOpeningHoursSpecification"] = list(_ranges(special))
        yield made


def _reached(policy: Policy) -> Iterator[tuple[str, str]]:
    for channel, key in (("phone", "telephone"), ("email", "email")):
        found = (one.address for one in policy.of_kind(ChannelClause) if one.channel == channel)
        yield key, next(found, "")


def _week(hours: Hours) -> Iterator[dict[str, Any]]:
    by_hours: dict[Interval, list[str]] = {}
    for day, intervals in zip(DAYS, hours.week, strict=True):
        for interval in intervals:
            by_hours.setdefault(interval, []).append(day)
    for interval, days in by_hours.items():
        yield {"@type": "OpeningHoursSpecification", "dayOfWeek": days, **_from_to(interval)}


def special_days(hours: Hours, first: date, days: int) -> Iterator[tuple[date, Special]]:
    """Yield each date on which the usual week does not hold, with its name and openings."""
    start = first.toordinal()
    # The calendar ends with the year 9999.
    days = min(days, date.max.toordinal() - start - 1)
    closed = close_names(hours, start, start + days + 1)
    own = {one.on: one for one in hours.own_hours}
    ruled = special_openings(hours, start, start + days + 1)
    for offset in range(days):
        day = first + timedelta(days=offset)
        usual = hours.week[day.weekday()]
        if day in closed:
            if usual or day in own:
                yield day, (closed[day], ())
            continue
        name, intervals = "", usual
        if day in own:
            name, intervals = own[day].name, own[day].intervals
        elif day in ruled:
            intervals, closed_by = ruled[day]
            name = closed_by or ""
        tomorrow = day + timedelta(days=1)
        parts = [
            (one.start, one.end or MIDNIGHT, one.name)
            for one in hours.closures
            if (one.start, one.end) != (0, MIDNIGHT)
            and (one.month, one.day) == (day.month, day.day)
            and one.year in {None, day.year}
        ]
        shown = tuple(_left(intervals, parts, cut=tomorrow in closed))
        name = name or next((part[2] for part in parts if part[2]), "")
        if shown != usual or day in own:
            yield day, (name, shown)


def _left(
    intervals: Iterable[Interval], parts: list[tuple[int, int, str]], *, cut: bool
) -> Iterator[Interval]:
    """Yield what is left of a day's openings beside its closed parts.

    An opening past midnight is cut there where the date after it is closed.
    """
    for interval in intervals:
        over_night = interval.end <= interval.start
        pieces = [(interval.start, MIDNIGHT if over_night else interval.end)]
        for start, end, _ in parts:
            until = MIDNIGHT if end <= start else end
            pieces = [
                piece
                for opening, closing in pieces
                for piece in ((opening, min(closing, start)), (max(opening, until), closing))
                if piece[0] < piece[1]
            ]
        for opening, closing in pieces:
            runs_on = over_night and closing == MIDNIGHT and not cut
            yield Interval(opening, interval.end if runs_on else closing)


def _ranges(special: dict[date, Special]) -> Iterator[dict[str, Any]]:
    """Yield the special days, those in a row that are alike as one."""
    runs: list[tuple[date, date, Special]] = []
    for day, what in sorted(special.items()):
        if runs and runs[-1][2] == what and runs[-1][1] == day - timedelta(days=1):
            runs[-1] = (runs[-1][0], day, what)
        else:
            runs.append((day, day, what))
    for first, last, (name, intervals) in runs:
        for interval in intervals or (None,):
            yield {
                "@type": "OpeningHoursSpecification",
                **({"name": name} if name else {}),
                "validFrom": first.isoformat(),
                "validThrough": last.isoformat(),
                **_from_to(interval),
            }


def _from_to(interval: Interval | None) -> dict[str, str]:
    if interval is None:
        return {"opens": _MIDNIGHT_WORDS, "closes": _MIDNIGHT_WORDS}
    if interval == _WHOLE_DAY:
        return {"opens": _MIDNIGHT_WORDS, "closes": "23:59"}
    return {"opens": _clock(interval.start), "closes": _clock(interval.end)}


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
