"""What another policy would have meant: two replays of one history, laid side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from goodword.clock.clock import Outcome
from goodword.policy.promise import Promise
from goodword.replay.outcomes import OUTCOMES, ClockColumns, Counts, Outcomes, PromiseOutcome

_SHOWN_ROWS = 5
_NONE = len(OUTCOMES)
_BROKEN = frozenset({Outcome.BROKEN_CLOSED, Outcome.BROKEN_OPEN})
_PROMISED = frozenset(Outcome) - {Outcome.VOID}


class Turn(StrEnum):
    """How a case comes out under the other policy, beside the first."""

    BETTER = "better"  # late under the first, not late under the other
    WORSE = "worse"  # not late under the first, late under the other
    NEWLY_PROMISED = "newly_promised"
    NO_LONGER_PROMISED = "no_longer_promised"
    OTHERWISE = "otherwise"  # excused or open in one of them, and late in neither
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Move:
    """So many cases that came out as `before` under the first policy and `after` under the other.

    None where a promise did not run on them. `rows` are the first few cases, by their place in
    the history.
    """

    before: Outcome | None
    after: Outcome | None
    number: int
    rows: tuple[int, ...]

    @property
    def turn(self) -> Turn:
        """What the move means for these cases."""
        promised = self.before in _PROMISED, self.after in _PROMISED
        if promised == (False, False) or self.before is self.after:
            return Turn.SAME
        if not promised[0]:
            return Turn.NEWLY_PROMISED
        if not promised[1]:
            return Turn.NO_LONGER_PROMISED
        was_late, is_late = self.before in _BROKEN, self.after in _BROKEN
        if was_late and is_late:
            return Turn.SAME
        if was_late:
            return Turn.BETTER
        return Turn.WORSE if is_late else Turn.OTHERWISE


@dataclass(frozen=True, slots=True)
class Clause:
    """One promise in the first policy and in the other; None where one has no such promise."""

    before: PromiseOutcome | None
    after: PromiseOutcome | None
    moves: tuple[Move, ...]

    def moved(self, turn: Turn) -> tuple[int, tuple[int, ...]]:
        """Return how many cases took this turn, and the first few of them."""
        moves = [move for move in self.moves if move.turn is turn]
        rows = sorted(row for move in moves for row in move.rows)
        return sum(move.number for move in moves), tuple(rows[:_SHOWN_ROWS])

    @property
    def changes(self) -> bool:
        """Whether any case comes out otherwise."""
        return any(move.turn is not Turn.SAME for move in self.moves)


@dataclass(frozen=True, slots=True)
class Against:
    """Both policies over one history, clause by clause, in the order of the first."""

    clauses: tuple[Clause, ...]
    better: int
    worse: int


def against(before: Outcomes, after: Outcomes) -> Against:
    """Return what changes from the first policy to the other, both replayed over one history.

    Promises belong together by their id; then by metric, channels and subject; then by metric
    and subject where they share a channel. `better` and `worse` count cases, each once.
    """
    clauses: list[Clause] = []
    turned: dict[Turn, list[NDArray[np.int64]]] = {Turn.BETTER: [], Turn.WORSE: []}
    for one, other in pairs(before.promises, after.promises):
        rows, was, now = _joined(one, other)
        moves = _moves(rows, was, now)
        clauses.append(Clause(one, other, moves))
        for move in moves:
            if move.turn in turned:
                here = (was == _code(move.before)) & (now == _code(move.after))
                turned[move.turn].append(rows[here])
    better, worse = (
        len(np.unique(np.concatenate(found))) if found else 0 for found in turned.values()
    )
    return Against(tuple(clauses), better, worse)


def together(pieces: Iterable[tuple[Against, Sequence[int]]]) -> Against:
    """Return what changes over a history of which each piece has whole cases: `against` of all.

    With each piece stands a number for each of its cases: sorted by it, the cases of all stand as
    in the file. The rows of what comes out are such numbers.
    """
    sides: list[tuple[PromiseOutcome | None, PromiseOutcome | None]] = []
    moves: list[dict[tuple[int, int], tuple[int, list[int]]]] = []
    better = worse = 0
    for found, order in pieces:
        better, worse = better + found.better, worse + found.worse
        if not sides:
            sides = [(None, None)] * len(found.clauses)
            moves = [{} for _ in found.clauses]
        for place, clause in enumerate(found.clauses):
            before, after = sides[place]
            sides[place] = _both(before, clause.before), _both(after, clause.after)
            for move in clause.moves:
                key = _code(move.before), _code(move.after)
                number, rows = moves[place].get(key, (0, []))
                rows = sorted([*rows, *(order[row] for row in move.rows)])[:_SHOWN_ROWS]
                moves[place][key] = number + move.number, rows
    clauses = tuple(
        Clause(
            *pair,
            tuple(
                Move(_outcome(key[0]), _outcome(key[1]), number, tuple(rows))
                for key, (number, rows) in sorted(found_moves.items())
            ),
        )
        for pair, found_moves in zip(sides, moves, strict=True)
    )
    return Against(clauses, better, worse)


def _both(known: PromiseOutcome | None, more: PromiseOutcome | None) -> PromiseOutcome | None:
    """Return what became of one promise in two pieces, without single clocks."""
    if more is None or known is None:
        return None if more is None else replace(more, clocks=ClockColumns())
    sums = {
        name: number + getattr(more.counts, name) for name, number in asdict(known.counts).items()
    }
    return replace(known, counts=Counts(**sums))


def pairs(
    before: Sequence[PromiseOutcome], after: Sequence[PromiseOutcome]
) -> list[tuple[PromiseOutcome | None, PromiseOutcome | None]]:
    """Return which promise of the other policy stands for which of the first."""
    left = list(after)
    partner: dict[int, PromiseOutcome] = {}
    for belongs in (_same_id, _same_terms, _shares_a_channel):
        for place, one in enumerate(before):
            if place in partner:
                continue
            found = next((new for new in left if belongs(one.promise, new.promise)), None)
            if found is not None:
                partner[place] = found
                left.remove(found)
    return [
        *((one, partner.get(place)) for place, one in enumerate(before)),
        *((None, new) for new in left),
    ]


def _same_id(one: Promise, other: Promise) -> bool:
    return one.id == other.id and one.metric is other.metric


def _same_terms(one: Promise, other: Promise) -> bool:
    return (
        one.metric is other.metric
        and set(one.channels) == set(other.channels)
        and one.subject == other.subject
        and set(one.parts) == set(other.parts)
    )


def _shares_a_channel(one: Promise, other: Promise) -> bool:
    return (
        one.metric is other.metric
        and one.subject == other.subject
        and set(one.parts) == set(other.parts)
        and bool(set(one.channels) & set(other.channels))
    )


def _joined(
    one: PromiseOutcome | None, other: PromiseOutcome | None
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return each case on which either runs, and its outcome codes under both."""
    sides = [_codes(None if side is None else side.clocks) for side in (one, other)]
    rows = np.union1d(sides[0][0], sides[1][0])
    found: list[NDArray[np.int64]] = []
    for known, codes in sides:
        column = np.full(len(rows), _NONE, np.int64)
        column[np.searchsorted(rows, known)] = codes
        found.append(column)
    return rows, found[0], found[1]


def _codes(clocks: ClockColumns | None) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    if clocks is None or not clocks.started:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    rows = np.frombuffer(clocks.row, np.int64)
    return rows, np.frombuffer(clocks.outcome, np.int8).astype(np.int64)


def _moves(
    rows: NDArray[np.int64], was: NDArray[np.int64], now: NDArray[np.int64]
) -> tuple[Move, ...]:
    key = was * (_NONE + 1) + now
    found = []
    for one in np.unique(key).tolist():
        here = rows[key == one]
        codes = divmod(one, _NONE + 1)
        before, after = map(_outcome, codes)
        found.append(Move(before, after, len(here), tuple(here[:_SHOWN_ROWS].tolist())))
    return tuple(found)


def _code(outcome: Outcome | None) -> int:
    return _NONE if outcome is None else OUTCOMES.index(outcome)


def _outcome(code: int) -> Outcome | None:
    return None if code == _NONE else OUTCOMES[code]
