"""Opening hours of OpenStreetMap read as hours of ours: the week, seasons, and single dates."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import product
from typing import Any

from goodword.businesstime.special import holds
from goodword.document.hours_dates import closed_on
from goodword.errors import GoodwordError
from goodword.exchange.osm_loose import as_osm_writes_it
from goodword.exchange.season import Day, Season, seasons_of, yearly
from goodword.policy.definition import ClosureClause, HoursClause
from goodword.policy.hours import Closure, Interval, Occasion, OwnHours, SpecialHours

_DAY = 1440
_YEARS = 3
# Opening until the next noon is one night; what runs on longer is cut at midnight.
_NIGHT_ENDS = 720
_HOLIDAYS = re.compile(r"\bPH\b")
_UNKNOWN = re.compile(r"\b(?:sunrise|sunset|dawn|dusk|SH|week)\b|\d\+")


class UnreadableHoursError(GoodwordError):
    """A text is no opening hours of OpenStreetMap, or nothing here reads them."""

    code = "unreadable-hours"


@dataclass(frozen=True, slots=True)
class OsmHours:
    """Hours as clauses, and what of the text could not be kept, each in a sentence.

    `read_as` is the text in the usual spelling, where it was written in another.
    """

    clauses: tuple[HoursClause | ClosureClause, ...]
    notes: tuple[str, ...] = ()
    read_as: str | None = None


def osm_said(text: str, first: date) -> OsmHours:
    """Return what a value of `opening_hours` says, as it holds in three years from `first`'s on.

    The text is evaluated day by day, so that whatever its form is, the hours are those it means.
    Raises UnreadableHoursError for a text that cannot be read, or that never opens.
    """
    try:
        import opening_hours  # noqa: PLC0415  (an extra)
    except ImportError:
        raise UnreadableHoursError(
            "The package that reads opening hours of OpenStreetMap is not installed here.",
            hint="Install it with: pip install 'goodword[calendar]'",
        ) from None
    written, text = text, text.strip()
    loose = None
    try:
        try:
            read = opening_hours.OpeningHours(text)
        except opening_hours.ParserError:  # type: ignore[attr-defined]  # not in its stubs
            loose = as_osm_writes_it(written)
            if loose is None:
                raise UnreadableHoursError(
                    f'"{text[:80]}" may mean two things.',
                    hint="Say each time for certain and name each day once, as in "
                    '"Mon-Fri 9am-5pm; Sat 10am-2pm".',
                ) from None
            try:
                read = opening_hours.OpeningHours(loose)
            except opening_hours.ParserError:  # type: ignore[attr-defined]
                read = opening_hours.OpeningHours(text)
            text = loose
    except opening_hours.ParserError as refused:  # type: ignore[attr-defined]
        place = re.search(r"--> \d+:(\d+)", str(refused))
        at = int(place[1]) - 1 if place else 0
        raise UnreadableHoursError(
            f'I can read these hours up to "{text.strip()[:at]}", and not what follows.'
            if at
            else f'"{text.strip()[:80]}" is nothing that OpenStreetMap has for hours.',
            hint='They look like "Mo-Fr 09:00-17:00; Sa 10:00-13:00; PH off".',
        ) from refused
    days = _days(read, first)
    if not any(days.values()):
        raise UnreadableHoursError(
            "These hours never open in the next years.",
            hint="Look at the days and the years that they name.",
        )
    return OsmHours(tuple(_clauses(days, text)), tuple(_notes(text)), read_as=loose)


def _days(read: Any, first: date) -> dict[date, Day]:
    """Return the openings of each date, those past midnight with the date on which they begin."""
    begin, end = date(first.year, 1, 1), date(first.year + _YEARS, 1, 1)
    made: dict[date, list[Interval]] = {
        begin + timedelta(days=offset): [] for offset in range((end - begin).days)
    }
    # From the evening before to the morning after, so that nights at the ends are whole.
    since, until = (datetime.combine(at, time()) for at in (begin, end + timedelta(days=1)))
    for start, stop, state, _ in read.intervals(since - timedelta(days=1), until):
        if str(state).rpartition(".")[2].upper() != "OPEN":
            continue
        for day, interval in _pieces(start, min(stop or until, until)):
            if day in made:
                made[day].append(interval)
    return {day: tuple(intervals) for day, intervals in made.items()}


def _pieces(start: datetime, end: datetime) -> Iterator[tuple[date, Interval]]:
    """Yield the date and the minutes of an opening; one night stays in one piece."""
    opens, closes = (at.hour * 60 + at.minute for at in (start, end))
    nights = (end.date() - start.date()).days
    if nights == 1 and 0 < closes <= _NIGHT_ENDS and opens > closes:
        yield start.date(), Interval(opens, closes)
        return
    for offset in range(nights + 1):
        begin = opens if offset == 0 else 0
        until = closes if offset == nights else _DAY
        if begin < until:
            yield start.date() + timedelta(days=offset), Interval(begin, until)


def _clauses(days: Mapping[date, Day], text: str) -> Iterator[HoursClause | ClosureClause]:
    """Yield the usual week, then seasons, then single dates, then public holidays."""
    usual = [
        Counter(day for on, day in days.items() if on.weekday() == weekday).most_common(1)[0][0]
        for weekday in range(7)
    ]
    one, two, three, four, five, six, seven = usual
    if any(usual):
        yield HoursClause(week=(one, two, three, four, five, six, seven))
    seasons = tuple(seasons_of(days, usual))
    for season in yearly(seasons, days, usual):
        yield from _of_season(season, days)
    hidden = {day for season in seasons for day in season.dates}
    left = {on: day for on, day in days.items() if on not in hidden and day != usual[on.weekday()]}
    for monthly, openings in _of_months(left, days, hidden):
        yield ClosureClause(special=(SpecialHours(monthly, openings),))
        left = {day: what for day, what in left.items() if not holds(monthly, day, ())}
    closed: list[Closure] = []
    for on, openings, year in _dates(left, days):
        if not openings:
            closed.append(Closure(on.month, on.day, year))
        elif year is None:
            here = Occasion(first=(on.month, on.day), last=(on.month, on.day))
            yield ClosureClause(special=(SpecialHours(here, openings),))
        else:
            yield ClosureClause(own_hours=(OwnHours(on, openings),))
    if closed:
        yield ClosureClause(closures=tuple(closed))
    if _HOLIDAYS.search(text):
        yield from _on_holidays(text)


def _of_season(season: Season, days: Mapping[date, Day]) -> Iterator[ClosureClause]:
    """Yield the other hours of a stretch of dates, days that are alike together."""
    first, last = ((on.month, on.day) for on in (season.first, season.last))
    if not any(days[on] for on in season.dates):
        stretch = Occasion(first=first, last=last, year=season.year)
        yield ClosureClause(closures=closed_on(stretch))
        return
    alike: dict[Day, list[int]] = {}
    for weekday, openings in sorted(season.week):
        alike.setdefault(openings, []).append(weekday)
    for openings, weekdays in alike.items():
        on = Occasion(weekdays=tuple(weekdays), first=first, last=last, year=season.year)
        yield ClosureClause(special=(SpecialHours(on, openings),))


def _of_months(
    left: Mapping[date, Day], days: Mapping[date, Day], hidden: Container[date]
) -> Iterator[tuple[Occasion, Day]]:
    """Yield what holds on the first, second, … or last of a weekday in every month."""
    for weekday, nth in product(range(7), (1, 2, 3, 4, -1)):
        on = Occasion(weekdays=(weekday,), nth=(nth,))
        here = [day for day in days if day not in hidden and holds(on, day, ())]
        said = {days[day] for day in here}
        if len(said) == 1 and all(day in left for day in here):
            yield on, said.pop()


def _dates(
    left: Mapping[date, Day], days: Mapping[date, Day]
) -> Iterator[tuple[date, Day, int | None]]:
    """Yield each date of its own with its openings, once where it is so in every year."""
    each_year: dict[tuple[int, int], list[Day]] = {}
    for on, openings in days.items():
        each_year.setdefault((on.month, on.day), []).append(openings)
    said: set[tuple[int, int]] = set()
    for on, openings in sorted(left.items()):
        key = (on.month, on.day)
        if key in said:
            continue
        same = each_year[key]
        if len(same) == _YEARS and set(same) == {openings}:
            said.add(key)
            yield on, openings, None
        else:
            yield on, openings, on.year


def _on_holidays(text: str) -> Iterator[ClosureClause]:
    """Yield what holds on public holidays, as the rule for PH says it."""
    rule = next((one for one in re.split(r"[;]|\|\|", text) if _HOLIDAYS.search(one)), "")
    if re.search(r"\b(?:off|closed)\b", rule):
        yield ClosureClause(public_holidays=True)
        return
    times = tuple(
        Interval(int(a) * 60 + int(b), int(c) * 60 + int(d))
        for a, b, c, d in re.findall(r"(\d\d):(\d\d)-(\d\d):(\d\d)", rule)
    )
    if times:
        yield ClosureClause(special=(SpecialHours(Occasion(public_holiday=True), times),))


def _notes(text: str) -> Iterator[str]:
    if _HOLIDAYS.search(text):
        yield "Say whose public holidays you keep: Public holidays are those of England."
    for found in sorted({one[0] for one in _UNKNOWN.finditer(text)}):
        yield f'"{found}" is counted as it falls in the next years; look at the hours it gave.'
    if '"' in text:
        yield "What stands in quotes is a remark, and nothing is counted for it."
