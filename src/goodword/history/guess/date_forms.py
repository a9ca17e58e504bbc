"""The formats in which a column writes its dates, with the evidence for each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from goodword.history.guess.date_shape import DateShape, date_shape, moment_of

_RARE = 0.002
_MOST_FORMS = 4


@dataclass(frozen=True, slots=True)
class DateForms:
    """How a column's values write dates.

    `read` of `of` values are dates. `day_first` and `month_first` count the values that settle
    which comes first; `undecided` those that could be both. `is_number` says that all are plain
    digits. `utc` counts values that say themselves that they are UTC.
    """

    shapes: Counter[DateShape]
    read: int
    of: int
    day_first: int = 0
    month_first: int = 0
    undecided: int = 0
    with_time: int = 0
    utc: int = 0
    is_number: bool = False

    @property
    def share(self) -> float:
        """The share of values that are dates."""
        return self.read / self.of if self.of else 0.0


def date_forms(values: Sequence[str]) -> DateForms:
    """Return how these values write dates; `values` leaves out what stands for nothing."""
    shapes: Counter[DateShape] = Counter()
    by_value = Counter(values)
    for value, n in by_value.items():
        shape = date_shape(value)
        if shape is not None:
            shapes[shape] += n
    read = shapes.total()
    return DateForms(
        shapes,
        read,
        len(values),
        day_first=sum(n for shape, n in shapes.items() if shape.order == "day"),
        month_first=sum(n for shape, n in shapes.items() if shape.order == "month"),
        undecided=sum(n for shape, n in shapes.items() if shape.other),
        with_time=sum(n for shape, n in shapes.items() if shape.has_time),
        utc=sum(n for shape, n in shapes.items() if shape.utc),
        is_number=bool(read) and all(shape.is_number for shape in shapes),
    )


@dataclass(frozen=True, slots=True)
class Order:
    """Whether the day or the month comes first, and how one knows.

    `by` is "evidence" (dates that only one order can read), "sequence" (that order leaves the
    file sorted), "habit" (nothing decides), or "" where the question does not arise. `proof` is a
    value that settles it.
    """

    day_first: bool = True
    by: str = ""
    day_proofs: int = 0
    month_proofs: int = 0
    proof: str = ""


def order_of(columns: Sequence[tuple[DateForms, Sequence[str]]]) -> Order:
    """Return the order of day and month in which all columns of an export are written."""
    day = sum(forms.day_first for forms, _ in columns)
    month = sum(forms.month_first for forms, _ in columns)
    undecided = sum(forms.undecided for forms, _ in columns)
    if not day + month + undecided:
        return Order()
    if day != month:
        wanted = "day" if day > month else "month"
        proof = next(
            value
            for _, values in columns
            for value in values
            if (shape := date_shape(value)) is not None and shape.order == wanted
        )
        return Order(day > month, "evidence", day, month, proof)
    sorted_as = [0, 0]
    for _, values in columns:
        for place in (0, 1):
            moments = [moment_of(value, day_first=not place) for value in values[:5000]]
            pairs = [
                (a, b)
                for a, b in pairwise(moments)
                if a is not None and b is not None and a.date() != b.date()
            ]
            rising = sum(b > a for a, b in pairs)
            sorted_as[place] += max(rising, len(pairs) - rising)
            if pairs:  # fewer jumps between days is the better order
                sorted_as[place] -= len(pairs)
    if sorted_as[0] != sorted_as[1]:
        return Order(sorted_as[0] > sorted_as[1], "sequence")
    sample = next((value for _, values in columns for value in values if date_shape(value)), "")
    return Order("m" not in sample.lower(), "habit")


def formats(columns: Sequence[DateForms], order: Order) -> tuple[str, ...]:
    """Return the formats for a map, the most common first, with what a few stray values need."""
    counts: Counter[str] = Counter()
    for forms in columns:
        for shape, n in forms.shapes.items():
            exchanged = shape.other is not None and not order.day_first
            counts[shape.other if exchanged and shape.other else shape.form] += n
    total = counts.total()
    common = [form for form, n in counts.most_common(_MOST_FORMS) if n >= _RARE * total]
    return tuple(common) or ("iso",)
