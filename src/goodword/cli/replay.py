"""`goodword replay POLICY HISTORY`: what would have become of each promise on past cases."""

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from goodword.cli.moment import instant
from goodword.cli.policy_file import reading_in, refuse_one_input_twice
from goodword.cli.terminal import paint, print_json
from goodword.errors import UnreadableFileError
from goodword.history.column_map import ColumnMap, read_column_map
from goodword.history.history import History
from goodword.history.load import load
from goodword.history.problem import HistoryProblem
from goodword.metric.estimate import Estimate
from goodword.metric.track_record import TrackRecord, track_record
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration
from goodword.problem import Severity
from goodword.replay.outcomes import Counts, Outcomes
from goodword.replay.replay import replay, what_if

SUMMARY = "Judge a history of cases by a policy's promises."
_SHOWN_PROBLEMS = 20
_BAR = 30


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the policy, the history, its map, and the instant of judgment."""
    parser.add_argument("policy", help="the policy, a Markdown file")
    parser.add_argument(
        "history",
        help="an export of cases: CSV or JSON Lines, perhaps gzipped; - is standard input",
    )
    parser.add_argument("--map", help="a column map (TOML) that says what the columns mean")
    parser.add_argument(
        "--at", help="the instant of judgment, as in 2011-10-01T00:00-04:00; default: last event"
    )
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print what became of each promise; 1 when the history has errors or warnings in it.

    A promise that was not kept is an answer, not a problem: it changes no exit code.
    """
    refuse_one_input_twice(arguments.policy, arguments.history)
    reading = reading_in(arguments.policy)
    policy = reading.policy
    errors = sum(problem.severity is Severity.ERROR for problem in reading.problems)
    if errors:
        print(
            f"{arguments.policy}: {errors} sentence{'s' * (errors != 1)} not understood, so not "
            "judged; goodword check names each.",
            file=sys.stderr,
        )
    columns = column_map(arguments.map)
    zone = policy.hours.zone if policy.hours else "UTC"
    history = load(Path(arguments.history), columns, zone=zone, progress=_progress())
    at = _at(arguments.at, history)
    outcomes = replay(
        what_if(policy),
        history.cases if history.columns is None else history.columns,
        at=at,
        tells=history.tells,
        dates_only=history.dates_only,
    )
    records = tuple(
        track_record(outcome, at=at, zone=outcomes.zone) for outcome in outcomes.promises
    )
    if arguments.json:
        print_json(_answer(arguments, history, outcomes, records))
    else:
        _print_table(arguments, history, outcomes, records)
    return int(any(problem.severity in _COUNTED for problem in history.problems))


_COUNTED = (Severity.ERROR, Severity.WARNING)


def column_map(path: str | None) -> ColumnMap | None:
    """Return the column map at a path, None for no path; raises UnreadableFileError."""
    if path is None:
        return None
    try:
        return read_column_map(Path(path).read_text(encoding="utf-8-sig"), path=path)
    except OSError as refused:
        raise UnreadableFileError(
            f"The map {path} cannot be opened: {refused.strerror}.",
            hint="Give the path of a TOML file; examples/maps holds some to start from.",
        ) from refused
    except UnicodeDecodeError as broken:
        raise UnreadableFileError(
            f"The map {path} is not a text in UTF-8.", hint="A map is a TOML file."
        ) from broken


def _at(written: str | None, history: History) -> int:
    """Return the instant of judgment: as written, else the last event of the history.

    Without an offset it is local time in the history's zone; a date alone is its first second.
    """
    if written is None:
        if history.last_event is None:
            raise UnreadableFileError(
                f"{history.path} holds no case that could be read.",
                hint="Look at the problems it names, and at the column map.",
            )
        return history.last_event
    return instant(written, history.zone)


def _progress() -> Callable[[int, int], None] | None:
    """Return what draws a progress bar, where somebody looks at a terminal."""
    if not sys.stderr.isatty():
        return None
    began = time.monotonic()

    def draw(done: int, size: int) -> None:
        if time.monotonic() - began < 1 and done < size:
            return
        share = done / size if size else 1.0
        bar = "█" * int(share * _BAR)
        end = "\r\x1b[K" if done >= size else ""
        print(f"\rReading {bar:<{_BAR}} {share:4.0%}{end}", end="", file=sys.stderr, flush=True)

    return draw


def _answer(
    arguments: argparse.Namespace,
    history: History,
    outcomes: Outcomes,
    records: tuple[TrackRecord, ...],
) -> dict[str, object]:
    answer: dict[str, object] = {
        "policy": arguments.policy,
        "history": arguments.history,
        "map": arguments.map,
        "at": _local(outcomes.at, history.zone),
        "at_is": "last_event" if arguments.at is None else "given",
        "rows": history.rows,
        "cases": outcomes.cases,
        "left_out": dict(history.left_out),
        "promises": [_promise(record) for record in records],
    }
    if outcomes.recorded is not None:
        answer["recorded"] = asdict(outcomes.recorded)
    answer["problem_counts"] = dict(history.counts)
    answer["problems"] = [_problem(problem) for problem in history.problems]
    return answer


