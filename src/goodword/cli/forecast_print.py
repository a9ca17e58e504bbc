"""What could be promised, told in a terminal."""

from collections.abc import Iterator, Sequence

from goodword.cli.length import length
from goodword.cli.terminal import paint
from goodword.document.echo_amounts import duration
from goodword.metric.backtest import Backtest
from goodword.metric.estimate import smallest_proof
from goodword.metric.forecast import Asked, Forecast, Found
from goodword.metric.proof import Proof
from goodword.policy.promise import Metric
from goodword.policy.quantity import Counting

_BAR = 40
_A_YEAR = {Counting.WORKING: 250, Counting.CALENDAR: 365}
_ENOUGH_TO_COUNT = 5
"""From so many cases on it is said how many come in a month."""
_OTHER_SHARES = (0.9, 0.8, 0.5)
MEASURED = {
    Metric.ANSWER: "Answering: from the first ring to an answer",
    Metric.WAIT: "Waiting at the desk: from arrival until somebody helps",
    Metric.CALLBACK: "Calling back: from the message to our call",
    Metric.ACKNOWLEDGE: "Acknowledging: from the first message to a person's acknowledgement",
    Metric.FIRST_RESPONSE: "First reply: from the first message to a reply by a person",
    Metric.RESOLUTION: "Resolving: from the first message to resolved",
}


def print_forecast(told: Forecast, asked: Asked, *, with_curve: bool) -> None:
    """Print one part: what to promise, how it was and would be kept, and what would prove it."""
    opened = f", {told.open:,} of them not done" if told.open else ""
    print(f"\n{paint(name_of(told), 'bold')} ({told.n:,} cases{opened})")
    found = told.main
    if found is None:
        print(f"  Too few cases: {too_few(told, asked)}")
        return
    for line in _lines(told, found, asked):
        print(f"  {line}")
    if with_curve and told.curve:
        print()
        for line in _picture(told, found, asked):
            print(f"  {line}")


def name_of(told: Forecast) -> str:
    """Return the part in words."""
    words = [word.replace("_", " ") for word in (told.channel, told.subject) if word]
    return ", ".join(words).capitalize() or "All cases"


def too_few(told: Forecast, asked: Asked) -> str:
    """Say kindly how many cases are missing, and what could be shown with those there are."""
    if told.fewest is None:
        return "No number of cases below a million would prove that. Ask for a smaller share."
    wait = ""
    if told.n >= _ENOUGH_TO_COUNT:
        months = _months(told.missing / told.per_month)
        wait = f", {months} more at {told.per_month:,.0f} a month"
    lower = next(
        (
            share
            for share in _OTHER_SHARES
            if share < asked.share
            and (smallest_proof(0, share, alpha=asked.alpha) or told.n + 1) <= told.n
        ),
        None,
    )
    instead = f" With --share {lower:.0%} there are enough." if lower else ""
    return f"{told.missing:,} of {told.fewest:,} are missing{wait}.{instead}"


def _lines(told: Forecast, found: Found, asked: Asked) -> Iterator[str]:
    share = _percent(float(asked.share))
    yield from _promised(found, share, asked)
    if found.kept is not None:
        counts, kept = found.counts, found.kept
        late = counts.broken_closed + counts.broken_open
        opened = f", {counts.open:,} open" if counts.open else ""
        yield (
            f"On these cases it would have been kept {kept.value:.1%} of the time "
            f"({kept.low:.1%} to {kept.high:.1%}): {counts.kept:,} kept, {late:,} late{opened}."
        )
    if found.time is None:
        return
    yield _quantile(found.time, found, share, asked)
    if told.beside is not None and told.beside.limit is not None:
        how = "By the clock, day and night" if found.counting is Counting.WORKING else "Working"
        yield f"{how}: {duration(told.beside.limit)}."
    if told.backtest is not None:
        yield _later(told.backtest)
    if told.proof is not None:
        yield _proof(told.proof)


