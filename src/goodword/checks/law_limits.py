"""Promises beside the times that a chosen law pack leaves."""

import re
from collections.abc import Iterator
from dataclasses import replace

from goodword.businesstime.zone import local
from goodword.checks.law_chosen import Chosen
from goodword.checks.law_compare import Comparison, Standing, added, compared, rough_days
from goodword.document.echo import echo
from goodword.document.echo_amounts import duration, full_date, plain_duration, share
from goodword.document.echo_promise import limit as limit_words
from goodword.document.read import read_sentence
from goodword.document.reading import Reading
from goodword.law import LawLimit, LawPack, LawRecord
from goodword.law import Standing as Founded
from goodword.policy.clause import Strength
from goodword.policy.duty import RetentionRule
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration
from goodword.problem import Fix, Problem, Severity

_STAGE = re.compile(r"stage_(\d)|\bstage (\d|one|two|three)\b|(second look|review of our answer)")
_NUMBERS = {"one": 1, "two": 2, "three": 3}
STAGE_OF_A_SECOND_LOOK = 2


def against_limits(reading: Reading, at: int, one: Chosen) -> Iterator[Problem]:
    """Yield where a promise is looser than a limit of the pack, or none speaks of it."""
    policy = reading.policy
    for limit in one.pack.limits:
        promises = speaking(limit, policy)
        if not promises:
            yield _missing(one, limit.says, limit.sentence, limit.standing, "DOC06")
        for promise in promises:
            yield from _beside(promise, limit, one.pack, policy, at)
    for record in one.pack.records:
        yield from _kept(record, one, policy)


def speaking(limit: LawLimit, policy: Policy) -> tuple[Promise, ...]:
    """Return the promises of the policy that speak of what a limit is about."""
    found = [one for one in policy.of_kind(Promise) if _speaks(one, limit)]
    best = [one for one in found if one.metric is limit.metrics[0]]
    return tuple(best or found)


def _speaks(promise: Promise, limit: LawLimit) -> bool:
    if promise.metric not in limit.metrics:
        return False
    text, subject = promise.text.lower(), promise.subject or ""
    if limit.subject and limit.subject not in subject and not _is_second_look(limit, text):
        return False
    if limit.about and not re.search(limit.about, text, re.IGNORECASE):
        return False
    if limit.not_about and re.search(limit.not_about, text, re.IGNORECASE):
        return False
    return limit.stage is None or limit.stage == (_stage(f"{subject} {text}") or 1)


def _is_second_look(limit: LawLimit, text: str) -> bool:
    return limit.stage == STAGE_OF_A_SECOND_LOOK and "second look" in text


def _stage(words: str) -> int | None:
    found = _STAGE.search(words)
    if found is None:
        return None
    number = found[1] or found[2]
    if number is None:
        return STAGE_OF_A_SECOND_LOOK
    return _NUMBERS.get(number) or int(number)


def _beside(
    promise: Promise, limit: LawLimit, pack: LawPack, policy: Policy, at: int
) -> Iterator[Problem]:
    if promise.start != limit.start and limit.start is None:
        yield _not_comparable(
            promise, limit, pack, "it counts from another moment than the message"
        )
        return
    result = compared(
        promise.limit, limit.at_most, policy.hours_for(promise.channels, parts=promise.parts), at
    )
    if result.standing is not Standing.WITHIN and _has_room(promise, limit, policy, at):
        return
    if result.standing is Standing.UNCLEAR:
        yield _not_comparable(promise, limit, pack, "no opening hours are written")
    elif result.standing is Standing.WITHIN:
        yield from _softer(promise, limit, pack, policy)
    else:
        yield _looser(promise, limit, pack, policy, result, at)


def _has_room(promise: Promise, limit: LawLimit, policy: Policy, at: int) -> bool:
    """Whether the pack leaves more time: for a case apart, or from a later beginning."""
    room = limit.at_most
    if limit.extension is not None and promise.condition is not None:
        longer = added(room, limit.extension)
        room = longer or room
    if limit.start is not None and promise.start is None:
        # Counted from receipt; the acknowledgement comes first and takes time of its own.
        acknowledged = next(
            (one.limit for one in policy.of_kind(Promise) if one.metric == "acknowledge"), None
        )
        if isinstance(acknowledged, Duration):
            room = added(room, acknowledged) or room
    if room == limit.at_most:
        return False
    hours = policy.hours_for(promise.channels, parts=promise.parts)
    return compared(promise.limit, room, hours, at).standing is Standing.WITHIN


def _looser(
    promise: Promise,
    limit: LawLimit,
    pack: LawPack,
    policy: Policy,
    result: Comparison,
    at: int,
) -> Problem:
    grave = _severity(limit.standing, pack, usual=Severity.ERROR)
    if result.standing is Standing.SOMETIMES or (promise.condition is not None and not limit.about):
        grave = Severity.WARNING if grave is Severity.ERROR else grave
    shown = "" if _counts_alike(promise, limit) else _witness(result, policy)
    more = (
        f" Where {limit.extension_needs}, {plain_duration(limit.extension)} more are left."
        if limit.extension and limit.extension_needs
        else ""
    )
    unless = f" Not meant: {' and '.join(limit.unless)}." if limit.unless else ""
    return Problem(
        code="DOC06",
        severity=grave,
        message=f'This promises {limit_words(promise.limit, policy)}. By "{pack.name}", against '
        f"which it is checked, {limit.says}.{shown}{more}{unless} Source: {cited(limit, pack)}.",
        span=promise.span,
        understood=(
            ("promised", _plain(promise)),
            ("at most", plain_duration(limit.at_most)),
        ),
        fix=Fix("Promise no later", rewritten(promise, limit, policy, at), promise.span),
    )


