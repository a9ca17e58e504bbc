"""The times that the clocks of a long history took and waited, counted so that nothing is lost."""

from collections.abc import Hashable, Iterator
from math import ceil

import numpy as np
from numpy.typing import NDArray

from goodword.metric.quantile import SHARES
from goodword.metric.survival import Survival, survival_of_stretches
from goodword.metric.survived import Survived, shares_of_limit, survived_by, waits
from goodword.metric.values_in_order import Counts, ValuesInOrder
from goodword.replay.outcomes import ClockColumns

_SIGN = np.int64(0x7FFF_FFFF_FFFF_FFFF)
_WAITED, _SHARE = "waited", "share"


class ExactTimes:
    """How long the clocks of each cell waited, and of which of them it is the time taken."""

    def __init__(self, values: ValuesInOrder) -> None:
        self._values = values

    def take(self, cell: Hashable, clocks: ClockColumns) -> None:
        """Count further clocks of a cell."""
        waited, is_done = waits(clocks)
        self._values.take((cell, _WAITED), waited, ~is_done)
        used, is_done = shares_of_limit(clocks)
        self._values.take((cell, _SHARE), _in_order_as_integers(used), ~is_done)

    def quantiles(self, cell: Hashable, unfinished: int) -> dict[str, int | None]:
        """Return the usual quantiles of the time taken; what is unfinished took longer."""
        done = sum(int(counts[:, 0].sum()) for _, counts in self._values.in_order((cell, _WAITED)))
        ranks = {share: max(ceil(share * (done + unfinished) - 1e-9), 1) for share in SHARES}
        found: dict[str, int | None] = {f"p{round(share * 100)}": None for share in SHARES}
        before = 0
        for values, counts in self._values.in_order((cell, _WAITED)):
            up_to = before + np.cumsum(counts[:, 0])
            for share, rank in ranks.items():
                if before < rank <= int(up_to[-1]):
                    place = int(np.searchsorted(up_to, rank, "left"))
                    found[f"p{round(share * 100)}"] = int(values[place])
            before = int(up_to[-1])
        return found

    def survived(self, cell: Hashable) -> Survived:
        """Return the estimates with open cases kept in."""
        return survived_by(self.time_survival(cell), self.limit_survival(cell))

    def time_survival(self, cell: Hashable) -> Survival:
        """Return the stair of the time taken."""

        def stretches() -> Iterator[tuple[NDArray[np.float64], Counts]]:
            for values, counts in self._values.in_order((cell, _WAITED)):
                yield values.astype(np.float64), counts

        return survival_of_stretches(stretches, self._values.new_file)

    def limit_survival(self, cell: Hashable) -> Survival:
        """Return what is known of the time taken at the limit itself."""

        def stretches() -> Iterator[tuple[NDArray[np.float64], Counts]]:
            for values, counts in self._values.in_order((cell, _SHARE)):
                yield _as_shares(values), counts

        return survival_of_stretches(stretches, self._values.new_file, until=1.0)


def _in_order_as_integers(numbers: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return integers in the order of the numbers, one for each."""
    bits = (numbers + 0.0).view(np.int64)
    return np.where(bits < 0, bits ^ _SIGN, bits)


def _as_shares(integers: NDArray[np.int64]) -> NDArray[np.float64]:
    return np.where(integers < 0, integers ^ _SIGN, integers).view(np.float64)
