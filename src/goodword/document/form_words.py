"""Amounts in the words of a pack: lengths of time, days, points in a day, money, lists."""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal

from goodword.language.pack import Pack
from goodword.policy.hours import ALWAYS_OPEN_WEEK, Interval, Week
from goodword.policy.policy import Policy
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Limit, Money


def listed(things: Iterable[str], pack: Pack, joint: str = "and") -> str:
    """Return the things as a list in a sentence: `a, b und c`."""
    items = tuple(things)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {pack.phrase(f'echo.{joint}')} {items[-1]}"


def length(limit: Duration, pack: Pack, form: str = "units") -> str:
    """Return a length of time: `3 Arbeitstage`; `form` names the table, by its case."""
    counting = limit.counting
    if limit.is_exact and counting is Counting.CALENDAR:
        counting = Counting.CLOCK
    table = pack.words(f"echo.{form}" if pack.has(f"echo.{form}") else "echo.units")
    one, many = table.get(f"{limit.unit}_{counting}") or table[str(limit.unit)]
    number = f"{limit.amount}" if limit.amount < 1000 else figures(Decimal(limit.amount), pack)
    return f"{number} {one if limit.amount == 1 else many}"


def duration_within(limit: Duration, pack: Pack) -> str:
    """Return a deadline as a length: `innerhalb von 3 Arbeitstagen`."""
    return pack.phrase("echo.within").format(length=length(limit, pack, "units_within"))


def duration_every(limit: Duration, pack: Pack) -> str:
    """Return how often: `alle 3 Arbeitstage`."""
    if limit.amount == 1:
        table = pack.words("echo.each")
        return str(table.get(f"{limit.unit}_{limit.counting}") or table[str(limit.unit)])
    return pack.phrase("echo.every").format(length=length(limit, pack))


def anchor(point: Anchor, pack: Pack) -> str:
    """Return a promised point in time."""
    if point.kind is AnchorKind.AT_TIME and point.at is not None:
        text = pack.phrase("echo.by_time").format(time=clock_time(point.at, pack))
    elif point.kind is AnchorKind.SAME_DAY:
        text = pack.phrase("echo.same_day")
    else:
        text = pack.phrase("echo.next_working_day")
    if point.cutoff is not None:
        before = pack.phrase("echo.cutoff").format(time=clock_time(point.cutoff, pack))
        text = f"{text} ({before})"
    return text


def counting_beside(limit: Limit, policy: Policy, pack: Pack) -> str:
    """Return how a time is counted, for the brackets beside it; empty where it is plain."""
    if not isinstance(limit, Duration):
        return ""
    if limit.counting is Counting.CLOCK:
        return pack.phrase("echo.round_the_clock")
    if limit.counting is not Counting.WORKING or policy.hours is None:
        return ""
    if policy.hours.week == ALWAYS_OPEN_WEEK:
        return pack.phrase("echo.round_the_clock") if limit.is_exact else ""
    if limit.is_exact:
        return week(policy.hours.week, pack)
    # "Werktag", "día hábil": whichever word was used, these are the days that are counted.
    return weekdays(tuple(day for day, open_ in enumerate(policy.hours.week) if open_), pack)


def weekdays(days: tuple[int, ...], pack: Pack) -> str:
    """Return days of the week in words, runs of three and more as a range."""
    names = pack.names("echo.weekdays")
    groups: list[list[int]] = []
    for day in sorted(days):
        if groups and groups[-1][-1] == day - 1:
            groups[-1].append(day)
        else:
            groups.append([day])
    told: list[str] = []
    for group in groups:
        if len(group) > 2:
            told.append(
                pack.phrase("echo.day_range").format(first=names[group[0]], last=names[group[-1]])
            )
        else:
            told.extend(names[day] for day in group)
    return listed(told, pack)


def week(hours: Week, pack: Pack) -> str:
    """Return a week's openings, days with the same hours together."""
    if hours == ALWAYS_OPEN_WEEK:
        return pack.phrase("echo.round_the_clock")
    names = pack.names("echo.weekdays")
    groups: list[tuple[int, int, tuple[Interval, ...]]] = []
    for day, openings in enumerate(hours):
        if not openings:
            continue
        if groups and groups[-1][1] == day - 1 and groups[-1][2] == openings:
            groups[-1] = (groups[-1][0], day, openings)
        else:
            groups.append((day, day, openings))
    told = []
    for first, last, openings in groups:
        days = names[first]
        if first != last:
            days = pack.phrase("echo.day_range").format(first=names[first], last=names[last])
        times = listed((interval(one, pack) for one in openings), pack)
        told.append(pack.phrase("echo.day_hours").format(days=days, times=times))
    return pack.phrase("echo.day_joint").join(told)


def interval(opening: Interval, pack: Pack) -> str:
    """Return one opening: `9 bis 17 Uhr`."""
    return pack.phrase("echo.time_range").format(
        start=_bare_time(opening.start), end=_bare_time(opening.end)
    )


def _bare_time(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02d}" if minute else f"{hour}"


def clock_time(at: time, pack: Pack) -> str:
    """Return a local time as people write it: `17 Uhr`."""
    return pack.phrase("echo.time").format(time=_bare_time(at.hour * 60 + at.minute))


def full_date(on: date, pack: Pack) -> str:
    """Return a date with its year."""
    return day_of_year(on.month, on.day, on.year, pack)


def day_of_year(month: int, day: int, year: int | None, pack: Pack) -> str:
    """Return a date as written, with its year where it has one."""
    entry = "echo.date_with_year" if year else "echo.date"
    return pack.phrase(entry).format(day=day, month=pack.names("echo.months")[month - 1], year=year)


def money(amount: Money, pack: Pack) -> str:
    """Return an amount with its sign, else with its code."""
    sign = pack.words("echo.symbols").get(amount.currency, amount.currency)
    return pack.phrase("echo.money").format(amount=figures(amount.amount, pack), sign=sign)


def figures(value: Decimal, pack: Pack) -> str:
    """Return a number with the marks of its language: `1.000,50`."""
    exact = value == value.to_integral_value()
    number = f"{value:,.0f}" if exact else f"{value.quantize(Decimal('0.01')):,}"
    marks = {",": pack.phrase("numbers.thousands"), ".": pack.phrase("numbers.decimal")}
    return "".join(marks.get(letter, letter) for letter in number)


def share(part: Decimal, pack: Pack) -> str:
    """Return a share as a percentage: `95 %`."""
    number = f"{(part * 100).normalize():f}".replace(".", pack.phrase("numbers.decimal"))
    return pack.phrase("echo.percent").format(number=number)
