"""`goodword forecast HISTORY`: what could be promised, from what past cases show."""

import argparse
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from goodword.cli.history_file import column_map, has_problems, judged_at, local, print_problems
from goodword.cli.long_file import say_what_it_holds
from goodword.cli.policy_file import refuse_one_input_twice
from goodword.cli.progress import progress
from goodword.cli.replay import cases_of, dimensions, judged_policy
from goodword.cli.terminal import paint, print_json
from goodword.errors import GoodwordError, UnknownNameError, UnreadableFileError
from goodword.history.history import History
from goodword.history.load import load
from goodword.metric.dimension import Dimension
from goodword.policy.definition import ZoneClause
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric

if TYPE_CHECKING:
    from goodword.metric.forecast import Asked, Cases, Forecast

SUMMARY = "Say what could be promised: the shortest times that past cases show to be kept."
_SUBJECTS = (Dimension.CHANNEL, Dimension.KIND, Dimension.PRIORITY)
_METRICS = ("answer", "wait", "callback", "acknowledge", "first_response", "resolution")
_MOST_PARTS = 20


class UnusableShareError(GoodwordError):
    """A share or a confidence was asked for that no number of cases can show."""

    code = "unusable-share"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the history, the policy whose hours count, and what is asked of them."""
    parser.add_argument(
        "history",
        help="an export of cases: CSV or JSON Lines, perhaps gzipped; - is standard input",
    )
    parser.add_argument("--map", help="a column map (TOML) that says what the columns mean")
    parser.add_argument(
        "--policy", help="a policy whose opening hours and pauses count; without, the clock"
    )
    parser.add_argument(
        "--at", help="the instant of judgment, as in 2011-10-01T00:00-04:00; default: last event"
    )
    parser.add_argument(
        "--share", default="95%", help="which share is to be kept, as in 90%%; default: 95%%"
    )
    parser.add_argument(
        "--confidence", default="95%", help="how sure it is to be, on one side; default: 95%%"
    )
    parser.add_argument(
        "--by",
        default="channel,kind",
        metavar="PARTS",
        help="for which parts: channel, kind, priority, or two with a comma; none for all cases "
        "alone; default: channel,kind",
    )
    parser.add_argument(
        "--part", metavar="WORDS", help="one part alone, as in phone,complaint, with its picture"
    )
    parser.add_argument(
        "--metric",
        choices=_METRICS,
        help="what is measured; default: all that the history tells of",
    )
    parser.add_argument("--svg", metavar="PATH", help="write the picture of the first part as SVG")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print what could be promised; 1 when the history has errors or warnings in it."""
    by = _parts(arguments.by)
    refuse_one_input_twice(arguments.policy, arguments.history)
    policy = None if arguments.policy is None else judged_policy(arguments.policy)
    share, confidence = (_share(getattr(arguments, name), name) for name in ("share", "confidence"))
    zone = policy.hours.zone if policy and policy.hours else "UTC"
    columns = column_map(arguments.map)
    say_what_it_holds(
        Path(arguments.history),
        columns,
        "leave out years that are long past; what could be promised is told by the last ones.",
    )
    history = load(Path(arguments.history), columns, zone=zone, progress=progress("Reading"))
    from goodword.metric.forecast import Asked  # noqa: PLC0415 - slow import

    asked = Asked(
        policy=policy or _no_policy(history.zone),
        at=judged_at(arguments.at, history),
        share=share,
        confidence=float(confidence),
        tells=history.tells,
        dates_only=history.dates_only,
    )
    told = _told(arguments, asked, history, by)
    if not told:
        raise UnreadableFileError(
            f"{history.path} does not say when anything was answered, replied to or resolved.",
            hint="Name such a column in the map; docs/reference/column-maps.md lists them.",
        )
    if arguments.svg:
        _draw(arguments.svg, told, asked)
    if arguments.json:
        _print_json(arguments, history, asked, told)
    else:
        _print(history, asked, told)
    return int(has_problems(history))


