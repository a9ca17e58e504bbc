"""`goodword compare OLD NEW`: what changed from one version to the next, in plain words."""

import argparse
from collections.abc import Iterable, Mapping
from typing import Any

from goodword.cli.policy_file import reading_in, refuse_one_input_twice
from goodword.cli.terminal import paint, print_json
from goodword.document.compare import (
    Added,
    Change,
    Changed,
    Changes,
    Moved,
    Removed,
    Reworded,
    compare,
)
from goodword.document.reading import Reading
from goodword.policy.clause import Clause
from goodword.span import place_of

SUMMARY = "Say in plain words what changed between two policies, meaning apart from wording."
FINE, CHANGED = 0, 1
# A situation with all its steps is not shown again: the change names the step.
LONGEST_SHOWN = 200
_KINDS: Mapping[type[Change], str] = {
    Changed: "changed",
    Added: "added",
    Removed: "removed",
    Reworded: "wording",
    Moved: "moved",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the two policies and the form of the answer."""
    parser.add_argument("old", metavar="OLD", help="the policy as it was; - for standard input")
    parser.add_argument("new", metavar="NEW", help="the policy as it is to be")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--brief", action="store_true", help="print one line only")
    parser.add_argument(
        "--exit-code",
        action="store_true",
        help="return 1 where the meaning changed, for scripts that ask for a signature then",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print what changed; return 1 where that was asked for and the meaning changed, else 0."""
    refuse_one_input_twice(arguments.old, arguments.new)
    old, new = reading_in(arguments.old), reading_in(arguments.new)
    changes = compare(old.policy, new.policy)
    if arguments.json:
        print_json(as_json(changes, old, new))
    elif arguments.brief:
        print(changes.in_short)
    else:
        _print(changes, old, new)
    return CHANGED if arguments.exit_code and changes.any_meaning else FINE


def _print(changes: Changes, old: Reading, new: Reading) -> None:
    meaning: tuple[Change, ...] = (*changes.changed, *changes.added, *changes.removed)
    _group("The meaning changes", meaning, old, new)
    _group("The meaning stays", (*changes.reworded, *changes.moved), old, new)
    quiet = [f"Heading “{was}” is now “{now}”." for was, now in changes.renamed]
    quiet += [f"Text changed under “{title}”." for title in changes.prose]
    if quiet:
        print(paint("Nothing that runs", "bold"))
        for words in quiet:
            print(f"  {words}")
        print()
    verdict = (
        "Whoever has signed the old version has to read the new one."
        if changes.any_meaning
        else "What runs is the same, so nobody has to sign anew."
    )
    print(f"{changes.in_short}.{f' {verdict}' if changes.any else ''}")


def _group(title: str, changes: Iterable[Change], old: Reading, new: Reading) -> None:
    told = list(changes)
    if not told:
        return
    print(paint(title, "bold"))
    for change in told:
        place = (
            f"line {_line(change.clause, old)} of the old"
            if isinstance(change, Removed)
            else (f"line {_line(_now(change), new)}")
        )
        print(f"  {change.words}  {paint(f'({place})', 'dim')}")
        if (
            isinstance(change, Changed | Reworded)
            and len(change.new.text) < LONGEST_SHOWN
            and change.old.text != change.new.text
        ):
            print(paint(f"    was: {_flat(change.old.text)}", "dim"))
            print(paint(f"    now: {_flat(change.new.text)}", "dim"))
    print()


def _flat(text: str) -> str:
    return " ".join(text.split())


def _now(change: Added | Changed | Reworded | Moved) -> Clause:
    return change.clause if isinstance(change, Added) else change.new


def _line(clause: Clause, reading: Reading) -> int:
    return place_of(reading.text, clause.span.start).line


def as_json(changes: Changes, old: Reading, new: Reading) -> dict[str, Any]:
    """Return the changes ready for JSON: each with its kind, clause id, words and both places."""
    every: tuple[Change, ...] = (
        *changes.changed,
        *changes.added,
        *changes.removed,
        *changes.reworded,
        *changes.moved,
    )
    return {
        "old": old.path,
        "new": new.path,
        "meaning_changed": changes.any_meaning,
        "summary": changes.in_short,
        "changes": [_change(one, old, new) for one in every],
        "headings": [{"old": was, "new": now} for was, now in changes.renamed],
        "prose": list(changes.prose),
    }


def _change(change: Change, old: Reading, new: Reading) -> dict[str, Any]:
    if isinstance(change, Removed):
        was, now = change.clause, None
    elif isinstance(change, Added):
        was, now = None, change.clause
    else:
        was, now = change.old, change.new
    about = now or was
    made: dict[str, Any] = {
        "kind": _KINDS[type(change)],
        "id": about.id if about else "",
        "words": change.words,
        "old": _side(was, old),
        "new": _side(now, new),
    }
    if isinstance(change, Changed):
        made["slots"] = [
            {"slot": slot.slot, "old": slot.old, "new": slot.new} for slot in change.slots
        ]
    return made


def _side(clause: Clause | None, reading: Reading) -> dict[str, Any] | None:
    if clause is None:
        return None
    return {"id": clause.id, "line": _line(clause, reading), "text": _flat(clause.text)}
