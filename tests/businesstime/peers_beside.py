"""Other libraries asked the questions that they answer as we do by design: our vectors' peers.

Each asker returns an answer, or None for a question that the library cannot be asked or decides
otherwise on purpose; docs/explanation/working-time.md says which of them decides what how.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any, Literal
from zoneinfo import ZoneInfo

import businesstimedelta
import numpy as np
import pytz
import workclock

from tests.businesstime.plain_question import WEEKDAYS, PlainQuestion, instant

Question = dict[str, Any]
Asker = Callable[[Question, str], object]


def by_workclock(question: Question, rule: str) -> object:
    """Answer `add` and `elapsed` by workclock, which has no dated breaks and no dated openings."""
    del rule
    if _has_dates_of_its_own(question) or question["op"] not in {"add", "elapsed"}:
        return None
    if question.get("holidays") and _has_nights(question):
        # There a night that begins on a holiday opens at midnight; we leave it out.
        return None
    rules: list[Any] = [
        workclock.WorkDay(_time(opening), _time(closing), days=[WEEKDAYS.index(day)])
        for day, parts in question["hours"].items()
        for opening, closing in parts
    ]
    if not rules:
        return None
    rules.append(workclock.Holidays([date.fromisoformat(d) for d in question.get("holidays", [])]))
    schedule = workclock.Schedule(rules, time_zone=question["timezone"])
    zone = ZoneInfo(question["timezone"])
    start = _moment(question["start"], zone)
    if question["op"] == "elapsed":
        return round(schedule.between(start, _moment(question["end"], zone)).total_seconds())
    amount = timedelta(seconds=question["amount_seconds"])
    if not amount:
        return None
    due = schedule.add(start, amount) if amount > timedelta() else schedule.sub(start, -amount)
    return due.astimezone(zone).isoformat()


def by_businesstimedelta(question: Question, rule: str) -> object:
    """Answer by businesstimedelta, which miscounts nights and clock changes and has no 24:00."""
    if rule not in _USUAL or _has_dates_of_its_own(question) or _has_nights(question):
        return None
    if question.get("holidays") or _overlaps(question):
        return None
    amount = question.get("amount_seconds", 0)
    if question["op"] not in {"add", "elapsed"} or (question["op"] == "add" and amount <= 0):
        return None
    zone = pytz.timezone(question["timezone"])
    rules = businesstimedelta.Rules(
        [
            businesstimedelta.WorkDayRule(
                _time(opening), _time(closing), working_days=[WEEKDAYS.index(day)], tz=zone
            )
            for day, parts in question["hours"].items()
            for opening, closing in parts
        ]
    )
    plain = PlainQuestion(question)
    start, end = (
        datetime.fromtimestamp(at, pytz.utc).astimezone(zone) for at in (plain.start, plain.end)
    )
    if question["op"] == "elapsed":
        # A length there has no sign.
        length = rules.difference(start, end).timedelta.total_seconds()
        return None if end < start else round(length)
    due = start + businesstimedelta.BusinessTimeDelta(rules, timedelta=timedelta(seconds=amount))
    return plain.shown(round(due.timestamp()))


def by_numpy(question: Question, rule: str) -> object:
    """Answer working days by numpy, which knows dates alone: the closing is looked up here."""
    if rule != "working days" or _has_dates_of_its_own(question) or _has_nights(question):
        return None
    mask = [bool(question["hours"].get(day)) for day in WEEKDAYS]
    shut = [np.datetime64(one, "D") for one in question.get("holidays", [])]
    plain = PlainQuestion(question)
    first, last = (
        np.datetime64(datetime.fromtimestamp(at, plain.zone).date(), "D")
        for at in (plain.start, plain.end)
    )
    if question["op"] == "working_days_between":
        # It counts the first date and not the last; we count the last and not the first.
        early, late = sorted((first, last))
        count = np.busday_count(early + 1, late + 1, weekmask=mask, holidays=shut)
        return int(count) if first <= last else -int(count)
    if question["op"] != "add_working_days" or question["n"] == 0:
        return None
    roll: Literal["backward", "forward"] = "backward" if question["n"] > 0 else "forward"
    day = np.busday_offset(first, question["n"], roll, mask, shut).item()
    assert isinstance(day, date)
    closing = max(part[1] for part in question["hours"][WEEKDAYS[day.weekday()]])
    return datetime.combine(day, _time(closing), plain.zone).isoformat()


ASKERS: dict[str, Asker] = {
    "workclock": by_workclock,
    "businesstimedelta": by_businesstimedelta,
    "numpy": by_numpy,
}
_USUAL = {
    "a due time exactly at closing",
    "elapsed(t, add(t, n)) is n",
    "end before start",
    "open seconds",
    "several intervals a day",
    "the edges",
    "the zone belongs to the hours",
}


def same(answer: object, expected: object) -> bool:
    """Whether two answers are the same count or the same instant."""
    if isinstance(expected, str) and isinstance(answer, str):
        return instant(answer) == instant(expected)
    return answer == expected


def _time(clock: str) -> time:
    return time(0) if clock == "24:00" else time.fromisoformat(clock)


def _moment(said: str, zone: ZoneInfo) -> datetime:
    read = datetime.fromisoformat(said)
    return read if read.tzinfo else read.replace(tzinfo=zone)


def _has_dates_of_its_own(question: Question) -> bool:
    return bool(question.get("overrides") or question.get("breaks"))


def _has_nights(question: Question) -> bool:
    return any(
        opening >= closing or closing == "24:00"
        for parts in question["hours"].values()
        for opening, closing in parts
    )


def _overlaps(question: Question) -> bool:
    for parts in question["hours"].values():
        ordered = sorted(parts)
        if any(one[1] > other[0] for one, other in pairwise(ordered)):
            return True
    return False
