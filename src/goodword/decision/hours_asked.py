"""Questions after the hours of the house: "open mondays?", "when do we shut on bank holidays"."""

from goodword.document.echo_amounts import interval, listed
from goodword.language.en.echo_phrases import WEEKDAYS
from goodword.language.pack import ENGLISH
from goodword.language.stem import plain
from goodword.policy.clause import Clause
from goodword.policy.definition import ClosureClause, HolidayClause, HoursClause, PartHours
from goodword.policy.policy import Policy

_ASKS, _DAY, _WEEKEND, _HOLIDAY = (
    ENGLISH.pattern(f"hours_asked.{name}") for name in ("asks", "day", "weekend", "holiday")
)
_HOUSE = frozenset(ENGLISH.names("hours_asked.house"))
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SATURDAY, _SUNDAY = 5, 6
_HOLIDAYS = ("holiday", "hol")
Hours = HoursClause | PartHours


def asks_hours(policy: Policy, words: str) -> bool:
    """Whether the words ask when the house, or a part of it that has hours, is open."""
    found = _ASKS.search(plain(words))
    if found is None:
        return False
    _, the, place = (found["who"] or "").partition("the ")
    if not the or place in _HOUSE:
        return True
    names = (one.name for one in policy.of_kind(PartHours))
    return any(place in plain(name) for name in (*names, policy.organisation, policy.title))


def hours_asked(policy: Policy, words: str) -> tuple[str, tuple[Clause, ...]]:
    """Return what the policy says of its hours to such a question, and its clauses.

    A day of the week is answered with its hours, a holiday with what is said of closed dates; no
    clauses where the policy says neither.
    """
    low = plain(words)
    if (holiday := _HOLIDAY.search(low)) is not None:
        return _told(_closed(policy, holiday[0]))
    own = _own(policy, low)
    days = _days_in(low)
    if days and own:
        line = " ".join(_of_day(day, own) for day in days)
        return line, own
    return _told((*own, *(() if days else policy.of_kind(ClosureClause))))


def _own(policy: Policy, low: str) -> tuple[Hours, ...]:
    """Return the hours of the part that is named, else those of the house."""
    parts = policy.of_kind(PartHours)
    named = tuple(one for one in parts if one.name.casefold().removeprefix("the ") in low)
    return named or policy.of_kind(HoursClause) or parts


def _days_in(low: str) -> tuple[int, ...]:
    """Return the days of the week that are named, 0 for Monday."""
    found = {_DAYS.index(match[0][:3]) for match in _DAY.finditer(low) if match[0][:3] in _DAYS}
    if _WEEKEND.search(low) is not None:
        found |= {_SATURDAY, _SUNDAY}
    return tuple(sorted(found))


def _of_day(day: int, own: tuple[Hours, ...]) -> str:
    name = WEEKDAYS[day]
    openings = tuple(one for clause in own for one in clause.week[day])
    part = next((one.name for one in own if isinstance(one, PartHours)), "")
    who = f"{part[:1].upper()}{part[1:]}: open" if part else "We are open"
    if not openings:
        return (
            f"{part[:1].upper()}{part[1:]}: closed on {name}."
            if part
            else (f"We are closed on {name}.")
        )
    return f"{who} on {name} from {listed(interval(one) for one in openings)}."


def _closed(policy: Policy, holiday: str) -> tuple[Clause, ...]:
    """Return what is said of a holiday: by its name, else of all closed dates, and whose they are.

    Which dates a holiday falls on is not for us to say: a feast may lie in "24 December to
    1 January".
    """
    said = policy.of_kind(ClosureClause)
    name = holiday.strip().rstrip("s").replace("xmas", "christmas").removesuffix(" day")
    is_any = name.endswith(_HOLIDAYS)
    if not is_any and (named := tuple(one for one in said if name in one.text.casefold())):
        return named
    public = tuple(one for one in said if one.public_holidays or "holiday" in one.text.casefold())
    places = policy.of_kind(HolidayClause) if public else ()
    return (*(public if is_any else said), *places)


def _told(clauses: tuple[Clause, ...]) -> tuple[str, tuple[Clause, ...]]:
    return " ".join(one.text for one in clauses), clauses
