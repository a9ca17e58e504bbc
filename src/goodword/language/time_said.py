"""A time as a sentence says it."""

from dataclasses import dataclass

from goodword.policy.quantity import Anchor, Counting, Duration, Limit, Unit

_EXACT = {Unit.SECOND, Unit.MINUTE, Unit.HOUR}


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time in a sentence: `start` to `end` covers its bound ("within"), `length_start` does not.

    `role` says what its bound does: limit, every, after, per, at least, for, bare, or "" for none.
    `counting` is None where the words do not say; `limit_with` gives the declared default.
    `vague` marks a time that cannot be counted ("a few days"), `is_short` a number whose unit
    stands with an earlier time ("… and emails within three").
    """

    start: int
    end: int
    length_start: int
    role: str
    amount: int = 0
    unit: Unit = Unit.DAY
    counting: Counting | None = None
    anchor: Anchor | None = None
    is_range: bool = False
    about: bool = False
    in_hours: bool = False
    rings: int = 0
    vague: bool = False
    short_bound: bool = False
    article: bool = False
    is_short: bool = False

    @property
    def limit(self) -> Limit:
        """The limit with the declared defaults: plain hours by the clock, plain days by date."""
        if self.anchor is not None:
            return self.anchor
        counting = self.counting
        if counting is None or (counting is Counting.CLOCK and self.unit not in _EXACT):
            counting = Counting.CLOCK if self.unit in _EXACT else Counting.CALENDAR
        if counting is Counting.CALENDAR and self.unit in _EXACT:
            counting = Counting.CLOCK
        return Duration(self.amount, self.unit, counting)
