"""An inspection as people read it in a terminal."""

import argparse
import textwrap
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from goodword.case.case import Case
from goodword.case.columns import NOTHING, LeftOut
from goodword.case.event import EventKind
from goodword.cli.activity_picture import activity_picture
from goodword.cli.terminal import paint
from goodword.history.column_map import LINE, Shape
from goodword.history.guess.column import Column
from goodword.history.history import History
from goodword.history.inspect import LOOKED_AT, Inspection
from goodword.history.traps.trap import Trap
from goodword.problem import Severity

_WIDTH = 96
_MOST_COLUMNS = 60
_LONGEST = 28
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_SAID = {
    Severity.ERROR: "would make figures wrong",
    Severity.WARNING: "look at this",
    Severity.INFO: "good to know",
}
_EVENTS = {
    EventKind.OPENED: "opened",
    EventKind.ANSWERED: "answered",
    EventKind.ACKNOWLEDGED: "acknowledged",
    EventKind.REPLY: "first response",
    EventKind.RESOLVED: "resolved",
    EventKind.CLOSED: "closed",
    EventKind.WAITING: "waits for the customer",
    EventKind.RESUMED: "goes on",
    EventKind.REOPENED: "reopened",
    EventKind.CUSTOMER_MESSAGE: "the customer writes",
}


def print_inspection(
    inspection: Inspection,
    written: str | None,
    against: Sequence[Trap],
    arguments: argparse.Namespace,
) -> None:
    """Print what the file is, its columns, its first cases, its days, its traps, and its map."""
    _print_kind(inspection)
    _print_columns(inspection)
    if inspection.first is not None:
        _print_first(inspection, inspection.first)
    _print_activity(inspection)
    _print_traps((*inspection.traps, *against))
    if written is None:
        _print_no_map(inspection)
    else:
        _print_map(inspection, written, arguments)


def _title(words: str) -> None:
    print(f"\n{paint(words, 'bold')}")


def _print_kind(inspection: Inspection) -> None:
    used = inspection.column_map
    rows = f"{inspection.rows:,} row{'s' * (inspection.rows != 1)}"
    columns = f"{len(inspection.columns)} column{'s' * (len(inspection.columns) != 1)}"
    kind = (
        "no history that I can make out"
        if used is None
        else "one row a case"
        if used.shape is Shape.CASES
        else "a log: one row an event of a case"
    )
    print(f"{paint(inspection.path, 'bold')}: {kind}; {rows}, {columns}")
    if inspection.rows > LOOKED_AT:
        print(f"  The columns are guessed from the first {LOOKED_AT:,} rows; traps from all.")
    order = inspection.guess.order
    if order.by == "evidence" and not min(order.day_proofs, order.month_proofs):
        first = "day" if order.day_first else "month"
        n = max(order.day_proofs, order.month_proofs)
        print(f"  Dates have the {first} first: {n:,} can be read only so, such as {order.proof}.")


def _print_columns(inspection: Inspection) -> None:
    _title("The columns")
    used = inspection.column_map
    if used is not None and used.columns.get("case") == LINE:
        print("  No column numbers the cases: each line is taken as its own case.")
    reasons = inspection.guess.reasons
    taken = [column for column in inspection.columns if column.heading in reasons]
    others = [column for column in inspection.columns if column.heading not in reasons]
    joined = {} if used is None else used.joined
    named = [*(c.heading for c in inspection.columns), *joined]
    width = min(_LONGEST, max((len(_clean(heading)) for heading in named), default=8))
    for column in taken[:_MOST_COLUMNS]:
        _print_column(column.heading, width, reasons[column.heading], _examples(column))
    by_heading = {column.heading: column for column in inspection.columns}
    for heading, parts in joined.items():
        if heading in by_heading:
            continue
        of_parts = [by_heading[part].examples[:1] for part in parts if part in by_heading]
        shown = " ".join(_short(example, 30) for one in of_parts for example in one)
        _print_column(heading, width, reasons.get(heading, "put together"), shown)
        others = [column for column in others if column.heading not in parts]
    if others and used is not None:
        aside = ", ".join(_clean(column.heading) or "(no heading)" for column in others)
        print(_wrapped(f"Left aside: {aside}.", "  "))
    elif others:
        for column in others[:_MOST_COLUMNS]:
            print(f"  {_short(column.heading, width):<{width}}  {_examples(column)}")


def _print_column(heading: str, width: int, reason: str, examples: str) -> None:
    print(f"  {_short(heading, width):<{width}}  {reason}")
    print(paint(f"  {'':<{width}}  {examples}", "dim"))


def _examples(column: Column) -> str:
    shown = " · ".join(_short(value, 30) for value in column.examples) or "always empty"
    empty = 1 - column.fill
    return shown + (f" ({empty:.0%} empty)" if empty >= 0.005 and column.examples else "")