def _parts(written: str) -> tuple[Dimension, ...]:
    """Return by what the cases are parted; raises UnknownNameError for what no promise names."""
    if written.strip().lower() == "none":
        return ()
    found = dimensions(written)
    if any(one not in _SUBJECTS for one in found) or len(set(found) - {Dimension.CHANNEL}) > 1:
        raise UnknownNameError(
            f'A promise cannot be made by "{written}".',
            hint="Ask by channel, by kind or by priority, or by channel and one of the others.",
        )
    return found


def _share(written: str, name: str) -> Decimal:
    """Return a share written as `95%` or `0.95`; raises UnusableShareError for another."""
    text = written.strip()
    try:
        number = Decimal(text.rstrip("%").strip())
    except InvalidOperation:
        number = Decimal(0)
    if text.endswith("%") or number > 1:
        number /= 100
    if not Decimal("0.5") <= number < 1:
        raise UnusableShareError(
            f'--{name} "{written}" is no share that cases can show.',
            hint='Write one from 50% to 99.9%, as in "95%". That all are kept, always, no '
            "number of cases can show.",
        )
    return number.normalize()


def _no_policy(zone: str) -> Policy:
    """Return a policy that says nothing but in which zone days begin."""
    return Policy(
        title="",
        organisation="",
        serves="client",
        language="en",
        currency="USD",
        hours=None,
        roles=(),
        owner=None,
        sections=(),
        clauses=(ZoneClause(id="zone", zone=zone),),
    )


def _told(
    arguments: argparse.Namespace, asked: "Asked", history: History, by: Sequence[Dimension]
) -> "list[Forecast]":
    """Return the forecast of each metric and part, all cases first, then the largest parts."""
    from goodword.metric.forecast import (  # noqa: PLC0415 - slow import
        METRICS,
        forecast,
        is_measured_on,
        with_curve,
    )

    groups = _groups(arguments, asked, history, by)
    metrics = [Metric(arguments.metric)] if arguments.metric else METRICS
    bar, done = progress("Counting"), 0
    size = len(metrics) * len(groups)
    found: list[Forecast] = []
    for metric in metrics:
        for channel, subject, cases in groups:
            done += 1
            if bar is not None:
                bar(done - 1, size)
            if not is_measured_on(metric, channel):
                continue
            told = forecast(asked, cases, metric, channel, subject)
            is_first = not any(one.metric is metric for one in found)
            if told.unmeasured is None and told.n:
                found.append(with_curve(asked, cases, told) if is_first else told)
    if bar is not None:
        bar(size, size)
    return found


def _groups(
    arguments: argparse.Namespace, asked: "Asked", history: History, by: Sequence[Dimension]
) -> "list[tuple[str | None, str | None, Cases]]":
    from goodword.metric.part import Parts  # noqa: PLC0415 - slow import

    cases = cases_of(history)
    everything: list[tuple[str | None, str | None, Cases]] = [(None, None, cases)]
    if not by:
        return everything
    parts = Parts(cases, at=asked.at, zone=history.zone)
    groups: list[tuple[str | None, str | None, Cases]] = []
    for words, some in parts.groups(by):
        told = dict(zip(by, words, strict=True))
        subject = next((word for one, word in told.items() if one is not Dimension.CHANNEL), None)
        if None not in words:
            groups.append((told.get(Dimension.CHANNEL), subject, some))
    if not arguments.part:
        return everything + groups
    wanted = {word.strip().lower().replace(" ", "_") for word in arguments.part.split(",")}
    one = [group for group in groups if {word for word in group[:2] if word} == wanted]
    if not one:
        known = ", ".join(sorted({",".join(filter(None, group[:2])) for group in groups})[:12])
        raise UnknownNameError(
            f'There is no part "{arguments.part}" in {history.path}.', hint=f"Parts are: {known}."
        )
    return one


