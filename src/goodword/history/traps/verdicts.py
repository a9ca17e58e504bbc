"""Trap: another system's verdict is taken for ours."""

from collections import Counter
from collections.abc import Mapping

import numpy as np

from goodword.history.guess.own_verdicts import flag_class, is_turned
from goodword.history.traps.stretch import Stretch, there
from goodword.history.traps.trap import Trap, share
from goodword.problem import Severity

_FEW = 5


class Verdicts:
    """Finds a flag such as "on time" that speaks of cases without a promise, or speaks otherwise.

    A flag whose heading says "overdue" or "breached" means the opposite by yes and no.
    """

    def __init__(self, heading: str | None, place: int | None, due: str | None) -> None:
        self._heading = heading
        self._place = place
        self._due = due
        self._turned = is_turned(heading or "")
        self._n = 0
        self._said: Counter[str] = Counter()
        self._without = 0
        self._kept_without = 0
        self._judged = 0
        self._differ = 0
        self._first: tuple[int, str] | None = None
        self._first_other: tuple[int, str] | None = None

    def take(self, stretch: Stretch) -> None:
        """Compare the flag with the due time, where there is one."""
        if self._place is None:
            return
        flags = [flag_class(fields[self._place], turned=self._turned) for fields in stretch.rows]
        self._n += len(flags)
        self._said.update(flag for flag in flags if flag)
        due = stretch.walls.get("due")
        if due is None:
            return
        promised = there(due)
        done = stretch.walls.get("resolved")
        done = stretch.walls.get("closed") if done is None else done
        kept = np.array([flag == "kept" for flag in flags])
        self._without += int((~promised).sum())
        free = kept & ~promised
        self._kept_without += int(free.sum())
        if self._first is None and free.any():
            row = int(np.argmax(free))
            self._first = stretch.lines[row], stretch.rows[row][self._place]
        if done is None:
            return
        judged = promised & there(done) & np.array([flag is not None for flag in flags])
        other = judged & (kept != (done <= due))
        self._judged += int(judged.sum())
        self._differ += int(other.sum())
        if self._first_other is None and other.any():
            row = int(np.argmax(other))
            self._first_other = stretch.lines[row], stretch.rows[row][self._place]

    def found(self) -> list[Trap]:
        """Return what the flag claims beyond what was promised."""
        if self._place is None or not self._said:
            return []
        traps = []
        if self._kept_without >= _FEW and self._first is not None:
            traps.append(self._without_promise(self._first))
        if self._differ >= max(_FEW, 0.01 * self._judged) and self._first_other is not None:
            traps.append(self._differs(self._first_other))
        if not traps and self._due is None:
            traps.append(self._alone())
        return traps

    def _without_promise(self, first: tuple[int, str]) -> Trap:
        kept, total = self._said["kept"], self._said.total()
        real = kept - self._kept_without
        rest = total - self._without
        shown = (
            f" By the flag {kept / total:.1%} would be kept; of the cases that had a promise it is "
            f"{real / rest:.1%}."
            if rest > 0
            else ""
        )
        return Trap(
            code="verdict",
            severity=Severity.WARNING,
            message=f"The flag calls {share(self._kept_without, self._n)} cases on time that had "
            "no promise at all.",
            rows=self._kept_without,
            of=self._n,
            column=self._heading,
            line=first[0],
            example=first[1],
            effect=f"A case without a promise is not a kept promise.{shown}",
            advice="Leave the flag aside; the map reads the due time and counts cases without one "
            "apart.",
        )

    def _differs(self, first: tuple[int, str]) -> Trap:
        return Trap(
            code="verdict",
            severity=Severity.INFO,
            message=f"In {share(self._differ, self._judged)} cases the flag says other than the "
            "due time and the end do.",
            rows=self._differ,
            of=self._judged,
            column=self._heading,
            line=first[0],
            example=first[1],
            effect="None: the flag is not used. It may stop its clock elsewhere, or pause it.",
            advice="Look at one such case to learn what the other system counts.",
        )

    def _alone(self) -> Trap:
        kept, total = self._said["kept"], self._said.total()
        return Trap(
            code="verdict",
            severity=Severity.INFO,
            message=f"The other system calls {share(kept, total)} kept, but no column says what "
            "was due when.",
            rows=kept,
            of=total,
            column=self._heading,
            effect="None: the flag is not used, and cannot be checked.",
            advice="Export the due time as well, to see how the flag comes about.",
        )


class ChangingVerdict:
    """Finds a flag that changes between the rows of one case: only the last row may count."""

    def __init__(self, heading: str | None, place: int | None) -> None:
        self._heading = heading
        self._place = place
        self._firsts: dict[str, str] = {}
        self._lasts: dict[str, str] = {}
        self._line: tuple[int, str] | None = None

    def take(self, stretch: Stretch) -> None:
        """Remember the first and the last flag of each case."""
        if self._place is None:
            return
        for row, case in enumerate(stretch.words["case"]):
            flag = stretch.rows[row][self._place].strip()
            first = self._firsts.setdefault(case, flag)
            self._lasts[case] = flag
            if flag != first and self._line is None:
                self._line = stretch.lines[row], f"{case[:40]}: {first[:20]}, later {flag[:20]}"

    def found(self) -> list[Trap]:
        """Return how many cases end with another flag than they began with."""
        changed = sum(self._lasts[case] != flag for case, flag in self._firsts.items())
        if not changed or self._line is None:
            return []
        first = Counter(self._firsts.values()).most_common(1)[0]
        return [
            Trap(
                code="changing-verdict",
                severity=Severity.INFO,
                message=f"The flag changes while a case runs: {share(changed, len(self._firsts))} "
                f'cases end with another one. First rows mostly say "{first[0][:20]}".',
                rows=changed,
                of=len(self._firsts),
                column=self._heading,
                line=self._line[0],
                example=self._line[1],
                effect="None: the flag is not used. Whoever counts rows instead of last rows "
                "takes broken promises for kept ones.",
                advice="Where you compare with the flag, take the last row of each case.",
            )
        ]


def place_of(heading: str | None, places: Mapping[str, int]) -> int | None:
    """Return where a heading stands, None without one."""
    return None if heading is None else places.get(heading)