def _promise(record: TrackRecord) -> dict[str, object]:
    promise = record.outcome.promise
    limit = promise.limit
    is_duration = isinstance(limit, Duration)
    return {
        "id": promise.id,
        "text": promise.text,
        "metric": promise.metric.value,
        "channels": list(promise.channels),
        "subject": promise.subject,
        "within": limit.iso if isinstance(limit, Duration) else None,
        "unit": limit.counting.value if isinstance(limit, Duration) else None,
        "anchor": None if is_duration else _anchor(promise),
        "target": None if promise.target is None else float(promise.target),
        "unmeasured": record.outcome.unmeasured,
        **_counts(record.outcome.counts),
        "estimate": _estimate(record.estimate),
        "quantiles": {
            "unit": "open_seconds" if record.outcome.counts_open_seconds else "seconds",
            **record.quantiles,
        },
        "months": [
            {
                "month": month.month.name,
                "so_far": month.so_far,
                **_counts(month.counts),
                "estimate": _estimate(month.estimate),
            }
            for month in record.months
        ],
    }


def _anchor(promise: Promise) -> str | None:
    limit = promise.limit
    if isinstance(limit, Duration):
        return None
    return f"{limit.at:%H:%M}" if limit.at else limit.kind.value


def _counts(counts: Counts) -> dict[str, int]:
    return {"n": counts.n, **asdict(counts)}


def _estimate(estimate: Estimate) -> dict[str, object]:
    return {
        "value": estimate.value,
        "n": estimate.n,
        "low": estimate.low,
        "high": estimate.high,
        "lower": estimate.lower,
        "upper": estimate.upper,
        "verdict": estimate.verdict.value,
        "needed": estimate.needed,
    }


def _problem(problem: HistoryProblem) -> dict[str, object]:
    return {**asdict(problem), "severity": problem.severity.value}


def _local(at: int, zone: str) -> str:
    return datetime.fromtimestamp(at, UTC).astimezone(ZoneInfo(zone)).isoformat()


def _print_table(
    arguments: argparse.Namespace,
    history: History,
    outcomes: Outcomes,
    records: tuple[TrackRecord, ...],
) -> None:
    given = "as given" if arguments.at else "the last event in the file"
    print(f"{history.path}: {history.rows:,} rows, {outcomes.cases:,} cases judged")
    print(f"as of {_local(outcomes.at, history.zone)} ({given})")
    for reason, number in sorted(history.left_out.items()):
        print(f"  left out: {number:,} ({reason.replace('_', ' ')})")
    measured = [record for record in records if record.outcome.unmeasured is None]
    for record in measured:
        _print_promise(record)
    unmeasured = [record for record in records if record.outcome.unmeasured is not None]
    if unmeasured:
        print("\nNot judged")
    for record in unmeasured:
        print(f"  {_sentence(record)}\n    {paint(record.outcome.unmeasured or '', 'dim')}")
    if outcomes.recorded is not None:
        recorded = outcomes.recorded
        print("\nThe other system's own record")
        print(
            f"  with a due time: {recorded.n:,}; {recorded.kept:,} kept, "
            f"{recorded.broken_closed:,} done late, {recorded.broken_open:,} open past it, "
            f"{recorded.open:,} open\n  without a promise: {recorded.without_promise:,}"
        )
    _print_problems(history)


def _print_promise(record: TrackRecord) -> None:
    counts, estimate = record.outcome.counts, record.estimate
    print(f"\n{paint(_sentence(record), 'bold')}")
    if estimate.value is None:
        print(f"  no case judged yet; {counts.open:,} open")
        return
    print(
        f"  {estimate.verdict.words}: {estimate.value:.1%} of {estimate.n:,} "
        f"({estimate.low:.1%} to {estimate.high:.1%})"
        + (f"; {estimate.needed:,} more kept would show it" if estimate.needed else "")
    )
    print(
        f"  {counts.kept:,} kept, {counts.broken_closed:,} done late, "
        f"{counts.broken_open:,} open past due, {counts.open:,} open, {counts.excused:,} excused"
    )
    in_hours = record.outcome.counts_open_seconds
    half, most = (_length(record.quantiles[name], in_hours=in_hours) for name in ("p50", "p90"))
    unit = "open time" if in_hours else "time"
    print(f"  {unit} taken: half within {half}, nine in ten within {most}")


def _sentence(record: TrackRecord) -> str:
    """Return the sentence and what it measures: one sentence may hold two promises."""
    promise = record.outcome.promise
    return f"{promise.text.strip() or promise.id} [{promise.metric.value.replace('_', ' ')}]"


def _length(seconds: int | None, *, in_hours: bool) -> str:
    if seconds is None:
        return "a time not known yet"
    if seconds < 120:
        return f"{seconds} s"
    if seconds < 7200:
        return f"{seconds / 60:.0f} min"
    hours = f"{seconds / 3600:,.1f} h"
    return hours if in_hours or seconds < 172_800 else f"{seconds / 86_400:.1f} days"


def _print_problems(history: History) -> None:
    """Say on standard error what was wrong in the history, and where."""
    for problem in history.problems[:_SHOWN_PROBLEMS]:
        print(f"{problem.place}: {problem.severity.value}: {problem.message}", file=sys.stderr)
        for line in (problem.understood, problem.hint):
            if line:
                print(f"  {line}", file=sys.stderr)
    hidden = sum(history.counts.values()) - min(len(history.problems), _SHOWN_PROBLEMS)
    if hidden > 0:
        print(f"… and {hidden:,} more; --json lists them by place.", file=sys.stderr)