def _promised(found: Found, share: str, asked: Asked) -> Iterator[str]:
    if found.limit is None:
        yield (
            f"No time can be shown within which {share} are done: too many are not done yet."
            if found.time is None
            else f"No time is sure enough to promise: {share} have been done in the time below, "
            "but with more cases it may prove longer."
        )
        for less in _OTHER_SHARES:
            time = found.curve.time_bounds(less, asked.confidence)[1]
            if less < asked.share and time is not None:
                in_hours = found.counting is Counting.WORKING and not asked.dates_only
                about = length(time, in_hours=in_hours) + (" of open time" if in_hours else "")
                yield f"For {less:.0%} it would be about {about}: --share {less:.0%}."
                return
        return
    said = duration(found.limit)
    if found.sentence is None:
        yield f"You could promise {said}, {share} of the time."
        yield "  (I have no sentence for this kind of case yet; say it in your own words.)"
    else:
        yield f"You could promise: {paint(found.sentence, 'green')}"
    if found.limit.amount > _A_YEAR.get(found.limit.counting, found.limit.amount):
        yield "That is more than a year. Look which part takes so long: --by kind, or --share 80%."


def _quantile(time: float, found: Found, share: str, asked: Asked) -> str:
    in_hours = found.counting is Counting.WORKING and not asked.dates_only
    unit = "of open time" if in_hours else "by the clock"
    low, high = (
        "no end known" if bound is None else length(bound, in_hours=in_hours)
        for bound in (found.low, found.high)
    )
    within = length(time, in_hours=in_hours)
    return f"{share} are done within {within} {unit} ({low} to {high})."


def _later(tried: Backtest) -> str:
    if not tried.judged:
        return "Not tried on later cases: the earlier ones were too few, or too many of them open."
    low, high = tried.interval
    said = (
        f"Found in earlier cases and tried on later ones: kept {tried.kept / tried.judged:.1%} "
        f"of {tried.judged:,} ({low:.1%} to {high:.1%})."
    )
    if tried.has_drifted:
        said += " Times have grown since: find out why before you promise."
    return said


def _proof(needed: Proof) -> str:
    first = needed.without_miss
    if first is None:
        return "No number of cases below a million would prove it."
    said = f"To prove it anew: {first:,} cases without a miss{_after(needed, first)}"
    if needed.at_rate is None:
        return f"{said}; with as many missed as so far more than can be waited for."
    if needed.at_rate > first:
        said += (
            f", or {needed.at_rate:,} with as many missed as so far{_after(needed, needed.at_rate)}"
        )
    return f"{said}."


def _after(needed: Proof, cases: int) -> str:
    months = needed.months(cases)
    return "" if months is None else f" ({_months(months)})"


def _months(months: float) -> str:
    if months < 0.2:
        return "a few days"
    if months < 1.5:
        weeks = max(round(months * 30.4 / 7), 1)
        return f"about {weeks} week{'s' * (weeks != 1)}"
    if months < 36:
        return f"about {months:.0f} months"
    return f"about {months / 12:.0f} years"


def _picture(told: Forecast, found: Found, asked: Asked) -> Iterator[str]:
    """Yield the curve: a bar for each length, its share with the interval, the wanted share."""
    labels = [duration(rung.limit) for rung in told.curve]
    width = max(len(label) for label in labels)
    wanted = round(float(asked.share) * _BAR)
    yield paint(
        f"{'if promised':<{width}}  share kept (│ is {_percent(float(asked.share))})", "dim"
    )
    for rung, label in zip(told.curve, labels, strict=True):
        full = round(rung.kept.value * _BAR)
        cells = ["█" if place < full else " " for place in range(_BAR + 1)]
        cells[wanted] = "│" if cells[wanted] == " " else "┃"
        chosen = "  ← shortest proven" if rung.limit == found.limit else ""
        kept = rung.kept
        yield (
            f"{label:<{width}}  {''.join(cells)} {kept.value:6.1%}  "
            f"({kept.low:.1%} to {kept.high:.1%}){chosen}"
        )


def print_few(few: Sequence[Forecast], asked: Asked) -> None:
    """Print the parts with too few cases, one a line."""
    share = _percent(float(asked.share))
    if few:
        heading = f"Too few cases: {asked.fewest:,} are the fewest that can show {share}"
        print(f"\n{paint(heading, 'bold')}")
    for told in few:
        print(f"  {name_of(told)} ({told.n:,}): {too_few(told, asked)}")


def _percent(share: float) -> str:
    return f"{share * 100:g}%"
