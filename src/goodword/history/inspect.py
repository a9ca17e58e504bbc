"""What an export is, how it would be read, and which traps it holds."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from goodword.errors import GoodwordError
from goodword.history.batch import Batch
from goodword.history.column_map import ColumnMap, Shape
from goodword.history.event_log import EventLog
from goodword.history.guess.column import Column, columns_of
from goodword.history.guess.date_forms import Order
from goodword.history.guess.guessed_map import GuessedMap, guessed_map
from goodword.history.history import History
from goodword.history.mapped_rows import join, open_mapped
from goodword.history.problem import HistoryProblem, ProblemList
from goodword.history.rows import Progress, Rows, called, open_rows
from goodword.history.table import CaseTable
from goodword.history.traps.activity import Activity
from goodword.history.traps.automatic_closing import AutomaticClosing
from goodword.history.traps.clock_changes import ClockChanges
from goodword.history.traps.closing_states import ClosingStates
from goodword.history.traps.coverage import Coverage
from goodword.history.traps.duplicate_ids import DuplicateIds, headings_of_case
from goodword.history.traps.ended_undated import EndedUndated
from goodword.history.traps.ends_before_start import EndsBeforeStart
from goodword.history.traps.events_out_of_order import EventsOutOfOrder
from goodword.history.traps.no_cases import NoCases
from goodword.history.traps.no_time_of_day import NoTimeOfDay
from goodword.history.traps.odd_columns import odd_columns, titles_above
from goodword.history.traps.odd_dates import OddDates
from goodword.history.traps.own_cases import OwnCases
from goodword.history.traps.shifted_zone import KnownZones, ShiftedZone
from goodword.history.traps.stretch import Stretches
from goodword.history.traps.time_grain import TimeGrain
from goodword.history.traps.trap import Trap, Watch, share
from goodword.history.traps.verdicts import ChangingVerdict, Verdicts, place_of
from goodword.history.traps.weekdays import Weekdays
from goodword.history.words import slug
from goodword.problem import Severity

LOOKED_AT = 20_000
"""How many rows the guess is made from; the traps are looked for in all of them."""
_MOST_WORDS = 5000
_SHOWN = {Shape.CASES: 400, Shape.EVENTS: 2000}
_WEIGHTS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Inspection:
    """An export looked at: what its columns are, how it would be read, and what to beware of.

    `column_map` is None where no map can be made of it. `first` is what the first rows would be
    read as. `words` counts, for channel, kind and priority, our words over all rows.
    """

    path: str
    rows: int
    columns: tuple[Column, ...]
    guess: GuessedMap
    column_map: ColumnMap | None
    traps: tuple[Trap, ...]
    activity: Activity
    first: History | None
    words: Mapping[str, Counter[str]] = field(default_factory=dict)
    problems: tuple[HistoryProblem, ...] = ()

    @property
    def is_wrong(self) -> bool:
        """Whether something would make figures wrong."""
        return self.column_map is None or any(
            trap.severity is Severity.ERROR for trap in self.traps
        )


def inspect(
    path: Path,
    *,
    now: int,
    column_map: ColumnMap | None = None,
    zone: str | None = None,
    local: str | None = None,
    progress: Progress | None = None,
) -> Inspection:
    """Return what a file is, with the given map or a guessed one.

    `now` (UTC seconds) tells the future from the past. `zone` is that of the times,
    over the map's; `local` that in which the organisation works.
    All rows are read once more after the first `LOOKED_AT`; memory stays below about 40 bytes a
    row. Raises UnreadableFileError for what cannot be opened as an export at all.
    """
    name = str(called(path))
    problems = ProblemList(name)
    rows = _opened(path, column_map, problems, progress)
    lines, sample, rest = _look(rows)
    if column_map is None:
        inside = _inside(rows.headings, sample)
        if inside is not None and str(path) != "-":
            problems = ProblemList(name)
            rows = open_rows(path, problems, wanted=inside, progress=progress)
            lines, sample, rest = _look(rows)
    columns = columns_of(rows.headings, sample)
    guess = guessed_map(columns, zone=zone)
    if column_map is not None:
        guess = _as_told(column_map, guess)
    used = guess.column_map
    counted = _Count()
    activity = Activity(
        is_log=guess.column_map is not None and guess.column_map.shape is Shape.EVENTS
    )
    traps: list[Trap] = []
    words: dict[str, Counter[str]] = {}
    if used is not None and sample:
        headings = _with_joined(rows.headings, used)
        if len(headings) > len(rows.headings):
            _join(sample, rows.headings, used)
        watches = _watches(used, guess, headings, now, zone or used.zone)
        written = zone or used.zone
        stretches = Stretches(used, headings, written, local)
        for batch_lines, batch in _batches(lines, sample, rest):
            counted.rows += len(batch)
            if len(batch[0]) < len(headings):
                _join(batch, rows.headings, used)
            stretch = stretches.of(batch_lines, batch)
            activity.take(stretch)
            _count_words(words, used, stretch.words)
            for watch in watches:
                watch.take(stretch)
        names = {**used.columns, **({"due": used.due} if used.due else {})}
        for watch in watches:
            traps += watch.found()
        known = KnownZones(written, local, is_said=stretches.aware > stretches.naive)
        traps += ShiftedZone(activity, names, known).found()
        traps += ClockChanges(activity, names, known).found()
        traps += Weekdays(activity, names).found()
        traps += _mixed_offsets(stretches)
    else:
        counted.rows = len(sample) + sum(len(batch) for _, batch in rest)
    traps = [
        *titles_above(rows.headings, lines, sample),
        *odd_columns(columns, guess),
        *_unread(problems, counted.rows),
        *traps,
    ]
    traps = _without_echoes(traps)
    traps.sort(key=lambda trap: (_WEIGHTS.index(trap.severity), -trap.rows))
    first = (
        _first(used, _with_joined(rows.headings, used), lines, sample, name, zone) if used else None
    )
    return Inspection(
        name,
        counted.rows,
        columns,
        guess,
        used,
        tuple(traps),
        activity,
        first,
        words,
        problems.in_order(),
    )


@dataclass(slots=True)
class _Count:
    rows: int = 0


def _as_told(column_map: ColumnMap, guess: GuessedMap) -> GuessedMap:
    """Return the given map in place of the guessed one, and what it says of each column."""
    said: dict[str, list[str]] = {}
    for ours, heading in column_map.columns.items():
        said.setdefault(heading, []).append(ours.replace("_", " "))
    for ours, (heading, unit) in column_map.after.items():
        said.setdefault(heading, []).append(f"{ours.replace('_', ' ')}, {unit.value} after opening")
    if column_map.due is not None:
        said.setdefault(column_map.due, []).append("due, as the other system promised")
    for title, marks in (("your own work", column_map.own), ("no case", column_map.void)):
        for heading, words in marks.items():
            named = ", ".join(f'"{word}"' for word in sorted(words)[:3])
            said.setdefault(heading, []).append(f"{named}: {title}")
    reasons = {heading: f"{'; '.join(told)} (by the map)" for heading, told in said.items()}
    for aside in (guess.verdict, guess.status):
        if aside is not None and aside in guess.reasons:
            reasons.setdefault(aside, guess.reasons[aside])
    # The map has settled which of day and month comes first.
    return replace(guess, column_map=column_map, reasons=reasons, order=Order())


def _opened(
    path: Path, column_map: ColumnMap | None, problems: ProblemList, progress: Progress | None
) -> Rows:
    """Return the rows as they stand, or as a given map asks for them."""
    if column_map is None:
        return open_rows(path, problems, progress=progress)
    mapped = open_mapped(path, column_map, problems, progress)
    return Rows(mapped.headings, mapped.batches)


def _look(rows: Rows) -> tuple[list[int], list[list[str]], Iterator[Batch]]:
    """Return the first rows, with their lines, and the batches after them."""
    lines: list[int] = []
    sample: list[list[str]] = []
    for batch_lines, batch in rows.batches:
        lines += batch_lines
        sample += batch
        if len(sample) >= LOOKED_AT:
            break
    return lines, sample, rows.batches


def _with_joined(headings: tuple[str, ...], used: ColumnMap) -> tuple[str, ...]:
    """Return the headings with those that are made of others, once each."""
    return (*headings, *(one for one in used.joined if one not in headings))


def _join(rows: Sequence[list[str]], headings: Sequence[str], used: ColumnMap) -> None:
    """Put the fields that are made of others at the end of each row."""
    places = [[headings.index(part) for part in parts] for parts in used.joined.values()]
    marks = used.missing - {""}
    for fields in rows if places else ():
        fields += [join([fields[place] for place in one], marks) for one in places]


def _batches(
    lines: Sequence[int], sample: Sequence[list[str]], rest: Iterator[Batch]
) -> Iterator[tuple[Sequence[int], Sequence[list[str]]]]:
    for at in range(0, len(sample), 4096):
        yield lines[at : at + 4096], sample[at : at + 4096]
    for batch in rest:
        if batch[1]:
            yield batch


def _inside(headings: Sequence[str], sample: Sequence[Sequence[str]]) -> tuple[str, ...] | None:
    """Return headings that look inside objects ("via.channel"), None where there is no object."""
    found: dict[str, None] = {}
    has_objects = False
    for place, heading in enumerate(headings):
        keys: dict[str, None] = {}
        for row in sample[:200]:
            if row[place].startswith("{"):
                try:
                    value = json.loads(row[place])
                except (ValueError, RecursionError):
                    continue
                if isinstance(value, dict):
                    keys.update(dict.fromkeys(key for key in value if "." not in key))
        if keys and len(keys) <= 40:
            has_objects = True
            found.update(dict.fromkeys(f"{heading}.{key}" for key in keys))
        else:
            found[heading] = None
    return tuple(found) if has_objects else None


def _watches(
    used: ColumnMap,
    guess: GuessedMap,
    headings: Sequence[str],
    now: int,
    zone: str | None,
) -> list[Watch]:
    names = {**used.columns, **({"due": used.due} if used.due else {})}
    places = {heading: place for place, heading in enumerate(headings)}
    is_log = used.shape is Shape.EVENTS
    own = {heading: words for heading, words in used.own.items() if heading in places}
    case = headings_of_case(used.columns)
    has_zeros = not any(
        code in form for form in used.dates for code in ("%H", "%I", "iso", "unix", "excel")
    )
    watches: list[Watch] = [
        NoTimeOfDay(names, is_read_as_date=has_zeros),
        OddDates(names, now),
        DuplicateIds(case, is_log=is_log),
        OwnCases(names, own, places),
        NoCases(headings, {**own, **used.void}),
        TimeGrain(names),
        Coverage(names, is_log=is_log),
    ]
    verdict = place_of(guess.verdict, places)
    if is_log:
        watches.append(EventsOutOfOrder(names.get("at")))
        if used.states is not None and case is not None:
            watches.append(ClosingStates(used.states, names))
        if case is not None:
            watches.append(ChangingVerdict(guess.verdict, verdict))
    else:
        watches += [
            EndsBeforeStart(names, zone),
            AutomaticClosing(names),
            Verdicts(guess.verdict, verdict, used.due),
            EndedUndated(guess.status, place_of(guess.status, places)),
        ]
    return watches


def _count_words(
    words: dict[str, Counter[str]], used: ColumnMap, texts: Mapping[str, Sequence[str]]
) -> None:
    for name in ("channel", "kind", "priority"):
        if name not in texts:
            continue
        counts = words.setdefault(name, Counter())
        if len(counts) > _MOST_WORDS:
            continue
        ours = used.values.get(name, {})
        own = used.own.get(used.columns.get(name, ""), frozenset())
        for word, n in Counter(texts[name]).items():
            if word and word not in used.missing and word not in own:
                counts[ours.get(word, slug(word))] += n


def _without_echoes(traps: list[Trap]) -> list[Trap]:
    """Return the traps without those that a machine's hour makes of the same column."""
    by_machine = {trap.column for trap in traps if trap.code == "automatic-closing"}
    echoes = {"rounded-times", "shifted-zone"}
    return [trap for trap in traps if trap.code not in echoes or trap.column not in by_machine]


