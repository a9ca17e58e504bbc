"""Pieces of a sentence about hours, put together: which dates, and which times."""

# ruff: noqa: PLR0911  (a reader is one list of cases)

from calendar import monthrange
from dataclasses import dataclass, field
from typing import Any

from goodword.document.hours_times import closing_time, interval_of, opening_time
from goodword.document.hours_tokens import Clock, Kind, Token, is_date, tokens_of
from goodword.language.memory import remembered
from goodword.language.pack import ENGLISH, Pack
from goodword.policy.hours import Interval, Occasion

LEAP_YEAR = 2028
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class When:
    """Dates that a sentence speaks of. `joined` is True where a list joins them to those before.

    `names` is what people call them; `place` where the place of public holidays is written;
    `ends_count` is True where both ends are only counted in by our own rule, `others` where days
    are meant that the sentence does not name.
    """

    start: int
    end: int
    on: Occasion
    joined: bool = False
    comma: bool = False
    name: str = ""
    place: tuple[int, int] | None = None
    ends_count: bool = False
    is_month: bool = False
    others: bool = False

    @property
    def is_days(self) -> bool:
        """Whether only days of the week are meant."""
        return bool(self.on.weekdays) and self.on == Occasion(weekdays=self.on.weekdays)


@dataclass(frozen=True, slots=True)
class Times:
    """An opening, or one edge of it. `doubt` says that the hours may be meant otherwise."""

    start: int
    end: int
    interval: Interval | None = None
    first: Clock | None = None
    last: Clock | None = None
    at: Clock | None = None
    doubt: bool = False

    @property
    def opens(self) -> int | None:
        """The minute at which a day opens, where that alone is said."""
        return opening_time(self.first) if self.first else None

    @property
    def closes(self) -> int | None:
        """The minute at which a day closes, where that alone is said."""
        return closing_time(self.last) if self.last else None


Piece = When | Times | Token


@dataclass(slots=True)
class Phrases:
    """A sentence as pieces of meaning in order, with what was of no use."""

    pieces: list[Piece] = field(default_factory=list)
    unknown: list[Token] = field(default_factory=list)
    impossible: tuple[int, int] | None = None


@remembered(256)
def phrases_of(low: str, pack: Pack = ENGLISH) -> Phrases:
    """Return the pieces of a sentence in small letters; nobody may change them."""
    return _Maker(low, pack).made()


