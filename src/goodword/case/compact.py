"""Cases packed small: seconds in 32 bits and words as codes, so that millions fit in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

NEVER = 2**31 - 1
"""Stands in a packed column of instants where nothing was recorded."""

Packed = NDArray[np.int32]
WordCodes = NDArray[np.uint8] | NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class CompactCases:
    """A stretch of a history, one row a case, in seconds from `origin` (UTC seconds, a midnight).

    Only cases that are judged stand here. `ends` holds a column for each name in `EVENT_OF_COLUMN`
    that the history tells of. `codes` point into `words`, where None is unknown; of a name that
    stands in neither, nothing is known. A history is a sequence of these with one origin; the
    words of a later stretch begin with those of an earlier one.
    """

    origin: int
    opened: Packed
    ends: Mapping[str, Packed]
    codes: Mapping[str, WordCodes] = field(default_factory=dict)
    words: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.opened)
