"""`goodword replay POLICY HISTORY`: what would have become of each promise on past cases."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from goodword.cli.history_file import (
    column_map,
    has_problems,
    judged_at,
    local,
    print_problems,
)
from goodword.cli.long_file import counts_in_pieces
from goodword.cli.policy_file import reading_in, refuse_one_input_twice
from goodword.cli.progress import progress
from goodword.cli.terminal import print_json
from goodword.errors import UnknownNameError
from goodword.history.history import History
from goodword.history.load import load
from goodword.metric.dimension import Dimension
from goodword.policy.hours import Hours
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.problem import Severity
from goodword.replay.outcomes import Outcomes
from goodword.replay.replay import replay, what_if

if TYPE_CHECKING:
    from goodword.case.case import Case
    from goodword.case.columns import CaseColumns
    from goodword.cli.replay_beside import OwnRecord
    from goodword.cli.replay_json import Cut
    from goodword.metric.track_record import TrackRecord
    from goodword.replay.against import Against

SUMMARY = "Judge a history of cases by a policy's promises."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the policy, the history, its map, the instant of judgment, and the parts."""
    parser.add_argument("policy", help="the policy, a Markdown file")
    parser.add_argument(
        "history",
        help="an export of cases: CSV or JSON Lines, perhaps gzipped; - is standard input",
    )
    parser.add_argument("--map", help="a column map (TOML) that says what the columns mean")
    parser.add_argument(
        "--at", help="the instant of judgment, as in 2011-10-01T00:00-04:00; default: last event"
    )
    parser.add_argument(
        "--by",
        action="append",
        default=[],
        metavar="PART",
        help=f"cut each promise by {', '.join(Dimension)}; two with a comma are crossed, as in "
        "channel,month; again for another table",
    )
    parser.add_argument(
        "--against",
        metavar="OTHER",
        help="another policy: say what it would have meant for the same cases, clause by clause",
    )
    parser.add_argument(
        "--resume",
        metavar="FILE",
        help="count a long history a piece at a time and keep in FILE what is counted, so that "
        "the same command goes on where it was stopped",
    )
    parser.add_argument(
        "--piece",
        type=int,
        default=0,
        metavar="ROWS",
        help="count a piece at a time, of about so many rows; a history of 128 MB or more is by "
        "itself",
    )
    parser.add_argument(
        "--engine",
        choices=("rows", "columns", "spark"),
        help="rows looks at case by case, columns counts a long Parquet file in little memory, "
        "spark on a cluster (default: columns for Parquet with 100,000 rows or more, else rows)",
    )
    parser.add_argument(
        "--master", help="where Spark runs, as in local[4]; default: what spark-submit says"
    )
    parser.add_argument(
        "--differing",
        metavar="FILE.csv",
        help="write each case on which the file's own figure (below [recorded.took] in the map) "
        "and ours differ",
    )
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print what became of each promise; 1 when the history has errors or warnings in it.

    A promise that was not kept is an answer, not a problem: it changes no exit code.
    """
    if arguments.engine is None:
        from goodword.cli.replay_engine import in_columns  # noqa: PLC0415 - slow import

        code = in_columns(arguments, judged_policy)
        if code is not None:
            return code
    elif arguments.engine != "rows":
        from goodword.cli.replay_long import run_long  # noqa: PLC0415 - slow import

        refuse_one_input_twice(arguments.policy, arguments.history, arguments.against)
        return run_long(arguments, judged_policy(arguments.policy))
    by = [dimensions(written) for written in arguments.by]
    refuse_one_input_twice(arguments.policy, arguments.history, arguments.against)
    if by and arguments.against:
        raise UnknownNameError(
            "--by and --against answer two questions, which do not fit on one page.",
            hint="Ask for one, then for the other.",
        )
    if arguments.resume:
        return _in_pieces(arguments, by)
    policy = judged_policy(arguments.policy)
    other = None if arguments.against is None else judged_policy(arguments.against)
    path, its_map = Path(arguments.history), column_map(arguments.map)
    if arguments.piece or counts_in_pieces(path, its_map):
        from goodword.cli.replay_shelved import room_on_disk  # noqa: PLC0415 - slow import

        with room_on_disk():
            return _on_a_shelf(arguments, policy, other, by)
    history = load(
        path,
        its_map,
        zone=policy.hours.zone if policy.hours else "UTC",
        progress=progress("Reading"),
    )
    at = judged_at(arguments.at, history)
    outcomes = replayed(policy, history, at=at)
    if other is not None:
        _compare(arguments, history, outcomes, replayed(other, history, at=at))
        return int(has_problems(history))
    from goodword.metric.part import Parts  # noqa: PLC0415 - slow import
    from goodword.metric.track_record import track_record  # noqa: PLC0415 - slow import

    records = [track_record(outcome, at=at, zone=outcomes.zone) for outcome in outcomes.promises]
    parts = Parts(cases_of(history), at=at, zone=outcomes.zone)
    cuts = [[(one, parts.cut(record.outcome, one)) for one in by] for record in records]
    own = _own(arguments, history, outcomes, policy)
    _show(arguments, history, outcomes, records, cuts, own)
    return int(has_problems(history))


def _show(
    arguments: argparse.Namespace,
    history: History,
    outcomes: Outcomes,
    records: Sequence["TrackRecord"],
    cuts: Sequence[Sequence["Cut"]],
    own: "OwnRecord",
) -> None:
    """Print everything, in words or in JSON, and what was wrong in the history."""
    if arguments.json:
        print_json({**_answer(arguments, history, outcomes, records, cuts), **own.json})
        return
    _print_table(arguments, history, outcomes, records, cuts)
    own.show()
    print_problems(history)


def _own(
    arguments: argparse.Namespace, history: History, outcomes: Outcomes, policy: Policy
) -> "OwnRecord":
    """Return the file's own figures and verdicts beside ours; write those that differ, if asked."""
    from goodword.cli.replay_beside import OwnRecord, write_differing  # noqa: PLC0415 - slow import

    hours = policy.hours or Hours(zone=outcomes.zone)
    own = OwnRecord.of(history.columns, outcomes, hours, all_of_them=bool(arguments.differing))
    if arguments.differing:
        write_differing(Path(arguments.differing), own.figures, hours.zone)
    return own