class _Maker:
    def __init__(self, low: str, pack: Pack) -> None:
        self._low = low
        self._tokens = [one for one in tokens_of(low, pack) if one.kind is not Kind.FILLER]
        self._between = pack.pattern("hours.between")
        self._afternoon = pack.pattern("hours.afternoon")
        self._at = 0
        self._phrases = Phrases()

    def made(self) -> Phrases:
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            piece: Piece | None = self._when() or self._times()
            if piece is None:
                self._at += 1
                if token.kind is Kind.UNKNOWN:
                    self._phrases.unknown.append(token)
                piece = token
            self._phrases.pieces.append(piece)
        return self._phrases

    def _kind(self, ahead: int = 0) -> Kind | None:
        place = self._at + ahead
        return self._tokens[place].kind if place < len(self._tokens) else None

    def _token(self, ahead: int = 0) -> Token:
        return self._tokens[self._at + ahead]

    def _joined(self) -> tuple[bool, bool]:
        """Return whether a list joins what comes to what was before, and whether by a comma."""
        last = self._phrases.pieces[-1] if self._phrases.pieces else None
        if not isinstance(last, Token):
            return False, False
        comma = last.kind in {Kind.COMMA, Kind.BREAK, Kind.BUT}
        return comma or last.kind is Kind.AND, comma

    def _when(self) -> When | None:
        start = self._at
        skipped = 1 if self._kind() is Kind.FROM else 0
        is_between = skipped == 1 and self._is_between(self._token())
        self._at += skipped
        made = self._when_here(between=is_between)
        if made is None:
            self._at = start
        return made

    def _is_between(self, token: Token) -> bool:
        return self._between.match(self._low, token.start) is not None

    def _when_here(self, *, between: bool) -> When | None:
        kind = self._kind()
        if kind is Kind.WEEKDAY:
            return self._weekdays(between=between)
        if kind is Kind.OTHER:
            token = self._take()
            days = self._take() if self._kind() is Kind.DAYS else None
            on = Occasion(weekdays=days.value if days else EVERY_DAY)
            return self._made(token, days or token, on, others=True)
        if kind is Kind.DAYS:
            token = self._take()
            return self._made(token, token, Occasion(weekdays=token.value))
        if kind is Kind.HOLIDAY:
            token = self._take()
            return self._made(token, token, Occasion(public_holiday=True), place=token.value)
        if kind is Kind.NTH:
            return self._nth()
        if kind in {Kind.DATE, Kind.MONTH, Kind.FEAST}:
            return self._range(between=between)
        return None

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _made(self, first: Token, last: Token, on: Occasion, **more: Any) -> When:
        joined, comma = self._joined()
        return When(first.start, last.end, on, joined=joined, comma=comma, **more)

    def _is_to(self, ahead: int, *, between: bool) -> bool:
        kind = self._kind(ahead)
        return kind in {Kind.TO, Kind.UNTIL} or (between and kind is Kind.AND)

    def _weekdays(self, *, between: bool) -> When:
        first = last = self._take()
        days = [first.value]
        if self._is_to(0, between=between) and self._kind(1) is Kind.WEEKDAY:
            self._at += 1
            last = self._take()
            span = (last.value - first.value) % 7
            days = sorted((first.value + step) % 7 for step in range(span + 1))
        return self._made(first, last, Occasion(weekdays=tuple(days)))

    def _nth(self) -> When | None:
        first = self._take()
        nth = [first.value]
        while True:
            skip = 1 if self._kind() in {Kind.AND, Kind.COMMA} else 0
            skip += 1 if skip and self._kind(skip) is Kind.AND else 0
            if self._kind(skip) is not Kind.NTH:
                break
            self._at += skip
            nth.append(self._take().value)
        if self._kind() is not Kind.WEEKDAY:
            return None
        last = self._take()
        days = [last.value]
        if self._kind() is Kind.AND and self._kind(1) is Kind.WEEKDAY:
            self._at += 1
            last = self._take()
            days.append(last.value)
        on = Occasion(tuple(sorted(set(days))), tuple(sorted(set(nth), key=lambda n: n % 9)))
        if self._kind() is Kind.OF_MONTH:
            return self._made(first, self._take(), on)
        if self._kind() is Kind.MONTH:
            month = self._range(between=False)
            if month is not None:
                on = Occasion(on.weekdays, on.nth, month.on.first, month.on.last, month.on.year)
                return self._made(first, self._tokens[self._at - 1], on)
        return None

    def _range(self, *, between: bool) -> When | None:
        """Return a date, a list of dates of one month, a month, a feast, or a stretch of these."""
        first = self._take()
        if self._is_to(0, between=between) and self._kind(1) in {
            Kind.DATE,
            Kind.MONTH,
            Kind.FEAST,
        }:
            ends = self._ends(first), self._ends(self._token(1))
            if ends[0] is not None and ends[1] is not None:
                self._at += 1
                last = self._take()
                return self._stretch(first, last, ends[0][0], ends[1][1])
        if first.kind is Kind.FEAST:
            what = first.value
            if "easter" in what:
                on = Occasion(easter=tuple(what["easter"]))
            else:
                on = Occasion(
                    tuple(what.get("weekdays", ())),
                    tuple(what.get("nth", ())),
                    tuple(what["first"]),
                    tuple(what["last"]),
                )
            return self._made(
                first, first, on, name=what.get("name", ""), ends_count="counts" in what
            )
        if first.kind is Kind.MONTH:
            ends_of = self._ends(first)
            if ends_of is None:
                return None
            last = first
            while (after := self._next_month(last)) is not None:
                last = after
            return self._stretch(first, last, ends_of[0], self._month_end(last), is_month=True)
        return self._dated(first)

    def _next_month(self, token: Token) -> Token | None:
        """Return the month that follows in a list and in the year: "July and August"."""
        skip = 1 if self._kind() in {Kind.AND, Kind.COMMA} else 0
        skip += 1 if skip and self._kind(skip) is Kind.AND else 0
        if not skip or self._kind(skip) is not Kind.MONTH:
            return None
        following = self._token(skip)
        if following.value != (token.value[0] % 12 + 1, token.value[1]):
            return None
        self._at += skip + 1
        return following

    def _month_end(self, token: Token) -> tuple[int, int, int]:
        month, year = token.value
        last = 29 if month == 2 and not year else monthrange(year or LEAP_YEAR, month)[1]
        return month, last, year

    def _dated(self, token: Token) -> When | None:
        days = token.value
        for month, day, year, _ in days:
            if not is_date(month, day, year):
                self._phrases.impossible = (token.start, token.end)
                return None
        pieces = []
        place = 0
        while place < len(days):
            month, day, year, goes_on = days[place]
            until = days[place + 1] if goes_on and place + 1 < len(days) else days[place]
            pieces.append((month, day, until[1], year))
            place += 2 if goes_on and place + 1 < len(days) else 1
        for month, day, last, year in pieces[:-1]:
            on = Occasion(first=(month, day), last=(month, last), year=year or None)
            self._phrases.pieces.append(self._made(token, token, on))
            self._phrases.pieces.append(Token(Kind.AND, token.start, token.start))
        month, day, last, year = pieces[-1]
        on = Occasion(first=(month, day), last=(month, last), year=year or None)
        return self._made(token, token, on)

    def _ends(self, token: Token) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
        """Return the first and the last date of what a token names; None for what moves."""
        if token.kind is Kind.FEAST:
            if "easter" in token.value or "nth" in token.value:
                return None
            return (*token.value["first"], 0), (*token.value["last"], 0)
        if token.kind is Kind.MONTH:
            month, year = token.value
            return (month, 1, year), self._month_end(token)
        if not all(is_date(month, day, year) for month, day, year, _ in token.value):
            self._phrases.impossible = (token.start, token.end)
            return None
        return token.value[0][:3], token.value[-1][:3]

    def _stretch(
        self,
        first: Token,
        last: Token,
        start: tuple[int, int, int],
        end: tuple[int, int, int],
        *,
        is_month: bool = False,
    ) -> When | None:
        turns = end[:2] < start[:2]
        year = start[2] or (end[2] - turns if end[2] else 0)
        if start[2] and end[2] and end[2] != start[2] + turns:
            # A stretch of more than a year, or of none, is not one that is meant.
            return None
        if first.kind is Kind.DATE and not is_date(*start[:2], year):
            self._phrases.impossible = (first.start, last.end)
            return None
        on = Occasion(first=start[:2], last=end[:2], year=year or None)
        return self._made(first, last, on, is_month=is_month)

    def _part_of_day(self, place: int) -> str:
        """Return "a" or "p" where a morning or an evening is named before the times."""
        for one in self._tokens[max(place - 2, 0) : place]:
            if one.kind is Kind.PART_OF_DAY:
                late = self._afternoon.search(self._low, one.start, one.end)
                return "p" if late else "a"
        return ""

    def _times(self) -> Times | None:
        start = self._at
        mark = self._kind()
        is_between = mark is Kind.FROM and self._is_between(self._token())
        if mark in {Kind.FROM, Kind.UNTIL, Kind.AT}:
            self._at += 1
        if self._kind() is not Kind.TIME:
            self._at = start
            return None
        opening = self._tokens[start]
        first = self._take()
        if (
            mark is not Kind.UNTIL
            and self._is_to(0, between=is_between)
            and self._kind(1) is Kind.TIME
        ):
            self._at += 1
            last = self._take()
            interval, doubt = interval_of(first.value, last.value)
            part = self._part_of_day(start)
            if doubt and part:
                interval, doubt = _in_part(interval, part), False
            return Times(opening.start, last.end, interval, doubt=doubt)
        if mark is Kind.FROM:
            return Times(opening.start, first.end, first=first.value)
        if mark is Kind.UNTIL:
            return Times(opening.start, first.end, last=first.value)
        return Times(opening.start, first.end, at=first.value)


def _in_part(interval: Interval, part: str) -> Interval:
    shift = 720 if part == "p" and interval.end <= 720 else 0
    return Interval(interval.start + shift, interval.end + shift)
