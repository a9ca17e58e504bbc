"""Why a clock stands as it does, in words that a customer can read."""

from collections.abc import Iterable, Iterator, Sequence

from goodword.businesstime.arithmetic import is_open
from goodword.businesstime.openings import Openings, openings_for
from goodword.businesstime.workdays import last_closing
from goodword.businesstime.zone import local_date
from goodword.case.case import Case
from goodword.clock.clock import Clock, Pause
from goodword.clock.closed_names import ClosedNames
from goodword.clock.explanation import Explanation, Reason
from goodword.clock.folding import folded
from goodword.clock.own_hours import openings_of
from goodword.clock.step import At, Slot, Step
from goodword.clock.steps import steps
from goodword.clock.story import Story, story_of
from goodword.clock.telling import Telling, sentence
from goodword.clock.verdict import verdict
from goodword.clock.words import Words, words_for
from goodword.language.memory import remembered
from goodword.language.pack import UnknownLanguageError, pack
from goodword.policy.hours import Hours
from goodword.policy.house_zone import house_zone
from goodword.policy.policy import Policy
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Unit

_LONG = frozenset({Unit.MONTH, Unit.YEAR})


def explain(
    clock: Clock,
    policy: Policy,
    openings: Openings | None,
    *,
    language: str = "en",
    case: Case | None = None,
) -> Explanation:
    """Return the steps that led to the due time, and to the verdict where there is one.

    Local times are in the zone of the policy's hours. A language without a pack is answered in
    English. `openings` None is for policies without hours. With the `case` of the clock it is told
    as well what it became, what took it out, and who was told late.
    """
    usable = openings or openings_for(Hours(house_zone(policy)), clock.at)
    words = words_for(language, usable.hours)
    story = story_of(clock, policy, words, case)
    own = openings_of(clock.promise, policy, usable, clock.channel, clock.started_at, clock.parts)
    judged = verdict(clock, own, story)
    telling = Telling(words, own)
    reasons = tuple(_reasons(_told(clock, policy, own, words, story, judged), telling))
    return Explanation(
        summary=sentence("; ".join(said for said, _ in reasons if said)),
        reasons=tuple(reason for _, reason in reasons),
        verdict=sentence(Telling(words, own).say(judged)),
        language=words.language,
        counts=_counts(clock),
    )


def _counts(clock: Clock) -> str | None:
    limit = clock.promise.limit
    if not isinstance(limit, Duration):
        return None
    if limit.is_exact:
        return "seconds"
    return None if limit.counting is Counting.WORKING and limit.unit in _LONG else "days"


def _reasons(told: Iterable[Step], telling: Telling) -> Iterator[tuple[str, Reason]]:
    """Yield each step as it stands in the summary (empty where it does not) and by itself."""
    counted = 0
    for step in told:
        counted += step.counted
        words = telling.say(step)
        reason = Reason(
            at=step.start,
            local=telling.local(step.start),
            code=step.code,
            words=sentence(words),
            until=step.end,
            counted=counted,
            params=step.slots,
            phrase=step.phrase,
        )
        yield "" if step.quiet else words, reason


def _told(
    clock: Clock, policy: Policy, openings: Openings, words: Words, story: Story, judged: Step
) -> Iterator[Step]:
    yield _started(clock, words)
    change = story.change()
    if change is not None:
        yield change
    yield from _limit_read(clock, policy)
    until = clock.at if clock.due is None else clock.due
    names = ClosedNames(openings.hours, policy, words)
    pauses = _pauses(clock, until)
    taken = steps(clock.promise.limit, openings, names, clock.started_at, until, pauses)
    yield from folded(taken)
    if clock.due is not None:
        yield _due(clock, openings, clock.due)
    yield from story.told_late()
    yield from story.after()
    if judged.code != "running" or clock.at > clock.started_at:
        yield judged


def _started(clock: Clock, words: Words) -> Step:
    start = clock.started_at
    slots: dict[str, Slot] = {"start": At(start)}
    event = clock.promise.start
    phrase = "started"
    if len(clock.exchanges) > 1:
        phrase = f"started_{clock.promise.metric}"
        number = next(
            (i for i, one in enumerate(clock.exchanges, start=1) if one.started_at == start), 1
        )
        slots |= {"number": number, "many": len(clock.exchanges)}
    elif event is not None and words.has("events", event):
        phrase = "started_event"
        slots["event"] = words.phrase("events", event)
    return Step("started", phrase, start, start, slots=slots)


def _due(clock: Clock, openings: Openings, due: int) -> Step:
    limit = clock.promise.limit
    phrase = "due"
    if isinstance(limit, Duration) and limit.is_exact:
        if limit.counting is Counting.WORKING and not is_open(openings, due):
            phrase = "due_just_at_closing"
    elif not isinstance(limit, Duration) or limit.counting is Counting.WORKING:
        day = local_date(due - 1, openings.zone)
        if openings.hours.ever_open and last_closing(openings, day) == due:
            same_day = isinstance(limit, Anchor) and limit.kind is AnchorKind.SAME_DAY
            moved = same_day and day != local_date(clock.started_at, openings.zone)
            phrase = "due_closing_moved" if moved else "due_closing"
    return Step("due", phrase, due, due, slots={"end": At(due), "limit": limit})


def _pauses(clock: Clock, until: int) -> Sequence[Pause]:
    """Return the pauses between the start and the due time.

    What came after it was done changes nothing about when it was due.
    """
    found = []
    for pause in clock.pauses:
        end = pause.end
        if clock.done_at is not None:
            end = clock.done_at if end is None else min(end, clock.done_at)
        if pause.start < until and (end is None or end > max(clock.started_at, pause.start)):
            found.append(Pause(pause.start, end, pause.reason))
    return found


def _limit_read(clock: Clock, policy: Policy) -> Iterator[Step]:
    """Yield how the limit was read from the sentence: a range's longer end, rings in seconds."""
    limit, start = clock.promise.limit, clock.started_at
    if isinstance(limit, Duration):
        phrase, said = _said(clock.promise.text, policy.language, limit)
        if said:
            yield Step("limit", phrase, start, start, slots={"said": said, "limit": limit})


@remembered(512)
def _said(text: str, language: str, limit: Duration) -> tuple[str, str]:
    """Return which of a range or rings a sentence gives the limit as, and its words; else ""."""
    try:
        spoken = pack(language)
    except UnknownLanguageError:
        return "", ""
    plain = " ".join(text.split())
    low = plain.lower()
    for entry in ("times.rings", "times.ring") if limit.unit is Unit.SECOND else ():
        rings = spoken.pattern(entry).search(low) if spoken.has(entry) else None
        if rings:
            return "rings", plain[rings.start() : rings.end()].strip()
    if not spoken.has("times.length") or not any(mark.isdigit() for mark in plain):
        return "", ""
    for match in spoken.pattern("times.length").finditer(low):
        named = match.groupdict()
        if named.get("low") and named.get("num") == str(limit.amount):
            return "range", plain[match.start() : match.end()].strip()
    return "", ""
