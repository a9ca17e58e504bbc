"""What could be promised, told in a terminal in the language of the policy."""

from collections.abc import Iterator, Sequence

from goodword.cli.forecast_words import ForecastWords
from goodword.cli.terminal import paint
from goodword.metric.backtest import Backtest
from goodword.metric.estimate import smallest_proof
from goodword.metric.forecast import Asked, Forecast, Found
from goodword.metric.proof import Proof
from goodword.policy.quantity import Counting

_BAR = 40
_A_YEAR = {Counting.WORKING: 250, Counting.CALENDAR: 365}
_ENOUGH_TO_COUNT = 5
"""From so many cases on it is said how many come in a month."""
_OTHER_SHARES = (0.9, 0.8, 0.5)


def print_forecast(told: Forecast, asked: Asked, words: ForecastWords, *, with_curve: bool) -> None:
    """Print one part: what to promise, how it was and would be kept, and what would prove it."""
    opened = words.say("heads", "open", count=words.number(told.open)) if told.open else ""
    part = paint(name_of(told, words), "bold")
    print("\n" + words.say("heads", "part", part=part, n=words.number(told.n), open=opened))
    found = told.main
    if found is None:
        print(f"  {words.say('heads', 'too_few', what=too_few(told, asked, words))}")
        return
    for line in _lines(told, found, asked, words):
        print(f"  {line}")
    if with_curve and told.curve:
        print()
        for line in _picture(told, found, asked, words):
            print(f"  {line}")


def name_of(told: Forecast, words: ForecastWords) -> str:
    """Return the part in words."""
    named = [word.replace("_", " ") for word in (told.channel, told.subject) if word]
    return ", ".join(named).capitalize() or words.say("heads", "all_cases")


def too_few(told: Forecast, asked: Asked, words: ForecastWords) -> str:
    """Say kindly how many cases are missing, and what could be shown with those there are."""
    if told.fewest is None:
        return words.say("few", "never")
    wait = ""
    if told.n >= _ENOUGH_TO_COUNT:
        months = words.months(told.missing / told.per_month)
        wait = words.say("few", "wait", months=months, count=words.number(told.per_month))
    lower = next(
        (
            share
            for share in _OTHER_SHARES
            if share < asked.share
            and (smallest_proof(0, share, alpha=asked.alpha) or told.n + 1) <= told.n
        ),
        None,
    )
    instead = words.say("few", "instead", share=_asked_for(lower)) if lower else ""
    return words.say(
        "few",
        "missing",
        missing=words.number(told.missing),
        fewest=words.number(told.fewest),
        wait=wait,
        instead=instead,
    )


def _lines(told: Forecast, found: Found, asked: Asked, words: ForecastWords) -> Iterator[str]:
    share = words.percent(asked.share)
    yield from _promised(found, share, asked, words)
    if found.kept is not None:
        counts, kept = found.counts, found.kept
        late = counts.broken_closed + counts.broken_open
        opened = words.say("lines", "open", count=words.number(counts.open)) if counts.open else ""
        yield words.say(
            "lines",
            "kept",
            value=words.tenth(kept.value),
            low=words.tenth(kept.low),
            high=words.tenth(kept.high),
            kept=words.number(counts.kept),
            late=words.number(late),
            open=opened,
        )
    if found.time is None:
        return
    yield _quantile(found.time, found, share, asked, words)
    if told.beside is not None and told.beside.limit is not None:
        how = "beside_clock" if found.counting is Counting.WORKING else "beside_working"
        yield words.say("lines", how, limit=words.limit(told.beside.limit))
    if told.backtest is not None:
        yield _later(told.backtest, words)
    if told.proof is not None:
        yield _proof(told.proof, words)


