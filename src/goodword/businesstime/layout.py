"""The dates of a calendar laid out as instants: all usual weeks at once.

Every usual week is the last one, moved by seven days; where the offset of the zone changes, by so
much more or less. Only the dates that are special, or that a clock change makes longer or shorter,
are laid out one by one, in place of the usual ones.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, islice, pairwise
from operator import ge, gt

from goodword.businesstime.day import Calendar, Parts
from goodword.businesstime.offsets import offsets
from goodword.businesstime.zone import DAY, EPOCH_ORDINAL

WEEK = 7 * DAY


class Layout:
    """The stretches of all dates of a calendar in order, in columns made when they are asked for.

    Stretches that touch are still two; `may_touch` says whether there can be any.
    """

    def __init__(self, calendar: Calendar) -> None:
        first, last, usual = calendar.first, calendar.last, calendar.usual
        self._usual = usual
        # From the Monday on or before the first date; a clock change may lie after the last.
        self._monday = first - (first - 1) % 7
        self._weeks = (last - self._monday) // 7 + 2
        # How many stretches the first days of a week have.
        self._before = list(accumulate(map(len, usual), initial=0))
        changes = offsets(calendar.zone, first, last + 1)
        self._midnight = (self._monday - EPOCH_ORDINAL) * DAY - changes[0][1]
        self._shifts = [
            (2 * self._place(day), before - after)
            for (_, before), (day, after) in pairwise(changes)
        ]
        apart = _apart(calendar, changes)
        self._pieces = list(self._cut(first, last, apart))
        # Of usual dates only one that begins at midnight can touch the date before.
        self.may_touch = any(apart.values()) or any(part and part[0][0] == 0 for part in usual)

    def edges(self) -> list[int]:
        """Return openings and closings by turns, in UTC seconds."""
        times = [
            day * DAY + edge
            for day, parts in enumerate(self._usual)
            for part in parts
            for edge in part
        ]
        usual = _repeated(times, WEEK, self._weeks, self._midnight, self._shifts)
        found: list[int] = []
        for begin, end, _, stretches in self._pieces:
            found += usual[2 * begin : 2 * end]
            if stretches:
                found += chain.from_iterable(stretches)
        return found

    @cached_property
    def working_days(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The ordinals of the open dates, and the last closing of each."""
        days = [day for day, parts in enumerate(self._usual) for _ in parts]
        usual = _repeated(days, 7, self._weeks, self._monday)
        dates: list[int] = []
        for begin, end, ordinal, stretches in self._pieces:
            dates += usual[begin:end]
            dates += [ordinal] * len(stretches)
        found = dict(zip(dates, self.edges()[1::2], strict=True))
        return tuple(found), tuple(found.values())

    def _place(self, ordinal: int) -> int:
        """Return how many stretches come before a date, if every week is a usual one."""
        weeks, day = divmod(ordinal - self._monday, 7)
        return weeks * self._before[7] + self._before[day]

    def _cut(
        self, first: int, last: int, apart: dict[int, Parts]
    ) -> Iterator[tuple[int, int, int, Parts]]:
        """Yield from where to where stretches are usual, and the date that is not, with its own."""
        begin, monday, before = self._place(first), self._monday, self._before
        in_week = before[7]
        for ordinal in sorted(apart):
            weeks, day = divmod(ordinal - monday, 7)
            stretches = apart[ordinal]
            if stretches or before[day] != before[day + 1]:
                weeks *= in_week
                yield begin, weeks + before[day], ordinal, stretches
                begin = weeks + before[day + 1]
        yield begin, self._place(last + 1), last + 1, ()


def _apart(calendar: Calendar, changes: Sequence[tuple[int, int]]) -> dict[int, Parts]:
    """Return the stretches of each date that is not laid out with the usual weeks."""
    apart = calendar.special_dates()
    for ordinal, parts in apart.items():
        if parts:
            _, offset = changes[bisect_right(changes, (ordinal, DAY)) - 1]
            midnight = (ordinal - EPOCH_ORDINAL) * DAY - offset
            apart[ordinal] = tuple([(midnight + begin, midnight + end) for begin, end in parts])
    for (_, offset), (following, offset_after) in pairwise(changes):
        # On the date before a change the clock itself changes. A date that the zone skipped, as
        # Samoa did 30 December 2011, has nothing.
        skipped = offset_after - offset == DAY
        apart[following - 1] = () if skipped else calendar.stretches_on(following - 1)
    return apart


def _repeated(
    numbers: Sequence[int],
    period: int,
    times: int,
    base: int,
    shifts: Iterable[tuple[int, int]] = (),
) -> Sequence[int]:
    """Return numbers that come again every so often, counted from `base`.

    From each place of `shifts` on they are by so much more.
    """
    if not numbers:
        return ()
    gaps = [after - one for one, after in pairwise((numbers[-1] - period, *numbers))] * times
    gaps[0] = base + numbers[0]
    for place, more in shifts:
        gaps[place] += more
    return list(accumulate(gaps))


def joined(edges: list[int]) -> list[int]:
    """Return edges with those stretches made one that touch or overlap."""
    opens, closes = edges[::2], edges[1::2]
    if not any(map(ge, closes, islice(opens, 1, None))):
        return edges
    if not any(map(gt, closes, islice(opens, 1, None))):
        touching = set(closes).intersection(opens)
        return [one for one in edges if one not in touching]
    found = edges[:1]
    closed = closes[0]
    for opening, closing in zip(opens, closes, strict=True):
        if opening > closed:
            found += (closed, opening)
        closed = max(closed, closing)
    return [*found, closed]
