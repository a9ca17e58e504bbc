"""A case as JSON Lines: one event a line."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from goodword.case.event import CHANGES, Actor, Event, EventKind
from goodword.case.event_words import (
    actor_named,
    changed_to,
    event_named,
    fact_said,
    told_after,
    usual_actor,
)
from goodword.case.part_of_second import part_of_second
from goodword.case.priority import priority_named
from goodword.cli.json_line import BrokenLineError, object_in
from goodword.cli.moment import moment
from goodword.errors import GoodwordError, UnreadableFileError

_WORDS = frozenset(EventKind)
_EXAMPLE = '{"at": "2026-09-04 16:30", "kind": "opened"}'


def read_events(path: str, zone: str) -> tuple[Event, ...]:
    """Return the events of a file, one JSON object a line; `-` is standard input.

    `at` and `kind` are needed; `actor` is the usual one of that kind unless given; whatever else
    stands there are facts, and so is what an object `facts` holds. As in a log for `goodword
    replay`, `event` may say what sort of event it is, and `case` whose: all are of one case. What
    a channel, a kind and a priority are called is read as a slug: "Priority 1", "P1" and "1" are
    `priority_1`. Raises UnreadableFileError with the line.
    """
    try:
        if path == "-":
            return events_of(sys.stdin.buffer, zone, path="standard input")
        with Path(path).open("rb") as lines:
            return events_of(lines, zone, path=path)
    except OSError as error:
        raise UnreadableFileError(
            f"I cannot read the events in {path}: {error.strerror}.", hint=f"One a line: {_EXAMPLE}"
        ) from error


def events_of(lines: Iterable[bytes], zone: str, *, path: str) -> tuple[Event, ...]:
    """Return the events of the lines, sorted; the order of the lines breaks ties.

    Parts of a second only tell which came first. What goes on after it was resolved is reopened.
    """
    cases: set[str] = set()
    events = [
        _event(line, zone, f"{path} line {number}", number, cases)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
    if len(cases) > 1:
        raise UnreadableFileError(
            f"{path} tells of {len(cases)} cases, and this answers for one.",
            hint="Keep the lines of one case, or judge them all: goodword replay POLICY HISTORY.",
        )
    if not events:
        raise UnreadableFileError(f"There is no event in {path}.", hint=f"One a line: {_EXAMPLE}")
    events.sort(key=lambda one: (one[0].at, one[1], one[0].seq))
    return tuple(_in_order(event for event, _ in events))


def _in_order(events: Iterable[Event]) -> Iterator[Event]:
    """Yield what the events tell, one after another."""
    before = EventKind.OPENED
    for seq, event in enumerate(events, start=1):
        kind, before = told_after(event.kind, before)
        # What only says that it goes on, though it never waited, stays as it was told.
        yield replace(event, seq=seq, kind=kind or event.kind)


def _event(line: bytes, zone: str, where: str, number: int, cases: set[str]) -> tuple[Event, str]:
    """Return what a line tells, and the part of its second."""
    try:
        values = object_in(line)
    except BrokenLineError as broken:
        raise _broken(where, _sentence(broken.message)) from None
    if not isinstance(values, dict):
        raise _broken(where, "This is not a JSON object")
    said = _said_by(values)
    for name in ("at", said):
        if not isinstance(values.get(name), str):
            raise _broken(where, f'"{name}" is missing, or is not a text')
    by = _actor(values.pop("actor", None), where)
    kind = _kind(str(values.pop(said)), by, where)
    if "case" in values:
        cases.add(str(values.pop("case")))
    at = values.pop("at")
    instant = moment(at, zone, what=where)
    if isinstance(facts := values.get("facts"), dict):
        values = {**values, **facts}
        del values["facts"]
    facts = _changed({name: fact_said(name, _text(it)) for name, it in values.items()}, kind, where)
    event = Event(instant, number, kind, by or usual_actor(kind), facts | _slugs(facts))
    return event, part_of_second(at)


def _changed(facts: dict[str, str], kind: EventKind, where: str) -> dict[str, str]:
    """Return the facts with what a priority or a kind has changed to below its own name."""
    name = CHANGES.get(kind)
    if name is None or name in facts:
        return facts
    said = changed_to(facts)
    if said is None:
        example = f'"facts": {{"{name}": …}}'
        raise _broken(where, f"The {name} changed, and nothing says to what: {example} does")
    return {word: it for word, it in facts.items() if word != said} | {name: facts[said]}


def _said_by(values: Mapping[str, object]) -> str:
    """Return which of the two names says what sort of event it is."""
    if str(values.get("kind")) in _WORDS:
        return "kind"
    if "kind" not in values and "event" in values:
        return "event"
    told = event_named(_slug(str(values.get("event"))), Actor.PERSON)
    return "kind" if told is None else "event"


def _slugs(facts: Mapping[str, str]) -> dict[str, str]:
    """Return what names the channel, the kind and the priority, as policies name them."""
    found = {name: _slug(facts[name]) for name in ("channel", "kind", "priority") if name in facts}
    if "priority" in found:
        found["priority"] = priority_named(found["priority"])
    return found


def _sentence(why: str) -> str:
    return why[:1].upper() + why[1:].rstrip(".")


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _slug(words: str) -> str:
    return "_".join(words.lower().replace("-", " ").replace("_", " ").split())


def _actor(word: object, where: str) -> Actor | None:
    found = None if word is None else actor_named(_slug(str(word)))
    if word is not None and found is None:
        raise _broken(where, f'There is no actor "{word}". Known are: {", ".join(Actor)}')
    return found


def _kind(word: str, by: Actor | None, where: str) -> EventKind:
    found = event_named(_slug(word), by)
    if found is None:
        known = ", ".join(EventKind)
        raise _broken(where, f'There is no kind of event "{word}". Known are: {known}')
    return found


def _broken(where: str, why: str) -> GoodwordError:
    return UnreadableFileError(f"{where}: {why}.", hint=f"An event looks like this: {_EXAMPLE}")
