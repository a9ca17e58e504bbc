"""An export with one row an event, or one row a change of state, gathered into cases."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from goodword.case.case import Case
from goodword.case.event import NO_FACTS, Actor, Event, EventKind
from goodword.errors import UnknownNameError, UnreadableFileError
from goodword.history.column_map import WORDS, ColumnMap, States
from goodword.history.history import History
from goodword.history.instants import InstantReader, is_plausible, looks_like_a_date
from goodword.history.problem import ProblemList
from goodword.history.words import slug
from goodword.problem import Severity

_NONSENSE_FROM = 5
_EVENT_WORDS = frozenset(kind.value for kind in EventKind)
_ACTOR_WORDS = frozenset(actor.value for actor in Actor)
_CUSTOMERS_OWN = frozenset({EventKind.OPENED, EventKind.CUSTOMER_MESSAGE})
_BY_MACHINE = frozenset({EventKind.AUTOMATIC_REPLY, EventKind.CLOSED})


class _State(StrEnum):
    RUNNING = "running"
    WAITING = "waiting"
    RESOLVED = "resolved"
    CLOSED = "closed"


_OVER = frozenset({_State.RESOLVED, _State.CLOSED})
_Happening = tuple[int, EventKind, Actor, Mapping[str, str]]


class _Update(NamedTuple):
    """One row: when, what it says, and the words that stood in it."""

    at: int
    seq: int
    line: int
    said: str
    actor: str
    words: tuple[str | None, ...]


@dataclass(slots=True)
class _Told:
    """What the rows of one case told."""

    updates: list[_Update] = field(default_factory=list)
    opened: int | None = None
    resolved: int | None = None
    is_own: bool = False


class EventLog:
    """Gathers the rows of each case as they stream by; `history` is what came of them.

    With [states] in the map each row holds the state after an update: changes of state become
    events, and the last `resolved` column counts as the resolution of the last stretch. Without,
    each row names its event.
    """

    def __init__(
        self,
        column_map: ColumnMap,
        headings: tuple[str, ...],
        zone: ZoneInfo,
        problems: ProblemList,
    ) -> None:
        columns = column_map.columns
        said = "state" if column_map.states else "event"
        if said not in columns:
            raise UnknownNameError(
                f'{column_map.path} does not say which column is "{said}".',
                hint='Add it below [columns]: "state" goes with [states], "event" without them.',
            )
        self._map = column_map
        self._problems = problems
        self._reader = InstantReader(column_map.dates, zone)
        self._places = {heading: index for index, heading in enumerate(headings)}
        self._column = {name: self._places[heading] for name, heading in columns.items()}
        self._said = self._column[said]
        self._cases: dict[str, _Told] = {}
        # Each update repeats the dates of its case: a date is read once.
        self._instants: dict[str, int] = {}
        self._words: dict[tuple[str, str], str | None] = {}
        self._read = 0
        self._good = 0
        self._bad: list[tuple[int, str]] = []

    def take_batch(self, lines: Sequence[int], rows: Sequence[list[str]]) -> None:
        """Read some rows; what is wrong with them becomes problems with their places."""
        for line, fields in zip(lines, rows, strict=True):
            self.take(line, fields)

    def take(self, line: int, fields: list[str]) -> None:
        """Read one row; what is wrong with it becomes a problem with its place."""
        self._read += 1
        case_id = fields[self._column["case"]].strip()
        at = self._instant("at", line, fields)
        if case_id in self._map.missing or at is None:
            self._problems.add(
                "broken-line",
                Severity.ERROR,
                "This line does not say which case it is about, or when it happened.",
                line=line,
                understood="The line is left out; the others are read.",
            )
            return
        told = self._cases.setdefault(case_id, _Told())
        if told.updates and at < told.updates[-1].at:
            self._problems.add(
                "out-of-order",
                Severity.INFO,
                f'An event of the case "{case_id[:40]}" stands after a later one.',
                line=line,
                column=self._map.columns["at"],
                understood="Events are taken in the order in which they happened.",
            )
        words = tuple(self._word(name, fields) for name in WORDS)
        actor = fields[self._column["actor"]].strip() if "actor" in self._column else ""
        told.updates.append(
            _Update(at, len(told.updates), line, fields[self._said].strip(), actor, words)
        )
        told.opened = self._instant("opened", line, fields) or told.opened
        told.resolved = self._instant("resolved", line, fields) or told.resolved
        told.is_own = told.is_own or any(
            fields[self._places[heading]].strip() in words
            for heading, words in self._map.own.items()
        )

    def refuse_nonsense(self, path: str) -> None:
        """Raise UnreadableFileError when most dates are none."""
        if len(self._bad) > max(self._good, _NONSENSE_FROM):
            line, value = self._bad[0]
            raise UnreadableFileError(
                f'{path} line {line}: "{value[:40]}" is not a date in the map\'s formats. So it is '
                f"with {len(self._bad):,} of {len(self._bad) + self._good:,} values there.",
                hint="Are the columns mixed up, or is the date written another way? "
                "Look at [columns] and dates in the map.",
            )

    def history(self, path: str, zone: str) -> History:
        """Return everything that was read."""
        mapped = self._map.values.get("event", {}).values()
        tells = {EventKind(word) for word in mapped if word in _EVENT_WORDS}
        cases: list[Case] = []
        left_out: Counter[str] = Counter()
        for case_id, told in self._cases.items():
            if told.is_own:
                left_out["own_work"] += 1
                continue
            told.updates.sort()
            case = self._case(case_id, told)
            if case is None:
                left_out["ends_before_start"] += 1
                continue
            tells.update(event.kind for event in case.events)
            cases.append(case)
        if self._reader.twice or self._reader.skipped:
            self._problems.add(
                "clock-change",
                Severity.INFO,
                f"{self._reader.skipped:,} local times were skipped by a clock change, "
                f"{self._reader.twice:,} happened twice.",
                understood="A skipped time is read with the offset before the change, "
                "a repeated one as its first occurrence (RFC 5545 3.3.5).",
            )
        return History(
            path=path,
            zone=zone,
            rows=self._read,
            last_event=max((case.events[-1].at for case in cases), default=None),
            tells=frozenset(tells),
            cases=tuple(cases),
            dates_only=bool(self._good) and not self._reader.with_time,
            left_out=left_out,
            problems=self._problems.in_order(),
            counts=self._problems.counts,
        )

    def _case(self, case_id: str, told: _Told) -> Case | None:
        """Return the case; None where its events come before its opening."""
        first = told.updates[0]
        states = self._map.states
        if states is None:
            events = [*self._named_events(told)]
            if not events:
                return None
        else:
            opened = first.at if told.opened is None else told.opened
            if opened > first.at:
                self._problems.add(
                    "ends-before-start",
                    Severity.WARNING,
                    f'The case "{case_id[:40]}" has events before it was opened.',
                    line=first.line,
                    column=self._map.columns.get("opened"),
                    understood="The case is counted as left out and judged by no promise.",
                )
                return None
            place = first.words[WORDS.index("place")]
            facts = NO_FACTS if place is None else {"place": place}
            events = [(opened, EventKind.OPENED, Actor.CUSTOMER, facts)]
            events += self._changes(case_id, told, states)
        events.sort(key=lambda event: event[0])
        channel, kind, priority, _ = first.words
        return Case(
            id=case_id,
            events=tuple(
                Event(at, seq, event, actor, facts)
                for seq, (at, event, actor, facts) in enumerate(events)
            ),
            channel=channel,
            kind=kind,
            priority=priority,
        )

    def _named_events(self, told: _Told) -> Iterator[_Happening]:
        named = self._map.values.get("event", {})
        actors = self._map.values.get("actor", {})
        has_opened = False
        for update in told.updates:
            word = named.get(update.said, slug(update.said))
            if word not in _EVENT_WORDS:
                self._problems.add(
                    "unknown-event",
                    Severity.WARNING,
                    f'"{update.said[:40]}" is no event that is known here.',
                    line=update.line,
                    column=self._map.columns["event"],
                    understood="The line is left out; the others are read.",
                    hint="Name what it means below [values.event] in the map.",
                )
                continue
            kind = EventKind(word)
            if not has_opened and kind is EventKind.CUSTOMER_MESSAGE:
                kind = EventKind.OPENED
            has_opened = has_opened or kind is EventKind.OPENED
            if not has_opened:
                self._problems.add(
                    "ends-before-start",
                    Severity.WARNING,
                    "This event comes before the case was opened.",
                    line=update.line,
                    understood="The line is left out; the others are read.",
                )
                continue
            actor = actors.get(update.actor, slug(update.actor))
            facts = {
                name: word
                for name, word in zip(WORDS, update.words, strict=True)
                if word is not None
            }
            yield (
                update.at,
                kind,
                Actor(actor) if actor in _ACTOR_WORDS else _usual_actor(kind),
                facts,
            )

    def _changes(self, case_id: str, told: _Told, states: States) -> list[_Happening]:
        """Return an event for each change of state, kind or priority between updates."""
        before, words = _State.RUNNING, told.updates[0].words
        changes: list[_Happening] = []
        for update in told.updates:
            state = _state(update.said, states)
            changes += [(update.at, kind, _usual_actor(kind), {}) for kind in _steps(before, state)]
            changes += _changed_words(update, words)
            before, words = state, update.words
        if before in _OVER and not _date_resolution(changes, told):
            self._problems.add(
                "closed-unresolved",
                Severity.INFO,
                f'The case "{case_id[:40]}" was closed, but no resolution was recorded.',
                line=told.updates[-1].line,
                understood="Closing by itself resolves nothing: it counts as not resolved.",
            )
        return changes

    def _word(self, name: str, fields: list[str]) -> str | None:
        if name not in self._column:
            return None
        written = fields[self._column[name]]
        if (name, written) not in self._words:
            word = written.strip()
            is_missing = word in self._map.missing
            ours = self._map.values.get(name, {}).get(word, slug(word))
            self._words[name, written] = None if is_missing else ours
        return self._words[name, written]

    def _instant(self, name: str, line: int, fields: list[str]) -> int | None:
        if name not in self._column:
            return None
        text = fields[self._column[name]].strip()
        if text in self._map.missing:
            return None
        known = self._instants.get(text)
        if known is not None:
            return known
        instant = self._reader.read(text)
        if instant is not None and is_plausible(instant):
            self._good += 1
            self._instants[text] = instant
            return instant
        self._bad.append((line, text))
        exists = "There is no such date as" if looks_like_a_date(text) else "This is no date:"
        self._problems.add(
            "no-such-date" if looks_like_a_date(text) else "unreadable-date",
            Severity.WARNING,
            f'{exists} "{text[:40]}".',
            line=line,
            column=self._map.columns[name],
            value=text,
            understood="It is taken as not recorded.",
            hint="Mend the date in the export, or name its format under dates in the map.",
        )
        return None


def _usual_actor(kind: EventKind) -> Actor:
    if kind in _CUSTOMERS_OWN:
        return Actor.CUSTOMER
    return Actor.SYSTEM if kind in _BY_MACHINE else Actor.PERSON


def _state(word: str, states: States) -> _State:
    for state in (_State.WAITING, _State.RESOLVED, _State.CLOSED):
        if word in getattr(states, state):
            return state
    return _State.RUNNING


def _steps(before: _State, state: _State) -> Iterator[EventKind]:
    """Yield what a change from one state to another tells."""
    if before is state:
        return
    if before is _State.WAITING:
        yield EventKind.RESUMED
    if before in _OVER and state not in _OVER:
        yield EventKind.REOPENED
    if state is _State.WAITING:
        yield EventKind.WAITING
    elif state is _State.RESOLVED and before is not _State.CLOSED:
        yield EventKind.RESOLVED
    elif state is _State.CLOSED:
        yield EventKind.CLOSED


def _date_resolution(changes: list[_Happening], told: _Told) -> bool:
    """Date the last resolution as the log itself does; return whether there is one at all.

    The log's own time must not lie before the last reopening: then it speaks of an earlier one.
    """
    since = max((at for at, kind, _, _ in changes if kind is EventKind.REOPENED), default=None)
    index = next(
        (
            index
            for index in reversed(range(len(changes)))
            if changes[index][1] in {EventKind.RESOLVED, EventKind.REOPENED}
        ),
        None,
    )
    found = index is not None and changes[index][1] is EventKind.RESOLVED
    begun = since if since is not None else told.opened
    if told.resolved is not None and (begun is None or told.resolved >= begun):
        dated = (told.resolved, EventKind.RESOLVED, Actor.PERSON, NO_FACTS)
        if found and index is not None:
            changes[index] = dated
        else:
            changes.append(dated)
        return True
    return found


def _changed_words(update: _Update, before: tuple[str | None, ...]) -> Iterator[_Happening]:
    _, kind, priority, _ = update.words
    if kind != before[1] and kind is not None:
        yield update.at, EventKind.KIND_CHANGED, Actor.PERSON, {"kind": kind}
    if priority != before[2] and priority is not None:
        yield update.at, EventKind.PRIORITY_CHANGED, Actor.PERSON, {"priority": priority}
