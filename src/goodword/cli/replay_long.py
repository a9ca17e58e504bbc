"""A long history in Parquet, counted in columns here or on Spark, and told promise by promise."""

import argparse
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any

from goodword.cli.history_file import column_map, local
from goodword.cli.moment import instant
from goodword.cli.replay_json import counts_json, estimate_json, terms, unit
from goodword.cli.replay_print import no_case, sentence, within
from goodword.cli.terminal import paint, print_json
from goodword.errors import UnknownNameError, UnreadableFileError
from goodword.metric.estimate import estimate
from goodword.metric.period import month_named
from goodword.metric.quantile import quantiles
from goodword.metric.tally_quantiles import Quantiles, tally_quantiles
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.replay.outcomes import ClockColumns, Counts, PromiseOutcome
from goodword.replay.replay import what_if
from goodword.replay.tally import Cell, Parts, Tally

_PARTS = ("channel", "kind", "priority", "week", "month")
# Times beyond these go to a file that has no name: what is told takes no more memory.
_TIMES_IN_MEMORY = 1 << 25


@dataclass(frozen=True, slots=True)
class _Told:
    """What was counted, and of what.

    `quantiles` are those of the times taken, by promise and part, of a whole promise by ().
    """

    tally: Tally
    at: int
    rows: int
    left_out: Counter[str]
    unmeasured: dict[str, str]
    zone: str
    quantiles: Mapping[Cell, Quantiles]


def run_long(arguments: argparse.Namespace, policy: Policy) -> int:
    """Print what became of each promise; always 0.

    `--by` names the parts of one table; without it, promises are told month by month.
    """
    by = [[word.strip().lower() for word in one.split(",")] for one in arguments.by]
    if len(by) > 1 or arguments.against or arguments.resume:
        raise UnknownNameError(
            f"--engine {arguments.engine} answers one question at a time.",
            hint="Leave out --against and --resume, and ask for one table with --by.",
        )
    parts = tuple(dict.fromkeys(by[0])) if by else ("month",)
    unknown = [part for part in parts if part not in _PARTS]
    if unknown:
        raise UnknownNameError(
            f'--engine {arguments.engine} does not tell parts by "{unknown[0]}".',
            hint=f"It knows: {', '.join(_PARTS)}.",
        )
    zone = policy.hours.zone if policy.hours else "UTC"
    at = None if arguments.at is None else instant(arguments.at, zone)
    counted = _on_spark if arguments.engine == "spark" else _here
    told = counted(arguments, policy, parts, at, zone)
    if arguments.json:
        print_json(_answer(arguments, policy, told))
    else:
        _print(arguments, policy, told)
    return 0


def _here(
    arguments: argparse.Namespace,
    policy: Policy,
    parts: tuple[str, ...],
    at: int | None,
    zone: str,
) -> _Told:
    from goodword.history.parquet_cases import parquet_cases  # noqa: PLC0415 - slow import
    from goodword.replay.tally_kind_by_kind import kind_by_kind  # noqa: PLC0415 - slow import
    from goodword.replay.tally_times import TimesTaken  # noqa: PLC0415 - slow import
    from goodword.replay.tallying import Tallying  # noqa: PLC0415 - slow import

    path = Path(arguments.history)
    paths = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    history = parquet_cases(paths, column_map(arguments.map), zone=zone)
    span = history.span
    if span is None:
        raise UnreadableFileError(
            f"{arguments.history} holds no case that could be read.",
            hint="Look at the column map.",
        )
    at = span.last_event if at is None else at
    with SpooledTemporaryFile(_TIMES_IN_MEMORY) as stream:
        work = Tallying(
            what_if(policy),
            at=at,
            first=span.first,
            last=span.last,
            tells=history.tells,
            by=parts,
            times=TimesTaken(stream),
        )
        packer = history.packer(work.names, keeps=False)
        for cases in kind_by_kind(history.stretches(packer)):
            work.take(cases)
        tally = work.tally()
        promises = [promise.id for promise in policy.of_kind(Promise)]
        found = tally_quantiles(work.times(), tally, promises)
    rows = packer.rows - packer.without_opening
    return _Told(tally, at, rows, packer.left_out, work.unmeasured, zone, found)


def _on_spark(
    arguments: argparse.Namespace,
    policy: Policy,
    parts: tuple[str, ...],
    at: int | None,
    zone: str,
) -> _Told:
    from goodword.spark.replay import replay_on_spark  # noqa: PLC0415 - slow import
    from goodword.spark.session import refusals_of_spark, spark_session  # noqa: PLC0415 - slow import

    session = spark_session(arguments.master)
    try:
        with refusals_of_spark(arguments.history):
            found = replay_on_spark(
                session,
                [arguments.history],
                column_map(arguments.map),
                what_if(policy),
                at=at,
                by=parts,
                zone=zone,
                times=True,
            )
    finally:
        session.stop()
    return _Told(
        found.tally,
        found.at,
        found.rows,
        found.left_out,
        found.unmeasured,
        zone,
        found.quantiles,
    )