def _mixed_offsets(stretches: Stretches) -> list[Trap]:
    if not stretches.aware or not stretches.naive:
        return []
    n = stretches.aware + stretches.naive
    return [
        Trap(
            code="mixed-offsets",
            severity=Severity.WARNING,
            message=f"{share(stretches.aware, n)} of the times name their own zone, the others do "
            "not.",
            rows=stretches.aware,
            of=n,
            effect="Those with a zone are taken at their word, the others are read in the map's "
            "zone: if that is another one, spans are off by hours.",
            advice="Name under zone the zone of those times that say none.",
        )
    ]


def _unread(problems: ProblemList, rows: int) -> list[Trap]:
    n = problems.counts["broken-line"]
    traps = []
    if n:
        first = next(one for one in problems.kept if one.code == "broken-line")
        many = n > rows
        traps.append(
            Trap(
                code="broken-lines",
                severity=Severity.ERROR if n > 0.01 * (n + rows) else Severity.WARNING,
                message=f"{share(n, n + rows)} lines cannot be read: {first.message}",
                rows=n,
                of=n + rows,
                line=first.line,
                example=first.value[:60],
                effect="These lines are left out; the others are read.",
                advice="Do lines with a title or a filter stand above the headings? Delete them, "
                "so that the headings are the first line."
                if many
                else first.hint,
            )
        )
    traps += [
        Trap(
            code="broken-lines",
            severity=problem.severity,
            message=problem.message,
            rows=0,
            of=rows,
            line=problem.line,
            effect=problem.understood,
            advice=problem.hint,
        )
        for problem in problems.kept
        if problem.code != "broken-line"
    ]
    return traps


def _first(
    used: ColumnMap,
    headings: tuple[str, ...],
    lines: Sequence[int],
    sample: Sequence[list[str]],
    path: str,
    zone: str | None,
) -> History | None:
    """Return what the first rows would be read as."""
    named = zone or used.zone or "UTC"
    reading = CaseTable if used.shape is Shape.CASES else EventLog
    try:
        shown = _SHOWN[used.shape]
        table = reading(used, headings, ZoneInfo(named), ProblemList(path))
        for line, fields in zip(lines[:shown], sample[:shown], strict=True):
            table.take(line, fields)
        return table.history(path, named)
    except GoodwordError:
        return None