def _on_a_shelf(
    arguments: argparse.Namespace,
    policy: Policy,
    other: Policy | None,
    by: Sequence[tuple[Dimension, ...]],
) -> int:
    """Read a long history once and count it a piece at a time: the same answers, in less memory."""
    from goodword.cli.replay_beside import OwnRecord, write_differing_parts  # noqa: PLC0415 - slow
    from goodword.cli.replay_shelved import (  # noqa: PLC0415 - slow import
        compared,
        counted,
        shelf_of,
    )

    shelved = shelf_of(arguments, zone=policy.hours.zone if policy.hours else "UTC")
    history = shelved.told
    at = judged_at(arguments.at, history)
    if other is not None:
        outcomes, found, ids = compared(shelved, policy, other, at)
        _show_against(arguments, history, outcomes, found, ids)
        return int(has_problems(history))
    told = counted(shelved, policy, by, at, differing=bool(arguments.differing))
    records = [told.counted.record(promise, at=at) for promise in policy.of_kind(Promise)]
    cuts = [[told.counted.cut(record.outcome.promise, one) for one in by] for record in records]
    judged = tuple(record.outcome for record in records)
    outcomes = Outcomes(at, told.counted.zone, told.counted.cases, judged, told.counted.recorded)
    own = OwnRecord(
        told.counted.beside(),
        tuple(told.counted.verdicts.values()),
        told.hours,
        tuple(policy.of_kind(Promise)),
    )
    if arguments.differing:
        write_differing_parts(Path(arguments.differing), told.differing)
    _show(arguments, history, outcomes, records, cuts, own)
    return int(has_problems(history))


def _in_pieces(arguments: argparse.Namespace, by: list[tuple[Dimension, ...]]) -> int:
    """Count a long history a piece at a time, going on where it was stopped before."""
    from goodword.cli.checkpoint import fingerprint  # noqa: PLC0415 - slow import
    from goodword.cli.replay_beside import OwnRecord  # noqa: PLC0415 - slow import
    from goodword.cli.replay_pieces import Work, records_of  # noqa: PLC0415 - slow import
    from goodword.history.pieces import ROWS  # noqa: PLC0415 - slow import

    if arguments.against or arguments.differing or "-" in (arguments.history, arguments.policy):
        raise UnknownNameError(
            "--resume goes with one policy and one history, both of them files.",
            hint="Leave out --against and --differing, and give paths in place of standard input.",
        )
    policy = judged_policy(arguments.policy)
    begun_with = {
        "history": fingerprint(Path(arguments.history)),
        "policy": fingerprint(Path(arguments.policy)),
        "map": _mark_of_map(arguments.map),
        "question": f"{arguments.at} {arguments.by} {arguments.piece}",
        "version of Goodword": version("goodword"),
    }
    work = Work(
        path=Path(arguments.history),
        column_map=column_map(arguments.map),
        policy=policy,
        cuts=tuple(by),
        piece=max(arguments.piece, 1) if arguments.piece else ROWS,
        checkpoint=Path(arguments.resume),
        begun_with=begun_with,
    )
    seen, counted = work.look(progress("Looking"))
    if work.done:
        said = "all of it" if work.done < 0 else f"{counted.cases:,} cases"
        print(f"{arguments.resume}: going on; {said} had been counted.", file=sys.stderr)
    history = seen.history(arguments.history)
    at = judged_at(arguments.at, history)
    work.count(seen, counted, at=at, progress=progress("Counting"))
    records, cuts = records_of(counted, policy, by, at=at)
    judged = tuple(record.outcome for record in records)
    outcomes = Outcomes(at, counted.zone, counted.cases, judged, counted.recorded)
    own = OwnRecord(
        tuple(counted.figures.values()),
        tuple(counted.verdicts.values()),
        work.hours,
        tuple(policy.of_kind(Promise)),
    )
    _show(arguments, history, outcomes, records, cuts, own)
    return int(has_problems(history))


