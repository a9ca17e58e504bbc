"""What is asked of a sentence about hours that cannot be a rule as it stands."""

import re
from collections.abc import Iterable
from dataclasses import replace

from goodword.document.echo_amounts import capitalised, interval, listed, minutes_of_day, week
from goodword.document.echo_hours import occasion
from goodword.document.hours_groups import Group
from goodword.document.hours_parts import named_part
from goodword.document.hours_tokens import Token
from goodword.document.setting import Finding
from goodword.language.en.echo_phrases import WEEKDAYS
from goodword.policy.clause import Clause
from goodword.policy.definition import HoursClause
from goodword.problem import Severity

SAMPLE = "We are open Monday to Friday, 9am to 5pm."


def unreckoned(plain: str, token: Token) -> Finding:
    """Return the question which dates are meant by "every other Saturday" and the like."""
    said = plain[token.start : token.end]
    return Finding(
        "HR08",
        Severity.ERROR,
        f'I cannot tell the dates of "{said}". Name them, as in "On 5 December 2026 we are '
        'open from 9am to 12pm.", or say which of the month: "the first and third Saturday of '
        'the month".',
        token.start,
        token.end,
        fix=_of_the_month(plain, said, token),
        label="Say which of the month",
    )


def _of_the_month(plain: str, said: str, token: Token) -> str:
    """Return "every other Saturday" as the first and third of the month; else nothing."""
    found = re.fullmatch(r"(?i)(?:on )?(?:every (?:other|second)|alternate) (\w+day)s?", said)
    if found is None:
        return ""
    words = f"on the first and third {found[1]} of the month"
    return f"{plain[: token.start]}{words}{plain[token.end :]}"


def undated(plain: str, token: Token, clauses: Iterable[Clause]) -> Finding:
    """Return the question from when to when a season goes."""
    said = plain[token.start : token.end].strip()
    told = _told(clauses, "From 1 June to 31 August we are open Monday to Friday, 9am to 3pm.")
    return Finding(
        "HR08",
        Severity.ERROR,
        f'From which date to which is "{said}"? Write both, such as: {told}',
        token.start,
        token.end,
        fix=told,
        label="Name the dates",
    )


def _told(clauses: Iterable[Clause], sample: str) -> str:
    clause = next((one for one in clauses if isinstance(one, HoursClause)), None)
    if clause is None or not any(clause.week):
        return sample
    return f"From 1 June to 31 August we are open {week(clause.week)}."


def two_hours(low: str, group: Group) -> Finding:
    """Return the question which of two times of a day is true."""
    days = {day for when in group.whens for day in when.on.weekdays}
    named = listed(WEEKDAYS[day] for day in sorted(days))
    start, end = (group.whens[0].start, group.whens[-1].end) if days else (0, len(low))
    return Finding(
        "HR12",
        Severity.ERROR,
        f"{named or 'The times'}: this sentence says two different times. "
        "Keep the one that is true.",
        start,
        end,
    )


def without_days(low: str, group: Group) -> Finding:
    """Return the question on which days the times hold."""
    times = listed(interval(one.interval) for one in group.times if one.interval)
    fix = f"We are open Monday to Friday, {times}." if times else SAMPLE
    return Finding(
        "HR06",
        Severity.ERROR,
        f"On which days of the week? Write them with the times, such as: {fix}",
        0,
        len(low),
        fix=fix,
        label="Say on which days",
    )


def without_times(plain: str, group: Group, *, is_only: bool) -> Finding:
    """Return the question from when until when we are open; its fix stands for one group alone."""
    days = [when for when in group.whens if when.is_days]
    said = plain[days[0].start : days[-1].end] if days else ""
    closing = next((one.closes for one in group.times if one.closes is not None), 1020)
    fix = f"We are open {said}, 9am to {minutes_of_day(closing)}." if said else SAMPLE
    if group.is_closed and days:
        fix = f"{capitalised(occasion(days[0].on))} we close at 3pm."
    return Finding(
        "HR06",
        Severity.ERROR,
        f"From when until when? Write both times, such as: {fix}",
        0,
        len(plain),
        fix=fix if is_only else "",
        label="Say the times",
    )


def unused(plain: str, start: int, end: int, severity: Severity) -> Finding:
    """Return that words were not used, and what would keep them."""
    said = plain[start:end].strip(" ,.(")
    return Finding(
        "TX06",
        severity,
        f'I have made no use of "{said}". Give it a sentence of its own, so that it is kept too.',
        start,
        end,
    )


def of_part(asked: Finding, part: str) -> Finding:
    """Return the question with the name of the part in what it proposes."""
    name = capitalised(named_part(part))
    said = (one.replace("We are open ", f"{name}: ") for one in (asked.message, asked.fix))
    message, fix = said
    return replace(asked, message=message, fix=fix)


def impossible_time(plain: str, odd: tuple[int, int]) -> Finding:
    """Return the question which time is meant, where no clock shows the one that is written."""
    closes = re.search(r"(?:to|until|till|and|-) ?$", plain[: odd[0]].lower()) is not None
    return Finding(
        "HR04",
        Severity.ERROR,
        f'No clock shows "{plain[slice(*odd)]}". Write opening times from 0:00 to 24:00, '
        "such as 9:00 to 17:00.",
        *odd,
        fix=f"{plain[: odd[0]]}{'17:00' if closes else '9:00'}{plain[odd[1] :]}",
        label="Write a time of the day",
    )


def impossible_date(plain: str, odd: tuple[int, int]) -> Finding:
    """Return the question which date is meant, where the calendar has none such."""
    said = plain[slice(*odd)]
    last = _last_of_month(said)
    step = f" The month ends on {last}." if last else " Write a date such as 1 September 2026."
    return Finding(
        "DT01",
        Severity.ERROR,
        f'"{said}" is not a date of any year.{step}',
        *odd,
        fix=f"{plain[: odd[0]]}{last}{plain[odd[1] :]}" if last else "",
        label="Write the last day of the month",
    )


def _last_of_month(said: str) -> str:
    """Return a date as written with the last day that its month has; empty where none is plain."""
    found = re.fullmatch(r"(?i)(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? ([a-z]+)", said.strip())
    if found is None:
        return ""
    month = found[1].lower()[:3]
    days = 28 if month == "feb" else 30 if month in {"apr", "jun", "sep", "nov"} else 31
    return f"{days} {found[1]}"
