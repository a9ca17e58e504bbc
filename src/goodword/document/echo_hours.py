"""Opening hours said back: the week, closed dates, and hours of seasons and special days."""

from datetime import date, timedelta

from goodword.document.echo_amounts import (
    capitalised,
    day_of_year,
    full_date,
    interval,
    listed,
    minutes_of_day,
    week,
)
from goodword.language.en import echo_phrases as words
from goodword.language.pack import ENGLISH
from goodword.policy.definition import ClosureClause, HoursClause, PartHours
from goodword.policy.hours import (
    ALWAYS_OPEN_WEEK,
    Closure,
    Interval,
    Occasion,
    OwnHours,
    SpecialHours,
)
from goodword.policy.policy import Policy


def hours(clause: HoursClause, policy: Policy) -> str:
    """Return the opening hours of the week, and the days that are said to be closed."""
    del policy
    if clause.week == ALWAYS_OPEN_WEEK:
        return "We are open 24 hours a day, 7 days a week."
    closed = listed(words.WEEKDAYS[day] for day in clause.closed)
    if not any(clause.week):
        return f"We are closed on {closed}."
    rest = f", closed on {closed}" if closed else ""
    return f"Our opening hours are {week(clause.week)}{rest}."


def part_hours(clause: PartHours, policy: Policy) -> str:
    """Return the hours of one part of the house, and the days on which it is closed."""
    del policy
    if clause.week == ALWAYS_OPEN_WEEK:
        return f"Opening hours of {clause.name}: 24 hours a day, 7 days a week."
    sentence = f"Opening hours of {clause.name}: {week(clause.week)}"
    closed = [f"on {listed(words.WEEKDAYS[day] for day in clause.closed)}"] if clause.closed else []
    if clause.public_holidays:
        closed.append("on public holidays")
    closed.extend(_closures(clause.closures))
    return f"{sentence}, closed {listed(closed)}." if closed else f"{sentence}."


def closure(clause: ClosureClause, policy: Policy) -> str:
    """Return the dates on which we are closed, or keep hours of their own."""
    del policy
    sentences = []
    unnamed = [""] if clause.public_holidays else []
    for name in dict.fromkeys([*unnamed, *(one.name for one in clause.closures)]):
        closed = ["on public holidays"] if clause.public_holidays and not name else []
        closed += _closures(tuple(one for one in clause.closures if one.name == name))
        why = f" ({name})" if name else ""
        sentences.append(f"We are closed {listed(closed)}{why}.")
    sentences.extend(f"On {own_hours(own)}." for own in clause.own_hours)
    sentences.extend(f"{capitalised(special_hours(one))}." for one in clause.special)
    return " ".join(sentences)


def own_hours(own: OwnHours) -> str:
    """Return a date with its own hours: `31 October 2026 we are open from 9am to 11am`."""
    if not own.intervals:
        return f"{full_date(own.on)} we are closed"
    return f"{full_date(own.on)} we are open {_from_to(own.intervals)}"


def _from_to(intervals: tuple[Interval, ...]) -> str:
    return listed(f"from {interval(one)}" for one in intervals)


def special_hours(special: SpecialHours) -> str:
    """Return special hours: `on the last Friday of the month we close at 3pm`."""
    return f"{occasion(special.on)} we {_effect(special)}"


def _effect(special: SpecialHours) -> str:
    said = []
    if special.is_usual:
        said.append("are open as usual")
    if special.intervals is not None:
        opened = f"are open {_from_to(special.intervals)}"
        said.append(opened if special.intervals else "are closed")
    if special.opens is not None:
        said.append(f"open at {minutes_of_day(special.opens)}")
    if special.closes is not None:
        said.append(f"close at {minutes_of_day(special.closes)}")
    if special.breaks:
        said.append(f"close {_from_to(special.breaks)}")
    return listed(said)


def occasion(on: Occasion) -> str:
    """Return the dates that are meant: `on Saturdays from 1 June to 31 August`."""
    named = [one for one in (_days(on), _easter(on), "public holidays" * on.public_holiday) if one]
    is_stretch = not on.nth and _are_in_a_row(on.weekdays)
    told = [named[0] if is_stretch else f"on {named[0]}", *named[1:]] if named else []
    if on.first is not None and on.last is not None:
        first = day_of_year(*on.first, on.year)
        turned = on.year + (on.last < on.first) if on.year else None
        last = day_of_year(*on.last, turned)
        told.append(f"on {first}" if on.first == on.last else f"from {first} to {last}")
    return " ".join(told) or "every day"


def _days(on: Occasion) -> str:
    if not on.weekdays:
        return ""
    days = [words.WEEKDAYS[day] for day in on.weekdays]
    if on.nth:
        names = {value: name for name, value in _ordinals().items()}
        return f"the {listed(names[nth] for nth in on.nth)} {listed(days)} of the month"
    if _are_in_a_row(on.weekdays):
        return f"{days[0]} to {days[-1]}"
    return listed(f"{day}s" for day in days)


def _are_in_a_row(days: tuple[int, ...]) -> bool:
    return len(days) > 2 and days == tuple(range(days[0], days[-1] + 1))


def _ordinals() -> dict[str, int]:
    # Of two names for one number the first is the one that is said.
    return dict(reversed(tuple(ENGLISH.words("hours.ordinals").items())))


def _easter(on: Occasion) -> str:
    if on.easter is None:
        return ""
    named = ENGLISH.words("hours.feasts").values()
    name: str = next(one["name"] for one in named if tuple(one.get("easter", ())) == on.easter)
    return name


def _closures(closures: tuple[Closure, ...]) -> list[str]:
    """Return the closed dates, those in a row as one stretch."""
    runs: list[list[Closure]] = []
    # A date with times behind a whole date would lend its times to both.
    for one in sorted(closures, key=_is_whole):
        before = runs[-1][-1] if runs else None
        if (
            before is not None
            and _is_whole(one)
            and _is_whole(before)
            and one.name == before.name
            and _follows(before, one)
        ):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [
        said
        for run in runs
        for said in ([_stretch(run)] if len(run) > 2 else [closed_date(one) for one in run])
    ]


def _stretch(run: list[Closure]) -> str:
    ends = [day_of_year(one.month, one.day, one.year) for one in (run[0], run[-1])]
    return f"from {ends[0]} to {ends[1]}"


def _is_whole(one: Closure) -> bool:
    return (one.start, one.end) == (0, 1440)


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
    if _is_whole(one):
        return on
    return f"{on} from {minutes_of_day(one.start)} to {minutes_of_day(one.end)}"
