"""A long history counted a piece at a time, with a checkpoint after each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from goodword.case.event import EventKind
from goodword.cli.checkpoint import read_checkpoint, write_checkpoint
from goodword.cli.progress import Draw
from goodword.errors import UnreadableFileError
from goodword.history.column_map import ColumnMap
from goodword.history.history import History
from goodword.history.pieces import load_pieces
from goodword.history.problem import KEPT_OF_EACH, HistoryProblem
from goodword.metric.counted import Counted
from goodword.metric.counted_exactly import months_of
from goodword.metric.dimension import Dimension
from goodword.metric.estimate import estimate
from goodword.metric.part import Part, hidden_parts
from goodword.metric.track_record import TrackRecord
from goodword.policy.hours import Hours
from goodword.policy.house_zone import house_zone
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.problem import Severity
from goodword.replay.beside import beside
from goodword.replay.outcomes import ClockColumns, PromiseOutcome
from goodword.replay.replay import replay, what_if
from goodword.replay.verdicts_beside import verdicts_beside

Cut = tuple[tuple[Dimension, ...], tuple[Part, ...]]


@dataclass(slots=True)
class Seen:
    """What going through the file once has told: nothing is judged before."""

    rows: int = 0
    zone: str = "UTC"
    last_event: int | None = None
    tells: frozenset[EventKind] = frozenset()
    dates_only: bool = True
    left_out: Counter[str] = field(default_factory=Counter)
    problems: list[HistoryProblem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def take(self, piece: History) -> None:
        """Put down what a piece told."""
        self.rows += piece.rows
        self.zone = piece.zone
        self.tells |= piece.tells
        self.dates_only = self.dates_only and piece.dates_only
        self.left_out += piece.left_out
        self.counts += piece.counts
        if piece.last_event is not None:
            self.last_event = max(self.last_event or piece.last_event, piece.last_event)
        for problem in piece.problems:
            if sum(one.code == problem.code for one in self.problems) < KEPT_OF_EACH:
                self.problems.append(problem)

    def as_json(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            **{name: getattr(self, name) for name in ("rows", "zone", "last_event", "dates_only")},
            "tells": sorted(self.tells),
            "left_out": dict(self.left_out),
            "counts": dict(self.counts),
            "problems": [asdict(problem) for problem in self.problems],
        }

    @classmethod
    def of_json(cls, found: dict[str, Any]) -> "Seen":
        """Return what was written down."""
        return cls(
            rows=found["rows"],
            zone=found["zone"],
            last_event=found["last_event"],
            tells=frozenset(EventKind(word) for word in found["tells"]),
            dates_only=found["dates_only"],
            left_out=Counter(found["left_out"]),
            problems=[
                HistoryProblem(**{**problem, "severity": Severity(problem["severity"])})
                for problem in found["problems"]
            ],
            counts=Counter(found["counts"]),
        )

    def history(self, path: str) -> History:
        """Return the history without its cases, for what is said of it."""
        return History(
            path=path,
            zone=self.zone,
            rows=self.rows,
            last_event=self.last_event,
            tells=self.tells,
            dates_only=self.dates_only,
            left_out=self.left_out,
            problems=tuple(self.problems),
            counts=self.counts,
        )


@dataclass(slots=True)
class Work:
    """A long history that is counted: where from, by which policy, and what is asked."""

    path: Path
    column_map: ColumnMap | None
    policy: Policy
    cuts: tuple[tuple[Dimension, ...], ...]
    piece: int
    checkpoint: Path
    begun_with: dict[str, str]
    done: int = 0
    """How many pieces are counted; -1 when all are."""
    rows: int = 0
    """How many rows these had."""

    @property
    def hours(self) -> Hours:
        """The opening hours; none of them in the policy's zone where it names none."""
        return self.policy.hours or Hours(zone=house_zone(self.policy))

    @property
    def zone(self) -> str:
        """The zone of local times where the map names none."""
        return self.policy.hours.zone if self.policy.hours else "UTC"

    def look(self, progress: Draw | None) -> tuple[Seen, Counted]:
        """Return what the checkpoint holds, else what one look through the file tells."""
        held = read_checkpoint(self.checkpoint, self.begun_with)
        if held is not None:
            try:
                self.done, self.rows = int(held["done"]), int(held["rows"])
                return Seen.of_json(held["seen"]), Counted.of_json(held["counted"])
            except (KeyError, ValueError, TypeError, AttributeError):
                raise UnreadableFileError(
                    f"{self.checkpoint} is a checkpoint that cannot be read to its end.",
                    hint="Give another path after --resume to begin anew, or remove that file.",
                ) from None
        seen = Seen()
        for piece in self._pieces(progress):
            seen.take(piece)
        counted = Counted.by(self.cuts)
        self._keep(seen, counted)
        return seen, counted

    def count(self, seen: Seen, counted: Counted, *, at: int, progress: Draw | None) -> None:
        """Count the pieces that are not counted yet, each with a checkpoint after it."""
        if self.done < 0:
            return
        for piece in self._pieces(progress, after=(self.done, self.rows)):
            cases = piece.cases if piece.columns is None else piece.columns
            outcomes = replay(
                what_if(self.policy),
                cases,
                at=at,
                tells=seen.tells,
                dates_only=seen.dates_only,
            )
            counted.take(outcomes, cases)
            if piece.columns is not None:
                counted.take_beside(
                    beside(piece.columns, self.hours, at=at),
                    verdicts_beside(piece.columns, outcomes.promises),
                )
            self.done += 1
            self.rows += piece.rows
            self._keep(seen, counted)
        self.done = -1
        self._keep(seen, counted)

    def _pieces(
        self, progress: Draw | None, *, after: tuple[int, int] = (0, 0)
    ) -> Iterator[History]:
        return load_pieces(
            self.path,
            self.column_map,
            zone=self.zone,
            rows=self.piece,
            progress=progress,
            after=after,
        )

    def _keep(self, seen: Seen, counted: Counted) -> None:
        write_checkpoint(
            self.checkpoint,
            self.begun_with,
            {
                "done": self.done,
                "rows": self.rows,
                "seen": seen.as_json(),
                "counted": counted.as_json(),
            },
        )


def records_of(
    counted: Counted, policy: Policy, cuts: Sequence[tuple[Dimension, ...]], *, at: int
) -> tuple[list[TrackRecord], list[list[Cut]]]:
    """Return the track record of each promise and its parts, without single clocks."""
    records: list[TrackRecord] = []
    parted: list[list[Cut]] = []
    for promise in policy.of_kind(Promise):
        why = counted.why_unmeasured(promise.id)
        counts = counted.total(promise.id)
        records.append(
            TrackRecord(
                outcome=PromiseOutcome(promise, counts, ClockColumns(), why),
                estimate=estimate(counts.kept, counts.judged, promise.target),
                quantiles=counted.quantiles(promise.id),
                months=months_of(
                    counted.parts(promise.id, (Dimension.MONTH,)), promise, at, counted.zone
                ),
                survived=counted.survived(promise.id),
            )
        )
        parted.append(
            [
                (
                    cut,
                    hidden_parts(
                        [
                            Part(words, PromiseOutcome(promise, found, ClockColumns(), why))
                            for words, found in counted.parts(promise.id, cut).items()
                        ],
                        cut,
                    ),
                )
                for cut in cuts
            ]
        )
    return records, parted