def _draw(path: str, told: "Sequence[Forecast]", asked: "Asked") -> None:
    from goodword.cli.forecast_print import name_of  # noqa: PLC0415 - slow import
    from goodword.cli.forecast_words import ForecastWords  # noqa: PLC0415 - slow import
    from goodword.publishing.curve import Dot, curve_svg  # noqa: PLC0415 - slow import

    first = next((one for one in told if one.curve), None)
    if first is None or first.main is None:
        raise UnusableShareError(
            "There is no picture to draw: no time could be shown.",
            hint="Ask for a smaller share, or look at what is said without --svg.",
        )
    words = ForecastWords(asked.policy.language)
    dots = [
        Dot(
            words.limit(rung.limit),
            rung.kept.value,
            rung.kept.low,
            rung.kept.high,
            is_chosen=rung.limit == first.main.limit,
        )
        for rung in first.curve
    ]
    measured = words.measured(first.metric).partition(":")[0]
    part = name_of(first, words)
    said = first.main.sentence or words.say("picture", "no_sentence")
    drawn = curve_svg(
        dots,
        title=words.say("picture", "title", measured=measured, part=part[:1].lower() + part[1:]),
        summary=words.say("picture", "summary", sentence=said, count=words.number(first.n)),
        target=float(asked.share),
    )
    try:
        Path(path).write_text(drawn, encoding="utf-8", newline="\n")
    except OSError as refused:
        raise UnreadableFileError(
            f"{path} cannot be written: {refused.strerror}.",
            hint="Give a path in a folder that is there.",
        ) from refused


def _print_json(
    arguments: argparse.Namespace, history: History, asked: "Asked", told: "Sequence[Forecast]"
) -> None:
    from goodword.cli.forecast_json import forecast_json  # noqa: PLC0415 - slow import
    from goodword.cli.replay_json import problem_json  # noqa: PLC0415 - slow import

    print_json(
        {
            "history": arguments.history,
            "map": arguments.map,
            "policy": arguments.policy,
            "at": local(asked.at, history.zone),
            "share": float(asked.share),
            "confidence": asked.confidence,
            "rows": history.rows,
            "left_out": dict(sorted(history.left_out.items())),
            "forecasts": [forecast_json(one, dates_only=asked.dates_only) for one in told],
            "problem_counts": dict(sorted(history.counts.items())),
            "problems": [problem_json(problem) for problem in history.problems],
        }
    )


def _print(history: History, asked: "Asked", told: "Sequence[Forecast]") -> None:
    from goodword.cli.forecast_print import (  # noqa: PLC0415 - slow import
        print_few,
        print_forecast,
    )
    from goodword.cli.forecast_words import ForecastWords  # noqa: PLC0415 - slow import

    words = ForecastWords(asked.policy.language)
    print(f"{history.path}: {history.rows:,} rows, as of {local(asked.at, history.zone)}")
    share, confidence = words.percent(asked.share), words.percent(asked.confidence)
    print(words.say("heads", "asked", share=share, confidence=confidence))
    if asked.policy.hours is None:
        print(words.say("heads", "by_the_clock"))
    for metric in dict.fromkeys(one.metric for one in told):
        print(f"\n{paint(words.measured(metric), 'bold')}")
        first, *others = [one for one in told if one.metric is metric]
        print_forecast(first, asked, words, with_curve=True)
        others.sort(key=lambda one: -one.n)
        enough = [one for one in others if one.main is not None]
        for one in enough[:_MOST_PARTS]:
            print_forecast(one, asked, words, with_curve=False)
        few = [one for one in others if one.main is None]
        print_few(few[:_MOST_PARTS], asked, words)
        hidden = max(len(enough) - _MOST_PARTS, 0) + max(len(few) - _MOST_PARTS, 0)
        if hidden:
            print("\n" + words.say("heads", "smaller", count=hidden))
    print_problems(history)