def _counts_alike(promise: Promise, limit: LawLimit) -> bool:
    """Whether two times are counted in one unit, so that nobody needs a date to compare them."""
    mine, theirs = promise.limit, limit.at_most
    return isinstance(mine, Duration) and (mine.unit, mine.counting) == (
        theirs.unit, theirs.counting
    )  # fmt: skip


def cited(rule: LawLimit | LawRecord, pack: LawPack) -> str:
    """Return where a rule stands: the pack's source, and the place in it."""
    return f"{pack.source}, {rule.where}" if rule.where else pack.source


def _plain(promise: Promise) -> str:
    if isinstance(promise.limit, Duration):
        return plain_duration(promise.limit)
    return str(promise.limit.kind).replace("_", " ")


def _witness(result: Comparison, policy: Policy) -> str:
    if result.arrival is None or result.promised is None or result.allowed is None:
        return ""
    zone = policy.hours.zone if policy.hours is not None else "UTC"
    came, mine, law = (
        full_date(local(instant, zone).date())
        for instant in (result.arrival, result.promised, result.allowed - 1)
    )
    if mine == law:
        return ""
    return f" What arrives on {came} may wait until {mine} by your sentence, and until {law} by it."


def _longest(allowed: Duration, policy: Policy, at: int) -> Duration:
    """Return the longest time that keeps within a pack's, counted by the policy's own days."""
    for amount in range(allowed.amount, 0, -1):
        tried = replace(allowed, amount=amount)
        if compared(tried, allowed, policy.hours, at).standing is Standing.WITHIN:
            return tried
    return allowed


def rewritten(promise: Promise, limit: LawLimit, policy: Policy, at: int) -> str:
    """Return the promise in its author's words, with the longest time that the pack leaves."""
    longest = _longest(limit.at_most, policy, at)
    wanted = replace(promise, limit=longest, start=limit.start)
    if isinstance(promise.limit, Duration):
        for words in (duration(promise.limit), plain_duration(promise.limit)):
            text = promise.text.replace(words, duration(longest), 1)
            if text != promise.text and _says(text, wanted, policy):
                return text
    said = echo(wanted, policy)
    return said if _says(said, wanted, policy) else limit.sentence


def _says(text: str, wanted: Promise, policy: Policy) -> bool:
    return any(
        isinstance(one, Promise) and (one.metric, one.subject, one.limit) == (
            wanted.metric, wanted.subject, wanted.limit
        )
        for one in read_sentence(text, policy, section=wanted.section)
    )  # fmt: skip


def _softer(promise: Promise, limit: LawLimit, pack: LawPack, policy: Policy) -> Iterator[Problem]:
    """Yield a warning where the time is right, and the promise leaves itself a way out."""
    least = limit.share
    asked = "every time" if least is None else f"in {share(least)}% of the cases"
    if promise.target is not None and (least is None or promise.target < least):
        how = f"in {share(promise.target)}% of the cases"
    elif promise.strength is Strength.AIM:
        how = "as an aim"
    else:
        return
    firm = replace(promise, target=least, strength=Strength.MUST)
    yield Problem(
        code="DOC06",
        severity=_severity(limit.standing, pack, usual=Severity.WARNING),
        message=f'This promises the time {how}. Checked against "{pack.name}", that leaves too '
        f"much open: {limit.says}, {asked}. Source: {pack.source}.",
        span=promise.span,
        fix=Fix("Promise it firmly", echo(firm, policy), promise.span),
    )


def _not_comparable(promise: Promise, limit: LawLimit, pack: LawPack, why: str) -> Problem:
    return Problem(
        code="DOC06",
        severity=Severity.HINT,
        message=f'I cannot compare this with "{pack.name}" ({limit.says}), because {why}. '
        "Compare the two yourself, or count from when the message arrives.",
        span=promise.span,
    )


def _missing(
    one: Chosen, says: str, sentence: str, standing: Founded, code: str, *, said: str = "promises"
) -> Problem:
    pack = one.pack
    return Problem(
        code=code,
        severity=_severity(standing, pack, usual=Severity.WARNING),
        message=f'Nothing here {said} what "{pack.name}" asks for: {says}. Source: {pack.source}.',
        span=one.span,
        fix=Fix("Say it", sentence),
    )


def _kept(record: LawRecord, one: Chosen, policy: Policy) -> Iterator[Problem]:
    rules = [rule for rule in policy.of_kind(RetentionRule) if record.subject in rule.subject]
    if not rules:
        yield _missing(one, record.says, record.sentence, record.standing, "CMP-22", said="says")
    for rule in rules:
        if rough_days(rule.keep) < rough_days(record.at_least):
            longer = replace(rule, keep=record.at_least)
            yield Problem(
                code="CMP-22",
                severity=_severity(record.standing, one.pack, usual=Severity.ERROR),
                message=f"These records are kept for {plain_duration(rule.keep)}. Checked against "
                f'"{one.pack.name}", that is too short: {record.says}. '
                f"Source: {one.pack.source}.",
                span=rule.span,
                fix=Fix("Keep them longer", echo(longer, policy), rule.span),
            )


def _severity(standing: Founded, pack: LawPack, *, usual: Severity) -> Severity:
    """Return how grave a finding is: what is advice, or not confirmed, is never an error."""
    if pack.advice or standing is Founded.UNCONFIRMED:
        return Severity.WARNING if usual is Severity.ERROR else Severity.HINT
    if standing is Founded.SECONDARY and usual is Severity.WARNING:
        return Severity.HINT
    return usual
