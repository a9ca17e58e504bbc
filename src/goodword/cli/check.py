"""`goodword check POLICY`: what could be better in a policy, the most useful first."""

import argparse
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from goodword.checks.catalogue import CATALOGUE
from goodword.checks.evidence import Evidence
from goodword.checks.report import as_json, repeats, shown
from goodword.checks.run import check, mend_next
from goodword.cli.moment import instant
from goodword.cli.policy_file import EXAMPLE
from goodword.cli.terminal import named, paint, policy_text, print_json
from goodword.document.read import read
from goodword.document.reading import Reading, SentenceState
from goodword.errors import UnreadableFileError
from goodword.problem import Problem, Severity

SUMMARY = "Say what is vague, contradictory, missing or out of place in a policy."
FINE, PROBLEMS = 0, 1
OTHER_LANGUAGE = "LG02"
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_QUIET = frozenset({Severity.INFO, Severity.HINT})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the policies to check and how to say what was found."""
    parser.add_argument("policies", nargs="+", metavar="POLICY", help="a policy file; - for input")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument(
        "--format",
        choices=("text", "json", "sarif"),
        help="text for people (default), json as --json, or SARIF 2.1.0 for code hosts",
    )
    parser.add_argument(
        "--pack",
        action="append",
        default=[],
        metavar="PACK",
        help="check against this law pack too (again for several); `goodword packs` lists them",
    )
    parser.add_argument(
        "--history",
        metavar="FILE",
        help="an export of past cases, for what only they can show (see goodword replay)",
    )
    parser.add_argument("--map", help="a column map (TOML) that says what its columns mean")
    parser.add_argument("--hints", action="store_true", help="print hints and notes as well")
    parser.add_argument(
        "--at", metavar="INSTANT", help="judge dates as of this ISO 8601 instant; default: now"
    )


def run(arguments: argparse.Namespace) -> int:
    """Check each policy and print what was found; return 1 where a policy needs mending."""
    at = int(time.time()) if arguments.at is None else instant(arguments.at, "UTC")
    checked = [_checked(path, at, arguments) for path in arguments.policies]
    if arguments.format == "sarif":
        print_json(_as_sarif(checked, hints=arguments.hints))
    elif arguments.json or arguments.format == "json":
        print_json({"policies": [_as_json(reading, found) for reading, found in checked]})
    else:
        for reading, found in checked:
            _print(reading, found, hints=arguments.hints)
    needs_mending = any(one.severity not in _QUIET for _, found in checked for one in found)
    return PROBLEMS if needs_mending else FINE


def _checked(
    path: str, at: int, arguments: argparse.Namespace
) -> tuple[Reading, tuple[Problem, ...]]:
    text = policy_text(path)
    if not text.strip():
        raise UnreadableFileError(f"{named(path)} is empty.", hint=EXAMPLE)
    reading = read(text, path=path)
    evidence = _evidence(reading, arguments) if arguments.history is not None else None
    return reading, check(reading, at=at, packs=arguments.pack, evidence=evidence)


def _evidence(reading: Reading, arguments: argparse.Namespace) -> Evidence:
    """Return what past cases show. It takes NumPy, so it is loaded only where it is asked for."""
    from goodword.checks.from_history import evidence_of  # noqa: PLC0415  (slow import)
    from goodword.cli.history_file import column_map  # noqa: PLC0415  (slow import)
    from goodword.history.load import load  # noqa: PLC0415  (slow import)

    hours = reading.policy.hours
    history = load(
        Path(arguments.history), column_map(arguments.map), zone=hours.zone if hours else "UTC"
    )
    return evidence_of(history, reading.policy)


def _print(reading: Reading, found: tuple[Problem, ...], *, hints: bool) -> None:
    told = [one for one in mend_next(found) if hints or one.severity not in _QUIET]
    for problem, again in repeats(told):
        head, _, body = shown(problem, reading, again=again).partition("\n")
        colour = _COLOURS.get(problem.severity, "dim")
        print(paint(head, colour))
        if body:
            print(body)
        print()
    print(_summary(reading, found, hints=hints))


def _summary(reading: Reading, found: tuple[Problem, ...], *, hints: bool) -> str:
    states = Counter(sentence.state for sentence in reading.sentences)
    kinds = Counter(one.severity for one in found)
    live, almost = states[SentenceState.LIVE], states[SentenceState.ALMOST]
    read_as = f"{_counted(live, 'live sentence')}, {almost} almost live"
    grave = [
        _counted(kinds[severity], str(severity))
        for severity in (Severity.ERROR, Severity.WARNING)
        if kinds[severity]
    ]
    quiet = kinds[Severity.INFO] + kinds[Severity.HINT]
    foreign = sum(one.code == OTHER_LANGUAGE for one in found)
    if foreign:
        stay = "stays" if foreign == 1 else "stay"
        read_as = f"{read_as}, {foreign} in another language that {stay} text"
    verdict = " and ".join(grave) if grave else "nothing that needs mending"
    more = "" if hints or not quiet else f" ({_counted(quiet, 'hint')}: see them with --hints)"
    return f"{reading.path}: {read_as}; {verdict}{more}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _as_sarif(
    checked: list[tuple[Reading, tuple[Problem, ...]]], *, hints: bool
) -> Mapping[str, object]:
    from goodword.exchange.sarif import sarif  # noqa: PLC0415  (slow import)

    told = (
        (reading, [one for one in found if hints or one.severity not in _QUIET])
        for reading, found in checked
    )
    return sarif(told, CATALOGUE)


def _as_json(reading: Reading, found: tuple[Problem, ...]) -> dict[str, object]:
    states = Counter(str(sentence.state) for sentence in reading.sentences)
    return {
        "path": reading.path,
        "sentences": {str(state): states[str(state)] for state in SentenceState},
        "counts": {
            str(severity): sum(one.severity is severity for one in found) for severity in Severity
        },
        "problems": [as_json(one, reading) for one in found],
        "mend_next": [found.index(one) for one in mend_next(found)],
    }
