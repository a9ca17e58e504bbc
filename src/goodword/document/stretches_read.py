"""A sentence with several times read stretch by stretch, each with the words that belong to it.

The sentence as a whole is read first. Where more of it is kept when each stretch is read by itself,
that is taken, and said back with a warning; and what is done in each stretch, its own words know
best.
"""

# ruff: noqa: E501  (a pattern reads best unbroken)

from collections.abc import Callable, Mapping
from dataclasses import replace

from goodword.document.condition_text import frame
from goodword.document.second_said import unsure
from goodword.document.setting import Finding, Understood
from goodword.document.stretch_alone import as_sentences, failing, gap, is_bare, shared
from goodword.document.time_stretches import Stretch, stretches_of
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.service import channels_in, metrics_in
from goodword.policy.authority import ApprovalRule, Authority, Eligibility, Prohibition
from goodword.policy.clause import Clause
from goodword.policy.duty import Escalation
from goodword.policy.promise import (
    LateNotice,
    Metric,
    NoticeRule,
    Promise,
    QualityGoal,
    Remedy,
)
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.policy.situation import HouseRule, Situation

Reader = Callable[[str], Understood]
_BESIDE = (Escalation, LateNotice, Remedy, Authority, ApprovalRule, Prohibition, QualityGoal)
_TIMED = (Promise, *_BESIDE, Eligibility)
# What a sentence may have been read as where its stretches say more.
_OPEN = (*_TIMED, Situation, NoticeRule, HouseRule)
_LEAST = 2
# Asked of a deed that another reading has put in its place.
_OF_DEEDS = ("RD01", "PR18")
# To see, to take up or to begin a thing is to respond to it, where its end has a time of its own.
_BEGUN = Cued(
    r"\b(?:inspect(?:ion|ed|s)?|assess(?:ment|ed|es)?|survey(?:ed|s)?|diagnos(?:is|ed|es)|(?:site |home )?visit(?:ed|s)?|looked at|look at|checked|triaged?|"
    r"examin(?:ation|ed|es?)|start(?:ed|s)?|begins?|begun|open an? \w+|tak(?:e|es|en) ownership|taken up|read by|picked up|commenc\w+|attend(?:ed|s|ance)?)\b",
    "inspect|assess|survey|diagnos|visit|look|checked|triage|examin|start|beg|open|tak|read by|picked|"
    "commenc|attend",
)
# A promise by itself, before what a sentence goes on with.
_BEFORE = "We will reply within 3 days"


def apart(text: str, whole: Understood, read: Reader) -> Understood:
    """Return what a sentence says: as a whole, or by its stretches where they keep more of it."""
    plain = even(text)
    low = normal(plain)
    if len(low) != len(plain) or not all(isinstance(one, _OPEN) for one in whole.clauses):
        return whole
    found = stretches_of(plain, low)
    if _is_plain(whole, found) or any(
        isinstance(one, HouseRule) and one.sort == "stage" for one in whole.clauses
    ):
        # How much longer a stage may take is promised to nobody.
        return whole
    made = _by_stretch(found, plain, read) if found else None
    if made is None or _promised(made) < _promised(whole):
        return whole
    clauses = _counted(_once(made.clauses), whole)
    if (better := _deeds(whole, clauses, found, text)) is not None:
        return better
    return _said(text, clauses, made) if _keeps_more(clauses, whole) else whole


def _is_plain(whole: Understood, found: tuple[Stretch, ...]) -> bool:
    """Whether each stretch has its promise already, and names in its own words what is done."""
    return len(whole.clauses) == len(found) and all(
        isinstance(one, Promise) and each.times and _is_named(one.metric, normal(each.words))
        for one, each in zip(whole.clauses, found, strict=True)
    )


def _is_named(metric: Metric, low: str) -> bool:
    return any(one.name == metric for one in metrics_in(low))


def _keeps_more(clauses: tuple[Clause, ...], whole: Understood) -> bool:
    """Whether clauses keep more of a sentence than it does as a whole, and no other matter."""
    if _kept(whole) >= _kept(Understood(clauses)):
        return False
    same = {type(one) for one in clauses} == {type(one) for one in whole.clauses}
    return same or len(clauses) > len(whole.clauses)


def _said(text: str, clauses: tuple[Clause, ...], made: Understood) -> Understood:
    """Return clauses that stretches say, said back."""
    shown = tuple(
        replace(one, start=0, end=len(text), fix="", label="")
        for one in dict.fromkeys(made.findings)
        if one.code != "RD01"
    )
    return Understood(clauses, (*shown, unsure(text, clauses)))


