"""Amounts said back: lengths of time, points in a day, money, dates, lists of things."""

import re
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal

from goodword.language.en import echo_phrases as words
from goodword.policy.hours import Interval, Week
from goodword.policy.policy import Policy
from goodword.policy.quantity import Counting, Duration, Money, Unit


def listed(things: Iterable[str], joint: str = "and") -> str:
    """Return the things as a list in a sentence: `a, b and c`."""
    items = tuple(things)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def spoken(slug: str) -> str:
    """Return a slug as words: `priority_1` becomes `priority 1`."""
    return slug.replace("_", " ").replace("-", " ")


def with_article(noun: str) -> str:
    """Return the noun with `a` or `an`."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def counted(amount: int, noun: str) -> str:
    """Return the amount with its noun in the right number."""
    return f"{amount} {noun}" if amount == 1 else f"{amount} {noun}s"


def duration(length: Duration) -> str:
    """Return the length with its counting said, where the unit alone does not say it."""
    noun = str(length.unit)
    if length.counting is Counting.WORKING:
        noun = f"working {noun}"
    elif length.counting is Counting.CALENDAR and not length.is_exact:
        noun = noun if length.unit in {Unit.MONTH, Unit.YEAR} else f"calendar {noun}"
    elif length.counting is Counting.CLOCK and not length.is_exact:
        noun = f"clock {noun}"
    return counted(length.amount, noun)


def each(length: str) -> str:
    """Return a length behind "every": "year" for "1 year", "2 weeks" as it is."""
    return length.removeprefix("1 ")


def plain_duration(length: Duration) -> str:
    """Return the length as people say it where only dates can be meant: `3 months`."""
    noun = str(length.unit)
    if length.counting is Counting.WORKING:
        noun = f"working {noun}"
    return counted(length.amount, noun)


def days(number: int) -> str:
    """Return a window of days: `90 days`, `1 year` for 365."""
    if number % 365 == 0:
        return counted(number // 365, "year")
    return counted(number, "day")


def clock_time(at: time) -> str:
    """Return a local time as people write it: `8am`, `1:30pm`."""
    return minutes_of_day(at.hour * 60 + at.minute)


def minutes_of_day(minutes: int) -> str:
    """Return minutes from midnight as a time of day; 1440 is the midnight that ends the day."""
    if minutes in {0, 1440}:
        return "midnight" if minutes else "12am"
    hour, minute = divmod(minutes, 60)
    half = "am" if hour < 12 else "pm"
    past = f":{minute:02d}" if minute else ""
    return f"{(hour - 1) % 12 + 1}{past}{half}"


def interval(opening: Interval) -> str:
    """Return one opening: `8am to 6pm`."""
    return f"{minutes_of_day(opening.start)} to {minutes_of_day(opening.end)}"


def week(hours: Week) -> str:
    """Return a week's openings, days with the same hours together."""
    groups: list[tuple[int, int, tuple[Interval, ...]]] = []
    for day, openings in enumerate(hours):
        if not openings:
            continue
        if groups and groups[-1][1] == day - 1 and groups[-1][2] == openings:
            groups[-1] = (groups[-1][0], day, openings)
        else:
            groups.append((day, day, openings))
    return listed_openings(
        f"{_days(first, last)}, {listed(interval(one) for one in openings)}"
        for first, last, openings in groups
    )


def listed_openings(openings: Iterable[str]) -> str:
    """Return openings joined so that their own commas stay readable."""
    return ", and ".join(openings)


def _days(first: int, last: int) -> str:
    if first == last:
        return words.WEEKDAYS[first]
    return f"{words.WEEKDAYS[first]} to {words.WEEKDAYS[last]}"


def day_of_year(month: int, day: int, year: int | None) -> str:
    """Return a date as written: `24 December`, with its year where it has one."""
    text = f"{day} {words.MONTHS[month - 1]}"
    return f"{text} {year}" if year else text


def full_date(on: date) -> str:
    """Return a date with its year: `1 September 2026`."""
    return day_of_year(on.month, on.day, on.year)


def money(amount: Money, policy: Policy) -> str:
    """Return an amount with its sign where it is the policy's own money, else with its code."""
    value = amount.amount
    exact = value == value.to_integral_value()
    number = f"{value:,.0f}" if exact else f"{value.quantize(Decimal('0.01')):,}"
    sign = words.SYMBOLS.get(amount.currency)
    own = amount.currency == policy.currency
    if sign and (own or sign != "$"):
        return f"{sign}{number}"
    return f"{number} {amount.currency}"


def share(part: Decimal) -> str:
    """Return a share as a percentage without needless zeros: `90`, `99.5`."""
    return f"{(part * 100).normalize():f}"


def quoted(phrases: Iterable[str], joint: str = "and") -> str:
    """Return phrases in quotation marks, as a list in a sentence."""
    return listed((f'"{phrase}"' for phrase in phrases), joint)


def role(slug: str, policy: Policy) -> str:
    """Return a role with its article, as inside a sentence: `the practice manager`."""
    if slug == "anyone":
        return "anyone"
    name = role_name(slug, policy)
    return name if _is_called(slug, policy) else f"the {name}"


def _is_called(slug: str, policy: Policy) -> bool:
    return any(one.is_called for one in policy.roles if one.slug == slug)


def one_of(slug: str, policy: Policy) -> str:
    """Return one who has the role: `a receptionist`, `the practice manager`."""
    if slug == "anyone":
        return "a team member"
    name = role_name(slug, policy)
    if _is_called(slug, policy):
        return name
    is_alone = any(word in words.ROLES_OF_ONE for word in name.lower().split())
    return f"the {name}" if is_alone else with_article(name)


def role_name(slug: str, policy: Policy) -> str:
    """Return a role's name in the singular and without article."""
    singular = spoken(slug)
    name = next((one.name for one in policy.roles if one.slug == slug), singular) or singular
    name = name.removeprefix("the ").removeprefix("The ")
    # "Receptionists" is the name as written, `receptionist` the slug: keep the author's capitals.
    own_words = name.lower().startswith(singular) and not name.isupper()
    return name[: len(singular)] if own_words else name


_KEPT = re.compile(
    r"(?:I|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July"
    r"|August|September|October|November|December|Christmas|Easter)\b"
)


def uncapitalised(text: str) -> str:
    """Return words that began a sentence as they stand within one: "More than", but "CFO"."""
    begins = text.startswith("A ") or (text[:1].isupper() and text[1:2].islower())
    return text[0].lower() + text[1:] if begins and not _KEPT.match(text) else text


def capitalised(text: str) -> str:
    """Return the text with a capital at its start."""
    return text[:1].upper() + text[1:]
