"""What the rows of one case told, put together as its events."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from goodword.case.case import Case
from goodword.case.columns import EVENT_OF_COLUMN
from goodword.case.event import CHANGES, NO_FACTS, Actor, Event, EventKind
from goodword.case.event_words import (
    actor_named,
    changed_to,
    event_named,
    told_after,
    usual_actor,
)
from goodword.case.opening import OPENING, facts_at_opening
from goodword.history.column_map import OTHERS, WORDS, States
from goodword.history.log_source import Told, Update, Words
from goodword.history.problem import ProblemList
from goodword.history.words import slug
from goodword.problem import Severity

EVENT_WORDS = frozenset(kind.value for kind in EventKind)
# What neither asks nor answers: it may be recorded before the opening of its own instant.
_ASIDE = frozenset({"", EventKind.RESUMED.value, EventKind.NOTE.value, EventKind.TAGGED.value})
# What may be told of a case before its first message: how it stands, and what it is.
_BEFOREHAND = frozenset(
    {
        EventKind.WAITING,
        EventKind.RESUMED,
        EventKind.REOPENED,
        EventKind.VOIDED,
        EventKind.TAGGED,
        EventKind.EXCEPTION_APPLIED,
        *CHANGES,
    }
)


class _State(StrEnum):
    RUNNING = "running"
    WAITING = "waiting"
    RESOLVED = "resolved"
    CLOSED = "closed"


_OVER = frozenset({_State.RESOLVED, _State.CLOSED})
_Happening = tuple[int, EventKind, Actor, Mapping[str, str]]
_Said = list[tuple[Update, str]]


def case_of(case_id: str, told: Told, problems: ProblemList) -> Case | None:
    """Return the case; None where it tells no event, or where they come before its opening.

    Updates of a state become an event for each change. Updates that name their event are such
    events. A date of the whole case counts where no update tells of the same.
    """
    told.updates.sort(key=_when)
    updates = told.updates
    of_states = [one for one in updates if one.source.map.states]
    named = [one for one in updates if not one.source.map.states]
    opened = told.dates.get("opened")
    if opened is None and (of_states or (named and not _may_name_the_opening(named))):
        opened = updates[0].at
    if opened is not None and of_states and opened > of_states[0].at:
        problems.add(
            "ends-before-start",
            Severity.WARNING,
            f'The case "{case_id[:40]}" has events before it was opened.',
            line=of_states[0].line,
            column=of_states[0].source.map.columns.get("opened"),
            understood="The case is counted as left out and judged by no promise.",
        )
        return None
    said = [(one, _event_word(one)) for one in named]
    words = _words_at_opening(told, said)
    events: list[_Happening] = []
    if opened is not None:
        place = words[WORDS.index("place")]
        facts = NO_FACTS if place is None else {"place": place}
        events.append((opened, EventKind.OPENED, Actor.CUSTOMER, facts))
    if of_states:
        events += _changes(case_id, told, of_states, problems)
    events += _named_events(said, opened, problems)
    events += _of_the_whole_case(events, told.dates, has_states=bool(of_states))
    if not events:
        return None
    events.sort(key=lambda event: event[0])
    channel, kind, priority, _ = words
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


def _words_at_opening(told: Told, said: _Said) -> Words:
    """Return the words told up to the opening; those of the first row where none names it.

    Where several files tell, the first that each has.
    """
    if not told.updates:
        return told.words
    if all(one.source is told.updates[0].source for one in told.updates):
        facts = facts_at_opening((word, _words_of(update)) for update, word in said)
        if facts is None:
            return told.updates[0].words
        facts = {**_words_beside(said), **facts}
        return tuple([facts.get(name) for name in WORDS])
    columns = zip(*(one.words for one in told.updates), strict=True)
    return tuple(next((word for word in column if word is not None), None) for column in columns)


def _words_beside(said: _Said) -> dict[str, str]:
    """Return the words of the row that opens the case, where a message of its instant came first.

    What that message says goes before them.
    """
    begun = next((update.at for update, word in said if word in OPENING), None)
    opened = (one for one, word in said if word == EventKind.OPENED and one.at == begun)
    first = next(opened, None)
    return {} if first is None else {**_words_of(first), **first.facts}


def _words_of(update: Update) -> dict[str, str]:
    """Return the words that stood in a row, by name."""
    words = zip(WORDS, update.words, strict=True)
    return {name: word for name, word in words if word is not None}


def _when(update: Update) -> tuple[int, str, int]:
    return update.at, update.part, update.seq


def _may_name_the_opening(updates: Iterable[Update]) -> bool:
    """Whether a row can say that the case was opened; else the first row of a case does."""
    for source in {one.source for one in updates}:
        named = source.map.values.get("event")
        if not named or OPENING & {*named.values()} or named.get(OTHERS) in OPENING:
            return True
    return False


def _named_events(said: _Said, opened: int | None, problems: ProblemList) -> Iterator[_Happening]:
    begun, before = opened, EventKind.OPENED
    said = _opened_first(said)
    first = next((update for update, word in said if word in EVENT_WORDS), None)
    # Where the customer's first message only answers us, what comes before it is ours.
    opening = next((word for _, word in said if word in OPENING), None)
    we_began = opened is None and opening == EventKind.CUSTOMER_MESSAGE
    for update, word in said:
        if word == "":
            continue
        if word not in EVENT_WORDS:
            problems.add(
                "unknown-event",
                Severity.WARNING,
                f'"{update.said[:40]}" is no event that is known here.',
                line=update.line,
                column=update.source.map.columns["event"],
                understood="The line is left out; the others are read.",
                hint="Name what it means below [values.event] in the map.",
            )
            continue
        kind = EventKind(word)
        if kind is EventKind.OPENED and (opened is not None or begun == update.at):
            # A date of the whole case, or another file, has told it already.
            continue
        if begun is None and word in OPENING:
            begun = update.at
            kind = kind if we_began and update is not first else EventKind.OPENED
        early = (begun is None and not we_began) or (begun is not None and update.at < begun)
        if early and (opening is None or kind not in _BEFOREHAND):
            problems.add(
                "ends-before-start",
                Severity.WARNING,
                "This event comes before the case was opened.",
                line=update.line,
                understood="The line is left out; the others are read.",
            )
            continue
        tells, before = told_after(kind, before)
        if tells is None:
            continue
        yield update.at, tells, _actor(update) or usual_actor(tells), _facts(update, tells)


def _facts(update: Update, kind: EventKind) -> Mapping[str, str]:
    """Return the facts of an event; what a change made of the case is below its own name."""
    facts = {**_words_of(update), **update.facts}
    name = CHANGES.get(kind)
    said = None if name is None or name in facts else changed_to(facts)
    if name is not None and said is not None:
        word = update.source.our_word(name, facts.pop(said))
        return facts if word is None else {**facts, name: word}
    return facts


def _opened_first(said: _Said) -> _Said:
    """Return what was said in time, the opening before anything else of its instant.

    All else stays as it was recorded: a message after a reply of the same second wants an answer.
    """
    begun = next((update.at for update, word in said if word in OPENING), None)
    now = [one for one in said if one[0].at == begun]
    aside = _ASIDE | OPENING
    done = next((place for place, (_, word) in enumerate(now) if word not in aside), len(now))
    now[:done] = sorted(now[:done], key=lambda one: one[1] not in OPENING)
    if now and now[0][1] not in OPENING:
        now.sort(key=lambda one: one[1] != EventKind.OPENED)
    before = [one for one in said if begun is None or one[0].at < begun]
    return before + now + [one for one in said if begun is not None and one[0].at > begun]


def _event_word(update: Update) -> str:
    """Return our word for the event; without words in the map the usual ones are known."""
    named = update.source.map.values.get("event", {})
    if named:
        return named.get(update.said, named.get(OTHERS, slug(update.said)))
    own = slug(update.said)
    return event_named(own, _actor(update)) or own


def _actor(update: Update) -> Actor | None:
    named = update.source.map.values.get("actor", {})
    return actor_named(named.get(update.actor, slug(update.actor)))


def _of_the_whole_case(
    events: list[_Happening], dates: Mapping[str, int], *, has_states: bool
) -> Iterator[_Happening]:
    """Yield what the dates of the whole case tell and no update does.

    Where states are told, these say when a case was resolved and closed: a date may be of later.
    """
    kinds = {kind for _, kind, _, _ in events}
    for name, kind in EVENT_OF_COLUMN.items():
        told_by_states = has_states and kind in {EventKind.RESOLVED, EventKind.CLOSED}
        if name in dates and kind not in kinds and not told_by_states:
            yield dates[name], kind, usual_actor(kind), NO_FACTS


def _changes(
    case_id: str, told: Told, updates: list[Update], problems: ProblemList
) -> list[_Happening]:
    """Return an event for each change of state, kind or priority between updates."""
    before, words = _State.RUNNING, updates[0].words
    changes: list[_Happening] = []
    for update in updates:
        states = update.source.map.states or States()
        state = _state(update.said, states) or before
        changes += [(update.at, kind, usual_actor(kind), {}) for kind in _steps(before, state)]
        changes += _changed_words(update, words)
        before, words = state, update.words
    if before in _OVER and not _date_resolution(changes, told):
        problems.add(
            "closed-unresolved",
            Severity.INFO,
            f'The case "{case_id[:40]}" was closed, but no resolution was recorded.',
            line=updates[-1].line,
            understood="Closing by itself resolves nothing: it counts as not resolved.",
        )
    return changes


def _state(word: str, states: States) -> _State | None:
    """Return what a word says of the state; None where it says nothing of it."""
    for state in (_State.WAITING, _State.RESOLVED, _State.CLOSED, _State.RUNNING):
        if word in getattr(states, state):
            return state
    return None if states.running else _State.RUNNING


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


def _date_resolution(changes: list[_Happening], told: Told) -> bool:
    """Date the last resolution as the log itself does; return whether there is one at all.

    The log's own time must not lie before the last reopening: then it speaks of an earlier one.
    """
    resolved, opened = told.dates.get("resolved"), told.dates.get("opened")
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
    begun = since if since is not None else opened
    if resolved is not None and (begun is None or resolved >= begun):
        dated = (resolved, EventKind.RESOLVED, Actor.PERSON, NO_FACTS)
        if found and index is not None:
            changes[index] = dated
        else:
            changes.append(dated)
        return True
    return found


def _changed_words(update: Update, before: Words) -> Iterator[_Happening]:
    _, kind, priority, _ = update.words
    if kind != before[1] and kind is not None:
        yield update.at, EventKind.KIND_CHANGED, Actor.PERSON, {"kind": kind}
    if priority != before[2] and priority is not None:
        yield update.at, EventKind.PRIORITY_CHANGED, Actor.PERSON, {"priority": priority}