def _once(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Return clauses without one that another repeats: "in a week, and each week after"."""
    again = {
        (one.metric, one.limit) for one in clauses if isinstance(one, Promise) and not one.once
    }
    return tuple(
        dict.fromkeys(
            one
            for one in clauses
            if not (isinstance(one, Promise) and one.once and (one.metric, one.limit) in again)
        )
    )


def _counted(clauses: tuple[Clause, ...], whole: Understood) -> tuple[Clause, ...]:
    """Return clauses with each time counted as the whole sentence has it."""
    said = {
        (one.limit.amount, one.limit.unit): one.limit
        for one in whole.clauses
        if isinstance(one, Promise) and isinstance(one.limit, Duration)
    }
    exact = any(one.is_exact and one.counting is Counting.CLOCK for one in said.values())
    return tuple(
        replace(one, limit=_as_counted(one.limit, said, exact=exact))
        if isinstance(one, Promise) and isinstance(one.limit, Duration)
        else one
        for one in clauses
    )


def _as_counted(
    limit: Duration, said: Mapping[tuple[int, Unit], Duration], *, exact: bool
) -> Duration:
    """Return a length as it is counted: round the clock where a shorter one beside it is."""
    if (limit.amount, limit.unit) in said:
        return said[limit.amount, limit.unit]
    return replace(limit, counting=Counting.CLOCK) if exact and limit.is_exact else limit


def _promised(read: Understood) -> int:
    return sum(isinstance(one, Promise) for one in read.clauses)


def _kept(read: Understood) -> tuple[int, int]:
    """Return how much is kept of a sentence: its times and its clauses; nothing where none runs."""
    if read.almost:
        return (0, 0)
    limits = {one.limit for one in read.clauses if isinstance(one, Promise)}
    waits = {one.after for one in read.clauses if isinstance(one, Escalation) and one.after}
    return (len({*limits, *waits}), len(read.clauses))


def _deeds(
    whole: Understood, clauses: tuple[Clause, ...], found: tuple[Stretch, ...], text: str
) -> Understood | None:
    """Return the same promises with what each stretch by itself says is done.

    None where the stretches make others than the whole does.
    """
    if whole.almost or len(whole.clauses) != len(clauses):
        return None
    made = tuple(
        _with_deed(one, two, stretch.words if len(found) == len(clauses) else "")
        for one, two, stretch in zip(whole.clauses, clauses, found, strict=False)
        if isinstance(one, Promise) and isinstance(two, Promise) and one.limit == two.limit
    )
    if len(made) != len(clauses):
        return None
    if made == whole.clauses:
        return whole
    kept = tuple(one for one in whole.findings if one.code not in _OF_DEEDS)
    return Understood(made, (*kept, unsure(text, made)))


def _with_deed(one: Promise, two: Promise, words: str) -> Promise:
    """Return a promise with what its stretch, read by itself, says is done.

    It stays where the words of the stretch name what was read already, or nothing at all.
    """
    low = normal(words)
    if _is_named(one.metric, low) or (words and is_bare(words)):
        return one
    ways = two if channels_in(low) else one
    return replace(one, metric=two.metric, channels=ways.channels, by=ways.by, once=two.once)


def _by_stretch(found: tuple[Stretch, ...], plain: str, read: Reader) -> Understood | None:
    """Return what the stretches say; None where a time is lost, or nothing is promised."""
    clauses: list[Clause] = []
    findings: list[Finding] = []
    heads: list[str] = []
    for one in found:
        before = next((each for each in reversed(clauses) if isinstance(each, Promise)), None)
        said = _stretch_read(one, plain, before, heads, read)
        if said is None and one.times:
            return None
        if said is not None:
            heads.append(one.words)
            clauses.extend(shared(each, before, one.words) for each in said.clauses)
            findings.extend(said.findings)
    if len(clauses) < _LEAST or not any(isinstance(one, Promise) for one in clauses):
        return None
    return Understood(_for_all(_begun(clauses, heads), plain, found), tuple(findings))


def _stretch_read(
    one: Stretch, plain: str, before: Promise | None, heads: list[str], read: Reader
) -> Understood | None:
    """Return what one stretch says, by itself or with what it leaves to those before it."""
    if one.times and before is not None and (more := gap(one.words, before)) is not None:
        return Understood((more,))
    if not one.times and before is not None:
        late = _late(one, plain, read)
        if late is not None:
            return late
        if (way := failing(one.words, before)) and _is_all(said := read(way), (Escalation,)):
            return said
    for words in as_sentences(one.words, heads):
        said = read(words)
        if _is_all(said, _TIMED if one.times else _BESIDE):
            return said
    return None


def _late(one: Stretch, plain: str, read: Reader) -> Understood | None:
    """Return the news of a delay that a promise goes on with: "…, or a note saying why"."""
    if plain.startswith(_BEFORE):
        return None
    said = read(f"{_BEFORE}{plain[one.joint : one.end].rstrip('.')}.")
    late = tuple(each for each in said.clauses if isinstance(each, LateNotice))
    return Understood(late) if late and not said.almost else None


def _is_all(said: Understood, kinds: tuple[type[Clause], ...]) -> bool:
    ours = bool(said.clauses) and not said.almost
    return ours and all(isinstance(one, kinds) for one in said.clauses)


def _begun(clauses: list[Clause], heads: list[str]) -> tuple[Clause, ...]:
    """Return clauses with work that begins by a time as a response, where a later one ends it."""
    if len(clauses) != len(heads):
        return tuple(clauses)
    ends = [
        at
        for at, one in enumerate(clauses)
        if isinstance(one, Promise) and one.metric is Metric.RESOLUTION
    ]
    return tuple(
        replace(one, metric=Metric.FIRST_RESPONSE)
        if isinstance(one, Promise)
        and at in ends[:-1]
        and _BEGUN.search(normal(heads[at]))
        and not _BEGUN.search(normal(heads[ends[-1]]))
        else one
        for at, one in enumerate(clauses)
    )


def _for_all(
    clauses: tuple[Clause, ...], plain: str, found: tuple[Stretch, ...]
) -> tuple[Clause, ...]:
    """Return clauses with the condition that opens the sentence and governs all of it."""
    first = clauses[0]
    if not frame(plain).before or first.condition is None or ";" in plain[: found[-1].start]:
        return clauses
    return tuple(
        replace(one, condition=first.condition)
        if isinstance(one, Promise) and one.condition is None
        else one
        for one in clauses
    )
