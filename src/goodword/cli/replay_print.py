"""What became of the promises, told in a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from goodword.cli.length import length
from goodword.cli.replay_json import Cut
from goodword.cli.terminal import paint
from goodword.metric.dimension import Dimension
from goodword.metric.estimate import estimate
from goodword.metric.part import Part
from goodword.metric.suppress import FLOOR, rounded
from goodword.metric.survived import Survived
from goodword.metric.track_record import TrackRecord
from goodword.policy.promise import Promise
from goodword.replay.outcomes import Counts, Outcomes

_MOST_PARTS = 60
_HALF = 0.5
NOT_TOLD = "not told"


def print_promise(record: TrackRecord, cuts: Sequence[Cut]) -> None:
    """Print one promise: its verdict, its counts, its times, and its parts."""
    counts, found = record.outcome.counts, record.estimate
    print(f"\n{paint(sentence(record.outcome.promise), 'bold')}")
    if found.value is None:
        print(f"  {no_case(counts)}")
        return
    print(
        f"  {found.verdict.words}: {found.value:.1%} of {found.n:,} "
        f"({found.low:.1%} to {found.high:.1%})"
        + (f"; {found.needed:,} more kept would show it" if found.needed else "")
    )
    print(
        f"  {counts.kept:,} kept, {counts.broken_closed:,} done late, "
        f"{counts.broken_open:,} open past due, {counts.open:,} open, {counts.excused:,} excused"
    )
    in_hours = record.outcome.counts_open_seconds
    times = within(record.quantiles["p50"], record.quantiles["p90"], in_hours=in_hours)
    print(f"  {'open time' if in_hours else 'time'} taken: {times}")
    kept_in = record.kept_in
    if kept_in is not None and kept_in.open:
        print(f"  {_kept_in(kept_in, in_hours=in_hours)}")
    for by, parts in cuts:
        _print_parts(by, parts, in_hours=in_hours)


def no_case(counts: Counts) -> str:
    """Say why there is no share: no case is meant, or none is settled yet."""
    if not counts.n:
        return "no case in this history is meant by it"
    settled = f", {counts.excused:,} excused" if counts.excused else ""
    return f"no case judged yet: {counts.open:,} open{settled}"


def print_unmeasured(records: Sequence[TrackRecord]) -> None:
    """Print the promises that the history says nothing about, those with one reason together."""
    reasons: dict[str, list[str]] = {}
    for record in records:
        reason = record.outcome.unmeasured or ""
        reasons.setdefault(reason, []).append(sentence(record.outcome.promise))
    print_reasons("Not judged", reasons)


def print_reasons(heading: str, reasons: Mapping[str, Sequence[str]]) -> None:
    """Print sentences below the reason that they share; nothing where there are none."""
    if reasons:
        print(f"\n{heading}")
    for reason, sentences in reasons.items():
        for one in sentences:
            print(f"  {one}")
        print(f"    {paint(reason, 'dim')}")


def print_recorded(outcomes: Outcomes) -> None:
    """Print what the other system had promised by itself, where the history tells it."""
    recorded = outcomes.recorded
    if recorded is None:
        return
    print("\nThe other system's own record")
    print(
        f"  with a due time: {recorded.n:,}; {recorded.kept:,} kept, "
        f"{recorded.broken_closed:,} done late, {recorded.broken_open:,} open past it, "
        f"{recorded.open:,} open\n  without a promise: {recorded.without_promise:,}"
    )


def sentence(promise: Promise) -> str:
    """Return the sentence and what it measures: one sentence may hold two promises."""
    return f"{promise.text.strip() or promise.id} [{promise.metric.value.replace('_', ' ')}]"


def within(half: int | None, most: int | None, *, in_hours: bool) -> str:
    """Say within what time half and nine in ten are done, as far as that is known."""
    if half is None:
        return "not known yet, since more than half are not done"
    said = f"half within {length(half, in_hours=in_hours)}, nine in ten "
    if most is None:
        return f"{said}not known yet"
    return f"{said}within {length(most, in_hours=in_hours)}"


def _kept_in(found: Survived, *, in_hours: bool) -> str:
    """Say what open cases change: they count for as long as they have waited."""
    half, most = (time.value for time in found.times if time.share in {0.5, 0.9})
    kept = found.kept
    share = (
        "too early to say how many are in time"
        if kept is None
        else f"{kept.value:.1%} in time ({kept.low:.1%} to {kept.high:.1%})"
    )
    noun = "case" if found.open == 1 else "cases"
    return (
        f"with the {found.open:,} {noun} not done yet kept in: {share}; "
        f"{within(half, most, in_hours=in_hours)}"
    )


def _print_parts(by: Sequence[Dimension], parts: Sequence[Part], *, in_hours: bool) -> None:
    """Print a table of parts, in the order of their words."""
    rows = [_row(part, in_hours=in_hours) for part in parts[:_MOST_PARTS]]
    name = " and ".join(by)
    has_times = any(part.has_times for part in parts)
    width = max([len(f"by {name}"), *(len(row[0]) + 2 for row in rows)])
    print(
        paint(
            f"\n  {f'by {name}':<{width}}  {'judged':>8}  {'kept':>6}  {'95% interval':>16}"
            f"  {'open':>6}{'  half within' if has_times else ''}",
            "dim",
        )
    )
    for words, *cells in rows:
        judged, kept, interval, opened, half = cells
        print(
            f"    {words:<{width - 2}}  {judged:>8}  {kept:>6}  {interval:>16}  {opened:>6}  {half}"
        )
    for note in _notes(parts):
        print(paint(f"    {note}", "dim"))


def _row(part: Part, *, in_hours: bool) -> tuple[str, ...]:
    words = ", ".join(NOT_TOLD if word is None else word.replace("_", " ") for word in part.words)
    if part.is_hidden:
        return words, "few", "", "", "", ""
    counts = part.outcome.counts
    found = estimate(counts.kept, counts.judged, part.outcome.promise.target)
    if found.value is None:
        return words, "0", "", "", f"{counts.open:,}", ""
    if part.is_rounded:
        return words, f"{found.n:,}", f"~{rounded(found.value):.0%}", "", "", ""
    return (
        words,
        f"{found.n:,}",
        f"{found.value:.1%}",
        f"{found.low:.1%} to {found.high:.1%}",
        f"{counts.open:,}",
        _half(part, in_hours=in_hours),
    )


def _half(part: Part, *, in_hours: bool) -> str:
    """Return within what time half are done; nothing where a long history keeps no single times."""
    if not part.has_times:
        return ""
    half = next(time for time in part.kept_in.times if time.share == _HALF)
    return "not known yet" if half.value is None else length(half.value, in_hours=in_hours)


def _notes(parts: Sequence[Part]) -> Iterator[str]:
    hidden = sum(part.is_hidden for part in parts)
    if hidden:
        yield (
            f"few: {hidden} of {len(parts)} are not shown, so that no number points at a person "
            f"(fewer than {FLOOR} cases, or one that the total would tell)."
        )
    if any(part.is_rounded and not part.is_hidden for part in parts):
        yield "~: fewer than 20 cases, so the share is given in steps of 5%."
    if len(parts) > _MOST_PARTS:
        yield f"… and {len(parts) - _MOST_PARTS:,} more parts; --json has them all."
    if len(parts) >= 20:
        yield (
            f"Of {len(parts)} such intervals about {len(parts) // 20} will miss by chance alone: "
            "look for what stays so from month to month."
        )