def _print_first(inspection: Inspection, history: History) -> None:
    _title("The first cases, as they would be read")
    zone = ZoneInfo(history.zone)
    named = inspection.column_map is not None and inspection.column_map.zone is not None
    shown = 0
    for case, left_out, due in islice(_cases(history), 3):
        shown += 1
        told = [
            f"{_EVENTS.get(event.kind, event.kind.value.replace('_', ' '))} "
            f"{_when(event.at, zone, dates_only=history.dates_only)}"
            for event in case.events[:6]
        ]
        if len(case.events) > 6:
            told.append(f"and {len(case.events) - 6} more")
        if due is not None:
            told.append(f"promised by {_when(due, zone, dates_only=False)}")
        if not any(event.kind is EventKind.RESOLVED for event in case.events):
            told.append("not resolved")
        words = [
            f"{name} {word}"
            for name, word in (("by", case.channel), ("about", case.kind), ("", case.priority))
            if word
        ]
        text = f"Case {_short(case.id, 40)}: {'; '.join(told)}."
        said = ", ".join(word.replace("_", " ").strip() for word in words)
        text += f" {said.capitalize()}." if words else ""
        text += f" {paint(left_out, 'dim')}" if left_out else ""
        print(_wrapped(text, "  "))
    if not shown:
        print("  None could be read.")
    elif not named:
        print(paint("  Times are shown as they are written: no zone is named.", "dim"))


def _cases(history: History) -> "list[tuple[Case, str, int | None]]":
    if history.columns is None:
        return [(case, "", None) for case in history.cases[:3]]
    columns = history.columns
    said = {
        LeftOut.OWN_WORK: "Left out: your own work.",
        LeftOut.ENDS_BEFORE_START: "Left out: it ends before it begins.",
        LeftOut.UNREADABLE_DATE: "Left out: a date cannot be read.",
    }
    rows = range(min(3, len(columns)))
    return [
        (
            columns.case(row),
            said.get(LeftOut(columns.left_out[row]), ""),
            None if columns.due is None or columns.due[row] == NOTHING else columns.due[row],
        )
        for row in rows
    ]


def _when(at: int, zone: ZoneInfo, *, dates_only: bool) -> str:
    try:
        local = datetime.fromtimestamp(at, UTC).astimezone(zone)
    except (ValueError, OverflowError, OSError):
        return "on a date beyond the calendar"
    return f"{local:%a %-d %b %Y}" if dates_only else f"{local:%a %-d %b %Y, %H:%M}"


def _print_activity(inspection: Inspection) -> None:
    names = inspection.activity.names()
    name = next((one for one in ("opened", "at") if one in names), None)
    if name is None or inspection.column_map is None:
        return
    heading = inspection.column_map.columns[name]
    picture = activity_picture(inspection.activity.by_hour(name))
    if picture:
        _title(f'When it happens: "{_clean(heading)}" by weekday and hour')
        for line in picture:
            print(f"  {line}")


def _print_traps(traps: Sequence[Trap]) -> None:
    _title("What to beware of")
    if not traps:
        print("  Nothing was found that would lead figures astray.")
    for severity, said in _SAID.items():
        for trap in traps:
            if trap.severity is severity:
                _print_trap(trap, said)


def _print_trap(trap: Trap, said: str) -> None:
    place = f", line {trap.line:,}" if trap.line else ""
    column = f' "{_clean(trap.column)}"{place}' if trap.column else place.lstrip(", ")
    where = f" ({column.strip()})" if column.strip() else ""
    head = f"{paint(said, _COLOURS[trap.severity])}: {_clean(trap.message)}{where}"
    print(_wrapped(head, "  ", "    "))
    if trap.example:
        print(_wrapped(f"For example: {_short(trap.example, 120)}", "    "))
    print(_wrapped(f"For figures: {_clean(trap.effect)}", "    "))
    print(_wrapped(f"What to do: {_clean(trap.advice)}", "    "))
    if trap.map_lines:
        print("    In the map:")
    for line in trap.map_lines.splitlines():
        print(paint(f"      {_clean(line)}", "dim"))


def _print_no_map(inspection: Inspection) -> None:
    _title("No map can be made")
    dated = [column.heading for column in inspection.columns if column.is_date]
    if dated:
        named = ", ".join(f'"{_clean(heading)}"' for heading in dated[:6])
        print(
            _wrapped(
                f"None of the dates ({named}) is filled well enough, or named so, that it could "
                "say when a case was opened.",
                "  ",
            )
        )
    else:
        print("  No column holds dates that I can read, so nothing says when a case was opened.")
    print(
        _wrapped(
            "Export a column with the date and time of each opening, such as 2026-09-04 16:30. "
            "If one is there already, copy examples/maps/riverside-helpdesk.toml, name it under "
            "opened and say under dates how it is written.",
            "  ",
        )
    )


def _print_map(inspection: Inspection, written: str, arguments: argparse.Namespace) -> None:
    saved = arguments.write_map
    if arguments.map is None:
        _title(f"The map, saved as {saved}" if saved else "The map (save it as map.toml)")
        print(textwrap.indent(_clean_lines(written), "  "))
    path = arguments.map or saved or "map.toml"
    _title("Next")
    policy = arguments.policy or "policy.md"
    if inspection.is_wrong:
        print("  First see to what would make figures wrong, and look again:")
        print(f"  goodword history inspect {arguments.file} --map {path}")
        print("  Then:")
    elif arguments.map is None and not saved:
        print(f"  goodword history inspect {arguments.file} --write-map {path}")
    print(f"  goodword replay {policy} {arguments.file} --map {path}")


def _clean_lines(text: str) -> str:
    return "\n".join(_clean(line) for line in text.splitlines())


def _clean(text: str) -> str:
    """Return text without characters that a terminal would act on."""
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )


def _short(text: str, most: int) -> str:
    shown = _clean(text)
    return shown if len(shown) <= most else shown[: most - 1] + "…"


def _wrapped(text: str, first: str, then: str | None = None) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=first if then is None else then,
        break_long_words=False,
        break_on_hyphens=False,
    )