def _mark_of_map(path: str | None) -> str:
    """Return the fingerprint of a map: of its file, or the name of a ready one."""
    from goodword.cli.checkpoint import fingerprint  # noqa: PLC0415 - slow import

    if path is None:
        return ""
    return fingerprint(Path(path)) if Path(path).is_file() else path


def dimensions(written: str) -> tuple[Dimension, ...]:
    """Return the dimensions of one table; raises UnknownNameError for a word that is none."""
    found: list[Dimension] = []
    for word in (word.strip().lower() for word in written.split(",")):
        if word not in set(Dimension):
            raise UnknownNameError(
                f'There is no part "{word}" to look at.',
                hint=f"The parts are: {', '.join(Dimension)}. Nothing is ever cut by person.",
            )
        found.append(Dimension(word))
    return tuple(dict.fromkeys(found))


def judged_policy(path: str) -> Policy:
    """Return the policy of a file; what was not understood in it is said on standard error."""
    reading = reading_in(path)
    errors = sum(problem.severity is Severity.ERROR for problem in reading.problems)
    if errors:
        print(
            f"{path}: {errors} sentence{'s' * (errors != 1)} not understood, so not "
            "judged; goodword check names each.",
            file=sys.stderr,
        )
    return reading.policy


def cases_of(history: History) -> "CaseColumns | tuple[Case, ...]":
    """Return the cases as they were read: in columns, or one by one."""
    return history.cases if history.columns is None else history.columns


def replayed(policy: Policy, history: History, *, at: int) -> Outcomes:
    """Return what would have become of the promises, had the policy always been in force."""
    return replay(
        what_if(policy),
        cases_of(history),
        at=at,
        tells=history.tells,
        dates_only=history.dates_only,
        progress=progress("Judging"),
    )


def _compare(
    arguments: argparse.Namespace, history: History, before: Outcomes, after: Outcomes
) -> None:
    """Print what the other policy would have meant."""
    from goodword.replay.against import against  # noqa: PLC0415 - slow import

    _show_against(arguments, history, before, against(before, after), cases_of(history))


def _show_against(
    arguments: argparse.Namespace,
    history: History,
    before: Outcomes,
    found: "Against",
    cases: "CaseColumns | tuple[Case, ...] | Mapping[int, str]",
) -> None:
    from goodword.cli.replay_against import (  # noqa: PLC0415 - slow import
        against_json,
        print_against,
    )

    if arguments.json:
        told = _told(arguments, history, before)
        print_json({**told, "against": arguments.against, **against_json(found, cases)})
        return
    _print_head(arguments, history, before)
    print_against(found, cases, all_cases=before.cases, other=arguments.against)
    print_problems(history)


def _told(arguments: argparse.Namespace, history: History, outcomes: Outcomes) -> dict[str, object]:
    """Return what was judged, and as of when."""
    return {
        "policy": arguments.policy,
        "history": arguments.history,
        "map": arguments.map,
        "at": local(outcomes.at, history.zone),
        "at_is": "last_event" if arguments.at is None else "given",
        "rows": history.rows,
        "cases": outcomes.cases,
        "left_out": dict(sorted(history.left_out.items())),
    }


def _answer(
    arguments: argparse.Namespace,
    history: History,
    outcomes: Outcomes,
    records: Sequence["TrackRecord"],
    cuts: Sequence[Sequence["Cut"]],
) -> dict[str, object]:
    from goodword.cli.replay_json import problem_json, promise_json  # noqa: PLC0415 - slow import

    answer = _told(arguments, history, outcomes)
    answer["promises"] = [
        promise_json(record, own, at=outcomes.at, zone=outcomes.zone)
        for record, own in zip(records, cuts, strict=True)
    ]
    if outcomes.recorded is not None:
        answer["recorded"] = asdict(outcomes.recorded)
    answer["problem_counts"] = dict(sorted(history.counts.items()))
    answer["problems"] = [problem_json(problem) for problem in history.problems]
    return answer


def _print_table(
    arguments: argparse.Namespace,
    history: History,
    outcomes: Outcomes,
    records: Sequence["TrackRecord"],
    cuts: Sequence[Sequence["Cut"]],
) -> None:
    from goodword.cli.replay_print import (  # noqa: PLC0415 - slow import
        print_promise,
        print_recorded,
        print_unmeasured,
    )

    _print_head(arguments, history, outcomes)
    for record, own in zip(records, cuts, strict=True):
        if record.outcome.unmeasured is None:
            print_promise(record, own)
    print_unmeasured([record for record in records if record.outcome.unmeasured is not None])
    print_recorded(outcomes)


def _print_head(arguments: argparse.Namespace, history: History, outcomes: Outcomes) -> None:
    given = "as given" if arguments.at else "the last event in the file"
    print(f"{history.path}: {history.rows:,} rows, {outcomes.cases:,} cases judged")
    print(f"as of {local(outcomes.at, history.zone)} ({given})")
    for reason, number in sorted(history.left_out.items()):
        print(f"  left out: {number:,} ({reason.replace('_', ' ')})")
