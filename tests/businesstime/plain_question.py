"""A question in JSON answered step by step from the rules as they read: the vectors' oracle.

Nothing here is the product's code: dates are looked at one by one, and time is walked through in
steps of a minute, or of a second where an opening or a moment has seconds.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ONE_DAY = timedelta(days=1)
Piece = tuple[int, int]


class PlainQuestion:
    """A question, with the open steps of each date as they are asked for."""

    def __init__(self, question: dict[str, Any]) -> None:
        self.question = question
        self.zone = ZoneInfo(question["timezone"])
        self.start = self.moment(question["start"])
        self.end = self.moment(question["end"]) if "end" in question else self.start
        clocks = [one for day in self._all_parts() for part in day for one in part]
        odd = any(_seconds(one) % 60 for one in clocks) or self.start % 60 or self.end % 60
        odd = odd or question.get("amount_seconds", 0) % 60
        # Long ago the offsets of many zones had seconds too.
        offset = datetime.fromtimestamp(self.start, self.zone).utcoffset() or timedelta()
        self.step = 1 if odd or offset.seconds % 60 else 60
        self._known: dict[date, set[int]] = {}
        # The open steps of the dates walked over so far.
        self._open: set[int] = set()
        self._last = datetime.fromtimestamp(self.start, self.zone).date()
        self._first = self._last + ONE_DAY
        self._walk_over(self.start)
        self._walk_over(self.end)

    def answer(self) -> object:
        wanted = self.question["op"]
        if wanted == "elapsed":
            return self.elapsed(self.start, self.end)
        if wanted == "add":
            return self.shown(self.add(self.start, self.question["amount_seconds"]))
        if wanted == "add_working_days":
            return self.shown(self.closing_after(self.start, self.question["n"]))
        return self.working_days(self.start, self.end)

    def moment(self, said: str) -> int:
        read = datetime.fromisoformat(said)
        return round((read if read.tzinfo else read.replace(tzinfo=self.zone)).timestamp())

    def shown(self, instant: int) -> str:
        return datetime.fromtimestamp(instant, self.zone).isoformat()

    def elapsed(self, start: int, end: int) -> int:
        if end < start:
            return -self.elapsed(end, start)
        steps = range(start // self.step, end // self.step)
        return self.step * len(self._open.intersection(steps))

    def add(self, start: int, seconds: int) -> int:
        step = start // self.step
        if seconds == 0:
            while not self.is_open(step):
                step += 1
        while seconds > 0:
            seconds -= self.step * self.is_open(step)
            step += 1
        while seconds < 0:
            step -= 1
            seconds += self.step * self.is_open(step)
        return step * self.step

    def is_open(self, step: int) -> bool:
        if not self._low < step < self._high:
            self._walk_over(step * self.step)
        return step in self._open

    def _walk_over(self, instant: int) -> None:
        """Look at each date up to that of an instant, and at two more."""
        day = datetime.fromtimestamp(instant, self.zone).date()
        while self._first > day - 2 * ONE_DAY:
            self._first -= ONE_DAY
            self._open |= self._steps(self._first)
        while self._last < day + 2 * ONE_DAY:
            self._last += ONE_DAY
            self._open |= self._steps(self._last)
        # Dates at the rim may miss what the next one gives.
        self._low = self._at(self._first + ONE_DAY, 0) // self.step
        self._high = self._at(self._last, 0) // self.step

    def closing_after(self, start: int, days: int) -> int:
        day = datetime.fromtimestamp(start, self.zone).date()
        if days == 0:
            while not self._steps(day):
                day += ONE_DAY
        way = ONE_DAY if days > 0 else -ONE_DAY
        for _ in range(abs(days)):
            day += way
            while not self._steps(day):
                day += way
        return (max(self._steps(day)) + 1) * self.step

    def working_days(self, start: int, end: int) -> int:
        if end < start:
            return -self.working_days(end, start)
        first, last = (datetime.fromtimestamp(at, self.zone).date() for at in (start, end))
        days = (first + count * ONE_DAY for count in range(1, (last - first).days + 1))
        return sum(1 for day in days if self._steps(day))

    def _steps(self, day: date) -> set[int]:
        """Return the steps of a date in which we are open."""
        if day not in self._known:
            found: set[int] = set()
            for opening, closing in self._pieces(day):
                found.update(self._range(day, opening, closing))
            for parts in (self._breaks(day), self._over(self._breaks(day - ONE_DAY))):
                for opening, closing in parts:
                    found.difference_update(self._range(day, opening, min(closing, 86_400)))
            self._known[day] = found
        return self._known[day]

    def _pieces(self, day: date) -> list[Piece]:
        """Return the openings of a date; what overlaps or touches is one opening."""
        if self._is_closed(day) or self._is_skipped(day):
            return []
        said = [(opening, min(closing, 86_400)) for opening, closing in self._openings(day)]
        joined: list[Piece] = []
        for opening, closing in sorted(said + self._over(self._openings(day - ONE_DAY))):
            if joined and opening <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], closing))
            else:
                joined.append((opening, closing))
        return joined

    def _over(self, parts: list[Piece]) -> list[Piece]:
        """Return what runs on after midnight."""
        return [(0, closing - 86_400) for _, closing in parts if closing > 86_400]

    def _range(self, day: date, opening: int, closing: int) -> range:
        return range(self._at(day, opening) // self.step, self._at(day, closing) // self.step)

    def _at(self, day: date, second: int) -> int:
        # RFC 5545 3.3.5 is what `fold=0` means: the offset before a gap, the first of two.
        days, second = divmod(second, 86_400)
        local = datetime.combine(day, datetime.min.time(), self.zone) + timedelta(days, 0)
        hour, minute, second = second // 3_600, second // 60 % 60, second % 60
        return round(local.replace(hour=hour, minute=minute, second=second).timestamp())

    def _is_skipped(self, day: date) -> bool:
        return self._at(day, 0) == self._at(day + ONE_DAY, 0)

    def _is_closed(self, day: date) -> bool:
        overrides = self.question.get("overrides", {})
        if day.isoformat() in overrides:
            return not overrides[day.isoformat()]
        return day.isoformat() in self.question.get("holidays", [])

    def _openings(self, day: date) -> list[Piece]:
        if self._is_closed(day):
            return []
        overrides = self.question.get("overrides", {})
        usual = self.question["hours"].get(WEEKDAYS[day.weekday()], [])
        return _pieces(overrides.get(day.isoformat(), usual))

    def _breaks(self, day: date) -> list[Piece]:
        return _pieces(self.question.get("breaks", {}).get(day.isoformat(), []))

    def _all_parts(self) -> Iterator[list[list[str]]]:
        for name in ("hours", "overrides", "breaks"):
            yield from self.question.get(name, {}).values()


def _pieces(parts: list[list[str]]) -> list[Piece]:
    """Return openings in seconds from midnight; one that does not end later runs over midnight."""
    pieces = []
    for first, last in parts:
        opening, closing = _seconds(first), _seconds(last)
        pieces.append((opening, closing if closing > opening else closing + 86_400))
    return pieces


def _seconds(clock: str) -> int:
    hour, minute, *second = (int(part) for part in clock.split(":"))
    return hour * 3_600 + minute * 60 + (second[0] if second else 0)


def instant(written: str) -> int:
    """Return the instant of an answer."""
    return round(datetime.fromisoformat(written).astimezone(UTC).timestamp())