def _answer(arguments: argparse.Namespace, policy: Policy, told: _Told) -> dict[str, object]:
    return {
        "policy": arguments.policy,
        "history": arguments.history,
        "map": arguments.map,
        "engine": arguments.engine,
        "at": local(told.at, told.zone),
        "at_is": "last_event" if arguments.at is None else "given",
        "rows": told.rows,
        "cases": told.tally.cases,
        "left_out": dict(told.left_out),
        "by": list(told.tally.by),
        "promises": [_promise(promise, told) for promise in policy.of_kind(Promise)],
    }


def _promise(promise: Promise, told: _Told) -> dict[str, object]:
    counts = told.tally.of(promise.id)
    return {
        **terms(promise),
        "unmeasured": None if counts.n else told.unmeasured.get(promise.id),
        **counts_json(counts),
        "estimate": estimate_json(estimate(counts.kept, counts.judged, promise.target)),
        "quantiles": _quantiles_json(promise, told, ()),
        **({"months": _months_json(promise, told)} if told.tally.by == ("month",) else {}),
        "parts": [
            {
                **dict(zip(told.tally.by, words, strict=True)),
                **counts_json(found),
                "so_far": _is_so_far(told, words, found),
                "estimate": estimate_json(estimate(found.kept, found.judged, promise.target)),
                "quantiles": _quantiles_json(promise, told, words),
            }
            for words, found in _parts(told.tally, promise)
        ],
    }


def _months_json(promise: Promise, told: _Told) -> list[dict[str, Any]]:
    """Return the months as a replay by rows tells them."""
    return [
        {
            "month": words[0],
            "so_far": _is_so_far(told, words, found),
            **counts_json(found),
            "estimate": estimate_json(estimate(found.kept, found.judged, promise.target)),
        }
        for words, found in _parts(told.tally, promise)
    ]


def _quantiles_json(promise: Promise, told: _Told, words: Parts) -> dict[str, Any] | None:
    """Return the quantiles with their unit; None where none were asked for."""
    if not told.quantiles:
        return None
    found = told.quantiles.get((promise.id, words)) or quantiles([], 0)
    return {"unit": unit(_alone(promise)), **found}


def _alone(promise: Promise) -> PromiseOutcome:
    """Return a promise with no clocks of its own."""
    return PromiseOutcome(promise, Counts(), ClockColumns())


def _parts(tally: Tally, promise: Promise) -> list[tuple[Parts, Counts]]:
    found = [
        (words, Counts(*numbers))
        for (promise_id, words), numbers in tally.cells.items()
        if promise_id == promise.id
    ]
    return sorted(found, key=lambda part: tuple((word is None, word or "") for word in part[0]))


def _is_so_far(told: _Told, words: Parts, counts: Counts) -> bool:
    """Whether more is to come: a month or week that runs, or a clock in it that does."""
    if counts.open:
        return True
    names = dict(zip(told.tally.by, words, strict=True))
    month = names.get("month")
    return month is not None and not month_named(month, told.zone).is_closed(told.at)


def _print(arguments: argparse.Namespace, policy: Policy, told: _Told) -> None:
    given = "as given" if arguments.at else "the last event in the file"
    print(f"{arguments.history}: {told.rows:,} rows, {told.tally.cases:,} cases judged")
    print(f"as of {local(told.at, told.zone)} ({given})")
    for reason, number in sorted(told.left_out.items()):
        print(f"  left out: {number:,} ({reason.replace('_', ' ')})")
    print("Each row is taken as a case of its own; ids are not compared.")
    for promise in policy.of_kind(Promise):
        print(f"\n{paint(sentence(promise), 'bold')}")
        counts = told.tally.of(promise.id)
        found = estimate(counts.kept, counts.judged, promise.target)
        if found.value is None:
            print(f"  {told.unmeasured.get(promise.id) or no_case(counts)}")
            continue
        print(
            f"  {found.verdict.words}: {found.value:.1%} of {found.n:,} "
            f"({found.low:.1%} to {found.high:.1%})"
        )
        print(
            f"  {counts.kept:,} kept, {counts.broken_closed:,} done late, "
            f"{counts.broken_open:,} open past due, {counts.open:,} open, "
            f"{counts.excused:,} excused"
        )
        times = told.quantiles.get((promise.id, ()))
        if times is not None:
            in_hours = _alone(promise).counts_open_seconds
            said = within(times["p50"], times["p90"], in_hours=in_hours)
            print(f"  {'open time' if in_hours else 'time'} taken: {said}")
        for words, part in _parts(told.tally, promise):
            name = " ".join(word or "not told" for word in words)
            share = f"{part.kept / part.judged:6.1%}" if part.judged else "     –"
            so_far = ", so far" if _is_so_far(told, words, part) else ""
            print(f"    {name:<24} {share} of {part.judged:,}{so_far}")
