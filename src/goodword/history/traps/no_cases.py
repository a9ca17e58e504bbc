"""Trap: rows that should not be judged: tests, spam, merged cases."""

from collections import Counter
from collections.abc import Mapping, Sequence

from goodword.history.guess.lexicon import heading_weight, plain, word_class
from goodword.history.traps.stretch import Stretch
from goodword.history.traps.trap import Trap, share
from goodword.problem import Severity

# A kind may well be "blood test": only a state or a flag may say more than the word alone.
_TESTS = ("spam", "junk", "test", "testing", "testfall", "dummy", "prueba", "测试", "垃圾")
_TWICE = ("merged", "duplicate", "duplicated", "duplicado", "doublon", "doppelt", "duplikat")
_ALONE = frozenset({*_TESTS, *_TWICE, "重复", "合并"})
_STATE = 6.0
_MOST_WORDS = 3000
_ROLES = ("state", "kind", "channel", "priority", "verdict")
_FLAG_YES = frozenset({"true", "yes", "1", "y", "ja", "si", "oui", "x", "是"})
_FLAGS = ("duplicate", "spam", "merged", "is test", "deleted", "junk", "is duplicate", "is spam")


class NoCases:
    """Finds words such as test, spam, merged and duplicate in the columns that hold few words."""

    def __init__(self, headings: Sequence[str], left_out: Mapping[str, frozenset[str]]) -> None:
        self._worded = [
            (place, heading)
            for place, heading in enumerate(headings)
            if any(heading_weight(heading, role) >= 4 for role in _ROLES)
        ]
        self._flags = [
            (place, heading)
            for place, heading in enumerate(headings)
            if any(
                heading.lower().replace("_", " ").strip() in (flag, f"{flag}?") for flag in _FLAGS
            )
        ]
        self._left_out = left_out
        self._counts: dict[str, Counter[str]] = {}
        self._first: dict[tuple[str, str], int] = {}
        self._n = 0

    def take(self, stretch: Stretch) -> None:
        """Count the words."""
        self._n += len(stretch.rows)
        for place, heading in self._worded:
            counts = self._counts.setdefault(heading, Counter())
            if len(counts) > _MOST_WORDS:
                continue
            for line, fields in zip(stretch.lines, stretch.rows, strict=True):
                word = fields[place]
                if word not in counts:
                    self._first[heading, word] = line
                counts[word] += 1
        for place, heading in self._flags:
            counts = self._counts.setdefault(heading, Counter())
            for line, fields in zip(stretch.lines, stretch.rows, strict=True):
                word = fields[place].strip()
                if word.lower() in _FLAG_YES:
                    self._first.setdefault((heading, word), line)
                    counts[word] += 1

    def found(self) -> list[Trap]:
        """Return a trap for each column with such words."""
        flags = {heading for _, heading in self._flags}
        traps = []
        for heading, counts in self._counts.items():
            marks = {
                word: n
                for word, n in counts.items()
                if word.strip()
                and (heading in flags or _is_void(heading, word.strip()))
                and word.strip() not in self._left_out.get(heading, ())
            }
            total = sum(marks.values())
            if not total or len(counts) > _MOST_WORDS or total > 0.9 * self._n:
                continue
            most = sorted(marks, key=lambda word: -marks[word])
            shown = ", ".join(f'"{word.strip()}" {marks[word]:,}' for word in most[:4])
            listed = ", ".join(f'"{word.strip()}"' for word in most)
            traps.append(
                Trap(
                    code="no-cases",
                    severity=Severity.WARNING,
                    message=f"{share(total, self._n)} rows seem to be no case of a customer: "
                    f"{shown}.",
                    rows=total,
                    of=self._n,
                    column=heading,
                    line=self._first[heading, most[0]],
                    example=most[0],
                    effect="Merged ones are counted twice, tests as promises kept or broken.",
                    advice="Name those words that mean it: what is under [void] should never "
                    "have been a case, and is judged by no promise.",
                    map_lines=f'[void]\n"{heading}" = [{listed}]',
                )
            )
        return traps


def _is_void(heading: str, word: str) -> bool:
    if heading_weight(heading, "state") >= _STATE:
        return word_class(word, "void") is not None
    return plain(word) in _ALONE