def _promised(found: Found, share: str, asked: Asked, words: ForecastWords) -> Iterator[str]:
    if found.limit is None:
        yield words.say("lines", "none_done" if found.time is None else "none_sure", share=share)
        for less in _OTHER_SHARES:
            time = found.curve.time_bounds(less, asked.confidence)[1]
            if less < asked.share and time is not None:
                in_hours = found.counting is Counting.WORKING and not asked.dates_only
                about = words.length(time, in_hours=in_hours)
                name = "less_open" if in_hours else "less"
                yield words.say("lines", name, share=_asked_for(less), about=about)
                return
        return
    if found.sentence is None:
        yield words.say("lines", "no_sentence", limit=words.limit(found.limit), share=share)
        yield words.say("lines", "own_words")
    else:
        yield words.say("lines", "sentence", sentence=paint(found.sentence, "green"))
    if found.limit.amount > _A_YEAR.get(found.limit.counting, found.limit.amount):
        yield words.say("lines", "a_year")


def _quantile(time: float, found: Found, share: str, asked: Asked, words: ForecastWords) -> str:
    in_hours = found.counting is Counting.WORKING and not asked.dates_only
    low, high = (
        words.say("lines", "no_end") if bound is None else words.length(bound, in_hours=in_hours)
        for bound in (found.low, found.high)
    )
    name = "done_open" if in_hours else "done_clock"
    within = words.length(time, in_hours=in_hours)
    return words.say("lines", name, share=share, within=within, low=low, high=high)


def _later(tried: Backtest, words: ForecastWords) -> str:
    if not tried.judged:
        return words.say("later", "none")
    low, high = tried.interval
    said = words.say(
        "later",
        "tried",
        value=words.tenth(tried.kept / tried.judged),
        count=words.number(tried.judged),
        low=words.tenth(low),
        high=words.tenth(high),
    )
    return said + (words.say("later", "drifted") if tried.has_drifted else "")


def _proof(needed: Proof, words: ForecastWords) -> str:
    first = needed.without_miss
    if first is None:
        return words.say("proof", "never")
    after = _after(needed, first, words)
    said = words.say("proof", "first", count=words.number(first), after=after)
    if needed.at_rate is None:
        return words.say("proof", "too_long", said=said)
    if needed.at_rate > first:
        after = _after(needed, needed.at_rate, words)
        said += words.say("proof", "at_rate", count=words.number(needed.at_rate), after=after)
    return f"{said}."


def _after(needed: Proof, cases: int, words: ForecastWords) -> str:
    months = needed.months(cases)
    return "" if months is None else words.say("proof", "after", months=words.months(months))


def _picture(told: Forecast, found: Found, asked: Asked, words: ForecastWords) -> Iterator[str]:
    """Yield the curve: a bar for each length, its share with the interval, the wanted share."""
    labels = [words.limit(rung.limit) for rung in told.curve]
    heading = words.say("picture", "heading")
    width = max(len(heading), *map(len, labels))
    wanted = round(float(asked.share) * _BAR)
    scale = words.say("picture", "scale", share=words.percent(asked.share))
    yield paint(f"{heading:<{width}}  {scale}", "dim")
    for rung, label in zip(told.curve, labels, strict=True):
        full = round(rung.kept.value * _BAR)
        cells = ["█" if place < full else " " for place in range(_BAR + 1)]
        cells[wanted] = "│" if cells[wanted] == " " else "┃"
        chosen = words.say("picture", "chosen") if rung.limit == found.limit else ""
        kept = rung.kept
        between = words.say(
            "picture", "between", low=words.tenth(kept.low), high=words.tenth(kept.high)
        )
        bar = "".join(cells)
        yield f"{label:<{width}}  {bar} {words.tenth(kept.value):>6}  {between}{chosen}"


def print_few(few: Sequence[Forecast], asked: Asked, words: ForecastWords) -> None:
    """Print the parts with too few cases, one a line."""
    if few:
        share, fewest = words.percent(asked.share), words.number(asked.fewest or 0)
        heading = words.say("heads", "few", fewest=fewest, share=share)
        print(f"\n{paint(heading, 'bold')}")
    for told in few:
        what = too_few(told, asked, words)
        part = words.say(
            "heads", "few_part", part=name_of(told, words), n=words.number(told.n), what=what
        )
        print(f"  {part}")


def _asked_for(share: float) -> str:
    """Return a share as the command takes it, in any language."""
    return f"{share:.0%}"
