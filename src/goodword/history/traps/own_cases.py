"""Trap: the organisation's own cases are counted as customers'."""

from collections import Counter
from collections.abc import Mapping

import numpy as np

from goodword.history.guess.lexicon import word_class
from goodword.history.traps.stretch import Stretch, there
from goodword.history.traps.trap import Trap, share
from goodword.problem import Severity

_AT_ONCE = 60
_FEW = 5
_SOME = 0.01
_MOSTLY = 0.3
_MOST_WORDS = 5000


class OwnCases:
    """Finds cases that are over within a minute, and sources that are the organisation itself.

    Both are told: a source by its name, or by 3 in 10 of its cases ending at once.
    """

    def __init__(
        self,
        headings: Mapping[str, str],
        own: Mapping[str, frozenset[str]],
        places: Mapping[str, int],
    ) -> None:
        self._headings = headings
        self._own = [(heading, places[heading], words) for heading, words in own.items()]
        self._by_source: Counter[str] = Counter()
        self._at_once: Counter[str] = Counter()
        self._marked: Counter[tuple[str, str]] = Counter()
        self._n = 0
        self._quick = 0
        self._unmarked_quick = 0
        self._first: tuple[int, str] | None = None
        self._first_marked: tuple[int, str] | None = None

    def take(self, stretch: Stretch) -> None:
        """Count the sources, and the cases that are over at once."""
        marked = self._marks(stretch)
        opened, ended = stretch.walls.get("opened"), stretch.walls.get("resolved")
        ended = stretch.walls.get("closed") if ended is None else ended
        self._n += len(stretch.rows)
        if opened is None or ended is None:
            return
        both = there(opened) & there(ended) & (opened % 86_400 != 0)
        spans = ended - opened
        # Where times are rounded to the minute, the same minute is at once.
        quick = both & (spans >= 0) & (spans < _AT_ONCE)
        self._quick += int(quick.sum())
        sources = stretch.words.get("channel")
        for row in np.flatnonzero(quick).tolist():
            self._unmarked_quick += not marked[row]
            if self._first is None and not marked[row]:
                self._first = stretch.lines[row], f"{int(spans[row])} seconds"
            if sources is not None:
                self._at_once[sources[row]] += 1
        if sources is not None and len(self._by_source) < _MOST_WORDS:
            self._by_source.update(
                source for source, good in zip(sources, both.tolist(), strict=True) if good
            )

    def _marks(self, stretch: Stretch) -> list[bool]:
        marked = [False] * len(stretch.rows)
        for heading, place, words in self._own:
            for row, fields in enumerate(stretch.rows):
                word = fields[place].strip()
                if word in words:
                    marked[row] = True
                    self._marked[heading, word] += 1
                    if self._first_marked is None:
                        self._first_marked = stretch.lines[row], word
        return marked

    def found(self) -> list[Trap]:
        """Return what was marked as own work, and what looks like it.

        Calls are over soon: where the export says when each was answered, haste tells nothing.
        """
        if "answered" in self._headings:
            return self._by_name()
        return [*self._by_name(), *self._by_speed()]

    def _by_name(self) -> list[Trap]:
        total = self._marked.total()
        if not total or self._first_marked is None:
            return []
        words = ", ".join(f'"{word}" {n:,}' for (_, word), n in self._marked.most_common(4))
        heading = self._marked.most_common(1)[0][0][0]
        return [
            Trap(
                code="own-cases",
                severity=Severity.INFO,
                message=f"{share(total, self._n)} rows seem to be the organisation's own work: "
                f"{words}.",
                rows=total,
                of=self._n,
                column=heading,
                line=self._first_marked[0],
                example=self._first_marked[1],
                effect="None with this map: they are judged by no promise. With them, figures "
                "would look better than what customers see.",
                advice="Take words out of [own] in the map that are customers after all.",
            )
        ]

    def _by_speed(self) -> list[Trap]:
        suspects = [
            source
            for source, n in self._by_source.items()
            if self._at_once[source] >= max(_FEW, _MOSTLY * n)
            and source
            and word_class(source, "own") is None
        ]
        channel = self._headings.get("channel")
        if self._unmarked_quick < max(_FEW, _SOME * self._n) or self._first is None:
            return []
        listed = ", ".join(f'"{source}"' for source in suspects[:4])
        told = f" Mostly they came by {listed}." if suspects else ""
        return [
            Trap(
                code="own-cases",
                severity=Severity.WARNING,
                message=f"{share(self._unmarked_quick, self._n)} cases were over within a minute "
                f"of their opening.{told}",
                rows=self._unmarked_quick,
                of=self._n,
                column=self._headings.get("resolved") or self._headings.get("closed"),
                line=self._first[0],
                example=self._first[1],
                effect="Work that was written down after it was done counts as a promise kept at "
                "once.",
                advice="If these are notes of your own work, name the words by which one knows "
                "them. If they are calls that were settled at once, all is well.",
                map_lines=f'[own]\n"{channel}" = [{listed}]' if suspects and channel else "",
            )
        ]
