"""Arrays of moments as they come: UTC seconds, or datetime64 and timedelta64 with nulls."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodword.errors import GoodwordError

Seconds = NDArray[np.int64]
# How many of a unit make a second.
_SCALES = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
NULL = np.iinfo(np.int64).min


class UnreadableArrayError(GoodwordError):
    """An array holds what is no moment and no length of time."""

    code = "unreadable-array"


@dataclass(frozen=True, slots=True)
class Paired:
    """Two arrays as flat whole numbers of one unit, and what their answer looks like.

    `scale` is how many of the unit make a second. Either may have one row for all; `nulls` says
    whether the unit has a number that means no moment.
    """

    first: Seconds
    second: Seconds
    shape: tuple[int, ...]
    unit: str | None
    scale: int

    @property
    def rows(self) -> int:
        """How many answers there are."""
        return math.prod(self.shape)

    @property
    def nulls(self) -> bool:
        """Whether a row may be null (NaT)."""
        return self.unit is not None

    def answers(self, kind: str, out: NDArray[Any] | None) -> tuple[NDArray[Any], Seconds]:
        """Return the array of moments or of lengths to fill, and a flat view of its numbers.

        `kind` is "datetime64" or "timedelta64". It is `out`, where that is given: the view is then
        of another array where `out` is not in one piece, or shares memory with what is asked.
        Raises UnreadableArrayError where `out` has another shape or type than the answer.
        """
        dtype = np.dtype(np.int64 if self.unit is None else f"{kind}[{self.unit}]")
        if out is None:
            fresh = np.empty(self.rows, np.int64)
            return fresh.view(dtype).reshape(self.shape), fresh
        if out.shape != self.shape or out.dtype != dtype or not out.flags.writeable:
            raise UnreadableArrayError(
                f"The array `out` has the shape {out.shape} and holds {out.dtype}"
                f"{'' if out.flags.writeable else ', and may not be written'}; "
                f"the answer has the shape {self.shape} and is of {dtype}.",
                hint=f"Make it with np.empty({self.shape}, {str(dtype)!r}), or leave it out.",
            )
        shared = any(np.may_share_memory(out, one) for one in (self.first, self.second))
        if shared or not out.flags.c_contiguous:
            return out, np.empty(self.rows, np.int64)
        return out, out.reshape(-1).view(np.int64)


def paired(first: ArrayLike, second: ArrayLike) -> Paired:
    """Return two arrays broadcast together, as whole numbers of one unit.

    Whole numbers are UTC seconds, or seconds of a length. Of datetime64 and timedelta64 the finer
    unit counts, at least seconds. Raises UnreadableArrayError for anything else.
    """
    one, other = np.asarray(first), np.asarray(second)
    if one.dtype == np.int64 == other.dtype:
        return _flat(one, other, None, 1)
    unit = _unit_of(one, other)
    scale = _SCALES.get(unit or "s", 1)
    return _flat(_whole(one, unit, scale), _whole(other, unit, scale), unit, scale)


def filled(answer: NDArray[Any], numbers: Seconds) -> NDArray[Any]:
    """Return the answer, with the numbers where they were not written into it."""
    if not np.may_share_memory(answer, numbers):
        answer[...] = numbers.view(answer.dtype).reshape(answer.shape)
    return answer


def flat(values: NDArray[Any], shape: tuple[int, ...]) -> NDArray[Any]:
    """Return values broadcast to a shape in one row; one value stays one."""
    if values.size == 1:
        return values.reshape(-1)
    return np.broadcast_to(values, shape).reshape(-1)


def _flat(one: Seconds, other: Seconds, unit: str | None, scale: int) -> Paired:
    shape = np.broadcast_shapes(one.shape, other.shape)
    return Paired(flat(one, shape), flat(other, shape), shape, unit, scale)


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
    """Return the numbers of a unit; refuse what that unit cannot tell."""
    if values.dtype.kind in "mM":
        kind = "datetime64" if values.dtype.kind == "M" else "timedelta64"
        if values.dtype == np.dtype(f"{kind}[{unit}]"):
            return values.view(np.int64)
        finer = values.astype(f"{kind}[{unit}]")
        _need_same(finer.astype(values.dtype), values, unit)
        return finer.view(np.int64)
    if values.dtype.kind in "iub" or not values.size:
        whole = values.astype(np.int64)
        if scale > 1 or values.dtype == np.uint64:
            _need_same(whole * scale // scale, values, unit)
        return whole * scale if scale > 1 else whole
    raise UnreadableArrayError(
        f"An array of {values.dtype} holds no moments.",
        hint="Give whole UTC seconds, or datetime64; for a length, whole seconds or timedelta64.",
    )


def _need_same(back: NDArray[Any], values: NDArray[Any], unit: str | None) -> None:
    if not ((back == values) | (values != values)).all():  # noqa: PLR0124 - NaT alone is not itself
        raise UnreadableArrayError(
            f"Some moments are too far away to be told in {unit or 's'}.",
            hint="Use a coarser unit for all arrays: datetime64[s] holds every year.",
        )
