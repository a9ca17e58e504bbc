"""Definitions said back: who, when, where, which words."""

import itertools
from datetime import date, timedelta

from goodword.document.echo_amounts import (
    capitalised,
    day_of_year,
    full_date,
    interval,
    listed,
    minutes_of_day,
    role,
    role_name,
    week,
)
from goodword.language.en import echo_phrases as words
from goodword.language.en import places
from goodword.policy.clause import Audience
from goodword.policy.definition import (
    AudienceClause,
    ChannelClause,
    ClosureClause,
    EffectiveClause,
    HolidayClause,
    HoursClause,
    IdentityClause,
    OwnerClause,
    RoleClause,
    TermClause,
    ZoneClause,
)
from goodword.policy.hours import ALWAYS_OPEN_WEEK, Closure, HolidayPlace, OwnHours
from goodword.policy.policy import Policy


def hours(clause: HoursClause, policy: Policy) -> str:
    """Return the opening hours of the week."""
    del policy
    if clause.week == ALWAYS_OPEN_WEEK:
        return "We are open 24 hours a day, 7 days a week."
    return f"Our opening hours are {week(clause.week)}."


def closure(clause: ClosureClause, policy: Policy) -> str:
    """Return the dates on which we are closed, or keep hours of their own."""
    del policy
    sentences = []
    closed = _closures(clause.closures) if clause.closures else []
    if clause.public_holidays:
        closed.insert(0, "on public holidays")
    if closed:
        sentences.append(f"We are closed {listed(closed)}.")
    sentences.extend(f"On {own_hours(own)}." for own in clause.own_hours)
    return " ".join(sentences)


def own_hours(own: OwnHours) -> str:
    """Return a date with its own hours: `31 October 2026 we are open from 9am to 11am`."""
    if not own.intervals:
        return f"{full_date(own.on)} we are closed"
    times = listed(f"from {interval(one)}" for one in own.intervals)
    return f"{full_date(own.on)} we are open {times}"


def _closures(closures: tuple[Closure, ...]) -> list[str]:
    if len(closures) > 1 and _in_a_row(closures):
        first, last = closures[0], closures[-1]
        ends = [day_of_year(one.month, one.day, one.year) for one in (first, last)]
        return [f"from {ends[0]} to {ends[1]}"]
    return [closed_date(one) for one in closures]


def _in_a_row(closures: tuple[Closure, ...]) -> bool:
    whole = all((one.start, one.end) == (0, 1440) for one in closures)
    return whole and all(_follows(before, after) for before, after in itertools.pairwise(closures))


def _follows(before: Closure, after: Closure) -> bool:
    if (before.year is None) != (after.year is None):
        return False
    # A leap year lets 29 February stand; a closure each year is looked at in one.
    start = date(before.year or 2024, before.month, before.day)
    tomorrow = start + timedelta(days=1)
    if before.year is not None:
        return (tomorrow.year, tomorrow.month, tomorrow.day) == (after.year, after.month, after.day)
    return (tomorrow.month, tomorrow.day) == (after.month, after.day)


def closed_date(one: Closure) -> str:
    """Return a closed date, with its times where it is closed for a part of it."""
    on = f"on {day_of_year(one.month, one.day, one.year)}"
    if (one.start, one.end) == (0, 1440):
        return on
    return f"{on} from {minutes_of_day(one.start)} to {minutes_of_day(one.end)}"


def holidays(clause: HolidayClause, policy: Policy) -> str:
    """Return whose public holidays close us."""
    del policy
    return f"Public holidays are those of {place_name(clause.place)}."


def place_name(place: HolidayPlace) -> str:
    """Return the place as written, else by its codes: `AU-VIC`."""
    return place.name or "-".join(filter(None, (place.country, place.subdivision)))


def zone(clause: ZoneClause, policy: Policy) -> str:
    """Return the zone of all times."""
    del policy
    city = clause.zone.rpartition("/")[2].replace("_", " ")
    known = places.ZONES.get(city.lower()) == clause.zone
    return f"All times are {city if known else clause.zone} time."


def channel(clause: ChannelClause, policy: Policy) -> str:
    """Return a way to reach us and its address."""
    del policy
    name = words.CHANNEL_NAMES.get(clause.channel, capitalised(clause.channel.replace("_", " ")))
    return f"{name}: {clause.address}" if clause.address else name


def role_definition(clause: RoleClause, policy: Policy) -> str:
    """Return the role, and who stands in when it is away."""
    if clause.deputy is not None:
        absent, deputy = role(clause.role, policy), role(clause.deputy, policy)
        return f"When {absent} is away, {deputy} takes over."
    if clause.description:
        name = capitalised(role_name(clause.role, policy))
        return f'"{name}" means {clause.description.rstrip(".")}.'
    return f"Our team has the role: {role_name(clause.role, policy)}."


def term(clause: TermClause, policy: Policy) -> str:
    """Return what a word means."""
    del policy
    return f'By "{clause.term}" we mean {clause.meaning.rstrip(".")}.'


def identity(clause: IdentityClause, policy: Policy) -> str:
    """Return who we are and what we call the people we serve."""
    del policy
    return f"We are {clause.organisation}, and we call the people we serve {clause.serves}s."


def owner(clause: OwnerClause, policy: Policy) -> str:
    """Return who looks after the policy or a section of it."""
    what = "section" if clause.section_of else "policy"
    return f"{capitalised(role(clause.role, policy))} looks after this {what}."


def effective(clause: EffectiveClause, policy: Policy) -> str:
    """Return from and until when the policy applies."""
    del policy
    start = f" from {full_date(clause.applies_from)}" if clause.applies_from else ""
    end = f" until {full_date(clause.applies_until)}" if clause.applies_until else ""
    return f"This policy applies{start}{end}."


def audience(clause: AudienceClause, policy: Policy) -> str:
    """Return who sees the section."""
    del policy
    if clause.audience is Audience.TEAM:
        return "This section is for our team only."
    return "This section is public."
