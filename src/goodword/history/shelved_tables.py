"""Pieces of a table on a shelf, with the last line of each case as what counts."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import compress

from goodword.case.columns import EVENT_OF_COLUMN, NOTHING, CaseColumns, LeftOut
from goodword.history.problem import ProblemList
from goodword.history.shelf import Shelf
from goodword.history.shelved_cases import Columns, columns_of, table_of
from goodword.history.table import say_it_comes_again

Values = dict[str, int]


@dataclass(slots=True)
class Again:
    """What only the last piece knows of all: which cases come again, and how they are written.

    `ids` may come again in a later piece than their first. `put` has, by piece and row, what their
    last line said; `gone` the rows that are told of elsewhere. `words` are all words of a column
    and `steps` the finest step of the file's own figures.
    """

    ids: set[str] = field(default_factory=set)
    put: dict[int, dict[int, Values]] = field(default_factory=lambda: defaultdict(dict))
    gone: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    words: dict[str, list[str | None]] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)

    def learn(self, columns: CaseColumns, path: str) -> None:
        """Learn what a further piece tells of all."""
        self.paths.append(path)
        for name in ("channel", "kind", "priority", "place"):
            names = getattr(columns, name)
            if names is not None:
                self.words[name] = list(names.words)
        if len(columns):
            self.steps = {name: own.step for name, own in columns.took.items()}


def piece_of(shelf: Shelf, number: int, again: Again) -> CaseColumns:
    """Return a piece of a table as it stands when all pieces are known."""
    told, arrays = shelf.get(number)
    for row, values in again.put[number].items():
        for name, value in values.items():
            arrays[name][row] = value
    gone = again.gone[number]
    if gone:
        keeps = [row not in gone for row in range(len(told["ids"]))]
        told["ids"] = list(compress(told["ids"], keeps))
        for name, one in arrays.items():
            arrays[name] = type(one)(one.typecode, compress(one, keeps))
    told["words"] = {name: again.words[name] for name in told["words"]}
    columns = table_of(told, arrays)
    for name, step in again.steps.items():
        columns.took[name].step = step
    return columns


def last_lines_count(
    shelf: Shelf, again: Again, problems: ProblemList, left_out: Counter[str]
) -> int | None:
    """Let the last line of each case that comes again count, and name each; the last event then.

    What no longer counts is taken from `left_out`.
    """
    first: dict[str, tuple[int, int]] = {}
    values: dict[str, tuple[Values, int]] = {}
    for number in range(len(shelf)):
        told, arrays = shelf.get(number)
        lines = arrays.pop("line")
        firsts = dict(told["first_lines"])
        for row, case_id in enumerate(told["ids"]):
            if case_id not in again.ids:
                continue
            if case_id in first:
                before, line = values[case_id]
                problems.path = again.paths[number]
                say_it_comes_again(problems, case_id, firsts.get(row, lines[row]), line)
                if before["left_out"]:
                    left_out[LeftOut(before["left_out"]).name.lower()] -= 1
                again.gone[number].add(row)
            else:
                first[case_id] = number, row
            values[case_id] = {name: one[row] for name, one in arrays.items()}, lines[row]
    for case_id, (number, row) in first.items():
        again.put[number][row] = values[case_id][0]
    for reason in [reason for reason, number in left_out.items() if not number]:
        del left_out[reason]
    last = max(
        (_last_event(columns_of(piece_of(shelf, one, again))) for one in range(len(shelf))),
        default=NOTHING,
    )
    return None if last == NOTHING else last


def _last_event(arrays: Columns) -> int:
    names = ["opened", *(f"instant {name}" for name in EVENT_OF_COLUMN)]
    return max((max(arrays[name]) for name in names if arrays.get(name)), default=NOTHING)
