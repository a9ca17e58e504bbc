"""Arrays of moments as they come: UTC seconds, or datetime64 and timedelta64 with nulls."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodword.errors import GoodwordError

Seconds = NDArray[np.int64]
# How many of a unit make a second.
_SCALES = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
_NULL = np.iinfo(np.int64).min


class UnreadableArrayError(GoodwordError):
    """An array holds what is no moment and no length of time."""

    code = "unreadable-array"


@dataclass(frozen=True, slots=True)
class Paired:
    """Two arrays as flat whole numbers of one unit, and what their answer looks like.

    `scale` is how many of the unit make a second. `second` may have one row for all. `nulls` are
    the rows that have no answer, None where all have one.
    """

    first: Seconds
    second: Seconds
    shape: tuple[int, ...]
    unit: str | None
    scale: int
    nulls: NDArray[np.bool_] | None

    def moments(self, numbers: Seconds) -> NDArray[Any]:
        """Return instants as the arrays that were given have them."""
        return self._as(numbers, "datetime64")

    def lengths(self, numbers: Seconds) -> NDArray[Any]:
        """Return lengths of time as the arrays that were given have them."""
        return self._as(numbers, "timedelta64")

    def _as(self, numbers: Seconds, kind: str) -> NDArray[Any]:
        if self.unit is None:
            return numbers.reshape(self.shape)
        if self.nulls is not None:
            numbers[self.nulls] = _NULL
        return numbers.view(f"{kind}[{self.unit}]").reshape(self.shape)


def paired(first: ArrayLike, second: ArrayLike) -> Paired:
    """Return two arrays broadcast together, as whole numbers of one unit.

    Whole numbers are UTC seconds, or seconds of a length. Of datetime64 and timedelta64 the finer
    unit counts, at least seconds; NaT is kept apart. Raises UnreadableArrayError for anything else.
    """
    one, other = np.asarray(first), np.asarray(second)
    if one.dtype == np.int64 == other.dtype:
        return _flat(one, other, None, 1)
    unit = _unit_of(one, other)
    scale = _SCALES.get(unit or "s", 1)
    return _flat(_whole(one, unit, scale), _whole(other, unit, scale), unit, scale)


def _flat(one: Seconds, other: Seconds, unit: str | None, scale: int) -> Paired:
    shape = np.broadcast_shapes(one.shape, other.shape)
    flat = np.ascontiguousarray(np.broadcast_to(one, shape)).reshape(-1)
    rest = (
        other.reshape(-1)
        if other.size == 1
        else np.ascontiguousarray(np.broadcast_to(other, shape)).reshape(-1)
    )
    nulls = None
    if unit is not None:
        missing = np.broadcast_to((flat == _NULL) | (rest == _NULL), flat.shape)
        if missing.any():
            nulls = np.array(missing)
            known = flat[~missing]
            flat = np.where(missing, known[0] if len(known) else 0, flat)
            rest = np.where(rest == _NULL, flat[0] if len(known) else 0, rest)
    return Paired(flat, rest, shape, unit, scale, nulls)


def _unit_of(*arrays: NDArray[Any]) -> str | None:
    units = [np.datetime_data(one.dtype)[0] for one in arrays if one.dtype.kind in "mM"]
    if not units:
        return None
    odd = [one for one in units if one in {"ps", "fs", "as", "generic"}]
    if odd:
        raise UnreadableArrayError(
            f'Moments in the unit "{odd[0]}" cannot be counted.', hint="Use s, ms, us or ns."
        )
    return max((one if one in _SCALES else "s" for one in units), key=lambda one: _SCALES[one])


def _whole(values: NDArray[Any], unit: str | None, scale: int) -> Seconds:
    if values.dtype.kind in "mM":
        kind = "datetime64" if values.dtype.kind == "M" else "timedelta64"
        return values.astype(f"{kind}[{unit}]").view(np.int64)
    if values.dtype.kind in "iub" or not values.size:
        return values.astype(np.int64) * scale
    raise UnreadableArrayError(
        f"An array of {values.dtype} holds no moments.",
        hint="Give whole UTC seconds, or datetime64; for a length, whole seconds or timedelta64.",
    )
