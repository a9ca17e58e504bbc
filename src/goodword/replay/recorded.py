"""What another system had promised and recorded by itself, counted as of an instant."""

from dataclasses import dataclass

from goodword.case.columns import NOTHING, CaseColumns


@dataclass(frozen=True, slots=True)
class Recorded:
    """Another system's own due times against what was done. `n` are cases with a due time.

    A case without one is counted in `without_promise` alone: it is no kept promise.
    """

    n: int
    kept: int
    broken_closed: int
    broken_open: int
    open: int
    without_promise: int


def count_recorded(columns: CaseColumns, *, at: int) -> Recorded | None:
    """Return how the recorded due times stood at `at`; None where the history holds none.

    A case opened after `at` does not exist yet, and what was done after `at` is not done yet.
    Exactly at the due instant is kept. Nothing is left out but what has no readable due time: it
    is that system's own record, its own work included.
    """
    if columns.due is None or columns.done is None:
        return None
    import numpy as np  # noqa: PLC0415 - slow import

    known = np.frombuffer(columns.opened, np.int64) <= at
    due = np.frombuffer(columns.due, np.int64)[known]
    done = np.frombuffer(columns.done, np.int64)[known]
    promised = due != NOTHING
    is_done = (done != NOTHING) & (done <= at)
    return Recorded(
        n=int(promised.sum()),
        kept=int((promised & is_done & (done <= due)).sum()),
        broken_closed=int((promised & is_done & (done > due)).sum()),
        broken_open=int((promised & ~is_done & (due < at)).sum()),
        open=int((promised & ~is_done & (due >= at)).sum()),
        without_promise=int((~promised).sum()),
    )
