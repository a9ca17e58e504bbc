"""What the first rows say about each column of an export."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from goodword.history.guess.date_forms import DateForms, date_forms
from goodword.history.guess.date_shape import is_time_alone
from goodword.history.guess.lexicon import heading_weight, missing_marks

_DATES = 0.8
_NUMBERED_DATES = 0.98
_EXAMPLES = 3
_FIRST_DATES = 2000
_LOOKED_AT_WORDS = 400


@dataclass(frozen=True, slots=True)
class Column:
    """One column as the first rows show it.

    `values` are the stripped values in the order of rows, "" where nothing is known; `missing`
    counts what was written there instead. `words` counts the others. `is_date` says that nearly
    all of them are dates.
    """

    heading: str
    index: int
    values: tuple[str, ...]
    missing: Counter[str]
    words: Counter[str]
    dates: DateForms
    is_date: bool
    is_time: bool

    @property
    def filled(self) -> int:
        """How many rows have a value."""
        return self.words.total()

    @property
    def fill(self) -> float:
        """The share of rows that have a value."""
        return self.filled / len(self.values) if self.values else 0.0

    @property
    def distinct(self) -> float:
        """The share of values that are unlike all others: 1 where each stands once."""
        return len(self.words) / self.filled if self.filled else 0.0

    @property
    def examples(self) -> tuple[str, ...]:
        """Three values, the first ones that differ."""
        seen = dict.fromkeys(value for value in self.values[:_LOOKED_AT_WORDS] if value)
        return tuple(list(seen)[:_EXAMPLES])

    @property
    def is_number(self) -> bool:
        """Whether the values are plain numbers."""
        some = list(self.words)[:_LOOKED_AT_WORDS]
        good = sum(_is_number(value) for value in some)
        return bool(some) and good >= 0.95 * len(some)


def _is_number(value: str) -> bool:
    try:
        return abs(float(value)) < 1e18
    except ValueError:
        return False


def columns_of(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Return each column as these rows show it."""
    return tuple(
        _column(heading, index, [row[index].strip() for row in rows])
        for index, heading in enumerate(headings)
    )


def _column(heading: str, index: int, written: list[str]) -> Column:
    marks = missing_marks()
    missing = Counter(value for value in written if value and value.lower() in marks)
    if len(missing) and missing.total() == sum(map(bool, written)):
        missing = Counter({value: n for value, n in missing.items() if not value.isalnum()})
    missing.pop("0", None)
    values = ["" if value in missing else value for value in written]
    there = [value for value in values if value]
    dates = date_forms(_some(there))
    if dates.share < 1 and dates.share > 0.4:
        # A word that stands again and again among dates says that there is none: "pending".
        for value, n in Counter(there).items():
            wordy = (n > 1 or len(there) < 50) and not any(c.isdigit() for c in value)
            if wordy or value == "0":
                missing[value] = n
        values = ["" if value in missing else value for value in values]
        there = [value for value in values if value]
        dates = date_forms(_some(there))
    return Column(
        heading,
        index,
        tuple(values),
        missing,
        Counter(there),
        dates,
        is_date=_is_date(heading, dates),
        is_time=_are_times(_some(there)),
    )


def _are_times(values: list[str]) -> bool:
    return bool(values) and sum(map(is_time_alone, values)) >= 0.95 * len(values)


def _some(values: list[str]) -> list[str]:
    """Return the first values and an even choice of the others: dates tell their form soon."""
    rest = values[_FIRST_DATES:]
    return values[:_FIRST_DATES] + rest[:: max(1, len(rest) // _FIRST_DATES)]


def _is_date(heading: str, dates: DateForms) -> bool:
    if not dates.read:
        return False
    if not dates.is_number:
        return dates.share >= _DATES
    roles = (
        "opened",
        "resolved",
        "closed",
        "due",
        "at",
        "other_date",
        "first_response",
        "answered",
    )
    named = any(heading_weight(heading, role) >= 2 for role in roles)
    return dates.share >= _NUMBERED_DATES and named
